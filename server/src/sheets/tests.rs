use super::*;

#[test]
fn a_file_is_answered_row_by_row() {
    let text = include_str!("../../../app/domain/tests/scope_cases.csv");
    let (answer, faults) = screened(text.as_bytes()).unwrap();
    assert!(faults.is_empty());
    let answer = String::from_utf8(answer).unwrap();
    assert!(answer.starts_with("id,tier,sections,reasons\n"));
    assert_eq!(answer.lines().count(), 81);
    assert!(answer.contains("\nSC017,standard,"));
    assert!(!answer.contains("arguable:"));
}

#[test]
fn bad_rows_are_told_and_the_others_answered() {
    let text = "id,kind,commencement_date,trigger_date\nA,moved,2027-04-01,2027-05-01\n\
                B,appeal_notice,,2027-06-01\nC,event_cease,,2027-06-01\n";
    let (answer, faults) = counted(text.as_bytes()).unwrap();
    assert_eq!(
        String::from_utf8(answer).unwrap(),
        "id,last_day,working\nB,2027-06-28,28 days beginning with 1 June 2027 end on 28 June 2027.\n\
         C,,Not yet set: the day on which the duties start is not fixed in law.\n"
    );
    let told: Vec<String> = faults.iter().map(words::fault_line).collect();
    assert_eq!(told, ["line 2, column kind: “moved” is not a kind that is known here."]);
}
