//! Can a manager in a hurry read it? The newest editions, sentence by sentence.
#![cfg(feature = "content")]

use crate::content::{Audience, QuestionSet, library};

/// The most words a sentence may have.
const MOST: usize = 25;

/// Words that have a plainer one, or that promise too much.
const AVOID: [&str; 22] = [
    "utilise",
    "ensure",
    "leverage",
    "robust",
    "stakeholder",
    "stakeholders",
    "in order to",
    "prior to",
    "commence",
    "facilitate",
    "mitigate",
    "mitigation",
    "holistic",
    "best practice",
    "in the event of",
    "going forward",
    "personnel",
    "regarding",
    "via",
    "approximately",
    "implement",
    "whilst",
];

/// Every line and paragraph that a person reads, with where it stands.
fn texts(set: &QuestionSet) -> Vec<(String, String)> {
    let mut all = vec![("title".to_owned(), set.title.clone())];
    let blocks =
        |blocks: &[crate::content::Block]| blocks.iter().flat_map(|block| block.texts()).collect::<Vec<_>>();
    all.extend(blocks(&set.intro).into_iter().map(|text| ("intro".to_owned(), text)));
    all.extend(set.contradictions.iter().map(|one| ("contradiction".to_owned(), one.text.clone())));
    for section in &set.sections {
        all.push((section.id.clone(), section.title.clone()));
        all.extend(blocks(&section.intro).into_iter().map(|text| (section.id.clone(), text)));
        for question in &section.questions {
            let mut lines = vec![question.text.clone()];
            lines.extend(question.hint.clone());
            lines.extend(question.arguable.clone());
            lines.extend(question.actions.iter().map(|rule| rule.text.clone()));
            lines.extend(blocks(&question.guidance));
            lines.extend(blocks(&question.good));
            all.extend(lines.into_iter().map(|text| (question.id.to_string(), text)));
        }
    }
    all
}

fn sentences(text: &str) -> Vec<Vec<&str>> {
    let mut all = vec![Vec::new()];
    for word in text.split_whitespace() {
        if let Some(last) = all.last_mut() {
            last.push(word);
        }
        if word.ends_with(['.', '?', '!', ':', ';']) {
            all.push(Vec::new());
        }
    }
    all
}

fn says(text: &str, phrase: &str) -> bool {
    let plain: String =
        text.to_lowercase().chars().map(|c| if c.is_alphanumeric() { c } else { ' ' }).collect();
    let padded = format!(" {} ", plain.split_whitespace().collect::<Vec<_>>().join(" "));
    padded.contains(&format!(" {phrase} "))
}

fn faults(set: &QuestionSet) -> Vec<String> {
    let mut found = Vec::new();
    for (place, text) in texts(set) {
        for sentence in sentences(&text).iter().filter(|sentence| sentence.len() > MOST) {
            found.push(format!("{place}: {} words: {}", sentence.len(), sentence.join(" ")));
        }
        for phrase in AVOID.iter().filter(|phrase| says(&text, phrase)) {
            found.push(format!("{place}: \"{phrase}\": {text}"));
        }
    }
    found
}

#[test]
fn sentences_are_short_and_words_are_plain() {
    for audience in Audience::ALL {
        let set = library().expect("embedded content").newest(audience.set()).expect("a set");
        let found = faults(set);
        assert!(found.is_empty(), "{audience:?}\n{}", found.join("\n"));
    }
}

#[test]
fn long_sentences_and_avoided_words_are_found() {
    let mut set = library().expect("embedded content").newest("voluntary").expect("a set").clone();
    let long = format!("{}end.", "word ".repeat(MOST));
    for (text, finds) in [
        (long.as_str(), "26 words"),
        ("Do it in order to win.", "\"in order to\""),
        ("Ensure it.", "\"ensure\""),
    ] {
        set.title = text.to_owned();
        assert_eq!(faults(&set).len(), 1, "{text}");
        assert!(faults(&set)[0].contains(finds), "{text}");
    }
    set.title = "An ensured trivia.".to_owned();
    assert!(faults(&set).is_empty());
}
