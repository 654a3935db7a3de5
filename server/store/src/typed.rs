//! What somebody typed into a form after their session had ended: sealed, it rides in the sign-in page,
//! and then in the session that was begun there.

use domain::account::TYPED_LASTS;
use serde::{Deserialize, Serialize};

use crate::{Owner, Store, StoreError, keys::Place};

/// A form that was sent by nobody, without the passwords in it.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Typed {
    /// Where it was sent to: a path of the portal, perhaps with a query.
    pub to: String,
    /// The fields, as a form sends them.
    pub fields: String,
    /// The end of its time, in UTC milliseconds.
    ends: i64,
}

impl Typed {
    /// The key in the session's data of what was sealed.
    pub const KEY: &str = "typed";

    /// The path that it was sent to.
    pub fn path(&self) -> &str {
        self.to.split('?').next().unwrap_or_default()
    }
}

const PLACE: Place<'static> = Place { table: "session", column: "typed", row: &[] };

impl Store {
    /// Seals what was typed for a day, as hexadecimal digits. Writes nothing.
    ///
    /// # Errors
    /// [`StoreError`].
    pub async fn seal_typed(&self, to: String, fields: String) -> Result<String, StoreError> {
        let ends = (self.clock.now() + TYPED_LASTS).timestamp_millis();
        let key = self.key(&Owner::Portal).await?;
        let sealed = key.seal_json(PLACE, &Typed { to, fields, ends })?;
        Ok(sealed.iter().map(|byte| format!("{byte:02x}")).collect())
    }

    /// What was sealed; `None` when its time is over.
    ///
    /// # Errors
    /// [`StoreError::Sealed`] when it is not what was sealed here.
    pub async fn open_typed(&self, sealed: &str) -> Result<Option<Typed>, StoreError> {
        let bytes = bytes(sealed).ok_or(StoreError::Sealed)?;
        let key = self.key(&Owner::Portal).await?;
        let typed: Typed = key.open_json(PLACE, &bytes)?;
        Ok((self.clock.now().timestamp_millis() < typed.ends).then_some(typed))
    }
}

/// Hexadecimal digits as bytes.
fn bytes(digits: &str) -> Option<Vec<u8>> {
    let digit = |byte: u8| char::from(byte).to_digit(16).and_then(|digit| u8::try_from(digit).ok());
    let (pairs, rest) = digits.as_bytes().as_chunks::<2>();
    let byte = |[high, low]: &[u8; 2]| Some(digit(*high)? << 4 | digit(*low)?);
    if rest.is_empty() { pairs.iter().map(byte).collect() } else { None }
}
