//! Parts that several pages of this portal share.

mod adviser_said;
mod day;
pub mod emergency;
pub mod legal_label;
pub mod progress;
pub mod prose;
pub mod role;

pub use adviser_said::AdviserSaid;
pub use day::{DayInput, day};
