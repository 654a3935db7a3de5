//! Links between premises of two organisations.

use domain::{
    coordination::{Duty, Relation},
    ids::{CoordinationId, PremisesId},
    organisation::OrganisationDetails,
    policy::{Actor, Facts, Grant, act, decide},
};
use store::{LinkRefused, Links, Secret, Store, StoreError};
use uuid::Uuid;

use crate::{
    both::Fixture,
    on_both,
    venue::{Venue, account, permit, place},
};

on_both!(
    an_offer_is_taken_up_once,
    either_side_ends_it_and_no_third_does,
    two_offers_for_one_pair_make_one_link,
    agreeing_twice_at_once_is_told_the_same,
);

/// How often two offers are taken up at once.
const ROUNDS: usize = 25;

/// Another organisation with premises of which nothing is said.
async fn other(t: &Fixture, name: &str) -> (Actor, PremisesId) {
    let account = account(&t.store, name).await;
    let alone = Actor::Person { account, grants: vec![Grant::Operator(None)] };
    let register = decide::<act::RegisterOrganisation>(&alone, (), &Facts::default()).unwrap();
    let details = OrganisationDetails::named(name);
    let id = t.store.register_organisation(&register, Uuid::new_v4(), &details).await.unwrap();
    let actor = Actor::Person { account, grants: vec![Grant::Operator(Some(id))] };
    let register = permit::<act::RegisterPremises>(&t.store, &actor, id).await.unwrap();
    let premises = t.store.register_premises(&register, Uuid::new_v4(), place()).await.unwrap();
    (actor, premises)
}

async fn agree(store: &Store, who: &(Actor, PremisesId), secret: &Secret) -> Result<(), LinkRefused> {
    let may = permit::<act::AcceptCoordination>(store, &who.0, ()).await?;
    let own = permit::<act::EditPremises>(store, &who.0, who.1).await?;
    store.agree_to_link(&may, &own, secret).await
}

async fn links(store: &Store, who: &(Actor, PremisesId)) -> Links {
    let own = permit::<act::EditPremises>(store, &who.0, who.1).await.unwrap();
    store.links_of(&own).await.unwrap()
}

async fn end(store: &Store, who: &(Actor, PremisesId), id: CoordinationId) -> Result<(), StoreError> {
    let own = permit::<act::EditPremises>(store, &who.0, who.1).await?;
    store.end_link(&own, id).await
}

async fn offer(t: &Fixture) -> ((Actor, PremisesId), Secret) {
    let venue = Venue::new(t).await;
    let own = permit::<act::EditPremises>(&t.store, &venue.ann.actor, venue.premises).await.unwrap();
    let secret = t.store.offer_link(&own, Uuid::new_v4(), Relation::TheyControlOurs).await.unwrap();
    ((venue.ann.actor, venue.premises), secret)
}

async fn an_offer_is_taken_up_once(t: Fixture) {
    let (ann, secret) = offer(&t).await;
    assert!(matches!(agree(&t.store, &ann, &secret).await, Err(LinkRefused::Own)));
    let others = [other(&t, "Cas").await, other(&t, "Dan").await, other(&t, "Eve").await];
    let tries = others.clone().map(|who| {
        let (store, secret) = (t.store.clone(), secret.to_string().parse::<Secret>().unwrap());
        tokio::spawn(async move { agree(&store, &who, &secret).await.is_ok() })
    });
    let mut agreed = 0;
    for attempt in tries {
        agreed += usize::from(attempt.await.unwrap());
    }
    assert_eq!(agreed, 1);
    let mut linked = 0;
    for who in &others {
        linked += links(&t.store, who).await.standing.len();
    }
    assert_eq!((linked, links(&t.store, &ann).await.standing.len()), (1, 1));
}

async fn either_side_ends_it_and_no_third_does(t: Fixture) {
    let (ann, secret) = offer(&t).await;
    let (cas, dan) = (other(&t, "Cas").await, other(&t, "Dan").await);
    assert_eq!(links(&t.store, &ann).await.offers.len(), 1);
    agree(&t.store, &cas, &secret).await.unwrap();
    let theirs = links(&t.store, &cas).await.standing;
    assert_eq!(theirs[0].organisation, "Harbour Halls");
    assert_eq!((theirs[0].relation, theirs[0].duty), (Relation::WeControlTheirs, Duty::NoneAtStandard));
    let id = theirs[0].id;
    assert!(matches!(end(&t.store, &dan, id).await, Err(StoreError::NotFound)));
    assert_eq!(links(&t.store, &ann).await.standing.len(), 1);
    end(&t.store, &cas, id).await.unwrap();
    end(&t.store, &ann, id).await.unwrap();
    for who in [&ann, &cas] {
        let none = links(&t.store, who).await;
        assert!(none.standing.is_empty() && none.offers.is_empty());
    }
    assert!(matches!(agree(&t.store, &cas, &secret).await, Err(LinkRefused::Store(StoreError::NotFound))));
}

async fn two_offers_for_one_pair_make_one_link(t: Fixture) {
    let venue = Venue::new(&t).await;
    let (ann, cas) = ((venue.ann.actor, venue.premises), other(&t, "Cas").await);
    let offers = async |who: &(Actor, PremisesId)| {
        let own = permit::<act::EditPremises>(&t.store, &who.0, who.1).await.unwrap();
        t.store.offer_link(&own, Uuid::new_v4(), Relation::Same).await.unwrap().to_string()
    };
    for round in 0..ROUNDS {
        // From both sides, then twice from one.
        let second = if round % 2 == 0 { &cas } else { &ann };
        let taken = [(offers(&ann).await, cas.clone()), (offers(second).await, ann.clone())];
        let tries = taken.map(|(secret, who)| {
            let who = if round % 2 == 0 { who } else { cas.clone() };
            let store = t.store.clone();
            tokio::spawn(async move { agree(&store, &who, &secret.parse().unwrap()).await })
        });
        let mut agreed = 0;
        for attempt in tries {
            match attempt.await.unwrap() {
                Ok(()) => agreed += 1,
                Err(refused) => assert!(matches!(refused, LinkRefused::Already), "{refused}"),
            }
        }
        let standing = links(&t.store, &ann).await.standing;
        assert_eq!((agreed, standing.len()), (1, 1), "round {round}");
        end(&t.store, &cas, standing[0].id).await.unwrap();
        for offer in links(&t.store, &ann).await.offers {
            end(&t.store, &ann, offer.id).await.unwrap();
        }
        for offer in links(&t.store, &cas).await.offers {
            end(&t.store, &cas, offer.id).await.unwrap();
        }
    }
}

async fn agreeing_twice_at_once_is_told_the_same(t: Fixture) {
    let cas = other(&t, "Cas").await;
    let (ann, first) = offer(&t).await;
    let mut secret = first.to_string();
    for round in 0..ROUNDS {
        let tries = [(); 2].map(|()| {
            let (store, cas, secret) = (t.store.clone(), cas.clone(), secret.parse().unwrap());
            tokio::spawn(async move { agree(&store, &cas, &secret).await })
        });
        for attempt in tries {
            attempt.await.unwrap().unwrap_or_else(|refused| panic!("round {round}: {refused}"));
        }
        let standing = links(&t.store, &ann).await.standing;
        assert_eq!(standing.len(), 1, "round {round}");
        end(&t.store, &ann, standing[0].id).await.unwrap();
        let own = permit::<act::EditPremises>(&t.store, &ann.0, ann.1).await.unwrap();
        let next = t.store.offer_link(&own, Uuid::new_v4(), Relation::Same).await.unwrap();
        secret = next.to_string();
    }
}
