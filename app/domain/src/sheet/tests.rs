use proptest::prelude::*;

use super::*;

fn read(text: &str) -> Vec<Result<Row<2>, Fault>> {
    rows(text.as_bytes(), ["id", "kind"]).unwrap()
}

fn lines(text: &str) -> Vec<u64> {
    read(text).into_iter().map(|row| row.map_or_else(|fault| fault.line, |row| row.line)).collect()
}

#[test]
fn columns_are_found_by_name_and_others_passed_over() {
    let rows = read("note, KIND ,id\nx,a,1\n,\" b \",2\n");
    let cells: Vec<[String; 2]> = rows.into_iter().map(|row| row.unwrap().cells).collect();
    assert_eq!(cells, [["1", "a"], ["2", "b"]]);
}

#[test]
fn a_byte_order_mark_and_carriage_returns_are_accepted() {
    assert_eq!(lines("\u{feff}id,kind\r\n1,a\r\n2,b\r\n"), [2, 3]);
    assert_eq!(read("\u{feff}id,kind\r\n1,a\r\n")[0].as_ref().unwrap().cells, ["1", "a"]);
}

#[test]
fn lines_are_those_of_the_file() {
    assert_eq!(lines("id,kind\n1,a\n\n3,b"), [2, 4], "an empty line");
    assert_eq!(lines("id,kind\n\"1\n2\n3\",a\n2,b\n"), [2, 5], "line breaks in a cell");
    assert_eq!(lines("\nid,kind\r\n\"1\r\n2\",a\r\n2,b\r\n"), [3, 5]);
    assert_eq!(lines("\"id\",\"kind\"\n,\n1,a\n"), [3], "a row in which nothing stands");
}

#[test]
fn a_row_with_another_number_of_cells_is_a_fault() {
    let faults: Vec<Fault> =
        read("id,x,kind\n1\n1,2\n1,2,3,4\n").into_iter().map(Result::unwrap_err).collect();
    let told: Vec<_> = faults.iter().map(|fault| (fault.line, fault.column, fault.code)).collect();
    assert_eq!(told, [(2, "kind", "cells-missing"), (3, "kind", "cells-missing"), (4, "kind", "cells-many")]);
}

#[test]
fn what_is_missing_is_said_once_with_its_name() {
    let read = |text: &str| rows(text.as_bytes(), ["id", "kind", "day"]).unwrap_err();
    assert_eq!(read("id,x\n1,2\n3,4\n"), BadSheet::Missing(vec!["kind", "day"]));
    assert_eq!(read("id,kind,day,Kind\n"), BadSheet::Twice("kind"));
    assert_eq!(read(" \r\n"), BadSheet::Empty);
    assert_eq!(rows(b"PK\x03\x04..", ["id"]).unwrap_err(), BadSheet::NotText);
}

#[test]
fn nothing_is_a_formula() {
    for cell in ["=1+1", "+1", "-1", "@a", "\t=1", "\r=1"] {
        assert_eq!(harmless(cell.into()), format!("'{cell}"));
    }
    assert_eq!(harmless("SC-1 = a".into()), "SC-1 = a");
}

proptest! {
    #[test]
    fn what_is_written_is_what_is_read(cells in prop::collection::vec("[a-z,\"; \n=]{1,8}x", 1..20)) {
        let written = write(["id", "kind"], cells.iter().map(|cell| [cell.clone(), "k".to_owned()]));
        let read: Vec<String> =
            rows(&written, ["kind", "id"]).unwrap().into_iter().map(|row| row.unwrap().cells[1].clone()).collect();
        let trimmed: Vec<&str> = cells.iter().map(|cell| cell.trim()).collect();
        prop_assert_eq!(read, trimmed);
    }

    #[test]
    fn no_bytes_stop_the_reader(bytes in prop::collection::vec(any::<u8>(), 0..200)) {
        let _ = rows(&bytes, ["id"]);
        let _ = rows(&[b"id,kind\n", bytes.as_slice()].concat(), ["id"]);
    }
}
