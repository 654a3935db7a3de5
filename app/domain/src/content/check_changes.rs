//! Does an edition say what became of the questions that people have answered?

use super::{
    check::Folder,
    fault::{Fault, File, Finder},
    model::{ActionRule, Change, Question, QuestionSet},
    prose,
    raw::RawChanges,
};

/// The file of an edition that says so.
pub const CHANGES: &str = "changes.toml";

/// Reads `changes.toml`.
pub fn read(file: &File, faults: &mut Vec<Fault>) -> Vec<Change> {
    let raw: RawChanges = match file.read() {
        Ok(raw) => raw,
        Err(fault) => {
            faults.push(fault);
            return Vec::new();
        }
    };
    let mut find = Finder { file, faults };
    let mut changes = Vec::new();
    for one in &raw.change {
        match one.question.get_ref().parse() {
            Ok(question) => {
                let text = prose::line(&mut find, &one.text, "change");
                changes.push(Change { question, text, ask_again: one.ask_again });
            }
            Err(error) => find.at(&one.question, format!("\"{}\" is {error}", one.question.get_ref())),
        }
    }
    changes
}

/// Checks an edition against the one of the same set before it, among the sets that were checked.
pub fn against_the_edition_before(
    folder: &Folder,
    set: &QuestionSet,
    sets: &[QuestionSet],
    faults: &mut Vec<Fault>,
) {
    let before = sets.iter().filter(|one| one.id == set.id && one.edition < set.edition);
    let before = before.max_by(|a, b| a.edition.cmp(&b.edition));
    let file = folder.files.iter().find(|file| file.name() == CHANGES);
    let Some(before) = before else {
        faults.extend(file.map(|file| file.fault(0..0, "there is no edition before this one")));
        return;
    };
    // What cannot be read was reported.
    let raw = file.and_then(|file| file.read::<RawChanges>().ok());
    let told: Vec<_> = raw.iter().flat_map(|raw| &raw.change).collect();
    let pairs: Vec<(&Question, &Question)> = set
        .questions()
        .flat_map(|(_, now)| before.questions().map(move |(_, was)| (was, now)))
        .filter(|(was, now)| was.id == now.id)
        .collect();
    let is_changed = |(was, now): &(&Question, &Question)| was.text != now.text || was.answer != now.answer;
    if let (Some(file), Some(raw)) = (file, &raw) {
        let mut find = Finder { file, faults };
        if *raw.since.get_ref() != before.edition {
            find.at(&raw.since, format!("the edition before this one is {}", before.edition));
        }
        for change in &told {
            let id = change.question.get_ref();
            match pairs.iter().find(|(_, now)| now.id.as_str() == id) {
                None => find.at(&change.question, format!("\"{id}\" is not a question of both editions")),
                Some(pair) if !is_changed(pair) => {
                    find.at(&change.question, format!("\"{id}\" is asked as before"));
                }
                Some(_) => {}
            }
        }
    }
    let Some(place) = file.or(folder.files.first()) else { return };
    for (_, now) in pairs.iter().filter(|pair| is_changed(pair)) {
        if !told.iter().any(|change| change.question.get_ref() == now.id.as_str()) {
            let message =
                format!("\"{}\" has changed since {}: {CHANGES} must say how", now.id, before.edition);
            faults.push(place.fault(0..0, message));
        }
    }
    for (_, now) in pairs.iter().filter(|(was, now)| !keeps_its_actions(was, now)) {
        let message = format!(
            "the actions of \"{}\" stand in another order than in {}: plans know them by their place",
            now.id, before.edition
        );
        faults.push(place.fault(0..0, message));
    }
}

/// Whether each action that was in people's plans still stands where it stood. One that is called for by none of the
/// answers that called for it is another action.
fn keeps_its_actions(was: &Question, now: &Question) -> bool {
    let same = |(was, now): (&ActionRule, &ActionRule)| was.when.iter().any(|code| now.when.contains(code));
    was.actions.iter().zip(&now.actions).all(same)
}
