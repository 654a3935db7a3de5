mod changes;
mod courses;
mod faults;
mod plain;
mod qualifications;
mod released;
mod sets;
mod standard;
#[cfg(feature = "content")]
mod summary;
mod topics;
mod words;

use super::{
    check::{self, Folder},
    fault::File,
    model::Library,
};

/// Two sources, of which one is law and one is statutory guidance.
pub(super) const SOURCES: &str = r#"
[[source]]
id = "act"
title = "The Act"
edition = "2025"
kind = "law"
read = "read"
paragraph = [{ number = "s5", about = "Procedures" }]

[[source]]
id = "guidance"
title = "The guidance"
edition = "2026"
kind = "statutory-guidance"
read = "second-hand"
paragraph = [{ number = "7.32", about = "Writing down" }]

[[source]]
id = "own"
title = "General knowledge"
edition = "2026"
kind = "other"
read = "not-read"
"#;

/// A whole `set.toml`.
pub(super) const SET: &str = r#"id = "trial"
edition = "2026-11"
title = "A trial"
guidance_edition = "2026"
tiers = ["standard"]
note_max = 100
intro = "What to know."
"#;

/// A whole section of two questions; line 5 begins the first and line 18 the second.
pub(super) const SECTION: &str = r#"[section]
id = "people"
title = "People"
intro = "Who decides."
[[question]]
id = "people.decides"
text = "Does somebody decide?"
answer = { kind = "procedure" }
topics = [26]
act = "s5"
label = "law"
source = ["act s5"]
minutes = 5
guidance = "Choose **one** person."
good = "A name."
action = [{ when = ["no"], text = "Choose somebody.", priority = 1 }]

[[question]]
id = "people.deputy"
text = "Is there a deputy?"
answer = { kind = "yes-no" }
show_if = { question = "people.decides", is = ["yes", "partly"] }
topics = [26]
label = "good-practice"
source = ["own"]
minutes = 5
guidance = "Choose another."
good = "Two names."
"#;

pub(super) fn file(path: &str, text: &str) -> File {
    File { path: path.to_owned(), text: text.to_owned() }
}

pub(super) fn folder(set: &str, sections: &[(&str, &str)]) -> Folder {
    let path = |name: &str| format!("content/trial/2026-11/{name}");
    let mut files = vec![file(&path("set.toml"), set)];
    files.extend(sections.iter().map(|(name, text)| file(&path(name), text)));
    Folder { set: "trial".to_owned(), edition: "2026-11".to_owned(), files }
}

/// One topic of readiness.
pub(super) const TOPICS: &str = r#"
[[topic]]
id = "deciding"
title = "Who decides"
act = "s5"
"#;

/// What the check says, a line each.
pub(super) fn check(sources: &str, released: &str, folders: &[Folder]) -> Result<Library, String> {
    check_with(TOPICS, sources, released, folders)
}

/// What the check says of these topics, a line each.
pub(super) fn check_with(
    topics: &str,
    sources: &str,
    released: &str,
    folders: &[Folder],
) -> Result<Library, String> {
    let sources = file("content/law/sources.toml", sources);
    let released = file("content/released.toml", released);
    let topics = file("content/readiness.toml", topics);
    check::library(&sources, &topics, &released, folders)
        .map_err(|faults| faults.iter().map(ToString::to_string).collect::<Vec<_>>().join("\n"))
}
