//! Are the qualifications whole? Each with a slug of its own, a fair level and a listed source.

use std::fmt::Write;

use toml::Spanned;

use super::{
    check_sources,
    fault::{Fault, File, Finder},
    prose,
    raw::{RawQualification, RawQualifications},
    source::Source,
};

/// The levels that regulated qualifications in England have.
const LEVELS: std::ops::RangeInclusive<u8> = 1..=8;

/// Checks `qualifications.toml`.
///
/// # Errors
/// Every fault, in the order of the file.
pub fn check(sources: &[Source], file: &File) -> Result<Vec<RawQualification>, Vec<Fault>> {
    let raw: RawQualifications = file.read().map_err(|fault| vec![fault])?;
    let mut faults = Vec::new();
    let mut find = Finder { file, faults: &mut faults };
    let mut seen: Vec<&str> = Vec::new();
    for one in &raw.qualification {
        qualification(&mut find, one, sources);
        let id = one.id.get_ref();
        if seen.contains(&id.as_str()) {
            find.at(&one.id, format!("qualification \"{id}\" is there twice"));
        }
        seen.push(id);
    }
    if faults.is_empty() { Ok(raw.qualification) } else { Err(faults) }
}

fn qualification(find: &mut Finder<'_>, one: &RawQualification, sources: &[Source]) {
    let id = one.id.get_ref();
    prose::slug(find, &one.id, "qualification");
    prose::line(find, &one.label, "label");
    prose::line(find, &one.hint, "hint");
    for (text, what) in [(&one.awarding_body, "awarding body"), (&one.caution, "caution")] {
        if let Some(text) = text {
            prose::line(find, text, what);
        }
    }
    if let Some(level) = one.level.as_ref().filter(|level| !LEVELS.contains(level.get_ref())) {
        find.at(level, format!("level {} is not one of 1 to 8", level.get_ref()));
    }
    if one.source.get_ref().is_empty() {
        find.at(&one.source, format!("qualification \"{id}\" cites no source"));
    }
    for text in one.source.get_ref() {
        check_sources::citation(find, sources, text);
    }
}

/// The qualifications as a Rust table.
pub fn table(list: &[RawQualification]) -> String {
    let text = |value: &Option<Spanned<String>>| value.as_ref().map(|text| text.get_ref().clone());
    let mut rust = format!("static QUALIFICATIONS: [Qualification; {}] = [\n", list.len());
    for one in list {
        let sources: Vec<&String> = one.source.get_ref().iter().map(Spanned::get_ref).collect();
        // Writing to a String cannot fail.
        let _ = writeln!(
            rust,
            "Qualification {{ id: {:?}, label: {:?}, hint: {:?}, level: {:?}, awarding_body: {:?}, \
             described: {}, caution: {:?}, sources: &{sources:?} }},",
            one.id.get_ref(),
            one.label.get_ref(),
            one.hint.get_ref(),
            one.level.as_ref().map(Spanned::get_ref),
            text(&one.awarding_body),
            one.described,
            text(&one.caution),
        );
    }
    rust.push_str("];\n");
    rust
}
