//! Screening a file of sites: answered, refused, downloaded, and nothing kept.

use crate::{
    answer::Answer,
    estate::upload,
    people::{TestApp, Visitor},
};

const HEADER: &str = "id,schedule1_use,peak_individuals,is_building_or_with_building,is_event,public_access,\
                      access_controlled,excluded_reason\n";

async fn sends(person: &Visitor, file: &[u8], pasted: &str, answer: &str) -> Answer {
    let parts = [
        ("file", Some("sites.csv"), file),
        ("pasted", None, pasted.as_bytes()),
        ("answer", None, answer.as_bytes()),
    ];
    upload(person, "/screening", &parts).await
}

#[tokio::test]
async fn a_file_is_answered_with_bad_rows_beside() {
    let t = TestApp::start().await;
    let ann = t.operator_of("Ann", "Bluebell Trust").await;
    ann.get("/premises").await.is(200).shows("Screen many sites");
    ann.get("/screening").await.is(200).shows("sch2_p4e_port_plan");
    let rows = "PUB,2,203,yes,no,yes,no,\nBAD,1,\"1,200\",yes,no,yes,no,\nGROUND,4,600,yes,no,yes,yes,\n\
                FIELD,none,900,no,yes,yes,yes,\n";
    let file = format!("{HEADER}{rows}");
    t.statements.take();
    let page = sends(&ann, file.as_bytes(), "", "").await.is(200);
    let asked = t.statements.take();
    assert!(asked.iter().all(|sql| sql.starts_with("SELECT")), "nothing is kept: {asked:#?}");
    page.shows("Standard tier: 2, Qualifying event: 1. Arguable: 1.")
        .shows("peak_individuals")
        .shows("“1,200” is not a whole number")
        .shows("arguable: ")
        .hides(">BAD<");
    // As Excel writes letters where it is not told otherwise; the rows go on to the download as they were.
    let excel = [HEADER.as_bytes(), b"Caf\xe9,2,203,yes,no,yes,no,\n"].concat();
    let pasted = sends(&ann, &excel, "", "").await.is(200).shows(">Café<").field("pasted");
    assert!(pasted.ends_with("Café,2,203,yes,no,yes,no,\n"), "{pasted}");
    // The same rows, pasted.
    sends(&ann, b"", &file, "").await.is(200).shows("Qualifying event: 1");
}

#[tokio::test]
async fn the_result_can_be_downloaded_and_holds_no_formula() {
    let t = TestApp::start().await;
    let ann = t.operator_of("Ann", "Bluebell Trust").await;
    let file = format!(
        "{HEADER}=HYPERLINK(1),2,203,yes,no,yes,no,\n@x,9,900,yes,no,yes,no,\nA,7,1,yes,no,yes,no,\n"
    );
    let answer = sends(&ann, b"", &file, "csv").await.is(200);
    assert_eq!(answer.headers["content-type"], "text/csv; charset=utf-8");
    assert_eq!(answer.headers["content-disposition"], "attachment; filename=\"screening.csv\"");
    let lines: Vec<&str> = answer.body.lines().collect();
    assert_eq!((lines[0], lines.len()), ("id,tier,sections,reasons", 4));
    assert!(lines[1].starts_with("'=HYPERLINK(1),standard,"), "{}", answer.body);
    assert!(lines[2].starts_with("'@x,standard,") && lines[3].starts_with("A,none,"), "{}", answer.body);
}

#[tokio::test]
async fn what_cannot_be_read_comes_back_as_it_was_pasted() {
    let t = TestApp::start().await;
    let ann = t.operator_of("Ann", "Bluebell Trust").await;
    let page = sends(&ann, b"", "id,schedule1_use\nOLD MILL,1\n", "").await.is(422);
    page.shows("The first row has no columns peak_individuals, is_building_or_with_building")
        .shows("OLD MILL,1");
    sends(&ann, b"", "", "").await.is(422).shows("Choose a file, or paste rows");
    sends(&ann, b"a", "b", "").await.is(422).shows("not both");
    sends(&ann, b"PK\x03\x04zip", "", "").await.is(422).shows("This is not text");
    sends(&ann, HEADER.as_bytes(), "", "").await.is(422).shows("no rows below");
    let row = "A,1,300,yes,no,yes,no,\n";
    sends(&ann, format!("{HEADER}{}", row.repeat(2_001)).as_bytes(), "", "")
        .await
        .is(422)
        .shows("2,000 rows");
    sends(&ann, &vec![b'a'; 1_200_000], "", "").await.is(422).shows("2,000 rows");
}

#[tokio::test]
async fn two_thousand_sites_are_screened_in_five_seconds() {
    let t = TestApp::start().await;
    let ann = t.operator_of("Ann", "Bluebell Trust").await;
    let rows: String = (0..2_000).map(|n| format!("S{n},{},{n},yes,no,yes,no,\n", n % 17 + 1)).collect();
    let started = std::time::Instant::now();
    let page = sends(&ann, format!("{HEADER}{rows}").as_bytes(), "", "").await.is(200);
    let took = started.elapsed().as_secs_f64();
    page.shows("The first 200 of 2,000.").shows(">S199<").hides(">S200<");
    assert!(took <= 5.0, "{took:.1} s");
}

#[tokio::test]
async fn only_operators_screen() {
    let t = TestApp::start().await;
    let file = format!("{HEADER}A,1,300,yes,no,yes,no,\n");
    let pat = t.ctsa("Pat", "west-midlands").await;
    sends(&pat, file.as_bytes(), "", "").await.is(404);
    pat.get("/screening").await.is(404);
    sends(&t.anybody(), file.as_bytes(), "", "").await.is(401);
}
