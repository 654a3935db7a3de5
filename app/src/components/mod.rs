//! Parts that several pages of this portal share.

pub mod role;
