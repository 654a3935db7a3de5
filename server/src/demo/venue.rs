//! One of the made-up premises: a line of `venues.tsv`, and what became of them.

use domain::{
    forms::premises::{NameAndAddress, NameAndAddressForm},
    ids::PremisesId,
    law::UseCode,
    policy::Actor,
};
use store::Store;

use super::{DemoFault, adviser, days::Days, operator::Operator};

const TABLE: &str = include_str!("venues.tsv");

/// How far made-up premises came.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Story {
    /// The number of people is not known.
    Unclear,
    /// Nothing came after the tier.
    Registered,
    /// Half of the answers are there.
    Assessing,
    /// Nobody has looked at what was sent.
    Submitted,
    /// What was sent was taken back.
    Withdrawn,
    /// An adviser looks at it.
    InReview,
    /// An adviser knows who speaks for the premises.
    Confirmed,
    /// An adviser named questions to answer again.
    Returned,
    /// They were answered again.
    Resubmitted,
    /// An adviser said what to do next.
    Advised,
}

/// A line of the table.
pub struct Venue {
    /// Where they are, and their name.
    pub place: NameAndAddress,
    /// The number of the operator.
    pub organisation: usize,
    /// What they are used for.
    pub used_for: UseCode,
    /// People expected at the same time.
    pub people: u32,
    /// Days since they were registered.
    pub age: i64,
    /// How far they came.
    pub story: Story,
}

impl Venue {
    /// Every line.
    pub fn all() -> Result<Vec<Self>, DemoFault> {
        let lines = TABLE.lines().filter(|line| !line.starts_with('#'));
        lines.map(|line| Self::read(line).ok_or_else(|| DemoFault::Data(line.to_owned()))).collect()
    }

    fn read(line: &str) -> Option<Self> {
        let fields: Vec<_> = line.split('\t').collect();
        let [name, organisation, street, town, postcode, used_for, people, age, story] = fields.as_slice()
        else {
            return None;
        };
        let form = NameAndAddressForm {
            name: (*name).into(),
            line1: (*street).into(),
            town: (*town).into(),
            postcode: (*postcode).into(),
            ..NameAndAddressForm::default()
        };
        Some(Self {
            place: form.check().ok()?,
            organisation: organisation.parse().ok()?,
            used_for: UseCode(used_for.parse().ok()?),
            people: people.parse().ok()?,
            age: age.parse().ok()?,
            story: story_of(story)?,
        })
    }

    /// Registers the premises when they were, and takes them as far as they came.
    pub async fn live(
        &self,
        store: &Store,
        days: &mut Days<'_>,
        number: usize,
        operator: &Operator,
        adviser: &Actor,
    ) -> Result<PremisesId, DemoFault> {
        days.go_back(self.age);
        let premises = operator.registers(store, self).await?;
        if matches!(self.story, Story::Unclear | Story::Registered) {
            return Ok(premises);
        }
        days.go_back((self.age - 4).max(0));
        if self.story == Story::Assessing {
            operator.begins_early(store, premises, number, 14).await?;
            return Ok(premises);
        }
        let assessment = operator.answers_all(store, premises, number).await?;
        let submission = operator.submits(store, assessment).await?;
        days.go_back((self.age - 8).max(0));
        match self.story {
            Story::Withdrawn => operator.withdraws(store, submission).await?,
            Story::Submitted => {}
            _ => adviser::works_on(store, adviser, operator, submission, self.story).await?,
        }
        if self.story == Story::Resubmitted {
            days.go_back((self.age - 10).max(0));
            operator.answers_again(store, assessment).await?;
            operator.submits(store, assessment).await?;
        }
        Ok(premises)
    }
}

fn story_of(word: &str) -> Option<Story> {
    Some(match word {
        "unclear" => Story::Unclear,
        "registered" => Story::Registered,
        "assessing" => Story::Assessing,
        "submitted" => Story::Submitted,
        "withdrawn" => Story::Withdrawn,
        "in-review" => Story::InReview,
        "confirmed" => Story::Confirmed,
        "returned" => Story::Returned,
        "resubmitted" => Story::Resubmitted,
        "advised" => Story::Advised,
        _ => return None,
    })
}
