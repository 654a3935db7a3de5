//! Every route, tried as everybody.

use std::collections::BTreeMap;

use app::routes::{Route, routes};
use axum::http::Method;
use domain::policy::{Action, Role, table::rules};

use crate::people::{TestApp, Visitor};

/// A path with some object's id in place of each parameter.
fn somebody_elses(path: &str) -> String {
    path.split('/')
        .map(|part| match part {
            "{council}" => "E08000025",
            "{token}" => "0000000000000000000000000000000000000000000000000000000000000000",
            part if part.starts_with('{') => "00000000-0000-4000-8000-000000000000",
            part => part,
        })
        .collect::<Vec<_>>()
        .join("/")
}

async fn tries(person: &Visitor, route: &Route) -> u16 {
    let path = somebody_elses(route.path);
    let answer =
        if route.method == Method::GET { person.get(&path).await } else { person.post(&path, &[]).await };
    answer.status.as_u16()
}

#[tokio::test]
async fn nobody_reaches_what_the_table_does_not_give_them() {
    let t = TestApp::start().await;
    let everybody = t.everybody().await;
    let mut cells = 0;
    // Signing out comes last: after it nobody is who they were.
    let mut table = routes(true).table().to_vec();
    table.sort_by_key(|route| route.path.contains("sign-out"));
    for route in &table {
        let roles: Vec<Role> = rules(route.action).iter().map(|(role, ..)| *role).collect();
        for (name, held, person) in &everybody {
            let status = tries(person, route).await;
            let ever = held.iter().any(|role| roles.contains(role));
            let what = format!("{name}: {} {} answered {status}", route.method, route.path);
            if held.contains(&Role::Anonymous) && !ever {
                let expected = if route.method == Method::GET { 303 } else { 401 };
                assert_eq!(status, expected, "{what}");
            } else if !ever {
                let own_start =
                    matches!(route.action, Action::SignIn | Action::SignUp) && route.method == Method::GET;
                assert_eq!(status, if own_start { 303 } else { 404 }, "{what}");
            } else if route.path.contains("{id}") {
                // Nothing has this id, so even those who could never learn more than that.
                assert!([400, 404].contains(&status), "{what}");
            } else {
                assert_ne!(status, 403, "{what}");
                assert!(status < 500, "{what}");
            }
            cells += 1;
        }
    }
    println!("matrix: {cells} cells");
}

#[tokio::test]
async fn a_route_stands_in_the_table_once() {
    let mut seen = BTreeMap::new();
    for route in routes(true).table() {
        let before = seen.insert((route.path, route.method.to_string()), route.action);
        assert!(before.is_none(), "{} {}", route.method, route.path);
    }
}
