//! What stands for the scripts of `eventsource`, `html`, `FileAPI`, `encoding`, `url` and `wasm`.

mod common;

use std::time::{Duration, Instant};

use common::{ask, get, raw, start};
use winterproof_server::Server;

/// A server whose suite root has these scripts.
async fn scripts(paths: &[&str]) -> Server {
    let files: Vec<_> = paths.iter().map(|path| (*path, "")).collect();
    start(&files).await
}

fn status(answer: &str) -> &str {
    &answer["HTTP/1.1 ".len()..][..3]
}

fn body(answer: &str) -> &str {
    answer.split_once("\r\n\r\n").unwrap().1
}

/// A header, empty for none.
fn header<'a>(answer: &'a str, name: &str) -> &'a str {
    let start = format!("{name}: ");
    let line = answer
        .lines()
        .find_map(|line| line.strip_prefix(&start[..]));
    line.unwrap_or_default()
}

const RESOURCES: &str = "/eventsource/resources";

#[tokio::test]
async fn an_event_is_what_the_query_says() {
    let path = format!("{RESOURCES}/message.py");
    let server = scripts(&[&path]).await;
    let answer = get(&server, &path).await;
    assert_eq!(header(&answer, "Content-Type"), "text/event-stream");
    assert_eq!(body(&answer), "data: data\n\n\n");
    let query = "?newline=none&mime=text/x%20y&message=data%3Aa%0Aid:%00&sleep=50";
    let start = Instant::now();
    let answer = get(&server, &format!("{path}{query}")).await;
    assert!(start.elapsed() >= Duration::from_millis(50));
    assert_eq!(header(&answer, "Content-Type"), "text/x y");
    assert_eq!(body(&answer), "data:a\nid:\0\n");
    assert_eq!(
        status(&get(&server, &format!("{path}?sleep=x")).await),
        "500"
    );
}

#[tokio::test]
async fn an_event_has_an_id_that_comes_back() {
    let (one, two) = (
        format!("{RESOURCES}/last-event-id.py"),
        format!("{RESOURCES}/last-event-id2.py"),
    );
    let server = scripts(&[&one, &two]).await;
    let first = get(&server, &one).await;
    assert_eq!(body(&first), "id: \u{2026}\nretry: 200\ndata: hello\n\n");
    let given = get(&server, &format!("{one}?idvalue=%00a")).await;
    assert_eq!(body(&given), "id: \0a\nretry: 200\ndata: hello\n\n");
    let again = ask(
        &server,
        &format!("GET {one}"),
        &["Last-Event-ID: \u{2026}"],
        "",
    )
    .await;
    assert_eq!(body(&again), "data: \u{2026}\n\n");
    for (query, part) in [
        ("", "id: 2\n"),
        ("?type=2", "\nid:\n"),
        ("?type=3", "\nid\n"),
    ] {
        let answer = get(&server, &format!("{two}{query}")).await;
        assert!(answer.contains(part), "{query}: {answer}");
    }
    let answer = get(&server, &format!("{two}?type=9")).await;
    assert_eq!(body(&answer), "data: invalid_test\n\n");
}

#[tokio::test]
async fn cookies_tell_who_comes_back() {
    let (reconnect, fail) = (
        format!("{RESOURCES}/status-reconnect.py"),
        format!("{RESOURCES}/reconnect-fail.py"),
    );
    let server = scripts(&[&reconnect, &fail]).await;
    let path = format!("GET {reconnect}?status=503&ok_first&id=1");
    let answer = ask(&server, &path, &[], "").await;
    assert!(answer.starts_with("HTTP/1.1 503 TEST\r\n"), "{answer}");
    assert_eq!(header(&answer, "Set-Cookie"), "request1=503; Path=/");
    assert_eq!(body(&answer), "retry: 2\ndata: ok\n\n");
    let answer = ask(&server, &path, &["Cookie: a=b; request1=503"], "").await;
    assert_eq!((status(&answer), body(&answer)), ("200", "data: data\n\n"));
    assert!(
        header(&answer, "Set-Cookie").starts_with("request1=; expires="),
        "{answer}"
    );

    let path = format!("GET {fail}?id=7");
    for (cookie, first, next) in [
        ("", "HTTP/1.1 200 OPEN", "recon_fail_7=opened; Path=/"),
        (
            "recon_fail_7=opened",
            "HTTP/1.1 200 RECONNECT",
            "recon_fail_7=reconnected; Path=/",
        ),
        (
            "recon_fail_7=reconnected",
            "HTTP/1.1 204 NO CONTENT (CLOSE)",
            "recon_fail_7=; expires=27 jul 2001 00:00:00 GMT; Max-Age=0; Path=/",
        ),
    ] {
        let cookie = format!("Cookie: {cookie}");
        let answer = ask(&server, &path, &[&cookie], "").await;
        assert!(answer.starts_with(first), "{answer}");
        assert_eq!(header(&answer, "Set-Cookie"), next);
    }
    assert_eq!(status(&get(&server, &fail).await), "500");
}

#[tokio::test]
async fn another_origin_may_read_events() {
    let path = format!("{RESOURCES}/cors.py");
    let server = start(&[
        (&path[..], ""),
        (
            "/eventsource/resources/cache-control.event_stream",
            "data: {{headers[cache-control]}}\n",
        ),
    ])
    .await;
    let origin = "Origin: http://a.test";
    let answer = ask(
        &server,
        &format!("GET {path}?run=cache-control"),
        &[origin, "Cache-Control: no-store"],
        "",
    )
    .await;
    assert_eq!(
        header(&answer, "Access-Control-Allow-Origin"),
        "http://a.test"
    );
    assert_eq!(header(&answer, "Access-Control-Allow-Credentials"), "true");
    assert_eq!(header(&answer, "Content-Type"), "text/event-stream");
    assert_eq!(body(&answer), "data: no-store\n");
    let path = format!("GET {path}?credentials=false&origin=*&run=");
    let answer = ask(&server, &format!("{path}message&message=a"), &[origin], "").await;
    assert_eq!(header(&answer, "Access-Control-Allow-Origin"), "*");
    assert_eq!(header(&answer, "Access-Control-Allow-Credentials"), "false");
    assert_eq!(body(&answer), "a\n\n\n");
    let answer = ask(
        &server,
        &format!("{path}status-reconnect&status=410"),
        &[origin],
        "",
    )
    .await;
    assert_eq!(status(&answer), "410");
    let answer = ask(&server, &format!("{path}message"), &[], "").await;
    assert_eq!(status(&answer), "500");
}

#[tokio::test]
async fn a_cookie_comes_with_events() {
    let path = format!("GET {RESOURCES}/cors-cookie.py?ident=i&origin=none");
    let server = scripts(&[&format!("{RESOURCES}/cors-cookie.py")]).await;
    let origin = "Origin: http://a.test";
    for (headers, said) in [
        (vec![origin], "id: 1\nretry: 200\ndata: first NO_COOKIE\n\n"),
        (
            vec![origin, "Cookie: i=COOKIE", "Last-Event-ID: 1"],
            "id: 2\ndata: second COOKIE\n\n",
        ),
        (vec![origin, "Last-Event-ID: 2"], "data: 2NO_COOKIE\n\n"),
    ] {
        let answer = ask(&server, &path, &headers, "").await;
        assert_eq!(body(&answer), said);
        assert_eq!(header(&answer, "Access-Control-Allow-Origin"), "");
        assert_eq!(header(&answer, "Access-Control-Allow-Credentials"), "true");
    }
}

#[tokio::test]
async fn events_go_on_and_errors_are_told() {
    let (events, error) = (
        format!("{RESOURCES}/message2.py"),
        format!("{RESOURCES}/status-error.py"),
    );
    let server = scripts(&[&events, &error]).await;
    let request = format!("GET {events} HTTP/1.0\r\nHost: x\r\n\r\n");
    let answer = tokio::time::timeout(Duration::from_secs(3), raw(&server, request)).await;
    assert!(answer.is_err(), "it has ended: {answer:?}");
    let answer = get(&server, &error).await;
    assert!(answer.starts_with("HTTP/1.1 404 HAHAHAHA\r\n"), "{answer}");
    assert_eq!(body(&answer), "data: data\n\n");
    let answer = get(&server, &format!("{error}?status=204")).await;
    assert_eq!((status(&answer), body(&answer)), ("204", ""));
}

#[tokio::test]
async fn bodies_come_back_as_texts() {
    let path = "/FileAPI/file/resources/echo-content-escaped.py";
    let server = scripts(&[path]).await;
    let post = format!("POST {path}");
    let answer = ask(
        &server,
        &post,
        &["Content-Type: a/b"],
        "a\\\r\n\n\r\u{e9}\x7f~",
    )
    .await;
    assert_eq!(body(&answer), "a\\\\\r\n\\x0a\\x0d\\xc3\\xa9\\x7f~");
    assert_eq!(header(&answer, "X-Request-Method"), "POST");
    assert_eq!(header(&answer, "X-Request-Content-Length"), "10");
    assert_eq!(header(&answer, "X-Request-Content-Type"), "a/b");
    let head = format!("{post} HTTP/1.1\r\nHost: x\r\nConnection: close\r\n");
    let chunks = "Transfer-Encoding: chunked\r\n\r\n1\r\n\0\r\n0\r\n\r\n";
    let answer = raw(&server, format!("{head}{chunks}")).await;
    assert_eq!(body(&answer), r"\x00");
    assert_eq!(header(&answer, "X-Request-Content-Length"), "NO");
    let answer = get(&server, path).await;
    assert_eq!(header(&answer, "X-Request-Content-Length"), "NO");
}

#[tokio::test]
async fn encodings_are_named() {
    let (raw, plain, page, link) = (
        "/encoding/resources/single-byte-raw.py",
        "/encoding/resources/text-plain-charset.py",
        "/encoding/resources/text-html-meta-charset.py",
        "/url/resources/percent-encoding.py",
    );
    let server = scripts(&[raw, plain, page, link]).await;
    let answer = get(&server, &format!("{raw}?label=x-a")).await;
    assert_eq!(header(&answer, "Content-Type"), "text/plain;charset=x-a");
    assert_eq!(header(&answer, "Content-Length"), "255");
    let answer = get(&server, &format!("{plain}?label=x-a")).await;
    assert_eq!(header(&answer, "Content-Type"), "text/plain;charset=x-a");
    assert_eq!(body(&answer), "hello encoding");
    let answer = get(&server, &format!("{page}?label=x-a")).await;
    assert_eq!(body(&answer), "<meta charset=\"x-a\">hello encoding");
    let answer = get(&server, &format!("{link}?encoding=x-a&value=w7/wn5i+")).await;
    assert_eq!(header(&answer, "Content-Type"), "text/html;charset=x-a");
    let expected = "<a href=\"https://doesnotmatter.invalid/?&#xFF;&#x1F63E;#&#xFF;&#x1F63E;\">";
    assert!(answer.contains(expected), "{answer}");
    for path in [raw, plain, page, link] {
        assert_eq!(status(&get(&server, path).await), "500", "{path}");
    }
}

#[tokio::test]
async fn pages_are_loaded_again_and_scripts_reject() {
    let folder = "/html/webappapis/dynamic-markup-insertion/opening-the-input-stream/resources";
    let (by_header, by_element) = (
        format!("{folder}/http-refresh.py"),
        format!("{folder}/meta-refresh.py"),
    );
    let picture = format!("{folder}/slow-png.py");
    let rejecting = "/html/webappapis/scripting/processing-model-2/unhandled-promise-rejections/\
                     support/promise-access-control.py";
    let wasm = "/wasm/webapi/status.py";
    let server = scripts(&[&by_header, &by_element, &picture, rejecting, wasm]).await;
    assert_eq!(header(&get(&server, &by_header).await, "Refresh"), "0");
    assert_eq!(
        header(&get(&server, &format!("{by_header}?1")).await, "Refresh"),
        "1"
    );
    let answer = get(&server, &format!("{by_element}?4")).await;
    assert_eq!(body(&answer), "<meta http-equiv=refresh content=4>");
    let start = Instant::now();
    let answer = get(&server, &picture).await;
    assert!(start.elapsed() >= Duration::from_secs(2));
    assert!(body(&answer).contains("PNG"), "{answer}");
    for (query, origin) in [("", ""), ("?allow=false", ""), ("?allow=true", "*")] {
        let answer = get(&server, &format!("{rejecting}{query}")).await;
        assert_eq!(header(&answer, "Content-Type"), "application/javascript");
        assert_eq!(header(&answer, "Access-Control-Allow-Origin"), origin);
    }
    let answer = get(&server, &format!("{wasm}?status=418")).await;
    assert_eq!(
        (status(&answer), body(&answer)),
        ("418", "\0asm\u{1}\0\0\0")
    );
}

#[tokio::test]
async fn a_page_waits_for_commands() {
    let path = "/html/browsers/browsing-the-web/remote-context-helper/resources/executor-window.py";
    let server = scripts(&[path]).await;
    let request = format!("GET {path}?uuid=u&startOn=load&script=/a%22.js&status=404");
    let answer = ask(&server, &request, &["X-A: </script>"], "").await;
    assert_eq!(status(&answer), "404");
    for part in [
        "<script src=\"./executor-window.js\"></script>\n<script src=\"/a&quot;.js\"></script>\n",
        "append(\"x-a\", \"\\u003c/script>\");\n",
        "requestExecutor(\"u\", \"load\");\n",
    ] {
        assert!(answer.contains(part), "{answer}");
    }
    assert_eq!(status(&get(&server, path).await), "500");
}
