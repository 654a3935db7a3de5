//! One change to facts that many premises share.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};
use validator::Validate;

use super::{ExclusionsForm, NumbersForm, keep, known, lengths};
use crate::{
    estate::{
        MOST_PREMISES,
        shared::{Counted, SharedChange},
    },
    forms::{Errors, online, parts},
    ids::PremisesId,
    law::{self, Law, UseCode},
};

#[cfg(test)]
mod tests;

/// The form about many premises. What is left blank stays as it is.
#[derive(Clone, Default, Serialize, Deserialize, Validate)]
#[serde(default, deny_unknown_fields)]
pub struct SharedForm {
    /// Ids of premises that were ticked on the list.
    #[validate(length(max = 2_000, code = "invalid"))]
    pub premises: Vec<String>,
    /// `yes` for all that match the filter, whatever was ticked.
    pub all: String,
    /// The filter of the list: a tier.
    pub tier: String,
    /// A stage.
    pub stage: String,
    /// A council.
    pub council: String,
    /// Words to find.
    pub search: String,
    /// What was chosen once it was shown: each id with the version that was seen, between spaces.
    pub seen: String,
    /// `choose`, `preview` or `save`.
    pub step: String,
    /// Ids of exclusions; or only `none`, or only `not-sure`.
    #[validate(length(max = 40, code = "invalid"))]
    pub exclusion: Vec<String>,
    /// How they stand to larger premises.
    #[validate(length(max = 20, code = "invalid"))]
    pub part_of: String,
    /// `yes`, `no` or `not-sure`.
    #[validate(length(max = 10, code = "invalid"))]
    pub mainly: String,
    /// The paragraph of a use.
    #[validate(length(max = 10, code = "invalid"))]
    pub public_use: String,
    /// Whether that use is for visiting members of the public.
    #[validate(length(max = 10, code = "invalid"))]
    pub public: String,
    /// The id of a method.
    #[validate(length(max = 40, code = "invalid"))]
    pub method: String,
    /// Day of the month that the numbers were worked out on.
    #[validate(length(max = 10, code = "day-invalid"))]
    pub counted_on_day: String,
    /// The month, as a number.
    #[validate(length(max = 10, code = "day-invalid"))]
    pub counted_on_month: String,
    /// The year, in four digits.
    #[validate(length(max = 10, code = "day-invalid"))]
    pub counted_on_year: String,
    /// Day of the month since when the operator is responsible.
    #[validate(length(max = 10, code = "day-invalid"))]
    pub since_day: String,
    /// The month, as a number.
    #[validate(length(max = 10, code = "day-invalid"))]
    pub since_month: String,
    /// The year, in four digits.
    #[validate(length(max = 10, code = "day-invalid"))]
    pub since_year: String,
    /// Websites and accounts: `none`, `some`, or empty to leave them.
    #[validate(length(max = 10, code = "invalid"))]
    pub online: String,
    /// Each of them, one a line. Only looked at for `some`.
    #[validate(length(max = 20_000, code = "too-long"))]
    pub online_list: String,
}

impl SharedForm {
    /// The fields in page order. Errors of the date are at `counted_on`.
    pub const FIELDS: [&str; 15] = [
        "exclusion",
        "part_of",
        "mainly",
        "public_use",
        "public",
        "method",
        "counted_on_day",
        "counted_on_month",
        "counted_on_year",
        "since_day",
        "since_month",
        "since_year",
        "online",
        "online_list",
        "premises",
    ];

    /// What is to change, with the law as known on a day.
    ///
    /// # Errors
    /// A code for each field that is wrong: `invalid`, `missing`, `none-with-others`, `day-invalid`,
    /// `day-to-come`, `too-many`, `too-long`, `not-text`; `nothing` at `exclusion` when the form changes nothing.
    pub fn check(&self, law: &Law, on: NaiveDate) -> Result<SharedChange, Errors> {
        let mut errors = lengths(self, &Self::FIELDS);
        let mut change = SharedChange::default();
        if !self.exclusion.is_empty() || !self.part_of.is_empty() {
            // One form checks both, so what is blank is filled in for it and then passed over.
            let or =
                |text: &str, other: &str| if text.is_empty() { other.to_owned() } else { text.to_owned() };
            let exclusion =
                if self.exclusion.is_empty() { vec!["none".into()] } else { self.exclusion.clone() };
            let form =
                ExclusionsForm { exclusion, part_of: or(&self.part_of, "nothing"), version: String::new() };
            match form.check(law, on) {
                Ok(said) => {
                    change.exclusions = (!self.exclusion.is_empty()).then_some(said.exclusions);
                    change.part_of = (!self.part_of.is_empty()).then_some(said.part_of);
                }
                Err(wrong) => take(&mut errors, &wrong),
            }
        }
        if !self.mainly.is_empty() {
            change.mainly = keep(&mut errors, "mainly", known(&self.mainly));
        }
        change.for_public = self.for_public(law, on, &mut errors);
        change.counted = self.counted(on, &mut errors);
        let since = parts::optional_day([&self.since_day, &self.since_month, &self.since_year]);
        change.since = keep(&mut errors, "since", since).flatten();
        change.online = online::read(&mut errors, &self.online, &self.online_list);
        if errors.is_empty() && change.is_nothing() {
            errors.add("exclusion", "nothing");
        }
        errors.or(|| change)
    }

    fn for_public(
        &self,
        law: &Law,
        on: NaiveDate,
        errors: &mut Errors,
    ) -> Option<(UseCode, crate::scope::Known)> {
        if self.public_use.is_empty() && self.public.is_empty() {
            return None;
        }
        let code = self.public_use.parse().ok().map(UseCode).filter(|code| law.find(*code, on).is_some());
        let missing = if self.public_use.is_empty() { "missing" } else { "invalid" };
        let code = keep(errors, "public_use", code.ok_or(missing));
        let answer = keep(errors, "public", known(&self.public));
        code.zip(answer)
    }

    fn counted(&self, on: NaiveDate, errors: &mut Errors) -> Option<Counted> {
        let day = [&self.counted_on_day, &self.counted_on_month, &self.counted_on_year];
        if self.method.is_empty() && day.iter().all(|part| part.trim().is_empty()) {
            return None;
        }
        if law::method(&self.method).is_some_and(|method| method.note) || self.method == "not-sure" {
            errors.add("method", "invalid");
            return None;
        }
        let [day, month, year] = day.map(Clone::clone);
        // Any number does: each of the premises keeps its own.
        let form = NumbersForm {
            number: "1".into(),
            method: self.method.clone(),
            counted_on_day: day,
            counted_on_month: month,
            counted_on_year: year,
            ..NumbersForm::default()
        };
        match form.check(on) {
            Ok(said) => said
                .head_count
                .map(|count| Counted { method: count.method().to_owned(), on: count.counted_on() }),
            Err(wrong) => {
                take(errors, &wrong);
                None
            }
        }
    }

    /// The premises that were ticked. What is no id is passed over.
    pub fn ticked(&self) -> Vec<PremisesId> {
        self.premises.iter().take(MOST_PREMISES).filter_map(|id| id.parse().ok()).collect()
    }

    /// The premises that were shown, with the version of each. What is neither is passed over.
    pub fn shown(&self) -> Vec<(PremisesId, u32)> {
        let one = |text: &str| {
            let (id, version) = text.split_once('.')?;
            Some((id.parse().ok()?, version.parse().ok()?))
        };
        self.seen.split_whitespace().take(MOST_PREMISES).filter_map(one).collect()
    }

    /// The text of [`Self::seen`] for premises with their versions.
    pub fn seen_of(premises: impl IntoIterator<Item = (PremisesId, u32)>) -> String {
        premises
            .into_iter()
            .map(|(id, version)| format!("{}.{version}", id.0.simple()))
            .collect::<Vec<_>>()
            .join(" ")
    }
}

fn take(errors: &mut Errors, more: &Errors) {
    for error in more.iter() {
        errors.add(error.field.clone(), error.code.clone());
    }
}
