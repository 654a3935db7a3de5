//! What the first operator's made-up premises keep of being ready: drills, training and a plan.

use chrono::{Days as CalendarDays, NaiveDate};
use domain::{
    assessment::actions,
    drill::{Drill, DrillKind},
    ids::PremisesId,
    plan::{PlanItem, Status},
    policy::act,
    training::{Training, course},
};
use store::Store;

use super::{DemoFault, operator::Operator, permit};

/// Adds two drills, of which one was held too long ago, training, and a plan with something of every sort.
pub async fn add(store: &Store, operator: &Operator, premises: PremisesId) -> Result<(), DemoFault> {
    let today = store.clock().today();
    let before = |days: u64| today - CalendarDays::new(days);
    let after = |days: u64| today + CalendarDays::new(days);
    let lessons = ["The side door sticks when it is cold", "Two stewards did not hear the message"];
    let recent = drill(before(40), DrillKind::WalkThrough, &["evacuation", "communication"], &lessons);
    let recent = operator.keeps(store, premises, &recent).await?;
    let old = drill(before(430), DrillKind::Tabletop, &["lockdown"], &[]);
    operator.keeps(store, premises, &old).await?;
    for (id, on, group, people) in [
        ("scan", before(100), "Front of house", 14),
        ("own-briefing", before(380), "Duty managers", 4),
        ("act-awareness", before(700), "All permanent staff", 31),
    ] {
        let refresh_on = course(id).and_then(|course| course.suggested(on));
        let (course, group) = (id.into(), group.into());
        let training = Training { course, described: None, on, group, people, refresh_on, note: None };
        operator.keeps(store, premises, &training).await?;
    }
    let mended = PlanItem {
        owner: Some("Facilities".into()),
        due: Some(before(3)),
        status: Status::InProgress,
        ..PlanItem::of_lesson(recent, lessons[0])
    };
    operator.keeps(store, premises, &mended).await?;
    let heard =
        PlanItem { status: Status::Done { on: before(10) }, ..PlanItem::of_lesson(recent, lessons[1]) };
    operator.keeps(store, premises, &heard).await?;
    let (actor, _) = operator.acts_for();
    let may = permit::<act::ViewPremises>(store, actor, premises).await?;
    let Some(assessment) = store.assessment_at(&may).await? else { return Ok(()) };
    let journey = assessment.journey();
    let called_for = actions(&journey, today);
    let planned = called_for.iter().zip([
        (Some(after(20)), Status::ToDo),
        (Some(after(75)), Status::InProgress),
        (
            None,
            Status::DecidedAgainst {
                reason: "The landlord owns the doors, and will not have them changed.".into(),
            },
        ),
    ]);
    for (action, (due, status)) in planned {
        let item =
            PlanItem { owner: Some("General manager".into()), due, status, ..PlanItem::of_action(action) };
        operator.keeps(store, premises, &item).await?;
    }
    Ok(())
}

fn drill(on: NaiveDate, kind: DrillKind, topics: &[&str], lessons: &[&str]) -> Drill {
    let owned = |list: &[&str]| list.iter().map(|text| (*text).to_owned()).collect();
    Drill {
        on,
        kind,
        topics: owned(topics),
        took_part: "Duty manager, six stewards, two from the bar".into(),
        went_well: Some("Everybody knew where to go.".into()),
        lessons: owned(lessons),
    }
}
