use super::{data_key::DataKey, *};
use crate::StoreError;
use zeroize::Zeroizing;

fn key(owner: &str, version: u32) -> DataKey {
    DataKey::new(owner.to_owned(), version, &Zeroizing::new([7; 32]))
}

const HERE: Place<'_> = Place { table: "premises", column: "details", row: b"row" };

#[test]
fn a_sealed_value_opens_where_it_was_sealed() {
    let sealed = key("ann", 1).seal(HERE, b"the back door").unwrap();
    assert_eq!(key("ann", 1).open(HERE, &sealed).unwrap().as_slice(), b"the back door");
    assert!(!sealed.windows(4).any(|part| part == b"back"));
    assert_ne!(sealed, key("ann", 1).seal(HERE, b"the back door").unwrap());
}

#[test]
fn a_moved_value_does_not_open() {
    let sealed = key("ann", 1).seal(HERE, b"the back door").unwrap();
    for place in [
        Place { table: "answer", ..HERE },
        Place { column: "name", ..HERE },
        Place { row: b"other", ..HERE },
        Place { table: "premisesd", column: "etails", ..HERE },
    ] {
        assert!(matches!(key("ann", 1).open(place, &sealed), Err(StoreError::Sealed)), "{place:?}");
    }
    for other in [key("bob", 1), key("ann", 2)] {
        assert!(matches!(other.open(HERE, &sealed), Err(StoreError::Sealed)));
    }
}

#[test]
fn a_changed_value_does_not_open() {
    let sealed = key("ann", 1).seal(HERE, b"the back door").unwrap();
    for place in 0..sealed.len() {
        let mut changed = sealed.clone();
        changed[place] ^= 1;
        assert!(key("ann", 1).open(HERE, &changed).is_err(), "byte {place}");
        assert!(key("ann", 1).open(HERE, &sealed[..place]).is_err(), "cut at {place}");
    }
}

#[test]
fn the_key_file_must_be_private_and_random() {
    use std::os::unix::fs::PermissionsExt;
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("portal.key");
    assert!(KeyFile::read(&path).is_err());
    KeyFile::read_or_make(&path).unwrap();
    KeyFile::read(&path).unwrap();
    std::fs::set_permissions(&path, std::fs::Permissions::from_mode(0o644)).unwrap();
    assert!(KeyFile::read(&path).is_err(), "readable by others");
    std::fs::set_permissions(&path, std::fs::Permissions::from_mode(0o600)).unwrap();
    for bad in ["", "00", &"0".repeat(64), &"ab".repeat(32), &"x".repeat(64)] {
        std::fs::write(&path, bad).unwrap();
        assert!(KeyFile::read(&path).is_err(), "{bad:?}");
    }
}

#[test]
fn a_repeated_request_makes_the_same_id_for_the_same_person() {
    let tokens = Tokens::new(&KeyFile::random().unwrap()).unwrap();
    let (ann, bob, once) = (uuid::Uuid::from_u128(1), uuid::Uuid::from_u128(2), uuid::Uuid::from_u128(3));
    assert_eq!(tokens.id("premises", ann, once), tokens.id("premises", ann, once));
    assert_ne!(tokens.id("premises", ann, once), tokens.id("premises", bob, once));
    assert_ne!(tokens.id("premises", ann, once), tokens.id("organisation", ann, once));
    assert_eq!(tokens.id("premises", ann, once).get_version_num(), 4);
}

#[test]
fn a_secret_is_read_back_from_its_link() {
    let secret = Secret::random().unwrap();
    let text = secret.to_string();
    assert_eq!(text.len(), 64);
    assert_eq!(text.parse::<Secret>().unwrap().digest(), secret.digest());
    assert!("zz".parse::<Secret>().is_err());
}
