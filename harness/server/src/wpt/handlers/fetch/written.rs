//! `fetch`: answers that are written byte by byte, since what stands in them is no valid HTTP.

use crate::request::Request;
use crate::response::{Answer, Response, written};
use crate::wpt::handlers::support::{Outcome, need};

/// These bytes, and the end of the connection.
fn bytes(parts: &[&[u8]]) -> Answer {
    let bytes = parts.concat();
    Answer::Raw(written(async move |out| out.send(bytes).await))
}

/// Says that it is compressed, and is not.
fn not_compressed(coding: &str) -> Response {
    let response = Response::new(200).header("Content-Encoding", coding);
    response.body(format!("not actually {coding}"))
}

/// No Brotli.
pub(super) async fn bad_br_body(_request: &mut Request) -> Response {
    not_compressed("br")
}

/// No gzip.
pub(super) async fn bad_gzip_body(_request: &mut Request) -> Response {
    not_compressed("gzip")
}

/// No Zstandard.
pub(super) async fn bad_zstd_body(_request: &mut Request) -> Response {
    not_compressed("zstd")
}

/// Says of 42 bytes how long they are, in the lines that the URL gives.
pub(super) async fn content_length(request: &mut Request) -> Outcome<Answer> {
    let query = request.query();
    let head =
        b"HTTP/1.1 200 OK\r\nContent-Type: text/plain;charset=UTF-8\r\nConnection: close\r\n";
    let lines = need(&query, "length")?;
    let fact = b"\r\n\r\nFact: this is really forty-two bytes long.";
    Ok(bytes(&[head, lines, fact]))
}

/// Says of what media type it is in as many headers as the URL has values, or in one.
pub(super) async fn content_type(request: &mut Request) -> Answer {
    let query = request.query();
    let content = query.first("content").unwrap_or(b"<b>hi</b>\n");
    let mut head = b"HTTP/1.1 200 OK\r\nX-Content-Type-Options: nosniff\r\n".to_vec();
    let values: Vec<&[u8]> = query.all(b"value").collect();
    let values = match query.contains("single_header") {
        true => vec![values.join(&b',')],
        false => values.into_iter().map(<[u8]>::to_vec).collect(),
    };
    for value in values {
        head.extend_from_slice(&[b"Content-Type: ", &value[..], b"\r\n"].concat());
    }
    let length = format!(
        "Content-Length: {}\r\nConnection: close\r\n\r\n",
        content.len()
    );
    bytes(&[&head, length.as_bytes(), content])
}

/// A document with a zero byte in a header.
pub(super) async fn document_with_zero(_request: &mut Request) -> Response {
    let page = "<!doctype html><script>top.frameLoaded=true</script><b>This is a document.</b>";
    Response::of(200, "text/html", page).header("Custom", "\0")
}

/// A script with a zero byte in a header.
pub(super) async fn script_with_zero(_request: &mut Request) -> Response {
    let script = "var thisIsJavaScript = 0";
    Response::of(200, "text/javascript", script).header("Custom", "\0")
}

/// The whole answer as it stands in the URL.
pub(super) async fn message(request: &mut Request) -> Outcome<Answer> {
    Ok(bytes(&[need(&request.query(), "message")?]))
}

/// The status line as it stands in the URL.
pub(super) async fn status_code(request: &mut Request) -> Outcome<Answer> {
    let query = request.query();
    let line = need(&query, "input")?;
    Ok(bytes(&[b"HTTP/1.1 ", line, b"\nheader-parsing: is sad\n"]))
}

/// A script of no known media type, with the header line that the URL gives.
pub(super) async fn nosniff(request: &mut Request) -> Outcome<Answer> {
    let query = request.query();
    let head = b"HTTP/1.1 220 YOU HAVE NO POWER HERE\r\nContent-Length: 22\r\n\
        Connection: close\r\nContent-Type: x/x\r\n";
    let line = need(&query, "nosniff")?;
    Ok(bytes(&[head, line, b"\r\n\r\n// nothing to see here"]))
}
