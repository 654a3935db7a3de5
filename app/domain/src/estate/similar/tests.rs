use super::*;

fn sketch(name: &str, postcode: &str, uprn: Option<&str>) -> Sketch {
    let uprn = uprn.map(|uprn| uprn.parse().unwrap());
    Sketch::new(&PremisesName::new(name).unwrap(), &postcode.parse().unwrap(), uprn)
}

fn found(there: Sketch, new: &Sketch) -> Option<Alike> {
    let mut index = Index::default();
    index.add(there, ());
    index.find(new).map(|(_, why)| why)
}

#[test]
fn a_uprn_tells_whatever_the_name_and_postcode() {
    let there = sketch("Old Hall", "B1 1BB", Some("0042"));
    assert_eq!(found(there.clone(), &sketch("Kestrel Arena", "M1 1AE", Some("42"))), Some(Alike::Uprn));
    assert_eq!(found(there, &sketch("Kestrel Arena", "M1 1AE", Some("43"))), None);
}

#[test]
fn similar_names_are_alike_at_one_postcode_only() {
    for (one, other, alike) in [
        ("Old Hall", "The Old Hall", true),
        ("Millbrook Theatre", "Milbrook Theater", true),
        ("Millbrook Theatre", "Theatre Millbrook", true),
        ("Rose & Crown", "Rose and Crown Ltd", true),
        ("St Mary’s Hall", "St Mary's Hall", true),
        ("Kestrel Bar", "Kestrel Cafe", false),
        ("Unit 1", "Unit 2", false),
        ("Studio 54", "Studio 54", true),
        ("Old Hall", "Kestrel Arena", false),
        ("The", "And", false),
        ("—", "***", true),
    ] {
        let there = sketch(one, "B1 1BB", None);
        let name = found(there.clone(), &sketch(other, "B1 1BB", None));
        assert_eq!(name, alike.then_some(Alike::Name), "{one} and {other}");
        assert_eq!(found(there, &sketch(other, "B1 1BA", None)), None, "{one} and {other}");
    }
}

#[test]
fn two_thousand_at_one_postcode_end_soon_and_equal_names_are_still_found() {
    let mut index = Index::default();
    for number in 0..2_000_u32 {
        let new =
            sketch(&format!("{} at the great long arcade of many shops", letters(number)), "B1 1BB", None);
        index.find(&new);
        index.add(new, number);
    }
    assert_eq!(index.measured, MOST_MEASURED);
    let again = sketch(&format!("{} at the great long arcade of many shops", letters(1_234)), "B1 1BB", None);
    assert!(index.find(&again).is_some());
}

/// A word without a digit in it.
fn letters(number: u32) -> String {
    number.to_string().chars().map(|c| char::from(b'a' + c as u8 - b'0').to_string().repeat(9)).collect()
}
