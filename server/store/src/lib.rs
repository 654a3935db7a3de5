//! Rows to domain types and back: transactions, encryption, the audit record, sessions.
//!
//! A function that writes takes a permit, one that lists a scope; both come from the policy alone.
//! No connection leaves this crate.
#![forbid(unsafe_code)]

mod account;
mod assessment;
mod audit;
pub mod backup;
mod calendar;
mod clock;
mod competent_person;
mod competent_person_check;
mod connect;
mod coordination;
mod cursor;
mod demo;
mod earlier;
mod entity;
mod error;
mod estate;
mod event;
mod facts;
mod invitation;
mod kept;
mod keys;
mod member;
mod member_invitation;
mod notice;
mod organisation;
mod own_account;
mod password;
mod people;
mod premises;
mod premises_or_event;
mod queue;
mod release;
mod reset;
mod review;
mod scope_decision;
mod session;
mod sign_in;
mod submission;
mod suspension;
mod tx;
mod typed;

#[cfg(feature = "testing")]
pub mod testing;

use std::sync::Arc;

use migrations::Migrator;
use sea_orm::DatabaseConnection;
use sea_orm_migration::MigratorTrait;

pub use account::Person;
pub use assessment::{AnswerSaved, Assessment, AssessmentLine, EarlierAnswer, OtherAnswer, SealedAssessment};
pub use calendar::{CalendarFacts, EventDates, PremisesDates};
pub use clock::{Clock, Timestamp};
pub use competent_person::{CompetentPerson, PersonPage};
pub use competent_person_check::MarkMade;
pub use coordination::{Link, LinkRefused, Links, Offer, OfferSeen};
pub use cursor::Cursor;
pub use error::StoreError;
pub use estate::{EstateChanged, EstateFilter, EstatePage, HeldFile, Import, ImportDone, TierIs};
pub use event::EventPage;
pub use facts::Subject;
pub use invitation::Invited;
pub use kept::{Bears, Kept, Record};
use keys::{DataKey, Keyring, Tokens};
pub use keys::{KeyFile, Owner, Secret};
pub use member::{Member, MemberInvitation, MemberRefused, Members};
pub use member_invitation::{InvitedMember, JoinRefused, MemberInviteRefused};
pub use own_account::OwnAccount;
use password::Passwords;
pub use people::{Listed, OpenInvitation, People};
pub use premises::{PremisesChange, RegisterRefused};
pub use premises_or_event::Notifiable;
pub use queue::QueueSummary;
pub use release::{AreaFigures, ReleaseMade, ReleaseRefused};
pub use review::{
    AuthorityMade, CaseAbout, CaseAnswer, CaseFile, CaseInHand, Comment, QueueCursor, QueueFilter, QueueLine,
    QueuePage, QueueStates, Said, SaidAnswer,
};
pub use scope_decision::{DecisionMade, MOST_DECISIONS};
pub use session::{Carried, Holder, Sessions, SignedIn};
pub use sign_in::SignInRefused;
pub use submission::{Submission, SubmissionLine, SubmitRefused};
pub use typed::Typed;

/// The database and the keys to it. Clones share one pool.
#[derive(Clone)]
pub struct Store {
    db: DatabaseConnection,
    clock: Clock,
    keyring: Arc<Keyring>,
    tokens: Arc<Tokens>,
    passwords: Arc<Passwords>,
}

impl Store {
    /// Opens a database and brings its schema up to date.
    ///
    /// # Errors
    /// [`StoreError`] when it cannot be reached, or would lose saves.
    pub async fn open(url: &str, keys: &KeyFile, clock: Clock) -> Result<Self, StoreError> {
        let db = connect::connect(url).await?;
        Migrator::up(&db, None).await?;
        Self::over(db, keys, clock)
    }

    fn over(db: DatabaseConnection, keys: &KeyFile, clock: Clock) -> Result<Self, StoreError> {
        Ok(Self {
            db,
            clock,
            keyring: Arc::new(Keyring::new(keys)),
            tokens: Arc::new(Tokens::new(keys)?),
            passwords: Arc::new(Passwords::new(keys)),
        })
    }

    /// The clock that every stored time comes from.
    pub fn clock(&self) -> &Clock {
        &self.clock
    }

    /// An owner's data key. No statement once it is known.
    pub(crate) async fn key(&self, owner: &Owner) -> Result<Arc<DataKey>, StoreError> {
        self.keyring.of(&self.db, owner, self.clock.now().timestamp_millis()).await
    }
}
