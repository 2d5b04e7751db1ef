//! `fetch`: what one request leaves for another.

use crate::request::Request;
use crate::response::Response;
use crate::wpt::handlers::support::{Fault, Outcome, filled, key, need};
use crate::wpt::json::Json;

/// Where the handlers of `fetch/range` leave things.
pub(super) const RANGE: &str = "/fetch/range/";

/// Answers as a cache wants it, and notes what is said of caches; `querystate` asks for what was
/// noted.
pub(super) async fn request_cache(request: &mut Request) -> Outcome {
    let query = request.query();
    let token = need(&query, "token").map(key)?;
    let noted = request.take(&token);
    let noted = noted.map(|noted| String::from_utf8_lossy(&noted).into_owned());
    if query.contains("querystate") {
        let noted = noted.map_or(Json::Null, |noted| Json::Written(format!("[{noted}]")));
        return Ok(Response::of(200, "text/plain", noted.to_string()));
    }
    let header = |name: &str| request.joined(name);
    let (known, since) = (header("if-none-match"), header("if-modified-since"));
    let mut state = Vec::new();
    if !query.contains("ignore") {
        for (name, value) in [
            ("If-None-Match", known.clone()),
            ("If-Modified-Since", since.clone()),
            ("Pragma", header("pragma")),
            ("Cache-Control", header("cache-control")),
        ] {
            let value = value.filter(|value| !value.is_empty());
            state.extend(value.map(|value| (name.to_owned(), Json::latin1(&value))));
        }
    }
    let state = Json::Object(state).to_string();
    let noted = noted.map_or(state.clone(), |noted| format!("{noted}, {state}"));
    request.put(&token, noted);
    let tag = filled(&query, "tag").map(|tag| [b"\"", tag, b"\""].concat());
    let date = query.first("date");
    let mut response = Response::new(200);
    match (&tag, filled(&query, "date")) {
        (Some(tag), _) => response = response.header("ETag", &tag[..]),
        (None, Some(date)) => response = response.header("Last-Modified", date),
        (None, None) => {}
    }
    for (parameter, header) in [
        ("expires", "Expires"),
        ("vary", "Vary"),
        ("cache_control", "Cache-Control"),
    ] {
        if let Some(value) = filled(&query, parameter) {
            response = response.header(header, value);
        }
    }
    let mut response = response.allow_all();
    let is_known = known.is_some() && known == tag;
    if let Some(location) = filled(&query, "redirect") {
        response.status = 302;
        response.reason = Some("Redirect".into());
        Ok(response.header("Location", location))
    } else if is_known || since.is_some() && since.as_deref() == date {
        response.status = 304;
        Ok(response)
    } else {
        let content = query.first("content").unwrap_or_default().to_vec();
        Ok(response.header("Content-Type", "text/plain").body(content))
    }
}

/// Tells whether anything was left for it, which is never so.
pub(super) async fn clean_stash(request: &mut Request) -> Outcome {
    let token = need(&request.query(), "token").map(key)?;
    let was = request.take(&token).is_some();
    Ok(Response::new(200).body(if was { "1" } else { "0" }))
}

/// Leaves something under a key. What it says of origins comes from the URL: the test for the same
/// origin can't be passed in WPT's script.
pub(super) async fn stash_put(request: &mut Request) -> Outcome {
    if request.is_options() {
        return Ok(Response::new(200)
            .allow_all()
            .header("Access-Control-Allow-Methods", "*")
            .header("Access-Control-Allow-Headers", "*")
            .body("done"));
    }
    let query = request.query();
    let mut response = Response::new(200);
    if !query.contains("disallow_cross_origin") {
        response = response.allow_all();
    } else if need(&query, "mode")? != b"no-cors" {
        return Err(Fault::new("nothing is put for other origins"));
    }
    let (key, value) = (key(need(&query, "key")?), need(&query, "value")?);
    request.put_first(request.folder(), &key, value.to_vec())?;
    Ok(response.body("done"))
}

/// Takes what was left under a key, as JSON.
pub(super) async fn stash_take(request: &mut Request) -> Outcome {
    let folder = request.folder();
    Ok(taken(request, folder)?.allow_all())
}

/// Takes what the handlers of `fetch/range` left under a key, as JSON.
pub(super) async fn range_stash_take(request: &mut Request) -> Outcome {
    taken(request, RANGE)
}

fn taken(request: &Request, folder: &str) -> Outcome {
    let key = need(&request.query(), "key").map(key)?;
    let value = request.site.stash.take(folder, &key);
    let value = value.map_or(Json::Null, |value| Json::latin1(&value));
    Ok(Response::of(200, "application/json", value.to_string()))
}
