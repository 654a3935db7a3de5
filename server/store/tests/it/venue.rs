//! Premises in scope, and the people who answer for them.

use domain::{
    account::EmailAddress,
    assessment::{Answer, Value},
    codes::RegionCode,
    content::{AnswerKind, QuestionId},
    forms::premises::NameAndAddress,
    ids::{AccountId, AssessmentId, OrganisationId, PremisesId, SubmissionId},
    law::UseCode,
    organisation::OrganisationDetails,
    policy::{Act, Actor, Denied, Facts, Grant, Permit, act, decide},
    premises::{Address, AddressLine, PremisesName},
    scope::{Exclusions, Known, PartOf, ScopeFacts, StatedUse, head_count::HeadCount},
    submission::Declaration,
};
use store::{AnswerSaved, PremisesChange, Store, StoreError, Subject, SubmitRefused};
use uuid::Uuid;

use crate::{accounts::sign_up_permit, both::Fixture};

/// Somebody who acts for the organisation.
#[derive(Clone)]
pub struct Person {
    pub account: AccountId,
    pub actor: Actor,
}

/// Premises of an organisation with two people.
#[derive(Clone)]
pub struct Venue {
    pub store: Store,
    pub ann: Person,
    pub bob: Person,
    pub organisation: OrganisationId,
    pub premises: PremisesId,
}

impl Venue {
    /// Two people, an organisation, and standard duty premises of it.
    pub async fn new(t: &Fixture) -> Self {
        Self::of(t, "Ann", "Bob").await
    }

    /// The same with people of other names.
    pub async fn of(t: &Fixture, ann: &str, bob: &str) -> Self {
        let (ann, bob) = (account(&t.store, ann).await, account(&t.store, bob).await);
        let alone = Actor::Person { account: ann, grants: vec![Grant::Operator(None)] };
        let join = decide::<act::RegisterOrganisation>(&alone, (), &Facts::default()).unwrap();
        let details = OrganisationDetails::named("Harbour Halls");
        let organisation = t.store.register_organisation(&join, Uuid::new_v4(), &details).await.unwrap();
        let person = |account| Person {
            account,
            actor: Actor::Person { account, grants: vec![Grant::Operator(Some(organisation))] },
        };
        let (ann, bob) = (person(ann), person(bob));
        let premises = PremisesId(Uuid::nil());
        Self { store: t.store.clone(), ann, bob, organisation, premises }.with_other_premises().await
    }

    /// The same people with other standard duty premises of their organisation.
    pub async fn with_other_premises(&self) -> Self {
        let register =
            permit::<act::RegisterPremises>(&self.store, &self.ann.actor, self.organisation).await.unwrap();
        let premises = self.store.register_premises(&register, Uuid::new_v4(), place()).await.unwrap();
        let venue = Self { premises, ..self.clone() };
        venue.change(1, PremisesChange::Facts(in_scope())).await;
        let today = self.store.clock().today();
        let number = HeadCount::new(300, "ticket-cap", "", today, today).unwrap();
        venue.change(2, PremisesChange::Number(Some(number))).await;
        venue
    }

    pub async fn change(&self, seen: u32, change: PremisesChange) {
        let permit = permit::<act::EditPremises>(&self.store, &self.ann.actor, self.premises).await.unwrap();
        self.store.change_premises(&permit, seen, change).await.unwrap();
    }

    pub async fn start(&self) -> AssessmentId {
        let permit =
            permit::<act::StartAssessment>(&self.store, &self.ann.actor, self.premises).await.unwrap();
        self.store.start_assessment(&permit).await.unwrap()
    }

    /// Answers every question that shows and has no answer.
    pub async fn answer_all(&self, id: AssessmentId) {
        loop {
            let permit = permit::<act::EditAnswers>(&self.store, &self.ann.actor, id).await.unwrap();
            let assessment = self.store.assessment(&permit).await.unwrap();
            let journey = assessment.journey();
            let Some(question) = journey.first_unanswered() else { return };
            let answer = answer(&question.answer);
            self.save(&self.ann, id, &question.id, 0, &answer).await.unwrap();
        }
    }

    pub async fn save(
        &self,
        who: &Person,
        id: AssessmentId,
        question: &QuestionId,
        seen: u32,
        answer: &Answer,
    ) -> Result<AnswerSaved, StoreError> {
        let sealed = self.store.sealed_assessment(id).await?;
        let permit: Permit<act::EditAnswers> =
            decide(&who.actor, id, &sealed.facts()).map_err(|Denied| StoreError::NotFound)?;
        let open = self.store.open_sealed(&permit, sealed).await?;
        self.store.save_answer(&permit, &open, question, seen, answer).await
    }

    pub async fn submit(&self, id: AssessmentId, once: Uuid) -> Result<SubmissionId, SubmitRefused> {
        let permit = permit::<act::Submit>(&self.store, &self.ann.actor, id).await?;
        self.store.submit(&permit, once, &self.declaration()).await
    }

    pub fn declaration(&self) -> Declaration {
        Declaration {
            name: "Ann Example".into(),
            role: "General manager".into(),
            on: self.store.clock().today(),
        }
    }

    pub async fn withdraw(&self, id: SubmissionId) -> Result<(), StoreError> {
        let permit = permit::<act::WithdrawSubmission>(&self.store, &self.ann.actor, id).await?;
        self.store.withdraw(&permit).await
    }

    pub async fn assessment(&self, id: AssessmentId) -> store::Assessment {
        let permit = permit::<act::ViewAssessment>(&self.store, &self.ann.actor, id).await.unwrap();
        self.store.assessment(&permit).await.unwrap()
    }

    pub async fn submission(&self, id: SubmissionId) -> store::Submission {
        let permit = permit::<act::ViewSubmission>(&self.store, &self.ann.actor, id).await.unwrap();
        self.store.submission(&permit).await.unwrap()
    }

    pub async fn premises(&self) -> domain::premises::Premises {
        let permit = permit::<act::ViewPremises>(&self.store, &self.ann.actor, self.premises).await.unwrap();
        self.store.premises(&permit).await.unwrap()
    }
}

/// What the policy says now; denied looks like missing.
pub async fn permit<A: Act>(store: &Store, actor: &Actor, target: A::Target) -> Result<Permit<A>, StoreError>
where
    A::Target: Subject,
{
    let facts = target.facts(store).await?;
    decide::<A>(actor, target, &facts).map_err(|Denied| StoreError::NotFound)
}

pub async fn account(store: &Store, name: &str) -> AccountId {
    let person = crate::accounts::person(name);
    store.sign_up(&sign_up_permit(), &person).await.unwrap();
    let permit = decide(&Actor::Anonymous, (), &Facts::default()).unwrap();
    let email: EmailAddress = person.email.clone();
    store.sign_in(&permit, &email, "a quiet harbour at dusk", "127.0.0.1").await.unwrap()
}

pub fn place() -> NameAndAddress {
    NameAndAddress {
        name: PremisesName::new("Canary Old Hall").unwrap(),
        address: Address {
            line1: AddressLine::new("1 Canary Street").unwrap(),
            line2: None,
            town: AddressLine::new("Canarytown").unwrap(),
            postcode: "B1 1AA".parse().unwrap(),
        },
        uprn: None,
        council: "E08000025".parse().unwrap(),
        region: "west-midlands".parse::<RegionCode>().unwrap(),
        version: None,
    }
}

pub fn in_scope() -> ScopeFacts {
    ScopeFacts {
        building: Known::Yes,
        uses: vec![StatedUse { code: UseCode(3), for_public: Known::Yes }],
        mainly: Known::Yes,
        principal: Some(UseCode(3)),
        number: None,
        exclusions: Exclusions::Nothing,
        part_of: PartOf::Nothing,
    }
}

/// An answer to a question of that kind, its words easy to find.
pub fn answer(kind: &AnswerKind) -> Answer {
    let value = match kind {
        AnswerKind::Procedure | AnswerKind::YesNo => Value::Yes,
        AnswerKind::Choice { options } => Value::Option { id: options[0].id.clone() },
        AnswerKind::Text { .. } => Value::Text { text: "canary words".into() },
        AnswerKind::DateOrNone => Value::NoDate,
        AnswerKind::Number { .. } => Value::NotSure,
        AnswerKind::Decision => Value::NoDecision,
        AnswerKind::Person => Value::Person { name: "Canary Name".into(), role: "Canary role".into() },
    };
    Answer { value, note: "a canary note".into() }
}

/// A yes with a note.
pub fn noted(note: &str) -> Answer {
    Answer { value: Value::Yes, note: note.into() }
}
