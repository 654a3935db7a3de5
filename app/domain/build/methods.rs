//! Checks the ways of working out the number of people, and writes them as Rust tables.

use std::fmt::Write as _;

use serde::Deserialize;
use toml::Spanned;

use super::fault::write;
use super::law::Source;

const METHODS: &str = "content/law/methods.toml";

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Methods {
    method: Vec<Method>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Method {
    id: Spanned<String>,
    label: String,
    hint: String,
    note: bool,
    #[serde(default)]
    input: Vec<Input>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Input {
    id: Spanned<String>,
    label: String,
    hint: String,
    unit: String,
    operation: Operation,
    #[serde(default)]
    decimals: bool,
    #[serde(default)]
    optional: bool,
}

#[derive(Clone, Copy, Debug, Deserialize, PartialEq)]
#[serde(rename_all = "kebab-case")]
enum Operation {
    Add,
    Subtract,
    Times,
    PercentOf,
    DividedBy,
}

/// Checks the file and writes `methods.rs`.
pub fn generate() {
    let (source, file): (_, Methods) = Source::parse(METHODS);
    let mut rust = String::new();
    // Writing to a String cannot fail.
    let _ = methods(&source, &file.method, &mut rust);
    write("methods.rs", rust);
}

fn methods(source: &Source, methods: &[Method], rust: &mut String) -> std::fmt::Result {
    let mut seen = Vec::new();
    writeln!(rust, "static METHODS: [Method; {}] = [", methods.len())?;
    for item in methods {
        source.unique(&mut seen, &item.id);
        check(source, item);
        writeln!(
            rust,
            "Method {{ id: {:?}, label: {:?}, hint: {:?}, note: {}, inputs: &[",
            item.id.get_ref(),
            item.label,
            item.hint,
            item.note
        )?;
        for input in &item.input {
            writeln!(
                rust,
                "MethodInput {{ id: {:?}, label: {:?}, hint: {:?}, unit: {:?}, operation: Operation::{:?}, \
                 decimals: {}, optional: {} }},",
                input.id.get_ref(),
                input.label,
                input.hint,
                input.unit,
                input.operation,
                input.decimals,
                input.optional
            )?;
        }
        writeln!(rust, "] }},")?;
    }
    writeln!(rust, "];")
}

/// Refuses a working that could not come out, or that leaves staff out.
fn check(source: &Source, method: &Method) {
    let mut seen = Vec::new();
    for (place, input) in method.input.iter().enumerate() {
        let at = input.id.span().start;
        source.unique(&mut seen, &input.id);
        let sum = matches!(input.operation, Operation::Add | Operation::Subtract);
        if place == 0 && (input.operation != Operation::Add || input.optional) {
            source.refuse(at, "the first input must be added, and not optional");
        }
        if input.optional && !sum {
            source.refuse(at, "only what is added or subtracted may be optional");
        }
        if (input.operation == Operation::PercentOf) != (input.unit == "%") {
            source.refuse(at, "`unit = \"%\"` goes with `operation = \"percent-of\"`, and only with it");
        }
    }
    let at = method.id.span().start;
    if !method.input.is_empty() && !seen.iter().any(|id| id == "staff") {
        source.refuse(at, "no input `staff`: staff count as well");
    }
    if method.input.is_empty() && !method.note {
        source.refuse(at, "a method without inputs needs a description");
    }
}
