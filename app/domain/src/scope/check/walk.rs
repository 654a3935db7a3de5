//! The way through the questions.

use chrono::NaiveDate;

use super::{
    Answer, Check, Checked, Count, Counted, Question, Said, Step, Uses, What,
    answer::{Around, read},
};
use crate::{
    law::{Law, Method, UseCode, VisitingPublic},
    scope::{
        EventFacts, EventOutcome, Exclusions, HostUse, Known, Outcome, PartOf, ScopeFacts, StatedUse, decide,
        decide_event, head_count::HeadCount,
    },
};

/// Walks through the questions. One without an answer does not end the walk, so that later answers
/// stay when an earlier one is changed; what settles the decision ends its part.
pub fn walk(said: &Said, law: &Law<'_>, on: NaiveDate) -> Check {
    let mut walk =
        Walk { said, law, on, steps: Vec::new(), uses: Vec::new(), head_count: None, event_count: None };
    let what = match walk.ask(Question::What) {
        Some(Answer::What(what)) => Some(what),
        _ => None,
    };
    let premises = matches!(what, Some(What::Premises | What::Both)).then(|| walk.premises());
    let event = matches!(what, Some(What::Event | What::Both)).then(|| walk.event(premises.as_ref()));
    Check { steps: walk.steps, premises, event, head_count: walk.head_count, event_count: walk.event_count }
}

struct Walk<'a> {
    said: &'a Said,
    law: &'a Law<'a>,
    on: NaiveDate,
    steps: Vec<Step>,
    /// The uses that are left.
    uses: Vec<UseCode>,
    head_count: Option<HeadCount>,
    event_count: Option<HeadCount>,
}

impl Walk<'_> {
    fn ask(&mut self, question: Question) -> Option<Answer> {
        self.ask_of(question, None)
    }

    fn ask_of(&mut self, question: Question, method: Option<&'static Method>) -> Option<Answer> {
        let around = Around { law: self.law, on: self.on, uses: &self.uses, method };
        let answer = read(question, self.said, &around);
        let given = answer.clone().ok();
        self.steps.push(Step { question, answer, uses: self.uses.clone(), method });
        given
    }

    fn known(&mut self, question: Question) -> Known {
        match self.ask(question) {
            Some(Answer::Known(known)) => known,
            _ => Known::NotSure,
        }
    }

    fn exclusions(&mut self, question: Question) -> Exclusions {
        match self.ask(question) {
            Some(Answer::Exclusions(exclusions)) => exclusions,
            _ => Exclusions::NotSure,
        }
    }

    fn premises(&mut self) -> ScopeFacts {
        let mut facts = ScopeFacts { part_of: PartOf::NotSure, ..ScopeFacts::default() };
        let (law, on) = (self.law, self.on);
        let settled = |facts: &ScopeFacts| decide(facts, law, on).outcome == Outcome::NotInScope;

        facts.building = self.known(Question::Building);
        if settled(&facts) {
            return facts;
        }
        facts.exclusions = self.exclusions(Question::Exclusions);
        if settled(&facts) {
            return facts;
        }
        self.used_for(&mut facts);
        if settled(&facts) {
            return facts;
        }
        if let Some(Answer::PartOf(part_of)) = self.ask(Question::PartOf) {
            facts.part_of = part_of;
        }
        self.head_count = self.count(Counted::Premises);
        facts.number = self.head_count.as_ref().map(HeadCount::number);
        facts
    }

    /// Uses, the visiting-public test of those whose paragraph asks it, and the principal use.
    fn used_for(&mut self, facts: &mut ScopeFacts) {
        let codes = match self.ask(Question::Uses) {
            Some(Answer::Uses(Uses::These(codes))) => codes,
            Some(Answer::Uses(Uses::Nothing)) => {
                facts.mainly = Known::No;
                return;
            }
            _ => return,
        };
        for code in codes {
            let found = self.law.find(code, self.on);
            let asked = found.is_some_and(|item| item.visiting_public != VisitingPublic::None);
            let for_public = if asked { self.known(Question::ForPublic(code)) } else { Known::NotSure };
            facts.uses.push(StatedUse { code, for_public });
            if !(asked && for_public == Known::No) {
                self.uses.push(code);
            }
        }
        if self.uses.is_empty() {
            return;
        }
        facts.mainly = self.known(Question::Mainly);
        if facts.mainly == Known::No {
            return;
        }
        facts.principal = match self.uses.as_slice() {
            [only] => Some(*only),
            _ => match self.ask(Question::Principal) {
                Some(Answer::Principal(principal)) => principal,
                _ => None,
            },
        };
    }

    /// The number that is known, or that a method's figures come to.
    fn count(&mut self, counted: Counted) -> Option<HeadCount> {
        match self.ask(Question::Count(counted)) {
            Some(Answer::Count(Count::Number(number))) => Some(HeadCount::without_method(number, self.on)),
            Some(Answer::Count(Count::Help)) => {
                let Some(Answer::Method(method)) = self.ask(Question::Method(counted)) else { return None };
                match self.ask_of(Question::Figures(counted), Some(method)) {
                    Some(Answer::Figures(working)) => {
                        HeadCount::worked_out(method, working, "", self.on, self.on).ok()
                    }
                    _ => None,
                }
            }
            _ => None,
        }
    }

    /// The host first, then the event itself: what the host rules out needs no more questions.
    fn event(&mut self, premises: Option<&ScopeFacts>) -> EventFacts {
        let mut facts = EventFacts::default();
        let (law, on) = (self.law, self.on);
        let settled = |facts: &EventFacts| decide_event(facts, law, on).outcome == EventOutcome::NotInScope;

        let same = premises.filter(|_| self.known(Question::SameSite) == Known::Yes);
        let host = same.map(|facts| Host::of(facts, law, on)).unwrap_or_default();
        facts.host_enhanced = host.enhanced.unwrap_or_else(|| self.known(Question::HostEnhanced));
        if settled(&facts) {
            return facts;
        }
        facts.host_use = host.used_for.unwrap_or_else(|| match self.ask(Question::HostUse) {
            Some(Answer::HostUse(host_use)) => host_use,
            _ => HostUse::NotSure,
        });
        if settled(&facts) {
            return facts;
        }
        facts.exclusions = host.exclusions.unwrap_or_else(|| self.exclusions(Question::HostExclusions));
        if settled(&facts) {
            return facts;
        }
        facts.public_access = self.known(Question::PublicAccess);
        if settled(&facts) {
            return facts;
        }
        // Checks are easy to add or leave out: the number is asked either way, so that the result can
        // say what they would change.
        facts.entry_checked = match self.ask(Question::EntryChecked) {
            Some(Answer::Checked(Checked::Whole | Checked::Part)) => Known::Yes,
            Some(Answer::Checked(Checked::No)) => Known::No,
            _ => Known::NotSure,
        };
        self.event_count = self.count(Counted::Event);
        facts.number = self.event_count.as_ref().map(HeadCount::number);
        facts
    }
}

/// What is known of an event's host from what was said about premises. `None` has to be asked.
#[derive(Default)]
struct Host {
    enhanced: Option<Known>,
    used_for: Option<HostUse>,
    exclusions: Option<Exclusions>,
}

impl Host {
    fn of(facts: &ScopeFacts, law: &Law<'_>, on: NaiveDate) -> Self {
        // Part of nothing larger, or judged as one set with it: no other enhanced premises around.
        let enhanced = match (decide(facts, law, on).outcome, facts.part_of) {
            (Outcome::Enhanced, _) => Some(Known::Yes),
            (Outcome::Standard | Outcome::NotInScope, PartOf::Nothing | PartOf::SameResponsible) => {
                Some(Known::No)
            }
            _ => None,
        };
        let left_out = |stated: &StatedUse| {
            let found = law.find(stated.code, on);
            let asked = found.is_some_and(|item| item.visiting_public != VisitingPublic::None);
            asked && stated.for_public == Known::No
        };
        let mut left = facts.uses.iter().filter(|stated| !left_out(stated));
        let used_for = match (facts.mainly, left.next(), left.next()) {
            (Known::No, ..) => Some(HostUse::None),
            (Known::Yes, Some(only), None) => Some(HostUse::Mainly(only.code)),
            _ => None,
        };
        let exclusions = match &facts.exclusions {
            Exclusions::NotSure => None,
            known => Some(known.clone()),
        };
        Self { enhanced, used_for, exclusions }
    }
}
