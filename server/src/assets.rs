//! Static files, from inside the program: hashed folder, compressed beforehand, kept for good.

use std::sync::Arc;

use app::Assets;
use axum::{
    extract::Path,
    http::{HeaderMap, HeaderValue, StatusCode, header},
    response::{IntoResponse, Response},
};
use rust_embed::{Embed, EmbeddedFile};
use serde::Deserialize;

/// What `make bundle` wrote; debug builds read it from disk.
#[derive(Embed)]
#[folder = "../frontend/site/"]
#[allow_missing = true]
struct Site;

#[derive(Deserialize)]
struct Manifest {
    hash: String,
    islands: bool,
}

/// The folder's name and what is in it.
pub fn assets() -> Result<Assets, String> {
    let missing = "No stylesheet or scripts: run `make bundle` first.";
    let file = Site::get("manifest.json").ok_or(missing)?;
    let manifest: Manifest = serde_json::from_slice(&file.data).map_err(|_| missing)?;
    Ok(Assets { hash: Arc::from(manifest.hash), islands: manifest.islands })
}

/// One file of the folder, in the best encoding that the browser takes.
pub async fn get(Path((hash, name)): Path<(String, String)>, headers: HeaderMap) -> Response {
    let Some(kind) = kind(&name) else { return StatusCode::NOT_FOUND.into_response() };
    let accepted = headers.get(header::ACCEPT_ENCODING).and_then(|value| value.to_str().ok()).unwrap_or("");
    let takes = |coding: &str| {
        accepted.split(',').filter_map(|part| part.split(';').next()).any(|part| part.trim() == coding)
    };
    let stored = [("br", ".br"), ("gzip", ".gz")]
        .into_iter()
        .filter(|(coding, _)| takes(coding))
        .find_map(|(coding, ending)| Some((Some(coding), file(&hash, &name, ending)?)))
        .or_else(|| Some((None, file(&hash, &name, "")?)));
    let Some((coding, file)) = stored else { return StatusCode::NOT_FOUND.into_response() };
    let mut response = file.data.into_owned().into_response();
    let headers = response.headers_mut();
    headers.insert(header::CONTENT_TYPE, HeaderValue::from_static(kind));
    headers.insert(header::CACHE_CONTROL, HeaderValue::from_static("public, max-age=31536000, immutable"));
    headers.insert(header::VARY, HeaderValue::from_static("accept-encoding"));
    if let Some(coding) = coding {
        headers.insert(header::CONTENT_ENCODING, HeaderValue::from_static(coding));
    }
    response
}

fn file(hash: &str, name: &str, ending: &str) -> Option<EmbeddedFile> {
    let plain = |text: &str| text.bytes().all(|b| b.is_ascii_alphanumeric() || b"-_.".contains(&b));
    (plain(hash) && plain(name)).then(|| Site::get(&format!("{hash}/{name}{ending}"))).flatten()
}

fn kind(name: &str) -> Option<&'static str> {
    Some(match name.rsplit_once('.')?.1 {
        "css" => "text/css; charset=utf-8",
        "js" => "text/javascript; charset=utf-8",
        "wasm" => "application/wasm",
        _ => return None,
    })
}
