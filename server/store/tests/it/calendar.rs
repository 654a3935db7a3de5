//! The days that what premises keep leads to, and what a calendar is made from.

use chrono::{Days, Months, NaiveDate};
use domain::{
    assessment::Value,
    calendar::Dates,
    competent_person::{CompetentPersonDetails, Expiry},
    forms::event::StatedPlace,
    ids::{DrillId, OrganisationId},
    plan::{Origin, PlanItem, Status},
    policy::{Actor, Grant, act},
    training::Training,
};
use store::{Record, StoreError};
use uuid::Uuid;

use crate::{
    both::Fixture,
    event_assessments::qualify,
    events::register,
    on_both,
    venue::{Venue, permit},
};

on_both!(
    the_days_follow_the_plan_the_training_and_the_qualifications,
    the_days_follow_answers_with_a_day,
    what_there_is_once_only_stays_as_it_is,
    a_calendar_holds_the_premises_of_its_organisation_alone,
    an_event_keeps_what_premises_keep,
);

async fn dates(venue: &Venue) -> Dates {
    let may = permit::<act::ViewPremises>(&venue.store, &venue.ann.actor, venue.premises).await.unwrap();
    venue.store.calendar_at(&may).await.unwrap().premises[0].dates.clone()
}

fn lesson(due: Option<NaiveDate>) -> PlanItem {
    PlanItem { due, ..PlanItem::of_lesson(DrillId(Uuid::nil()), "Cut a second key") }
}

async fn the_days_follow_the_plan_the_training_and_the_qualifications(t: Fixture) {
    let venue = Venue::new(&t).await;
    let (store, actor, today) = (&venue.store, &venue.ann.actor, t.clock.today());
    assert_eq!(dates(&venue).await, Dates::default());
    let soon = today + Days::new(30);

    let add = permit::<act::EditPremises>(store, actor, venue.premises).await.unwrap();
    let item = store.add_record(&add, Uuid::new_v4(), &lesson(Some(soon))).await.unwrap();
    let training = Training {
        course: "scan".into(),
        described: None,
        on: today,
        group: "Door staff".into(),
        people: 6,
        refresh_on: Some(soon),
        note: None,
    };
    let add = permit::<act::EditPremises>(store, actor, venue.premises).await.unwrap();
    store.add_record(&add, Uuid::new_v4(), &training).await.unwrap();
    let details = CompetentPersonDetails {
        name: domain::account::PersonName::new("Cleo").unwrap(),
        role: "Duty manager".into(),
        qualification: "scan".into(),
        described: None,
        awarding_body: "NPSA".into(),
        number: None,
        awarded_on: today,
        expiry: Expiry::On(soon),
    };
    let add = permit::<act::AddCompetentPerson>(store, actor, venue.premises).await.unwrap();
    let person = store.add_competent_person(&add, Uuid::new_v4(), &details).await.unwrap();
    let now = dates(&venue).await;
    assert_eq!((now.plan, now.expiries), (vec![soon], vec![soon]));
    assert_eq!(now.training.iter().map(|due| due.on).collect::<Vec<_>>(), [soon]);

    let edit = permit::<act::EditPlanItem>(store, actor, item).await.unwrap();
    let done = PlanItem { status: Status::Done { on: today }, ..lesson(Some(soon)) };
    store.change_record(&edit, 1, &done).await.unwrap();
    let edit = permit::<act::EditCompetentPerson>(store, actor, person).await.unwrap();
    let lasts = CompetentPersonDetails { expiry: Expiry::NoneStated, ..details };
    store.change_competent_person(&edit, 1, &lasts).await.unwrap();
    let now = dates(&venue).await;
    assert!(now.plan.is_empty() && now.expiries.is_empty() && now.training.len() == 1);
}

async fn the_days_follow_answers_with_a_day(t: Fixture) {
    let venue = Venue::new(&t).await;
    let id = venue.start().await;
    let (question, today) = ("review.last".parse().unwrap(), t.clock.today());
    venue.save(&venue.ann, id, &question, 0, &Value::Date { date: today }.into()).await.unwrap();
    let ages = |dates: Dates| dates.answers.into_iter().collect::<Vec<_>>();
    let in_a_year = today.checked_add_months(Months::new(12)).unwrap();
    assert_eq!(ages(dates(&venue).await), [(question.clone(), in_a_year)]);
    assert_eq!(venue.assessment(id).await.dates.answers.len(), 1);
    venue.save(&venue.ann, id, &question, 1, &Value::NoDate.into()).await.unwrap();
    assert_eq!(ages(dates(&venue).await), []);
}

async fn what_there_is_once_only_stays_as_it_is(t: Fixture) {
    let venue = Venue::new(&t).await;
    let store = &venue.store;
    let add = permit::<act::EditPremises>(store, &venue.ann.actor, venue.premises).await.unwrap();
    let first = store.add_record(&add, Uuid::new_v4(), &lesson(None)).await.unwrap();
    let edit = permit::<act::EditPlanItem>(store, &venue.ann.actor, first).await.unwrap();
    let owned = PlanItem { owner: Some("Caretaker".into()), ..lesson(None) };
    store.change_record(&edit, 1, &owned).await.unwrap();
    // Somebody else who puts the same lesson into the plan finds it there.
    let other = permit::<act::EditPremises>(store, &venue.bob.actor, venue.premises).await.unwrap();
    assert_eq!(store.add_record(&other, Uuid::new_v4(), &lesson(None)).await.unwrap(), first);
    assert_eq!(store.record::<PlanItem>(&edit).await.unwrap().details.owner.as_deref(), Some("Caretaker"));
    // At other premises it is another one, and so is what people add themselves.
    let elsewhere = venue.with_other_premises().await;
    let add = permit::<act::EditPremises>(store, &venue.ann.actor, elsewhere.premises).await.unwrap();
    assert_ne!(store.add_record(&add, Uuid::new_v4(), &lesson(None)).await.unwrap(), first);
    let own = PlanItem { from: Origin::Own, ..lesson(None) };
    let one = store.add_record(&add, Uuid::new_v4(), &own).await.unwrap();
    assert_ne!(store.add_record(&add, Uuid::new_v4(), &own).await.unwrap(), one);
}

async fn a_calendar_holds_the_premises_of_its_organisation_alone(t: Fixture) {
    let venue = Venue::new(&t).await;
    venue.with_other_premises().await;
    let others = Venue::of(&t, "Cleo", "Dan").await;
    let may = permit::<act::ListPremises>(&t.store, &venue.ann.actor, venue.organisation).await.unwrap();
    let facts = t.store.calendar_of(&may).await.unwrap();
    assert_eq!(facts.premises.len(), 2);
    assert!(facts.premises.iter().all(|one| one.premises.organisation == venue.organisation));
    assert!(facts.notices(venue.premises).is_empty());
    let grants = vec![Grant::Operator(Some(OrganisationId(Uuid::new_v4())))];
    let stranger = Actor::Person { account: venue.ann.account, grants };
    assert!(permit::<act::ViewPremises>(&t.store, &stranger, others.premises).await.is_err());
    let gone =
        permit::<act::ViewPremises>(&t.store, &venue.ann.actor, domain::ids::PremisesId(Uuid::new_v4()));
    assert!(matches!(gone.await, Err(StoreError::NotFound)));
}

async fn an_event_keeps_what_premises_keep(t: Fixture) {
    let venue = Venue::new(&t).await;
    let (store, actor, today) = (&venue.store, &venue.ann.actor, t.clock.today());
    let here = StatedPlace::Premises(venue.premises);
    let event = register(&venue, Uuid::new_v4(), here).await.unwrap();
    qualify(&venue, event).await;
    let soon = today + Days::new(30);
    let add = permit::<act::EditEvent>(store, actor, event).await.unwrap();
    let item = store.add_record(&add, Uuid::new_v4(), &lesson(Some(soon))).await.unwrap();
    let see = permit::<act::ViewEvent>(store, &venue.bob.actor, event).await.unwrap();
    let kept: Vec<Record<PlanItem>> = store.records(&see).await.unwrap();
    assert_eq!((kept.len(), kept[0].id, kept[0].of), (1, item, event.into()));
    let of_premises = permit::<act::ViewPremises>(store, actor, venue.premises).await.unwrap();
    assert!(store.records::<PlanItem, _>(&of_premises).await.unwrap().is_empty());

    let own = store.calendar_at(&see).await.unwrap();
    assert!(own.premises.is_empty(), "its host has a calendar of its own");
    assert_eq!((own.events.len(), own.events[0].dates.plan.clone()), (1, vec![soon]));
    assert!(own.events[0].event.host.is_some());
    let at_host = store.calendar_at(&of_premises).await.unwrap();
    assert_eq!(at_host.events[0].dates.plan, [soon]);
    assert!(at_host.premises[0].dates.plan.is_empty());

    let start = permit::<act::StartEventAssessment>(store, actor, event).await.unwrap();
    let id = store.start_assessment(&start).await.unwrap();
    assert_eq!(venue.assessment(id).await.dates.plan, [soon]);
    let others = Venue::of(&t, "Cleo", "Dan").await;
    assert!(permit::<act::EditPlanItem>(store, &others.ann.actor, item).await.is_err());
    assert!(permit::<act::EditEvent>(store, &others.ann.actor, event).await.is_err());
}
