//! What autosave does next, and what it says: decided without a browser.
//!
//! One form is on its way at a time. Of a form whose answer never came nobody knows whether it was
//! saved: it is sent again as it was, which the server takes as the same save, before any newer one.

use super::told::Autosaved;

#[cfg(test)]
mod tests;

/// How long somebody must pause before it is saved, in milliseconds.
const QUIET: u32 = 1_500;
/// The longest that typing without a pause stays unsaved, in milliseconds.
const LONGEST: u32 = 10_000;
/// How long the button waits for a form that is on its way, in milliseconds.
const PATIENCE: u32 = 5_000;
/// The waits before another try, in milliseconds; the last one repeats.
const BACKOFF: [u32; 5] = [2_000, 4_000, 8_000, 16_000, 30_000];

/// What happens on the page.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Happens {
    /// Something was typed or chosen, at this many milliseconds of any clock.
    Typed(u64),
    /// A wait is over, the page is about to go out of sight, or the browser is back on line.
    Due,
    /// The server answered.
    Answered(Autosaved),
    /// The server refused it without one of those answers.
    Refused,
    /// No answer came, or the server failed.
    Lost {
        /// Whether the browser thinks it is on line.
        online: bool,
    },
    /// Somebody pressed the button.
    Leaves,
}

/// What to do about it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Next {
    /// Nothing; what waits goes on waiting.
    Rest,
    /// Come back with [`Happens::Due`] after this many milliseconds, and not before.
    Wait(u32),
    /// Send these fields, with the version in [`Saver::version`].
    Send(String),
    /// Let the browser send the form.
    Leave,
}

/// How things stand.
#[derive(Clone, Debug, PartialEq, Eq)]
enum State {
    /// Nothing was typed yet.
    Untouched,
    /// Typed, and not saved so far.
    Unsaved,
    /// Saved at this time.
    Saved(String),
    /// No answer yet; what is missing.
    Incomplete(String),
    Retrying,
    SignedOut,
    /// Trying again is no use.
    Stopped(&'static str),
}

/// The state of one question's page.
#[derive(Debug)]
pub struct Saver {
    /// The version of the answer that the page knows, to be named with the next save.
    pub version: u32,
    /// The fields as they are stored; `None` when what stood there at first is not.
    stored: Option<String>,
    /// The fields that the server would not take.
    declined: Option<String>,
    /// The fields that are on their way.
    flight: Option<String>,
    /// The fields of which nobody knows whether they arrived.
    doubt: Option<String>,
    /// Tries without an answer, one after the other.
    lost: usize,
    /// Since when something is unsaved.
    since: Option<u64>,
    touched: bool,
    /// The button was pressed and waits.
    leaves: bool,
    /// The browser sends the form.
    left: bool,
    saved_at: Option<String>,
    state: State,
}

impl Saver {
    /// A page as it was loaded. `stored` are its fields, where they are what is stored.
    pub fn new(version: u32, stored: Option<String>) -> Self {
        let state = if stored.is_some() { State::Untouched } else { State::Unsaved };
        Self {
            version,
            stored,
            declined: None,
            flight: None,
            doubt: None,
            lost: 0,
            since: None,
            touched: false,
            leaves: false,
            left: false,
            saved_at: None,
            state,
        }
    }

    /// Something happened, while the fields are these: what to do.
    pub fn on(&mut self, happens: Happens, fields: &str) -> Next {
        if self.left {
            return if happens == Happens::Leaves { Next::Leave } else { Next::Rest };
        }
        match happens {
            Happens::Typed(now) => self.typed(now, fields),
            Happens::Due => self.due(fields),
            Happens::Answered(answer) => self.answered(answer, fields),
            Happens::Refused => {
                self.flight = None;
                self.stop("Not saved. Choose “Save and continue” to see why.")
            }
            Happens::Lost { online } => self.lost(online),
            Happens::Leaves => self.leaves(),
        }
    }

    /// Whether something would be lost with the page.
    pub fn unsaved(&self, fields: &str) -> bool {
        !self.left && self.stored.as_deref() != Some(fields)
    }

    /// The words beside the button.
    pub fn shows(&self) -> String {
        match &self.state {
            State::Untouched => String::new(),
            State::Unsaved => "Not saved yet".into(),
            State::Saved(at) => format!("Saved at {at}"),
            State::Incomplete(what) => format!("Not saved yet. {what}."),
            State::Retrying => "Not saved. Trying again…".into(),
            State::SignedOut => {
                "Not saved: you have been signed out. Choose “Save and continue” to sign in. What you typed comes with you."
                    .into()
            }
            State::Stopped(why) => (*why).into(),
        }
    }

    /// What is read out: not each pause in typing. `None` leaves what was said before.
    pub fn says(&self) -> Option<String> {
        match self.state {
            State::Untouched | State::Unsaved | State::Incomplete(_) => None,
            _ => Some(self.shows()),
        }
    }

    fn typed(&mut self, now: u64, fields: &str) -> Next {
        self.touched = true;
        let stopped = matches!(self.state, State::Stopped(_));
        if !stopped && self.state != State::Retrying {
            self.state = if self.unsaved(fields) { State::Unsaved } else { self.settled() };
        }
        if stopped || self.flight.is_some() || self.doubt.is_some() {
            return Next::Rest;
        }
        let waited = now.saturating_sub(*self.since.get_or_insert(now));
        Next::Wait(QUIET.min(LONGEST.saturating_sub(u32::try_from(waited).unwrap_or(LONGEST))))
    }

    /// The state when what stands in the fields is stored.
    fn settled(&self) -> State {
        self.saved_at.clone().map_or(State::Untouched, State::Saved)
    }

    fn due(&mut self, fields: &str) -> Next {
        if self.flight.is_some() {
            // Long enough: whatever becomes of it, the button was pressed.
            return if self.leaves { self.leave() } else { Next::Rest };
        }
        if let Some(doubt) = self.doubt.take() {
            return self.send(doubt);
        }
        let stopped = matches!(self.state, State::Stopped(_));
        let sent_before = self.declined.as_deref() == Some(fields);
        if stopped || !self.touched || sent_before || !self.unsaved(fields) {
            return Next::Rest;
        }
        self.send(fields.to_owned())
    }

    fn send(&mut self, fields: String) -> Next {
        self.since = None;
        self.flight = Some(fields.clone());
        Next::Send(fields)
    }

    fn answered(&mut self, answer: Autosaved, fields: &str) -> Next {
        let sent = self.flight.take();
        self.lost = 0;
        match answer {
            Autosaved::Saved { version, at } => {
                self.version = version;
                self.stored = sent.clone();
                self.saved_at = Some(at.clone());
                self.state = State::Saved(at);
            }
            Autosaved::Incomplete(what) => {
                self.declined = sent.clone();
                self.state = State::Incomplete(what);
            }
            Autosaved::SignedOut => {
                self.declined = sent.clone();
                self.state = State::SignedOut;
            }
            Autosaved::Conflict => {
                return self.stop(
                    "Not saved: somebody else changed this answer. Choose “Save and continue” to see both.",
                );
            }
            Autosaved::Closed => {
                return self.stop(
                    "Not saved: this answer can no longer be changed. Choose “Save and continue” to see it.",
                );
            }
        }
        if self.leaves {
            return self.leave();
        }
        if sent.as_deref() == Some(fields) { Next::Rest } else { Next::Wait(QUIET) }
    }

    fn stop(&mut self, why: &'static str) -> Next {
        self.state = State::Stopped(why);
        if self.leaves { self.leave() } else { Next::Rest }
    }

    fn lost(&mut self, online: bool) -> Next {
        self.doubt = self.flight.take();
        self.state = State::Retrying;
        if self.leaves && online {
            return self.leave();
        }
        let wait = BACKOFF.get(self.lost).or(BACKOFF.last()).copied().unwrap_or(QUIET);
        self.lost += 1;
        Next::Wait(wait)
    }

    fn leaves(&mut self) -> Next {
        self.leaves = true;
        if self.flight.is_some() {
            return Next::Wait(PATIENCE);
        }
        match self.doubt.take() {
            Some(doubt) => self.send(doubt),
            None => self.leave(),
        }
    }

    fn leave(&mut self) -> Next {
        self.left = true;
        Next::Leave
    }
}
