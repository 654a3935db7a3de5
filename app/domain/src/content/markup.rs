//! How content files write paragraphs and lists.
//!
//! Blank lines stand between blocks, `- ` before list items and `**` around bold words. Anything
//! else that looks like markup is refused.

use super::blocks::{Block, Span};

/// Reads prose.
///
/// # Errors
/// What is wrong, in words.
pub fn parse(text: &str) -> Result<Vec<Block>, String> {
    let mut blocks = Vec::new();
    let mut lines: Vec<&str> = Vec::new();
    for line in text.lines().chain([""]) {
        if line.trim().is_empty() {
            if !lines.is_empty() {
                blocks.push(block(&lines)?);
                lines.clear();
            }
        } else {
            lines.push(line);
        }
    }
    Ok(blocks)
}

fn block(lines: &[&str]) -> Result<Block, String> {
    let item = |line: &&str| line.starts_with("- ");
    if !lines.iter().any(item) {
        return Ok(Block::Paragraph(spans(&joined(lines))?));
    }
    let mut items: Vec<Vec<&str>> = Vec::new();
    for line in lines {
        match (line.strip_prefix("- "), items.last_mut()) {
            (Some(start), _) => items.push(vec![start]),
            (None, Some(last)) if line.starts_with("  ") => last.push(line),
            _ => return Err("a list and a paragraph need a blank line between them".to_owned()),
        }
    }
    let items = items.iter().map(|lines| spans(&joined(lines)));
    Ok(Block::List(items.collect::<Result<_, _>>()?))
}

fn joined(lines: &[&str]) -> String {
    lines.iter().map(|line| line.trim()).collect::<Vec<_>>().join(" ")
}

fn spans(text: &str) -> Result<Vec<Span>, String> {
    let mark = text.find(['<', '>', '`', '#', '[', ']', '_', '\\']);
    if let Some(mark) = mark.and_then(|at| text.get(at..at + 1)) {
        return Err(format!("\"{mark}\" is not allowed in prose"));
    }
    let parts: Vec<&str> = text.split("**").collect();
    if parts.len().is_multiple_of(2) {
        return Err("a bold mark \"**\" is not closed".to_owned());
    }
    let spans = parts.iter().enumerate().filter(|(_, part)| !part.is_empty());
    let spans: Vec<Span> = spans
        .map(|(at, part)| {
            let part = (*part).to_owned();
            if at.is_multiple_of(2) { Span::Plain(part) } else { Span::Bold(part) }
        })
        .collect();
    if spans.iter().any(|span| span.text().contains('*')) {
        return Err("a single \"*\" is not allowed in prose".to_owned());
    }
    Ok(spans)
}
