//! `fetch/http-cache` and `fetch/stale-while-revalidate`: what caches keep, and for how long.

use std::time::{Duration, SystemTime, UNIX_EPOCH};

use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use serde_json::Value;

use crate::request::Request;
use crate::response::Response;
use crate::wpt::functions::uuid;
use crate::wpt::handlers::support::{Fault, Outcome, filled, key, need};
use crate::wpt::json::{Json, latin1};

/// Answers the requests of a test as the test itself says, and tells afterwards what came.
pub(super) async fn http_cache(request: &mut Request) -> Outcome {
    let query = request.query();
    let response = Response::new(200).header("Access-Control-Allow-Credentials", "true");
    if request.is_options() {
        let header = |name| {
            let value = request.joined(name).filter(|value| !value.is_empty());
            value.unwrap_or_else(|| b"*".to_vec())
        };
        return Ok(response
            .header("Access-Control-Allow-Origin", header("origin"))
            .header("Access-Control-Allow-Methods", "GET")
            .header(
                "Access-Control-Allow-Headers",
                header("access-control-request-headers"),
            )
            .header("Access-Control-Max-Age", "86400")
            .body("Preflight request"));
    }
    let Some(test) = filled(&query, "uuid").map(key) else {
        return Ok(said(response, 404, "Not Found", "UUID not found"));
    };
    match query.first("dispatch") {
        Some(b"test") => play(request, &test, response),
        Some(b"state") => {
            let noted = request.take(&test);
            let noted = noted.map(|noted| format!("[{}]", String::from_utf8_lossy(&noted)));
            let text = noted.map_or(Json::Null, Json::Written).to_string();
            Ok(response.header("Content-Type", "text/plain").body(text))
        }
        _ => Ok(said(response, 404, "Not Found", "Fallthrough")),
    }
}

fn said(mut response: Response, status: u16, reason: &str, text: &'static str) -> Response {
    response.status = status;
    response.reason = Some(reason.into());
    response.header("Content-Type", "text/plain").body(text)
}

/// The next request of a test.
fn play(request: &Request, test: &str, mut response: Response) -> Outcome {
    let noted = request.take(test).map(|noted| key(&noted));
    let states = format!("[{}]", noted.as_deref().unwrap_or_default());
    let states: Vec<Value> = serde_json::from_str(&states).map_err(wrong)?;
    let steps = STANDARD.decode(request.header_or("test-requests", ""));
    let steps: Option<Vec<Value>> = steps
        .ok()
        .and_then(|steps| serde_json::from_slice(&steps).ok());
    let Some(steps) = steps else {
        let text = "No or bad Test-Requests request header";
        return Ok(said(response, 400, "Bad Request", text));
    };
    let step = steps.get(states.len());
    let step = step.ok_or_else(|| Fault::new("there are more requests than steps"))?;
    if step.as_object().is_none_or(serde_json::Map::is_empty) {
        return Ok(said(response, 404, "Not Found", "Config not found"));
    }
    let now = SystemTime::now();
    let known = set_headers(request, step, now, &mut response)?;
    let state = state_of(request, now, &known).to_string();
    let all = noted.map_or(state.clone(), |noted| format!("{noted}, {state}"));
    request.put(test, all);
    for (name, value) in [
        ("access-control-allow-origin", "*"),
        ("content-type", "text/plain"),
    ] {
        if !known.iter().any(|(known, _)| known == name) {
            response.headers.set(name, value);
        }
    }
    let count = (states.len() + 1).to_string();
    response.headers.set("Server-Request-Count", count);
    set_status(request, step, states.first(), &mut response)?;
    let body = match &step["response_body"] {
        _ if matches!(response.status, 204 | 304) => String::new(),
        Value::String(body) => body.clone(),
        Value::Null if step.get("response_body").is_none() => test.to_owned(),
        _ => String::new(),
    };
    Ok(response.body(body))
}

fn wrong(error: serde_json::Error) -> Fault {
    Fault::new(error.to_string())
}

/// Sets the headers of a step: places get the URL of the request in front, dates are told from now.
/// Gives those that the test wants to hear of.
fn set_headers(
    request: &Request,
    step: &Value,
    now: SystemTime,
    response: &mut Response,
) -> Outcome<Vec<(String, String)>> {
    let mut known: Vec<(String, String)> = Vec::new();
    for header in step["response_headers"].as_array().into_iter().flatten() {
        let name = header[0].as_str().unwrap_or_default();
        let small = name.to_lowercase();
        let value = match (&small[..], &header[1]) {
            ("location" | "content-location", Value::String(target)) => match &target[..] {
                "" => request.url(),
                target => format!("{}&target={target}", request.url()),
            },
            (_, Value::String(value)) => value.clone(),
            ("date" | "expires" | "last-modified", Value::Number(seconds)) => {
                date(now, seconds.as_i64().unwrap_or_default())
            }
            _ => return Err(Fault::new(format!("the header {name} is no text"))),
        };
        let bytes = value.chars().map(u8::try_from).collect::<Result<_, _>>();
        let bytes: Vec<u8> = bytes.map_err(|_| Fault::new("a header is not Latin-1"))?;
        response.headers.set(name, bytes);
        if let "content-type" | "access-control-allow-origin" | "last-modified" | "etag" =
            &small[..]
        {
            known.retain(|(name, _)| *name != small);
            known.push((small, value));
        }
    }
    Ok(known)
}

/// A date so many seconds from now.
fn date(now: SystemTime, seconds: i64) -> String {
    let distance = Duration::from_secs(seconds.unsigned_abs());
    let date = match seconds < 0 {
        true => now.checked_sub(distance),
        false => now.checked_add(distance),
    };
    httpdate::fmt_http_date(date.unwrap_or(now))
}

/// What the test wants to know of a request.
fn state_of(request: &Request, now: SystemTime, known: &[(String, String)]) -> Json {
    let now = now.duration_since(UNIX_EPOCH).unwrap_or_default();
    let headers = request.headers.keys().map(|name| {
        let value = request.header_or(name.as_str(), "");
        (name.as_str().to_owned(), Json::latin1(&value))
    });
    let known = known
        .iter()
        .map(|(name, value)| (name.clone(), Json::Text(value.clone())));
    Json::Object(vec![
        ("now".into(), Json::Number(now.as_secs_f64())),
        (
            "request_method".into(),
            Json::Text(request.method.as_str().into()),
        ),
        ("request_headers".into(), Json::Object(headers.collect())),
        ("response_headers".into(), Json::Object(known.collect())),
    ])
}

/// Sets the status of a step. One that wants to see whether something is asked for again only if it
/// has changed is told that it has not, or gets a status that shows that the question was another.
fn set_status(
    request: &Request,
    step: &Value,
    first: Option<&Value>,
    response: &mut Response,
) -> Outcome<()> {
    let status = &step["response_status"];
    let (mut code, mut reason) = match status {
        Value::Null => (200, "OK"),
        status => (
            status[0].as_u64().unwrap_or_default(),
            status[1].as_str().unwrap_or_default(),
        ),
    };
    let expected = step["expected_type"].as_str().unwrap_or_default();
    if expected.ends_with("validated") {
        // The answer to the first request is this one, when there was none before.
        let is_same = |name: &str, header: &str| {
            let given = match first {
                Some(first) => first["response_headers"][name].as_str().map(str::to_owned),
                None => response.headers.first(name).map(latin1),
            };
            given.is_some_and(|given| {
                !given.is_empty()
                    && request.joined(header).map(|value| latin1(&value)) == Some(given)
            })
        };
        let is_known =
            is_same("last-modified", "if-modified-since") || is_same("etag", "if-none-match");
        (code, reason) = match (is_known, code) {
            (true, _) => (304, "Not Modified"),
            (false, 304) => (304, reason),
            (false, _) => (999, "304 Not Generated"),
        };
    }
    response.status = u16::try_from(code).map_err(|error| Fault::new(error.to_string()))?;
    response.reason = Some(reason.into());
    Ok(())
}

/// A script that caches may give once more while they ask for a new one; counts how often it is
/// asked for. `query` asks for the count.
pub(super) async fn stale_script(request: &mut Request) -> Outcome {
    let query = request.query();
    let is_query = query.contains("query");
    let token = need(&query, "token").map(key)?;
    let count = request.site.stash.update(&request.path, &token, |count| {
        let count = count.and_then(|count| key(&count).parse().ok());
        let mut count: u64 = count.unwrap_or(0);
        if !is_query {
            count += 1;
        }
        let keep = !is_query || count < 2;
        (keep.then(|| count.to_string().into()), count)
    });
    if is_query {
        return Ok(Response::new(200).header("Count", count.to_string()));
    }
    let id: String = uuid()
        .bytes()
        .map(|byte| char::from(b'a' + byte % 26))
        .take(20)
        .collect();
    let script = format!("report('{id}')");
    Ok(Response::of(200, "text/javascript", script)
        .header(
            "Cache-Control",
            "private, max-age=0, stale-while-revalidate=60",
        )
        .header("Unique-Id", id))
}
