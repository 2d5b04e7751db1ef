//! `html/webappapis`, and the page of `remote-context-helper`, which tests of windows use.

use std::time::Duration;

use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use tokio::time::sleep;

use super::support::{Fault, Outcome, filled, need, number_or};
use crate::request::Request;
use crate::response::Response;
use crate::wpt::escape::Escape;
use crate::wpt::json::Json;

handlers! {
    "/html/browsers/browsing-the-web/remote-context-helper/resources/executor-window.py" => executor_window,
    "/html/webappapis/dynamic-markup-insertion/opening-the-input-stream/resources/http-refresh.py" => http_refresh,
    "/html/webappapis/dynamic-markup-insertion/opening-the-input-stream/resources/meta-refresh.py" => meta_refresh,
    "/html/webappapis/dynamic-markup-insertion/opening-the-input-stream/resources/slow-png.py" => slow_png,
    "/html/webappapis/scripting/processing-model-2/unhandled-promise-rejections/support/promise-access-control.py" => promise_access_control,
}

/// A picture of one gray pixel.
const PIXEL: &str = "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAAAAAA6fptVAAAACklEQVR42mNgAAAAAgAB5Sfe/AAAAABJRU5Er\
                     kJggg==";

/// A script that leaves a rejected promise alone, and has a function that does not.
const REJECTING: &str = "globalThis.handleRejectedPromise = promise => promise.catch(() => {});\n\
                         Promise.reject(42);\n";

/// A page that is loaded again, after as many seconds as the query says, because a header says so.
async fn http_refresh(request: &mut Request) -> Response {
    let time = seconds(request).to_owned();
    Response::of(200, "text/html", "").header("Refresh", time)
}

/// The same with an element that says so.
async fn meta_refresh(request: &mut Request) -> Response {
    let page = format!("<meta http-equiv=refresh content={}>", seconds(request));
    Response::of(200, "text/html", page)
}

fn seconds(request: &Request) -> &str {
    match &request.raw_query[..] {
        "" => "0",
        time => time,
    }
}

/// A picture that takes two seconds.
async fn slow_png(_: &mut Request) -> Outcome {
    sleep(Duration::from_secs(2)).await;
    let picture = STANDARD.decode(PIXEL);
    let picture = picture.map_err(|error| Fault::new(error.to_string()))?;
    Ok(Response::new(200).body(picture))
}

/// A script with a rejected promise; with `allow`, one that other origins may look into.
async fn promise_access_control(request: &mut Request) -> Response {
    let response = Response::of(200, "application/javascript", REJECTING);
    match request.query().first("allow") {
        None | Some(b"false") => response,
        Some(_) => response.header("Access-Control-Allow-Origin", "*"),
    }
}

/// A page that does what the dispatcher tells `uuid` to, from the event `startOn` on, with further
/// scripts (`script`), and that knows the headers it was asked for with.
async fn executor_window(request: &mut Request) -> Outcome {
    let query = request.query();
    let status = number_or(&query, "status", 200)?;
    let mut page = format!(
        "<!DOCTYPE HTML>\n<base href=\"{}\">\n",
        html(request.url().as_bytes())
    );
    let own = [
        "/common/dispatcher/dispatcher.js",
        "./executor-common.js",
        "./executor-window.js",
    ];
    let own = own.into_iter().map(str::as_bytes);
    for script in own.chain(query.all(b"script").filter(|script| !script.is_empty())) {
        page.push_str(&format!("<script src=\"{}\"></script>\n", html(script)));
    }
    page.push_str("<body>\n<script>\nwindow.__requestHeaders = new Headers();\n");
    for (name, value) in &request.headers {
        let (name, value) = (text(name.as_str().as_bytes()), text(value.as_bytes()));
        page.push_str(&format!(
            "window.__requestHeaders.append({name}, {value});\n"
        ));
    }
    let uuid = text(need(&query, "uuid")?);
    let start = filled(&query, "startOn").map_or("null".to_owned(), text);
    page.push_str(&format!("requestExecutor({uuid}, {start});\n</script>\n"));
    let response = Response::of(status, "text/html", page);
    Ok(match request.header("sec-popin-context") {
        Some(b"partitioned") => response.header("Popin-Policy", "partitioned=*"),
        _ => response,
    })
}

/// A text in an attribute.
fn html(text: &[u8]) -> String {
    let mut out = Vec::new();
    Escape::Html.write(text, &mut out);
    String::from_utf8_lossy(&out).into_owned()
}

/// A text in a script in a page.
fn text(text: &[u8]) -> String {
    let text = String::from_utf8_lossy(text).into_owned();
    Json::Text(text).to_string().replace('<', "\\u003c")
}
