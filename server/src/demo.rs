//! The demonstration: made-up premises on real postcodes, in every stage, made through the same
//! functions of the store that people's own go through.

mod adviser;
pub mod answers;
mod being_ready;
mod colleague;
mod competent_persons;
mod days;
mod estate;
mod events;
mod operator;
mod venue;

use app::demo::{CAST, DemoPerson};
use chrono::Days as CalendarDays;
use domain::{
    account::PersonName,
    ids::AccountId,
    policy::{Act, Actor, Denied, Facts, Grant, Permit, decide},
};
use store::{RegisterRefused, ReleaseRefused, Store, StoreError, Subject, SubmitRefused};

use days::Days;
use operator::Operator;
use venue::{Story, Venue};

/// People at the first operator's theatre, which hosts an event; no other of their premises has as many.
const THEATRE: u32 = 532;

/// Why there is no demonstration.
#[derive(Debug, thiserror::Error)]
pub enum DemoFault {
    /// The policy refused a step: the made-up premises are not in the stage they should be in.
    #[error("a step of the demonstration was refused")]
    Denied,
    /// The database is a demonstration's.
    #[error(
        "this database holds made-up people and premises: serve it with --demo, or name another folder with --data"
    )]
    Seeded,
    /// The database is no demonstration's.
    #[error(
        "this database holds accounts of real people: the demonstration would let anybody in. Serve it without --demo, or name another folder with --data"
    )]
    Real,
    /// A made-up value is none.
    #[error("made-up data: {0}")]
    Data(String),
    /// The database failed.
    #[error("the database: {0}")]
    Store(#[from] StoreError),
    /// Premises were not registered.
    #[error("made-up premises: {0}")]
    Register(#[from] RegisterRefused),
    /// A submission was refused.
    #[error("made-up submission: {0}")]
    Submit(#[from] SubmitRefused),
    /// The release was refused.
    #[error("{0}")]
    Release(#[from] ReleaseRefused),
}

impl From<Denied> for DemoFault {
    fn from(_: Denied) -> Self {
        Self::Denied
    }
}

/// Makes a database ready to be served: with made-up premises for the demonstration, and otherwise
/// sure to have none.
///
/// # Errors
/// [`DemoFault::Seeded`] where the demonstration would be served as if it were real, and
/// [`DemoFault::Real`] where somebody's real database would be served as a demonstration.
pub async fn prepare(store: &Store, demo: bool) -> Result<(), DemoFault> {
    let seeded = has_cast(store).await?;
    match (demo, seeded) {
        (true, true) => Ok(()),
        (true, false) if store.is_empty(&permit(store, &Actor::System, ()).await?).await? => {
            seed(store).await
        }
        (true, false) => Err(DemoFault::Real),
        (false, true) => Err(DemoFault::Seeded),
        (false, false) => Ok(()),
    }
}

/// Whether any of the made-up people has an account.
async fn has_cast(store: &Store) -> Result<bool, DemoFault> {
    let may = permit(store, &Actor::System, ()).await?;
    for person in &CAST {
        let email = person.email.parse().map_err(|_| DemoFault::Data(person.email.into()))?;
        if store.has_demo_person(&may, &email).await? {
            return Ok(true);
        }
    }
    Ok(false)
}

/// Fills an empty database; one that has accounts stays as it is.
///
/// # Errors
/// [`DemoFault`].
pub async fn seed(store: &Store) -> Result<(), DemoFault> {
    if !store.is_empty(&permit(store, &Actor::System, ()).await?).await? {
        return Ok(());
    }
    let mut days = Days::of(store.clock());
    let made = all(store, &mut days).await;
    days.today();
    made
}

async fn all(store: &Store, days: &mut Days<'_>) -> Result<(), DemoFault> {
    let venues = Venue::all()?;
    let oldest = venues.iter().map(|venue| venue.age).max().unwrap_or_default();
    days.go_back(oldest + 1);
    let (cast, others) = open_accounts(store, &venues).await?;
    let region = "west-midlands".parse().map_err(|_| DemoFault::Data("region".into()))?;
    let of = |slug: &str| played(&cast, slug);
    let adviser = Actor::Person { account: of("ctsa")?, grants: vec![Grant::Ctsa(region)] };
    let mut operators = Vec::new();
    let first = [of("operator-1")?, of("operator-2")?];
    for (number, account) in first.iter().chain(&others).enumerate() {
        operators.push(Operator::register(store, *account, number).await?);
    }
    let kestrel = operators.first().ok_or(DemoFault::Denied)?;
    let data = |_| DemoFault::Data("email".into());
    let email = colleague_of_the_first().ok_or(DemoFault::Denied)?.email.parse().map_err(data)?;
    colleague::says_more(store, kestrel).await?;
    colleague::joins(store, kestrel, of(COLLEAGUE)?, email).await?;
    estate::import(store, operators.get(1).ok_or(DemoFault::Denied)?).await?;
    let (mut answered, mut theatre) = (None, None);
    for (number, venue) in venues.iter().enumerate() {
        let operator = operators.get(venue.organisation).ok_or(DemoFault::Denied)?;
        let premises = venue.live(store, days, number, operator, &adviser).await?;
        if venue.organisation == 0 && venue.story == Story::Advised && answered.is_none() {
            answered = Some((operator, premises));
        }
        if venue.organisation == 0 && venue.people == THEATRE {
            theatre = Some(premises);
        }
    }
    days.today();
    let (operator, premises) = answered.ok_or(DemoFault::Denied)?;
    competent_persons::add(store, operator, &adviser, premises).await?;
    being_ready::add(store, operator, premises).await?;
    events::add(store, operator, theatre.ok_or(DemoFault::Denied)?).await?;
    let yesterday = store.clock().today() - CalendarDays::new(1);
    store.make_release(&permit(store, &Actor::System, ()).await?, yesterday).await?;
    Ok(())
}

/// The first operator's colleague, in the cast.
const COLLEAGUE: &str = "operator-1-colleague";

fn colleague_of_the_first() -> Option<&'static DemoPerson> {
    CAST.iter().find(|person| person.slug == COLLEAGUE)
}

/// The account of somebody in the cast.
fn played(accounts: &[AccountId], slug: &str) -> Result<AccountId, DemoFault> {
    let place = CAST.iter().position(|person| person.slug == slug);
    place.and_then(|place| accounts.get(place)).copied().ok_or(DemoFault::Denied)
}

/// Accounts of the cast, in its order, and of the operators that nobody plays.
async fn open_accounts(
    store: &Store,
    venues: &[Venue],
) -> Result<(Vec<AccountId>, Vec<AccountId>), DemoFault> {
    let data = |text: &str| DemoFault::Data(text.to_owned());
    let mut people = Vec::new();
    for person in &CAST {
        let grant = match person.slug {
            "operator-1" | "operator-2" | COLLEAGUE => Grant::Operator(None),
            "ctsa" => Grant::Ctsa("west-midlands".parse().map_err(|_| data(person.slug))?),
            "ctsa-elsewhere" => Grant::Ctsa("north-west".parse().map_err(|_| data(person.slug))?),
            "council" => Grant::Council("E08000025".parse().map_err(|_| data(person.slug))?),
            "council-elsewhere" => Grant::Council("E08000026".parse().map_err(|_| data(person.slug))?),
            "administrator" => Grant::Administrator,
            other => return Err(data(other)),
        };
        people.push((person.name.to_owned(), person.email.to_owned(), grant));
    }
    let organisations = venues.iter().map(|venue| venue.organisation).max().unwrap_or_default();
    for number in 2..=organisations {
        let email = format!("operator-{number}@demo.invalid");
        people.push((operator::name(number).to_owned(), email, Grant::Operator(None)));
    }
    let people = people
        .into_iter()
        .map(|(name, email, grant)| {
            let name = PersonName::new(&name).map_err(|_| data(&name))?;
            let email = email.parse().map_err(|_| data(&email))?;
            Ok((name, email, grant))
        })
        .collect::<Result<Vec<_>, DemoFault>>()?;
    let opened = store.open_demo_accounts(&permit(store, &Actor::System, ()).await?, &people).await?;
    let (cast, others) = opened.split_at_checked(CAST.len()).ok_or(DemoFault::Denied)?;
    Ok((cast.to_vec(), others.to_vec()))
}

/// What the policy says now, as it would to anybody.
async fn permit<A: Act>(store: &Store, actor: &Actor, target: A::Target) -> Result<Permit<A>, DemoFault>
where
    A::Target: Subject,
{
    let facts: Facts = target.facts(store).await?;
    Ok(decide::<A>(actor, target, &facts)?)
}

#[cfg(test)]
mod tests;
