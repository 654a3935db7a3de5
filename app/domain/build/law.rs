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
    group: Vec<Group>,
    exclusion: Vec<Exclusion>,
    host: Vec<HostCode>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Group {
    id: Spanned<String>,
    label: String,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct HostCode {
    screening_code: Spanned<String>,
    says: HostSays,
    cite: String,
}

#[derive(Debug, Deserialize)]
#[serde(rename_all = "kebab-case")]
enum HostSays {
    Enhanced,
    Excluded,
    Use,
}

#[derive(Debug, Deserialize)]
#[serde(rename_all = "kebab-case")]
enum Reading {
    Excluded,
    InScope,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Unsaid {
    paragraph: u8,
    fewer_than: u32,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Exclusion {
    id: Spanned<String>,
    screening_code: Spanned<String>,
    group: String,
    label: String,
    hint: Option<String>,
    premises: bool,
    events: bool,
    effect: Effect,
    why: Option<String>,
    reading: Option<Reading>,
    #[serde(default)]
    unchecked: bool,
    unsaid: Option<Unsaid>,
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
pub struct Source {
    path: &'static str,
    text: String,
}

impl Source {
    pub fn parse<T: DeserializeOwned>(path: &'static str) -> (Self, T) {
        let source = Self { path, text: read(path) };
        match toml::from_str(&source.text) {
            Ok(value) => (source, value),
            Err(error) => {
                let at = error.span().map_or(0, |span| span.start);
                source.refuse(at, error.message())
            }
        }
    }

    pub fn refuse(&self, at: usize, message: &str) -> ! {
        let line = self.text.bytes().take(at).filter(|b| *b == b'\n').count() + 1;
        refuse(self.path, line, message)
    }

    /// Refuses an id that is not a slug or that came before.
    pub fn unique(&self, seen: &mut Vec<String>, id: &Spanned<String>) {
        let slug = id.get_ref().bytes().all(|b| b.is_ascii_lowercase() || b == b'-');
        if !slug || id.get_ref().is_empty() || seen.contains(id.get_ref()) {
            self.refuse(id.span().start, &format!("`{}` is not a slug, or is there twice", id.get_ref()));
        }
        seen.push(id.get_ref().clone());
    }

    /// Refuses a code of files for screening that is not one, or that came before.
    fn unique_code(&self, seen: &mut Vec<String>, code: &Spanned<String>) {
        let plain = code.get_ref().bytes().all(|b| b.is_ascii_lowercase() || b.is_ascii_digit() || b == b'_');
        if !plain || code.get_ref().is_empty() || seen.contains(code.get_ref()) {
            self.refuse(code.span().start, &format!("`{}` is no code, or is there twice", code.get_ref()));
        }
        seen.push(code.get_ref().clone());
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
    let mut groups = Vec::new();
    writeln!(rust, "static EXCLUSION_GROUPS: [ExclusionGroup; {}] = [", file.group.len())?;
    for group in &file.group {
        source.unique(&mut groups, &group.id);
        writeln!(rust, "ExclusionGroup {{ id: {:?}, label: {:?} }},", group.id.get_ref(), group.label)?;
    }
    writeln!(rust, "];")?;
    let (mut seen, mut codes) = (Vec::new(), Vec::new());
    writeln!(rust, "static EXCLUSIONS: [Exclusion; {}] = [", file.exclusion.len())?;
    for item in &file.exclusion {
        let at = item.id.span().start;
        source.unique(&mut seen, &item.id);
        if (item.effect == Effect::Arguable) != item.why.is_some() {
            source.refuse(at, "`why` goes with `effect = \"arguable\"`, and only with it");
        }
        if !groups.contains(&item.group) {
            source.refuse(at, &format!("there is no group `{}`", item.group));
        }
        if (item.effect == Effect::Arguable) != item.reading.is_some() {
            source.refuse(at, "`reading` goes with `effect = \"arguable\"`, and only with it");
        }
        source.unique_code(&mut codes, &item.screening_code);
        let unsaid = item.unsaid.as_ref().map_or_else(
            || "None".to_owned(),
            |unsaid| {
                format!(
                    "Some(Unsaid {{ paragraph: UseCode({}), fewer_than: {} }})",
                    unsaid.paragraph, unsaid.fewer_than
                )
            },
        );
        let days = source.days(&item.from, item.to.as_ref(), at);
        writeln!(
            rust,
            "Exclusion {{ id: {:?}, group: {:?}, label: {:?}, hint: {:?}, premises: {}, events: {}, \
             effect: Effect::{:?}, why: {:?}, screening_code: {:?}, reading: Reading::{:?}, unchecked: {}, \
             unsaid: {unsaid}, {days}, cite: {:?} }},",
            item.id.get_ref(),
            item.group,
            item.label,
            item.hint,
            item.premises,
            item.events,
            item.effect,
            item.why.as_deref().unwrap_or(""),
            item.screening_code.get_ref(),
            item.reading.as_ref().unwrap_or(&Reading::Excluded),
            item.unchecked,
            item.cite
        )?;
    }
    writeln!(rust, "];\nstatic HOST_CODES: [HostCode; {}] = [", file.host.len())?;
    for item in &file.host {
        source.unique_code(&mut codes, &item.screening_code);
        writeln!(
            rust,
            "HostCode {{ screening_code: {:?}, says: HostSays::{:?}, cite: {:?} }},",
            item.screening_code.get_ref(),
            item.says,
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
