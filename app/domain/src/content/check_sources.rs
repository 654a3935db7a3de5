//! What may be cited, and is a citation good enough for its label?

use toml::Spanned;

use super::{
    fault::{Fault, File, Finder},
    model::Label,
    raw::{RawQuestion, RawSources},
    source::{Citation, Paragraph, Source, SourceKind},
};

/// The source that sections of the Act are paragraphs of.
const ACT: &str = "act";

/// Checks `sources.toml`.
pub fn sources(file: &File, faults: &mut Vec<Fault>) -> Vec<Source> {
    let raw: RawSources = match file.read() {
        Ok(raw) => raw,
        Err(fault) => {
            faults.push(fault);
            return Vec::new();
        }
    };
    let mut find = Finder { file, faults };
    let mut sources: Vec<Source> = Vec::new();
    for one in raw.source {
        if sources.iter().any(|source| source.id == *one.id.get_ref()) {
            find.at(&one.id, format!("source \"{}\" is listed twice", one.id.get_ref()));
        }
        let mut paragraphs: Vec<Paragraph> = Vec::new();
        for paragraph in one.paragraph {
            let number = paragraph.number.get_ref().clone();
            if paragraphs.iter().any(|one| one.number == number) {
                find.at(&paragraph.number, format!("paragraph \"{number}\" is listed twice"));
            }
            let read = paragraph.read.unwrap_or(one.read);
            paragraphs.push(Paragraph { number, about: paragraph.about, read });
        }
        sources.push(Source {
            id: one.id.into_inner(),
            title: one.title,
            edition: one.edition,
            kind: one.kind,
            read: one.read,
            url: one.url,
            paragraphs,
        });
    }
    sources
}

/// Checks what a question cites against its label.
pub fn citations(find: &mut Finder<'_>, sources: &[Source], question: &RawQuestion) -> Vec<Citation> {
    let mut kinds = Vec::new();
    let mut citations = Vec::new();
    for text in &question.source {
        if let Some((citation, kind)) = citation(find, sources, text) {
            kinds.push(kind);
            citations.push(citation);
        }
    }
    let id = question.id.get_ref();
    if question.source.is_empty() {
        find.at(&question.id, format!("question \"{id}\" cites no source"));
    } else {
        label(find, question, &kinds);
    }
    if let Some(act) = &question.act {
        section(find, sources, act);
    }
    citations
}

/// Checks that a section of the Act is one that may be cited.
pub fn section(find: &mut Finder<'_>, sources: &[Source], act: &Spanned<String>) {
    let section = act.get_ref();
    let listed = sources.iter().filter(|source| source.id == ACT);
    if !listed.flat_map(|source| &source.paragraphs).any(|one| one.number == *section) {
        find.at(act, format!("section \"{section}\" of the Act is not in sources.toml"));
    }
}

fn label(find: &mut Finder<'_>, question: &RawQuestion, kinds: &[SourceKind]) {
    let at = &question.label;
    match at.get_ref() {
        Label::Law if question.act.is_none() => {
            find.at(at, "label law needs a section of the Act");
        }
        Label::Law if !kinds.contains(&SourceKind::Law) => {
            find.at(at, "label law needs a source that is law");
        }
        Label::StatutoryGuidance if !kinds.contains(&SourceKind::StatutoryGuidance) => {
            find.at(at, "label statutory-guidance needs a source that is statutory guidance");
        }
        _ => {}
    }
}

/// Reads `act s5(3)(a)`, or `npsa-building` for a source that is cited as a whole.
pub fn citation(
    find: &mut Finder<'_>,
    sources: &[Source],
    text: &Spanned<String>,
) -> Option<(Citation, SourceKind)> {
    let (id, number) = match text.get_ref().split_once(' ') {
        Some((id, number)) => (id, Some(number)),
        None => (text.get_ref().as_str(), None),
    };
    let Some(source) = sources.iter().find(|source| source.id == id) else {
        find.at(text, format!("unknown source \"{id}\""));
        return None;
    };
    match number {
        Some(number) if !source.paragraphs.iter().any(|one| one.number == number) => {
            find.at(text, format!("source \"{id}\" has no paragraph \"{number}\" in sources.toml"));
            None
        }
        // Law and statutory guidance are too long to cite without saying where.
        None if matches!(source.kind, SourceKind::Law | SourceKind::StatutoryGuidance) => {
            find.at(text, format!("source \"{id}\" is cited without a paragraph"));
            None
        }
        _ => {
            let citation = Citation { source: id.to_owned(), paragraph: number.map(str::to_owned) };
            Some((citation, source.kind))
        }
    }
}
