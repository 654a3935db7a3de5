//! Files as a whole: what programs write, and what people send by mistake.

use super::*;

const ROW: &str = "Old Hall,1 High Street,Birmingham,B1 1BB";
const HEADER: &str = "name,address_line_1,town,postcode";

fn names(text: &str) -> Vec<(u32, String)> {
    let checked = checked(text).unwrap();
    assert_eq!(checked.faults, []);
    checked.good.iter().map(|row| (row.row, row.registration.place.name.as_str().to_owned())).collect()
}

#[test]
fn what_programs_write_is_read() {
    let expected = [(2, "Old Hall".to_owned())];
    let semicolons = format!("{HEADER}\n{ROW}").replace(',', ";");
    let tabs = format!("{HEADER}\n{ROW}").replace(',', "\t");
    for text in [
        format!("{HEADER}\n{ROW}"),
        format!("\u{feff}{HEADER}\r\n{ROW}\r\n"),
        format!("{HEADER}\r{ROW}\r"),
        semicolons.clone(),
        tabs,
        "Name,Address line 1,TOWN,Post-code\nOld Hall,1 High Street,Birmingham,B1 1BB".into(),
        format!("{HEADER}\n{ROW},,,\n,,,\n"),
    ] {
        assert_eq!(names(&text), expected, "{text:?}");
    }
    assert_eq!(names(&format!("sep=;\r\n{semicolons}")), [(3, "Old Hall".to_owned())]);
}

#[test]
fn rows_keep_the_numbers_that_a_spreadsheet_shows() {
    let note = "name,address_line_1,town,postcode,note,greatest_number,method,counted_on";
    let text = format!(
        "\n{note}\r\n\r\nOld Hall,1 High Street,Birmingham,B1 1BB,\"two\r\nlines\",350,ticket-cap,2026-11-01\r\n\
         ,,,,,,,\r\n{ROW}\r\n\r\n\"Kestrel\"\"s\",1 High Street,Birmingham,B1 1BB"
    );
    let rows: Vec<u32> = names(&text).iter().map(|(row, _)| *row).collect();
    assert_eq!(rows, [4, 6, 8]);
    let wrong = checked(&format!("{HEADER}\n{ROW}\n\n{ROW}x\n")).unwrap();
    assert_eq!(format!("{:?}", wrong.faults), "[row 4, postcode: postcode-invalid]");
}

#[test]
fn letters_of_windows_and_of_unicode_are_read() {
    let text = format!("{HEADER}\nCafé – Old Hall,1 High Street,Birmingham,B1 1BB\n");
    let decoded = decode(text.as_bytes()).unwrap();
    assert_eq!((decoded.text.as_str(), decoded.encoding), (text.as_str(), Encoding::Unicode));
    let (windows, ..) = encoding_rs::WINDOWS_1252.encode(&text);
    let decoded = decode(&windows).unwrap();
    assert_eq!((decoded.text.as_str(), decoded.encoding), (text.as_str(), Encoding::Windows));
    let utf16: Vec<u8> = [0xfeff].into_iter().chain(text.encode_utf16()).flat_map(u16::to_le_bytes).collect();
    assert_eq!(decode(&utf16).unwrap().text, text);
}

#[test]
fn what_is_no_file_of_ours_is_refused_for_its_reason() {
    for (bytes, bad) in [
        (b"".as_slice(), BadFile::Empty),
        (b"\xef\xbb\xbf \r\n\r\n", BadFile::Empty),
        (b",,,\n,,,\n", BadFile::Empty),
        (b"PK\x03\x04rest of a workbook", BadFile::Spreadsheet),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", BadFile::Spreadsheet),
        (b"\x89PNG\r\n\x1a\n\0\0\0", BadFile::NotText),
        (b"%PDF-1.7\n", BadFile::NotText),
        (b"\xff\xfea", BadFile::NotText),
        (b"name\0,town", BadFile::NotText),
        (b"Old Hall,1 High Street,Birmingham,B1 1BB\n", BadFile::NoHeader),
        (b"name,town\nOld Hall,Birmingham\n", BadFile::Missing(vec![Column::Line1, Column::Postcode])),
        (b"name,address_line_1,town,postcode,Post code\n1,2,3,4,5\n", BadFile::Twice(Column::Postcode)),
        (b"name,address_line_1,town,postcode\r\n\r\n", BadFile::NoRows),
    ] {
        let read = decode(bytes).and_then(|file| check(&file.text, &law::known(), today()));
        assert_eq!(read.map(|_| ()), Err(bad), "{bytes:?}");
    }
    let rows = |number: usize| checked(&format!("{HEADER}\n{}", format!("{ROW}\n").repeat(number)));
    assert_eq!(rows(MOST_ROWS).unwrap().good.len(), 2_000);
    assert_eq!(rows(MOST_ROWS + 1), Err(BadFile::TooManyRows));
}

#[test]
fn columns_that_are_not_there_or_not_known_are_told() {
    let checked = checked(&format!("{HEADER},area manager\n{ROW},Ann\n")).unwrap();
    assert_eq!(
        (checked.absent.len(), checked.unknown.as_slice()),
        (13, ["area manager".to_owned()].as_slice())
    );
    assert_eq!(checked.good[0].registration.decide(&law::known(), today()).outcome, Outcome::Unclear);
}

#[test]
fn a_comma_too_many_is_named() {
    let faults =
        checked(&format!("{HEADER}\nOld Hall,1 High Street,Flat 2,Birmingham,B1 1BB\n")).unwrap().faults;
    assert_eq!(format!("{faults:?}"), "[row 2, postcode: postcode-invalid, row 2, beyond: beyond]");
    assert_eq!(faults[1].found, "B1 1BB");
}
