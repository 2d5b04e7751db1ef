//! What the handlers of web-platform-tests' `fetch/api` answer.

mod common;

use common::{ask, body, get, has, lacks, scripts};

const API: &str = "/fetch/api/resources";

#[tokio::test]
async fn status_and_reason_are_those_of_the_url() {
    let server = scripts(API, &["status"]).await;
    let url = format!("{API}/status.py?code=299&text=a%20b&type=x/y&content=%68i");
    let answer = ask(&server, &format!("PUT {url}"), &[], "").await;
    assert!(answer.starts_with("HTTP/1.1 299 a b\r\n"), "{answer}");
    has(&answer, "content-type: x/y");
    has(&answer, "x-request-method: PUT");
    assert_eq!(body(&answer), "hi");
    // Some want to see what a client does with a body where none may be.
    let answer = get(&server, &format!("{API}/status.py?code=204&content=hi")).await;
    assert!(answer.starts_with("HTTP/1.1 204 OMG\r\n"), "{answer}");
    assert_eq!(body(&answer), "hi");
    let answer = ask(
        &server,
        &format!("HEAD {API}/status.py?code=204&content=hi"),
        &[],
        "",
    )
    .await;
    assert_eq!(body(&answer), "");
    let answer = get(&server, &format!("{API}/status.py?code=x")).await;
    assert!(answer.starts_with("HTTP/1.1 500 "), "{answer}");
}

#[tokio::test]
async fn headers_are_told() {
    let server = scripts(API, &["inspect-headers", "method", "echo-content"]).await;
    let url = format!("GET {API}/inspect-headers.py?headers=X-One|x-none|Origin");
    let headers = ["X-One: 1", "Origin: http://a.test"];
    let answer = ask(&server, &url, &headers, "").await;
    has(&answer, "x-request-x-one: 1");
    has(&answer, "x-request-origin: http://a.test");
    lacks(&answer, "x-request-x-none");
    lacks(&answer, "access-control-allow-origin");
    let answer = ask(&server, &format!("{url}&cors"), &headers, "").await;
    has(&answer, "access-control-allow-origin: http://a.test");
    has(
        &answer,
        "access-control-expose-headers: x-request-X-One, x-request-x-none, x-request-Origin",
    );
    has(
        &answer,
        "access-control-allow-headers: host, connection, x-one, origin",
    );
    let answer = ask(&server, &url, &["X-One: \t\x01\x7f \x1fa "], "").await;
    has(&answer, "x-request-x-one: \x01\x7f \x1fa");
    let answer = ask(&server, &url, &["X-One: a\0"], "").await;
    assert!(answer.starts_with("HTTP/1.1 400 "), "{answer}");
    let values: Vec<_> = (0..253).map(|at| format!("X-{at}: {at}")).collect();
    let values: Vec<_> = values.iter().map(String::as_str).collect();
    let all = format!("GET {API}/inspect-headers.py?headers=X-0|X-252");
    let answer = ask(&server, &all, &values, "").await;
    has(&answer, "x-request-x-252: 252");
    let answer = ask(&server, &format!("CHICKEN {API}/method.py"), &[], "abc").await;
    has(&answer, "x-request-method: CHICKEN");
    has(&answer, "x-request-content-length: 3");
    has(&answer, "x-request-content-type: NO");
    assert_eq!(body(&answer), "abc");
}

#[tokio::test]
async fn credentials_are_wanted() {
    let names = ["authentication", "dump-authorization-header"];
    let server = scripts(API, &names).await;
    let url = format!("GET {API}/authentication.py?realm=here");
    let answer = ask(&server, &url, &[], "").await;
    assert!(
        answer.starts_with("HTTP/1.1 401 Unauthorized\r\n"),
        "{answer}"
    );
    has(&answer, "www-authenticate: Basic realm=\"here\"");
    let right = ["Authorization: Basic dXNlcjpwYXNzd29yZA=="];
    let answer = ask(&server, &url, &right, "").await;
    assert_eq!(body(&answer), "Authentication done");
    let answer = ask(&server, &url, &["Authorization: Basic dXNlcjpub3Q="], "").await;
    assert!(answer.starts_with("HTTP/1.1 401 "), "{answer}");
    let answer = ask(&server, &url, &["Authorization: Digest x"], "").await;
    assert!(answer.starts_with("HTTP/1.1 400 "), "{answer}");
    let url = format!("{API}/dump-authorization-header.py?strip_auth_header=1");
    let answer = ask(&server, &format!("GET {url}"), &right, "").await;
    assert_eq!(body(&answer), "Basic dXNlcjpwYXNzd29yZA==");
    has(&answer, "access-control-allow-origin: *");
    let asked = ["Access-Control-Request-Headers: Authorization"];
    let answer = ask(&server, &format!("OPTIONS {url}"), &asked, "").await;
    assert!(answer.starts_with("HTTP/1.1 500 "), "{answer}");
    assert_eq!(body(&answer), "fail");
}

#[tokio::test]
async fn redirects_keep_the_parameters_and_count() {
    let server = scripts(API, &["redirect", "redirect-empty-location"]).await;
    let url = format!("{API}/redirect.py?location=next%3Fa&q=%E9%20%2B");
    let answer = get(&server, &url).await;
    assert!(answer.starts_with("HTTP/1.1 302 Found\r\n"), "{answer}");
    has(
        &answer,
        "location: next?a&location=next%3Fa&q=%C3%A9+%2B&count=1",
    );
    let answer = get(&server, &format!("{url}&simple&redirect_status=308")).await;
    assert!(answer.starts_with("HTTP/1.1 308 \r\n"), "{answer}");
    has(&answer, "location: next?a");
    let answer = get(&server, &format!("{API}/redirect.py?location=mailto:a")).await;
    has(&answer, "location: mailto:a");
    let url = format!("{API}/redirect.py?location=x&token=t&max_count=1");
    let answer = get(&server, &url).await;
    assert!(answer.starts_with("HTTP/1.1 302 "), "{answer}");
    let answer = get(&server, &url).await;
    assert!(answer.starts_with("HTTP/1.1 200 "), "{answer}");
    assert_eq!(body(&answer), "1");
    let form = ["Content-Type: application/x-www-form-urlencoded"];
    let url = format!("POST {API}/redirect.py?location=x");
    let answer = ask(&server, &url, &form, "redirect_status=307").await;
    assert!(
        answer.starts_with("HTTP/1.1 307 Temporary Redirect\r\n"),
        "{answer}"
    );
    let answer = ask(&server, &format!("OPTIONS {API}/redirect.py"), &[], "").await;
    assert!(answer.starts_with("HTTP/1.1 200 "), "{answer}");
    let answer = get(&server, &format!("{API}/redirect-empty-location.py")).await;
    has(&answer, "location: ");
}

#[tokio::test]
async fn what_was_asked_before_is_told_after() {
    let server = scripts(API, &["preflight"]).await;
    let url =
        format!("{API}/preflight.py?token=t&allow_methods=PUT&max_age=5&control_request_headers");
    let asked = [
        "Accept: */*",
        "Access-Control-Request-Method: PUT",
        "Access-Control-Request-Headers: x-a",
        "Referer: http://r.test/",
    ];
    let answer = ask(&server, &format!("OPTIONS {url}"), &asked, "").await;
    assert!(answer.starts_with("HTTP/1.1 200 OK\r\n"), "{answer}");
    has(&answer, "access-control-allow-methods: PUT");
    has(&answer, "access-control-max-age: 5");
    let answer = ask(&server, &format!("PUT {url}"), &["Origin: http://o"], "").await;
    has(&answer, "x-did-preflight: 1");
    has(&answer, "x-control-request-headers: x-a");
    has(&answer, "x-preflight-referrer: http://r.test/");
    has(&answer, "x-origin: http://o");
    has(&answer, "x-referrer: ");
    // A second question is one too many.
    let answer = ask(&server, &format!("OPTIONS {url}"), &asked, "").await;
    assert!(answer.starts_with("HTTP/1.1 500 "), "{answer}");
    let clear = format!("{API}/preflight.py?token=t&clear-stash");
    assert_eq!(body(&get(&server, &clear).await), "1");
    assert_eq!(body(&get(&server, &clear).await), "0");
    let answer = get(&server, &url).await;
    has(&answer, "x-did-preflight: 0");
    let answer = ask(&server, &format!("OPTIONS {url}"), &asked[1..], "").await;
    assert!(answer.starts_with("HTTP/1.1 400 "), "{answer}");
    let url = format!("GET {API}/preflight.py?origin=a,%20b");
    let answer = ask(&server, &url, &[], "").await;
    has(&answer, "access-control-allow-origin: a");
    has(&answer, "access-control-allow-origin: b");
}

#[tokio::test]
async fn the_stash_is_put_into_and_taken_from() {
    let server = scripts(API, &["stash-put", "stash-take", "clean-stash"]).await;
    let put = format!("{API}/stash-put.py?key=k&value=%E9%22");
    let take = format!("{API}/stash-take.py?key=k");
    assert_eq!(body(&get(&server, &put).await), "done");
    assert!(get(&server, &put).await.starts_with("HTTP/1.1 500 "));
    let answer = get(&server, &take).await;
    has(&answer, "content-type: application/json");
    assert_eq!(body(&answer), r#""\u00e9\"""#);
    assert_eq!(body(&get(&server, &take).await), "null");
    get(&server, &put).await;
    server.begin();
    assert_eq!(body(&get(&server, &take).await), "null");
    let answer = get(&server, &format!("{API}/clean-stash.py?token=k")).await;
    assert_eq!(body(&answer), "0");
}
