//! From bytes to text.

use encoding_rs::{Encoding as Charset, UTF_8, WINDOWS_1252};

use super::BadFile;

/// The first bytes of files that people send by mistake.
const SPREADSHEETS: [&[u8]; 2] = [b"PK\x03\x04", b"\xd0\xcf\x11\xe0"];

/// How the file's letters were written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Encoding {
    /// As UTF-8 or, where the file says so, as UTF-16.
    Unicode,
    /// As Windows-1252: what Excel writes where it is not told otherwise. A guess, so the person
    /// should look at letters with accents.
    Windows,
}

/// A file as text.
#[derive(Clone, PartialEq, Eq)]
pub struct Decoded {
    /// The text; its lines, the last one too, end in `\n`.
    pub text: String,
    /// How its letters were written.
    pub encoding: Encoding,
}

/// The text in the bytes of a file.
///
/// # Errors
/// [`BadFile::Empty`], [`BadFile::Spreadsheet`] or [`BadFile::NotText`].
pub fn decode(bytes: &[u8]) -> Result<Decoded, BadFile> {
    if SPREADSHEETS.iter().any(|magic| bytes.starts_with(magic)) {
        return Err(BadFile::Spreadsheet);
    }
    let (charset, mark) = Charset::for_bom(bytes).unwrap_or((UTF_8, 0));
    let rest = bytes.get(mark..).unwrap_or_default();
    let (text, encoding) = match charset.decode_without_bom_handling_and_without_replacement(rest) {
        Some(text) => (text, Encoding::Unicode),
        None if mark == 0 => (WINDOWS_1252.decode_without_bom_handling(rest).0, Encoding::Windows),
        None => return Err(BadFile::NotText),
    };
    // A control character in a cell is that cell's fault; what no text ever has is the file's.
    let never = |c: char| c == '\0' || ('\u{80}'..'\u{a0}').contains(&c);
    if text.contains(never) || text.starts_with("%PDF") {
        return Err(BadFile::NotText);
    }
    let text = text.replace("\r\n", "\n").replace('\r', "\n");
    let text = text.trim_end();
    if text.is_empty() { Err(BadFile::Empty) } else { Ok(Decoded { text: format!("{text}\n"), encoding }) }
}
