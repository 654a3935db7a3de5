//! An encrypted copy while others write, and the way back.

use std::path::Path;

use domain::policy::{Actor, Facts, Permit, act, decide};
use store::{
    Clock, KeyFile, Store,
    backup::{BackupError, restore},
    testing::TestDatabase,
};

use crate::accounts::{email, person, sign_in_permit, sign_up_permit};

fn may_back_up() -> Permit<act::MakeBackup> {
    decide(&Actor::System, (), &Facts::default()).unwrap()
}

fn keys(database: &TestDatabase) -> KeyFile {
    KeyFile::read(&database.folder.path().join("portal.key")).unwrap()
}

async fn reopened(path: &Path, keys: &KeyFile) -> Store {
    Store::open(&format!("sqlite://{}?mode=rw", path.display()), keys, Clock::system()).await.unwrap()
}

#[tokio::test(flavor = "multi_thread")]
async fn a_backup_made_while_others_write_is_whole() {
    let database = TestDatabase::sqlite().unwrap();
    let (store, keys) = (database.open(Clock::system()).await.unwrap(), keys(&database));
    store.sign_up(&sign_up_permit(), &person("Ann")).await.unwrap();
    let writer = {
        let store = store.clone();
        tokio::spawn(async move {
            let permit: Permit<act::MakeResetLink> = decide(&Actor::System, (), &Facts::default()).unwrap();
            for _ in 0..200 {
                store.make_reset_link(&permit, &email("Ann")).await.unwrap();
            }
        })
    };
    let away = tempfile::tempdir().unwrap();
    let mut copies = Vec::new();
    while !writer.is_finished() || copies.is_empty() {
        let to = away.path().join(format!("{}.backup", copies.len()));
        let size = store.backup(&may_back_up(), &keys, &to).await.unwrap();
        assert_eq!(size, std::fs::metadata(&to).unwrap().len());
        copies.push(to);
    }
    writer.await.unwrap();
    for (place, copy) in copies.iter().enumerate() {
        let path = restore(&keys, copy, &away.path().join(place.to_string())).await.unwrap();
        let back = reopened(&path, &keys).await;
        let ann = back
            .sign_in(&sign_in_permit(), &email("Ann"), "a quiet harbour at dusk", "127.0.0.1")
            .await
            .unwrap();
        assert_eq!(back.person(ann).await.unwrap().name.as_str(), "Ann");
    }
    let left: Vec<_> = std::fs::read_dir(database.folder.path())
        .unwrap()
        .filter(|entry| entry.as_ref().unwrap().file_name().to_string_lossy().starts_with("backup-"))
        .collect();
    assert!(left.is_empty(), "{left:?}");
}

#[tokio::test(flavor = "multi_thread")]
async fn a_backup_opens_with_its_own_key_only_and_overwrites_nothing() {
    let database = TestDatabase::sqlite().unwrap();
    let (store, keys) = (database.open(Clock::system()).await.unwrap(), keys(&database));
    store.sign_up(&sign_up_permit(), &person("Ann")).await.unwrap();
    let away = tempfile::tempdir().unwrap();
    let file = away.path().join("portal.backup");
    store.backup(&may_back_up(), &keys, &file).await.unwrap();
    let bytes = std::fs::read(&file).unwrap();
    // Not even that it is a database can be seen.
    for plain in [&b"SQLite format"[..], b"CREATE TABLE", b"account", b"Ann"] {
        assert!(!bytes.windows(plain.len()).any(|part| part == plain), "{plain:?}");
    }
    assert!(matches!(store.backup(&may_back_up(), &keys, &file).await, Err(BackupError::File(..))));
    assert_eq!(std::fs::read(&file).unwrap(), bytes);

    let to = away.path().join("back");
    let other = KeyFile::random().unwrap();
    assert!(matches!(restore(&other, &file, &to).await, Err(BackupError::Sealed)));
    assert!(!to.join("portal.db").exists(), "nothing is left half written");
    restore(&keys, &file, &to).await.unwrap();
    assert!(matches!(restore(&keys, &file, &to).await, Err(BackupError::File(..))));
}

#[tokio::test(flavor = "multi_thread")]
async fn postgres_is_left_to_its_own_tools() {
    let database = TestDatabase::postgres().await.unwrap();
    let (store, keys) = (database.open(Clock::system()).await.unwrap(), keys(&database));
    let file = database.folder.path().join("portal.backup");
    let refused = store.backup(&may_back_up(), &keys, &file).await;
    assert!(matches!(refused, Err(BackupError::Postgres)));
    assert!(!file.exists());
}
