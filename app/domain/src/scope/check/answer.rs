//! An answer of the scope check: read from an address, and written to one.

use chrono::NaiveDate;

use super::{Counted, Question, Said};
use crate::{
    forms::{Errors, figures},
    law::{self, Law, Method, UseCode},
    scope::{
        Exclusions, HostUse, Known, PartOf,
        head_count::{Amount, MOST, Working},
    },
};

/// What to check.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum What {
    /// Premises.
    Premises,
    /// An event.
    Event,
    /// Both: each has a decision of its own.
    Both,
}

/// The uses in Schedule 1 that somebody chose.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Uses {
    /// None of them.
    Nothing,
    /// Not sure.
    NotSure,
    /// These, each once, in the order of Schedule 1.
    These(Vec<UseCode>),
}

/// Where entry is checked (section 3(1)(e) and (2)).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Checked {
    /// At the whole event.
    Whole,
    /// In a part, which is then the event.
    Part,
    /// Nowhere.
    No,
    /// Not sure.
    NotSure,
}

/// How many people.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Count {
    /// So many, as somebody knows.
    Number(u32),
    /// To be worked out.
    Help,
    /// Not known.
    NotSure,
}

/// An answer.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Answer {
    /// To [`Question::What`].
    What(What),
    /// Yes, no or not sure.
    Known(Known),
    /// To the questions about Schedule 2.
    Exclusions(Exclusions),
    /// To [`Question::Uses`].
    Uses(Uses),
    /// To [`Question::Principal`]; `None` when not sure.
    Principal(Option<UseCode>),
    /// To [`Question::PartOf`].
    PartOf(PartOf),
    /// To [`Question::Count`].
    Count(Count),
    /// To [`Question::Method`].
    Method(&'static Method),
    /// To [`Question::Figures`].
    Figures(Working),
    /// To [`Question::HostUse`].
    HostUse(HostUse),
    /// To [`Question::EntryChecked`].
    Checked(Checked),
}

/// What an answer may depend on.
pub struct Around<'a> {
    /// The law.
    pub law: &'a Law<'a>,
    /// The day.
    pub on: NaiveDate,
    /// The uses that may be principal.
    pub uses: &'a [UseCode],
    /// The method whose figures are asked for.
    pub method: Option<&'static Method>,
}

/// The answer to a question in what was said.
///
/// # Errors
/// A code at the field that is wrong: `missing`, `invalid`, `none-with-others`, `number-invalid`,
/// `number-range`, and those of [`figures::read`].
pub fn read(question: Question, said: &Said, around: &Around<'_>) -> Result<Answer, Errors> {
    let id = question.id();
    let one = said.one(&id);
    let answer = match question {
        Question::What => one_of(one, &WHAT).map(Answer::What),
        Question::Building
        | Question::ForPublic(_)
        | Question::Mainly
        | Question::SameSite
        | Question::HostEnhanced
        | Question::PublicAccess => one_of(one, &KNOWN).map(Answer::Known),
        Question::Exclusions => exclusions(said.all(&id), around, false).map(Answer::Exclusions),
        Question::HostExclusions => exclusions(said.all(&id), around, true).map(Answer::Exclusions),
        Question::Uses => uses(said.all(&id), around).map(Answer::Uses),
        Question::Principal => principal(one, around.uses).map(Answer::Principal),
        Question::PartOf => one_of(one, &PART_OF).map(Answer::PartOf),
        Question::Count(counted) => return count(counted, said).map(Answer::Count),
        Question::Method(_) => method(one).map(Answer::Method),
        Question::Figures(counted) => {
            let Some(method) = around.method else { return Err(Errors::one(id, "missing")) };
            return figures::read(method, counted.prefix(), |field| said.one(field)).map(Answer::Figures);
        }
        Question::HostUse => host_use(one, around).map(Answer::HostUse),
        Question::EntryChecked => one_of(one, &CHECKED).map(Answer::Checked),
    };
    answer.map_err(|code| Errors::one(id, code))
}

/// An answer as the address holds it.
pub fn write(question: Question, answer: &Answer, out: &mut Vec<(String, String)>) {
    let id = question.id();
    let mut put = |value: String| out.push((id.clone(), value));
    match answer {
        Answer::What(what) => put(slug_of(*what, &WHAT)),
        Answer::Known(known) => put(slug_of(*known, &KNOWN)),
        Answer::PartOf(part_of) => put(slug_of(*part_of, &PART_OF)),
        Answer::Checked(checked) => put(slug_of(*checked, &CHECKED)),
        Answer::Exclusions(Exclusions::Nothing) | Answer::Uses(Uses::Nothing) => put("none".into()),
        Answer::Exclusions(Exclusions::NotSure) | Answer::Uses(Uses::NotSure) | Answer::Principal(None) => {
            put("not-sure".into());
        }
        Answer::Exclusions(Exclusions::These(ids)) => ids.iter().cloned().for_each(put),
        Answer::Uses(Uses::These(codes)) => codes.iter().map(|code| code.0.to_string()).for_each(put),
        Answer::Principal(Some(code)) => put(code.0.to_string()),
        Answer::Method(method) => put(method.id.into()),
        Answer::HostUse(HostUse::None) => put("none".into()),
        Answer::HostUse(HostUse::NotSure) => put("not-sure".into()),
        Answer::HostUse(HostUse::Mainly(code)) => put(code.0.to_string()),
        Answer::Count(Count::Help) => put("help".into()),
        Answer::Count(Count::NotSure) => put("not-sure".into()),
        Answer::Count(Count::Number(number)) => {
            put("know".into());
            out.push((number_field(question), number.to_string()));
        }
        Answer::Figures(working) => {
            let Question::Figures(counted) = question else { return };
            for figure in &working.figures {
                out.push((format!("{}in-{}", counted.prefix(), figure.input), figure.amount.to_string()));
            }
        }
    }
}

/// The name of the field for a number that is known.
fn number_field(question: Question) -> String {
    let prefix = if let Question::Count(counted) = question { counted.prefix() } else { "" };
    format!("{prefix}number")
}

const WHAT: [(&str, What); 3] = [("premises", What::Premises), ("event", What::Event), ("both", What::Both)];
const KNOWN: [(&str, Known); 3] = [("yes", Known::Yes), ("no", Known::No), ("not-sure", Known::NotSure)];
const CHECKED: [(&str, Checked); 4] =
    [("whole", Checked::Whole), ("part", Checked::Part), ("no", Checked::No), ("not-sure", Checked::NotSure)];
const PART_OF: [(&str, PartOf); 5] = [
    ("nothing", PartOf::Nothing),
    ("same-responsible", PartOf::SameResponsible),
    ("other-responsible", PartOf::OtherResponsible),
    ("some-in-common", PartOf::SomeInCommon),
    ("not-sure", PartOf::NotSure),
];

fn one_of<T: Copy>(text: Option<&str>, table: &[(&str, T)]) -> Result<T, &'static str> {
    let text = text.filter(|text| !text.is_empty()).ok_or("missing")?;
    table.iter().find(|(slug, _)| *slug == text).map(|(_, value)| *value).ok_or("invalid")
}

fn slug_of<T: PartialEq>(value: T, table: &[(&str, T)]) -> String {
    table.iter().find(|(_, known)| *known == value).map_or_else(String::new, |(slug, _)| (*slug).to_owned())
}

/// `none`, `not-sure`, or any of a list.
enum Chosen<'s> {
    Nothing,
    NotSure,
    These(Vec<&'s str>),
}

fn chosen<'s>(texts: impl Iterator<Item = &'s str>) -> Result<Chosen<'s>, &'static str> {
    let texts: Vec<&str> = texts.collect();
    match texts.as_slice() {
        [] => Err("missing"),
        ["none"] => Ok(Chosen::Nothing),
        ["not-sure"] => Ok(Chosen::NotSure),
        _ if texts.iter().any(|text| ["none", "not-sure"].contains(text)) => Err("none-with-others"),
        _ => Ok(Chosen::These(texts)),
    }
}

/// Each entry once, in the order of the law.
fn exclusions<'s>(
    texts: impl Iterator<Item = &'s str>,
    around: &Around<'_>,
    events: bool,
) -> Result<Exclusions, &'static str> {
    let ids = match chosen(texts)? {
        Chosen::Nothing => return Ok(Exclusions::Nothing),
        Chosen::NotSure => return Ok(Exclusions::NotSure),
        Chosen::These(ids) => ids,
    };
    let offered = around
        .law
        .exclusions_on(around.on)
        .filter(|entry| if events { entry.events } else { entry.premises });
    let offered: Vec<&str> = offered.map(|entry| entry.id).collect();
    if ids.iter().any(|id| !offered.contains(id)) {
        return Err("invalid");
    }
    Ok(Exclusions::These(offered.iter().filter(|id| ids.contains(id)).map(|id| (*id).to_owned()).collect()))
}

fn uses<'s>(texts: impl Iterator<Item = &'s str>, around: &Around<'_>) -> Result<Uses, &'static str> {
    let texts = match chosen(texts)? {
        Chosen::Nothing => return Ok(Uses::Nothing),
        Chosen::NotSure => return Ok(Uses::NotSure),
        Chosen::These(texts) => texts,
    };
    let mut codes = Vec::new();
    for text in texts {
        let code = UseCode(text.parse().map_err(|_| "invalid")?);
        around.law.find(code, around.on).ok_or("invalid")?;
        codes.push(code);
    }
    codes.sort_unstable();
    codes.dedup();
    Ok(Uses::These(codes))
}

fn principal(text: Option<&str>, uses: &[UseCode]) -> Result<Option<UseCode>, &'static str> {
    match text.filter(|text| !text.is_empty()) {
        None => Err("missing"),
        Some("not-sure") => Ok(None),
        Some(text) => {
            let code = UseCode(text.parse().map_err(|_| "invalid")?);
            if uses.contains(&code) { Ok(Some(code)) } else { Err("invalid") }
        }
    }
}

fn host_use(text: Option<&str>, around: &Around<'_>) -> Result<HostUse, &'static str> {
    match text.filter(|text| !text.is_empty()) {
        None => Err("missing"),
        Some("none") => Ok(HostUse::None),
        Some("not-sure") => Ok(HostUse::NotSure),
        Some(text) => {
            let code = UseCode(text.parse().map_err(|_| "invalid")?);
            around.law.find(code, around.on).map(|_| HostUse::Mainly(code)).ok_or("invalid")
        }
    }
}

fn count(counted: Counted, said: &Said) -> Result<Count, Errors> {
    let question = Question::Count(counted);
    let number = number_field(question);
    match said.one(&question.id()) {
        Some("help") => Ok(Count::Help),
        Some("not-sure") => Ok(Count::NotSure),
        Some("know") => {
            let code = match Amount::read(said.one(&number).unwrap_or_default(), false) {
                Ok(amount) => match u32::try_from(amount.hundredths() / 100) {
                    Ok(people) if (1..=MOST).contains(&people) => return Ok(Count::Number(people)),
                    _ => "number-range",
                },
                Err("missing") => "missing",
                Err(_) => "number-invalid",
            };
            Err(Errors::one(number, code))
        }
        None | Some("") => Err(Errors::one(question.id(), "missing")),
        Some(_) => Err(Errors::one(question.id(), "invalid")),
    }
}

fn method(text: Option<&str>) -> Result<&'static Method, &'static str> {
    let id = text.filter(|text| !text.is_empty()).ok_or("missing")?;
    law::method(id).filter(|method| !method.inputs.is_empty()).ok_or("invalid")
}
