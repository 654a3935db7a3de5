//! An assessment as its rows hold it: read at once with what the policy needs to know of it, and opened by a permit.

use std::collections::{BTreeMap, btree_map};

use domain::{
    account::PersonName,
    assessment::{Answers, AssessmentState},
    codes::RegionCode,
    content::QuestionId,
    ids::{AssessmentId, OrganisationId, PremisesId},
    policy::{Act, Facts, Permit, act},
    submission::CaseState,
};
use sea_orm::{
    ColumnTrait, Condition, EntityTrait, FromQueryResult, JoinType, QueryFilter, QuerySelect, QueryTrait,
    RelationDef, RelationTrait,
    sea_query::{CaseStatement, DynIden, Expr, ExprTrait, IntoColumnRef, Query},
};
use uuid::Uuid;

use super::read::{
    Assessment, EarlierAnswer, SavedAnswer, named_edition, open_answer, question, set_of, state, tier,
    with_savers,
};
use crate::{
    Owner, Store, StoreError, calendar,
    entity::{answer, assessment, calendar as calendar_row, case, premises, reopened_question as reopened},
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
        facts(self.head.organisation_id, self.state)
    }
}

fn facts(organisation: Uuid, state: AssessmentState) -> Facts {
    Facts {
        organisation: Some(OrganisationId(organisation)),
        answers_open: state != AssessmentState::Submitted,
        ..Facts::default()
    }
}

impl Store {
    /// What the policy needs to know of an assessment of which no more is read. One statement.
    pub(crate) async fn assessment_facts(&self, id: AssessmentId) -> Result<Facts, StoreError> {
        let (row, premises) = self.assessment_rows(id).await?;
        Ok(facts(premises.organisation_id, state(&row.state)?))
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

    /// The assessment of premises, if one was opened. Two statements, one where there is none.
    ///
    /// # Errors
    /// [`StoreError`].
    pub async fn assessment_at(
        &self,
        permit: &Permit<act::ViewPremises>,
    ) -> Result<Option<Assessment>, StoreError> {
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
        let premises = PremisesId(head.premises_id);
        let details = head.details.ok_or(StoreError::Unreadable("premises"))?;
        let dates = head.dates.map(|dates| calendar::read(&premises.0, &dates, &key)).transpose()?;
        Ok(Assessment {
            id,
            premises,
            organisation,
            premises_name: crate::premises::name(premises, &details, &key)?,
            tier: tier(head.tier.as_deref())?,
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

/// The assessment and its premises.
#[derive(FromQueryResult)]
struct Head {
    premises_id: Uuid,
    organisation_id: Uuid,
    tier: Option<String>,
    question_set: String,
    edition: String,
    state: String,
    round: i32,
    /// In the first row only.
    details: Option<Vec<u8>>,
    /// The same; nothing where the premises have no days.
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
        .join(JoinType::InnerJoin, assessment::Relation::Premises.def())
        .join(JoinType::LeftJoin, assessment::Relation::Calendar.def())
        .join(JoinType::LeftJoin, assessment::Relation::Answer.def())
        .join(JoinType::LeftJoin, named_now())
        .join(JoinType::LeftJoin, reopened::Relation::Case.def())
        .select_only()
        .columns([A::PremisesId, A::QuestionSet, A::Edition, A::State])
        .column_as(A::Version, "round")
        .columns([premises::Column::OrganisationId, premises::Column::Tier])
        .expr_as(once(id, (premises::Entity, premises::Column::Details)), "details")
        .expr_as(once(id, (calendar_row::Entity, calendar_row::Column::Dates)), "dates")
        .columns([reopened::Column::CaseId, reopened::Column::Reason])
        .column(case::Column::Region);
    with_savers(select)
}

/// What is sealed of the premises, with the first answer only: the other rows need not carry it too.
fn once(id: AssessmentId, sealed: impl IntoColumnRef) -> CaseStatement {
    let question = answer::Column::Question;
    let first = answer::Entity::find()
        .select_only()
        .expr(question.min())
        .filter(answer::Column::AssessmentId.eq(id.0))
        .into_query();
    let is_first = question.is_null().or(Expr::col((answer::Entity, question)).in_subquery(first));
    CaseStatement::new().case(is_first, Expr::col(sealed))
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
