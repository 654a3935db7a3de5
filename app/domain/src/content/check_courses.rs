//! Are the courses whole? Each with a slug of its own and a listed source, and none of them called law.

use std::fmt::Write;

use toml::Spanned;

use super::{
    check_sources,
    fault::{Fault, File, Finder},
    model::Label,
    prose,
    raw::{RawCourse, RawCourses},
    source::Source,
};

/// Checks `courses.toml`.
///
/// # Errors
/// Every fault, in the order of the file.
pub fn check(sources: &[Source], file: &File) -> Result<Vec<RawCourse>, Vec<Fault>> {
    let raw: RawCourses = file.read().map_err(|fault| vec![fault])?;
    let mut faults = Vec::new();
    let mut find = Finder { file, faults: &mut faults };
    let mut seen: Vec<&str> = Vec::new();
    for one in &raw.course {
        course(&mut find, one, sources);
        let id = one.id.get_ref();
        if seen.contains(&id.as_str()) {
            find.at(&one.id, format!("course \"{id}\" is there twice"));
        }
        seen.push(id);
    }
    if faults.is_empty() { Ok(raw.course) } else { Err(faults) }
}

fn course(find: &mut Finder<'_>, one: &RawCourse, sources: &[Source]) {
    let id = one.id.get_ref();
    prose::slug(find, &one.id, "course");
    for (text, what) in [(&one.title, "title"), (&one.provider, "provider"), (&one.about, "about")] {
        prose::line(find, text, what);
    }
    if *one.label.get_ref() != Label::GoodPractice {
        find.at(&one.label, "no law and no statutory guidance names a course: the label is good-practice");
    }
    if let Some(months) = one.refresh_months.as_ref().filter(|months| !(1..=60).contains(months.get_ref())) {
        find.at(months, "refresh_months is 1 to 60 months");
    }
    if one.source.get_ref().is_empty() {
        find.at(&one.source, format!("course \"{id}\" cites no source"));
    }
    for text in one.source.get_ref() {
        check_sources::citation(find, sources, text);
    }
}

/// The courses as a Rust table.
pub fn table(list: &[RawCourse]) -> String {
    let mut rust = format!("static COURSES: [Course; {}] = [\n", list.len());
    for one in list {
        let sources: Vec<&String> = one.source.get_ref().iter().map(Spanned::get_ref).collect();
        // Writing to a String cannot fail.
        let _ = writeln!(
            rust,
            "Course {{ id: {:?}, title: {:?}, provider: {:?}, about: {:?}, refresh_months: {:?}, \
             described: {}, label: Label::{:?}, sources: &{sources:?} }},",
            one.id.get_ref(),
            one.title.get_ref(),
            one.provider.get_ref(),
            one.about.get_ref(),
            one.refresh_months.as_ref().map(Spanned::get_ref),
            one.described,
            one.label.get_ref(),
        );
    }
    rust.push_str("];\n");
    rust
}
