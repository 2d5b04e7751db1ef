//! What the handlers of web-platform-tests' `xhr` and `common` answer.

mod common;

use std::time::{Duration, Instant};

use common::{ask, body, get, has, lacks, scripts};

const XHR: &str = "/xhr/resources";
const COMMON: &str = "/common";
const ORIGIN: &str = "Origin: http://o.test";

#[tokio::test]
async fn the_origin_that_asks_may_read() {
    let names = [
        "access-control-basic-allow",
        "access-control-basic-allow-star",
        "access-control-basic-put-allow",
        "access-control-origin-header",
    ];
    let server = scripts(XHR, &names).await;
    let url = format!("GET {XHR}/access-control-basic-allow.py");
    let answer = ask(&server, &url, &[ORIGIN], "").await;
    has(&answer, "access-control-allow-origin: http://o.test");
    has(&answer, "access-control-allow-credentials: true");
    // The script knows nothing of requests from the same origin.
    let answer = ask(&server, &url, &[], "").await;
    assert!(answer.starts_with("HTTP/1.1 500 "), "{answer}");
    let answer = get(
        &server,
        &format!("{XHR}/access-control-basic-allow-star.py"),
    )
    .await;
    has(&answer, "access-control-allow-origin: *");
    let url = format!("{XHR}/access-control-basic-put-allow.py");
    let answer = ask(&server, &format!("PUT {url}"), &[ORIGIN], "abc").await;
    assert_eq!(body(&answer), "PASS: Cross-domain access allowed.\nabc");
    let answer = ask(&server, &format!("POST {url}"), &[ORIGIN], "abc").await;
    assert_eq!(body(&answer), "Wrong method: POST");
    let url = format!("GET {XHR}/access-control-origin-header.py");
    let answer = ask(&server, &url, &[ORIGIN], "").await;
    assert!(
        body(&answer).ends_with("HTTP_ORIGIN: http://o.test"),
        "{answer}"
    );
}

#[tokio::test]
async fn permissions_are_a_play_in_steps() {
    let names = ["cache", "cache-timeout", "cache-invalidation"]
        .map(|name| format!("access-control-basic-preflight-{name}"));
    let server = scripts(XHR, &names.each_ref().map(String::as_str)).await;
    let good = "PASS: Second PUT request. Preflight worked.";
    let again = "PASS: Second OPTIONS request was sent.";
    let plays: [(usize, &[&str], &str); 6] = [
        (0, &["OPTIONS", "PUT", "PUT"], good),
        (
            0,
            &["OPTIONS", "PUT", "OPTIONS", "PUT"],
            "FAIL PUT: Second OPTIONS request was sent. Preflight failed.",
        ),
        (0, &["GET"], "FAIL GET: Uninitialized"),
        (1, &["OPTIONS", "PUT", "OPTIONS", "PUT"], again),
        (
            1,
            &["OPTIONS", "PUT", "PUT"],
            "FAIL PUT: Second PUT request sent without preflight",
        ),
        (2, &["OPTIONS", "PUT", "OPTIONS", "XMETHOD"], again),
    ];
    for (at, (script, methods, expected)) in plays.into_iter().enumerate() {
        let url = format!("{XHR}/{}.py?token={at}", names[script]);
        let mut last = String::new();
        for method in methods {
            last = ask(&server, &format!("{method} {url}"), &[ORIGIN], "").await;
        }
        assert_eq!(body(&last), expected, "{methods:?}");
    }
}

#[tokio::test]
async fn what_was_sent_is_told() {
    let names = [
        "content",
        "corsenabled",
        "form",
        "inspect-headers",
        "echo-content-type",
    ];
    let server = scripts(XHR, &names).await;
    let mime = ["Content-Type: text/x; y=Z"];
    let url = format!("PUT {XHR}/content.py?a=b&response_charset_label=koi8-r");
    let answer = ask(&server, &url, &mime, "abc").await;
    has(&answer, "content-type: text/plain;charset=koi8-r");
    has(&answer, "x-request-method: PUT");
    has(
        &answer,
        "x-request-query: a=b&response_charset_label=koi8-r",
    );
    has(&answer, "x-request-content-length: 3");
    has(&answer, "x-request-content-type: text/x; y=Z");
    assert_eq!(body(&answer), "abc");
    let answer = get(&server, &format!("{XHR}/content.py")).await;
    has(&answer, "x-request-query: NO");
    let url = format!("POST {XHR}/corsenabled.py?safelist_content_type");
    let answer = ask(&server, &url, &mime, "abc").await;
    has(&answer, "x-request-data: abc");
    has(&answer, "access-control-allow-headers: x-test, x-foo");
    has(&answer, "access-control-allow-headers: content-type");
    let form = ["Content-Type: application/x-www-form-urlencoded"];
    let url = format!("POST {XHR}/form.py");
    let answer = ask(&server, &url, &form, "id=1&value=a%20b").await;
    assert_eq!(body(&answer), "id:1;value:a b;");
    let answer = ask(&server, &url, &form, "id=1").await;
    assert!(answer.starts_with("HTTP/1.1 500 "), "{answer}");
    let url = format!("POST {XHR}/echo-content-type.py");
    let answer = ask(&server, &url, &mime, "").await;
    assert_eq!(body(&answer), "text/x; y=Z");
}

#[tokio::test]
async fn redirects_lead_where_the_url_says() {
    let server = scripts(XHR, &["redirect", "redirect-cors"]).await;
    let answer = get(&server, &format!("{XHR}/redirect.py?code=301")).await;
    assert!(
        answer.starts_with("HTTP/1.1 301 WEBSRT MARKETING\r\n"),
        "{answer}"
    );
    has(&answer, "location: /xhr/resources/redirect.py?followed");
    let url = format!("{XHR}/redirect.py?location=redirect.py%3Fa%2526b%26c");
    has(
        &get(&server, &url).await,
        "location: redirect.py?a&b&code=302",
    );
    let answer = get(&server, &format!("{XHR}/redirect.py?followed")).await;
    assert_eq!(body(&answer), "MAGIC HAPPENED");
    let url = format!("{XHR}/redirect-cors.py?location=/x&allow_origin&allow_header=x-a");
    let answer = ask(&server, &format!("OPTIONS {url}"), &[ORIGIN], "").await;
    assert!(answer.starts_with("HTTP/1.1 200 "), "{answer}");
    has(&answer, "access-control-allow-origin: http://o.test");
    has(&answer, "access-control-allow-headers: x-a");
    lacks(&answer, "location");
    let answer = ask(&server, &format!("GET {url}"), &[ORIGIN], "").await;
    assert!(answer.starts_with("HTTP/1.1 302 "), "{answer}");
    has(&answer, "location: /x");
    let answer = get(&server, &format!("{COMMON}/redirect.py?location=/x")).await;
    assert!(answer.starts_with("HTTP/1.1 404 "), "{answer}");
}

#[tokio::test]
async fn answers_take_their_time() {
    let server = scripts(XHR, &["delay", "trickle", "bad-chunk-encoding"]).await;
    let begin = Instant::now();
    let answer = get(&server, &format!("{XHR}/delay.py?ms=100")).await;
    assert_eq!(body(&answer), "TEST_DELAY");
    assert!(begin.elapsed() >= Duration::from_millis(100));
    let url = format!("{XHR}/trickle.py?ms=1&count=2&specifylength");
    let answer = get(&server, &url).await;
    has(&answer, "content-length: 26");
    assert_eq!(body(&answer), "TEST_TRICKLE\nTEST_TRICKLE\n");
    let answer = get(&server, &format!("{XHR}/bad-chunk-encoding.py")).await;
    assert!(body(&answer).ends_with("TEST_CHUNK\r\ngarbage"), "{answer}");
}

#[tokio::test]
async fn messages_are_taken_in_order() {
    let server = scripts(COMMON, &["dispatcher/dispatcher"]).await;
    let url = format!("{COMMON}/dispatcher/dispatcher.py?uuid=u");
    for message in ["one", "two"] {
        let answer = ask(&server, &format!("POST {url}"), &[], message).await;
        assert_eq!(body(&answer), "done");
    }
    get(&server, &format!("{url}&show-headers")).await;
    assert_eq!(body(&get(&server, &url).await), "one");
    assert_eq!(body(&get(&server, &url).await), "two");
    let headers = r#"{"host": "localhost", "connection": "close"}"#;
    assert_eq!(body(&get(&server, &url).await), headers);
    let answer = get(&server, &url).await;
    assert_eq!(body(&answer), "not ready");
    has(&answer, "access-control-allow-origin: *");
}

#[tokio::test]
async fn common_redirects_and_echoes() {
    let server = scripts(COMMON, &["redirect", "redirect-opt-in", "slow", "echo"]).await;
    let url = format!("GET {COMMON}/redirect.py?location=/x&status=307&enable-cors");
    let answer = ask(&server, &url, &[ORIGIN], "").await;
    assert!(
        answer.starts_with("HTTP/1.1 307 Temporary Redirect\r\n"),
        "{answer}"
    );
    has(&answer, "location: /x");
    has(&answer, "access-control-allow-origin: http://o.test");
    let answer = get(&server, &format!("{COMMON}/redirect-opt-in.py?location=/x")).await;
    has(&answer, "timing-allow-origin: *");
    let begin = Instant::now();
    get(&server, &format!("{COMMON}/slow.py?delay=100")).await;
    assert!(begin.elapsed() >= Duration::from_millis(100));
    let answer = get(&server, &format!("{COMMON}/echo.py?content=%3Cb%3E")).await;
    assert_eq!(body(&answer), "<b>");
}

#[tokio::test]
async fn headers_are_told_as_they_came() {
    let names = ["echo-headers", "inspect-headers"];
    let server = scripts(XHR, &names).await;
    let headers = ["X-oNe: a\x01b ", "x-One:  c"];
    let url = format!("POST {XHR}/echo-headers.py");
    let answer = ask(&server, &url, &headers, "body\r\n\r\n").await;
    assert_eq!(
        body(&answer),
        "Host: localhost\nConnection: close\nX-oNe: a\x01b \nx-One: c\nContent-Length: 8\n\n"
    );
    let url = format!("GET {XHR}/inspect-headers.py?filter_name=x-one");
    let answer = ask(&server, &url, &headers, "").await;
    assert_eq!(body(&answer), "X-oNe: a\x01b \nx-One: c\n");
    let url = format!("GET {XHR}/inspect-headers.py?filter_value=c");
    let answer = ask(&server, &url, &headers, "").await;
    assert_eq!(body(&answer), "x-One,");
}
