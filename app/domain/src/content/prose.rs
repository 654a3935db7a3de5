//! Is what people will read short and honest?

use toml::Spanned;

use super::{blocks::Block, fault::Finder, markup};

/// The most words a sentence may have.
const SENTENCE_MAX: usize = 40;

/// Words that promise what nobody can: only the regulator decides, and it endorses nothing.
const NEVER: [&str; 4] = ["compliant", "certified", "approved", "approval"];

/// Checks a line of text.
pub fn line(find: &mut Finder<'_>, text: &Spanned<String>, what: &str) -> String {
    let words = text.get_ref();
    if words.trim().is_empty() {
        find.at(text, format!("{what} is empty"));
    }
    if words.contains('\n') {
        find.at(text, format!("{what} has more than one line"));
    }
    sentences(find, text, words, what);
    words.clone()
}

/// Checks the id of something in a list, which other records will hold.
pub fn slug(find: &mut Finder<'_>, id: &Spanned<String>, what: &str) {
    let fair = |byte: u8| byte.is_ascii_lowercase() || byte.is_ascii_digit() || byte == b'-';
    if id.get_ref().is_empty() || !id.get_ref().bytes().all(fair) {
        find.at(id, format!("a {what}'s id is a-z, 0-9 and hyphens"));
    }
}

/// Checks and reads paragraphs and lists.
pub fn blocks(find: &mut Finder<'_>, text: &Spanned<String>, what: &str) -> Vec<Block> {
    match markup::parse(text.get_ref()) {
        Ok(blocks) => {
            if blocks.is_empty() {
                find.at(text, format!("{what} is empty"));
            }
            for words in blocks.iter().flat_map(Block::texts) {
                sentences(find, text, &words, what);
            }
            blocks
        }
        Err(message) => {
            find.at(text, format!("{what}: {message}"));
            Vec::new()
        }
    }
}

fn sentences(find: &mut Finder<'_>, at: &Spanned<String>, text: &str, what: &str) {
    let mut count = 0;
    for word in text.split_whitespace() {
        count += 1;
        if word.ends_with(['.', '?', '!', ':', ';']) {
            length(find, at, count, what);
            count = 0;
        }
        let plain: String = word.chars().filter(|c| c.is_alphabetic()).collect();
        if NEVER.contains(&plain.to_lowercase().as_str()) {
            find.at(at, format!("{what} says \"{plain}\", which nobody can promise"));
        }
    }
    length(find, at, count, what);
}

fn length(find: &mut Finder<'_>, at: &Spanned<String>, count: usize, what: &str) {
    if count > SENTENCE_MAX {
        find.at(at, format!("{what} has a sentence of {count} words (at most {SENTENCE_MAX})"));
    }
}
