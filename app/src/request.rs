//! What a handler knows of a request.

use std::{
    pin::Pin,
    sync::{
        Arc, Mutex, PoisonError,
        atomic::{AtomicBool, Ordering},
    },
};

use axum::{extract::FromRequestParts, http::request::Parts};
use chrono::NaiveDate;
use domain::{
    day::in_london,
    ids::{AccountId, AssessmentId, OrganisationId},
    policy::{Act, Action, Actor, Denied, Permit, Scope, decide, scope},
};
use store::{Assessment, Store, StoreError, Subject, Timestamp};
use tower_sessions::Session;

use crate::PageError;

/// What every request shares.
#[derive(Clone)]
pub struct Portal {
    /// The database.
    pub store: Store,
    /// Where stylesheet and scripts are.
    pub assets: Assets,
    /// Whether this is the demonstration with made-up premises.
    pub demo: bool,
    /// The e-mail address of those who run the portal.
    pub contact: Arc<str>,
}

/// The folder of the static files, and whether the browser half is among them.
#[derive(Clone, Debug)]
pub struct Assets {
    /// The folder's name: a hash of all that is in it.
    pub hash: Arc<str>,
    /// Whether there is a browser half to wake islands with.
    pub islands: bool,
}

/// Who is looking, as the page greets them. The server's session layer provides it.
#[derive(Clone, Debug)]
pub struct Viewer {
    /// Who they are and what they may do.
    pub actor: Actor,
    /// Their name, when they are signed in.
    pub name: Option<String>,
}

/// The network address that a request came from, as far as a trusted proxy tells.
#[derive(Clone, Debug)]
pub struct ClientAddress(pub Arc<str>);

/// Whether a handler asked the policy for what its route says it does, and what of.
#[derive(Clone, Default)]
pub(crate) struct Asked(Arc<Answered>);

#[derive(Default)]
struct Answered {
    yes: AtomicBool,
    about: Mutex<Option<Name>>,
}

/// Finds the name of the premises or the event that an object belongs to.
type Name = Pin<Box<dyn Future<Output = Result<Option<String>, StoreError>> + Send>>;

impl Asked {
    pub fn yes(&self) -> bool {
        self.0.yes.load(Ordering::Relaxed)
    }

    /// The name of the premises or the event that it was asked of, once the policy has said yes.
    pub async fn about(&self) -> Result<Option<String>, StoreError> {
        let name = self.0.about.lock().unwrap_or_else(PoisonError::into_inner).take();
        match name {
            Some(name) => name.await,
            None => Ok(None),
        }
    }
}

/// A request as handlers see it.
#[derive(Clone)]
pub struct Ctx {
    /// The database.
    pub store: Store,
    /// Who is looking.
    pub viewer: Viewer,
    /// The browser's session.
    pub session: Session,
    /// The moment of the request.
    pub now: Timestamp,
    /// Whether this is the demonstration.
    pub demo: bool,
    /// The e-mail address of those who run the portal.
    pub contact: Arc<str>,
    /// Where the request came from.
    pub from: ClientAddress,
    action: Action,
    asked: Asked,
}

impl Ctx {
    /// Asks whether this person may do something to an object, and proves it.
    ///
    /// # Errors
    /// [`PageError::NotFound`] when they may not, or there is no such object.
    pub async fn permit<A: Act>(&self, target: A::Target) -> Result<Permit<A>, PageError>
    where
        A::Target: Subject,
    {
        let facts = target.facts(&self.store).await?;
        let permit: Permit<A> = self.asked_for(A::ACTION, decide(&self.viewer.actor, target, &facts))?;
        if A::ACTION == self.action {
            let (store, permit) = (self.store.clone(), permit.clone());
            let name: Name = Box::pin(async move { store.name_for(&permit).await });
            *self.asked.0.about.lock().unwrap_or_else(PoisonError::into_inner) = Some(name);
        }
        Ok(permit)
    }

    /// Asks the same of an assessment, and opens what was read for the decision.
    ///
    /// # Errors
    /// [`PageError::NotFound`] when they may not, or there is no such assessment.
    pub async fn open_assessment<A: Act<Target = AssessmentId>>(
        &self,
        id: AssessmentId,
    ) -> Result<(Permit<A>, Assessment), PageError> {
        let sealed = self.store.sealed_assessment(id).await?;
        let permit = self.asked_for(A::ACTION, decide(&self.viewer.actor, id, &sealed.facts()))?;
        let assessment = self.store.open_sealed(&permit, sealed).await?;
        Ok((permit, assessment))
    }

    /// Asks how much of a list this person may see, and proves it.
    ///
    /// # Errors
    /// [`PageError::NotFound`] when they may see none.
    pub fn scope<A: Act>(&self) -> Result<Scope<A>, PageError> {
        Ok(self.asked_for(A::ACTION, scope(&self.viewer.actor))?)
    }

    fn asked_for<T>(&self, action: Action, decision: Result<T, Denied>) -> Result<T, Denied> {
        if action == self.action {
            self.asked.0.yes.store(true, Ordering::Relaxed);
        }
        if decision.is_err() {
            tracing::info!(action = action.name(), account = ?self.viewer.actor.account(), "denied");
        }
        decision
    }

    /// The day of the request, in London.
    pub fn today(&self) -> NaiveDate {
        in_london(self.now)
    }

    /// The account of whoever is signed in.
    ///
    /// # Errors
    /// [`PageError::NotFound`] when nobody is.
    pub fn account(&self) -> Result<AccountId, PageError> {
        self.viewer.actor.account().ok_or(PageError::NotFound)
    }

    /// The organisation that this person acts for.
    ///
    /// # Errors
    /// [`PageError::NotFound`] when they act for none.
    pub fn organisation(&self) -> Result<OrganisationId, PageError> {
        self.viewer.actor.organisation().ok_or(PageError::NotFound)
    }
}

impl FromRequestParts<Portal> for Ctx {
    type Rejection = PageError;

    async fn from_request_parts(parts: &mut Parts, portal: &Portal) -> Result<Self, PageError> {
        let missing = |what: &str| PageError::Fault(format!("no {what} in the request"));
        let extensions = &parts.extensions;
        Ok(Self {
            store: portal.store.clone(),
            viewer: extensions.get::<Viewer>().cloned().ok_or_else(|| missing("viewer"))?,
            session: extensions.get::<Session>().cloned().ok_or_else(|| missing("session"))?,
            now: portal.store.clock().now(),
            demo: portal.demo,
            contact: portal.contact.clone(),
            from: extensions.get::<ClientAddress>().cloned().ok_or_else(|| missing("address"))?,
            action: extensions.get::<Action>().copied().ok_or_else(|| missing("action"))?,
            asked: extensions.get::<Asked>().cloned().ok_or_else(|| missing("guard"))?,
        })
    }
}
