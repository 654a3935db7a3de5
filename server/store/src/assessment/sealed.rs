//! An assessment as its rows hold it: read at once with what the policy needs to know of it, and opened by a permit.

use std::collections::BTreeMap;

use domain::{
    assessment::{Answers, AssessmentState},
    codes::RegionCode,
    content::{Audience, QuestionId},
    ids::{AssessmentId, OrganisationId, PremisesOrEvent},
    policy::{Act, Facts, Permit},
    submission::CaseState,
};
use sea_orm::{
    ColumnTrait, Condition, ConnectionTrait, DbErr, EntityTrait, FromQueryResult, JoinType, QueryFilter,
    QueryResult, QuerySelect, QueryTrait, RelationDef, RelationTrait,
    sea_query::{DynIden, Expr, ExprTrait, Func, Query, SelectStatement, UnionType},
};
use uuid::Uuid;

use super::read::{
    Assessment, EarlierAnswer, named_edition, open_answer, question, set_of, state, tier, version,
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
    answers: Vec<(SealedAnswer, Option<Named>)>,
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
        let rows = self.db.query_all(&select(id)).await?;
        let (mut head, mut answers) = (None, Vec::with_capacity(rows.len()));
        for row in rows {
            head = head.or(part(&row, "details")?);
            if let Some(answer) = part(&row, "value")? {
                answers.push((answer, part(&row, "reason")?));
            }
        }
        let head: Head = head.ok_or(StoreError::NotFound)?;
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
        let (mut answers, mut versions, mut earlier) = (Answers::none(), BTreeMap::new(), BTreeMap::new());
        let mut reopened = BTreeMap::new();
        for (saved, named) in rows {
            let question = question(&saved.question)?;
            versions.insert(question.clone(), version(saved.version)?);
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
        let dates = head.dates.map(|dates| calendar::read(of, &dates, &key)).transpose()?;
        Ok(Assessment {
            id,
            of,
            organisation,
            name: premises_or_event::name(of, &head.details, &key)?,
            now: match of {
                PremisesOrEvent::Premises(_) => tier(head.tier.as_deref())?.map(Audience::from),
                PremisesOrEvent::Event(_) => Some(Audience::Event),
            },
            state,
            set: set_of(&head.question_set, &head.edition)?,
            answers,
            earlier,
            versions,
            reopened,
            dates: dates.unwrap_or_default(),
            read_on: self.clock.today(),
            round: head.version,
        })
    }

    /// Why a return named a question. No statement once the region's key is known.
    async fn reason(&self, question: &QuestionId, named: &Named) -> Result<String, StoreError> {
        let region: RegionCode = named.region.parse().map_err(|_| StoreError::Unreadable("region"))?;
        let key = self.key(&Owner::Region(region)).await?;
        read_reason(&key, named.case_id, question.as_str(), &named.reason)
    }
}

/// What a row has of a part, by the sealed value that no such part is without.
fn part<T: FromQueryResult>(row: &QueryResult, sealed: &str) -> Result<Option<T>, DbErr> {
    let sealed: Option<Vec<u8>> = row.try_get("", sealed)?;
    sealed.map(|_| T::from_query_result(row, "")).transpose()
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
    /// The round.
    version: i32,
    details: Vec<u8>,
    /// Nothing where there are no days.
    dates: Option<Vec<u8>>,
}

/// One answer.
#[derive(FromQueryResult)]
struct SealedAnswer {
    question: String,
    value: Vec<u8>,
    version: i32,
    earlier_edition: Option<String>,
}

/// That the return in force named a question. Only what was sent can be named, and what was sent has an answer,
/// which nothing deletes.
#[derive(FromQueryResult)]
struct Named {
    case_id: Uuid,
    reason: Vec<u8>,
    region: String,
}

/// The assessment in one row, each answer in a row of its own; what a row has not is null.
fn select(id: AssessmentId) -> SelectStatement {
    use answer::Column as C;
    use assessment::Column as A;
    let head = assessment::Entity::find_by_id(id.0)
        .join(JoinType::LeftJoin, assessment::Relation::Premises.def())
        .join(JoinType::LeftJoin, assessment::Relation::Event.def())
        .join(JoinType::LeftJoin, assessment::Relation::Calendar.def())
        .select_only()
        .columns([A::PremisesId, A::EventId, A::QuestionSet, A::Edition, A::State])
        .expr_as(either(premises::Column::OrganisationId, event::Column::OrganisationId), "organisation_id")
        .column(premises::Column::Tier)
        .expr_as(either(premises::Column::Details, event::Column::Details), "details")
        .column(calendar_row::Column::Dates)
        .column(A::Version);
    let of_answers = ["question", "value", "earlier_edition", "case_id", "reason", "region"];
    let head = of_answers.into_iter().fold(head, |head, name| head.expr_as(Expr::null(), name));
    let of_head = 9;
    let answers = answer::Entity::find()
        .join(JoinType::LeftJoin, named_now())
        .join(JoinType::LeftJoin, reopened::Relation::Case.def())
        .filter(C::AssessmentId.eq(id.0))
        .select_only();
    let answers = (0..of_head).fold(answers, |answers, _| answers.expr(Expr::null()));
    let answers = answers
        .columns([C::Version, C::Question, C::Value, C::EarlierEdition])
        .columns([reopened::Column::CaseId, reopened::Column::Reason])
        .column(case::Column::Region);
    head.into_query().union(UnionType::All, answers.into_query()).to_owned()
}

/// What premises or an event say, whichever of them it is.
fn either(of_premises: premises::Column, of_event: event::Column) -> Expr {
    let of_event = Expr::col((event::Entity, of_event));
    Func::coalesce([Expr::col((premises::Entity, of_premises)), of_event]).into()
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
