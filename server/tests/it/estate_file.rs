//! Importing premises from a file: what is wrong with it, what is likely there already, what becomes of it.

use axum::http::Method;
use uuid::Uuid;

use crate::{
    estate::{HEADER, checked, halls, row, sends_file, upload},
    people::TestApp,
    premises::registers_premises,
};

#[tokio::test]
async fn errors_are_told_at_the_cell_and_nothing_is_imported_in_part_unless_asked() {
    let t = TestApp::start().await;
    let ann = t.operator_of("Ann", "Bluebell Trust").await;
    let file = format!(
        "{HEADER}\n{}{}{}\n{}",
        row("Old Hall", "B1 1BB", "350"),
        row("", "ZZ99 9ZZ", "350"),
        row("\"New\nHall\"", "B1 1BB", "three"),
        row("Kestrel Arena", "M1 1AE", "900"),
    );
    let check = checked(&ann, &file).await;
    let page = ann.get(&check).await.is(200);
    let table = page.body.split("Cells to mend").nth(1).unwrap().split("</table>").next().unwrap().to_owned();
    let cells: Vec<String> = table
        .split("<td")
        .skip(1)
        .map(|cell| cell.split('>').nth(1).unwrap().split('<').next().unwrap().to_owned())
        .collect();
    assert_eq!(
        cells,
        [
            ["3", "name", "Enter the name of the premises", "(empty)"],
            ["3", "postcode", "There is no such postcode in Great Britain. Check it", "ZZ99 9ZZ"],
            ["4", "name", "Has a line break or a control character. Take it out", "New Hall"],
            ["4", "greatest_number", "Not a whole number, like 350", "three"],
        ]
        .concat()
    );
    // Row 7: the name of row 4 has two lines, and an empty line follows it.
    page.shows("Import the good rows and leave the bad ones (2 rows)").shows(">6<").shows("Kestrel Arena");

    for choice in ["", "import", "everything"] {
        ann.fills_in(&check, &[("choice", choice)]).await.shows_invalid("choice", "Choose what to do");
    }
    ann.get("/premises").await.shows("You have not registered any premises yet");
    ann.fills_in(&check, &[("choice", "good-rows")]).await.is(303);
    ann.get(&check).await.is(200).shows("2 premises imported").shows("(2): 3, 4.");
    ann.get("/premises").await.shows("Old Hall").shows("Kestrel Arena").shows("2 premises in all.");

    let check = checked(&ann, &file).await;
    assert_eq!(ann.fills_in(&check, &[("choice", "discard")]).await.location(), "/premises/import");
    ann.get(&check).await.is(404);
    assert_eq!(ann.post(&check, &[("choice", "good-rows")]).await.status, 404);
    ann.get("/premises").await.shows("2 premises in all.");
}

#[tokio::test]
async fn files_that_say_nothing_are_refused_with_the_reason() {
    let t = TestApp::start().await;
    let ann = t.operator_of("Ann", "Bluebell Trust").await;
    let empty: &[u8] = b"";
    for (file, sentence) in [
        (b"\x89PNG\r\n\x1a\n\0\0".as_slice(), "This is not a text file"),
        (b"PK\x03\x04 a workbook", "This is a spreadsheet, not a CSV file"),
        (
            b"name,town\nOld Hall,Birmingham\n",
            "The first row does not have: address_line_1, postcode. Add what is missing",
        ),
        (b"name,name,address_line_1,town,postcode\n1,2,3,4,5\n", "The first row has the column name twice"),
        (b"Old Hall,1 High Street,Birmingham,B1 1BB\n", "The first row has none of the names"),
        (b"name,address_line_1,town,postcode\n", "There are no rows under the names"),
        (empty, "Choose a file, or paste rows"),
    ] {
        sends_file(&ann, file).await.shows_invalid("file", sentence);
    }
    sends_file(&ann, halls(2_001).as_bytes())
        .await
        .shows_invalid("file", "The file has more than 2,000 rows");
    let huge = vec![b'x'; 2 * 1024 * 1024 + 1];
    sends_file(&ann, &huge).await.shows_invalid("file", "The file must be 2 MB or smaller");
    let huge = vec![b'x'; 3 * 1024 * 1024];
    sends_file(&ann, &huge).await.shows_invalid("file", "The file must be 2 MB or smaller");

    // What was pasted comes back; a semicolon is as good as a comma, and Windows letters are told.
    let once = ann.get("/premises/import").await.field("once");
    let pasted = b"name;town\n<b>Old Hall</b>;Birmingham";
    upload(&ann, "/premises/import", &[("once", None, once.as_bytes()), ("pasted", None, pasted)])
        .await
        .shows_invalid("pasted", "The first row does not have")
        .shows("&lt;b&gt;Old Hall");
    let windows = b"name;address_line_1;town;postcode\r\nCaf\xe9 Hall;1 High Street;Birmingham;B1 1BB\r\n";
    let check = sends_file(&ann, windows).await.location().to_owned();
    ann.get(&check).await.is(200).shows("Café Hall").shows("took them as Windows writes them");
    let headers = [("sec-fetch-site", "same-origin"), ("content-type", "application/x-www-form-urlencoded")];
    assert_eq!(ann.send(Method::POST, "/premises/import", &headers, "once=1".into()).await.status, 400);
}

#[tokio::test]
async fn the_template_can_be_filled_in_and_sent() {
    let t = TestApp::start().await;
    let ann = t.operator_of("Ann", "Bluebell Trust").await;
    let template = ann.get("/premises/import/template.csv").await.is(200);
    assert_eq!(template.headers["content-type"], "text/csv; charset=utf-8");
    assert!(template.headers["content-disposition"].to_str().unwrap().starts_with("attachment"));
    let check = checked(&ann, &template.body).await;
    ann.get(&check).await.is(200).shows("Example Hall (delete this row)").shows("Standard tier: 1");
    let anybody = t.anybody();
    anybody.get("/premises/import/template.csv").await.is(303);
    let parts: [(&str, Option<&str>, &[u8]); 1] = [("file", Some("a.csv"), template.body.as_bytes())];
    upload(&anybody, "/premises/import", &parts).await.is(401).shows("your file was not kept");
}

#[tokio::test]
async fn a_file_is_seen_by_its_own_organisation_and_sent_twice_it_is_kept_once() {
    let t = TestApp::start().await;
    let ann = t.operator_of("Ann", "Bluebell Trust").await;
    let bob = t.operator_of("Bob", "Kingfisher Ltd").await;
    let check = checked(&ann, &halls(2)).await;
    let nowhere = format!("/premises/import/{}", Uuid::new_v4());
    let (theirs, missing) = (bob.get(&check).await.is(404), bob.get(&nowhere).await.is(404));
    assert_eq!(theirs.shape(), missing.shape());
    assert_eq!(bob.post(&check, &[("choice", "import")]).await.status, 404);
    assert_eq!(bob.post(&check, &[("choice", "discard")]).await.status, 404);
    ann.get(&check).await.is(200);

    let once = ann.get("/premises/import").await.field("once");
    let file = halls(2);
    let parts: [(&str, Option<&str>, &[u8]); 2] =
        [("once", None, once.as_bytes()), ("file", Some("a.csv"), file.as_bytes())];
    let first = upload(&ann, "/premises/import", &parts).await.location().to_owned();
    assert_eq!(upload(&ann, "/premises/import", &parts).await.location(), first);
    t.wait(chrono::TimeDelta::hours(11));
    let ann = t.anybody().signs_in("Ann").await;
    ann.get(&first).await.is(200);
    t.wait(chrono::TimeDelta::hours(14));
    t.anybody().signs_in("Ann").await.get(&first).await.is(404);
}

#[tokio::test]
async fn likely_duplicates_are_left_out_unless_asked_for() {
    let t = TestApp::start().await;
    let ann = t.operator_of("Ann", "Bluebell Trust").await;
    let bob = t.operator_of("Bob", "Kingfisher Ltd").await;
    registers_premises(&bob, "Kestrel Arena", "6", "350").await;
    registers_premises(&ann, "Old Hall", "6", "350").await;
    let file = format!(
        "{HEADER}\n{}{}{}{}",
        row("The Old Hall", "B1 1BB", "350"),
        row("Kestrel Arena", "B1 1BB", "350"),
        row("New Hall", "CV1 1FY", "350"),
        row("New Hal", "CV1 1FY", "350"),
    );
    let check = checked(&ann, &file).await;
    let page = ann.get(&check).await.is(200);
    let page = page
        .shows("Row 2: The Old Hall")
        .shows("the same postcode and a similar name as Old Hall, which you have registered")
        .shows("Row 5: New Hal")
        .shows("similar name as row 4, New Hall");
    // Nobody learns that somebody else registered the arena.
    assert!(!page.body.contains("Row 3: Kestrel Arena"));
    assert_eq!(page.field("seen"), "2 5");

    // Somebody registers one of the others meanwhile.
    registers_premises(&ann, "New Hall Arena", "6", "350").await;
    registers_premises(&ann, "Kestrel Arenas", "6", "350").await;
    ann.post(&check, &[("choice", "import"), ("seen", "2 5")])
        .await
        .is(409)
        .shows("Premises were registered while you were here")
        .shows("Row 3: Kestrel Arena");
    ann.get("/premises").await.shows("3 premises in all.");
    ann.fills_in(&check, &[("choice", "import"), ("keep", "3")]).await.is(303);
    ann.get(&check).await.shows("2 premises imported").shows("(2): 2, 5.");
    ann.get("/premises").await.shows("5 premises in all.");
}
