use std::time::Instant;

use domain::{disclosure::Cell, policy::act, premises::Stage, scope::EventOutcome};
use store::{Clock, testing::TestDatabase};

use super::*;

/// Somebody of the cast, signed in.
async fn plays(store: &Store, slug: &str) -> Actor {
    let person = CAST.iter().find(|person| person.slug == slug).unwrap();
    let may = permit(store, &Actor::Anonymous, ()).await.unwrap();
    let account = store.pick_demo_person(&may, &person.email.parse().unwrap()).await.unwrap();
    store.person(account).await.unwrap().actor
}

#[tokio::test(flavor = "multi_thread")]
async fn the_demonstration_has_figures_and_every_stage() {
    let database = TestDatabase::sqlite().unwrap();
    let clock = Clock::system();
    let store = database.open(clock.clone()).await.unwrap();
    let before = clock.now();
    let started = Instant::now();
    seed(&store).await.unwrap();
    println!("demo: seeded in {:.1} s", started.elapsed().as_secs_f64());
    let gone = (clock.now() - before).num_seconds();
    assert!((0..120).contains(&gone), "the clock is back at today: {gone} s");

    let council = plays(&store, "council").await;
    let may: Permit<act::SeeAreaFigures> =
        permit(&store, &council, "E08000025".parse().unwrap()).await.unwrap();
    let figures = store.area_figures(&may).await.unwrap().unwrap().figures;
    let withheld: Vec<_> =
        figures.iter().filter(|(_, cell)| *cell == Cell::Withheld).map(|(figure, _)| figure.id).collect();
    assert_eq!(withheld, [""; 0], "{figures:?}");
    let other = plays(&store, "council-elsewhere").await;
    let may = permit::<act::SeeAreaFigures>(&store, &other, "E08000026".parse().unwrap()).await.unwrap();
    let figures = store.area_figures(&may).await.unwrap().unwrap().figures;
    assert!(figures.iter().all(|(_, cell)| *cell == Cell::Withheld));

    let mut stages = Vec::new();
    for slug in ["operator-1", "operator-2"] {
        let operator = plays(&store, slug).await;
        let own = operator.organisation().unwrap();
        let may = permit::<act::ListPremises>(&store, &operator, own).await.unwrap();
        let list = store.premises_of(&may, 100).await.unwrap();
        assert!(list.len() >= 4, "{slug} has {}", list.len());
        stages.extend(list.into_iter().map(|premises| premises.stage));
    }
    for stage in [Stage::Registered, Stage::Submitted, Stage::Returned, Stage::Advised] {
        assert!(stages.contains(&stage), "{stage:?} is not among {stages:?}");
    }

    let operator = plays(&store, "operator-2").await;
    let may = permit::<act::ListPremises>(&store, &operator, operator.organisation().unwrap()).await.unwrap();
    let page = store.estate(&may, &store::EstateFilter::default()).await.unwrap();
    assert!(page.total >= 84 && page.next.is_some(), "an estate of {}", page.total);

    let operator = plays(&store, "operator-1").await;
    let may = permit::<act::ListCompetentPersons>(&store, &operator, operator.organisation().unwrap());
    let records = store.competent_persons_of(&may.await.unwrap(), None).await.unwrap().people;
    let seen = |mark: &store::MarkMade| matches!(mark.mark, domain::competent_person::Mark::Seen { .. });
    let marked = records.iter().filter(|(_, person)| person.mark.as_ref().is_some_and(seen));
    assert_eq!((records.len(), marked.count()), (2, 1));

    let may = permit::<act::ListPremises>(&store, &operator, operator.organisation().unwrap()).await.unwrap();
    let facts = store.calendar_of(&may).await.unwrap();
    let kept: Vec<_> = facts.premises.iter().filter(|one| !one.dates.drills.is_empty()).collect();
    assert_eq!(kept.len(), 1);
    let dates = &kept[0].dates;
    assert_eq!((dates.training.len(), dates.plan.len(), dates.expiries.len()), (3, 3, 1));

    let may = permit::<act::ListEvents>(&store, &operator, operator.organisation().unwrap()).await.unwrap();
    let today = clock.today();
    let outcomes: Vec<_> = store
        .events_of(&may, None)
        .await
        .unwrap()
        .events
        .iter()
        .map(|event| {
            let warned = event.host_may_be_enhanced(&domain::law::known(), today).is_some();
            (event.decide(&domain::law::known(), today).outcome(), warned)
        })
        .collect();
    for expected in [
        (EventOutcome::Event, false),
        (EventOutcome::Event, true),
        (EventOutcome::NotInScope, false),
        (EventOutcome::Unclear, false),
    ] {
        assert!(outcomes.contains(&expected), "{expected:?} is not among {outcomes:?}");
    }

    // Nobody may take it for real, and a second start leaves it as it is.
    let refused = prepare(&store, false).await.unwrap_err().to_string();
    assert!(refused.contains("made-up people and premises: serve it with --demo"), "{refused}");
    prepare(&store, true).await.unwrap();
    let may = domain::policy::scope(&plays(&store, "administrator").await).unwrap();
    assert_eq!(store.people(&may, 0, 1).await.unwrap().total, 18);
}

#[tokio::test]
async fn a_database_without_made_up_people_is_served() {
    let store = TestDatabase::sqlite().unwrap();
    let store = store.open(Clock::system()).await.unwrap();
    prepare(&store, false).await.unwrap();
    assert!(store.is_empty(&permit(&store, &Actor::System, ()).await.unwrap()).await.unwrap());
}

#[tokio::test]
async fn real_peoples_accounts_are_no_demonstration() {
    let database = TestDatabase::sqlite().unwrap();
    let store = database.open(Clock::system()).await.unwrap();
    let person = (PersonName::new("Ann").unwrap(), "ann@nobody.invalid".parse().unwrap());
    let may = permit(&store, &Actor::System, ()).await.unwrap();
    store.open_demo_accounts(&may, &[(person.0, person.1, Grant::Operator(None))]).await.unwrap();
    let refused = prepare(&store, true).await.unwrap_err().to_string();
    assert!(refused.contains("holds accounts of real people"), "{refused}");
    prepare(&store, false).await.unwrap();
    let email = "priya@demo.invalid".parse().unwrap();
    assert!(!store.has_demo_person(&may, &email).await.unwrap(), "nobody was made up");
}

#[test]
fn every_line_of_the_table_is_premises_in_the_region() {
    let venues = Venue::all().unwrap();
    assert_eq!(venues.len(), 62);
    assert!(venues.iter().all(|venue| venue.place.region.as_str() == "west-midlands"));
    let birmingham = venues.iter().filter(|venue| venue.place.council.as_str() == "E08000025");
    assert_eq!(birmingham.count(), 44);
}
