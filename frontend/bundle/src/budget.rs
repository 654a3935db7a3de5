//! Is anything larger than a phone on a bad line should have to fetch?

use crate::failure::Failure;
use crate::site::Listed;

/// Most bytes over the wire, with brotli, for each file (1 kB = 1,000 bytes). Together the files without wasm leave
/// 12 kB of a signed-in page's 50 kB to its HTML.
const BUDGETS: [(&str, usize); 5] = [
    ("portal.css", 14_000),
    ("govuk-frontend.min.js", 12_000),
    ("start.js", 2_000),
    ("portal.js", 10_000),
    ("portal_bg.wasm", 100_000),
];

/// Refuses a file over its budget, or one that has none.
///
/// # Errors
/// Names each such file, its size and its budget.
pub fn check(files: &[Listed]) -> Result<(), Failure> {
    let over: Vec<String> = files.iter().filter_map(fault).collect();
    if over.is_empty() { Ok(()) } else { Err(Failure(over.join("\n"))) }
}

fn fault(file: &Listed) -> Option<String> {
    let Some((_, budget)) = BUDGETS.iter().find(|(name, _)| *name == file.name) else {
        return Some(format!("{} has no budget: give it one in frontend/bundle/src/budget.rs", file.name));
    };
    (file.brotli > *budget)
        .then(|| format!("{} is {} bytes with brotli, {budget} at most", file.name, file.brotli))
}

#[cfg(test)]
mod tests;
