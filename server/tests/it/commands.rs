//! Commands that need no database: what goes where, and the exit status.

use std::{
    fs,
    process::{Command, Output},
};

const HEADER: &str = "id,schedule1_use,peak_individuals,is_building_or_with_building,is_event,public_access,\
                      access_controlled,excluded_reason";

/// Runs a command on a file in a folder of its own, which must hold nothing else afterwards.
fn run(command: &str, text: &str) -> (Output, String, String) {
    run_in_folder(&[command, "in.csv"], text)
}

fn run_in_folder(arguments: &[&str], text: &str) -> (Output, String, String) {
    let folder = tempfile::tempdir().unwrap();
    fs::write(folder.path().join("in.csv"), text).unwrap();
    let output = Command::new(env!("CARGO_BIN_EXE_server"))
        .args(arguments)
        .current_dir(folder.path())
        .env_clear()
        .output()
        .unwrap();
    let left: Vec<_> = fs::read_dir(folder.path()).unwrap().map(|entry| entry.unwrap().file_name()).collect();
    assert_eq!(left, ["in.csv"], "no database, no key file");
    let (out, err) = (String::from_utf8(output.stdout.clone()), String::from_utf8(output.stderr.clone()));
    (output, out.unwrap(), err.unwrap())
}

#[test]
fn scope_answers_good_rows_and_tells_bad_ones() {
    let good = "P,2,203,yes,no,yes,no,\r\n\"F, big\",none,900,no,yes,yes,yes,\r\n";
    let (output, out, err) = run("scope", &format!("\u{feff}{HEADER}\r\n{good}"));
    assert_eq!((output.status.code(), err.as_str()), (Some(0), ""));
    let lines: Vec<&str> = out.lines().collect();
    assert_eq!(lines[0], "id,tier,sections,reasons");
    assert!(lines[1].starts_with("P,standard,") && lines[2].starts_with("\"F, big\",event,"), "{out}");

    let bad = "\"A\r\na\",1,\"1,200\",yes,no,yes,no,\r\nB,19,300,yes,no,yes,no,sch2_p9\r\n";
    let (output, out, err) = run("scope", &format!("{HEADER}\r\n{bad}{good}"));
    assert_eq!(output.status.code(), Some(1));
    assert_eq!(out.lines().count(), 3, "{out}");
    let told: Vec<&str> = err.lines().collect();
    assert_eq!(told.len(), 3, "{err}");
    assert!(told[0].starts_with("line 2, column peak_individuals: “1,200”"), "{err}");
    assert!(told[1].starts_with("line 4, column schedule1_use: “19”"), "{err}");
    assert!(told[2].starts_with("line 4, column excluded_reason: “sch2_p9”"), "{err}");
}

#[test]
fn a_missing_column_is_said_once() {
    let (output, out, err) = run("scope", &format!("{}\nA\nB\n", HEADER.replace(",is_event", "")));
    assert_eq!((output.status.code(), out.as_str()), (Some(1), ""));
    assert_eq!(err, "in.csv: The first row has no column is_event.\n");
}

#[test]
fn deadlines_answers_good_rows_and_tells_bad_ones() {
    let text = "trigger_date,id,kind,commencement_date,note\n2027-07-01,A,premises_become,2027-04-01,x\n\
                2027-03-01,B,premises_cease,2027-04-01,x\n01/07/2027,C,event_change,2027-04-01,x\n";
    let (output, out, err) = run("deadlines", text);
    assert_eq!(output.status.code(), Some(1));
    assert!(out.starts_with("id,last_day,working\nA,2027-07-28,"), "{out}");
    assert!(out.contains("\nB,,\"There is no clear date"), "{out}");
    assert_eq!(err.lines().count(), 1, "{err}");
    assert!(err.starts_with("line 4, column trigger_date: "), "{err}");
}

#[test]
fn content_sums_up_every_set() {
    let (output, out, err) = run_in_folder(&["content"], "");
    assert_eq!((output.status.code(), err.as_str()), (Some(0), ""));
    let sets: serde_json::Value = serde_json::from_str(&out).unwrap();
    let ids: Vec<_> = sets.as_array().unwrap().iter().map(|set| set["id"].as_str().unwrap()).collect();
    assert_eq!(ids, ["standard", "enhanced", "event", "voluntary"]);
    assert_eq!(sets[0]["version"], "2026-12");
    assert_eq!(sets[0]["questions"]["all"], 41);
    assert_eq!(sets[1]["topics"].as_array().unwrap().len(), 65);
}
