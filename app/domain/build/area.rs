//! Checks the area tables and turns them into a sorted binary and Rust tables.

use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write as _;

use super::fault::{read, refuse, write};

const COUNCILS: &str = "content/area/councils.tsv";
const FORCES: &str = "content/area/forces.tsv";
const REGIONS: &str = "content/area/regions.tsv";
const POSTCODES: &str = "content/area/postcodes.txt";

/// The letters that end a postcode, in order.
const LETTERS: &str = "ABDEFGHJLNPQRSTUWXYZ";

/// Checks every table and writes `area.rs`, `outcodes.bin` and `starts.bin`.
pub fn generate() {
    let mut rust = String::new();
    let regions = table(REGIONS, ["slug", "name", "unit", "membership", "source"]);
    let forces = table(FORCES, ["name", "code", "ct_region"]);
    let councils = table(
        COUNCILS,
        [
            "code",
            "former",
            "name",
            "welsh",
            "council",
            "kind",
            "county",
            "nation",
            "region",
            "force",
            "valid_from",
            "valid_to",
            "successor",
        ],
    );

    let slugs: BTreeSet<&str> = regions.iter().map(|(_, [slug, ..])| slug.as_str()).collect();
    for (line, [slug, _, _, membership, _]) in &regions {
        if !slug.bytes().all(|b| b.is_ascii_lowercase() || b == b'-') || slug.is_empty() {
            refuse(REGIONS, *line, &format!("`{slug}` is not a slug"));
        }
        if !["confirmed", "partly", "unconfirmed"].contains(&membership.as_str()) {
            refuse(REGIONS, *line, &format!("unknown membership `{membership}`"));
        }
    }
    let mut region_of = BTreeMap::new();
    for (line, [name, _, region]) in &forces {
        if !slugs.contains(region.as_str()) {
            refuse(FORCES, *line, &format!("unknown region `{region}`"));
        }
        region_of.insert(name.as_str(), region.as_str());
    }

    emit(&mut rust, "REGIONS", 5, regions.iter().map(|(_, row)| row.to_vec()));
    emit(&mut rust, "FORCES", 3, forces.iter().map(|(_, row)| row.to_vec()));
    emit(&mut rust, "COUNCILS", 14, councils.iter().map(|(line, row)| council(*line, row, &region_of)));
    write("area.rs", rust);

    let codes: Vec<&str> = councils.iter().map(|(_, [code, ..])| code.as_str()).collect();
    for (pair, (line, _)) in codes.windows(2).zip(councils.iter().skip(1)) {
        if let [before, after] = pair
            && before >= after
        {
            refuse(COUNCILS, *line, "codes are not in ascending order");
        }
    }
    postcodes(&codes);
}

/// A council's row with its region behind it.
fn council(line: usize, row: &[String; 13], region_of: &BTreeMap<&str, &str>) -> Vec<String> {
    let [code, former, _, _, _, _, _, _, _, force, from, to, _] = row;
    let former = Some(former).filter(|former| !former.is_empty());
    for gss in [Some(code), former].into_iter().flatten() {
        let digits = gss.strip_prefix(['E', 'W', 'S', 'N']);
        if !digits.is_some_and(|d| d.len() == 8 && d.bytes().all(|b| b.is_ascii_digit())) {
            refuse(COUNCILS, line, &format!("`{gss}` is not a GSS code"));
        }
    }
    for day in [from, to] {
        let read = day.parse::<toml::value::Datetime>();
        let whole = read.is_ok_and(|read| read.date.is_some() && read.time.is_none());
        if !(whole || day.is_empty()) {
            refuse(COUNCILS, line, &format!("`{day}` is not a day (2027-03-31)"));
        }
    }
    let Some(region) = region_of.get(force.as_str()) else {
        refuse(COUNCILS, line, &format!("unknown police force `{force}`"));
    };
    let mut row = row.to_vec();
    row.push((*region).to_owned());
    row
}

/// The rows of a tab-separated file with its line numbers, after comments and the heading.
fn table<const N: usize>(path: &str, heading: [&str; N]) -> Vec<(usize, [String; N])> {
    let text = read(path);
    let mut lines = text.lines().enumerate().filter(|(_, line)| !line.starts_with('#'));
    let expected = heading.join("\t");
    match lines.next() {
        Some((_, found)) if found == expected => {}
        Some((at, _)) => refuse(path, at + 1, &format!("the heading must be `{expected}`")),
        None => refuse(path, 1, "the file is empty"),
    }
    lines
        .map(|(at, line)| {
            let mut cells = line.split('\t').map(str::to_owned);
            let row = std::array::from_fn(|_| cells.next().unwrap_or_default());
            if cells.next().is_some() || row.first().is_none_or(String::is_empty) {
                refuse(path, at + 1, "wrong number of columns, or no key");
            }
            (at + 1, row)
        })
        .collect()
}

fn emit(rust: &mut String, name: &str, width: usize, rows: impl Iterator<Item = Vec<String>>) {
    let rows: Vec<_> = rows.collect();
    // Writing to a String cannot fail.
    let _ = writeln!(rust, "static {name}_ROWS: [[&str; {width}]; {}] = {rows:?};", rows.len());
}

/// Writes the outcodes (four bytes, padded with spaces, then the index of the first start) and the
/// starts (incode number, then council index), all numbers little-endian.
fn postcodes(codes: &[&str]) {
    let text = read(POSTCODES);
    let (mut outcodes, mut starts) = (Vec::new(), Vec::new());
    let mut before = String::new();
    for (at, line) in text.lines().enumerate().filter(|(_, line)| !line.starts_with('#')) {
        let at = at + 1;
        let mut parts = line.split(' ');
        let (Some(outcode), Some(named)) = (parts.next(), parts.next()) else {
            refuse(POSTCODES, at, "an outcode and its councils are needed");
        };
        if outcode <= before.as_str() || !(2..=4).contains(&outcode.len()) {
            refuse(POSTCODES, at, "outcodes are not in ascending order, or not an outcode");
        }
        outcode.clone_into(&mut before);
        let named: Vec<u16> = named.split(',').map(|code| index(codes, code, at)).collect();
        outcodes.extend_from_slice(format!("{outcode:<4}").as_bytes());
        outcodes.extend_from_slice(&u32::try_from(starts.len() / 4).unwrap_or(u32::MAX).to_le_bytes());
        for (incode, council) in steps(parts.next().unwrap_or("a"), &named, at) {
            starts.extend_from_slice(&incode.to_le_bytes());
            starts.extend_from_slice(&council.to_le_bytes());
        }
    }
    write("outcodes.bin", outcodes);
    write("starts.bin", starts);
}

fn index(codes: &[&str], code: &str, line: usize) -> u16 {
    match codes.binary_search(&code).map(u16::try_from) {
        Ok(Ok(index)) => index,
        _ => refuse(POSTCODES, line, &format!("unknown council `{code}`")),
    }
}

/// Reads `a5ABb`: from which incode on which council.
fn steps(text: &str, named: &[u16], line: usize) -> Vec<(u16, u16)> {
    let (mut found, mut sector, mut letters) = (Vec::<(u16, u16)>::new(), 0u16, Vec::new());
    for c in text.chars() {
        if let Some(digit) = c.to_digit(10).and_then(|digit| u16::try_from(digit).ok()) {
            sector = digit;
        } else if let Some(place) = LETTERS.find(c).and_then(|place| u16::try_from(place).ok()) {
            letters.push(place);
        } else {
            let council = u32::from(c)
                .checked_sub(u32::from('a'))
                .and_then(|place| named.get(usize::try_from(place).ok()?));
            let incode = match (found.last(), letters.as_slice()) {
                (None, []) => 0,
                (Some(_), [first, second]) => sector * 400 + first * 20 + second,
                _ => refuse(POSTCODES, line, &format!("not readable at `{c}`")),
            };
            let Some(council) = council else {
                refuse(POSTCODES, line, &format!("no council for the letter `{c}`"));
            };
            if found.last().is_some_and(|(last, _)| *last >= incode) {
                refuse(POSTCODES, line, "postcodes are not in ascending order");
            }
            found.push((incode, *council));
            letters.clear();
        }
    }
    if !letters.is_empty() || found.is_empty() {
        refuse(POSTCODES, line, "the third part ends too early");
    }
    found
}
