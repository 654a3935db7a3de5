//! The real program, killed without warning right after it acknowledged a save.

use std::{
    io::{BufRead, BufReader, Read, Write},
    net::TcpStream,
    path::Path,
    process::{Child, Command, Stdio},
};

use domain::policy::{Actor, Facts, decide};
use store::{Clock, KeyFile, Store, backup::restore};
use tempfile::TempDir;

use crate::{
    answer::Answer,
    assessment::{fields, first_question, opens_assessment},
    people::{PASSWORD, TestApp},
};

/// The program, serving a data folder.
struct Process {
    child: Child,
    address: String,
}

impl Process {
    fn start(data: &Path) -> Self {
        let mut child = Command::new(env!("CARGO_BIN_EXE_server"))
            .args(["serve", "--contact", "portal@example.org", "--data"])
            .arg(data)
            .env("BIND", "127.0.0.1:0")
            .env("PORTAL_LOG", "warn")
            .stdout(Stdio::piped())
            .spawn()
            .unwrap();
        let mut line = String::new();
        BufReader::new(child.stdout.take().unwrap()).read_line(&mut line).unwrap();
        let address = line.trim().rsplit("http://").next().unwrap().to_owned();
        assert!(!address.is_empty(), "the server did not start");
        Self { child, address }
    }

    /// No warning, no clean-up: SIGKILL.
    fn kill(mut self) {
        self.child.kill().unwrap();
        self.child.wait().unwrap();
    }

    fn send(&self, method: &str, path: &str, cookie: &str, body: &str) -> Answer {
        self.send_with(method, path, cookie, "", body)
    }

    /// The same with more headers, each with the end of its line.
    fn send_with(&self, method: &str, path: &str, cookie: &str, headers: &str, body: &str) -> Answer {
        let mut stream = TcpStream::connect(&self.address).unwrap();
        let (host, length) = (&self.address, body.len());
        write!(
            stream,
            "{method} {path} HTTP/1.1\r\nHost: {host}\r\nOrigin: http://{host}\r\nCookie: {cookie}\r\n\
             Content-Type: application/x-www-form-urlencoded\r\nContent-Length: {length}\r\n{headers}Connection: close\r\n\r\n{body}"
        )
        .unwrap();
        let mut text = String::new();
        stream.read_to_string(&mut text).unwrap();
        let (head, body) = text.split_once("\r\n\r\n").unwrap();
        let mut lines = head.lines();
        let status = lines.next().unwrap().split(' ').nth(1).unwrap().parse().unwrap();
        let mut headers = axum::http::HeaderMap::new();
        for line in lines {
            let (name, value) = line.split_once(": ").unwrap();
            headers.append(name.parse::<axum::http::HeaderName>().unwrap(), value.parse().unwrap());
        }
        Answer { status, headers, body: body.to_owned() }
    }
}

/// The session's cookie that an answer gave.
fn cookie(answer: &Answer) -> String {
    answer.headers["set-cookie"].to_str().unwrap().split(';').next().unwrap().to_owned()
}

fn encode(fields: &[(&str, &str)]) -> String {
    serde_html_form::to_string(fields).unwrap()
}

#[test]
fn what_was_acknowledged_survives_a_kill() {
    let folder = tempfile::tempdir().unwrap();
    let portal = Process::start(folder.path());
    let sign_up = encode(&[("name", "Ann"), ("email", "ann@example.org"), ("password", PASSWORD)]);
    portal.send("POST", "/sign-up", "", &sign_up).is(303);
    let sign_in = encode(&[("email", "ann@example.org"), ("password", PASSWORD)]);
    let cookie = cookie(&portal.send("POST", "/sign-in", "", &sign_in).is(303));
    let register = encode(&[("name", "Bluebell Trust"), ("once", "00000000-0000-4000-8000-000000000001")]);
    portal.send("POST", "/organisation/register", &cookie, &register).is(303);
    portal.kill();

    for round in 0..10 {
        let portal = Process::start(folder.path());
        let once = format!("00000000-0000-4000-8000-0000000001{round:02}");
        let name = format!("Hall {round}");
        let fields = [
            ("name", name.as_str()),
            ("line1", "1 High Street"),
            ("town", "Birmingham"),
            ("postcode", "B1 1BB"),
            ("once", &once),
        ];
        portal.send("POST", "/premises/register", &cookie, &encode(&fields)).is(303);
        portal.kill();
    }

    let portal = Process::start(folder.path());
    let mut list = portal.send("GET", "/premises", &cookie, "").is(200);
    for round in 0..10 {
        list = list.shows(&format!("Hall {round}<"));
    }
    portal.kill();
}

/// Copies the SQLite database in a folder to another, and checks that the copy is sound.
async fn copy_whole(from: &Path, to: &Path) {
    let key = from.join("portal.key");
    let keys = KeyFile::read(&key).unwrap();
    let url = format!("sqlite://{}", from.join("portal.db").display());
    let store = Store::open(&url, &keys, Clock::system()).await.unwrap();
    let permit = decide(&Actor::System, (), &Facts::default()).unwrap();
    let sealed = to.join("copy");
    store.backup(&permit, &keys, &sealed).await.unwrap();
    restore(&keys, &sealed, to).await.unwrap();
    std::fs::copy(key, to.join("portal.key")).unwrap();
}

/// A data folder in which Ann has an assessment without answers; its first question's address.
async fn with_questions() -> (TempDir, String) {
    let t = TestApp::start().await;
    let ann = t.operator_of("Ann", "Bluebell Trust").await;
    let assessment = opens_assessment(&ann).await;
    let folder = tempfile::tempdir().unwrap();
    copy_whole(t.folder(), folder.path()).await;
    (folder, first_question(&ann, &assessment).await)
}

/// Answers the question there; where it leads.
fn answers(portal: &Process, cookie: &str, at: &str, note: &str) -> String {
    let page = portal.send("GET", at, cookie, "").is(200);
    let (fields, seen) = (fields(&page), page.field("seen"));
    let mut fields: Vec<(&str, &str)> = fields.iter().map(|(n, v)| (n.as_str(), v.as_str())).collect();
    fields.extend([("seen", seen.as_str()), ("note", note)]);
    portal.send("POST", at, cookie, &encode(&fields)).location().to_owned()
}

#[tokio::test(flavor = "multi_thread")]
async fn answers_survive_a_kill_as_they_were_typed() {
    let (folder, mut at) = with_questions().await;
    let sign_in = encode(&[("email", "ann@example.org"), ("password", PASSWORD)]);
    let portal = Process::start(folder.path());
    let cookie = cookie(&portal.send("POST", "/sign-in", "", &sign_in).is(303));
    portal.kill();

    let mut saved = Vec::new();
    for round in 0..12 {
        let portal = Process::start(folder.path());
        let note = |time: &str| format!("Round {round}, {time}: Tür & <b>gate</b>\r\nline two");
        answers(&portal, &cookie, &at, &note("first"));
        let next = answers(&portal, &cookie, &at, &note("then"));
        portal.kill();
        saved.push((std::mem::replace(&mut at, next), round));
    }

    let portal = Process::start(folder.path());
    for (at, round) in &saved {
        let page = portal.send("GET", at, &cookie, "").is(200);
        assert_eq!(page.field("seen"), "2", "{at}");
        let note = page.shows(">\nRound").body.split(">\nRound").nth(1).unwrap().to_owned();
        let note = note.split("</textarea>").next().unwrap().replace("\r\n", "\n");
        assert_eq!(note, format!(" {round}, then: Tür &amp; &lt;b&gt;gate&lt;/b&gt;\nline two"), "{at}");
    }
    let unanswered = portal.send("GET", &at, &cookie, "").is(200);
    assert_eq!(unanswered.field("seen"), "0", "nothing that nobody saved");
    portal.kill();
    // Sound after thirteen kills: this copies the database and checks the copy.
    copy_whole(folder.path(), tempfile::tempdir().unwrap().path()).await;
}

#[tokio::test(flavor = "multi_thread")]
async fn what_was_saved_by_itself_survives_a_kill() {
    let (folder, at) = with_questions().await;
    let sign_in = encode(&[("email", "ann@example.org"), ("password", PASSWORD)]);
    let portal = Process::start(folder.path());
    let cookie = cookie(&portal.send("POST", "/sign-in", "", &sign_in).is(303));
    portal.kill();
    for round in 0..5 {
        let portal = Process::start(folder.path());
        let (seen, note) = (round.to_string(), format!("typed in round {round}"));
        let body = encode(&[("seen", &seen), ("name", "Ann"), ("role", "Manager"), ("note", &note)]);
        let answer = portal.send_with("POST", &at, &cookie, "X-Autosave: yes\r\n", &body).is(200);
        portal.kill();
        answer.shows(&format!("saved {} ", round + 1));
    }
    let portal = Process::start(folder.path());
    portal.send("GET", &at, &cookie, "").is(200).shows("typed in round 4");
    portal.kill();
}
