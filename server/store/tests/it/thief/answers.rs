//! Answers, and what was sent.

use domain::{
    assessment::{Answer, Decision, Value},
    content::AnswerKind,
    policy::{Actor, act},
    submission::Declaration,
};
use store::{Notifiable, Submission};
use uuid::Uuid;

use super::Planted;
use crate::venue::permit;

pub async fn plant<O: Notifiable>(
    t: &store::Store,
    planted: &mut Planted,
    operator: &Actor,
    of: O,
) -> Submission {
    let may = permit::<O::Assess>(t, operator, of).await.unwrap();
    let assessment = t.start_assessment(&may).await.unwrap();
    loop {
        let may = permit::<act::EditAnswers>(t, operator, assessment).await.unwrap();
        let open = t.assessment(&may).await.unwrap();
        let Some(question) = open.journey().first_unanswered().cloned() else { break };
        let value = match &question.answer {
            AnswerKind::Procedure => Value::NotApplicable { reason: planted.canary("reason") },
            AnswerKind::YesNo => Value::Yes,
            AnswerKind::Choice { options } => Value::Option { id: options[0].id.clone() },
            AnswerKind::Text { .. } => Value::Text { text: planted.canary("text") },
            AnswerKind::DateOrNone => Value::NoDate,
            AnswerKind::Number { .. } => Value::NotSure,
            AnswerKind::Decision => Value::Decision(Decision {
                options: planted.canary("options"),
                cost: planted.canary("cost"),
                benefit: planted.canary("benefit"),
                decision: planted.canary("decision"),
                by: planted.canary("decidedby"),
                on: t.clock().today(),
            }),
            AnswerKind::Person => {
                Value::Person { name: planted.canary("person"), role: planted.canary("role") }
            }
        };
        let answer = Answer { value, note: planted.canary("note") };
        t.save_answer(&may, &open, &question.id, 0, &answer).await.unwrap();
    }
    let declaration = Declaration {
        name: planted.canary("declared"),
        role: planted.canary("declaredrole"),
        on: t.clock().today(),
    };
    let may = permit::<act::Submit>(t, operator, assessment).await.unwrap();
    let submission = t.submit(&may, Uuid::new_v4(), &declaration).await.unwrap();
    let may = permit::<act::ViewSubmission>(t, operator, submission).await.unwrap();
    let sent = t.submission(&may).await.unwrap();
    planted.came_back(serde_json::to_string(&sent.snapshot).unwrap());
    sent
}
