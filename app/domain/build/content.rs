//! Checks the content files and embeds what they become.

use std::{
    error::Error,
    fs, io,
    path::{Path, PathBuf},
};

#[allow(dead_code, reason = "the build uses part of what the crate does")]
#[path = "../src/content/audience.rs"]
mod audience;
#[path = "../src/content/blocks.rs"]
mod blocks;
#[path = "../src/content/check.rs"]
mod check;
#[path = "../src/content/check_changes.rs"]
mod check_changes;
#[path = "../src/content/check_courses.rs"]
mod check_courses;
#[path = "../src/content/check_qualifications.rs"]
mod check_qualifications;
#[path = "../src/content/check_question.rs"]
mod check_question;
#[path = "../src/content/check_reach.rs"]
mod check_reach;
#[path = "../src/content/check_sources.rs"]
mod check_sources;
#[path = "../src/content/check_topics.rs"]
mod check_topics;
#[allow(dead_code, reason = "the build uses part of what the crate does")]
#[path = "../src/content/condition.rs"]
mod condition;
#[path = "../src/content/fault.rs"]
mod fault;
#[path = "../src/content/markup.rs"]
mod markup;
#[allow(dead_code, reason = "the build uses part of what the crate does")]
#[path = "../src/content/model.rs"]
mod model;
#[path = "../src/content/prose.rs"]
mod prose;
#[allow(dead_code, reason = "the build uses part of what the crate does")]
#[path = "../src/content/question_id.rs"]
mod question_id;
#[path = "../src/content/raw.rs"]
mod raw;
#[path = "../src/content/source.rs"]
mod source;

use audience::Audience;
use check::Folder;
use fault::File;

/// Where content that is not a question set lies.
const NOT_SETS: [&str; 4] = ["law", "area", "competent-person", "training"];

/// Checks everything below `content/` and writes `library.json`, `qualifications.rs` and `courses.rs`. Says whether all
/// is well, after telling Cargo of each fault.
pub fn embed(out: &Path) -> Result<bool, Box<dyn Error>> {
    for path in ["content", "build", "build.rs", "src/content"] {
        println!("cargo::rerun-if-changed={path}");
    }
    let sources = read(Path::new("content/law/sources.toml"))?;
    let released = read(Path::new("content/released.toml"))?;
    let topics = read(Path::new("content/readiness.toml"))?;
    let held = read(Path::new("content/competent-person/qualifications.toml"))?;
    let offered = read(Path::new("content/training/courses.toml"))?;
    let checked = check::library(&sources, &topics, &released, &folders()?).and_then(|library| {
        let qualifications = check_qualifications::check(&library.sources, &held)?;
        Ok((qualifications, check_courses::check(&library.sources, &offered)?, library))
    });
    match checked {
        Ok((qualifications, courses, library)) => {
            fs::write(out.join("courses.rs"), check_courses::table(&courses))?;
            fs::write(out.join("library.json"), serde_json::to_string(&library)?)?;
            fs::write(out.join("qualifications.rs"), check_qualifications::table(&qualifications))?;
            Ok(true)
        }
        Err(faults) => {
            for fault in faults {
                println!("cargo::error={fault}");
            }
            Ok(false)
        }
    }
}

fn folders() -> io::Result<Vec<Folder>> {
    let mut folders = Vec::new();
    for set in inside(Path::new("content"))? {
        let name = name(&set);
        if !set.is_dir() || NOT_SETS.contains(&name.as_str()) {
            continue;
        }
        for edition in inside(&set)? {
            let mut paths = inside(&edition)?;
            paths.retain(|path| path.extension().is_some_and(|kind| kind == "toml"));
            // set.toml says what the sections are checked against.
            paths.sort_by_key(|path| (!path.ends_with("set.toml"), path.clone()));
            let files = paths.iter().map(|path| read(path)).collect::<io::Result<_>>()?;
            folders.push(Folder { set: name.clone(), edition: self::name(&edition), files });
        }
    }
    Ok(folders)
}

fn inside(folder: &Path) -> io::Result<Vec<PathBuf>> {
    let entries = fs::read_dir(folder)?;
    let mut paths = entries.map(|entry| Ok(entry?.path())).collect::<io::Result<Vec<_>>>()?;
    paths.sort();
    Ok(paths)
}

fn name(path: &Path) -> String {
    path.file_name().unwrap_or_default().to_string_lossy().into_owned()
}

fn read(path: &Path) -> io::Result<File> {
    let text = fs::read_to_string(path)?;
    Ok(File { path: path.to_string_lossy().into_owned(), text })
}
