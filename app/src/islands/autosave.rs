//! Saves a question's form while somebody types, and says beside the button how that goes.

mod page;
mod saver;
mod told;

use leptos::{prelude::*, web_sys::Element};

pub use told::Autosaved;

/// The header by which a form says that it was sent by itself: the answer is an [`Autosaved`].
pub const AUTOSAVE: &str = "x-autosave";

/// What is seen and what is read out: as with the count of characters, the first keeps up, the second
/// does not chatter.
#[derive(Clone, Copy)]
struct Words {
    seen: RwSignal<String>,
    heard: RwSignal<String>,
}

/// In a form with a `seen` field, before its button.
#[island]
pub fn Autosave(
    /// Whether what stands in the fields is what is stored.
    stored: bool,
) -> impl IntoView {
    let words = Words { seen: RwSignal::new(String::new()), heard: RwSignal::new(String::new()) };
    view! {
        <div use:wake=(stored, words)>
            <p class="govuk-body-s portal-live" aria-hidden="true">{words.seen}</p>
            <p class="govuk-visually-hidden" role="status">{words.heard}</p>
        </div>
    }
}

/// Runs in the browser, with the element that is there.
fn wake(here: Element, (stored, words): (bool, Words)) {
    page::watch(&here, stored, move |saver| {
        words.seen.set(saver.shows());
        if let Some(text) = saver.says().filter(|text| *text != words.heard.get_untracked()) {
            words.heard.set(text);
        }
    });
}
