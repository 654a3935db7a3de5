use proptest::prelude::*;

use super::*;
use crate::law::{MethodInput, Operation};

fn day(text: &str) -> NaiveDate {
    text.parse().unwrap()
}

fn figures(given: &[(&str, &str)]) -> Vec<Figure> {
    let figure = |(input, text): &(&str, &str)| Figure {
        input: (*input).to_owned(),
        amount: Amount::read(text, true).unwrap(),
    };
    given.iter().map(figure).collect()
}

fn worked(method: &str, given: &[(&str, &str)]) -> Result<Working, BadWorking> {
    work_out(law::method(method).unwrap(), &figures(given))
}

#[test]
fn figures_are_read_as_people_write_them() {
    assert_eq!(Amount::read(" 1,200 ", false).unwrap(), Amount::whole(1_200));
    assert_eq!(Amount::read("2.5", true).unwrap().to_string(), "2.5");
    assert_eq!(Amount::read("2.05", true).unwrap().to_string(), "2.05");
    assert_eq!(Amount::read("12.00", false).unwrap(), Amount::whole(12));
    assert_eq!(Amount::read("", true), Err("missing"));
    assert_eq!(Amount::read("2.5", false), Err("not-whole"));
    for bad in ["-3", "2.555", "1e3", ".", ".5", "ten", "10000001", "99999999999999999999", "٣"] {
        assert_eq!(Amount::read(bad, true), Err("not-number"), "{bad}");
    }
}

#[test]
fn each_method_shows_its_working() {
    let line = |method, given: &[(&str, &str)]| worked(method, given).unwrap().line;
    assert_eq!(line("seating-plan", &[("seats", "780"), ("staff", "35")]), "780 seats + 35 staff = 815");
    assert_eq!(
        line("safe-occupancy", &[("safe", "900"), ("share", "75"), ("staff", "12")]),
        "900 people allowed × 75% + 12 staff = 687"
    );
    assert_eq!(
        line("ticket-cap", &[("tickets", "500"), ("guests", "21"), ("share", "50"), ("staff", "8")]),
        "(500 tickets + 21 without a ticket) × 50% + 8 staff = 269, rounded up"
    );
    assert_eq!(
        line("door-counts", &[("in", "640"), ("out", "55"), ("staff", "20")]),
        "640 in − 55 out + 20 staff = 605"
    );
    assert_eq!(
        line("floor-space", &[("area", "412.5"), ("space", "1.2"), ("staff", "6")]),
        "412.5 m² ÷ 1.2 m² each + 6 staff = 350, rounded up"
    );
    assert_eq!(
        line("booking-data", &[("bookings", "80"), ("party", "2.5"), ("staff", "10")]),
        "80 bookings × 2.5 people each + 10 staff = 210"
    );
}

#[test]
fn what_cannot_be_worked_out_says_why() {
    assert_eq!(
        worked("door-counts", &[("in", "5"), ("out", "6"), ("staff", "9")]),
        Err(BadWorking::Negative)
    );
    assert_eq!(
        worked("floor-space", &[("area", "5"), ("space", "0"), ("staff", "9")]),
        Err(BadWorking::ByNothing)
    );
    assert_eq!(worked("seating-plan", &[("seats", "0"), ("staff", "0")]), Err(BadWorking::Range));
    assert_eq!(worked("seating-plan", &[("seats", "500000"), ("staff", "1")]), Err(BadWorking::Range));
}

#[test]
fn every_named_way_of_counting_is_there_and_asks_for_staff() {
    for id in [
        "safe-occupancy",
        "historic-counts",
        "ticket-cap",
        "seating-plan",
        "door-counts",
        "booking-data",
        "floor-space",
        "comparable-venues",
    ] {
        let inputs = law::method(id).unwrap().inputs;
        assert!(inputs.iter().any(|input| input.id == "staff" && !input.optional), "{id}");
    }
    assert!(law::method("other").unwrap().inputs.is_empty());
}

#[test]
fn a_count_sealed_before_figures_were_kept_still_opens() {
    let text = r#"{"number":350,"method":"ticket-cap","note":"","counted_on":"2026-02-01"}"#;
    let count: HeadCount = serde_json::from_str(text).unwrap();
    assert_eq!((count.number(), count.working(), count.figures()), (350, None, &[][..]));
    assert_eq!(count.review_on(), day("2027-02-01"));
}

#[test]
fn the_review_follows_the_day_of_counting() {
    let (counted, today) = (day("2026-08-31"), day("2026-11-25"));
    let count = HeadCount::new(350, "ticket-cap", "", counted, today).unwrap();
    assert_eq!(count.review_on(), day("2027-08-31"));
    assert_eq!(count.reviewed_after(6).review_on(), day("2027-02-28"));
}

#[test]
fn a_number_saved_again_keeps_its_working_and_another_drops_it() {
    let today = day("2026-11-25");
    let working = worked("seating-plan", &[("seats", "780"), ("staff", "35")]).unwrap();
    let method = law::method("seating-plan").unwrap();
    let before = HeadCount::worked_out(method, working, "", today, today).unwrap();
    let again = |number, method| HeadCount::new(number, method, "", today, today).unwrap();
    let kept = again(815, "seating-plan").keeping_working_of(&before);
    assert_eq!(kept.working(), Some("780 seats + 35 staff = 815"));
    assert_eq!(again(816, "seating-plan").keeping_working_of(&before).working(), None);
    assert_eq!(again(815, "ticket-cap").keeping_working_of(&before).working(), None);
}

fn any_input() -> impl Strategy<Value = (Operation, u32)> {
    use Operation::{Add, DividedBy, PercentOf, Subtract, Times};
    (prop::sample::select(vec![Add, Subtract, Times, PercentOf, DividedBy]), 0_u32..=1_000_000_000)
}

const IDS: [&str; 8] = ["a", "b", "c", "d", "e", "f", "g", "h"];

proptest! {
    /// Whatever the figures, the answer is an error or a number that floating point agrees with.
    #[test]
    fn any_working_comes_out_or_says_why(parts in prop::collection::vec(any_input(), 1..8)) {
        let inputs: Vec<MethodInput> = parts
            .iter()
            .zip(IDS)
            .map(|((operation, _), id)| MethodInput {
                id, label: "", hint: "", unit: "", operation: *operation, decimals: true, optional: false,
            })
            .collect();
        let method = Method { id: "x", label: "", hint: "", note: false, inputs: inputs.leak() };
        let figures: Vec<Figure> = parts
            .iter()
            .zip(IDS)
            .map(|((_, hundredths), id)| Figure {
                input: id.to_owned(),
                amount: serde_json::from_value((*hundredths).into()).unwrap(),
            })
            .collect();
        if let Ok(working) = work_out(&method, &figures) {
            let mut about = 0.0_f64;
            for (operation, hundredths) in &parts {
                let amount = f64::from(*hundredths) / 100.0;
                about = match operation {
                    Operation::Add => about + amount,
                    Operation::Subtract => about - amount,
                    Operation::Times => about * amount,
                    Operation::PercentOf => about * amount / 100.0,
                    Operation::DividedBy => about / amount,
                };
            }
            prop_assert!((f64::from(working.number) - about.ceil()).abs() <= 1.0, "{about}: {}", working.number);
        }
    }

    /// More seats never make fewer people.
    #[test]
    fn more_never_counts_less(seats in 1_u32..100_000, more in 0_u32..1_000, staff in 0_u32..1_000) {
        let number = |seats: u32| {
            worked("seating-plan", &[("seats", &seats.to_string()), ("staff", &staff.to_string())])
                .unwrap()
                .number
        };
        prop_assert_eq!(number(seats) + more, number(seats + more));
    }
}
