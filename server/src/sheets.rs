//! Commands that answer a file with a file. They need no database and no key.

use std::{
    fs,
    io::{self, Write},
    path::Path,
};

use app::words::{deadlines as deadline_words, screening as screening_words, sheet as words};
use domain::{
    deadlines, law, screening,
    sheet::{self, BadSheet, Fault},
};
use store::Clock;

#[cfg(test)]
mod tests;

/// Which tier each site of a file is in, by the law of today.
///
/// # Errors
/// What is wrong with the file, or a line for each wrong cell; the other rows are answered all the same.
pub fn scope(file: &Path) -> Result<(), String> {
    finish(file, screened(&read(file)?))
}

/// The last day in time for each case of a file.
///
/// # Errors
/// As for [`scope`].
pub fn deadlines(file: &Path) -> Result<(), String> {
    finish(file, counted(&read(file)?))
}

/// An answer, and what is wrong with the rows that have none.
type Answered = Result<(Vec<u8>, Vec<Fault>), BadSheet>;

fn screened(bytes: &[u8]) -> Answered {
    let (law, today) = (law::known(), Clock::system().today());
    Ok(answered(screening_words::HEADER, screening::sites(bytes, &law, today)?, |site| {
        let screened = screening::screen(&site, &law, today);
        screening_words::cells(site.id, &screened, today)
    }))
}

fn counted(bytes: &[u8]) -> Answered {
    Ok(answered(deadline_words::HEADER, deadlines::cases(bytes)?, |case| {
        deadline_words::cells(case.id, deadlines::working(case.trigger, case.commencement))
    }))
}

fn answered<T, const N: usize>(
    header: [&str; N],
    rows: Vec<Result<T, Vec<Fault>>>,
    answer: impl Fn(T) -> [String; N],
) -> (Vec<u8>, Vec<Fault>) {
    let mut faults = Vec::new();
    let mut good = Vec::with_capacity(rows.len());
    for row in rows {
        match row {
            Ok(row) => good.push(answer(row)),
            Err(wrong) => faults.extend(wrong),
        }
    }
    (sheet::write(header, good), faults)
}

fn read(file: &Path) -> Result<Vec<u8>, String> {
    fs::read(file).map_err(|error| format!("{}: {error}", file.display()))
}

fn finish(file: &Path, answered: Answered) -> Result<(), String> {
    let (answer, faults) =
        answered.map_err(|bad| format!("{}: {}", file.display(), words::bad_sheet(&bad)))?;
    match io::stdout().write_all(&answer) {
        Err(error) if error.kind() != io::ErrorKind::BrokenPipe => return Err(error.to_string()),
        _ => {}
    }
    if faults.is_empty() {
        return Ok(());
    }
    Err(faults.iter().map(words::fault_line).collect::<Vec<_>>().join("\n"))
}
