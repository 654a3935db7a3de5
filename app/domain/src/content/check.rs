//! Is the content whole? Reads the TOML files and names every fault with file and line.
//!
//! Used by the build script, which refuses to build on a fault, and by the tests.

use std::{
    collections::{BTreeMap, BTreeSet},
    fmt::Write,
};

use sha2::{Digest, Sha256};

use super::{
    check_changes::{self, CHANGES},
    check_question::{self, Known},
    check_reach, check_sources, check_topics,
    fault::{Fault, File, Finder},
    model::{AnswerKind, Contradiction, Library, Question, QuestionSet, ReadinessTopic, Section},
    prose,
    question_id::QuestionId,
    raw::{RawQuestion, RawReleases, RawSection, RawSectionFile, RawSet},
    source::Source,
};

/// One edition of a set as it lies on disk.
#[derive(Clone, Debug)]
pub struct Folder {
    /// The set's id by the folder's name.
    pub set: String,
    /// The edition by the folder's name.
    pub edition: String,
    /// `set.toml` first, then the sections by name.
    pub files: Vec<File>,
}

/// Checks everything.
///
/// # Errors
/// Every fault, in the order of the files.
pub fn library(
    sources: &File,
    topics: &File,
    released: &File,
    folders: &[Folder],
) -> Result<Library, Vec<Fault>> {
    let mut faults = Vec::new();
    let sources = check_sources::sources(sources, &mut faults);
    let topics = check_topics::topics(topics, &sources, &mut faults);
    let mut uses = BTreeMap::new();
    let mut sets = Vec::new();
    for folder in folders {
        let checked = set((folder, folders), (&sources, &topics), &mut uses, &mut faults);
        if let Some(set) = &checked {
            check_changes::against_the_edition_before(folder, set, &sets, &mut faults);
        }
        sets.extend(checked);
    }
    releases((released, folders), &mut sets, &mut faults);
    // What a set begins with is checked with it once more.
    let mut seen = BTreeSet::new();
    faults.retain(|fault| seen.insert(fault.to_string()));
    if faults.is_empty() { Ok(Library { sources, sets }) } else { Err(faults) }
}

/// The SHA-256 of an edition, with the one that it begins with: what a release freezes.
pub fn fingerprint(folder: &Folder, folders: &[Folder]) -> String {
    let first = folder.files.first().and_then(|file| file.read::<RawSet>().ok());
    let first = first.and_then(|raw| begins_with(&raw, folder, folders));
    let mut hash = Sha256::new();
    for file in folder.files.iter().chain(first.iter().flat_map(|folder| &folder.files)) {
        for part in [file.name(), &file.text] {
            hash.update(part.len().to_be_bytes());
            hash.update(part);
        }
    }
    hash.finalize().iter().fold(String::new(), |mut text, byte| {
        // Writing to a String cannot fail.
        let _ = write!(text, "{byte:02x}");
        text
    })
}

/// What each question id means so far: an id is never used for another kind of question.
type Uses = BTreeMap<QuestionId, (&'static str, String)>;

/// The edition of the same day of the set that a set begins with.
fn begins_with<'a>(raw: &RawSet, folder: &Folder, folders: &'a [Folder]) -> Option<&'a Folder> {
    let from = raw.from.as_ref()?.get_ref();
    folders.iter().find(|one| one.set == *from && one.set != folder.set && one.edition == folder.edition)
}

fn set(
    (folder, folders): (&Folder, &[Folder]),
    (sources, topics): (&[Source], &[ReadinessTopic]),
    uses: &mut Uses,
    faults: &mut Vec<Fault>,
) -> Option<QuestionSet> {
    let (first, own) = folder.files.split_first()?;
    let raw: RawSet = first.read().map_err(|fault| faults.push(fault)).ok()?;
    let from = begins_with(&raw, folder, folders);
    if let (Some(name), None) = (&raw.from, from) {
        Finder { file: first, faults }
            .at(name, format!("there is no \"{}\" of this edition", name.get_ref()));
    }
    let (before, theirs) = from.and_then(|folder| folder.files.split_first()).unzip();
    let (changes, mut rest): (Vec<&File>, Vec<&File>) =
        theirs.unwrap_or_default().iter().chain(own).partition(|file| file.name() == CHANGES);
    rest.sort_by(|a, b| a.name().cmp(b.name()));
    let files: Vec<(&File, RawSectionFile)> = rest
        .iter()
        .filter_map(|file| Some((*file, file.read().map_err(|fault| faults.push(fault)).ok()?)))
        .collect();
    if files.len() < rest.len() {
        return None;
    }
    let before: Option<(&File, RawSet)> = before.and_then(|file| Some((file, file.read().ok()?)));

    let mut find = Finder { file: first, faults };
    for (value, name) in [(&raw.id, &folder.set), (&raw.edition, &folder.edition)] {
        if value.get_ref() != name {
            find.at(value, format!("\"{}\" is in the folder \"{name}\"", value.get_ref()));
        }
    }
    let title = prose::line(&mut find, &raw.title, "title");
    let intro = prose::blocks(&mut find, &raw.intro, "intro");

    let asked = asked(&files, uses, faults);
    let mut sections = Vec::new();
    let mut at = 0;
    for (file, raw_file) in &files {
        let mut find = Finder { file, faults };
        let mut section = section(&mut find, &raw_file.section, &sections);
        for question in &raw_file.question {
            if let Some(Some((id, kind))) = asked.get(at) {
                let known = known(&asked, at);
                let context = (raw.tiers.as_slice(), sources, topics, known.as_slice());
                let faults_before = find.faults.len();
                let checked =
                    check_question::question(&mut find, question, id.clone(), kind.clone(), context);
                let earlier: Vec<&Question> = sections
                    .iter()
                    .flat_map(|one: &Section| &one.questions)
                    .chain(&section.questions)
                    .collect();
                if let (Some(place), Some(condition)) = (&question.show_if, &checked.show_if)
                    && find.faults.len() == faults_before
                    && !check_reach::shows(condition, &checked, &earlier)
                {
                    find.at(place, format!("question \"{id}\" can never show"));
                }
                section.questions.push(checked);
            }
            at += 1;
        }
        if section.questions.is_empty() {
            find.at(&raw_file.section.id, "the section has no question");
        }
        sections.push(section);
    }

    let known = known(&asked, asked.len());
    let mut contradictions = Vec::new();
    for (file, raw) in before.iter().map(|(file, raw)| (*file, raw)).chain([(first, &raw)]) {
        let mut find = Finder { file, faults };
        for one in &raw.contradiction {
            let text = prose::line(&mut find, &one.text, "contradiction");
            let when = check_question::condition(&mut find, &one.when, &known);
            contradictions.extend(when.map(|when| Contradiction { when, text }));
        }
    }
    let changes = changes.into_iter().flat_map(|file| check_changes::read(file, faults)).collect();
    let all = sections.iter().flat_map(|section| &section.questions);
    let (topics, without) = check_topics::used(topics, all);
    let mut find = Finder { file: first, faults };
    for topic in without {
        find.at(&raw.id, format!("no question says whether \"{topic}\" is there at all"));
    }
    Some(QuestionSet {
        id: folder.set.clone(),
        edition: folder.edition.clone(),
        title,
        intro,
        contradictions,
        changes,
        topics,
        tiers: raw.tiers,
        guidance_edition: raw.guidance_edition,
        note_max: raw.note_max,
        sections,
        released: false,
    })
}

fn section(find: &mut Finder<'_>, raw: &RawSection, before: &[Section]) -> Section {
    let id = raw.id.get_ref();
    if id.is_empty() || !id.bytes().all(|byte| byte.is_ascii_lowercase() || byte == b'-') {
        find.at(&raw.id, "a section's id is a-z and hyphens");
    }
    if before.iter().any(|section| section.id == *id) {
        find.at(&raw.id, format!("section \"{id}\" is there twice"));
    }
    Section {
        id: id.clone(),
        title: prose::line(find, &raw.title, "title"),
        intro: prose::blocks(find, &raw.intro, "intro"),
        questions: Vec::new(),
    }
}

/// Id and kind of every question of a set, in order; `None` where one is not well formed.
fn asked(
    files: &[(&File, RawSectionFile)],
    uses: &mut Uses,
    faults: &mut Vec<Fault>,
) -> Vec<Option<(QuestionId, AnswerKind)>> {
    let mut asked: Vec<Option<(QuestionId, AnswerKind)>> = Vec::new();
    for (file, raw) in files {
        let mut find = Finder { file, faults };
        for question in &raw.question {
            let before = asked.iter().flatten();
            let twice = before.into_iter().any(|(id, _)| id.as_str() == question.id.get_ref());
            asked.push(identity(&mut find, question, twice, uses));
        }
    }
    asked
}

fn identity(
    find: &mut Finder<'_>,
    raw: &RawQuestion,
    twice: bool,
    uses: &mut Uses,
) -> Option<(QuestionId, AnswerKind)> {
    let text = raw.id.get_ref();
    let kind = check_question::kind(find, &raw.answer)?;
    let id: QuestionId = match text.parse() {
        Ok(id) => id,
        Err(error) => {
            find.at(&raw.id, format!("\"{text}\" is {error}"));
            return None;
        }
    };
    if twice {
        find.at(&raw.id, format!("question \"{text}\" is asked twice"));
    }
    let (first, path) =
        uses.entry(id.clone()).or_insert_with(|| (kind.name(), find.file.path.clone())).clone();
    if first != kind.name() {
        find.at(&raw.answer, format!("question \"{text}\" is a {first} question in {path}"));
    }
    Some((id, kind))
}

fn known(asked: &[Option<(QuestionId, AnswerKind)>], at: usize) -> Vec<Known<'_>> {
    let all = asked.iter().enumerate();
    all.filter_map(|(place, one)| {
        let (id, kind) = one.as_ref()?;
        Some(Known { id: id.as_str(), kind, earlier: place < at })
    })
    .collect()
}

/// A released edition is there and is what was released.
fn releases((file, folders): (&File, &[Folder]), sets: &mut [QuestionSet], faults: &mut Vec<Fault>) {
    let raw: RawReleases = match file.read() {
        Ok(raw) => raw,
        Err(fault) => return faults.push(fault),
    };
    let mut find = Finder { file, faults };
    for release in &raw.released {
        let name = format!("{} {}", release.set.get_ref(), release.edition);
        let found = folders
            .iter()
            .find(|folder| folder.set == *release.set.get_ref() && folder.edition == release.edition);
        match found.map(|folder| fingerprint(folder, folders)) {
            None => find.at(&release.set, format!("{name} is released and is not there")),
            Some(now) if now != *release.sha256.get_ref() => {
                find.at(&release.sha256, format!("{name} is released and has changed: it is now {now}"));
            }
            Some(_) => {
                let is_it = |set: &&mut QuestionSet| {
                    set.id == *release.set.get_ref() && set.edition == release.edition
                };
                sets.iter_mut().filter(is_it).for_each(|set| set.released = true);
            }
        }
    }
}
