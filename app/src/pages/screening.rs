//! Screening: a file of many sites, answered at once. Nothing is stored.

mod view;

use axum::{
    extract::{
        Multipart,
        multipart::{MultipartError, MultipartRejection},
    },
    http::{HeaderValue, StatusCode, header},
    response::{IntoResponse, Response},
};
use domain::{
    estate::import::decode,
    law,
    policy::act,
    screening::{Screened, screen, sites},
    sheet::{self, Fault},
};

use crate::{
    Page, PageError,
    form::Wrong,
    paths,
    request::Ctx,
    words::{screening as words, sheet::bad_sheet},
};

/// The most bytes of a file: 2,000 rows of ordinary length, several times over.
const LARGEST_FILE: usize = 1024 * 1024;
/// The most that the form can hold, in bytes.
pub const LARGEST_UPLOAD: usize = LARGEST_FILE + 64 * 1024;
/// The most rows of a file.
const MOST_ROWS: usize = 2_000;
/// Said of a file that is too large.
const TOO_LARGE: &str = "This is more than 1 MB or 2,000 rows. Use several files";

/// What was sent.
#[derive(Clone, Default)]
struct Sheet {
    file: Vec<u8>,
    pasted: String,
    download: bool,
}

/// What came of it.
#[derive(Clone)]
struct Answered {
    text: String,
    sites: Vec<(String, Screened)>,
    faults: Vec<Fault>,
}

/// The form.
pub async fn get(ctx: Ctx) -> Result<Page, PageError> {
    ctx.permit::<act::ScreenSites>(()).await?;
    Ok(page(String::new(), Wrong::nothing()))
}

/// Answers a file with a page or, on demand, with a file.
pub async fn post(ctx: Ctx, sent: Result<Multipart, MultipartRejection>) -> Result<Response, PageError> {
    ctx.permit::<act::ScreenSites>(()).await?;
    let sent = match read(sent.map_err(|_| PageError::BadForm)?).await {
        Ok(sent) => sent,
        Err(error) if error.status() == StatusCode::PAYLOAD_TOO_LARGE => {
            return Ok(page(String::new(), Wrong::one("file", TOO_LARGE)).unprocessable().into_response());
        }
        Err(_) => return Err(PageError::BadForm),
    };
    let again = |field: &str, sentence: &str| {
        page(sent.pasted.clone(), Wrong::one(field, sentence)).unprocessable().into_response()
    };
    let (field, bytes) = match (sent.file.is_empty(), sent.pasted.trim().is_empty()) {
        (true, true) => return Ok(again("file", "Choose a file, or paste rows")),
        (false, false) => return Ok(again("file", "Choose a file or paste rows, not both")),
        (false, true) => ("file", sent.file.as_slice()),
        (true, false) => ("pasted", sent.pasted.as_bytes()),
    };
    let (law, today) = (law::known(), ctx.today());
    let rows = match sites(bytes, &law, today) {
        Err(bad) => return Ok(again(field, bad_sheet(&bad).trim_end_matches('.'))),
        Ok(rows) if rows.is_empty() => return Ok(again(field, "There are no rows below the first one")),
        Ok(rows) if rows.len() > MOST_ROWS || bytes.len() > LARGEST_FILE => {
            return Ok(again(field, TOO_LARGE));
        }
        Ok(rows) => rows,
    };
    let mut answered = Answered {
        text: decode(bytes).map_or_else(|_| String::new(), |file| file.text),
        sites: Vec::new(),
        faults: Vec::new(),
    };
    for row in rows {
        match row {
            Ok(site) => answered.sites.push((site.id.clone(), screen(&site, &law, today))),
            Err(faults) => answered.faults.extend(faults),
        }
    }
    if sent.download {
        let rows = answered.sites.into_iter();
        let rows = rows.map(|(id, screened)| words::cells(id, &screened, today).map(sheet::harmless));
        let headers = [
            (header::CONTENT_TYPE, HeaderValue::from_static("text/csv; charset=utf-8")),
            (header::CONTENT_DISPOSITION, HeaderValue::from_static("attachment; filename=\"screening.csv\"")),
        ];
        return Ok((headers, sheet::write(words::HEADER, rows)).into_response());
    }
    let page = Page::new("What the sites come to", move || view::answer(&answered, today));
    Ok(page.with_back(paths::SCREENING).into_response())
}

async fn read(mut form: Multipart) -> Result<Sheet, MultipartError> {
    let mut sent = Sheet::default();
    while let Some(field) = form.next_field().await? {
        match field.name() {
            Some("file") => sent.file = field.bytes().await?.to_vec(),
            Some("pasted") => sent.pasted = field.text().await?,
            Some("answer") => sent.download = field.text().await? == "csv",
            _ => {}
        }
    }
    Ok(sent)
}

fn page(pasted: String, wrong: Wrong) -> Page {
    Page::new("Screen many sites", move || view::form(&pasted, &wrong)).with_back(paths::PREMISES)
}
