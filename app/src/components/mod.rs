//! Parts that several pages of this portal share.

pub mod emergency;
pub mod legal_label;
pub mod progress;
pub mod prose;
pub mod role;
