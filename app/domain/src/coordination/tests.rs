use super::*;

const TIERS: [Option<Tier>; 3] = [None, Some(Tier::Standard), Some(Tier::Enhanced)];

#[test]
fn both_sides_are_told_the_same_duty() {
    for relation in Relation::ALL {
        assert_eq!(Relation::from_slug(relation.as_str()), Some(relation));
        assert_eq!(relation.from_the_other_side().from_the_other_side(), relation);
        for ours in TIERS {
            for theirs in TIERS {
                let other = relation.from_the_other_side().duty(theirs, ours);
                assert_eq!(relation.duty(ours, theirs), other, "{relation:?} {ours:?} {theirs:?}");
            }
        }
    }
}

#[test]
fn co_responsible_persons_co_ordinate_in_either_tier() {
    for tier in [Tier::Standard, Tier::Enhanced] {
        assert_eq!(Relation::Same.duty(Some(tier), None), Duty::CoOrdinateSame);
        assert_eq!(Relation::Same.duty(None, Some(tier)), Duty::CoOrdinateSame);
    }
    assert_eq!(Relation::Same.duty(None, None), Duty::NotInScope);
}

#[test]
fn others_with_control_co_operate_at_enhanced_premises_only() {
    for theirs in TIERS {
        let duty = |ours| Relation::TheyControlOurs.duty(ours, theirs);
        assert_eq!(duty(Some(Tier::Enhanced)), Duty::CoOperate);
        assert_eq!(duty(Some(Tier::Standard)), Duty::NoneAtStandard);
        assert_eq!(duty(None), Duty::NotInScope);
    }
}

// A shopping centre, and its units: 1,400 and 250 people qualify by themselves, a kiosk for 60 does not.
#[test]
fn premises_within_premises_are_nested_only_where_both_qualify() {
    let centre = Some(Tier::Enhanced);
    for unit in [Tier::Enhanced, Tier::Standard] {
        assert_eq!(Relation::TheirsInOurs.duty(centre, Some(unit)), Duty::CoOrdinateNested);
    }
    assert_eq!(Relation::TheirsInOurs.duty(centre, None), Duty::CoOperate);
    assert_eq!(Relation::TheirsInOurs.duty(Some(Tier::Standard), None), Duty::NoneAtStandard);
    assert_eq!(Relation::TheirsInOurs.duty(None, Some(Tier::Standard)), Duty::NotInScope);
}

#[test]
fn only_some_in_common_is_arguable_for_the_part() {
    for relation in Relation::ALL {
        assert_eq!(relation.is_arguable(PartOf::SomeInCommon), relation == Relation::OursInTheirs);
        assert!(!relation.is_arguable(PartOf::OtherResponsible));
    }
}
