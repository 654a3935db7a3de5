//! What the made-up adviser does with a submission.

use domain::{
    assessment::Value,
    content::QuestionId,
    ids::SubmissionId,
    policy::{Actor, act},
    review::{AuthorityCheck, HowConfirmed, Return},
};
use store::{Store, Submission};
use uuid::Uuid;

use super::{DemoFault, operator::Operator, permit, venue::Story};

/// Takes a submission as far as its story goes.
pub async fn works_on(
    store: &Store,
    adviser: &Actor,
    operator: &Operator,
    submission: SubmissionId,
    story: Story,
) -> Result<(), DemoFault> {
    let sent = operator.sent(store, submission).await?;
    let may = permit::<act::ReviewCase>(store, adviser, sent.case).await?;
    store.start_review(&may).await?;
    let weak = weak_points(&sent);
    if let Some(question) = weak.first() {
        let text = "Who does this when the duty manager is away? Name a deputy for each shift.";
        store.comment(&may, Uuid::new_v4(), question, text).await?;
    }
    if story == Story::InReview {
        return Ok(());
    }
    let check =
        AuthorityCheck { how: HowConfirmed::Switchboard, on: store.clock().today(), note: String::new() };
    let may = permit::<act::ConfirmAuthority>(store, adviser, sent.case).await?;
    store.confirm_authority(&may, &check).await?;
    match story {
        Story::Returned | Story::Resubmitted => {
            let may = permit::<act::ReturnCase>(store, adviser, sent.case).await?;
            let seen = store.case_in_hand(&may).await?.version;
            let why = "Please say how this works on your busiest evening.".to_owned();
            let named = if weak.is_empty() { first_question(&sent) } else { weak };
            let questions = named.into_iter().take(3).map(|question| (question, why.clone())).collect();
            let message = "Thank you. Please look at these again. They cost time, not money.".into();
            store.return_case(&may, seen, &Return { questions, message }).await?;
        }
        Story::Advised => {
            let may = permit::<act::RecordAdvice>(store, adviser, sent.case).await?;
            let seen = store.case_in_hand(&may).await?.version;
            let advice = "Walk the routes with each new shift, and write down who decides. \
                          This is advice; the SIA is the regulator.";
            store.record_advice(&may, seen, advice).await?;
        }
        _ => {}
    }
    Ok(())
}

/// Questions that were not answered with a yes.
fn weak_points(sent: &Submission) -> Vec<QuestionId> {
    let weak = |value: &Value| matches!(value, Value::No | Value::Partly | Value::NotSure);
    sent.snapshot
        .answers
        .iter()
        .filter(|answered| answered.answer.as_ref().is_some_and(|answer| weak(&answer.value)))
        .map(|answered| answered.question.clone())
        .collect()
}

fn first_question(sent: &Submission) -> Vec<QuestionId> {
    sent.snapshot.answers.iter().take(1).map(|answered| answered.question.clone()).collect()
}
