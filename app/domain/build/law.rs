//! Checks Schedule 1, Schedule 2, the thresholds and the dates, and writes them as Rust tables.

use std::fmt::Write as _;

use serde::Deserialize;
use serde::de::DeserializeOwned;
use toml::Spanned;
use toml::value::Datetime;

use super::fault::{read, refuse, write};

const USES: &str = "content/law/uses.toml";
const EXCLUSIONS: &str = "content/law/exclusions.toml";
const THRESHOLDS: &str = "content/law/thresholds.toml";
const DATES: &str = "content/law/dates.toml";

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Uses {
    r#use: Vec<Use>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Use {
    paragraph: Spanned<u8>,
    name: String,
    label: String,
    examples: String,
    visiting_public: VisitingPublic,
    tier: Rule,
    tier_cite: Option<String>,
    event_host: Host,
    residual: bool,
    responsible: Option<String>,
    from: Datetime,
    to: Option<Datetime>,
    cite: String,
}

#[derive(Debug, Deserialize)]
#[serde(rename_all = "kebab-case")]
enum VisitingPublic {
    None,
    Principally,
    To,
}

#[derive(Debug, Deserialize, PartialEq)]
#[serde(rename_all = "kebab-case")]
enum Rule {
    Size,
    AlwaysStandard,
}

#[derive(Deserialize, PartialEq)]
#[serde(rename_all = "kebab-case")]
enum Host {
    Allowed,
    Excluded,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Exclusions {
    exclusion: Vec<Exclusion>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Exclusion {
    id: Spanned<String>,
    label: String,
    hint: Option<String>,
    premises: bool,
    events: bool,
    effect: Effect,
    why: Option<String>,
    from: Datetime,
    to: Option<Datetime>,
    cite: String,
}

#[derive(Debug, Deserialize, PartialEq)]
#[serde(rename_all = "kebab-case")]
enum Effect {
    Excluded,
    Arguable,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Numbers {
    threshold: Vec<Threshold>,
    method: Vec<Method>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Threshold {
    kind: Spanned<Kind>,
    value: u32,
    from: Datetime,
    cite: String,
}

#[derive(Clone, Copy, Debug, Deserialize, PartialEq)]
#[serde(rename_all = "kebab-case")]
enum Kind {
    Standard,
    Enhanced,
    Event,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Method {
    id: Spanned<String>,
    label: String,
    hint: String,
    note: bool,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Dates {
    date: Vec<Dated>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Dated {
    id: Spanned<String>,
    label: String,
    day: Option<Datetime>,
    expected: Option<String>,
    not_before: Option<Datetime>,
    cite: String,
}

/// Checks the files and writes `law.rs`.
pub fn generate() {
    let mut rust = String::new();
    // Writing to a String cannot fail.
    let _ = uses(&mut rust);
    let _ = exclusions(&mut rust);
    let _ = numbers(&mut rust);
    let _ = dates(&mut rust);
    write("law.rs", rust);
}

/// A file's text, for naming lines.
struct Source {
    path: &'static str,
    text: String,
}

impl Source {
    fn parse<T: DeserializeOwned>(path: &'static str) -> (Self, T) {
        let source = Self { path, text: read(path) };
        match toml::from_str(&source.text) {
            Ok(value) => (source, value),
            Err(error) => {
                let at = error.span().map_or(0, |span| span.start);
                source.refuse(at, error.message())
            }
        }
    }

    fn refuse(&self, at: usize, message: &str) -> ! {
        let line = self.text.bytes().take(at).filter(|b| *b == b'\n').count() + 1;
        refuse(self.path, line, message)
    }

    /// Refuses an id that is not a slug or that came before.
    fn unique(&self, seen: &mut Vec<String>, id: &Spanned<String>) {
        let slug = id.get_ref().bytes().all(|b| b.is_ascii_lowercase() || b == b'-');
        if !slug || id.get_ref().is_empty() || seen.contains(id.get_ref()) {
            self.refuse(id.span().start, &format!("`{}` is not a slug, or is there twice", id.get_ref()));
        }
        seen.push(id.get_ref().clone());
    }

    /// A day as a Rust expression.
    fn day(&self, value: &Datetime, at: usize) -> String {
        match (value.date, value.time) {
            (Some(day), None) => format!("day({}, {}, {})", day.year, day.month, day.day),
            _ => self.refuse(at, "a day without a time is needed, such as 2027-04-01"),
        }
    }

    fn days(&self, from: &Datetime, to: Option<&Datetime>, at: usize) -> String {
        if to.is_some_and(|to| to.to_string() < from.to_string()) {
            self.refuse(at, "`to` is before `from`");
        }
        let to = to.map_or_else(|| "None".to_owned(), |to| format!("Some({})", self.day(to, at)));
        format!("from: {}, to: {to}", self.day(from, at))
    }
}

fn uses(rust: &mut String) -> std::fmt::Result {
    let (source, file): (_, Uses) = Source::parse(USES);
    writeln!(rust, "static USES: [Use; {}] = [", file.r#use.len())?;
    let mut last = 0;
    for item in &file.r#use {
        let (paragraph, at) = (*item.paragraph.get_ref(), item.paragraph.span().start);
        if paragraph <= last {
            source.refuse(at, "paragraphs are not in ascending order");
        }
        last = paragraph;
        if (item.tier == Rule::AlwaysStandard) != item.tier_cite.is_some() {
            source.refuse(at, "`tier_cite` goes with `tier = \"always-standard\"`, and only with it");
        }
        let days = source.days(&item.from, item.to.as_ref(), at);
        writeln!(
            rust,
            "Use {{ code: UseCode({paragraph}), name: {:?}, label: {:?}, examples: {:?}, \
             visiting_public: VisitingPublic::{:?}, tier: TierRule::{:?}, tier_cite: {:?}, \
             event_host_excluded: {}, residual: {}, responsible: {:?}, {days}, cite: {:?} }},",
            item.name,
            item.label,
            item.examples,
            item.visiting_public,
            item.tier,
            item.tier_cite.as_deref().unwrap_or(""),
            item.event_host == Host::Excluded,
            item.residual,
            item.responsible,
            item.cite
        )?;
    }
    writeln!(rust, "];")
}

fn exclusions(rust: &mut String) -> std::fmt::Result {
    let (source, file): (_, Exclusions) = Source::parse(EXCLUSIONS);
    let mut seen = Vec::new();
    writeln!(rust, "static EXCLUSIONS: [Exclusion; {}] = [", file.exclusion.len())?;
    for item in &file.exclusion {
        let at = item.id.span().start;
        source.unique(&mut seen, &item.id);
        if (item.effect == Effect::Arguable) != item.why.is_some() {
            source.refuse(at, "`why` goes with `effect = \"arguable\"`, and only with it");
        }
        let days = source.days(&item.from, item.to.as_ref(), at);
        writeln!(
            rust,
            "Exclusion {{ id: {:?}, label: {:?}, hint: {:?}, premises: {}, events: {}, \
             effect: Effect::{:?}, why: {:?}, {days}, cite: {:?} }},",
            item.id.get_ref(),
            item.label,
            item.hint,
            item.premises,
            item.events,
            item.effect,
            item.why.as_deref().unwrap_or(""),
            item.cite
        )?;
    }
    writeln!(rust, "];")
}

fn numbers(rust: &mut String) -> std::fmt::Result {
    let (source, file): (_, Numbers) = Source::parse(THRESHOLDS);
    for kind in [Kind::Standard, Kind::Enhanced, Kind::Event] {
        if !file.threshold.iter().any(|threshold| *threshold.kind.get_ref() == kind) {
            source.refuse(0, &format!("no threshold of the kind {kind:?}"));
        }
    }
    writeln!(rust, "static THRESHOLDS: [Threshold; {}] = [", file.threshold.len())?;
    for item in &file.threshold {
        let at = item.kind.span().start;
        if item.value == 0 {
            source.refuse(at, "a threshold of nobody");
        }
        writeln!(
            rust,
            "Threshold {{ kind: ThresholdKind::{:?}, value: {}, from: {}, cite: {:?} }},",
            item.kind.get_ref(),
            item.value,
            source.day(&item.from, at),
            item.cite
        )?;
    }
    writeln!(rust, "];\nstatic METHODS: [Method; {}] = [", file.method.len())?;
    let mut seen = Vec::new();
    for item in &file.method {
        source.unique(&mut seen, &item.id);
        writeln!(
            rust,
            "Method {{ id: {:?}, label: {:?}, hint: {:?}, note: {} }},",
            item.id.get_ref(),
            item.label,
            item.hint,
            item.note
        )?;
    }
    writeln!(rust, "];")
}

fn dates(rust: &mut String) -> std::fmt::Result {
    let (source, file): (_, Dates) = Source::parse(DATES);
    let mut seen = Vec::new();
    writeln!(rust, "static DATES: [Dated; {}] = [", file.date.len())?;
    for item in &file.date {
        let at = item.id.span().start;
        source.unique(&mut seen, &item.id);
        if item.day.is_some() == item.expected.is_some() {
            source.refuse(at, "either `day` or `expected`, not both");
        }
        let day = |day: Option<&Datetime>| {
            day.map_or_else(|| "None".to_owned(), |day| format!("Some({})", source.day(day, at)))
        };
        writeln!(
            rust,
            "Dated {{ id: {:?}, label: {:?}, day: {}, expected: {:?}, not_before: {}, cite: {:?} }},",
            item.id.get_ref(),
            item.label,
            day(item.day.as_ref()),
            item.expected,
            day(item.not_before.as_ref()),
            item.cite
        )?;
    }
    for needed in ["royal-assent", "commencement"] {
        if !seen.iter().any(|id| id == needed) {
            source.refuse(0, &format!("no date `{needed}`"));
        }
    }
    writeln!(rust, "];")
}
