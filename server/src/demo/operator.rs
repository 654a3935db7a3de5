//! What a made-up operator does.

use domain::{
    assessment::{Answers, Journey},
    competent_person::CompetentPersonDetails,
    content,
    event::EventChange,
    forms::event::StatedAbout,
    ids::{AccountId, AssessmentId, CompetentPersonId, EventId, OrganisationId, PremisesId, SubmissionId},
    organisation::OrganisationDetails,
    policy::{Actor, Grant, act},
    scope::{Exclusions, Known, PartOf, ScopeFacts, StatedUse, head_count::HeadCount},
    submission::Declaration,
};
use store::{Kept, Notifiable, PremisesChange, Store};
use uuid::Uuid;

use super::{
    DemoFault, answers, permit,
    venue::{Story, Venue},
};

const NAMES: [&str; 12] = [
    "Priya Nair",
    "Tom Hale",
    "Ines Duarte",
    "Callum Reid",
    "Fatima Noor",
    "Owen Pryce",
    "Hana Sato",
    "Bryn Lowe",
    "Zofia Kral",
    "Dele Ajayi",
    "Nora Finch",
    "Ravi Menon",
];
const ORGANISATIONS: [&str; 12] = [
    "Kestrel Leisure (made up)",
    "Millbrook Arts Trust (made up)",
    "Harbour & Vale Venues (made up)",
    "Greenlane Hospitality (made up)",
    "Saltbox Entertainment (made up)",
    "Old Forge Holdings (made up)",
    "Tidewell Community Trust (made up)",
    "Larch Hill Estates (made up)",
    "Bluegate Retail (made up)",
    "Wren & Co (made up)",
    "Fourways Education (made up)",
    "Compass Row Ltd (made up)",
];

/// The name of the operator with this number.
pub fn name(number: usize) -> &'static str {
    NAMES.get(number % NAMES.len()).copied().unwrap_or("Robin Field")
}

/// Somebody who acts for an organisation.
pub struct Operator {
    actor: Actor,
    organisation: OrganisationId,
    name: &'static str,
}

impl Operator {
    /// Registers the organisation that an account acts for.
    pub async fn register(store: &Store, account: AccountId, number: usize) -> Result<Self, DemoFault> {
        let alone = Actor::Person { account, grants: vec![Grant::Operator(None)] };
        let called = ORGANISATIONS.get(number % ORGANISATIONS.len()).copied().unwrap_or("Made up");
        let details = OrganisationDetails::named(called);
        let may = permit(store, &alone, ()).await?;
        let organisation = store.register_organisation(&may, Uuid::new_v4(), &details).await?;
        let actor = Actor::Person { account, grants: vec![Grant::OperatorAdmin(organisation)] };
        Ok(Self { actor, organisation, name: name(number) })
    }

    /// Who they are, and the organisation that they act for.
    pub fn acts_for(&self) -> (&Actor, OrganisationId) {
        (&self.actor, self.organisation)
    }

    /// Registers premises and says all that decides their tier.
    pub async fn registers(&self, store: &Store, venue: &Venue) -> Result<PremisesId, DemoFault> {
        let may = permit(store, &self.actor, self.organisation).await?;
        let id = store.register_premises(&may, Uuid::new_v4(), venue.place.clone()).await?;
        let facts = ScopeFacts {
            building: Known::Yes,
            uses: vec![StatedUse { code: venue.used_for, for_public: Known::Yes }],
            mainly: Known::Yes,
            principal: Some(venue.used_for),
            number: None,
            exclusions: Exclusions::Nothing,
            part_of: PartOf::Nothing,
        };
        let may = permit::<act::EditPremises>(store, &self.actor, id).await?;
        store.change_premises(&may, 1, PremisesChange::Facts(facts)).await?;
        if venue.story != Story::Unclear {
            let today = store.clock().today();
            let number = HeadCount::new(venue.people, "ticket-cap", "", today, today)
                .map_err(|_| DemoFault::Data(venue.people.to_string()))?;
            store.change_premises(&may, 2, PremisesChange::Number(Some(number))).await?;
        }
        Ok(id)
    }

    /// Opens an assessment and answers every question.
    pub async fn answers_all<O: Notifiable>(
        &self,
        store: &Store,
        of: O,
        number: usize,
    ) -> Result<AssessmentId, DemoFault> {
        let may = permit::<O::Assess>(store, &self.actor, of).await?;
        let id = store.start_assessment(&may).await?;
        self.answers(store, id, number, usize::MAX).await?;
        Ok(id)
    }

    /// Opens an assessment before the newest edition of its questions came, and answers so many.
    pub async fn begins_early(
        &self,
        store: &Store,
        premises: PremisesId,
        number: usize,
        most: usize,
    ) -> Result<(), DemoFault> {
        let may = permit::<act::StartAssessment>(store, &self.actor, premises).await?;
        let id = store.start_assessment(&may).await?;
        let may = permit::<act::EditAnswers>(store, &self.actor, id).await?;
        let set = store.assessment(&may).await?.set;
        if let Some(before) = content::library().ok().and_then(|library| library.before(set)) {
            store.move_assessment(&may, set, before).await?;
        }
        self.answers(store, id, number, most).await
    }

    async fn answers(
        &self,
        store: &Store,
        id: AssessmentId,
        number: usize,
        most: usize,
    ) -> Result<(), DemoFault> {
        let may = permit::<act::EditAnswers>(store, &self.actor, id).await?;
        let open = store.assessment(&may).await?;
        let audience = open.audience();
        let mut given = Answers::none();
        while given.iter().count() < most {
            let Some(question) = Journey::new(open.set, audience, &given).first_unanswered().cloned() else {
                break;
            };
            let answer = answers::to(&question, number, self.name);
            store.save_answer(&may, &open, &question.id, 0, &answer).await?;
            given.insert(question.id, answer);
        }
        Ok(())
    }

    /// Answers the questions that were named, now with a yes where one can be given.
    pub async fn answers_again(&self, store: &Store, id: AssessmentId) -> Result<(), DemoFault> {
        let may = permit::<act::EditAnswers>(store, &self.actor, id).await?;
        let open = store.assessment(&may).await?;
        for question in open.reopened.keys() {
            let Some(asked) = open.set.question(question) else { continue };
            let answer = answers::improved(asked, self.name);
            store.save_answer(&may, &open, question, open.seen(question), &answer).await?;
        }
        Ok(())
    }

    /// Adds a Competent Person record to premises.
    pub async fn adds_competent_person(
        &self,
        store: &Store,
        premises: PremisesId,
        details: &CompetentPersonDetails,
    ) -> Result<CompetentPersonId, DemoFault> {
        let may = permit::<act::AddCompetentPerson>(store, &self.actor, premises).await?;
        Ok(store.add_competent_person(&may, Uuid::new_v4(), details).await?)
    }

    /// Adds a record that premises or an event keep.
    pub async fn keeps<O: Notifiable, K: Kept>(
        &self,
        store: &Store,
        of: O,
        record: &K,
    ) -> Result<K::Id, DemoFault> {
        let may = permit::<O::Change>(store, &self.actor, of).await?;
        Ok(store.add_record(&may, Uuid::new_v4(), record).await?)
    }

    /// Registers an event and says this about it.
    pub async fn registers_event(
        &self,
        store: &Store,
        about: StatedAbout,
        said: Vec<EventChange>,
    ) -> Result<EventId, DemoFault> {
        let may = permit(store, &self.actor, self.organisation).await?;
        let id = store.register_event(&may, Uuid::new_v4(), about).await?;
        let may = permit::<act::EditEvent>(store, &self.actor, id).await?;
        for (change, seen) in said.into_iter().zip(1..) {
            store.change_event(&may, seen, change).await?;
        }
        Ok(id)
    }

    /// Signs the declaration and sends the answers.
    pub async fn submits(&self, store: &Store, id: AssessmentId) -> Result<SubmissionId, DemoFault> {
        let declaration =
            Declaration { name: self.name.into(), role: "General manager".into(), on: store.clock().today() };
        let may = permit::<act::Submit>(store, &self.actor, id).await?;
        Ok(store.submit(&may, Uuid::new_v4(), &declaration).await?)
    }

    /// Takes a submission back.
    pub async fn withdraws(&self, store: &Store, id: SubmissionId) -> Result<(), DemoFault> {
        let may = permit::<act::WithdrawSubmission>(store, &self.actor, id).await?;
        Ok(store.withdraw(&may).await?)
    }

    /// What was sent, as the operator sees it.
    pub async fn sent(&self, store: &Store, id: SubmissionId) -> Result<store::Submission, DemoFault> {
        let may = permit::<act::ViewSubmission>(store, &self.actor, id).await?;
        Ok(store.submission(&may).await?)
    }
}
