//! Is a question whole, and does what hangs on it exist?

use toml::Spanned;

use super::{
    Audience,
    blocks::Block,
    check_sources::citations,
    condition::Condition,
    fault::Finder,
    model::{ActionRule, AnswerKind, Bearing, ChoiceOption, Part, Question, ReadinessTopic, TOO_OLD},
    prose,
    question_id::QuestionId,
    raw::{RawAction, RawBearing, RawCondition, RawKind, RawQuestion},
    source::Source,
};

/// The highest number in the list of subjects that the sets are planned by.
const TOPICS: u8 = 65;

/// What a condition may look at: a question, what can be answered to it, and whether it comes
/// before the question whose condition it is.
pub struct Known<'a> {
    pub id: &'a str,
    pub kind: &'a AnswerKind,
    pub earlier: bool,
}

/// Checks one question.
pub fn question(
    find: &mut Finder<'_>,
    raw: &RawQuestion,
    id: QuestionId,
    kind: AnswerKind,
    (set_tiers, sources, topics, known): (&[Audience], &[Source], &[ReadinessTopic], &[Known<'_>]),
) -> Question {
    let tiers = raw.tiers.clone().unwrap_or_else(|| set_tiers.to_vec());
    if tiers.is_empty() || tiers.iter().any(|tier| !set_tiers.contains(tier)) {
        find.at(&raw.id, format!("question \"{id}\" is for a tier that its set is not for"));
    }
    if !(1..=60).contains(raw.minutes.get_ref()) {
        find.at(&raw.minutes, "minutes must be 1 to 60");
    }
    for topic in raw.topics.iter().filter(|topic| !(1..=TOPICS).contains(topic.get_ref())) {
        find.at(topic, format!("unknown topic number {} (1 to {TOPICS})", topic.get_ref()));
    }
    if raw.topics.is_empty() {
        find.at(&raw.id, format!("question \"{id}\" names no topic number"));
    }
    let actions = actions(find, raw, &id, &kind);
    if let Some(months) = &raw.ages_after {
        if !(matches!(kind, AnswerKind::DateOrNone) && (1..=60).contains(months.get_ref())) {
            find.at(months, "ages_after is 1 to 60 months, of a date-or-none answer");
        } else if !actions.iter().any(|rule| rule.when.iter().any(|code| code == TOO_OLD)) {
            find.at(months, format!("no action says what to do when the day is \"{TOO_OLD}\""));
        }
    }
    for (at, bearing) in raw.readiness.iter().enumerate() {
        let topic = &bearing.get_ref().topic;
        if raw.readiness.iter().take(at).any(|before| before.get_ref().topic == *topic) {
            find.at(bearing, format!("question \"{id}\" bears on \"{topic}\" twice"));
        }
    }
    Question {
        text: prose::line(find, &raw.text, "text"),
        hint: raw.hint.as_ref().map(|hint| prose::line(find, hint, "hint")),
        show_if: raw.show_if.as_ref().and_then(|raw| condition(find, raw, known)),
        tiers,
        topics: raw.topics.iter().map(|topic| *topic.get_ref()).collect(),
        act: raw.act.as_ref().map(|act| act.get_ref().clone()),
        label: *raw.label.get_ref(),
        sources: citations(find, sources, raw),
        guidance: present(find, raw, raw.guidance.as_ref(), "guidance"),
        good: present(find, raw, raw.good.as_ref(), "good"),
        minutes: *raw.minutes.get_ref(),
        arguable: raw.arguable.as_ref().map(|why| prose::line(find, why, "arguable")),
        ages_after: raw.ages_after.as_ref().map(|months| *months.get_ref()),
        readiness: raw.readiness.iter().filter_map(|raw| bearing(find, raw, &kind, topics)).collect(),
        actions,
        answer: kind,
        id,
    }
}

/// Reads an answer kind.
pub fn kind(find: &mut Finder<'_>, raw: &Spanned<RawKind>) -> Option<AnswerKind> {
    let RawKind { kind, option, max, unit, most } = raw.get_ref();
    let kind = match kind.as_str() {
        "procedure" => AnswerKind::Procedure,
        "yes-no" => AnswerKind::YesNo,
        "date-or-none" => AnswerKind::DateOrNone,
        "person" => AnswerKind::Person,
        "decision" => AnswerKind::Decision,
        "number" => {
            AnswerKind::Number { unit: unit.clone().unwrap_or_default(), most: most.unwrap_or_default() }
        }
        "text" => AnswerKind::Text { max: max.unwrap_or_default() },
        "choice" => AnswerKind::Choice {
            options: option
                .iter()
                .map(|option| ChoiceOption { id: option.id.clone(), text: option.text.clone() })
                .collect(),
        },
        other => {
            find.at(raw, format!("unknown answer kind \"{other}\""));
            return None;
        }
    };
    match &kind {
        AnswerKind::Text { max } if !(1..=4000).contains(max) => {
            find.at(raw, "a text answer needs max, 1 to 4000 characters");
        }
        AnswerKind::Number { unit, most } if unit.trim().is_empty() || *most == 0 => {
            find.at(raw, "a number needs a unit and most, the highest that makes sense");
        }
        AnswerKind::Choice { options } if options.len() < 2 => {
            find.at(raw, "a choice needs two or more options");
        }
        AnswerKind::Choice { options } => {
            let mut ids: Vec<&str> = options.iter().map(|option| option.id.as_str()).collect();
            ids.sort_unstable();
            if ids.windows(2).any(|pair| pair.first() == pair.last()) {
                find.at(raw, "two options have one id");
            }
        }
        _ => {}
    }
    if max.is_some() && !matches!(kind, AnswerKind::Text { .. }) {
        find.at(raw, "max belongs to a text answer only");
    }
    if (unit.is_some() || most.is_some()) && !matches!(kind, AnswerKind::Number { .. }) {
        find.at(raw, "unit and most belong to a number only");
    }
    if !option.is_empty() && !matches!(kind, AnswerKind::Choice { .. }) {
        find.at(raw, "options belong to a choice only");
    }
    Some(kind)
}

/// Reads a condition; every question it names must be known, come earlier and be answerable so.
pub fn condition(
    find: &mut Finder<'_>,
    raw: &Spanned<RawCondition>,
    known: &[Known<'_>],
) -> Option<Condition> {
    let list = |find: &mut Finder<'_>, list: &[Spanned<RawCondition>]| {
        if list.is_empty() {
            find.at(raw, "a condition over nothing");
        }
        list.iter().map(|one| condition(find, one, known)).collect::<Option<Vec<_>>>()
    };
    match raw.get_ref() {
        RawCondition { question: Some(question), is: Some(is), all: None, any: None, not: None } => {
            let any_of = is.get_ref().list();
            let name = question.get_ref();
            let Some(found) = known.iter().find(|one| one.id == name) else {
                find.at(question, format!("unknown question \"{name}\""));
                return None;
            };
            if !found.earlier {
                find.at(question, format!("the condition looks at \"{name}\", which is not asked earlier"));
            }
            codes(find, is, name, found.kind, &any_of);
            Some(Condition::Is { question: name.parse().ok()?, any_of })
        }
        RawCondition { question: None, is: None, all: Some(all), any: None, not: None } => {
            list(find, all).map(Condition::All)
        }
        RawCondition { question: None, is: None, all: None, any: Some(any), not: None } => {
            list(find, any).map(Condition::Any)
        }
        RawCondition { question: None, is: None, all: None, any: None, not: Some(not) } => {
            condition(find, not, known).map(|inner| Condition::Not(Box::new(inner)))
        }
        _ => {
            find.at(raw, "a condition is { question, is }, { all }, { any } or { not }");
            None
        }
    }
}

fn codes<T>(find: &mut Finder<'_>, at: &Spanned<T>, id: &str, kind: &AnswerKind, codes: &[String]) {
    if codes.is_empty() {
        find.at(at, "no answer is named");
    }
    for code in codes.iter().filter(|code| !kind.codes().contains(&code.as_str())) {
        find.at(at, format!("question \"{id}\" ({}) cannot be answered \"{code}\"", kind.name()));
    }
}

fn present(
    find: &mut Finder<'_>,
    raw: &RawQuestion,
    text: Option<&Spanned<String>>,
    what: &str,
) -> Vec<Block> {
    let Some(text) = text else {
        find.at(&raw.id, format!("question \"{}\" has no {what}", raw.id.get_ref()));
        return Vec::new();
    };
    prose::blocks(find, text, what)
}

fn bearing(
    find: &mut Finder<'_>,
    raw: &Spanned<RawBearing>,
    kind: &AnswerKind,
    topics: &[ReadinessTopic],
) -> Option<Bearing> {
    use AnswerKind as K;
    if matches!(kind, K::Choice { .. } | K::Text { .. } | K::Number { .. } | K::Decision) {
        find.at(raw, format!("a {} answer cannot bear on readiness", kind.name()));
        return None;
    }
    let RawBearing { topic, part, weight } = raw.get_ref().clone();
    if !topics.iter().any(|one| one.id == topic) {
        find.at(raw, format!("topic \"{topic}\" is not in readiness.toml"));
    }
    if !(1..=3).contains(&weight) {
        find.at(raw, "weight must be 1, 2 or 3");
    }
    if part != Part::Proof || !matches!(kind, AnswerKind::Person) {
        return Some(Bearing { topic, part, weight });
    }
    find.at(raw, "a person is no proof that something was tried out");
    None
}

fn actions(find: &mut Finder<'_>, raw: &RawQuestion, id: &QuestionId, kind: &AnswerKind) -> Vec<ActionRule> {
    let ages = raw.ages_after.is_some();
    raw.action.iter().map(|raw| action(find, raw, id, (kind, ages))).collect()
}

fn action(
    find: &mut Finder<'_>,
    raw: &RawAction,
    id: &QuestionId,
    (kind, ages): (&AnswerKind, bool),
) -> ActionRule {
    let when: Vec<String> = raw.when.iter().map(|code| code.get_ref().clone()).collect();
    let answered: Vec<String> = when.iter().filter(|code| !ages || *code != TOO_OLD).cloned().collect();
    match raw.when.first() {
        Some(first) if !answered.is_empty() => codes(find, first, id.as_str(), kind, &answered),
        Some(_) => {}
        None => find.at(&raw.text, "the action follows from no answer"),
    }
    if !(1..=3).contains(raw.priority.get_ref()) {
        find.at(&raw.priority, "priority must be 1, 2 or 3");
    }
    let text = prose::line(find, &raw.text, "action");
    ActionRule { when, text, priority: *raw.priority.get_ref(), cost: raw.cost }
}
