use super::*;

#[test]
fn a_changed_byte_a_new_file_and_another_toolchain_each_change_the_stamp() {
    let root = tempfile::tempdir().unwrap();
    let root = root.path();
    fs::create_dir_all(root.join("app/src")).unwrap();
    fs::write(root.join("Cargo.lock"), "one").unwrap();
    fs::write(root.join("app/src/lib.rs"), "two").unwrap();
    let stamp = |toolchain| stamp_of(root, &["Cargo.lock", "app"], toolchain).unwrap();

    let first = stamp("rustc 1.95");
    assert_eq!(first, stamp("rustc 1.95"));
    assert_ne!(first, stamp("rustc 1.96"));

    fs::write(root.join("app/src/lib.rs"), "twp").unwrap();
    let second = stamp("rustc 1.95");
    assert_ne!(first, second);

    fs::write(root.join("app/src/new.rs"), "").unwrap();
    assert_ne!(second, stamp("rustc 1.95"));
}

#[test]
fn a_missing_input_is_named_with_what_to_do() {
    let root = tempfile::tempdir().unwrap();
    let failure = stamp_of(root.path(), &["absent"], "").unwrap_err().to_string();
    assert!(failure.contains("absent") && failure.contains("make setup"), "{failure}");
}
