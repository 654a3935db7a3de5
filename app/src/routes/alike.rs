//! The pages that premises and events have alike: each stands here once for both.

use domain::{
    drill::Drill,
    ids::{EventId, PremisesId},
    licence::Licence,
    party::Party,
    plan::PlanItem,
    policy::Action as A,
    training::Training,
};

use super::Routes;
use crate::pages::{
    assessment, calendar, control, deadlines, drill, kept, licence, notice, notification, plan, training,
};

macro_rules! alike {
    ($of:ident, $id:ty, $at:literal, $see:ident, $change:ident, $assess:ident) => {
        pub fn $of(routes: Routes) -> Routes {
            routes
                .form(concat!($at, "/control"), A::$change, control::get::<$id>, control::post::<$id>)
                .form(
                    concat!($at, "/parties/new"),
                    A::$change,
                    kept::new::<$id, Party>,
                    kept::new_post::<$id, Party>,
                )
                .read(concat!($at, "/licences"), A::$see, licence::list::<$id>)
                .form(
                    concat!($at, "/licences/new"),
                    A::$change,
                    kept::new::<$id, Licence>,
                    kept::new_post::<$id, Licence>,
                )
                .read(concat!($at, "/deadlines"), A::$see, deadlines::get::<$id>)
                .read(concat!($at, "/notification"), A::$see, notification::get::<$id>)
                .read(concat!($at, "/notification.json"), A::$see, notification::json::<$id>)
                .read(concat!($at, "/notification.csv"), A::$see, notification::csv::<$id>)
                .read(concat!($at, "/notices"), A::$see, notice::list::get::<$id>)
                .form(
                    concat!($at, "/notices/new"),
                    A::$change,
                    notice::record::get::<$id>,
                    notice::record::post::<$id>,
                )
                .button(concat!($at, "/assessment"), A::$assess, assessment::start::post::<$id>)
                .read(concat!($at, "/drills"), A::$see, drill::list::<$id>)
                .form(
                    concat!($at, "/drills/new"),
                    A::$change,
                    kept::new::<$id, Drill>,
                    kept::new_post::<$id, Drill>,
                )
                .read(concat!($at, "/training"), A::$see, training::list::<$id>)
                .form(
                    concat!($at, "/training/new"),
                    A::$change,
                    kept::new::<$id, Training>,
                    kept::new_post::<$id, Training>,
                )
                .read(concat!($at, "/plan"), A::$see, plan::list::get::<$id>)
                .button(concat!($at, "/plan"), A::$change, plan::list::post::<$id>)
                .form(
                    concat!($at, "/plan/new"),
                    A::$change,
                    kept::new::<$id, PlanItem>,
                    kept::new_post::<$id, PlanItem>,
                )
                .form(
                    concat!($at, "/plan/what-if"),
                    A::$see,
                    plan::what_if::get::<$id>,
                    plan::what_if::post::<$id>,
                )
                .read(concat!($at, "/calendar"), A::$see, calendar::at::get::<$id>)
                .read(concat!($at, "/calendar.ics"), A::$see, calendar::at::file::<$id>)
        }
    };
}

alike!(of_premises, PremisesId, "/premises/{id}", ViewPremises, EditPremises, StartAssessment);
alike!(of_events, EventId, "/events/{id}", ViewEvent, EditEvent, StartEventAssessment);
