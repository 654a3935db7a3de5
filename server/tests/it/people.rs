//! The portal for one test, and the people who use it.

use std::net::SocketAddr;

use app::{Assets, Portal};
use axum::{
    Router,
    body::{Body, to_bytes},
    extract::ConnectInfo,
    http::{Method, Request, header},
};
use chrono::TimeDelta;
use domain::{
    account::{Password, PersonName},
    forms::account::{Invite, Join, SignUp},
    policy::{Actor, Facts, Grant, Role, decide},
};
use server::{config::ServeArgs, router};
use store::{
    Clock, Store,
    testing::{Statements, TestDatabase},
};
use tower::ServiceExt;
use uuid::Uuid;

use crate::answer::Answer;

pub const PASSWORD: &str = "a quiet harbour at dusk";

/// The portal over a new database.
pub struct TestApp {
    pub store: Store,
    pub clock: Clock,
    pub statements: Statements,
    database: TestDatabase,
    router: Router,
}

/// Somebody with a browser.
#[derive(Clone)]
pub struct Visitor {
    router: Router,
    cookie: Option<String>,
}

impl TestApp {
    pub async fn start() -> Self {
        Self::of(false).await
    }

    /// The demonstration, with its made-up premises.
    pub async fn demonstration() -> Self {
        let t = Self::of(true).await;
        server::demo::seed(&t.store).await.unwrap();
        t
    }

    async fn of(demo: bool) -> Self {
        let database = TestDatabase::sqlite().unwrap();
        let clock = Clock::system();
        let (store, statements) = database.open(clock.clone()).await.unwrap().watched();
        let portal = Portal {
            store: store.clone(),
            assets: Assets { hash: "0000000000000000".into(), islands: true },
            demo,
            contact: "portal@example.org".into(),
        };
        let args = ServeArgs {
            bind: "127.0.0.1:0".parse().unwrap(),
            demo,
            tls: false,
            contact: None,
            trusted_proxies: Vec::new(),
        };
        let router = router::router(portal, &args).unwrap();
        Self { store, clock, statements, database, router }
    }

    /// The folder of the database and its key.
    pub fn folder(&self) -> &std::path::Path {
        self.database.folder.path()
    }

    /// Somebody who is not signed in.
    pub fn anybody(&self) -> Visitor {
        Visitor { router: self.router.clone(), cookie: None }
    }

    /// A venue operator who has signed up and in, with no organisation yet.
    pub async fn operator(&self, name: &str) -> Visitor {
        let permit = decide(&Actor::Anonymous, (), &Facts::default()).unwrap();
        let person = SignUp {
            name: PersonName::new(name).unwrap(),
            email: format!("{}@example.org", name.to_lowercase()).parse().unwrap(),
            password: Password::new(PASSWORD).unwrap(),
        };
        self.store.sign_up(&permit, &person).await.unwrap();
        self.anybody().signs_in(name).await
    }

    /// A venue operator with an organisation.
    pub async fn operator_of(&self, name: &str, organisation: &str) -> Visitor {
        let person = self.operator(name).await;
        person.fills_in("/organisation/register", &[("name", organisation), ("number", "")]).await.is(303);
        person
    }

    /// Somebody joins the organisation of one of its administrators, as `member` or `administrator`.
    pub async fn joins(&self, administrator: &Visitor, name: &str, role: &str) -> Visitor {
        let link = administrator.invites(name, role).await;
        let person = self.operator(name).await;
        assert_eq!(person.post(&link, &[]).await.location(), "/premises");
        person
    }

    /// Somebody who was invited to a role, and has signed in.
    pub async fn invited(&self, name: &str, grant: Grant) -> Visitor {
        let email = format!("{}@example.org", name.to_lowercase()).parse().unwrap();
        let may_invite = decide(&Actor::System, (), &Facts::default()).unwrap();
        let invite = Invite { email, grant };
        let secret = self.store.invite(&may_invite, Uuid::new_v4(), &invite).await.unwrap();
        let may_accept = decide(&Actor::Anonymous, (), &Facts::default()).unwrap();
        let join = Join { name: PersonName::new(name).unwrap(), password: Password::new(PASSWORD).unwrap() };
        self.store.accept_invitation(&may_accept, &secret, &join).await.unwrap();
        self.anybody().signs_in(name).await
    }

    /// An adviser of a region, such as `west-midlands`.
    pub async fn ctsa(&self, name: &str, region: &str) -> Visitor {
        self.invited(name, Grant::Ctsa(region.parse().unwrap())).await
    }

    /// A viewer for a council, such as `E08000025`.
    pub async fn council(&self, name: &str, council: &str) -> Visitor {
        self.invited(name, Grant::Council(council.parse().unwrap())).await
    }

    /// An administrator.
    pub async fn administrator(&self, name: &str) -> Visitor {
        self.invited(name, Grant::Administrator).await
    }

    /// Time passes.
    pub fn wait(&self, by: TimeDelta) {
        self.clock.shift(by);
    }
}

impl Visitor {
    /// Opens a page.
    pub async fn get(&self, path: &str) -> Answer {
        self.send(Method::GET, path, &[("sec-fetch-site", "none")], String::new()).await
    }

    /// Sends a form from our own page.
    pub async fn post(&self, path: &str, fields: &[(&str, &str)]) -> Answer {
        let headers = [
            ("sec-fetch-site", "same-origin"),
            ("origin", "http://portal.test"),
            ("content-type", "application/x-www-form-urlencoded"),
        ];
        self.send(Method::POST, path, &headers, encode(fields)).await
    }

    /// Opens a page with a form, fills it in and sends it with its hidden fields.
    pub async fn fills_in(&self, path: &str, fields: &[(&str, &str)]) -> Answer {
        let page = self.get(path).await.is(200);
        let hidden: Vec<(String, String)> = page
            .body
            .split('<')
            .filter(|tag| tag.starts_with("input") && tag.contains("type=\"hidden\""))
            .map(|tag| {
                let of = |name: &str| {
                    let value =
                        tag.split(&format!(" {name}=\"")).nth(1).and_then(|rest| rest.split('"').next());
                    value.unwrap_or("").to_owned()
                };
                (of("name"), of("value"))
            })
            .collect();
        let mut all: Vec<(&str, &str)> =
            hidden.iter().map(|(name, value)| (name.as_str(), value.as_str())).collect();
        all.extend(fields);
        self.post(path, &all).await
    }

    /// Invites a colleague; answers the path of their link.
    pub async fn invites(&self, name: &str, role: &str) -> String {
        let email = format!("{}@example.org", name.to_lowercase());
        let made = self.fills_in("/organisation/members/invite", &[("email", &email), ("role", role)]).await;
        let made = made.is(200);
        let link = made.body.split("<code>http://portal.test").nth(1).and_then(|rest| rest.split('<').next());
        link.unwrap().to_owned()
    }

    /// Sends whatever a browser, or somebody who is none, might send.
    pub async fn send(&self, method: Method, path: &str, headers: &[(&str, &str)], body: String) -> Answer {
        self.send_bytes(method, path, headers, body.into_bytes()).await
    }

    /// The same with a body that need not be text.
    pub async fn send_bytes(
        &self,
        method: Method,
        path: &str,
        headers: &[(&str, &str)],
        body: Vec<u8>,
    ) -> Answer {
        let mut request = Request::builder().method(method).uri(path).header(header::HOST, "portal.test");
        for (name, value) in headers {
            request = request.header(*name, *value);
        }
        if let Some(cookie) = &self.cookie {
            request = request.header(header::COOKIE, cookie);
        }
        let peer: SocketAddr = "127.0.0.1:4000".parse().unwrap();
        let request = request.extension(ConnectInfo(peer)).body(Body::from(body)).unwrap();
        let (head, body) = self.router.clone().oneshot(request).await.unwrap().into_parts();
        let body = to_bytes(body, usize::MAX).await.unwrap();
        Answer {
            status: head.status,
            headers: head.headers,
            body: String::from_utf8_lossy(&body).into_owned(),
        }
    }

    /// The same browser, signed in as somebody.
    pub async fn signs_in(&self, name: &str) -> Self {
        let email = format!("{}@example.org", name.to_lowercase());
        let answer = self.post("/sign-in", &[("email", &email), ("password", PASSWORD)]).await;
        assert_eq!(answer.location(), "/");
        self.with_cookie_of(&answer)
    }

    /// The same browser, with the session that an answer gave it.
    pub fn with_cookie_of(&self, answer: &Answer) -> Self {
        let cookie = answer.headers[header::SET_COOKIE].to_str().unwrap();
        Self { cookie: cookie.split(';').next().map(str::to_owned), ..self.clone() }
    }
}

fn encode(fields: &[(&str, &str)]) -> String {
    serde_html_form::to_string(fields).unwrap()
}

impl TestApp {
    /// Somebody of each kind, with the roles they count as.
    pub async fn everybody(&self) -> Vec<(&'static str, Vec<Role>, Visitor)> {
        let mut people = vec![("anonymous", vec![Role::Anonymous], self.anybody())];
        people.push(("new operator", vec![Role::SignedIn, Role::Operator], self.operator("Nell").await));
        people.push((
            "organisation administrator",
            vec![Role::SignedIn, Role::Operator, Role::OperatorAdmin],
            self.operator_of("Olive", "Kingfisher Ltd").await,
        ));
        people.push((
            "organisation member",
            vec![Role::SignedIn, Role::Operator],
            self.joins(&people[2].2, "Mel", "member").await,
        ));
        let signed_in = |role| vec![Role::SignedIn, role];
        people.push(("adviser", signed_in(Role::Ctsa), self.ctsa("Cas", "west-midlands").await));
        people.push(("adviser elsewhere", signed_in(Role::Ctsa), self.ctsa("Cyn", "north-west").await));
        people.push(("council", signed_in(Role::Council), self.council("Vic", "E08000025").await));
        people.push(("council elsewhere", signed_in(Role::Council), self.council("Val", "E08000035").await));
        people.push(("administrator", signed_in(Role::Administrator), self.administrator("Ada").await));
        people
    }
}
