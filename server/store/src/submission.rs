//! Submissions: sealed copies of an assessment, and the case that each opens.

mod read;
mod submit;
mod withdraw;

pub use read::{Submission, SubmissionLine};
pub(crate) use read::{place, read};
pub use submit::SubmitRefused;
