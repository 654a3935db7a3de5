//! Random answers: some venues that have most in place, some that have nothing, some that have only begun.

use std::collections::BTreeMap;

use chrono::{Days, NaiveDate};
use domain::{
    assessment::{Answer, Answers},
    content::{Audience, QuestionSet},
};
use proptest::{
    prelude::*,
    test_runner::{Config, RngAlgorithm, TestCaseResult, TestError, TestRng, TestRunner},
};

use super::found::{Case, best, value};

/// How long ago something was, in days; most of them about a year.
const AGO: [u64; 7] = [0, 30, 364, 365, 366, 500, 1_500];

/// One answer, drawn: whether it is there, whether it is the best, which other one, how long ago, with a note.
type Draw = (u8, u8, u8, usize, bool);

pub fn today() -> NaiveDate {
    "2027-05-01".parse().unwrap()
}

/// Any answers to the questions of a set, whether the questions show or not.
pub fn cases(set: &QuestionSet, audience: Audience) -> impl Strategy<Value = Case> + use<> {
    let set = set.clone();
    let (questions, topics) = (set.questions().count(), set.topics.len());
    let draw = (0..100_u8, 0..100_u8, any::<u8>(), 0..AGO.len(), prop::bool::weighted(0.3));
    let open = prop::sample::select(vec![0, 5, 40]);
    let good = prop::sample::select(vec![0, 30, 60, 85, 97]);
    let drills = prop::collection::vec(prop::option::weighted(0.3, 0..AGO.len()), topics);
    (open, good, prop::collection::vec(draw, questions), drills).prop_map(
        move |(open, good, draws, drills)| {
            let questions = set.questions().map(|(_, question)| question);
            let answers: Answers = questions
                .zip(draws)
                .filter(|(_, (there, ..))| *there >= open)
                .map(|(question, draw)| (question.id.clone(), answer(question, good, draw)))
                .collect();
            let topics = set.topics.iter().map(|topic| topic.id.clone());
            let drills: BTreeMap<String, NaiveDate> =
                topics.zip(drills).filter_map(|(topic, at)| Some((topic, ago(at?)))).collect();
            Case { audience, answers, today: today(), drills }
        },
    )
}

fn answer(question: &domain::content::Question, good: u8, (_, is_best, other, at, noted): Draw) -> Answer {
    let value = if is_best < good && !question.readiness.is_empty() {
        best(question, ago(1))
    } else {
        let codes = question.answer.codes();
        value(&question.answer, codes[usize::from(other) % codes.len()], ago(at))
    };
    Answer { value, note: if noted { "How".to_owned() } else { String::new() } }
}

fn ago(at: usize) -> NaiveDate {
    today().checked_sub_days(Days::new(AGO[at])).unwrap()
}

/// How long to try.
#[derive(Clone, Copy)]
pub struct Tries {
    pub cases: u32,
    /// How often to try to make a case that fails smaller.
    pub smaller: u32,
}

/// Tries random cases of a set, the same on every run; tells the first that fails.
pub fn try_out(
    set: &QuestionSet,
    audience: Audience,
    tries: Tries,
    test: impl Fn(&Case) -> TestCaseResult,
) -> Result<(), TestError<Case>> {
    let config = Config {
        cases: tries.cases,
        max_shrink_iters: tries.smaller,
        failure_persistence: None,
        ..Config::default()
    };
    let seed = TestRng::deterministic_rng(RngAlgorithm::ChaCha);
    TestRunner::new_with_rng(config, seed).run(&cases(set, audience), |case| test(&case))
}
