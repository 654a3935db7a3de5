use super::*;

fn listed(name: &str, brotli: usize) -> Listed {
    Listed { name: name.to_owned(), bytes: brotli * 3, brotli }
}

#[test]
fn a_file_at_its_budget_passes_and_one_byte_more_is_named() {
    assert!(check(&[listed("portal_bg.wasm", 100_000), listed("portal.css", 14_000)]).is_ok());
    let failure =
        check(&[listed("portal_bg.wasm", 100_001), listed("portal.css", 14_000)]).unwrap_err().to_string();
    assert_eq!(failure, "portal_bg.wasm is 100001 bytes with brotli, 100000 at most");
}

#[test]
fn a_file_without_a_budget_is_refused() {
    assert!(check(&[listed("analytics.js", 1)]).is_err());
}

#[test]
fn files_without_wasm_leave_twelve_kilobytes_for_the_page() {
    let sum: usize = BUDGETS.iter().filter(|(name, _)| *name != "portal_bg.wasm").map(|(_, most)| most).sum();
    assert!(sum + 12_000 <= 50_000, "{sum}");
}
