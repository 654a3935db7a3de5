//! Everything, from sign-up to advice and a council's figures, as plain form posts: what
//! `docs/http-client.md` promises.

use chrono::{Days, TimeDelta};
use domain::policy::{Actor, Facts, decide};

use crate::{
    answer::Answer,
    assessment::answers_all,
    competent_person::adds_record,
    people::{PASSWORD, TestApp},
    premises::registers_premises,
    review::AUTHORITY,
};

/// The first address in a page that starts like this.
fn link(page: &Answer, start: &str) -> String {
    let from =
        page.body.find(&format!("href=\"{start}")).unwrap_or_else(|| panic!("no {start} in {}", page.body));
    page.body[from + 6..].split('"').next().unwrap().to_owned()
}

#[tokio::test]
async fn a_scripted_client_can_do_every_step() {
    let t = TestApp::start().await;

    // 1, 2: sign-up, organisation, premises, tier.
    let anybody = t.anybody();
    let account = [("name", "Ann Lee"), ("email", "ann@example.org"), ("password", PASSWORD)];
    anybody.fills_in("/sign-up", &account).await.is(303);
    let ann = anybody.signs_in("Ann").await;
    ann.fills_in("/organisation/register", &[("name", "Bluebell Trust"), ("number", "")]).await.is(303);
    let hall = registers_premises(&ann, "Old Hall", "6", "350").await;
    ann.get(&format!("{hall}/tier")).await.is(200).shows("standard tier").shows("section 2(3)(b)");

    // 3, 4: questions, actions, declaration, reference.
    let assessment = ann.post(&format!("{hall}/assessment"), &[]).await.location().to_owned();
    answers_all(&ann, &assessment).await;
    ann.get(&format!("{hall}/plan")).await.is(200);
    let declare = format!("{assessment}/declare");
    let declaration = [("name", "Ann Lee"), ("role", "Trustee"), ("agree", "yes")];
    let first = ann.fills_in(&declare, &declaration).await.location().to_owned();
    ann.get(&first).await.is(200).shows("ML-");

    // 5: a Competent Person record.
    let record = adds_record(&ann, &hall).await;

    // 6: the CTSA.
    let cas = t.ctsa("Cas", "west-midlands").await;
    let case = link(&cas.get("/queue").await.is(200).shows("Old Hall"), "/cases/");
    cas.post(&format!("{case}/review"), &[]).await.is(303);
    cas.fills_in(&format!("{case}/authority"), &AUTHORITY).await.is(303);
    let comment = link(&cas.get(&case).await, &format!("{case}/comments/"));
    cas.fills_in(&comment, &[("comment", "Who decides at night?")]).await.is(303);
    let question = comment.rsplit('/').next().unwrap();
    let reason = format!("reason-{question}");
    let returned = [("message", "One thing"), ("question", question), (&reason, "Name the deputy")];
    cas.fills_in(&format!("{case}/return"), &returned).await.is(303);
    let seen = [
        ("seen", "yes"),
        ("how", "awarding-body"),
        ("on_day", "2"),
        ("on_month", "11"),
        ("on_year", "2026"),
        ("note", ""),
    ];
    cas.fills_in(&format!("{record}/check"), &seen).await.is(303);

    // The operator sees it, changes the named answer and no other, and sends again.
    ann.get(&first).await.is(200).shows("Who decides at night?").shows("One thing");
    ann.get("/competent-persons").await.shows("Seen outside this service");
    let page = format!("{assessment}/questions/{question}");
    ann.get(&assessment).await.is(200).shows("Name the deputy");
    ann.fills_in(&page, &[("name", "Robin Moss"), ("role", "Night manager")]).await.is(303);
    let closed = format!("{assessment}/questions/evacuation.procedure");
    ann.get(&closed).await.is(200).shows("cannot be changed now");
    let second = ann.fills_in(&declare, &declaration).await.location().to_owned();
    assert_ne!(first, second);

    let again = link(&cas.get("/queue").await.is(200), "/cases/");
    assert_ne!(case, again);
    cas.get(&case).await.is(200).shows("Superseded");
    cas.post(&format!("{again}/review"), &[]).await.is(303);
    cas.fills_in(&format!("{again}/advice"), &[("advice", "Practise at night too")]).await.is(303);
    ann.get(&second).await.is(200).shows("Practise at night too").shows("Robin Moss");

    // 7: a council's figures, of which one of the premises is too few to show.
    let may_release = decide(&Actor::System, (), &Facts::default()).unwrap();
    let as_of = t.clock.today() + Days::new(100);
    t.wait(TimeDelta::days(101));
    t.store.make_release(&may_release, as_of).await.unwrap();
    let cora = t.council("Cora", "E08000025").await;
    let area = cora.get("/area").await.location().to_owned();
    cora.get(&area).await.is(200).shows("Too few to show").hides("Old Hall").hides("Bluebell");
}
