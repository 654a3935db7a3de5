//! What the law asks every service to say: accessibility, privacy, cookies, and whom to write to.

pub mod accessibility;
pub mod cookies;
pub mod feedback;
pub mod privacy;
