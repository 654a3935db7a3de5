//! Running the portal: people, invitations, content. Nothing here shows premises or answers.

pub mod content;
pub mod invite;
pub mod people;
pub mod suspend;
pub mod take_back;
pub mod who_sees_what;
