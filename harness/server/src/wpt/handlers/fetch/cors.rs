//! `fetch/api/resources`: redirects, and answers to those who ask for permission.

use tokio::time::sleep;

use crate::request::Request;
use crate::response::Response;
use crate::wpt::handlers::support::{Fault, Outcome, key, milliseconds, need, number};
use crate::wpt::json::latin1;
use crate::wpt::query::Params;

/// What is known of the question for permission when the request itself comes.
#[derive(Default)]
struct Preflight {
    /// Whether there was one.
    was: bool,
    /// The headers that it asked for; empty when it doesn't matter.
    headers: Option<Vec<u8>>,
    referrer: Vec<u8>,
    /// Who asked; `None` when nobody did.
    agent: Option<Vec<u8>>,
}

impl Preflight {
    fn to_bytes(&self) -> Vec<u8> {
        let optional = |value: &Option<Vec<u8>>| match value {
            Some(value) => [b"+", &value[..]].concat(),
            None => b"-".to_vec(),
        };
        let was = if self.was { "1" } else { "0" };
        [
            was.into(),
            optional(&self.headers),
            self.referrer.clone(),
            optional(&self.agent),
        ]
        .join(&b'\n')
    }

    fn of_bytes(bytes: &[u8]) -> Option<Self> {
        let mut lines = bytes.split(|byte| *byte == b'\n');
        let optional = |line: &[u8]| line.strip_prefix(b"+").map(<[u8]>::to_vec);
        Some(Self {
            was: lines.next()? == b"1",
            headers: optional(lines.next()?),
            referrer: lines.next()?.to_vec(),
            agent: optional(lines.next()?),
        })
    }
}

/// Grants what the URL says it grants, and tells afterwards what was asked.
pub(super) async fn preflight(request: &mut Request) -> Outcome {
    let query = request.query();
    let token = query.first("token").map(key);
    let mut response = Response::new(200).header("Content-Type", "text/plain");
    match query.first("origin") {
        Some(origins) => {
            for origin in latin1_split(origins) {
                response = response.header("Access-Control-Allow-Origin", origin);
            }
        }
        None => response = response.allow_all(),
    }
    if query.contains("clear-stash") {
        let token = need(&query, "token").map(key)?;
        let was = request.take(&token).is_some();
        return Ok(response.body(if was { "1" } else { "0" }));
    }
    if query.contains("credentials") {
        response = response.header("Access-Control-Allow-Credentials", "true");
    }
    match request.is_options() {
        true => asked(request, &query, token.as_deref(), response),
        false => sent(request, &query, token.as_deref(), response),
    }
}

/// Parts with a comma and a space in between.
fn latin1_split(text: &[u8]) -> Vec<Vec<u8>> {
    let text = latin1(text);
    let bytes = |part: &str| part.chars().map(|character| character as u8).collect();
    text.split(", ").map(bytes).collect()
}

fn asked(
    request: &Request,
    query: &Params,
    token: Option<&str>,
    mut response: Response,
) -> Outcome {
    if !request
        .headers
        .contains_key("access-control-request-method")
    {
        let text = "ERROR: No access-control-request-method in preflight!";
        return Ok(Response::new(400).body(text));
    }
    if request.header_or("accept", "") != b"*/*" {
        let text = "ERROR: Invalid access in preflight!";
        return Ok(Response::new(400).body(text));
    }
    for (parameter, header) in [
        ("max_age", "Access-Control-Max-Age"),
        ("allow_headers", "Access-Control-Allow-Headers"),
        ("allow_methods", "Access-Control-Allow-Methods"),
    ] {
        if let Some(value) = query.first(parameter) {
            response = response.header(header, value);
        }
    }
    if let Some(status) = query.first("preflight_status") {
        response.status = number(status)?;
    }
    let preflight = Preflight {
        was: true,
        headers: match query.contains("control_request_headers") {
            true => request.joined("access-control-request-headers"),
            false => Some(Vec::new()),
        },
        referrer: request.header_or("referer", ""),
        agent: Some(request.header_or("user-agent", "")),
    };
    if let Some(token) = token {
        request.put_first(&request.path, token, preflight.to_bytes())?;
    }
    Ok(response)
}

fn sent(request: &Request, query: &Params, token: Option<&str>, response: Response) -> Outcome {
    let found = token.and_then(|token| request.take(token));
    let preflight = found.and_then(|bytes| Preflight::of_bytes(&bytes));
    let preflight = preflight.unwrap_or_else(|| Preflight {
        headers: Some(Vec::new()),
        ..Preflight::default()
    });
    if query.contains("checkUserAgentHeaderInPreflight") {
        let asked = preflight.agent.as_ref();
        let asked = asked.ok_or_else(|| Fault::new("nobody has asked for permission"))?;
        if request.joined("user-agent").as_ref() != Some(asked) {
            let response = response.body("ERROR: No user-agent header in preflight");
            return Ok(Response {
                status: 400,
                ..response
            });
        }
    }
    let mut response = response
        .header(
            "Access-Control-Expose-Headers",
            "x-did-preflight, x-control-request-headers, x-referrer, x-preflight-referrer, x-origin",
        )
        .header("x-did-preflight", if preflight.was { "1" } else { "0" });
    if let Some(headers) = &preflight.headers {
        response = response.header("x-control-request-headers", &headers[..]);
    }
    if let Some(token) = token {
        request.put_first(&request.path, token, preflight.to_bytes())?;
    }
    Ok(response
        .header("x-preflight-referrer", preflight.referrer)
        .header("x-referrer", request.header_or("referer", ""))
        .header("x-origin", request.origin()))
}

/// Redirects to nowhere.
pub(super) async fn redirect_empty_location(_request: &mut Request) -> Response {
    Response::new(302).header("Location", "")
}

/// Redirects over HTTP/2.
pub(super) async fn redirect_h2(request: &mut Request) -> Outcome {
    let query = request.query();
    let status = query.first("redirect_status").map_or(Ok(302), number)?;
    let mut response = Response::new(status);
    if let Some(location) = query.first("location") {
        response = response.header("Location", location);
    }
    Ok(response.header("Content-Type", "text/plain"))
}

/// Redirects to where the URL says, which is asked with the same parameters again; counts under
/// `token` how often, and ends after `max_count` times.
pub(super) async fn redirect(request: &mut Request) -> Outcome {
    let query = request.query();
    let mut response = Response::new(302)
        .header("Content-Type", "text/plain")
        .header("Cache-Control", "no-cache")
        .header("Pragma", "no-cache")
        .allow_asking_origin(request);
    let token = query.first("token").map(key);
    let count = token.as_ref().and_then(|token| request.take(token));
    let mut count: i64 = count.map_or(Ok(0), |count| number(&count))?;
    if request.is_options() {
        if let Some(headers) = query.first("allow_headers") {
            response = response.header("Access-Control-Allow-Headers", headers);
        }
        if !query.contains("redirect_preflight") {
            if let Some(token) = token {
                request.put_first(&request.path, &token, count.to_string())?;
            }
            return Ok(Response {
                status: 200,
                ..response
            });
        }
    }
    if let Some(status) = query.first("redirect_status") {
        response.status = number(status)?;
    } else if let Some(field) = request.form().await?.first("redirect_status") {
        response.status = number(&field.value)?;
    }
    count += 1;
    if let Some(location) = query.first("location") {
        response = response.header("Location", next(location, &query, count));
    }
    if let Some(policy) = query.first("redirect_referrerpolicy") {
        response = response.header("Referrer-Policy", policy);
    }
    if query.contains("delay") {
        sleep(milliseconds(&query, "delay", 0.0)?).await;
    }
    if let Some(token) = token {
        request.put_first(&request.path, &token, count.to_string())?;
        if let Some(most) = query.first("max_count") {
            let most: i64 = number(most)?;
            if count > most {
                return Ok(Response::new(200).body((count - 1).to_string()));
            }
        }
    }
    Ok(response)
}

/// Where a redirect leads: with the parameters of the request and a count, which makes it another
/// place each time.
fn next(location: &[u8], query: &Params, count: i64) -> Vec<u8> {
    let text = latin1(location);
    let is_http = matches!(&scheme(&text)[..], "" | "http" | "https");
    if query.contains("simple") || !is_http {
        return location.to_vec();
    }
    let mut names: Vec<&[u8]> = Vec::new();
    for (name, _) in query.iter() {
        if !names.contains(&name) {
            names.push(name);
        }
    }
    let pairs = names.iter().map(|name| {
        let value = query.first(name).unwrap_or_default();
        format!("{}={}", encoded(name), encoded(value))
    });
    let pairs = pairs.collect::<Vec<_>>().join("&");
    let sign = if text.contains('?') { '&' } else { '?' };
    let mut next = location.to_vec();
    next.extend_from_slice(format!("{sign}{pairs}&count={count}").as_bytes());
    next
}

/// The scheme of a URL, in small letters; empty for none.
fn scheme(url: &str) -> String {
    let url: String = url
        .trim_start_matches(|character: char| character <= ' ')
        .chars()
        .filter(|character| !matches!(character, '\t' | '\n' | '\r'))
        .collect();
    match url.split_once(':') {
        Some((scheme, _))
            if scheme.starts_with(|first: char| first.is_ascii_alphabetic())
                && scheme
                    .chars()
                    .all(|each| each.is_ascii_alphanumeric() || "+-.".contains(each)) =>
        {
            scheme.to_ascii_lowercase()
        }
        _ => String::new(),
    }
}

/// A name or a value of a query, each of whose bytes is a character.
fn encoded(bytes: &[u8]) -> String {
    let mut encoded = String::new();
    for byte in latin1(bytes).bytes() {
        match byte {
            b' ' => encoded.push('+'),
            b'_' | b'.' | b'-' | b'~' => encoded.push(char::from(byte)),
            _ if byte.is_ascii_alphanumeric() => encoded.push(char::from(byte)),
            _ => encoded.push_str(&format!("%{byte:02X}")),
        }
    }
    encoded
}

/// Greets, with the policy on who may be greeted.
pub(super) async fn hello(request: &mut Request) -> Outcome {
    let query = request.query();
    let policy = need(&query, "corp")?;
    let mut response = Response::new(200).header("Cross-Origin-Resource-Policy", policy);
    if let Some(origin) = request.joined("origin") {
        response = response.header("Access-Control-Allow-Origin", origin);
    }
    Ok(response.body("hello"))
}

/// An image, with the policy on who may see it.
pub(super) async fn image(request: &mut Request) -> Outcome {
    let query = request.query();
    let path = format!("{}green.png", request.folder());
    let image = request.site.files.read(&path);
    let image = image.ok_or_else(|| Fault::new(format!("{path} is missing")))?;
    let mut response = Response::new(200).body(image.into_owned());
    for (parameter, header) in [
        ("corp", "cross-origin-resource-policy"),
        ("acao", "access-control-allow-origin"),
        ("type", "content-type"),
    ] {
        if let Some(value) = query.first(parameter) {
            response = response.header(header, value);
        }
    }
    Ok(response)
}

/// Redirects, with a policy on who may follow.
pub(super) async fn redirect_with_policy(request: &mut Request) -> Outcome {
    let query = request.query();
    let mut response = Response::new(302).header("Location", need(&query, "redirectTo")?);
    if let Some(policy) = query.first("corp") {
        response = response.header("Cross-Origin-Resource-Policy", policy);
    }
    Ok(response)
}
