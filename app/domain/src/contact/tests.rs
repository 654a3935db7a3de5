use super::*;

#[test]
fn numbers_are_kept_as_people_write_them() {
    for text in
        ["0121 496 0000", "+44 121 496 0000", "(0121) 496-0000", "0121 496 0000 ext 12", " 01214960000 "]
    {
        assert_eq!(text.parse::<Phone>().unwrap().as_str(), text.trim(), "{text}");
    }
}

#[test]
fn what_is_no_number_is_refused() {
    for text in [
        "",
        "12345",
        "call me",
        "0121+496 0000",
        "0121 496 0000 ext <b>",
        "1234567890123456",
        "０１２１４９６００００",
    ] {
        assert!(text.parse::<Phone>().is_err(), "{text}");
    }
}

#[test]
fn nothing_of_a_contact_is_in_a_log() {
    let contact = Contact {
        phone: Some("0121 496 0000".parse().unwrap()),
        email: Some("ann@example.org".parse().unwrap()),
        address: None,
    };
    assert_eq!(format!("{contact:?} {:?}", contact.phone), "Contact Some(Phone)");
    assert_eq!(contact.lines(), ["0121 496 0000", "ann@example.org"]);
    assert!(!contact.is_empty() && Contact::default().is_empty());
}
