//! A place in a list that is ordered by a moment, the newest first.

use std::{fmt, str::FromStr};

use sea_orm::{ColumnTrait, Condition};
use uuid::Uuid;

use crate::StoreError;

/// A place in a list: the moment of an entry, and its id.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Cursor {
    pub(crate) millis: i64,
    pub(crate) id: Uuid,
}

impl Cursor {
    /// What comes after it, by the columns that hold moment and id.
    pub(crate) fn beyond(self, moment: impl ColumnTrait, id: impl ColumnTrait) -> Condition {
        let same = Condition::all().add(moment.eq(self.millis)).add(id.lt(self.id));
        Condition::any().add(moment.lt(self.millis)).add(same)
    }
}

/// As many as a page holds, and where the next one begins.
pub(crate) fn first_page<T>(mut rest: Vec<(T, Cursor)>, page: usize) -> (Vec<T>, Option<Cursor>) {
    let more = rest.len() > page;
    rest.truncate(page);
    let next = rest.last().filter(|_| more).map(|(_, at)| *at);
    (rest.into_iter().map(|(one, _)| one).collect(), next)
}

/// As it stands in a link: milliseconds, a hyphen, the id.
impl fmt::Display for Cursor {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}-{}", self.millis, self.id.simple())
    }
}

impl FromStr for Cursor {
    type Err = StoreError;

    fn from_str(text: &str) -> Result<Self, StoreError> {
        let (millis, id) = text.split_once('-').ok_or(StoreError::NotFound)?;
        let millis = millis.parse().map_err(|_| StoreError::NotFound)?;
        let id = Uuid::parse_str(id).map_err(|_| StoreError::NotFound)?;
        Ok(Self { millis, id })
    }
}
