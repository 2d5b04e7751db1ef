//! `fetch/private-network-access`: requests to networks that are more private than where they come
//! from.

use crate::request::Request;
use crate::response::Response;
use crate::wpt::functions::uuid;
use crate::wpt::handlers::support::{Fault, Outcome, filled, key};
use crate::wpt::query::Params;

/// Grants what the URL says, and knows whether permission was asked for before.
pub(super) async fn preflight(request: &mut Request) -> Outcome {
    let query = request.query();
    let once = query.first("treat-as-public-once").map(key);
    let is_first = once.is_some_and(|once| {
        let is_first = request.take(&once).is_none();
        request.put(&once, "");
        is_first
    });
    let name = query.first("preflight-uuid").map(key);
    match (request.is_options(), is_first) {
        (true, true) => Ok(refused(
            400,
            "received preflight for first treat-as-public request",
        )),
        (true, false) => asked(request, &query, name.as_deref()),
        (false, true) => {
            let policy = "treat-as-public-address";
            let response = Response::new(200).header("Content-Security-Policy", policy);
            sent(request, &query, response, false)
        }
        (false, false) => {
            let is_missing = name
                .as_ref()
                .is_some_and(|name| request.take(name).is_none());
            let file = filled(&query, "file-if-no-preflight-received");
            let is_optional = filled(&query, "is-preflight-optional").or(file).is_some();
            if is_missing && !is_optional {
                return Ok(refused(405, "no preflight received"));
            }
            if let Some(name) = name {
                request.put(&name, "final");
            }
            let method = request.method.as_str().as_bytes();
            let response = granted(request, method, query.first("final-headers"))?;
            sent(request, &query, response, is_missing)
        }
    }
}

fn refused(status: u16, why: &'static str) -> Response {
    Response::new(status).body(why)
}

/// Somebody asks for permission.
fn asked(request: &Request, query: &Params, name: Option<&str>) -> Outcome {
    let Some(name) = name else {
        return Ok(refused(
            400,
            "missing `preflight-uuid` param from preflight URL",
        ));
    };
    let was_asked = request.take(name).is_some();
    request.put(name, "preflight");
    if was_asked && filled(query, "expect-single-preflight").is_some() {
        return Ok(refused(400, "received duplicated preflight"));
    }
    let method = request.header_or("access-control-request-method", "");
    let response = granted(request, &method, query.first("preflight-headers"))?;
    Ok(response.body("preflight"))
}

/// The headers that grant this method.
fn granted(request: &Request, method: &[u8], mode: Option<&[u8]>) -> Outcome {
    let private = "Access-Control-Allow-Private-Network";
    let response = Response::new(200);
    let with_method = || Response::new(200).header("Access-Control-Allow-Methods", method);
    Ok(match mode {
        Some(b"cors") => with_method().allow_all(),
        Some(b"cors+pna") => with_method().allow_all().header(private, "true"),
        Some(b"cors+pna+sw") => with_method()
            .allow_all()
            .header(private, "true")
            .header("Access-Control-Allow-Headers", "Service-Worker"),
        Some(b"navigation") => with_method()
            .header("Access-Control-Allow-Origin", request.need_origin()?)
            .header("Access-Control-Allow-Credentials", "true")
            .header(private, "true"),
        _ => response,
    })
}

/// The request itself, with or without permission.
fn sent(request: &Request, query: &Params, mut response: Response, is_missing: bool) -> Outcome {
    if let Some(location) = query.first("redirect") {
        response.status = 301;
        return Ok(response.header("Location", location));
    }
    if let Some(mime) = query.first("mime-type") {
        response = response.header("Content-Type", mime);
    }
    if filled(query, "is-loaded-in-fenced-frame").is_some() {
        response = response.header("Supports-Loading-Mode", "fenced-frame");
    }
    let instead = match is_missing && filled(query, "is-preflight-optional").is_none() {
        true => query.first("file-if-no-preflight-received"),
        false => None,
    };
    let Some(file) = instead.or(query.first("file")) else {
        let body = filled(query, "body").unwrap_or(b"success");
        return Ok(response.body(body.to_vec()));
    };
    let path = format!("{}{}", request.folder(), key(file));
    let content = request.site.files.read(&path);
    let content = content.ok_or_else(|| Fault::new(format!("{path} is missing")))?;
    let mut body = match filled(query, "random-js-prefix") {
        Some(_) => format!("// Random value: {}\n\n", uuid()).into_bytes(),
        None => Vec::new(),
    };
    body.extend_from_slice(&content);
    Ok(response.body(body))
}
