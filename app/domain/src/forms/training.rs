//! Training that was held.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use super::{Errors, parts};
use crate::{
    account::one_line,
    training::{Course, DESCRIBED_MAX, GROUP_MAX, NOTE_MAX, Training, course},
};

#[cfg(test)]
mod tests;

/// The training form.
#[derive(Clone, Default, Serialize, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct TrainingForm {
    /// The id of a course.
    pub course: String,
    /// Which course, where the list has no name for it.
    pub described: String,
    /// Day of the month it was held.
    pub on_day: String,
    /// The month, as a number.
    pub on_month: String,
    /// The year, in four digits.
    pub on_year: String,
    /// Who had it, by role or group.
    pub group: String,
    /// How many of them.
    pub people: String,
    /// When it is time again: `suggested`, `day` or `never`.
    pub refresh: String,
    /// Day of the month on which it is time again.
    pub again_day: String,
    /// The month, as a number.
    pub again_month: String,
    /// The year, in four digits.
    pub again_year: String,
    /// Anything else; may be empty.
    pub note: String,
    /// The version that the person saw; empty for a new record.
    pub version: String,
    /// Tells a form sent twice from two forms; empty for a change.
    pub once: String,
}

/// What can be said of the refresher.
#[derive(Clone, Copy)]
enum Again {
    Suggested,
    Day,
    Never,
}

fn again(slug: &str) -> Option<Again> {
    match slug {
        "suggested" => Some(Again::Suggested),
        "day" => Some(Again::Day),
        "never" => Some(Again::Never),
        _ => None,
    }
}

impl TrainingForm {
    /// The form that says what a record says.
    pub fn of(training: &Training, version: u32) -> Self {
        let [on_day, on_month, on_year] = parts::parts_of(training.on);
        let suggested = course(&training.course).and_then(|course| course.suggested(training.on));
        let refresh = match training.refresh_on {
            None => "never",
            day if day == suggested => "suggested",
            Some(_) => "day",
        };
        let other = training.refresh_on.filter(|_| refresh == "day");
        let [again_day, again_month, again_year] = other.map(parts::parts_of).unwrap_or_default();
        Self {
            course: training.course.clone(),
            described: training.described.clone().unwrap_or_default(),
            on_day,
            on_month,
            on_year,
            group: training.group.clone(),
            people: training.people.to_string(),
            refresh: refresh.into(),
            again_day,
            again_month,
            again_year,
            note: training.note.clone().unwrap_or_default(),
            version: version.to_string(),
            once: String::new(),
        }
    }

    /// What the form says. `today` is the day in the United Kingdom.
    ///
    /// # Errors
    /// A code for each field that is wrong: `missing`, `invalid`, `too-long`, `not-text`; at `on` also
    /// `day-invalid` and `day-to-come`, at `people` `number-invalid` and `number-range`, at `refresh`
    /// `no-suggestion`, at `again` `day-invalid` and `too-early`.
    pub fn check(&self, today: NaiveDate) -> Result<Training, Errors> {
        let mut errors = Errors::none();
        let chosen = parts::chosen(&self.course, course).map_err(|code| errors.add("course", code));
        let described = match chosen {
            Ok(course) if course.described => one_line(&self.described, DESCRIBED_MAX)
                .map(Some)
                .map_err(|code| errors.add("described", code)),
            _ => Ok(None),
        };
        let on = parts::past_day([&self.on_day, &self.on_month, &self.on_year], today);
        let on = on.map_err(|code| errors.add("on", code));
        let group = one_line(&self.group, GROUP_MAX).map_err(|code| errors.add("group", code));
        let people = parts::people(&self.people).map_err(|code| errors.add("people", code));
        let refresh_on = self.refresh_on(chosen.ok(), on.ok(), &mut errors);
        let note = parts::optional_lines(&self.note, NOTE_MAX).map_err(|code| errors.add("note", code));
        match (chosen, described, on, group, people, refresh_on, note) {
            (Ok(course), Ok(described), Ok(on), Ok(group), Ok(people), Some(refresh_on), Ok(note)) => {
                let course = course.id.to_owned();
                Ok(Training { course, described, on, group, people, refresh_on, note })
            }
            _ => Err(errors),
        }
    }

    /// When it is time again; nothing where that is wrong.
    fn refresh_on(
        &self,
        course: Option<&Course>,
        on: Option<NaiveDate>,
        errors: &mut Errors,
    ) -> Option<Option<NaiveDate>> {
        let again = parts::chosen(&self.refresh, again).map_err(|code| errors.add("refresh", code)).ok()?;
        match again {
            Again::Never => Some(None),
            Again::Suggested => {
                let course = course?;
                if course.refresh_months.is_none() {
                    errors.add("refresh", "no-suggestion");
                    return None;
                }
                on.map(|on| course.suggested(on))
            }
            Again::Day => {
                let day = parts::day(&self.again_day, &self.again_month, &self.again_year);
                let day = day.map_err(|code| errors.add("again", code)).ok()?;
                if on.is_some_and(|on| day <= on) {
                    errors.add("again", "too-early");
                    return None;
                }
                Some(Some(day))
            }
        }
    }
}
