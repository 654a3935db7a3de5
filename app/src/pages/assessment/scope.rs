//! Whether there is anything to send: the answers of what is out of scope stay with the operator.

use domain::{ids::PremisesOrEvent, law, policy::act};
use store::Assessment;

use crate::{PageError, request::Ctx};

/// Whether the premises or the event are in scope now, as far as the operator's facts tell.
pub async fn in_scope(ctx: &Ctx, assessment: &Assessment) -> Result<bool, PageError> {
    match assessment.of {
        PremisesOrEvent::Premises(_) => Ok(assessment.now.is_some()),
        PremisesOrEvent::Event(id) => {
            let event = ctx.store.event(&ctx.permit::<act::ViewEvent>(id).await?).await?;
            Ok(event.decide(&law::known(), ctx.today()).audience().is_some())
        }
    }
}
