//! Somebody with a browser, signed in.

use std::net::SocketAddr;

use axum::{
    Router,
    body::{Body, to_bytes},
    extract::ConnectInfo,
    http::{Method, Request, StatusCode, header},
    response::Response,
};
use tower::ServiceExt;

use crate::{Fault, fill::PASSWORD};

/// What browsers take.
const ENCODINGS: &str = "gzip, deflate, br, zstd";

/// A signed-in browser.
pub struct Browser {
    router: Router,
    cookie: String,
}

/// A page.
pub struct Page(String);

impl Browser {
    /// Signs somebody in.
    pub async fn signed_in(router: Router, email: &str) -> Result<Self, Fault> {
        let mut browser = Self { router, cookie: String::new() };
        let fields = [("email", email), ("password", PASSWORD)];
        let form = serde_html_form::to_string(fields)?;
        let answer = browser.send(Method::POST, "/sign-in", "identity", form).await?;
        let cookie = answer.headers().get(header::SET_COOKIE).ok_or("not signed in")?.to_str()?;
        browser.cookie = cookie.split(';').next().unwrap_or_default().to_owned();
        Ok(browser)
    }

    /// Opens a page as browsers do, compressed, and reads it to its end.
    pub async fn open(&self, path: &str) -> Result<(), Fault> {
        self.get(path, ENCODINGS).await.map(|_| ())
    }

    /// The same page, to be looked into.
    pub async fn read(&self, path: &str) -> Result<Page, Fault> {
        Ok(Page(String::from_utf8(self.get(path, "identity").await?)?))
    }

    async fn get(&self, path: &str, encodings: &str) -> Result<Vec<u8>, Fault> {
        let answer = self.send(Method::GET, path, encodings, String::new()).await?;
        let status = answer.status();
        let body = to_bytes(answer.into_body(), usize::MAX).await?;
        if status != StatusCode::OK {
            return Err(format!("{path} answered {status}").into());
        }
        Ok(body.to_vec())
    }

    /// Sends a form, which has to be taken.
    pub async fn post(&self, path: &str, fields: &[(&str, &str)]) -> Result<(), Fault> {
        let form = serde_html_form::to_string(fields)?;
        let answer = self.send(Method::POST, path, ENCODINGS, form).await?;
        match answer.status() {
            StatusCode::SEE_OTHER => Ok(()),
            other => Err(format!("{path} answered a form with {other}").into()),
        }
    }

    async fn send(
        &self,
        method: Method,
        path: &str,
        encodings: &str,
        body: String,
    ) -> Result<Response, Fault> {
        let peer: SocketAddr = "127.0.0.1:4000".parse()?;
        let request = Request::builder()
            .method(method)
            .uri(path)
            .header(header::HOST, "portal.test")
            .header(header::ACCEPT_ENCODING, encodings)
            .header("sec-fetch-site", "same-origin")
            .header(header::ORIGIN, "http://portal.test")
            .header(header::CONTENT_TYPE, "application/x-www-form-urlencoded")
            .header(header::COOKIE, &self.cookie)
            .extension(ConnectInfo(peer))
            .body(Body::from(body))?;
        Ok(self.router.clone().oneshot(request).await?)
    }
}

impl Page {
    /// The value of a hidden field.
    pub fn field(&self, name: &str) -> Result<String, Fault> {
        let mark = format!("name=\"{name}\"");
        let tag = self.0.split('<').find(|tag| tag.starts_with("input") && tag.contains(&mark));
        let value = tag.and_then(|tag| tag.split("value=\"").nth(1)?.split('"').next());
        value.map(str::to_owned).ok_or_else(|| format!("no field {name}").into())
    }
}
