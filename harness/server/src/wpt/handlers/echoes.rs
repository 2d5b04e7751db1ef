//! `FileAPI`, `encoding/resources`, `url/resources` and `wasm/webapi`, which have few.

use std::fmt::Write;

use base64::Engine;
use base64::engine::general_purpose::STANDARD;

use super::support::{Fault, Outcome, need, number};
use crate::request::Request;
use crate::response::Response;

handlers! {
    "/FileAPI/file/resources/echo-content-escaped.py" => echo_content_escaped,
    "/encoding/resources/single-byte-raw.py" => single_byte_raw,
    "/encoding/resources/text-html-meta-charset.py" => text_html_meta_charset,
    "/encoding/resources/text-plain-charset.py" => text_plain_charset,
    "/url/resources/percent-encoding.py" => percent_encoding,
    "/wasm/webapi/status.py" => wasm_status,
}

/// Gives the body back as a text: control characters and what isn't ASCII as `\x..`, a backslash
/// doubled, line ends as they are.
async fn echo_content_escaped(request: &mut Request) -> Response {
    let body = request.body().await;
    let mut text = String::with_capacity(body.len());
    let mut bytes = body.iter().copied().peekable();
    while let Some(byte) = bytes.next() {
        match byte {
            b'\r' if bytes.next_if_eq(&b'\n').is_some() => text.push_str("\r\n"),
            b'\\' => text.push_str(r"\\"),
            b' '..=b'~' => text.push(char::from(byte)),
            _ => {
                // Writing to a string never fails.
                let _ = write!(text, r"\x{byte:02x}");
            }
        }
    }
    Response::of(200, "text/plain; charset=UTF-8", text).tell_body(request)
}

/// Gives all bytes but the last in the encoding `label`.
async fn single_byte_raw(request: &mut Request) -> Outcome {
    let bytes: Vec<u8> = (0..255).collect();
    labelled(request, bytes)
}

/// Gives a text in the encoding `label`.
async fn text_plain_charset(request: &mut Request) -> Outcome {
    labelled(request, b"hello encoding".to_vec())
}

fn labelled(request: &Request, body: Vec<u8>) -> Outcome {
    let query = request.query();
    let mime = [b"text/plain;charset=", need(&query, "label")?].concat();
    Ok(Response::new(200).header("Content-Type", mime).body(body))
}

/// Gives a page that names its own encoding, `label`.
async fn text_html_meta_charset(request: &mut Request) -> Outcome {
    let query = request.query();
    let label = need(&query, "label")?;
    let page = [&b"<meta charset=\""[..], label, b"\">hello encoding"].concat();
    Ok(Response::of(200, "text/html", page))
}

/// Gives a page in `encoding` with a link whose query and fragment are `value` (UTF-8 in Base64).
async fn percent_encoding(request: &mut Request) -> Outcome {
    let query = request.query();
    // The plus signs of Base64 have come as spaces.
    let value = need(&query, "value")?.iter();
    let value: Vec<u8> = value
        .map(|&byte| if byte == b' ' { b'+' } else { byte })
        .collect();
    let value = STANDARD.decode(value).ok();
    let value = value.and_then(|value| String::from_utf8(value).ok());
    let value = value.ok_or_else(|| Fault::new("the value is not UTF-8 in Base64"))?;
    let references: String = value
        .chars()
        .map(|character| format!("&#x{:X};", u32::from(character)))
        .collect();
    let mime = [b"text/html;charset=", need(&query, "encoding")?].concat();
    let page = format!(
        "<!doctype html>\n<a href=\"https://doesnotmatter.invalid/?{references}#{references}\">test</a>\n"
    );
    Ok(Response::new(200).header("Content-Type", mime).body(page))
}

/// Gives an empty module with `status`.
async fn wasm_status(request: &mut Request) -> Outcome {
    let query = request.query();
    let status = number(need(&query, "status")?)?;
    Ok(Response::of(
        status,
        "application/wasm",
        &b"\0asm\x01\0\0\0"[..],
    ))
}
