//! What CTSAs have written about a case, and what of it the operator reads.

use domain::{
    codes::RegionCode,
    content::QuestionId,
    ids::{AccountId, CaseId},
    policy::{Permit, act},
};
use sea_orm::{ColumnTrait, EntityTrait, JoinType, QueryFilter, QueryOrder, QuerySelect};
use serde::{Deserialize, Serialize};
use uuid::Uuid;

use super::case;
use crate::{
    Owner, Store, StoreError, Timestamp,
    clock::at,
    entity::{case as row, case_answer, comment, reopened_question},
    keys::{DataKey, Place},
};

/// What CTSAs have written about a case.
#[derive(Clone, PartialEq, Eq)]
pub struct Said {
    /// The region whose CTSAs wrote it.
    pub region: RegionCode,
    /// How the case was answered; `None` while it is not.
    pub answer: Option<SaidAnswer>,
    /// Comments on answers, the oldest first.
    pub comments: Vec<Comment>,
    /// The questions that a return named, each with the reason.
    pub reopened: Vec<(QuestionId, String)>,
}

/// How a case was answered, by whom and when.
#[derive(Clone, PartialEq, Eq)]
pub struct SaidAnswer {
    /// The answer.
    pub answer: CaseAnswer,
    /// The CTSA.
    pub account: AccountId,
    /// When.
    pub at: Timestamp,
}

/// How a CTSA answered a case.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "is", rename_all = "kebab-case")]
pub enum CaseAnswer {
    /// It went back with named questions.
    Returned {
        /// What the CTSA said beside it.
        message: String,
    },
    /// Advice was recorded.
    Advised {
        /// The advice.
        advice: String,
    },
}

/// A comment on one answer.
#[derive(Clone, PartialEq, Eq)]
pub struct Comment {
    /// The question.
    pub question: QuestionId,
    /// The comment.
    pub text: String,
    /// The CTSA.
    pub account: AccountId,
    /// When.
    pub at: Timestamp,
}

/// Sealed where it is stored: no text in a log.
impl std::fmt::Debug for Said {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "Said({} comments)", self.comments.len())
    }
}

impl Said {
    /// The comments on one answer.
    pub fn comments_on<'a>(&'a self, question: &'a QuestionId) -> impl Iterator<Item = &'a Comment> {
        self.comments.iter().filter(move |comment| comment.question == *question)
    }
}

impl Store {
    /// What the CTSA said to a submission; `None` until the case is answered, whatever is written
    /// already. One statement until then, three after.
    ///
    /// # Errors
    /// [`StoreError`].
    pub async fn adviser_said(
        &self,
        permit: &Permit<act::ViewSubmission>,
    ) -> Result<Option<Said>, StoreError> {
        let of_case = case_answer::Entity::belongs_to(row::Entity)
            .from(case_answer::Column::CaseId)
            .to(row::Column::Id)
            .into();
        let found = case_answer::Entity::find()
            .join(JoinType::InnerJoin, of_case)
            .select_also(row::Entity)
            .filter(row::Column::SubmissionId.eq(permit.target().0))
            .one(&self.db)
            .await?;
        match found {
            Some((answer, Some(row))) => {
                self.said_with(CaseId(row.id), &case::region(&row)?, Some(answer)).await.map(Some)
            }
            _ => Ok(None),
        }
    }

    /// All that is written about a case. Three statements.
    pub(super) async fn said(&self, id: CaseId, region: &RegionCode) -> Result<Said, StoreError> {
        let answer = case_answer::Entity::find_by_id(id.0).one(&self.db).await?;
        self.said_with(id, region, answer).await
    }

    async fn said_with(
        &self,
        id: CaseId,
        region: &RegionCode,
        answer: Option<case_answer::Model>,
    ) -> Result<Said, StoreError> {
        let key = self.key(&Owner::Region(region.clone())).await?;
        let comments = comment::Entity::find()
            .filter(comment::Column::CaseId.eq(id.0))
            .order_by_asc(comment::Column::MadeAt)
            .all(&self.db)
            .await?;
        let reopened = reopened_question::Entity::find()
            .filter(reopened_question::Column::CaseId.eq(id.0))
            .order_by_asc(reopened_question::Column::Question)
            .all(&self.db)
            .await?;
        let answer = answer.map(|row| {
            Ok::<_, StoreError>(SaidAnswer {
                answer: key.open_json(answer_place(&row.case_id), &row.body)?,
                account: AccountId(row.account_id),
                at: at(row.made_at),
            })
        });
        let reopened = reopened.iter().map(|row| {
            let reason = read_reason(&key, row.case_id, &row.question, &row.reason)?;
            Ok((question(&row.question)?, reason))
        });
        Ok(Said {
            region: region.clone(),
            answer: answer.transpose()?,
            comments: comments.into_iter().map(|row| read_comment(row, &key)).collect::<Result<_, _>>()?,
            reopened: reopened.collect::<Result<_, StoreError>>()?,
        })
    }
}

fn read_comment(row: comment::Model, key: &DataKey) -> Result<Comment, StoreError> {
    Ok(Comment {
        question: question(&row.question)?,
        text: text(key, comment_place(&row.id), &row.body)?,
        account: AccountId(row.account_id),
        at: at(row.made_at),
    })
}

/// Why a return named a question.
pub(crate) fn read_reason(
    key: &DataKey,
    case: Uuid,
    question: &str,
    sealed: &[u8],
) -> Result<String, StoreError> {
    text(key, reason_place(&reason_row(case, question)), sealed)
}

fn question(id: &str) -> Result<QuestionId, StoreError> {
    id.parse().map_err(|_| StoreError::Unreadable("question"))
}

fn text(key: &DataKey, place: Place<'_>, sealed: &[u8]) -> Result<String, StoreError> {
    String::from_utf8(key.open(place, sealed)?.to_vec()).map_err(|_| StoreError::Unreadable("text"))
}

/// Where a comment lies.
pub(super) fn comment_place(id: &Uuid) -> Place<'_> {
    Place { table: "comment", column: "body", row: id.as_bytes() }
}

/// Where the answer to a case lies.
pub(super) fn answer_place(case: &Uuid) -> Place<'_> {
    Place { table: "case_answer", column: "body", row: case.as_bytes() }
}

/// The key of a reopened question's row, as bytes.
pub(super) fn reason_row(case: Uuid, question: &str) -> Vec<u8> {
    [case.as_bytes().as_slice(), question.as_bytes()].concat()
}

/// Where the reason for reopening a question lies.
pub(super) fn reason_place(row: &[u8]) -> Place<'_> {
    Place { table: "reopened_question", column: "reason", row }
}
