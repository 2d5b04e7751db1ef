//! `xhr/resources`: who may read what, and who has to ask before.

use tokio::time::{Duration, sleep};

use crate::request::Request;
use crate::response::Response;
use crate::wpt::handlers::support::{Outcome, key, need, number};

const ALLOWED: &str = "PASS: Cross-domain access allowed.";

/// Lets the origin that asks read it, without credentials.
pub(super) async fn allow_no_credentials(request: &mut Request) -> Outcome {
    let response = Response::of(200, "text/plain", ALLOWED);
    Ok(response.header("Access-Control-Allow-Origin", request.need_origin()?))
}

/// Lets everybody read it.
pub(super) async fn allow_star(_request: &mut Request) -> Response {
    Response::of(200, "text/plain", ALLOWED).allow_all()
}

/// Lets the origin that asks read it, with credentials.
pub(super) async fn allow(request: &mut Request) -> Outcome {
    Ok(Response::of(200, "text/plain", ALLOWED)
        .header("Access-Control-Allow-Credentials", "true")
        .header("Access-Control-Allow-Origin", request.need_origin()?))
}

/// How permissions are given that are kept for a while.
struct Permission {
    /// For how many seconds.
    age: &'static str,
    /// Whether the first permission is for a header, too.
    header: bool,
    /// The methods of the second permission; `None` when nobody should ask for one.
    second: Option<&'static str>,
    /// The status of what should not have come.
    failure: u16,
}

/// Permission is asked for once, and is good for what comes next.
pub(super) async fn cache(request: &mut Request) -> Outcome {
    let permission = Permission {
        age: "10",
        header: false,
        second: None,
        failure: 400,
    };
    step(request, &permission)
}

/// Permission is asked for again when it is too old.
pub(super) async fn cache_timeout(request: &mut Request) -> Outcome {
    let permission = Permission {
        age: "1",
        header: true,
        second: Some("PUT"),
        failure: 200,
    };
    step(request, &permission)
}

/// Permission is asked for again when it doesn't suffice.
pub(super) async fn cache_invalidation(request: &mut Request) -> Outcome {
    let permission = Permission {
        age: "10",
        header: false,
        second: Some("PUT, XMETHOD"),
        failure: 200,
    };
    step(request, &permission)
}

/// One request in the play of asking and doing; how far it is stands in the stash.
fn step(request: &Request, permission: &Permission) -> Outcome {
    let response = Response::new(200)
        .header("Access-Control-Allow-Origin", request.need_origin()?)
        .header("Access-Control-Allow-Credentials", "true");
    let token = need(&request.query(), "token").map(key)?;
    let state = request.take(&token).map(|state| key(&state));
    let state = state.as_deref().unwrap_or("Uninitialized");
    let next = |state: &'static str| request.put(&token, state);
    let allow_methods = |response: Response, methods: &str| {
        response.header("Access-Control-Allow-Methods", methods)
    };
    let allow_header =
        |response: Response| response.header("Access-Control-Allow-Headers", "x-test");
    Ok(match (state, request.method.as_str(), permission.second) {
        ("Uninitialized", "OPTIONS", _) => {
            next("OPTIONSSent");
            let mut response = allow_methods(response, "PUT");
            if permission.header {
                response = allow_header(response);
            }
            response.header("Access-Control-Max-Age", permission.age)
        }
        ("OPTIONSSent", "PUT", _) => {
            next("FirstPUTSent");
            response.body("PASS: First PUT request.")
        }
        ("FirstPUTSent", "PUT", None) => {
            response.body("PASS: Second PUT request. Preflight worked.")
        }
        ("FirstPUTSent", "OPTIONS", None) => {
            next("FAILSecondOPTIONSSent");
            allow_methods(response, "PUT")
        }
        ("FirstPUTSent", "OPTIONS", Some(methods)) => {
            next("SecondOPTIONSSent");
            allow_header(allow_methods(response, methods))
        }
        ("SecondOPTIONSSent", method, Some(methods))
            if methods.split(", ").any(|allowed| allowed == method) =>
        {
            response.body("PASS: Second OPTIONS request was sent.")
        }
        (_, method, _) => {
            let why = match (state, method) {
                ("FirstPUTSent", "PUT") => "Second PUT request sent without preflight",
                ("FAILSecondOPTIONSSent", "PUT") => {
                    "Second OPTIONS request was sent. Preflight failed."
                }
                _ => state,
            };
            Response {
                status: permission.failure,
                ..response.body(format!("FAIL {method}: {why}"))
            }
        }
    })
}

/// Lets the origin that asks put something, which comes back.
pub(super) async fn put_allow(request: &mut Request) -> Outcome {
    let response = Response::new(200).header("Content-Type", "text/plain");
    let method = request.method.as_str().to_owned();
    if method != "OPTIONS" && method != "PUT" {
        return Ok(response.body(format!("Wrong method: {method}")));
    }
    let mut response = response.header("Access-Control-Allow-Credentials", "true");
    if method == "OPTIONS" {
        response = response.header("Access-Control-Allow-Methods", "PUT");
    }
    let response = response.header("Access-Control-Allow-Origin", request.need_origin()?);
    if method == "OPTIONS" {
        return Ok(response);
    }
    let body = request.body().await;
    Ok(response.body([ALLOWED.as_bytes(), b"\n", &body].concat()))
}

/// Tells everybody which origin asks.
pub(super) async fn origin_header(request: &mut Request) -> Outcome {
    let text = format!("{ALLOWED}\nHTTP_ORIGIN: ");
    let text = [text.as_bytes(), &request.need_origin()?].concat();
    Ok(Response::of(200, "text/plain", text)
        .header("Cache-Control", "no-cache, no-store")
        .header("Access-Control-Allow-External", "true")
        .allow_all())
}

/// Grants any header.
pub(super) async fn headers_star(request: &mut Request) -> Response {
    match request.method.as_str() {
        "OPTIONS" => Response::new(200)
            .allow_all()
            .header("Access-Control-Allow-Headers", "*"),
        _ => with_test_header(request),
    }
}

/// Grants one header to the origin that asks.
pub(super) async fn headers_origin(request: &mut Request) -> Outcome {
    Ok(match request.method.as_str() {
        "OPTIONS" => Response::new(200)
            .header("Access-Control-Allow-Origin", request.need_origin()?)
            .header("Access-Control-Allow-Headers", "X-Test"),
        _ => with_test_header(request),
    })
}

/// Wants the header that permission was asked for.
fn with_test_header(request: &Request) -> Response {
    let is_there = request
        .joined("x-test")
        .is_some_and(|value| !value.is_empty());
    match (request.method.as_str(), is_there) {
        ("GET", true) => Response::of(200, "text/plain", "PASS").allow_all(),
        ("GET", false) => Response::new(400).allow_all(),
        _ => Response::new(200),
    }
}

/// Tells everybody what was sent, after `delay` seconds.
pub(super) async fn corsenabled(request: &mut Request) -> Outcome {
    let query = request.query();
    let mut response = Response::new(200).allow_tests().header(
        "Access-Control-Expose-Headers",
        "x-request-method, x-request-content-type, x-request-query, \
             x-request-content-length, x-request-data",
    );
    if let Some(seconds) = query.first("delay") {
        sleep(Duration::from_secs(number(seconds)?)).await;
    }
    if query.contains("safelist_content_type") {
        response = response.header("Access-Control-Allow-Headers", "content-type");
    }
    let body = request.body().await;
    Ok(response
        .tell_request(request)
        .header("X-Request-Data", &body[..])
        .body("Test"))
}

/// Redirects, with what `allow_origin` and `allow_header` grant.
pub(super) async fn redirect_cors(request: &mut Request) -> Outcome {
    let query = request.query();
    let location = need(&query, "location")?;
    let mut response = Response::new(200);
    let redirects = match request.method.as_str() {
        "OPTIONS" => query.contains("redirect_preflight"),
        method => method == "GET",
    };
    if redirects {
        response.status = 302;
        response = response.header("Location", location);
    }
    if request.is_options() {
        response = response
            .header("Access-Control-Allow-Methods", "GET")
            .header("Access-Control-Max-Age", "1");
    }
    if query.contains("allow_origin") {
        response = response.header("Access-Control-Allow-Origin", request.need_origin()?);
    }
    if let Some(headers) = query.first("allow_header") {
        response = response.header("Access-Control-Allow-Headers", headers);
    }
    Ok(response)
}

/// Says that the play begins anew.
pub(super) async fn reset_token(request: &mut Request) -> Outcome {
    let origin = request.need_origin()?;
    let token = need(&request.query(), "token").map(key)?;
    request.put_first(&request.path, &token, "")?;
    let response = Response::new(200).header("Access-Control-Allow-Origin", origin);
    Ok(response.body("PASS"))
}
