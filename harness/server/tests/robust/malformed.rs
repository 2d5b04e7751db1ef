//! Requests whose end two readers could see at different places, and other bytes that are no request.

use crate::common::raw;
use crate::{is_well, next, start};

/// What follows the request in question: were it taken for a request, there would be a second answer.
const HIDDEN: &str = "GET /fine.txt HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n";

/// A POST with these header lines and these bytes behind the head.
fn post(headers: &str, body: &str) -> String {
    let path = "/fetch/api/resources/echo-content.py";
    format!("POST {path} HTTP/1.1\r\nHost: x\r\n{headers}\r\n\r\n{body}")
}

/// The statuses of all answers on a connection that the client closes for writing.
fn statuses(answer: &str) -> Vec<&str> {
    let parts = answer.split("HTTP/1.1 ").skip(1);
    parts.map(|part| &part[..3]).collect()
}

#[tokio::test]
async fn a_request_whose_end_is_in_doubt_is_refused_and_what_follows_is_not_read() {
    let server = start().await;
    for (headers, body) in [
        // Two lengths.
        ("Content-Length: 5\r\nContent-Length: 0", "hello"),
        ("Content-Length: 0\r\nContent-Length: 5", "hello"),
        ("Content-Length: 5, 0", "hello"),
        // Numbers that only some readers take.
        ("Content-Length: +5", "hello"),
        ("Content-Length: -5", "hello"),
        ("Content-Length: 0x5", "hello"),
        ("Content-Length: 5 5", "hello"),
        ("Content-Length:", "hello"),
        ("Content-Length: 99999999999999999999", "hello"),
        // Codings that are not chunks in the end, or only look so.
        ("Transfer-Encoding: identity", "hello"),
        ("Transfer-Encoding: xchunked", "0\r\n\r\n"),
        ("Transfer-Encoding: chunked, identity", "0\r\n\r\n"),
        (
            "Transfer-Encoding: chunked\r\nTransfer-Encoding: identity",
            "0\r\n\r\n",
        ),
        (
            "Transfer-Encoding: chunked\r\nTransfer-Encoding: chunked",
            "0\r\n\r\n",
        ),
        ("Transfer-Encoding: gzip, chunked", "0\r\n\r\n"),
        // Names and values that only some readers see.
        ("Content-Length : 5", "hello"),
        ("Transfer-Encoding : chunked", "0\r\n\r\n"),
        ("A: b\r\n Content-Length: 5", "hello"),
        ("A: b\r\n\tTransfer-Encoding: chunked", "0\r\n\r\n"),
        ("A: b\rContent-Length: 5", "hello"),
        ("A: b\0c", ""),
        (": b", ""),
        ("no colon", ""),
    ] {
        let answer = raw(&server, post(headers, body) + HIDDEN).await;
        assert_eq!(statuses(&answer), ["400"], "{headers:?}: {answer}");
        is_well(&next(&server).await);
    }
}

/// RFC 9112, 6.3, and RFC 9110, 8.6: a server may refuse what tells its end twice, even in the same
/// words.
#[tokio::test]
async fn an_end_that_is_told_twice_is_refused_and_what_follows_is_not_read() {
    let server = start().await;
    let chunks = "5\r\nhello\r\n0\r\n\r\n";
    for (headers, body) in [
        ("Content-Length: 5\r\nTransfer-Encoding: chunked", chunks),
        ("Transfer-Encoding: chunked\r\nContent-Length: 5", chunks),
        ("transfer-encoding:chunked\r\ncontent-length:\t15", chunks),
        ("Content-Length: 5\r\nContent-Length: 5", "hello"),
        ("Content-Length: 5, 5", "hello"),
    ] {
        let answer = raw(&server, post(headers, body) + HIDDEN).await;
        assert_eq!(statuses(&answer), ["400"], "{headers:?}: {answer}");
        is_well(&next(&server).await);
    }
}

#[tokio::test]
async fn chunks_that_are_none_end_the_connection() {
    let server = start().await;
    for body in [
        "x\r\nhello\r\n0\r\n\r\n",
        "-5\r\nhello\r\n0\r\n\r\n",
        "0x5\r\nhello\r\n0\r\n\r\n",
        "5\r\nhelloworld\r\n0\r\n\r\n",
        "fffffffffffffffff\r\nhello\r\n0\r\n\r\n",
        "5 5\r\nhello\r\n0\r\n\r\n",
        "5\rhello\r\n0\r\n\r\n",
        "\r\n5\r\nhello\r\n0\r\n\r\n",
    ] {
        let answer = raw(&server, post("Transfer-Encoding: chunked", body) + HIDDEN).await;
        let statuses = statuses(&answer);
        assert!(
            statuses.is_empty() || statuses == ["400"],
            "{body:?}: {answer}"
        );
        is_well(&next(&server).await);
    }
}

#[tokio::test]
async fn chunks_with_extensions_and_trailers_are_chunks() {
    let server = start().await;
    for body in [
        "5;name=value\r\nhello\r\n0\r\n\r\n",
        "5;name=\"a;b\"\r\nhello\r\n0;last\r\n\r\n",
        "5\r\nhello\r\n0\r\nTrailer: yes\r\n\r\n",
        "05\r\nhello\r\n00\r\n\r\n",
    ] {
        let headers = "Transfer-Encoding: chunked\r\nConnection: close";
        let answer = raw(&server, post(headers, body)).await;
        assert_eq!(statuses(&answer), ["200"], "{body:?}: {answer}");
        assert!(answer.contains("hello"), "{body:?}: {answer}");
    }
    // An extension that has no end is not waited for.
    let endless = format!("5;{}", "x".repeat(64 * 1024));
    let answer = raw(&server, post("Transfer-Encoding: chunked", &endless)).await;
    assert!(matches!(&statuses(&answer)[..], [] | ["400"]), "{answer}");
    is_well(&next(&server).await);
}

/// RFC 9112, 2.2: a single LF may be taken for the end of a line. It then is for all lines.
#[tokio::test]
async fn lines_that_end_with_lf_alone_are_one_request() {
    let server = start().await;
    let answer = raw(
        &server,
        "GET /fine.txt HTTP/1.1\nHost: x\nConnection: close\n\n",
    )
    .await;
    assert_eq!(statuses(&answer), ["200"]);
    is_well(&answer);
}

#[tokio::test]
async fn what_is_no_request_is_refused() {
    let server = start().await;
    for bytes in [
        "hello\r\n\r\n",
        "GET\r\n\r\n",
        "GET /fine.txt\r\n\r\n",
        "GET /fine.txt HTTP/3.0\r\nHost: x\r\n\r\n",
        "GET /fine.txt HTTP/1.1x\r\nHost: x\r\n\r\n",
        "GET  /fine.txt HTTP/1.1\r\nHost: x\r\n\r\n",
        "GET /fine .txt HTTP/1.1\r\nHost: x\r\n\r\n",
        "G\0T /fine.txt HTTP/1.1\r\nHost: x\r\n\r\n",
        "\0\0\0\0\r\n\r\n",
    ] {
        let answer = raw(&server, bytes.to_owned() + HIDDEN).await;
        assert_eq!(statuses(&answer), ["400"], "{bytes:?}: {answer}");
        is_well(&next(&server).await);
    }
}

#[tokio::test]
async fn heads_have_a_longest_length() {
    let server = start().await;
    // Long, and within it.
    let long = format!(
        "GET /fine.txt HTTP/1.1\r\nHost: x\r\nConnection: close\r\nA: {}\r\n\r\n",
        "x".repeat(256 * 1024)
    );
    is_well(&raw(&server, long).await);
    let header = format!(
        "GET /fine.txt HTTP/1.1\r\nHost: x\r\nA: {}\r\n\r\n",
        "x".repeat(1024 * 1024)
    );
    let many = format!(
        "GET /fine.txt HTTP/1.1\r\nHost: x\r\n{}\r\n",
        "A: b\r\n".repeat(5000)
    );
    for text in [header, many] {
        let answer = raw(&server, text).await;
        assert_eq!(statuses(&answer), ["431"], "{answer}");
        is_well(&next(&server).await);
    }
    let target = format!(
        "GET /{} HTTP/1.1\r\nHost: x\r\n\r\n",
        "x".repeat(128 * 1024)
    );
    let answer = raw(&server, target).await;
    assert!(
        matches!(&statuses(&answer)[..], ["414" | "431"]),
        "{answer}"
    );
    is_well(&next(&server).await);
}

#[tokio::test]
async fn requests_that_follow_each_other_are_answered_in_order() {
    let server = start().await;
    let twice = format!("GET /none HTTP/1.1\r\nHost: x\r\n\r\n{HIDDEN}");
    assert_eq!(statuses(&raw(&server, twice).await), ["404", "200"]);
}
