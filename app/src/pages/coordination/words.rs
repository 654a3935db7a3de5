//! Relations and duties in words.

use domain::coordination::{Duty, Relation};

/// How the other premises stand to one's own.
pub fn relation(relation: Relation) -> &'static str {
    match relation {
        Relation::Same => "They are responsible for the same premises",
        Relation::TheirsInOurs => "Their premises are part of yours",
        Relation::OursInTheirs => "Your premises are part of theirs",
        Relation::TheyControlOurs => "They have some control of your premises",
        Relation::WeControlTheirs => "You have some control of their premises",
    }
}

/// What follows, in sentences.
pub fn duty(relation: Relation, duty: Duty) -> String {
    let said = match duty {
        Duty::CoOrdinateSame | Duty::CoOrdinateNested => {
            "You must co-ordinate with each other, so far as is reasonably practicable"
        }
        Duty::CoOperate => {
            "Whoever has some control must co-operate with the responsible person, so far as is reasonably practicable"
        }
        Duty::NoneAtStandard => "The Act sets no such duty at standard duty premises",
        Duty::NotInScope => {
            "No duty is shown: the portal cannot tell yet that the premises concerned are in scope"
        }
    };
    let section = match duty {
        Duty::CoOrdinateSame => " (section 8(2)).",
        Duty::CoOrdinateNested => " (section 8(4)).",
        Duty::CoOperate | Duty::NoneAtStandard => " (section 8(6)).",
        Duty::NotInScope => ".",
    };
    // Only a part that qualifies by itself is premises within premises (section 2(5)).
    let otherwise = if relation.is_nested() && duty != Duty::CoOrdinateNested {
        " Where both are in scope by themselves, you must co-ordinate with each other (section 8(4))."
    } else {
        ""
    };
    format!("{said}{section}{otherwise}")
}
