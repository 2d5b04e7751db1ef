//! `fetch/metadata`, `fetch/origin` and `fetch/fetch-later`: what browsers say by themselves.

use bytes::Bytes;

use crate::request::Request;
use crate::response::Response;
use crate::wpt::handlers::support::{Fault, Outcome, filled, key, need};
use crate::wpt::json::{Json, latin1};
use crate::wpt::query::Params;

/// Tells what the request is for, as far as the client says so. Those who ask for permission have to
/// say that it's about another origin.
pub(super) async fn echo_as_json(request: &mut Request) -> Response {
    if request.is_options() && request.header_or("sec-fetch-mode", "") != b"cors" {
        let reason = Some("Failed".into());
        return Response {
            reason,
            ..Response::new(403)
        };
    }
    let mut response = Response::new(200)
        .header("Content-Type", "application/json")
        .header("Access-Control-Allow-Credentials", "true");
    if let Some(origin) = request.joined("origin") {
        response = response.header("Access-Control-Allow-Origin", origin);
    }
    if request.is_options() {
        return response
            .header("Access-Control-Allow-Methods", "*")
            .header("Access-Control-Allow-Headers", "*");
    }
    response.body(metadata(request).to_string())
}

/// What the client says the request is for.
pub(super) fn metadata(request: &Request) -> Json {
    let members = ["dest", "mode", "site", "user"].map(|name| {
        let value = request.header_or(&format!("sec-fetch-{name}"), "");
        (name.to_owned(), Json::latin1(&value))
    });
    Json::Object(members.into())
}

/// Adds a value to a list in the stash, which is JSON without its brackets.
fn add(request: &Request, path: &str, name: &str, value: &Json) {
    request.site.stash.update(path, name, |list| {
        let list = list.map(|list| key(&list));
        let list = list.map_or(value.to_string(), |list| format!("{list}, {value}"));
        (Some(list.into()), ())
    });
}

fn list(values: &Bytes) -> Json {
    Json::Written(format!("[{}]", key(values)))
}

/// Notes which origin asks, and leads on to `location`; `dump` asks for what was noted.
pub(super) async fn redirect_and_stash(request: &mut Request) -> Outcome {
    let query = request.query();
    let name = need(&query, "stash").map(key)?;
    if query.contains("dump") {
        let noted = request.take(&name);
        let noted = noted.as_ref().map_or(Json::Null, list).to_string();
        return Ok(Response::of(200, "application/json", noted));
    }
    let origin = request.header_or("origin", "no Origin header");
    add(request, &request.path, &name, &Json::latin1(&origin));
    let is_script = query.contains("dummyJS");
    if let Some(location) = query.first("location") {
        let more: &[u8] = if is_script { b"&dummyJS" } else { b"" };
        return Ok(Response::new(308).header("Location", [location, more].concat()));
    }
    let body = match is_script {
        true => "console.log('dummy JS')",
        false => {
            "<meta charset=utf-8>\n\
             <body><script>parent.postMessage('loaded','*')</script></body>"
        }
    };
    Ok(Response::of(200, "text/html", body).allow_all())
}

/// A page with the policy on referrers that the URL names.
pub(super) async fn referrer_policy(request: &mut Request) -> Response {
    let query = request.query();
    let mut response = Response::new(200);
    if let Some(policy) = query.first("referrerPolicy") {
        response = response.header("Referrer-Policy", policy);
    }
    let page = "<meta charset=utf-8>\n\
        <body><script>parent.postMessage('action','*')</script></body>";
    response.header("Content-Type", "text/html").body(page)
}

/// Where beacons are noted.
const BEACONS: &str = "beacon_data";

fn without_beacon() -> Response {
    let response = Response::new(400);
    response.body("Must provide a UUID to store beacon data")
}

/// Tells what was sent under `uuid`.
pub(super) async fn get_beacon(request: &mut Request) -> Response {
    let query = request.query();
    let Some(name) = query.first("uuid").map(key) else {
        return without_beacon();
    };
    let stash = &request.site.stash;
    let noted = stash.update(BEACONS, &name, |noted| (noted.clone(), noted));
    let noted = noted.as_ref().map_or(Json::List(Vec::new()), list);
    let text = Json::Object(vec![("data".into(), noted)]).to_string();
    Response::of(200, "text/plain", text)
}

/// Notes what is sent under `uuid`, if origin, credentials and the question for permission are those
/// that the URL tells.
pub(super) async fn set_beacon(request: &mut Request) -> Outcome {
    let query = request.query();
    let Some(name) = query.first("uuid").map(key) else {
        return Ok(without_beacon());
    };
    let wrong = |what: &str| Err(Fault::new(format!("{what} is not what was expected")));
    let expected = query.first("expectOrigin");
    let mut response = Response::new(200);
    match request.joined("origin") {
        Some(origin) => {
            if filled(&query, "expectOrigin").is_some_and(|expected| expected != origin) {
                return wrong("the origin");
            }
            response = response.header("Access-Control-Allow-Origin", origin);
        }
        None if expected.is_some() => return wrong("the origin"),
        None => {}
    }
    let has_cookies = request.headers.contains_key("cookie");
    let is_true = |query: &Params, name| query.first(name) == Some(b"true");
    if request.is_options() {
        let headers = latin1(&request.header_or("access-control-request-headers", ""));
        let method = request.header_or("access-control-request-method", "");
        if !is_true(&query, "expectPreflight")
            || has_cookies
            || !headers.contains("content-type")
            || method != b"POST"
        {
            return wrong("the question for permission");
        }
        return Ok(response
            .header("Access-Control-Allow-Headers", "content-type")
            .header("Access-Control-Allow-Methods", "POST"));
    }
    if is_true(&query, "expectCredentials") != has_cookies {
        return wrong("whether there are cookies");
    }
    let data = payload(request).await?;
    add(
        request,
        BEACONS,
        &name,
        &data.map_or(Json::Null, Json::Text),
    );
    Ok(response)
}

/// What a beacon has sent.
async fn payload(request: &mut Request) -> Outcome<Option<String>> {
    if request.method != http::Method::POST {
        return Ok(None);
    }
    let text = |bytes: Bytes| {
        let text = String::from_utf8(bytes.into());
        text.map_err(|error| Fault::new(error.to_string()))
    };
    let mime = latin1(&request.header_or("content-type", ""));
    if mime.contains("multipart/form-data") {
        let form = request.form().await?;
        let field = form.first("payload").map(|field| field.value.clone());
        return field.map(text).transpose();
    }
    let body = request.body().await;
    if body.is_empty() {
        return Ok(None);
    }
    let body = text(body)?;
    Ok(Some(match body.strip_prefix("payload=") {
        Some(data) => data.split("payload=").next().unwrap_or_default().to_owned(),
        None => body,
    }))
}
