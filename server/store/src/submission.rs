//! Submissions: sealed copies of an assessment, and the case that each opens.

mod read;
mod submit;
mod withdraw;

pub(crate) use read::place;
pub use read::{Submission, SubmissionLine};
pub use submit::SubmitRefused;
