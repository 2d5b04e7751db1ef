//! What the session's web server answers besides the files of the suite root.
//!
//! | route | who asks | what for |
//! |---|---|---|
//! | `/.winterproof/CONTROL/page` | the browser | the page |
//! | `/.winterproof/CONTROL/N/next` | the page | what it shall do next; N counts the browsers |
//! | `/.winterproof/PUBLIC/relay.js` | the page, a window | the worker that passes on what is said |
//! | `/.winterproof/PUBLIC/said` | that worker | passes on what tests say |
//! | `/.winterproof/PUBLIC/JOB.page` | the page | the document of a frame or a window for a test |
//! | `/.winterproof/PUBLIC/frame.js` | the document of a frame | the host in it |
//! | `/.winterproof/PUBLIC/JOB.host` | the document of a window | the host in it, once |
//! | `/.winterproof/PUBLIC/JOB.I/PATH` | a test | the script I of its request; the path is for stacks |
//! | `/.winterproof/PUBLIC/sI/PATH` | a test | a script that many tests share |
//! | a test's own address | the page, a window | the worker in which the test is going to run |
//!
//! Tests can learn PUBLIC, never CONTROL. A line of what is said counts only with a test's key, which
//! only the page and the hosts know.

use std::sync::Arc;

use async_trait::async_trait;
use serde_json::{Value, json};
use winterproof_server::{Asked, Bytes, Files, Handler, Header, Reply};
use winterproof_worker::FAR_END;

use super::hub::{Hub, Text};

const OURS: &str = "/.winterproof/";
const PAGE: &str = include_str!("page.js");
const RELAY: &str = include_str!("relay.js");
const COMMON: &str = include_str!("common.js");
const WORKER: &str = include_str!("worker.js");
const START_WORKER: &str = include_str!("start_worker.js");
const FRAME: &str = include_str!("frame.js");
const WINDOW: &str = include_str!("window.js");
const WINDOW_WORKER: &str = include_str!("window_worker.js");
const DOCUMENT: &str = include_str!("document.js");

/// The name of the host in a frame in its address.
const FRAME_NAME: &str = "frame.js";

/// The name of [`RELAY`] in its address.
const RELAY_NAME: &str = "relay.js";

/// What `.worker.js` files of web-platform-tests import by themselves. The host has evaluated it by
/// then, from an address of ours; a second one would take the test's results to where nobody looks.
const TESTHARNESS: &str = "/resources/testharness.js";

const HTML: &str = "text/html; charset=utf-8";
const JAVASCRIPT: &str = "text/javascript; charset=utf-8";
const JSON: &str = "application/json";
const TEXT: &str = "text/plain; charset=utf-8";

/// The folder of addresses that only those can know who know `secret`.
pub(crate) fn folder(secret: &str) -> String {
    format!("{OURS}{secret}/")
}

/// A path as part of a URL.
pub(crate) fn encoded(path: &str) -> String {
    let mut url = String::with_capacity(path.len());
    for c in path.chars() {
        match c {
            '%' | '?' | '#' | ' ' | '\\' | '"' => url.push_str(&format!("%{:02X}", c as u32)),
            _ => url.push(c),
        }
    }
    url
}

/// The address of the host in frames.
pub(crate) fn frame_host(public: &str) -> String {
    format!("{}{FRAME_NAME}", folder(public))
}

/// The host in a window of a test's own, whose request is `request`; `url` is the test's address, and
/// `worker` that of the worker in which it runs, if it does.
pub(crate) fn window_host(
    public: &str,
    url: &str,
    worker: Option<&str>,
    key: &str,
    request: &Value,
) -> String {
    let relay = format!("{}{RELAY_NAME}", folder(public));
    let config = json!({
        "relay": relay, "key": key, "url": url, "worker": worker, "request": request,
    });
    let window = format!("const CONFIG = {config};\n{WINDOW}");
    match worker {
        Some(_) => in_function(&[START_WORKER, &window, WINDOW_WORKER]),
        None => in_function(&[FAR_END, COMMON, &window, DOCUMENT]),
    }
}

/// The document of a frame or a window: a test's scripts, with their addresses, behind the host.
pub(crate) fn document(host: &str, title: &str, scripts: &[String]) -> String {
    let element = |address: &String| format!("<script src=\"{}\"></script>\n", escaped(address));
    let (test, before) = match scripts.split_last() {
        Some((test, before)) => (element(test), before),
        None => (String::new(), scripts),
    };
    let host = element(&host.to_owned());
    let before: String = before.iter().map(element).collect();
    let title = escaped(title);
    format!(
        "<!doctype html>\n<html>\n<head>\n<meta charset=utf-8>\n<title>{title}</title>\n{host}{before}</head>\n<body>\n<div id=log></div>\n{test}</body>\n</html>\n"
    )
}

/// Text as HTML, in an element or a value between double quotation marks.
fn escaped(text: &str) -> String {
    text.replace('&', "&amp;")
        .replace('<', "&lt;")
        .replace('"', "&quot;")
}

fn reply(mime: &'static str, body: impl Into<Bytes>) -> Reply {
    Reply {
        status: 200,
        mime,
        headers: Vec::new(),
        immutable: false,
        body: body.into(),
    }
}

fn status(status: u16) -> Reply {
    Reply {
        status,
        ..reply(TEXT, "")
    }
}

/// Scripts in one function.
fn in_function(scripts: &[&str]) -> String {
    format!("(() => {{\n{}\n}})();\n", scripts.join("\n"))
}

fn header(name: &str, value: &str) -> Header {
    (name.into(), value.into())
}

/// A hub as the web server sees it.
#[derive(Debug)]
pub(crate) struct Routes {
    pub hub: Arc<Hub>,
    /// Those of the suite root.
    pub files: Arc<dyn Files>,
}

impl Routes {
    fn testharness(&self) -> Reply {
        match self.files.read(TESTHARNESS) {
            Some(text) => {
                let text = String::from_utf8_lossy(&text);
                let text = format!("if (!(\"promise_test\" in globalThis)) {{\n{text}\n}}\n");
                reply(JAVASCRIPT, text)
            }
            None => status(404),
        }
    }

    /// Answers whoever knows the secret of the page.
    async fn control(&self, what: &str, body: &Bytes) -> Reply {
        let control = folder(self.hub.control());
        match what {
            "page" => {
                let config = json!({
                    "next": format!("{control}{}/next", self.hub.browser()),
                    "relay": format!("{}{RELAY_NAME}", folder(self.hub.public())),
                });
                let script = PAGE.replace("CONFIG", &config.to_string());
                let page = reply(
                    HTML,
                    format!(
                        "<!doctype html>\n<meta charset=utf-8>\n<title>winterproof</title>\n<script>\n{START_WORKER}{script}</script>\n"
                    ),
                );
                // A window that it opens shall not learn its address.
                let headers = vec![header("Referrer-Policy", "no-referrer")];
                Reply { headers, ..page }
            }
            _ => {
                let number = what.strip_suffix("/next").map(str::parse);
                let Some(Ok(browser)) = number else {
                    return status(404);
                };
                match self.hub.next(browser, body).await {
                    Some(commands) => reply(JSON, Value::from(commands).to_string()),
                    None => status(410),
                }
            }
        }
    }

    /// Answers tests, and what is said of them.
    async fn public(&self, what: &str, body: &Bytes) -> Reply {
        if what == "said" {
            self.hub.said(body).await;
            return status(204);
        }
        if what == FRAME_NAME {
            return Reply {
                immutable: true,
                ..reply(JAVASCRIPT, in_function(&[FAR_END, COMMON, FRAME, DOCUMENT]))
            };
        }
        if what == RELAY_NAME {
            let said = json!(format!("{}said", folder(self.hub.public())));
            let script = RELAY.replace("SAID", &said.to_string());
            // Else a window that wants it of its workers could not start it.
            let headers = vec![header("Cross-Origin-Embedder-Policy", "require-corp")];
            return Reply {
                headers,
                ..reply(JAVASCRIPT, script)
            };
        }
        let place = what.split('/').next().unwrap_or_default();
        match self.hub.text(place) {
            Some(Text::Shared(text)) => Reply {
                immutable: true,
                ..reply(JAVASCRIPT, text)
            },
            Some(Text::Script(text)) => reply(JAVASCRIPT, text),
            Some(Text::Document(text, headers)) => Reply {
                headers,
                ..reply(HTML, text)
            },
            None => status(404),
        }
    }
}

#[async_trait]
impl Handler for Routes {
    fn wants(&self, asked: &Asked<'_>) -> bool {
        if asked.path.starts_with(OURS) {
            return true;
        }
        // Where the context is not secure, nothing is said of that.
        match asked.destination {
            "" => asked.path == TESTHARNESS || self.hub.awaits(asked.path),
            "worker" => self.hub.awaits(asked.path),
            "script" => asked.path == TESTHARNESS,
            _ => false,
        }
    }

    async fn answer(&self, path: &str, body: Bytes) -> Reply {
        if path == TESTHARNESS {
            return self.testharness();
        }
        let Some(ours) = path.strip_prefix(OURS) else {
            return Reply {
                headers: self.hub.headers(path),
                ..reply(JAVASCRIPT, in_function(&[FAR_END, COMMON, WORKER]))
            };
        };
        match ours.split_once('/') {
            Some((who, what)) if who == self.hub.control() => self.control(what, &body).await,
            Some((who, what)) if who == self.hub.public() => self.public(what, &body).await,
            _ => status(404),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_document_holds_what_it_is_given() {
        let scripts = ["/x/1.0/a&b.js".to_owned(), "/x/1.1/\"c\".js".to_owned()];
        let html = document(&frame_host("p"), "</title> & <b>", &scripts);
        assert!(html.contains("<title>&lt;/title> &amp; &lt;b></title>"));
        assert!(html.contains("src=\"/.winterproof/p/frame.js\""));
        let before = html.find("src=\"/x/1.0/a&amp;b.js\"").unwrap();
        let log = html.find("<div id=log>").unwrap();
        let test = html.find("src=\"/x/1.1/&quot;c&quot;.js\"").unwrap();
        assert!(before < log && log < test);
    }
}
