//! The same once more: slow, written from what the pages say and not from the engine, and with mistakes to choose.

use std::collections::BTreeMap;

use chrono::{Datelike, NaiveDate};
use domain::{
    assessment::{Answers, Confidence, Standing, Value},
    content::{ActionRule, Condition, Part, Question, QuestionId, QuestionSet, ReadinessTopic},
};

use super::found::{Case, Found, best, is_gap};

/// One thing done wrong.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Slip {
    Nothing,
    OpenConditionShows,
    HiddenAnswersCount,
    NotSureIsNoAnswer,
    ActionsAsAsked,
    ActionsOfHiddenAnswers,
    OpenContradicts,
    PartlyIsAll,
    PartlyIsNothing,
    NotApplicableIsNothing,
    NotApplicableIsAll,
    NoAndNotSureIsPartly,
    PartsMakeAWhole,
    PartsMakeAStart,
    EveryWeightIsOne,
    ShareWithoutTheThing,
    HiddenByGapsIsForgotten,
    DaysNeverAge,
    OneDayLonger,
    DrillsDoNotCount,
    TooLongAgoIsTriedOut,
    NotSureIsStated,
    OneNoteIsEnough,
}

/// How true something is: an answer that is not there leaves it open.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
enum Truth {
    False,
    Open,
    True,
}

/// How much of something is there.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Much {
    All,
    Some,
    Nothing,
    Unknown,
    DoesNotApply,
}

/// What a question says about a topic.
struct Says<'a> {
    part: Part,
    weight: u32,
    much: Much,
    asked: Option<&'a Question>,
}

pub struct Reference<'a> {
    pub set: &'a QuestionSet,
    pub case: &'a Case,
    pub slip: Slip,
}

impl<'a> Reference<'a> {
    pub fn found(&self) -> Found {
        let questions: Vec<&Question> = self.set.questions().map(|(_, question)| question).collect();
        let shown: Vec<&Question> =
            questions.iter().copied().filter(|one| self.shows(&self.case.answers, one)).collect();
        let ids = |list: &[&Question]| list.iter().map(|one| one.id.to_string()).collect::<Vec<_>>();
        let open: Vec<&Question> = shown.iter().copied().filter(|one| self.is_open(one)).collect();
        let closed = self.with_every_gap_closed();
        let hidden: Vec<&Question> = questions
            .iter()
            .copied()
            .filter(|one| !self.shows(&self.case.answers, one) && self.shows(&closed, one))
            .collect();
        let contradictions = self.set.contradictions.iter();
        let least = if self.slip == Slip::OpenContradicts { Truth::Open } else { Truth::True };
        Found {
            shown: ids(&shown),
            open: ids(&open),
            hidden: ids(&hidden),
            actions: self.actions(if self.slip == Slip::ActionsOfHiddenAnswers {
                &questions
            } else {
                &shown
            }),
            contradictions: contradictions
                .filter(|one| self.truth(&self.case.answers, &one.when) >= least)
                .map(|one| one.text.clone())
                .collect(),
            readiness: self.readiness(&shown, &hidden),
        }
    }

    fn slips(&self, slip: Slip) -> bool {
        self.slip == slip
    }

    fn shows(&self, answers: &Answers, question: &Question) -> bool {
        let for_them = question.tiers.contains(&self.case.audience);
        let least = if self.slips(Slip::OpenConditionShows) { Truth::Open } else { Truth::True };
        for_them && question.show_if.as_ref().is_none_or(|when| self.truth(answers, when) >= least)
    }

    fn truth(&self, answers: &Answers, condition: &Condition) -> Truth {
        match condition {
            Condition::Is { question, any_of } => match self.said(answers, question) {
                None => Truth::Open,
                Some(code) if any_of.contains(&code) => Truth::True,
                Some(_) => Truth::False,
            },
            Condition::All(list) => {
                list.iter().map(|one| self.truth(answers, one)).min().unwrap_or(Truth::True)
            }
            Condition::Any(list) => {
                list.iter().map(|one| self.truth(answers, one)).max().unwrap_or(Truth::False)
            }
            Condition::Not(one) => match self.truth(answers, one) {
                Truth::True => Truth::False,
                Truth::Open => Truth::Open,
                Truth::False => Truth::True,
            },
        }
    }

    /// The code of an answer that counts: of a question that shows.
    fn said(&self, answers: &Answers, id: &QuestionId) -> Option<String> {
        let question = self.set.question(id)?;
        if !self.slips(Slip::HiddenAnswersCount) && !self.shows(answers, question) {
            return None;
        }
        answers.get(id).map(|answer| answer.value.code().to_owned())
    }

    fn is_open(&self, question: &Question) -> bool {
        match self.case.answers.get(&question.id) {
            None => true,
            Some(answer) => self.slips(Slip::NotSureIsNoAnswer) && answer.value == Value::NotSure,
        }
    }

    fn with_every_gap_closed(&self) -> Answers {
        let mut answers = self.case.answers.clone();
        for (_, question) in self.set.questions() {
            if is_gap(question, &answers) {
                answers.insert(question.id.clone(), best(question, self.case.today).into());
            }
        }
        answers
    }

    fn actions(&self, asked: &[&Question]) -> Vec<(u8, String, String)> {
        let follows = |question: &Question, rule: &ActionRule| {
            let Some(answer) = self.case.answers.get(&question.id) else { return false };
            let old = match (&answer.value, question.ages_after) {
                (Value::Date { date }, Some(months)) => !self.is_recent(*date, months),
                _ => false,
            };
            let code = if old { "too-old" } else { answer.value.code() };
            rule.when.iter().any(|when| when == code)
        };
        let of = |wanted: Option<u8>| {
            let mut list = Vec::new();
            for question in asked {
                for rule in question.actions.iter().filter(|rule| follows(question, rule)) {
                    if wanted.is_none_or(|wanted| wanted == rule.priority) {
                        list.push((rule.priority, question.id.to_string(), rule.text.clone()));
                    }
                }
            }
            list
        };
        if self.slips(Slip::ActionsAsAsked) {
            return of(None);
        }
        [of(Some(1)), of(Some(2)), of(Some(3))].concat()
    }

    fn readiness(
        &self,
        shown: &[&'a Question],
        hidden: &[&'a Question],
    ) -> BTreeMap<String, (Standing, Option<u8>, Confidence)> {
        let mut found = BTreeMap::new();
        for topic in &self.set.topics {
            let mut said = self.says(topic, shown, false);
            if said.is_empty() {
                continue;
            }
            let confidence = self.confidence(topic, &said);
            if !self.slips(Slip::HiddenByGapsIsForgotten) {
                said.extend(self.says(topic, hidden, true));
            }
            let main = self.whole(&said, Part::Main);
            let parts = self.whole(&said, Part::Support);
            let standing = self.standing(main, parts);
            found.insert(topic.id.clone(), (standing, self.share(main, &said), confidence));
        }
        found
    }

    /// What these questions say about a topic; what is hidden by a gap is not there.
    fn says(&self, topic: &ReadinessTopic, questions: &[&'a Question], hidden: bool) -> Vec<Says<'a>> {
        let mut all = Vec::new();
        for question in questions {
            for bearing in question.readiness.iter().filter(|one| one.topic == topic.id) {
                all.push(Says {
                    part: bearing.part,
                    weight: if self.slips(Slip::EveryWeightIsOne) { 1 } else { bearing.weight.into() },
                    much: if hidden { Much::Nothing } else { self.much(question) },
                    asked: (!hidden).then_some(*question),
                });
            }
        }
        all
    }

    fn much(&self, question: &Question) -> Much {
        let Some(answer) = self.case.answers.get(&question.id) else { return Much::Unknown };
        match (&answer.value, question.ages_after) {
            (Value::Date { date }, Some(months)) if !self.is_recent(*date, months) => {
                if self.slips(Slip::DaysNeverAge) { Much::All } else { Much::Some }
            }
            (Value::NotSure, _) => Much::Unknown,
            (Value::No | Value::NoDate | Value::NoDecision, _) => Much::Nothing,
            (Value::NotApplicable { .. }, _) if self.slips(Slip::NotApplicableIsNothing) => Much::Nothing,
            (Value::NotApplicable { .. }, _) if self.slips(Slip::NotApplicableIsAll) => Much::All,
            (Value::NotApplicable { .. }, _) => Much::DoesNotApply,
            (Value::Partly, _) if self.slips(Slip::PartlyIsAll) => Much::All,
            (Value::Partly, _) if self.slips(Slip::PartlyIsNothing) => Much::Nothing,
            (Value::Partly, _) => Much::Some,
            _ => Much::All,
        }
    }

    fn whole(&self, said: &[Says<'_>], part: Part) -> Much {
        let all: Vec<Much> = said.iter().filter(|one| one.part == part).map(|one| one.much).collect();
        let count = |much: Much| all.iter().filter(|one| **one == much).count();
        let applies = all.len() - count(Much::DoesNotApply);
        if applies == 0 {
            Much::DoesNotApply
        } else if count(Much::All) == applies {
            Much::All
        } else if count(Much::All) + count(Much::Some) > 0 {
            Much::Some
        } else if count(Much::Nothing) == applies {
            Much::Nothing
        } else if self.slips(Slip::NoAndNotSureIsPartly) && count(Much::Nothing) > 0 {
            Much::Some
        } else {
            Much::Unknown
        }
    }

    fn standing(&self, main: Much, parts: Much) -> Standing {
        let a_part_is_there = matches!(parts, Much::All | Much::Some);
        match main {
            Much::DoesNotApply => Standing::NotApplicable,
            Much::Nothing if self.slips(Slip::PartsMakeAStart) && a_part_is_there => Standing::Partly,
            Much::Nothing => Standing::NotInPlace,
            Much::Unknown => Standing::NotKnown,
            Much::Some => Standing::Partly,
            Much::All if self.slips(Slip::PartsMakeAWhole) => Standing::InPlace,
            Much::All if matches!(parts, Much::All | Much::DoesNotApply) => Standing::InPlace,
            Much::All => Standing::Partly,
        }
    }

    /// Of each hundredth that applies, how many are there: half of what is there in part.
    fn share(&self, main: Much, said: &[Says<'_>]) -> Option<u8> {
        match main {
            Much::DoesNotApply => return None,
            Much::Nothing | Much::Unknown if !self.slips(Slip::ShareWithoutTheThing) => return Some(0),
            _ => {}
        }
        let counted = || said.iter().filter(|one| one.part != Part::Proof && one.much != Much::DoesNotApply);
        let sum =
            |much: Much| -> u32 { counted().filter(|one| one.much == much).map(|one| one.weight).sum() };
        let of: u32 = counted().map(|one| one.weight).sum();
        u8::try_from((100 * sum(Much::All) + 50 * sum(Much::Some)) / of).ok()
    }

    fn confidence(&self, topic: &ReadinessTopic, said: &[Says<'_>]) -> Confidence {
        if said.iter().any(|one| one.much == Much::Unknown) && !self.slips(Slip::NotSureIsStated) {
            return Confidence::Doubtful;
        }
        let answer = |one: &Says<'_>| self.case.answers.get(&one.asked.unwrap().id);
        let proofs: Vec<&Says<'_>> = said.iter().filter(|one| one.part == Part::Proof).collect();
        // Days on which it was tried out, and how many months each of them counts.
        let mut days: Vec<(NaiveDate, u8)> = Vec::new();
        for one in &proofs {
            if let (Some(Value::Date { date }), Some(months)) =
                (answer(one).map(|answer| &answer.value), one.asked.unwrap().ages_after)
            {
                days.push((*date, months));
            }
        }
        if let (Some(day), Some(months)) = (self.case.drills.get(&topic.id), topic.drill_every)
            && !self.slips(Slip::DrillsDoNotCount)
        {
            days.push((*day, months));
        }
        let applicable = || proofs.iter().filter(|one| one.much != Much::DoesNotApply);
        let said_so = applicable().count() > 0 && applicable().all(|one| one.much == Much::All);
        if days.iter().any(|(day, months)| self.is_recent(*day, *months)) {
            return Confidence::TriedOut;
        }
        if !days.is_empty() && !self.slips(Slip::TooLongAgoIsTriedOut) {
            return Confidence::OutOfDate;
        }
        if said_so || !days.is_empty() {
            return Confidence::TriedOut;
        }
        let there = said
            .iter()
            .filter(|one| one.part == Part::Main && matches!(one.much, Much::All | Much::Some))
            .filter_map(answer);
        let (noted, bare): (Vec<_>, Vec<_>) = there.partition(|answer| !answer.note.is_empty());
        if !noted.is_empty() && (bare.is_empty() || self.slips(Slip::OneNoteIsEnough)) {
            Confidence::Described
        } else {
            Confidence::Stated
        }
    }

    /// Whether a day is less than so many months ago, by the calendar.
    fn is_recent(&self, day: NaiveDate, months: u8) -> bool {
        let months = day.month0() + u32::from(months);
        let year = day.year() + i32::try_from(months / 12).unwrap();
        // 31 January and one month end with February.
        let end = (1..=day.day())
            .rev()
            .find_map(|last| NaiveDate::from_ymd_opt(year, months % 12 + 1, last))
            .unwrap();
        end > self.case.today || self.slips(Slip::OneDayLonger) && end == self.case.today
    }
}
