//! Files of a suite root as the server gives them.

mod common;

use std::sync::Arc;

use async_trait::async_trait;
use winterproof_server::{Asked, Bytes, Handler, Reply};

use common::{ask, get, raw, start, start_with};

#[derive(Debug)]
struct Echo;

#[async_trait]
impl Handler for Echo {
    fn wants(&self, asked: &Asked<'_>) -> bool {
        asked.path == "/echo" && asked.method == "POST"
    }

    async fn answer(&self, path: &str, body: Bytes) -> Reply {
        let body = [path.as_bytes(), b" ", &body].concat();
        Reply {
            status: 202,
            mime: "text/x-echo",
            headers: vec![(b"X-Echo".to_vec(), b"yes".to_vec())],
            immutable: false,
            body: body.into(),
        }
    }
}

#[tokio::test]
async fn a_handler_comes_before_files() {
    let server = start_with(&[("/a b.json", "{}")], Some(Arc::new(Echo))).await;
    let answer = get(&server, "/a%20b.json").await;
    assert!(answer.ends_with("\r\n\r\n{}"), "{answer}");
    assert!(get(&server, "/echo").await.starts_with("HTTP/1.1 404"));
    let answer = ask(&server, "POST /%65cho?x", &[], "hi").await;
    assert!(answer.starts_with("HTTP/1.1 202"), "{answer}");
    assert!(answer.contains("Content-Type: text/x-echo\r\n"), "{answer}");
    assert!(answer.contains("X-Echo: yes\r\n"), "{answer}");
    assert!(answer.ends_with("\r\n\r\n/echo hi"), "{answer}");
}

#[tokio::test]
async fn files_are_served_with_their_type() {
    let server = start(&[("/a b.json", "{}"), ("/a/echo.py", "")]).await;
    let answer = get(&server, "/a%20b.json?x").await;
    assert!(answer.starts_with("HTTP/1.1 200 OK\r\n"), "{answer}");
    assert!(
        answer.contains("Content-Type: application/json\r\n"),
        "{answer}"
    );
    assert!(answer.contains("Content-Length: 2\r\n"), "{answer}");
    let answer = ask(&server, "HEAD /a%20b.json", &[], "").await;
    assert!(answer.contains("Content-Length: 2\r\n"), "{answer}");
    assert!(answer.ends_with("\r\n\r\n"), "{answer}");
    for (request, status) in [
        ("GET /none", 404),
        ("POST /a%20b.json", 404),
        ("GET /%ff", 400),
        ("GET /none.py", 404),
        ("GET /a/echo.py?x", 501),
    ] {
        let answer = ask(&server, request, &[], "").await;
        assert!(
            answer.starts_with(&format!("HTTP/1.1 {status}")),
            "{request}: {answer}"
        );
    }
}

#[tokio::test]
async fn what_nobody_knows_is_told_until_the_next_test_begins() {
    let server = start(&[("/a/echo.py", "")]).await;
    get(&server, "/a/echo.py?x").await;
    get(&server, "/a/none.py").await;
    assert_eq!(server.unanswered(), ["/a/echo.py"]);
    server.begin();
    assert!(server.unanswered().is_empty());
}

#[tokio::test]
async fn headers_stand_beside_files() {
    let server = start(&[
        ("/d/a.txt", "text"),
        ("/d/a.txt.sub.headers", "X-Host: {{host}}\nX-Dir: file\n"),
        ("/d/a.txt.headers", "X-Never: 1"),
        (
            "/d/__dir__.headers",
            "X-Dir: folder\nContent-Type: text/x-a",
        ),
    ])
    .await;
    let answer = get(&server, "/d/a.txt").await;
    assert!(answer.contains("X-Host: localhost\r\n"), "{answer}");
    assert!(
        answer.contains("X-Dir: folder\r\nX-Dir: file\r\n"),
        "{answer}"
    );
    assert!(answer.contains("Content-Type: text/x-a\r\n"), "{answer}");
    assert!(!answer.contains("X-Never"), "{answer}");
}

#[tokio::test]
async fn templates_are_filled_in() {
    let text = "{{host}} {{hosts[alt][]}} {{ports[https][1]}} {{GET[x]}} {{headers[x-a]}} \
                {{location[pathname]}} {{header_or_default(x-b, none)}}";
    let server = start(&[("/a.sub.txt", text), ("/b.txt", "{{host}}&{{GET[x]}}")]).await;
    let answer = ask(&server, "GET /a.sub.txt?x=%3C", &["X-A: 1"], "").await;
    let port = server.origins().https[1];
    let expected = format!("\r\n\r\nlocalhost 127.0.0.1 {port} < 1 /a.sub.txt none");
    assert!(answer.ends_with(&expected), "{answer}");
    let answer = get(&server, "/b.txt?pipe=sub&x=%3C").await;
    assert!(answer.ends_with("\r\n\r\nlocalhost&&lt;"), "{answer}");
    let answer = get(&server, "/b.txt?pipe=sub").await;
    assert!(answer.starts_with("HTTP/1.1 500"), "{answer}");
    assert!(
        answer.contains("line 1: {{GET[x]}} has no value here"),
        "{answer}"
    );
}

#[tokio::test]
async fn what_is_made_of_a_file_comes_from_an_origin_and_has_the_headers_beside_it() {
    let text = "{{location[host]}} {{GET[x]}}";
    let server = start(&[
        ("/d/a.sub.any.js", text),
        ("/d/plain.js", text),
        ("/d/__dir__.headers", "X-Dir: 1\n"),
        (
            "/d/a.sub.any.js.sub.headers",
            "X-Port: {{location[port]}}\nX-Dir: 2\n",
        ),
        ("/d/b.any.js.headers", "nonsense\n"),
    ])
    .await;
    let origins = server.origins();
    for (origin, host, port) in [
        (origins.http(), "localhost", origins.http[0]),
        (origins.https(), "localhost", origins.https[0]),
        (origins.h2(), "localhost", origins.h2),
        (origins.www(&origins.h2()), "127.0.0.1", origins.h2),
    ] {
        let expected = format!("{host}:{port} y");
        for (path, query) in [("a.sub.any.js", "x=y"), ("plain.js", "pipe=sub&x=y")] {
            let text = server.piped(&origin, &format!("/d/{path}"), query).unwrap();
            assert_eq!(text.unwrap(), expected, "{path}");
        }
        let headers = server.headers_beside(&origin, "/d/a.sub.any.js", "");
        let shown: Vec<String> = headers
            .unwrap()
            .iter()
            .map(|(name, value)| {
                let text = |bytes: &[u8]| String::from_utf8_lossy(bytes).into_owned();
                format!("{}={}", text(name), text(value))
            })
            .collect();
        let port = format!("X-Port={port}");
        assert_eq!(shown, ["X-Dir=1", "X-Dir=2", &port]);
    }
    let error = server.headers_beside(&origins.http(), "/d/b.any.js", "");
    assert_eq!(
        error.unwrap_err(),
        "the headers beside /d/b.any.js: line 1: \"nonsense\" is no header; one is name: value"
    );
}

#[tokio::test]
async fn a_script_says_what_pipes_make_of_it() {
    let server = start(&[("/a.js", "0123456789")]).await;
    let origin = server.origins().http();
    let piped = |query| server.piped(&origin, "/a.js", query);
    assert_eq!(piped("x=y"), None);
    let text = piped("pipe=slice(2,-2)|header(X-A,b)|gzip|trickle(2:d1)").unwrap();
    assert_eq!(text.unwrap(), "234567");
    for (query, problem) in [
        ("pipe=status(404)", "/a.js: it is answered with status 404"),
        (
            "pipe=gzip(1)",
            "/a.js: pipe=gzip(1): character 1: gzip takes no argument (and no parentheses), found 1",
        ),
    ] {
        assert_eq!(piped(query).unwrap().unwrap_err(), problem);
    }
    assert_eq!(server.piped(&origin, "/none.sub.js", ""), None);
}

#[tokio::test]
async fn pipes_change_what_is_served() {
    let server = start(&[("/a.txt", "0123456789")]).await;
    let pipe = "/a.txt?pipe=status(404)|header(X-A,b)|slice(2,-2)|trickle(2:d0.01:2)";
    let answer = get(&server, pipe).await;
    assert!(answer.starts_with("HTTP/1.1 404 Not Found\r\n"), "{answer}");
    assert!(answer.contains("X-A: b\r\n"), "{answer}");
    assert!(answer.ends_with("\r\n\r\n234567"), "{answer}");
    let answer = get(&server, "/a.txt?pipe=header(Content-Length,5)").await;
    assert!(answer.contains("Content-Length: 5\r\n"), "{answer}");
    assert!(answer.ends_with("\r\n\r\n0123456789"), "{answer}");
    let answer = get(&server, "/a.txt?pipe=nothing(1)").await;
    assert!(answer.starts_with("HTTP/1.1 500"), "{answer}");
}

#[tokio::test]
async fn parts_are_served() {
    let server = start(&[("/a.txt", "0123456789")]).await;
    let answer = ask(&server, "GET /a.txt", &["Range: bytes=2-4"], "").await;
    assert!(
        answer.starts_with("HTTP/1.1 206 Partial Content\r\n"),
        "{answer}"
    );
    assert!(
        answer.contains("Content-Range: bytes 2-4/10\r\n"),
        "{answer}"
    );
    assert!(answer.ends_with("\r\n\r\n234"), "{answer}");
    let answer = ask(&server, "GET /a.txt", &["Range: bytes=20-"], "").await;
    assert!(answer.starts_with("HTTP/1.1 416"), "{answer}");
    assert!(answer.contains("Content-Range: bytes */10\r\n"), "{answer}");
}

#[tokio::test]
async fn what_is_as_it_is_stays_so() {
    let content = "HTTP/1.0 299  Odd\nX: y\n\nbody";
    let server = start(&[("/a.asis", content)]).await;
    assert_eq!(get(&server, "/a.asis").await, content);
}

#[tokio::test]
async fn a_message_has_one_length() {
    let server = start(&[("/a.txt", "text")]).await;
    let head = "POST /a.txt HTTP/1.1\r\nHost: x\r\nContent-Length: 3\r\n";
    let answer = raw(&server, format!("{head}Content-Length: 4\r\n\r\nabcd")).await;
    assert!(answer.starts_with("HTTP/1.1 400"), "{answer}");
}
