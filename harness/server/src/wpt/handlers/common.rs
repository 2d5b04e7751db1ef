//! `common`.

use std::time::Duration;

use bytes::Bytes;
use tokio::time::sleep;

use super::support::{Outcome, key, milliseconds, need, number};
use crate::request::Request;
use crate::response::Response;
use crate::wpt::json::Json;
use crate::wpt::query::Params;

handlers! {
    "/common/dispatcher/dispatcher.py" => dispatcher,
    "/common/echo.py" => echo,
    "/common/redirect-opt-in.py" => redirect_opt_in,
    "/common/redirect.py" => redirect,
    "/common/refresh.py" => refresh,
    "/common/slow-redirect.py" => slow_redirect,
    "/common/slow.py" => slow,
}

/// A redirect with the status and to the place that the URL tells.
fn redirected(query: &Params) -> Outcome {
    let status = query.first("status").and_then(|text| number(text).ok());
    let response = Response::new(status.unwrap_or(302));
    Ok(response.header("Location", need(query, "location")?))
}

/// Redirects; with `enable-cors` the origin that asks may read it.
async fn redirect(request: &mut Request) -> Outcome {
    let query = request.query();
    let response = redirected(&query)?;
    let origin = request.joined("origin").filter(|origin| !origin.is_empty());
    Ok(match origin {
        Some(_) if query.contains("enable-cors") => response
            .header("Content-Type", "text/plain")
            .allow_asking_origin(request),
        _ => response,
    })
}

/// Redirects, and lets everybody see how long it took.
async fn redirect_opt_in(request: &mut Request) -> Outcome {
    Ok(redirected(&request.query())?.header("Timing-Allow-Origin", "*"))
}

/// Redirects after `delay` seconds.
async fn slow_redirect(request: &mut Request) -> Outcome {
    let query = request.query();
    let delay = query.first("delay").and_then(|text| number(text).ok());
    sleep(Duration::from_secs(delay.unwrap_or(2))).await;
    redirected(&query)
}

/// A page that leads on to another at once.
async fn refresh(request: &mut Request) -> Outcome {
    let query = request.query();
    let refresh = [b"0; URL=", need(&query, "location")?].concat();
    Ok(Response::of(200, "text/html", Bytes::new()).header("Refresh", refresh))
}

/// Nothing, after `delay` milliseconds.
async fn slow(request: &mut Request) -> Outcome {
    sleep(milliseconds(&request.query(), "delay", 2000.0)?).await;
    Ok(Response::new(200))
}

/// The page that stands in the URL.
async fn echo(request: &mut Request) -> Outcome {
    let query = request.query();
    let content = need(&query, "content")?.to_vec();
    Ok(Response::of(200, "text/html", content).header("X-XSS-Protection", "0"))
}

/// Messages by name, which are taken in the order in which they came; with `show-headers` the headers
/// of the request are the message.
async fn dispatcher(request: &mut Request) -> Outcome {
    const PLACE: &str = "/common/dispatcher";
    let query = request.query();
    let origin = filled_or_star(request.joined("origin"));
    let cache = match query.contains("cacheable") {
        true => "max-age=31536000",
        false => "no-cache, no-store, must-revalidate",
    };
    let response = Response::new(200)
        .header("Access-Control-Allow-Credentials", "true")
        .header("Access-Control-Allow-Methods", "OPTIONS, GET, POST")
        .header("Access-Control-Allow-Headers", "Content-Type")
        .header("Access-Control-Allow-Origin", origin)
        .header("Cache-Control", cache);
    if request.is_options() {
        return Ok(response);
    }
    let name = need(&query, "uuid").map(key)?;
    let (message, answer) = if query.contains("show-headers") {
        let headers = request.headers.keys().map(|name| {
            let value = request.header_or(name.as_str(), "");
            (name.as_str().to_owned(), Json::latin1(&value))
        });
        let headers = Json::Object(headers.collect()).to_string();
        (Some(Bytes::from(headers)), "")
    } else if request.method == http::Method::POST {
        (Some(request.body().await), "done")
    } else {
        (None, "")
    };
    let stash = &request.site.stash;
    let taken = stash.update(PLACE, &name, |queue| {
        let queue = queue.unwrap_or_default();
        match &message {
            Some(message) => (Some(with_last(&queue, message)), None),
            None => {
                let (first, rest) = first_of(queue);
                (Some(rest), Some(first))
            }
        }
    });
    Ok(match taken {
        None => response.body(answer),
        Some(None) => response.body("not ready"),
        Some(Some(message)) => response.body(message),
    })
}

fn filled_or_star(value: Option<Vec<u8>>) -> Vec<u8> {
    let value = value.filter(|value| !value.is_empty());
    value.unwrap_or_else(|| b"*".to_vec())
}

/// A queue with one more message at its end: each message has its length in front.
fn with_last(queue: &[u8], message: &[u8]) -> Bytes {
    let length = (message.len() as u64).to_be_bytes();
    [queue, &length, message].concat().into()
}

/// The first message of a queue, and the rest.
fn first_of(mut queue: Bytes) -> (Option<Bytes>, Bytes) {
    match queue.split_first_chunk() {
        None => (None, queue),
        Some((length, _)) => {
            let length = u64::from_be_bytes(*length) as usize;
            let mut rest = queue.split_off(size_of::<u64>());
            let end = length.min(rest.len());
            let message = rest.split_to(end);
            (Some(message), rest)
        }
    }
}
