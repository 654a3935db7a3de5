//! A drill or exercise.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use super::{Errors, parts};
use crate::drill::{Drill, DrillKind, LESSON_MAX, MOST_LESSONS, topics};

#[cfg(test)]
mod tests;

/// The drill form.
#[derive(Clone, Default, Serialize, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct DrillForm {
    /// Day of the month it was held.
    pub on_day: String,
    /// The month, as a number.
    pub on_month: String,
    /// The year, in four digits.
    pub on_year: String,
    /// The slug of a [`DrillKind`].
    pub kind: String,
    /// Ids of topics.
    pub topics: Vec<String>,
    /// Who took part, by role.
    pub took_part: String,
    /// What went well; may be empty.
    pub went_well: String,
    /// What was learned, each in a line; may be empty.
    pub lessons: String,
    /// The version that the person saw; empty for a new drill.
    pub version: String,
    /// Tells a form sent twice from two forms; empty for a change.
    pub once: String,
}

impl DrillForm {
    /// The form that says what a drill says.
    pub fn of(drill: &Drill, version: u32) -> Self {
        let [on_day, on_month, on_year] = parts::parts_of(drill.on);
        Self {
            on_day,
            on_month,
            on_year,
            kind: drill.kind.as_str().into(),
            topics: drill.topics.clone(),
            took_part: drill.took_part.clone(),
            went_well: drill.went_well.clone().unwrap_or_default(),
            lessons: drill.lessons.join("\n"),
            version: version.to_string(),
            once: String::new(),
        }
    }

    /// What the form says. `today` is the day in the United Kingdom.
    ///
    /// # Errors
    /// A code for each field that is wrong: `missing`, `invalid`, `too-long`, `not-text`; at `on` also
    /// `day-invalid` and `day-to-come`, at `lessons` also `too-many`.
    pub fn check(&self, today: NaiveDate) -> Result<Drill, Errors> {
        let mut errors = Errors::none();
        let on = parts::past_day([&self.on_day, &self.on_month, &self.on_year], today);
        let on = on.map_err(|code| errors.add("on", code));
        let kind = parts::chosen(&self.kind, DrillKind::from_slug).map_err(|code| errors.add("kind", code));
        let topics = self.topics().map_err(|code| errors.add("topics", code));
        let took_part = parts::lines(&self.took_part, 500).map_err(|code| errors.add("took_part", code));
        let went_well =
            parts::optional_lines(&self.went_well, 2000).map_err(|code| errors.add("went_well", code));
        let lessons = self.lessons().map_err(|code| errors.add("lessons", code));
        match (on, kind, topics, took_part, went_well, lessons) {
            (Ok(on), Ok(kind), Ok(topics), Ok(took_part), Ok(went_well), Ok(lessons)) => {
                Ok(Drill { on, kind, topics, took_part, went_well, lessons })
            }
            _ => Err(errors),
        }
    }

    /// The topics, in the order in which they are offered.
    fn topics(&self) -> Result<Vec<String>, &'static str> {
        let known = topics();
        if self.topics.is_empty() {
            return Err("missing");
        }
        if self.topics.iter().any(|chosen| !known.iter().any(|topic| topic.id == *chosen)) {
            return Err("invalid");
        }
        let chosen = known.into_iter().filter(|topic| self.topics.contains(&topic.id));
        Ok(chosen.map(|topic| topic.id.clone()).collect())
    }

    fn lessons(&self) -> Result<Vec<String>, &'static str> {
        let text = parts::optional_lines(&self.lessons, MOST_LESSONS * LESSON_MAX)?.unwrap_or_default();
        let lessons: Vec<String> =
            text.lines().map(str::trim).filter(|line| !line.is_empty()).map(str::to_owned).collect();
        if lessons.len() > MOST_LESSONS {
            return Err("too-many");
        }
        if lessons.iter().any(|lesson| lesson.chars().count() > LESSON_MAX) {
            return Err("too-long");
        }
        Ok(lessons)
    }
}
