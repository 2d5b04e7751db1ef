//! What web-platform-tests expect of the server under them: which path is answered how, with pipes,
//! templates, files of headers, ranges and handlers. The conventions are those of WPT's own server
//! (<https://web-platform-tests.org/writing-tests/server-features.html>), and where its documentation
//! is silent, what it does. Does not own: connections.

pub(crate) mod apply;
pub(crate) mod beside;
mod call;
pub(crate) mod escape;
mod files;
pub(crate) mod form;
pub(crate) mod functions;
mod handlers;
pub(crate) mod headers;
pub(crate) mod headers_file;
pub(crate) mod json;
mod lookup;
mod meta;
pub(crate) mod mime;
pub(crate) mod pipe;
mod piped;
pub(crate) mod query;
pub(crate) mod range;
pub(crate) mod template;
pub(crate) mod trickle;
mod wrappers;

use http::Method;
use json::Json;

pub(crate) use files::told_beside as headers_beside;
pub(crate) use piped::text as piped_text;

use crate::request::Request;
use crate::response::{Answer, Response};
use crate::site::refused;
use crate::socket;
use crate::wptserve;

/// Whether there is an answer for a Python script: its path, or its file name alone.
pub(crate) fn answers_for(script: &str) -> bool {
    handlers::is_known(script)
}

/// Answers a request for something of the suite root.
pub(crate) async fn answer(request: &mut Request) -> Answer {
    if socket::is_asked_for(request) {
        let handler = format!("/websockets/handlers{}_wsh.py", request.path);
        return handled(request, &handler).await;
    }
    if request.protocol.is_some() {
        return refused(501, "no such protocol is spoken here").into();
    }
    if request.path.ends_with(".py") {
        let handler = request.path.clone();
        return handled(request, &handler).await;
    }
    if request.method != Method::GET && request.method != Method::HEAD {
        // Nobody has looked for a file.
        return failure(404, "").into();
    }
    if let Some(page) = wrappers::page_at(request) {
        return page.into();
    }
    files::answer(request).await
}

/// The answer that the Python script at `path` would give.
async fn handled(request: &mut Request, path: &str) -> Answer {
    // Where there is no script, nothing stands for it.
    if !request.site.files.has(path) {
        return not_found().into();
    }
    if let Some(handle) = handlers::find(path) {
        let answer = handle(request).await;
        return piped::apply_to(request, answer);
    }
    match request.site.wptserve.clone() {
        Some(wptserve) if !socket::is_asked_for(request) => {
            let passed = wptserve::pass(request, &wptserve).await;
            passed.unwrap_or_else(|error| unknown(request, path, 502, &error.to_string()).into())
        }
        _ => unknown(request, path, 501, "it is not known here").into(),
    }
}

/// There is no answer for the script at `path`.
fn unknown(request: &Request, path: &str, status: u16, why: &str) -> Response {
    request.site.is_unanswered(request, path);
    let text = format!("no answer for the handler {path}: {why}\n");
    Response::of(status, "text/plain; charset=utf-8", text)
}

fn not_found() -> Response {
    failure(404, "404")
}

/// How the server around the scripts says that something is wrong.
fn failure(status: u16, text: &str) -> Response {
    let error = Json::Object(vec![
        ("code".into(), Json::Number(status.into())),
        ("message".into(), Json::Text(text.into())),
    ]);
    let error = Json::Object(vec![("error".into(), error)]);
    Response::of(status, "application/json", error.to_string())
}
