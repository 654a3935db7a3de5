use super::*;

const FULL: ContactFields = ContactFields {
    phone: "0121 496 0000",
    email: "Ann@Example.org",
    line1: "1 High Street",
    line2: "",
    town: "Birmingham",
    postcode: "b11bb",
};

fn checked(fields: ContactFields) -> Result<Contact, Errors> {
    let mut errors = Errors::none();
    let contact = fields.check(&mut errors);
    errors.or(|| contact)
}

#[test]
fn all_of_it_or_nothing_of_it_is_fine() {
    let contact = checked(FULL).unwrap();
    assert_eq!(contact.lines(), ["0121 496 0000", "ann@example.org", "1 High Street, Birmingham, B1 1BB"]);
    assert!(checked(ContactFields::default()).unwrap().is_empty());
}

#[test]
fn each_field_has_its_own_error() {
    for (fields, field, code) in [
        (ContactFields { phone: "no", ..FULL }, "phone", "phone-invalid"),
        (ContactFields { email: "no", ..FULL }, "email", "email-invalid"),
        (ContactFields { line1: " ", ..FULL }, "line1", "missing"),
        (ContactFields { line2: "\u{7}", ..FULL }, "line2", "not-text"),
        (ContactFields { town: "", ..FULL }, "town", "missing"),
        (ContactFields { postcode: "", ..FULL }, "postcode", "missing"),
        (ContactFields { postcode: "XYZ", ..FULL }, "postcode", "postcode-invalid"),
    ] {
        let errors = checked(fields).unwrap_err();
        assert_eq!(errors.of(field), Some(code), "{field}");
        assert_eq!(errors.iter().count(), 1, "{field}");
    }
}
