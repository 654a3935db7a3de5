//! Files made by chance.

use proptest::prelude::*;

use super::*;

/// Cells of a row that is right, and what they say.
#[derive(Clone, Debug)]
struct Said {
    name: String,
    line2: String,
    uprn: Option<u64>,
    uses: Vec<u8>,
    public: [u8; 2],
    part_of: u8,
    number: u32,
    day: u32,
    note: String,
}

fn text() -> impl Strategy<Value = String> {
    // Quotes, separators and letters of all kinds, neither empty nor wider than a cell may be.
    "[a-zA-Z0-9é\",;'|& ]{0,40}x"
}

fn said() -> impl Strategy<Value = Said> {
    let uses = Just((1..=17_u8).collect::<Vec<_>>()).prop_shuffle().prop_map(|mut all| {
        all.truncate(2);
        all
    });
    (
        text(),
        text(),
        proptest::option::of(1..1_000_000_000_000_u64),
        uses,
        any::<[u8; 2]>(),
        0..5_u8,
        1..500_000_u32,
        1..29_u32,
        "[a-z\",;\n ]{0,60}z",
    )
        .prop_map(|(name, line2, uprn, uses, public, part_of, number, day, note)| Said {
            name,
            line2,
            uprn,
            uses,
            public,
            part_of,
            number,
            day,
            note,
        })
}

const ANSWERS: [(&str, Known); 3] = [("yes", Known::Yes), ("no", Known::No), ("not sure", Known::NotSure)];
const PARTS: [(&str, PartOf); 5] = [
    ("no", PartOf::Nothing),
    ("same-responsible", PartOf::SameResponsible),
    ("other-responsible", PartOf::OtherResponsible),
    ("some-in-common", PartOf::SomeInCommon),
    ("not-sure", PartOf::NotSure),
];

impl Said {
    fn answer(&self, at: usize) -> (&'static str, Known) {
        ANSWERS[usize::from(self.public[at] % 3)]
    }

    fn cells(&self) -> Vec<String> {
        let cell = |column| match column {
            Column::Name => self.name.clone(),
            Column::Line1 => "1 High Street".into(),
            Column::Line2 => self.line2.clone(),
            Column::Town => "Birmingham".into(),
            Column::Postcode => "b1 1bb".into(),
            Column::District | Column::Exclusions => String::new(),
            Column::Uprn => self.uprn.map_or_else(String::new, |uprn| format!("{uprn:012}")),
            Column::Uses => self.uses.iter().map(u8::to_string).collect::<Vec<_>>().join("|"),
            Column::ForPublic => format!("{}|{}", self.answer(0).0, self.answer(1).0),
            Column::Mainly | Column::Building => "Yes".into(),
            Column::PartOf => PARTS[usize::from(self.part_of)].0.into(),
            Column::Number => self.number.to_string(),
            Column::Method => "ticket-cap".into(),
            Column::CountedOn => format!("2026-10-{:02}", self.day),
            Column::Note => self.note.clone(),
        };
        Column::ALL.map(cell).to_vec()
    }

    fn is(&self, row: &GoodRow) {
        let said = &row.registration;
        assert_eq!(said.place.name.as_str(), self.name.trim());
        assert_eq!(said.place.address.line2.as_ref().unwrap().as_str(), self.line2.trim());
        assert_eq!(said.place.uprn.map(|uprn| uprn.to_string()), self.uprn.map(|uprn| uprn.to_string()));
        assert_eq!(said.facts.uses.iter().map(|stated| stated.code.0).collect::<Vec<_>>(), self.uses);
        assert_eq!(said.facts.principal, Some(UseCode(self.uses[0])));
        for (at, stated) in said.facts.uses.iter().enumerate() {
            let asked = [1, 2, 3, 5, 6, 17].contains(&stated.code.0);
            assert_eq!(stated.for_public, if asked { self.answer(at).1 } else { Known::NotSure });
        }
        assert_eq!(said.facts.part_of, PARTS[usize::from(self.part_of)].1);
        let count = said.head_count.as_ref().unwrap();
        assert_eq!((count.number(), count.note()), (self.number, self.note.trim()));
    }
}

fn file(rows: &[Said], separator: u8, crlf: bool, bom: bool) -> Vec<u8> {
    let terminator = if crlf { csv::Terminator::CRLF } else { csv::Terminator::Any(b'\n') };
    let mut writer =
        csv::WriterBuilder::new().delimiter(separator).terminator(terminator).from_writer(Vec::new());
    writer.write_record(Column::ALL.map(Column::header)).unwrap();
    for row in rows {
        writer.write_record(row.cells()).unwrap();
    }
    let mark: &[u8] = if bom { b"\xef\xbb\xbf" } else { b"" };
    [mark, &writer.into_inner().unwrap()].concat()
}

proptest! {
    #[test]
    fn a_file_of_good_rows_says_what_it_was_made_from(
        rows in proptest::collection::vec(said(), 1..6),
        separator in prop_oneof![Just(b','), Just(b';'), Just(b'\t')],
        crlf in any::<bool>(),
        bom in any::<bool>(),
    ) {
        let bytes = file(&rows, separator, crlf, bom);
        let checked = check(&decode(&bytes).unwrap().text, &law::known(), today()).unwrap();
        prop_assert_eq!(&checked.faults, &vec![]);
        prop_assert_eq!(checked.good.len(), rows.len());
        for (number, (row, said)) in checked.good.iter().zip(&rows).enumerate() {
            prop_assert_eq!(row.row as usize, number + 2);
            said.is(row);
        }
    }

    #[test]
    fn no_bytes_panic(bytes in proptest::collection::vec(any::<u8>(), 0..400)) {
        if let Ok(file) = decode(&bytes) {
            let _ = check(&file.text, &law::known(), today());
        }
    }

    #[test]
    fn no_text_under_a_header_panics(text in "[a-z0-9\",;|\n\t é]{0,300}") {
        let header = Column::ALL.map(Column::header).join(",");
        if let Ok(checked) = checked(&format!("{header}\n{text}")) {
            // A row is good or has faults, never both.
            let bad = checked.bad_rows();
            prop_assert!(checked.good.iter().all(|row| !bad.contains(&row.row)));
            let _ = duplicates(&checked.good, &[]);
        }
    }
}
