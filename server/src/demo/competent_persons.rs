//! The made-up Competent Person records of the first operator.

use chrono::Days as CalendarDays;
use domain::{
    account::PersonName,
    competent_person::{CompetentPersonDetails, Expiry, HowSeen, Mark},
    ids::PremisesId,
    policy::{Actor, act},
};
use store::Store;
use uuid::Uuid;

use super::{DemoFault, operator::Operator, permit};

/// Adds two records to premises that an adviser has answered; the adviser has seen the first.
pub async fn add(
    store: &Store,
    operator: &Operator,
    adviser: &Actor,
    premises: PremisesId,
) -> Result<(), DemoFault> {
    let today = store.clock().today();
    let ends = today + CalendarDays::new(700);
    let first = record(store, "Grace Adeyemi", "ctpsap-3", Expiry::On(ends))?;
    let seen = operator.adds_competent_person(store, premises, &first).await?;
    let second = record(store, "Liam Foster", "act", Expiry::NoneStated)?;
    operator.adds_competent_person(store, premises, &second).await?;
    let mark = Mark::Seen { how: HowSeen::AwardingBody, on: today, note: "Asked by telephone.".into() };
    let may = permit::<act::CheckCompetentPerson>(store, adviser, seen).await?;
    Ok(store.check_competent_person(&may, Uuid::new_v4(), &mark).await?)
}

fn record(
    store: &Store,
    name: &str,
    qualification: &str,
    expiry: Expiry,
) -> Result<CompetentPersonDetails, DemoFault> {
    Ok(CompetentPersonDetails {
        name: PersonName::new(name).map_err(|_| DemoFault::Data(name.into()))?,
        role: "Duty manager".into(),
        qualification: qualification.into(),
        described: None,
        awarding_body: "Canal Street Awards (made up)".into(),
        number: None,
        awarded_on: store.clock().today() - CalendarDays::new(200),
        expiry,
    })
}
