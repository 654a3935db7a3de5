//! An assessment as its rows hold it: read at once with what the policy needs to know of it, and opened by a permit.

use std::collections::{BTreeMap, btree_map};

use domain::{
    account::PersonName,
    assessment::{Answers, AssessmentState},
    codes::RegionCode,
    content::{Audience, QuestionId},
    ids::{AssessmentId, OrganisationId, PremisesOrEvent},
    policy::{Act, Facts, Permit},
    submission::CaseState,
};
use sea_orm::{
    ColumnTrait, Condition, EntityTrait, FromQueryResult, JoinType, QueryFilter, QuerySelect, QueryTrait,
    RelationDef, RelationTrait,
    sea_query::{CaseStatement, DynIden, Expr, ExprTrait, Func, Query},
};
use uuid::Uuid;

use super::read::{
    Assessment, EarlierAnswer, SavedAnswer, named_edition, open_answer, question, set_of, state, tier,
    with_savers,
};
use crate::{
    Notifiable, Owner, Store, StoreError, calendar,
    entity::{
        answer, assessment, calendar as calendar_row, case, event, premises, reopened_question as reopened,
    },
    premises_or_event::{self, one_of},
    review::read_reason,
};

/// An assessment that nobody has read yet: what people wrote is sealed in it.
pub struct SealedAssessment {
    id: AssessmentId,
    state: AssessmentState,
    head: Head,
    answers: Vec<(SavedAnswer, Option<Named>)>,
}

impl SealedAssessment {
    /// What the policy needs to know of it.
    pub fn facts(&self) -> Facts {
        facts(OrganisationId(self.head.organisation_id), self.state)
    }
}

fn facts(organisation: OrganisationId, state: AssessmentState) -> Facts {
    Facts {
        organisation: Some(organisation),
        answers_open: state != AssessmentState::Submitted,
        ..Facts::default()
    }
}

impl Store {
    /// What the policy needs to know of an assessment of which no more is read. One statement.
    pub(crate) async fn assessment_facts(&self, id: AssessmentId) -> Result<Facts, StoreError> {
        let (row, of) = self.assessment_rows(id).await?;
        Ok(facts(of.organisation(), state(&row.state)?))
    }

    /// The assessment with its answers and the questions that the return in force named, still sealed. One statement.
    ///
    /// # Errors
    /// [`StoreError::NotFound`].
    pub async fn sealed_assessment(&self, id: AssessmentId) -> Result<SealedAssessment, StoreError> {
        let rows: Vec<Row> = select(id).into_model().all(&self.db).await?;
        let (mut head, mut answers) = (None, Vec::with_capacity(rows.len()));
        for row in rows {
            // One of the rows, any one, has the details.
            if head.as_ref().is_none_or(|head: &Head| head.details.is_none()) {
                head = Some(row.head);
            }
            answers.extend(row.saved.map(|saved| (saved, row.named)));
        }
        let head = head.ok_or(StoreError::NotFound)?;
        Ok(SealedAssessment { id, state: state(&head.state)?, head, answers })
    }

    /// The assessment, for whoever has a permit already. One statement.
    ///
    /// # Errors
    /// [`StoreError::NotFound`].
    pub async fn assessment<A: Act<Target = AssessmentId>>(
        &self,
        permit: &Permit<A>,
    ) -> Result<Assessment, StoreError> {
        self.open_sealed(permit, self.sealed_assessment(*permit.target()).await?).await
    }

    /// Opens an assessment for whoever may do something with it. No statement once the keys are known.
    ///
    /// # Errors
    /// [`StoreError::NotFound`] when the permit is for another one.
    pub async fn open_sealed<A: Act<Target = AssessmentId>>(
        &self,
        permit: &Permit<A>,
        sealed: SealedAssessment,
    ) -> Result<Assessment, StoreError> {
        if *permit.target() == sealed.id { self.unsealed(sealed).await } else { Err(StoreError::NotFound) }
    }

    /// The assessment of premises or of an event, if one was opened. Two statements, one where there is none.
    ///
    /// # Errors
    /// [`StoreError`].
    pub async fn assessment_at<A>(&self, permit: &Permit<A>) -> Result<Option<Assessment>, StoreError>
    where
        A: Act<Target: Notifiable<See = A>>,
    {
        match self.assessment_of(permit).await? {
            Some(line) => self.unsealed(self.sealed_assessment(line.id).await?).await.map(Some),
            None => Ok(None),
        }
    }

    async fn unsealed(&self, sealed: SealedAssessment) -> Result<Assessment, StoreError> {
        let SealedAssessment { id, state, head, answers: rows } = sealed;
        let organisation = OrganisationId(head.organisation_id);
        let key = self.key(&Owner::Organisation(organisation)).await?;
        let portal = self.key(&Owner::Portal).await?;
        let (mut answers, mut saves, mut earlier) = (Answers::none(), BTreeMap::new(), BTreeMap::new());
        let mut reopened = BTreeMap::new();
        let mut savers: BTreeMap<Uuid, PersonName> = BTreeMap::new();
        for (saved, named) in rows {
            let question = question(&saved.question)?;
            let by = match savers.entry(saved.account_id) {
                btree_map::Entry::Occupied(known) => known.get().clone(),
                btree_map::Entry::Vacant(new) => new.insert(saved.saver(&portal)?).clone(),
            };
            saves.insert(question.clone(), saved.last_save(by)?);
            if let Some(named) = named.filter(|_| state == AssessmentState::Returned) {
                reopened.insert(question.clone(), self.reason(&question, &named).await?);
            }
            let answer = open_answer(&key, id, &saved.question, &saved.value)?;
            match saved.earlier_edition.as_deref() {
                Some(name) => {
                    earlier.insert(question, EarlierAnswer { answer, set: named_edition(name)? });
                }
                None => {
                    answers.insert(question, answer);
                }
            }
        }
        let of = one_of(head.premises_id, head.event_id)?;
        let details = head.details.ok_or(StoreError::Unreadable("details"))?;
        let dates = head.dates.map(|dates| calendar::read(of, &dates, &key)).transpose()?;
        Ok(Assessment {
            id,
            of,
            organisation,
            name: premises_or_event::name(of, &details, &key)?,
            now: match of {
                PremisesOrEvent::Premises(_) => tier(head.tier.as_deref())?.map(Audience::from),
                PremisesOrEvent::Event(_) => Some(Audience::Event),
            },
            state,
            set: set_of(&head.question_set, &head.edition)?,
            answers,
            earlier,
            saves,
            reopened,
            dates: dates.unwrap_or_default(),
            read_on: self.clock.today(),
            round: head.round,
        })
    }

    /// Why a return named a question. No statement once the region's key is known.
    async fn reason(&self, question: &QuestionId, named: &Named) -> Result<String, StoreError> {
        let region: RegionCode = named.region.parse().map_err(|_| StoreError::Unreadable("region"))?;
        let key = self.key(&Owner::Region(region)).await?;
        read_reason(&key, named.case_id, question.as_str(), &named.reason)
    }
}

/// One of the answers, with what it is an answer to; a single row where there is none.
#[derive(FromQueryResult)]
struct Row {
    #[sea_orm(nested)]
    head: Head,
    #[sea_orm(nested)]
    saved: Option<SavedAnswer>,
    #[sea_orm(nested)]
    named: Option<Named>,
}

/// The assessment and what it is of.
#[derive(FromQueryResult)]
struct Head {
    premises_id: Option<Uuid>,
    event_id: Option<Uuid>,
    organisation_id: Uuid,
    tier: Option<String>,
    question_set: String,
    edition: String,
    state: String,
    round: i32,
    /// In the first row only.
    details: Option<Vec<u8>>,
    /// The same; nothing where there are no days.
    dates: Option<Vec<u8>>,
}

/// That the return in force named a question. Only what was sent can be named, and what was sent has an answer,
/// which nothing deletes.
#[derive(FromQueryResult)]
struct Named {
    case_id: Uuid,
    reason: Vec<u8>,
    region: String,
}

fn select(id: AssessmentId) -> sea_orm::Select<assessment::Entity> {
    use assessment::Column as A;
    let select = assessment::Entity::find_by_id(id.0)
        .join(JoinType::LeftJoin, assessment::Relation::Premises.def())
        .join(JoinType::LeftJoin, assessment::Relation::Event.def())
        .join(JoinType::LeftJoin, assessment::Relation::Calendar.def())
        .join(JoinType::LeftJoin, assessment::Relation::Answer.def())
        .join(JoinType::LeftJoin, named_now())
        .join(JoinType::LeftJoin, reopened::Relation::Case.def())
        .select_only()
        .columns([A::PremisesId, A::EventId, A::QuestionSet, A::Edition, A::State])
        .column_as(A::Version, "round")
        .expr_as(either(premises::Column::OrganisationId, event::Column::OrganisationId), "organisation_id")
        .column(premises::Column::Tier)
        .expr_as(once(id, either(premises::Column::Details, event::Column::Details)), "details")
        .expr_as(once(id, Expr::col((calendar_row::Entity, calendar_row::Column::Dates))), "dates")
        .columns([reopened::Column::CaseId, reopened::Column::Reason])
        .column(case::Column::Region);
    with_savers(select)
}

/// What premises or an event say, whichever of them it is.
fn either(of_premises: premises::Column, of_event: event::Column) -> Expr {
    let of_event = Expr::col((event::Entity, of_event));
    Func::coalesce([Expr::col((premises::Entity, of_premises)), of_event]).into()
}

/// What is sealed of them, with the first answer only: the other rows need not carry it too.
fn once(id: AssessmentId, sealed: Expr) -> CaseStatement {
    let question = answer::Column::Question;
    let first = answer::Entity::find()
        .select_only()
        .expr(question.min())
        .filter(answer::Column::AssessmentId.eq(id.0))
        .into_query();
    let is_first = question.is_null().or(Expr::col((answer::Entity, question)).in_subquery(first));
    CaseStatement::new().case(is_first, sealed)
}

/// From an answer to its naming by the return in force.
fn named_now() -> RelationDef {
    use reopened::Column as R;
    let in_force = |_: DynIden, named: DynIden| {
        let case = Query::select()
            .expr(Expr::val(1))
            .from(case::Entity)
            .and_where(Expr::col((case::Entity, case::Column::Id)).equals((named, R::CaseId)))
            .and_where(case::Column::State.eq(CaseState::Returned.name()))
            .to_owned();
        Condition::all().add(Expr::exists(case))
    };
    answer::Entity::belongs_to(reopened::Entity)
        .from((answer::Column::AssessmentId, answer::Column::Question))
        .to((R::AssessmentId, R::Question))
        .on_condition(in_force)
        .into()
}
