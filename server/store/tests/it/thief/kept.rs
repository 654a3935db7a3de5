//! Drills, training and what there is to do.

use domain::{
    drill::{Drill, DrillKind},
    ids::DrillId,
    plan::{Origin, PlanItem, Status},
    policy::Actor,
    training::Training,
};
use store::{Notifiable, Store};
use uuid::Uuid;

use super::Planted;
use crate::venue::permit;

pub async fn plant<O: Notifiable>(t: &Store, planted: &mut Planted, operator: &Actor, of: O) {
    plant_drill(t, planted, operator, of).await;
    plant_training(t, planted, operator, of).await;
    plant_plan(t, planted, operator, of).await;
}

/// What was tried out and learned.
async fn plant_drill<O: Notifiable>(t: &Store, planted: &mut Planted, operator: &Actor, of: O) {
    let drill = Drill {
        on: t.clock().today(),
        kind: DrillKind::Live,
        topics: vec![planted.canary("topic")],
        took_part: planted.canary("tookpart"),
        went_well: Some(planted.canary("wentwell")),
        lessons: vec![planted.canary("lesson")],
    };
    let may = permit::<O::Change>(t, operator, of).await.unwrap();
    t.add_record(&may, Uuid::new_v4(), &drill).await.unwrap();
    let may = permit::<O::See>(t, operator, of).await.unwrap();
    let back = t.records::<Drill, _>(&may).await.unwrap();
    planted.came_back(serde_json::to_string(&back[0].details).unwrap());
}

/// Who was trained.
async fn plant_training<O: Notifiable>(t: &Store, planted: &mut Planted, operator: &Actor, of: O) {
    let training = Training {
        course: planted.canary("course"),
        described: Some(planted.canary("courseis")),
        on: t.clock().today(),
        group: planted.canary("group"),
        people: 6,
        refresh_on: None,
        note: Some(planted.canary("trainingnote")),
    };
    let may = permit::<O::Change>(t, operator, of).await.unwrap();
    t.add_record(&may, Uuid::new_v4(), &training).await.unwrap();
    let may = permit::<O::See>(t, operator, of).await.unwrap();
    let back = t.records::<Training, _>(&may).await.unwrap();
    planted.came_back(serde_json::to_string(&back[0].details).unwrap());
}

/// What there is to do.
async fn plant_plan<O: Notifiable>(t: &Store, planted: &mut Planted, operator: &Actor, of: O) {
    let drill = DrillId(Uuid::new_v4());
    let item = PlanItem {
        from: Origin::Drill { drill, lesson: planted.canary("planlesson") },
        text: planted.canary("plantext"),
        priority: 1,
        cost: None,
        owner: Some(planted.canary("planowner")),
        due: Some(t.clock().today()),
        status: Status::DecidedAgainst { reason: planted.canary("planreason") },
        note: Some(planted.canary("plannote")),
    };
    let may = permit::<O::Change>(t, operator, of).await.unwrap();
    t.add_record(&may, Uuid::new_v4(), &item).await.unwrap();
    let may = permit::<O::See>(t, operator, of).await.unwrap();
    let back = t.records::<PlanItem, _>(&may).await.unwrap();
    planted.came_back(serde_json::to_string(&back[0].details).unwrap());
}
