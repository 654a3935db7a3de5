//! A password that somebody typed.

/// A password of 12 to 128 characters (security criteria AU-4). Its strength is judged elsewhere.
#[derive(Clone, PartialEq, Eq)]
pub struct Password(String);

impl Password {
    /// The fewest characters.
    pub const SHORTEST: usize = 12;
    /// The most characters.
    pub const LONGEST: usize = 128;

    /// The password in this text, exactly as typed.
    ///
    /// # Errors
    /// `missing`, `too-short` or `too-long`.
    pub fn new(text: &str) -> Result<Self, &'static str> {
        match text.chars().count() {
            0 => Err("missing"),
            length if length < Self::SHORTEST => Err("too-short"),
            length if length > Self::LONGEST => Err("too-long"),
            _ => Ok(Self(text.to_owned())),
        }
    }

    /// The password, to be hashed.
    pub fn reveal(&self) -> &str {
        &self.0
    }
}

/// No password in a log.
impl std::fmt::Debug for Password {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("Password")
    }
}
