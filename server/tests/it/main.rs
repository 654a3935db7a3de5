//! The whole server without a socket: people are values, and what they do is a method.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing, reason = "tests")]

mod accounts;
mod admin;
mod answer;
mod area;
mod assessment;
mod competent_person;
mod crash;
mod headers;
mod journey;
mod matrix;
mod people;
mod premises;
mod review;
