use super::*;

fn key(byte: u8) -> Key {
    Zeroizing::new([byte; 32])
}

fn sealed(plain: &[u8]) -> Vec<u8> {
    let mut out = Vec::new();
    let written = encrypt(&key(1), plain, &mut out).unwrap();
    assert_eq!(written, out.len() as u64);
    out
}

fn opened(key: &Key, sealed: &[u8]) -> Result<Vec<u8>, BackupError> {
    let mut out = Vec::new();
    decrypt(key, sealed, &mut out).map(|()| out)
}

#[test]
fn every_length_comes_back() {
    for length in [0, 1, CHUNK - 1, CHUNK, CHUNK + 1, 3 * CHUNK] {
        let plain: Vec<u8> = (0..length).map(|n| (n % 251) as u8).collect();
        assert!(opened(&key(1), &sealed(&plain)).unwrap() == plain, "{length}");
    }
}

#[test]
fn a_changed_cut_or_reordered_file_does_not_open() {
    let whole = sealed(&vec![7; 2 * CHUNK + 10]);
    let head = KIND.len() + NONCE;
    for at in [0, KIND.len(), head, head + CHUNK, whole.len() - 1] {
        let mut changed = whole.clone();
        changed[at] ^= 1;
        assert!(opened(&key(1), &changed).is_err(), "byte {at}");
    }
    // Cut between chunks: each chunk that is left is sound.
    for chunks in 0..=2 {
        let cut = &whole[..head + chunks * (CHUNK + TAG)];
        assert!(matches!(opened(&key(1), cut), Err(BackupError::Sealed)), "{chunks} chunks");
    }
    let mut swapped = whole.clone();
    let (first, second) = (head..head + CHUNK + TAG, head + CHUNK + TAG..head + 2 * (CHUNK + TAG));
    swapped[first.clone()].copy_from_slice(&whole[second.clone()]);
    swapped[second].copy_from_slice(&whole[first]);
    assert!(matches!(opened(&key(1), &swapped), Err(BackupError::Sealed)));
    assert!(matches!(opened(&key(2), &whole), Err(BackupError::Sealed)));
    assert!(matches!(opened(&key(1), b"SQLite format 3\0"), Err(BackupError::NotABackup)));
}
