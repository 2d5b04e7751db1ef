//! `xhr/resources`: what tells the request back.

use tokio::time::sleep;

use crate::request::Request;
use crate::response::Response;
use crate::wpt::handlers::support::{Fault, Outcome, filled, milliseconds, number_or};
use crate::wpt::query::Params;

impl Response {
    /// Tells how it was asked for.
    pub(super) fn tell_request(self, request: &Request) -> Self {
        let query = match &request.raw_query[..] {
            "" => "NO",
            query => query,
        };
        let header = |name| request.header_or(name, "NO");
        self.header("X-Request-Method", request.method.as_str())
            .header("X-Request-Query", query)
            .header("X-Request-Content-Length", header("content-length"))
            .header("X-Request-Content-Type", header("content-type"))
    }
}

/// Sends the body back, or the content that the URL names.
pub(super) async fn content(request: &mut Request) -> Response {
    let query = request.query();
    let mut mime = b"text/plain".to_vec();
    if let Some(label) = query.first("response_charset_label") {
        mime.extend_from_slice(b";charset=");
        mime.extend_from_slice(label);
    }
    let response = Response::new(200).header("Content-type", mime);
    let response = response.tell_request(request);
    match query.first("content") {
        Some(content) => response.body(content.to_vec()),
        None => response.body(request.body().await),
    }
}

/// Sends the body back, and grants what is asked for.
pub(super) async fn echo_content_cors(request: &mut Request) -> Response {
    let query = request.query();
    let mut response = Response::new(200)
        .tell_body(request)
        .header("Access-Control-Allow-Credentials", "true")
        .header("Content-Type", "text/plain");
    // One parameter stands for all that is granted, as in WPT's script.
    let granted = |header: &str| {
        let named = query.first("origin").map(<[u8]>::to_vec);
        named.or_else(|| request.joined(header))
    };
    if let Some(origin) = granted("origin") {
        response = response.header("Access-Control-Allow-Origin", origin);
    }
    if let Some(headers) = granted("access-control-request-headers") {
        response = response.header("Access-Control-Allow-Headers", headers);
    }
    if let Some(method) = granted("access-control-request-method") {
        let methods = [b"OPTIONS, ", &method[..]].concat();
        response = response.header("Access-Control-Allow-Methods", methods);
    }
    response.body(request.body().await)
}

/// Tells the media type of what was sent.
pub(super) async fn echo_content_type(request: &mut Request) -> Response {
    let mime = request.header_or("content-type", "");
    Response::of(200, "text/plain", mime).header("Connection", "close")
}

/// Tells all headers, in the spelling in which they came.
pub(super) async fn echo_headers(request: &mut Request) -> Response {
    let mut text = Vec::new();
    for (name, value) in request.lines() {
        text.extend_from_slice(&[&name, &b": "[..], &value, b"\n"].concat());
    }
    text.push(b'\n');
    Response::of(200, "text/plain", text).header("Connection", "close")
}

/// Tells two fields of a form.
pub(super) async fn form(request: &mut Request) -> Outcome {
    let form = request.form().await?;
    let field = |name: &str| {
        let field = form.first(name);
        field.ok_or_else(|| Fault::new(format!("the field {name} is missing")))
    };
    let (id, value) = (&field("id")?.value, &field("value")?.value);
    let text = [b"id:", &id[..], b";value:", &value[..], b";"].concat();
    Ok(Response::new(200).body(text))
}

/// Tells the headers of a name, or the names of those with a value, as they came.
pub(super) async fn inspect_headers(request: &mut Request) -> Response {
    let query = request.query();
    let mut response = Response::new(200);
    if query.contains("cors") {
        response = response.allow_tests().header(
            "Access-Control-Expose-Headers",
            "x-request-method, x-request-content-type, x-request-query, \
                 x-request-content-length",
        );
    }
    let wanted_value = query.first("filter_value").unwrap_or_default();
    let wanted_name = query.first("filter_name").unwrap_or_default();
    let mut text = Vec::new();
    for (name, value) in request.lines() {
        if !wanted_value.is_empty() {
            if value == wanted_value {
                text.extend_from_slice(&[&name, &b","[..]].concat());
            }
        } else if name.eq_ignore_ascii_case(wanted_name) {
            text.extend_from_slice(&[&name, &b": "[..], &value, b"\n"].concat());
        }
    }
    response.header("content-type", "text/plain").body(text)
}

/// Answers with a header of this value.
pub(super) async fn parse_headers(request: &mut Request) -> Response {
    let query = request.query();
    let response = Response::new(200);
    match query.first("my-custom-header") {
        Some(value) => response.header("My-Custom-Header", value),
        None => response,
    }
}

/// Redirects with the status `code` to `location`, which is a value of a query itself; where it is
/// followed to, it says so.
pub(super) async fn redirect(request: &mut Request) -> Outcome {
    let query = request.query();
    let code = number_or(&query, "code", 302)?;
    let own = format!("{}?followed", request.raw_path);
    let mut location = query.first("location").unwrap_or(own.as_bytes()).to_vec();
    if !location.is_empty() {
        let again = Params::parse(&[b"location=", &location[..]].concat());
        let again = filled(&again, "location");
        let again = again.ok_or_else(|| Fault::new("the location is empty"))?;
        location = again.to_vec();
        if location.starts_with(b"redirect.py") {
            location.extend_from_slice(format!("&code={code}").as_bytes());
        }
    }
    if query.contains("delay") {
        sleep(milliseconds(&query, "delay", 0.0)?).await;
    }
    if query.contains("followed") {
        // WPT's script has a colon too many, which ends the name.
        let response = Response::new(200).header("Content", "Type: text/plain");
        return Ok(response.body("MAGIC HAPPENED"));
    }
    let response = Response::new(code).header("Location", location);
    Ok(Response {
        reason: Some("WEBSRT MARKETING".into()),
        ..response.body("TEST")
    })
}
