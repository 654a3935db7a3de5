//! The addresses of pages, written once. No address says anything but where.

/// The sign-in page that leads back to a page of this portal.
pub fn sign_in_and_back(back: &str) -> String {
    if back == "/" { "/sign-in".into() } else { format!("/sign-in?back={}", back.replace('/', "%2F")) }
}
