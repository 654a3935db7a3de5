//! The words for notices.

use domain::notice::What;

/// What a notice told, by the operator's own account.
pub fn what(what: What) -> &'static str {
    match what {
        What::Became => "That you became responsible, or were when the duties started",
        What::Correction => "A correction of what you notified before",
        What::Ceased => "That you ceased to be responsible",
    }
}
