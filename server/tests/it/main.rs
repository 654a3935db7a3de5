//! The whole server without a socket: people are values, and what they do is a method.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing, reason = "tests")]

mod accounts;
mod admin;
mod answer;
mod area;
mod assessment;
mod autosave;
mod calendar;
mod commands;
mod competent_person;
mod coordination;
mod crash;
mod drill;
mod estate;
mod estate_file;
mod event;
mod event_notification;
mod event_questions;
mod festival;
mod forms;
mod head_count;
mod headers;
mod journey;
mod matrix;
mod notices;
mod notification;
mod organisation;
mod people;
mod plan;
mod premises;
mod review;
mod scope_check;
mod screening;
mod signed_out;
mod training;
