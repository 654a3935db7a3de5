//! Parts that several pages of this portal share.

mod adviser_said;
mod contact;
mod day;
pub mod emergency;
pub mod legal_label;
mod listing;
mod pages;
pub mod progress;
pub mod prose;
mod record_form;
pub mod role;
mod title;

pub use adviser_said::AdviserSaid;
pub use contact::{contact_inputs, contact_words};
pub use day::{DayInput, day, edition, moment};
pub use listing::{Heading, Listing};
pub use pages::{After, Pages};
pub use record_form::{RemoveForm, record_form};
pub use title::{About, Caption, Title};
