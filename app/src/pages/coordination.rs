//! Working with others who have control: the duties of section 8, and links with other operators.

pub mod agree;
pub mod end;
pub mod show;
mod words;
