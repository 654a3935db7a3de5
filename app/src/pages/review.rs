//! The CTSA's desk. A CTSA advises; the SIA is the regulator, and decides.

pub mod advise;
pub mod authority;
pub mod case;
mod case_view;
pub mod check_person;
pub mod comment;
pub mod queue;
mod queue_filter;
pub mod return_case;
pub mod revoke;
mod words;

use domain::{
    ids::CaseId,
    policy::{Act, Permit, act},
};
use store::Subject;

use crate::{PageError, request::Ctx};

/// The hint at every text that a CTSA writes.
const NO_INTELLIGENCE: &str = "Do not enter intelligence or classified information.";

/// A permit for a step of a case. Where the step is not open but the person may read the case, that
/// is no secret: it is closed, not missing.
async fn permit_step<A: Act<Target = CaseId>>(ctx: &Ctx, id: CaseId) -> Result<Permit<A>, PageError>
where
    CaseId: Subject,
{
    match ctx.permit::<A>(id).await {
        Err(PageError::NotFound) => {
            ctx.permit::<act::ViewCase>(id).await?;
            Err(PageError::Closed)
        }
        other => other,
    }
}
