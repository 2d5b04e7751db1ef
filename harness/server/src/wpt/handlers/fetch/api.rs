//! `fetch/api/resources`: what tells the request back, and what asks for credentials.

use crate::request::Request;
use crate::response::Response;
use crate::wpt::handlers::support::{Fault, Outcome, filled, need, number_or};

/// Wants the name `user` and the password `password`, in the realm that the URL names.
pub(super) async fn authentication(request: &mut Request) -> Outcome {
    let credentials = request.credentials()?;
    if credentials.is_some_and(|(user, password)| user == b"user" && password == b"password") {
        return Ok(Response::new(200).body("Authentication done"));
    }
    let query = request.query();
    let realm = query.first("realm").unwrap_or(b"test");
    let challenge = [b"Basic realm=\"", realm, b"\""].concat();
    let response = Response::new(401).header("WWW-Authenticate", challenge);
    Ok(response.body("Please login with credentials 'user' and 'password'"))
}

/// The tag of what never changes.
const TAG: &str = "\"123abc\"";

/// Something that need not be sent to those who have it.
pub(super) async fn cache(request: &mut Request) -> Response {
    if request.joined("if-none-match").as_deref() == Some(TAG.as_bytes()) {
        return Response::new(304).header("X-HTTP-STATUS", "304");
    }
    Response::new(200)
        .header("ETag", TAG)
        .header("Content-Type", "text/plain")
        .body("lorem ipsum dolor sit amet")
}

/// Tells which credentials came, to whatever origin asks. With `strip_auth_header` it refuses to be
/// asked whether they may come.
pub(super) async fn dump_authorization_header(request: &mut Request) -> Response {
    let response = Response::new(200)
        .header("Content-Type", "text/html")
        .header("Cache-Control", "no-cache");
    let asked = request.header_or("access-control-request-headers", "");
    let asked = asked.to_ascii_lowercase();
    if filled(&request.query(), "strip_auth_header").is_some()
        && request.is_options()
        && String::from_utf8_lossy(&asked).contains("authorization")
    {
        let response = response.body("fail");
        return Response {
            status: 500,
            ..response
        };
    }
    response
        .allow_asking_origin(request)
        .header("Access-Control-Allow-Headers", "Authorization")
        .body(request.header_or("authorization", "none"))
}

/// Sends the body back, over HTTP/2.
pub(super) async fn echo_content_h2(request: &mut Request) -> Response {
    Response::of(200, "text/plain", request.body().await)
}

/// Sends the body back, and what was said of it.
pub(super) async fn echo_content(request: &mut Request) -> Response {
    Response::new(200)
        .tell_body(request)
        .header("Content-Type", "text/plain")
        .body(request.body().await)
}

/// Tells those headers of the request that the URL names.
pub(super) async fn inspect_headers(request: &mut Request) -> Outcome {
    let query = request.query();
    let mut response = Response::new(200);
    let names = query.first("headers");
    let names: Option<Vec<&[u8]>> = names.map(|names| names.split(|byte| *byte == b'|').collect());
    let told = |name: &[u8]| [b"x-request-", name].concat();
    for name in names.iter().flatten() {
        let value = std::str::from_utf8(name).ok();
        if let Some(value) = value.and_then(|name| request.joined(name)) {
            response = response.header(told(name), value);
        }
    }
    if query.contains("cors") {
        let names = names.ok_or_else(|| Fault::new("no headers are named"))?;
        let origin = request.header_or("origin", "*");
        let exposed: Vec<Vec<u8>> = names.iter().map(|name| told(name)).collect();
        let allowed = match query.first("allow_headers") {
            Some(allowed) => allowed.to_vec(),
            None => {
                let names: Vec<&str> = request.headers.keys().map(|name| name.as_str()).collect();
                names.join(", ").into()
            }
        };
        response = response
            .header("Access-Control-Allow-Origin", origin)
            .header("Access-Control-Allow-Credentials", "true")
            .header("Access-Control-Allow-Methods", "GET, POST, HEAD")
            .header("Access-Control-Expose-Headers", exposed.join(&b", "[..]))
            .header("Access-Control-Allow-Headers", allowed);
    }
    Ok(response.header("content-type", "text/plain"))
}

/// Sends the body back, with the method and what was said of the body.
pub(super) async fn method(request: &mut Request) -> Response {
    let mut response = Response::new(200);
    if request.query().contains("cors") {
        response = response
            .allow_tests()
            .header("Access-Control-Expose-Headers", "x-request-method");
    }
    response = response.header("x-request-method", request.method.as_str());
    for name in ["type", "length", "encoding", "language", "location"] {
        let value = request.header_or(&format!("content-{name}"), "NO");
        response = response.header(format!("x-request-content-{name}"), value);
    }
    response.body(request.body().await)
}

/// A script of the media type that the URL names.
pub(super) async fn script_with_header(request: &mut Request) -> Outcome {
    let query = request.query();
    let response = Response::new(200).header("Content-type", need(&query, "mime")?);
    Ok(match query.first("content") {
        Some(b"empty") => response,
        _ => response.body("console.log('Script loaded')"),
    })
}

/// Answers with the status, the reason, the media type and the body that the URL names.
pub(super) async fn status(request: &mut Request) -> Outcome {
    let query = request.query();
    let text = |name, default: &'static str| {
        let value = query.first(name).unwrap_or(default.as_bytes());
        value.to_vec()
    };
    let response = Response::new(number_or(&query, "code", 200)?)
        .header("Content-Type", text("type", ""))
        .header("X-Request-Method", request.method.as_str())
        .body(text("content", ""));
    Ok(Response {
        reason: Some(text("text", "OMG")),
        ..response
    })
}
