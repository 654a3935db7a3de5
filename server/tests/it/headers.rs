//! Headers on every answer, and requests that are none of ours.

use std::collections::HashSet;

use axum::http::Method;

use crate::people::TestApp;

const FORM: (&str, &str) = ("content-type", "application/x-www-form-urlencoded");

#[tokio::test]
async fn every_answer_has_the_headers() {
    let t = TestApp::start().await;
    let ann = t.operator_of("Ann", "Bluebell Trust").await;
    let answers = [
        ann.get("/").await,
        ann.get("/nowhere").await,
        ann.get("/premises").await,
        t.anybody().get("/premises").await,
        ann.send(Method::DELETE, "/premises", &[("sec-fetch-site", "same-origin")], String::new()).await,
        ann.send(Method::POST, "/premises/register", &[("sec-fetch-site", "cross-site"), FORM], "a=b".into())
            .await,
        ann.post("/premises/register", &[("surprise", "field")]).await,
        t.anybody().post("/sign-in", &[]).await,
        t.anybody().get("/assets/0000/nothing.css").await,
        t.anybody().post("/sign-up", &[("name", &"x".repeat(70_000))]).await,
    ];
    let statuses: Vec<_> = answers.iter().map(|answer| answer.status.as_u16()).collect();
    assert_eq!(statuses, [200, 404, 200, 303, 405, 403, 400, 422, 404, 413]);
    for answer in answers {
        for (name, value) in [
            ("x-content-type-options", "nosniff"),
            ("referrer-policy", "same-origin"),
            ("cross-origin-opener-policy", "same-origin"),
            ("cross-origin-embedder-policy", "require-corp"),
            ("cross-origin-resource-policy", "same-origin"),
            ("cache-control", "no-store"),
        ] {
            assert_eq!(
                answer.headers.get(name).map(|v| v.to_str().unwrap()),
                Some(value),
                "{} {name}",
                answer.status
            );
        }
        let policy = answer.headers["content-security-policy"].to_str().unwrap();
        assert!(
            policy.contains("default-src 'none'") && policy.contains("frame-ancestors 'none'"),
            "{policy}"
        );
        assert!(!policy.contains("unsafe-inline") && !policy.contains("'unsafe-eval'"), "{policy}");
    }
}

#[tokio::test]
async fn each_page_has_a_nonce_of_its_own() {
    let t = TestApp::start().await;
    let mut nonces = HashSet::new();
    for _ in 0..200 {
        let answer = t.anybody().get("/").await;
        let policy = answer.headers["content-security-policy"].to_str().unwrap().to_owned();
        let nonce = policy.split("'nonce-").nth(1).unwrap().split('\'').next().unwrap().to_owned();
        assert!(answer.body.contains(&format!("nonce=\"{nonce}\"")));
        assert!(answer.body.ends_with("</html>"));
        nonces.insert(nonce);
    }
    assert_eq!(nonces.len(), 200);
}

#[tokio::test]
async fn forms_count_from_our_own_pages_only() {
    let t = TestApp::start().await;
    let ann = t.operator("Ann").await;
    let body = || "name=Bluebell&number=&once=00000000-0000-4000-8000-000000000001".to_owned();
    let send = async |headers: &[(&str, &str)]| {
        let mut headers = headers.to_vec();
        headers.push(FORM);
        ann.send(Method::POST, "/organisation/register", &headers, body()).await.status.as_u16()
    };
    for foreign in [
        &[("sec-fetch-site", "cross-site")][..],
        &[("sec-fetch-site", "same-site")],
        &[("origin", "https://evil.example")],
        &[("origin", "null")],
        &[],
    ] {
        assert_eq!(send(foreign).await, 403, "{foreign:?}");
    }
    assert_eq!(send(&[("origin", "http://portal.test")]).await, 303);
}
