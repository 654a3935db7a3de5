//! Content's paragraphs and lists, as the components show them.

use domain::content::{Block, Span};
use govuk::prose::Inline;

/// Blocks of content for `govuk::Prose`.
pub fn blocks(blocks: &[Block]) -> Vec<govuk::prose::Block> {
    blocks
        .iter()
        .map(|block| match block {
            Block::Paragraph(spans) => govuk::prose::Block::Paragraph(line(spans)),
            Block::List(items) => govuk::prose::Block::Bullets(items.iter().map(|item| line(item)).collect()),
        })
        .collect()
}

fn line(spans: &[Span]) -> Vec<Inline> {
    spans
        .iter()
        .map(|span| match span {
            Span::Plain(text) => Inline::Text(text.clone()),
            Span::Bold(text) => Inline::Bold(text.clone()),
        })
        .collect()
}
