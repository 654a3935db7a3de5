//! Importing premises from a file: the template, the guidance, and the file itself.

use axum::{
    extract::{
        Multipart,
        multipart::{MultipartError, MultipartRejection},
    },
    http::{HeaderValue, StatusCode, header},
    response::{IntoResponse, Redirect, Response},
};
use domain::{
    estate::import::{Column, LARGEST_FILE, check, decode, template},
    law,
    policy::act,
};
use govuk::SummaryRow;
use leptos::prelude::*;
use store::HeldFile;
use uuid::Uuid;

use super::import_words as words;
use crate::{
    Page, PageError,
    form::{Wrong, new_mark, read_mark},
    paths,
    request::Ctx,
};

/// The most that the form can hold, in bytes: a file, and what is around it.
pub const LARGEST_UPLOAD: usize = LARGEST_FILE + 64 * 1024;

/// What was sent.
#[derive(Clone, Default)]
struct Upload {
    once: String,
    file: Vec<u8>,
    pasted: String,
}

/// The guidance, and the form.
pub async fn get(ctx: Ctx) -> Result<Page, PageError> {
    ctx.permit::<act::ImportPremises>(ctx.organisation()?).await?;
    Ok(page(new_mark(), String::new(), Wrong::nothing()))
}

/// The file to fill in.
pub async fn template_csv(ctx: Ctx) -> Result<Response, PageError> {
    ctx.permit::<act::ImportPremises>(ctx.organisation()?).await?;
    let headers = [
        (header::CONTENT_TYPE, HeaderValue::from_static("text/csv; charset=utf-8")),
        (header::CONTENT_DISPOSITION, HeaderValue::from_static("attachment; filename=\"premises.csv\"")),
    ];
    Ok((headers, template()).into_response())
}

/// Checks the file and goes on to what it says, or shows why it says nothing.
pub async fn post(ctx: Ctx, sent: Result<Multipart, MultipartRejection>) -> Result<Response, PageError> {
    let permit = ctx.permit::<act::ImportPremises>(ctx.organisation()?).await?;
    let upload = match read(sent.map_err(|_| PageError::BadForm)?).await {
        Ok(upload) => upload,
        Err(error) if error.status() == StatusCode::PAYLOAD_TOO_LARGE => {
            let wrong = Wrong::one("file", words::TOO_LARGE);
            return Ok(page(new_mark(), String::new(), wrong).unprocessable().into_response());
        }
        Err(_) => return Err(PageError::BadForm),
    };
    let once: Uuid = read_mark(&upload.once)?;
    let today = ctx.today();
    let (field, bytes) = match (upload.file.is_empty(), upload.pasted.trim().is_empty()) {
        (true, true) => return Ok(again(upload, "file", "Choose a file, or paste rows")),
        (false, false) => return Ok(again(upload, "file", "Choose a file or paste rows, not both")),
        (false, true) => ("file", upload.file.as_slice()),
        (true, false) => ("pasted", upload.pasted.as_bytes()),
    };
    if bytes.len() > LARGEST_FILE {
        return Ok(again(upload, field, words::TOO_LARGE));
    }
    match decode(bytes).and_then(|file| check(&file.text, &law::known(), today).map(|_| file)) {
        Ok(file) => {
            let id = ctx.store.hold_import(&permit, once, &HeldFile::new(file, today)).await?;
            Ok(Redirect::to(&paths::import(id)).into_response())
        }
        Err(bad) => Ok(again(upload, field, &words::bad_file(&bad))),
    }
}

/// The page once more, with what was pasted; a browser does not send a file again by itself.
fn again(upload: Upload, field: &str, sentence: &str) -> Response {
    page(upload.once, upload.pasted, Wrong::one(field, sentence)).unprocessable().into_response()
}

async fn read(mut form: Multipart) -> Result<Upload, MultipartError> {
    let mut upload = Upload::default();
    while let Some(field) = form.next_field().await? {
        match field.name() {
            Some("once") => upload.once = field.text().await?,
            Some("file") => upload.file = field.bytes().await?.to_vec(),
            Some("pasted") => upload.pasted = field.text().await?,
            _ => {}
        }
    }
    Ok(upload)
}

fn page(once: String, pasted: String, wrong: Wrong) -> Page {
    Page::new("Import premises", move || view(&once, &pasted, &wrong)).with_back(paths::PREMISES)
}

fn view(once: &str, pasted: &str, wrong: &Wrong) -> impl IntoView + use<> {
    view! {
        {wrong.summary()}
        <h1 class="govuk-heading-l">"Import premises from a file"</h1>
        <p class="govuk-body">
            "Fill in a file with one row for each of your premises, up to 2,000. We check it and show you what it says. Nothing is registered until you have seen that and confirmed."
        </p>
        <ol class="govuk-list govuk-list--number">
            <li>
                <a class="govuk-link" href=paths::IMPORT_TEMPLATE download="premises.csv">
                    "Download the template (CSV)"
                </a>
            </li>
            <li>"Fill it in with a spreadsheet program, and save it as CSV"</li>
            <li>"Send it below"</li>
        </ol>
        {guidance()}
        <form method="post" enctype="multipart/form-data" novalidate>
            <input type="hidden" name="once" value=once.to_owned()/>
            <govuk::FileUpload
                id="file"
                label="The file"
                hint="CSV, at most 2 MB. Commas, semicolons or tabs between the cells"
                accept=".csv,.txt,text/csv"
                error=wrong.text("file")
            />
            <govuk::TextArea
                id="pasted"
                label="Or paste rows here, the names of the columns first"
                hint="Do not enter intelligence or classified information."
                value=pasted.to_owned()
                error=wrong.text("pasted")
                rows=6
                spellcheck=false
            />
            <govuk::Button>"Check the file"</govuk::Button>
        </form>
    }
}

fn guidance() -> impl IntoView {
    let rows: Vec<SummaryRow> = Column::ALL
        .into_iter()
        .map(|column| {
            let needed = if Column::NEEDED.contains(&column) { " (needed)" } else { "" };
            SummaryRow::new(format!("{}{needed}", column.header()), words::guidance(column))
        })
        .collect();
    let law = law::known();
    let list = |items: Vec<(String, String)>| -> Vec<AnyView> {
        let item = |(code, text)| view! { <li><strong>{code}</strong> ": " {text}</li> }.into_any();
        items.into_iter().map(item).collect()
    };
    let uses = list(law.uses.iter().map(|one| (one.code.0.to_string(), one.name.to_owned())).collect());
    let exclusions = law.exclusions.iter().filter(|one| one.premises);
    let exclusions = list(exclusions.map(|one| (one.id.to_owned(), one.label.to_owned())).collect());
    let methods = list(law::methods().iter().map(|one| (one.id.to_owned(), one.label.to_owned())).collect());
    view! {
        <govuk::Details summary="What goes into each column">
            <p class="govuk-body">
                "The first row holds the names of the columns, in any order. A cell that is empty, where the column need not be filled in, means that you do not know yet."
            </p>
            <govuk::SummaryList rows=rows/>
            <h2 class="govuk-heading-s">"Uses: paragraphs of Schedule 1"</h2>
            <ul class="govuk-list">{uses}</ul>
            <h2 class="govuk-heading-s">"Exclusions: from Schedule 2"</h2>
            <ul class="govuk-list">{exclusions}</ul>
            <h2 class="govuk-heading-s">"Methods"</h2>
            <ul class="govuk-list">{methods}</ul>
        </govuk::Details>
    }
}
