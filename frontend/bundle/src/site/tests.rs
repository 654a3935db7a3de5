use super::*;

fn style(text: &str) -> Vec<File> {
    vec![File { name: "portal.css", bytes: text.as_bytes().to_vec() }]
}

fn names(folder: &Path) -> Vec<String> {
    let mut names: Vec<String> = fs::read_dir(folder)
        .unwrap()
        .map(|entry| entry.unwrap().file_name().into_string().unwrap())
        .collect();
    names.sort();
    names
}

#[test]
fn a_new_bundle_replaces_the_old_folder_and_is_found_by_its_inputs() {
    let site = tempfile::tempdir().unwrap();
    let site = site.path();
    let old = write(site, &style("a{color:red}"), false, "one".to_owned()).unwrap();
    let new = write(site, &style("a{color:blue}"), false, "two".to_owned()).unwrap();

    assert_ne!(old.hash, new.hash);
    assert_eq!(names(site), [new.hash.clone(), "manifest.json".to_owned()]);
    assert!(current(site, "one").is_none());
    assert_eq!(current(site, "two").unwrap().hash, new.hash);

    fs::remove_file(site.join(&new.hash).join("portal.css")).unwrap();
    assert!(current(site, "two").is_none(), "a bundle with a file missing is not whole");
}

#[test]
fn compressed_copies_are_kept_only_where_smaller_and_unpack_to_the_file() {
    let site = tempfile::tempdir().unwrap();
    let long = "a{color:red}".repeat(200);
    let manifest = write(site.path(), &style(&long), false, String::new()).unwrap();
    let folder = site.path().join(&manifest.hash);
    assert_eq!(names(&folder), ["portal.css", "portal.css.br", "portal.css.gz"]);

    let mut plain = Vec::new();
    let packed = fs::read(folder.join("portal.css.br")).unwrap();
    brotli::BrotliDecompress(&mut packed.as_slice(), &mut plain).unwrap();
    assert_eq!(plain, long.as_bytes());
    assert_eq!(manifest.files.first().unwrap().brotli, packed.len());

    let short = write(site.path(), &style("a"), false, String::new()).unwrap();
    assert_eq!(names(&site.path().join(&short.hash)), ["portal.css"]);
    assert_eq!(short.files.first().unwrap().brotli, 1);
}

#[test]
fn over_budget_leaves_the_last_good_bundle_alone() {
    let site = tempfile::tempdir().unwrap();
    let good = write(site.path(), &style("a"), false, "good".to_owned()).unwrap();
    let noise: Vec<u8> = (0_u32..1_000).flat_map(|n| Sha256::digest(n.to_be_bytes()).to_vec()).collect();
    let large = [File { name: "portal.css", bytes: noise }];
    assert!(write(site.path(), &large, false, "bad".to_owned()).is_err());
    assert_eq!(current(site.path(), "good").unwrap().hash, good.hash);
}
