//! What tests of our own talk to, under `/_server/` at every suite root. `docs/server.md` has the
//! endpoints with their parameters.
//!
//! Owns: what these answer. Does not own how answers become bytes of a connection.

mod bodies;
mod echo;
mod log;
mod respond;

use http::Method;

use crate::request::Request;
use crate::response::{Answer, Response};
use crate::wpt::query::Params;

/// What the paths of all endpoints begin with.
const PREFIX: &str = "/_server/";

/// Answers a request that is for an endpoint; `None` for one that isn't.
pub(crate) async fn answer(request: &mut Request) -> Option<Answer> {
    let name = request.path.strip_prefix(PREFIX)?.to_owned();
    let query = request.query();
    let open = query.contains("cors");
    if open && is_preflight(request) {
        return Some(opened(Response::new(204), request).into());
    }
    let answer = match &name[..] {
        "echo" => echo::echo(request, &query).await.into(),
        "measure" => echo::measure(request).await.into(),
        "respond" => respond::respond(request, &query).await.into(),
        "redirect" => respond::redirect(request, &query).await.into(),
        "raw" => respond::raw(request, &query).await,
        "stream" => bodies::stream(request, &query).await.into(),
        "big" => bodies::big(request, &query).await.into(),
        "endless" => bodies::endless(request, &query).await.into(),
        "silent" => bodies::silent(request, &query).await,
        "log" => log::tell(request, &query).await.into(),
        _ => {
            let text = format!("there is no endpoint {name}\n");
            Response::of(404, "text/plain; charset=utf-8", text).into()
        }
    };
    Some(match answer {
        Answer::Response(response) if open => opened(response, request).into(),
        other => other,
    })
}

/// Whether a browser asks for permission to send another request.
fn is_preflight(request: &Request) -> bool {
    request.method == Method::OPTIONS && request.header("access-control-request-method").is_some()
}

/// Lets a page of another origin read the answer, or send what it asks for.
fn opened(response: Response, request: &Request) -> Response {
    let origin = request.joined("origin").unwrap_or_else(|| b"*".to_vec());
    let mut response = response
        .header("Access-Control-Allow-Origin", origin)
        .header("Access-Control-Allow-Credentials", "true");
    let asked = [
        (
            "access-control-request-method",
            "Access-Control-Allow-Methods",
        ),
        (
            "access-control-request-headers",
            "Access-Control-Allow-Headers",
        ),
    ];
    for (name, answer) in asked {
        if let Some(value) = request.joined(name) {
            response = response.header(answer, value);
        }
    }
    response
}

/// A parameter that is a number, or what stands for it.
fn number(query: &Params, name: &str, default: u64) -> u64 {
    let value = query
        .first(name)
        .and_then(|value| std::str::from_utf8(value).ok());
    value
        .and_then(|value| value.parse().ok())
        .unwrap_or(default)
}

/// Adds the headers that parameters `header=Name:Value` ask for.
fn with_headers(mut response: Response, query: &Params) -> Response {
    for header in query.all(b"header") {
        let colon = header.iter().position(|byte| *byte == b':');
        let (name, value) = header.split_at(colon.unwrap_or(header.len()));
        response = response.header(name, value.get(1..).unwrap_or_default());
    }
    response
}
