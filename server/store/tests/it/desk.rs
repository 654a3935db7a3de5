//! A submission on a CTSA's desk, and what CTSAs do to it.

use domain::{
    account::PersonName,
    competent_person::{CompetentPersonDetails, Expiry},
    ids::{AccountId, CaseId, CompetentPersonId, SubmissionId},
    policy::{Actor, Grant, Scope, act, scope},
    review::{AuthorityCheck, HowConfirmed, Return},
};
use store::{CaseFile, Said, Store, StoreError};
use uuid::Uuid;

use crate::{
    both::Fixture,
    venue::{Venue, permit},
};

/// A venue with a submission, and a CTSA of its region.
pub struct Desk {
    pub venue: Venue,
    pub sent: SubmissionId,
    pub case: CaseId,
    pub carol: Actor,
    pub dan: Actor,
}

pub fn adviser(region: &str) -> Actor {
    let account = AccountId(Uuid::new_v4());
    Actor::Person { account, grants: vec![Grant::Ctsa(region.parse().unwrap())] }
}

pub fn queue_scope(actor: &Actor) -> Scope<act::SeeQueue> {
    scope(actor).unwrap()
}

impl Desk {
    pub async fn new(t: &Fixture) -> Self {
        let venue = Venue::new(t).await;
        let id = venue.start().await;
        venue.answer_all(id).await;
        let sent = venue.submit(id, Uuid::new_v4()).await.unwrap();
        let case = venue.submission(sent).await.case;
        Self { venue, sent, case, carol: adviser("west-midlands"), dan: adviser("west-midlands") }
    }

    fn store(&self) -> &Store {
        &self.venue.store
    }

    pub async fn takes_up(&self, who: &Actor) -> Result<(), StoreError> {
        let permit = permit::<act::ReviewCase>(self.store(), who, self.case).await?;
        self.store().start_review(&permit).await
    }

    pub async fn confirms(&self, who: &Actor) -> Result<(), StoreError> {
        let permit = permit::<act::ConfirmAuthority>(self.store(), who, self.case).await?;
        self.store().confirm_authority(&permit, &self.check()).await
    }

    pub fn check(&self) -> AuthorityCheck {
        let on = self.store().clock().today();
        AuthorityCheck { how: HowConfirmed::Switchboard, on, note: "canary note on authority".into() }
    }

    pub async fn comments(&self, who: &Actor, once: Uuid) -> Result<(), StoreError> {
        let permit = permit::<act::ReviewCase>(self.store(), who, self.case).await?;
        let question = self.questions().await[0].clone();
        self.store().comment(&permit, once, &question, "canary comment").await.map(|_| ())
    }

    pub async fn questions(&self) -> Vec<domain::content::QuestionId> {
        let snapshot = self.venue.submission(self.sent).await.snapshot;
        snapshot.answers.iter().map(|answered| answered.question.clone()).collect()
    }

    pub async fn returns(&self, who: &Actor, seen: u32) -> Result<(), StoreError> {
        let permit = permit::<act::ReturnCase>(self.store(), who, self.case).await?;
        let named = self.questions().await[0].clone();
        let said =
            Return { questions: vec![(named, "canary reason".into())], message: "canary message".into() };
        self.store().return_case(&permit, seen, &said).await
    }

    pub async fn advises(&self, who: &Actor, seen: u32) -> Result<(), StoreError> {
        let permit = permit::<act::RecordAdvice>(self.store(), who, self.case).await?;
        self.store().record_advice(&permit, seen, "canary advice").await
    }

    pub async fn file(&self) -> CaseFile {
        let permit = permit::<act::ViewCase>(self.store(), &self.carol, self.case).await.unwrap();
        self.store().case(&permit).await.unwrap()
    }

    pub async fn told(&self) -> Option<Said> {
        let permit =
            permit::<act::ViewSubmission>(self.store(), &self.venue.ann.actor, self.sent).await.unwrap();
        self.store().adviser_said(&permit).await.unwrap()
    }

    pub async fn adds_person(&self) -> CompetentPersonId {
        let permit =
            permit::<act::AddCompetentPerson>(self.store(), &self.venue.ann.actor, self.venue.premises)
                .await
                .unwrap();
        let details = CompetentPersonDetails {
            name: PersonName::new("Canary Carol").unwrap(),
            role: "canary role".into(),
            qualification: "act".into(),
            described: None,
            awarding_body: "canary body".into(),
            number: Some("canary-1".into()),
            awarded_on: "2026-02-03".parse().unwrap(),
            expiry: Expiry::NoneStated,
        };
        self.store().add_competent_person(&permit, Uuid::new_v4(), &details).await.unwrap()
    }
}
