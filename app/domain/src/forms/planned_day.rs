//! A day to plan with, while the law fixes none.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use super::{Errors, parts};

/// The form about a day to plan with. It travels in the query of an address.
#[derive(Clone, Default, Serialize, Deserialize)]
#[serde(default)]
pub struct PlannedDayForm {
    /// Day of the month.
    pub planned_day: String,
    /// The month, as a number.
    pub planned_month: String,
    /// The year, in four digits.
    pub planned_year: String,
}

impl PlannedDayForm {
    /// The day, if one was named. It cannot be earlier than the law allows.
    ///
    /// # Errors
    /// At `planned`: `day-invalid`, or `too-early`.
    pub fn check(&self, not_before: Option<NaiveDate>) -> Result<Option<NaiveDate>, Errors> {
        let day = parts::optional_day([&self.planned_day, &self.planned_month, &self.planned_year])
            .map_err(|code| Errors::one("planned", code))?;
        match (day, not_before) {
            (Some(day), Some(first)) if day < first => Err(Errors::one("planned", "too-early")),
            _ => Ok(day),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn form(day: &str, month: &str, year: &str) -> PlannedDayForm {
        PlannedDayForm { planned_day: day.into(), planned_month: month.into(), planned_year: year.into() }
    }

    #[test]
    fn a_day_none_or_a_mistake() {
        let first = "2027-04-01".parse().ok();
        assert_eq!(form("6", "4", "2027").check(first), Ok("2027-04-06".parse().ok()));
        assert_eq!(form("", "", "").check(first), Ok(None));
        assert_eq!(form("31", "3", "2027").check(first).unwrap_err().of("planned"), Some("too-early"));
        assert_eq!(form("31", "4", "2027").check(first).unwrap_err().of("planned"), Some("day-invalid"));
        assert_eq!(form("1", "", "2027").check(None).unwrap_err().of("planned"), Some("day-invalid"));
    }
}
