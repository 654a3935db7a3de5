//! Measures the CPU time of a question's page and of a save, from request to answer, with many assessments in the
//! database: `cargo run --release --package server --example measure`.
//!
//! The database is a temporary SQLite file; it goes when this ends. CPU time is that of the whole process, so that
//! the database's threads count.
#![forbid(unsafe_code)]

mod browser;
mod fill;

use std::{error::Error, time::Duration};

use app::{Assets, Portal};
use rustix::time::{ClockId, clock_gettime};
use server::{config::ServeArgs, router};
use store::{Clock, testing::TestDatabase};

use browser::Browser;
use fill::Operator;

/// What any step may fail with.
pub type Fault = Box<dyn Error + Send + Sync>;

/// Assessments in the database, where the command line names no other number.
const ASSESSMENTS: usize = 2_000;
/// Pages and saves that are measured.
const MEASURED: usize = 600;
/// Pages and saves before that.
const WARM_UP: usize = 100;

#[tokio::main(flavor = "current_thread")]
async fn main() -> Result<(), Fault> {
    let assessments = std::env::args().nth(1).map_or(Ok(ASSESSMENTS), |number| number.parse())?;
    let database = TestDatabase::sqlite()?;
    let store = database.open(Clock::system()).await?;
    let operators = fill::fill(&store, assessments).await?;
    let args = ServeArgs {
        bind: "127.0.0.1:0".parse()?,
        demo: false,
        tls: false,
        contact: None,
        trusted_proxies: Vec::new(),
    };
    let assets = Assets { hash: "0000000000000000".into(), islands: true };
    let portal = Portal { store, assets, demo: false, contact: "portal@example.org".into() };
    let router = router::router(portal, &args)?;
    let mut visits = Vec::new();
    for operator in operators {
        let browser = Browser::signed_in(router.clone(), &operator.email).await?;
        visits.push((browser, operator));
    }
    let (mut pages, mut saves) = (Vec::new(), Vec::new());
    let mut round = 0;
    while saves.len() < MEASURED {
        let (page, save) = visit(&visits, round).await?;
        if round >= WARM_UP {
            pages.push(page);
            saves.push(save);
        }
        round += 1;
    }
    println!("CPU time with {assessments} assessments in the database:");
    report("a question's page", pages);
    report("a save", saves);
    Ok(())
}

/// Somebody opens a question of one of their assessments and changes the note of the answer: the CPU time of both.
async fn visit(visits: &[(Browser, Operator)], round: usize) -> Result<(Duration, Duration), Fault> {
    let (browser, operator) = pick(visits, round)?;
    let assessment = pick(&operator.assessments, round / visits.len())?;
    let (question, answer) = pick(&assessment.questions, round * 7)?;
    let path = format!("/assessments/{}/questions/{question}", assessment.id);
    let seen = browser.read(&path).await?.field("seen")?;
    let before = cpu()?;
    browser.open(&path).await?;
    let page = cpu()?.saturating_sub(before);
    let note = format!("Round {round}. {}", fill::NOTE);
    let fields = [("seen", seen.as_str()), ("answer", answer.as_str()), ("note", note.as_str())];
    let before = cpu()?;
    browser.post(&path, &fields).await?;
    Ok((page, cpu()?.saturating_sub(before)))
}

/// One after the other, and from the beginning again.
fn pick<T>(list: &[T], number: usize) -> Result<&T, Fault> {
    list.get(number % list.len().max(1)).ok_or_else(|| "nothing to measure".into())
}

/// The CPU time that this process has used.
fn cpu() -> Result<Duration, Fault> {
    Ok(Duration::try_from(clock_gettime(ClockId::ProcessCPUTime))?)
}

fn report(what: &str, mut times: Vec<Duration>) {
    times.sort();
    let count = times.len();
    let worst = times.split_off(count - count / 10);
    let millis = |times: &[Duration]| {
        let count = u32::try_from(times.len()).unwrap_or(u32::MAX).max(1);
        (times.iter().sum::<Duration>() / count).as_secs_f64() * 1000.0
    };
    let mean_of_worst = millis(&worst);
    times.extend(worst);
    let mean = millis(&times);
    println!("{what}: mean {mean:.2} ms, worst tenth {mean_of_worst:.2} ms (mean of it), {count} measured");
}
