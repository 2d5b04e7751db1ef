//! The web server that tests talk to: loopback only, on a port of its own.
//!
//! Owns: HTTP. Serves the files of a suite root, so that a test can fetch its own resources, and
//! before them whatever somebody else answers ([`Handler`]). Does not own where files come from
//! ([`Files`]).

#[cfg_attr(not(test), expect(dead_code, reason = "the server is going to use it"))]
mod wpt;

#[doc(hidden)]
pub mod fuzzing;

use std::borrow::Cow;
use std::fmt::Debug;
use std::io;
use std::net::{Ipv4Addr, SocketAddr};
use std::sync::Arc;

use async_trait::async_trait;
use axum::Router;
use axum::body::{Body, to_bytes};
use axum::extract::{Request, State};
use axum::http::{HeaderMap, Method, StatusCode, header};
use axum::response::{IntoResponse, Response};
use tokio::net::TcpListener;
use tokio::task::JoinHandle;

pub use axum::body::Bytes;

/// Where the files come from.
pub trait Files: Debug + Send + Sync + 'static {
    /// The content of the file at `path` (percent-decoded, with a leading slash); `None` when there
    /// is none that may be read.
    fn read(&self, path: &str) -> Option<Cow<'static, [u8]>>;
}

/// Somebody who answers requests before files are looked for.
#[async_trait]
pub trait Handler: Send + Sync + 'static {
    /// Whether this request is for it.
    fn wants(&self, asked: &Asked<'_>) -> bool;

    /// Answers a request to `path` that it wanted, which has this body. Dropped when whoever asked
    /// is gone.
    async fn answer(&self, path: &str, body: Bytes) -> Reply;
}

/// A request as far as it is known before its body is read.
#[derive(Clone, Copy, Debug)]
pub struct Asked<'a> {
    /// `GET`, `POST` and the like.
    pub method: &'a str,
    /// Percent-decoded, with a leading slash.
    pub path: &'a str,
    /// What the answer is wanted for (`Sec-Fetch-Dest`), such as `worker`; empty when it isn't said.
    pub destination: &'a str,
}

/// What a handler answers.
#[derive(Clone, Debug)]
pub struct Reply {
    /// The status.
    pub status: u16,
    /// The media type of the body.
    pub mime: &'static str,
    /// Whether it stays the same for ever, and may be kept.
    pub immutable: bool,
    /// The body.
    pub body: Bytes,
}

/// A running server; dropping it ends it.
#[derive(Debug)]
pub struct Server {
    address: SocketAddr,
    task: JoinHandle<()>,
}

/// Why there is no server.
#[derive(Debug, thiserror::Error)]
#[error("failed to start the server for the tests on 127.0.0.1: {0}")]
pub struct ServerError(#[from] io::Error);

/// The longest body that is read for a handler.
const LONGEST_BODY: usize = 256 * 1024 * 1024;

struct Site {
    files: Arc<dyn Files>,
    handler: Option<Arc<dyn Handler>>,
}

impl Server {
    /// Starts a server for `files` on a free port of 127.0.0.1.
    pub async fn start(files: Arc<dyn Files>) -> Result<Self, ServerError> {
        let site = Site {
            files,
            handler: None,
        };
        Self::open(site).await
    }

    /// As [`Server::start`], but `handler` is asked before files are looked for.
    pub async fn start_with(
        files: Arc<dyn Files>,
        handler: Arc<dyn Handler>,
    ) -> Result<Self, ServerError> {
        let site = Site {
            files,
            handler: Some(handler),
        };
        Self::open(site).await
    }

    async fn open(site: Site) -> Result<Self, ServerError> {
        let listener = TcpListener::bind((Ipv4Addr::LOCALHOST, 0)).await?;
        let address = listener.local_addr()?;
        let app = Router::new().fallback(serve).with_state(Arc::new(site));
        let task = tokio::spawn(async move {
            // It ends with an error never, and otherwise with the task.
            let _ = axum::serve(listener, app).await;
        });
        Ok(Self { address, task })
    }

    /// The origin, such as `http://127.0.0.1:4321`.
    pub fn origin(&self) -> String {
        format!("http://{}", self.address)
    }
}

impl Drop for Server {
    fn drop(&mut self) {
        self.task.abort();
    }
}

async fn serve(State(site): State<Arc<Site>>, request: Request) -> Response {
    let path = decode(request.uri().path());
    if let (Some(handler), Some(path)) = (&site.handler, &path) {
        let asked = Asked {
            method: request.method().as_str(),
            path,
            destination: text(request.headers(), "sec-fetch-dest"),
        };
        if handler.wants(&asked) {
            return match to_bytes(request.into_body(), LONGEST_BODY).await {
                Ok(body) => handler.answer(path, body).await.into_response(),
                Err(_) => StatusCode::BAD_REQUEST.into_response(),
            };
        }
    }
    let method = request.method();
    if method != Method::GET && method != Method::HEAD {
        return StatusCode::METHOD_NOT_ALLOWED.into_response();
    }
    let Some(path) = path else {
        return StatusCode::BAD_REQUEST.into_response();
    };
    if needs_wptserve(&path) {
        let text = format!("{path} is made by WPT's own server, which this is not");
        return (StatusCode::NOT_IMPLEMENTED, text).into_response();
    }
    let name = path.clone();
    // Files are read where waiting for a disk disturbs nobody.
    let content = tokio::task::spawn_blocking(move || site.files.read(&name)).await;
    let Ok(Some(content)) = content else {
        return StatusCode::NOT_FOUND.into_response();
    };
    let mime = mime_guess::from_path(&path)
        .first_raw()
        .unwrap_or("text/plain");
    (
        [(header::CONTENT_TYPE, mime)],
        Body::from(content.into_owned()),
    )
        .into_response()
}

/// A header's text; empty when there is none.
fn text<'a>(headers: &'a HeaderMap, name: &str) -> &'a str {
    let value = headers.get(name).and_then(|value| value.to_str().ok());
    value.unwrap_or_default()
}

impl IntoResponse for Reply {
    fn into_response(self) -> Response {
        let status = StatusCode::from_u16(self.status).unwrap_or(StatusCode::OK);
        let cache = match self.immutable {
            true => "max-age=31536000, immutable",
            false => "no-store",
        };
        let headers = [
            (header::CONTENT_TYPE, self.mime),
            (header::CACHE_CONTROL, cache),
        ];
        (status, headers, self.body).into_response()
    }
}

/// Whether WPT's server would make the answer, not just read it: handlers, raw answers, templates.
/// Their source with status 200 would let a test pass that only asks for an answer.
fn needs_wptserve(path: &str) -> bool {
    path.ends_with(".py") || path.ends_with(".asis") || path.contains(".sub.")
}

/// The path with its percent-encoded bytes decoded; `None` when that gives no text.
fn decode(path: &str) -> Option<String> {
    let mut bytes = Vec::with_capacity(path.len());
    let mut rest = path.as_bytes();
    while let Some((&first, tail)) = rest.split_first() {
        let hex = tail
            .get(..2)
            .and_then(|pair| std::str::from_utf8(pair).ok());
        match (
            first,
            hex.and_then(|pair| u8::from_str_radix(pair, 16).ok()),
        ) {
            (b'%', Some(byte)) => {
                bytes.push(byte);
                rest = &tail[2..];
            }
            _ => {
                bytes.push(first);
                rest = tail;
            }
        }
    }
    String::from_utf8(bytes).ok()
}

#[cfg(test)]
mod tests {
    use super::*;
    use tokio::io::{AsyncReadExt, AsyncWriteExt};
    use tokio::net::TcpStream;

    #[derive(Debug)]
    struct One;

    impl Files for One {
        fn read(&self, path: &str) -> Option<Cow<'static, [u8]>> {
            (path == "/a b.json").then_some(Cow::Borrowed(b"{}"))
        }
    }

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
                immutable: false,
                body: body.into(),
            }
        }
    }

    #[tokio::test]
    async fn a_handler_comes_before_files() {
        let server = Server::start_with(Arc::new(One), Arc::new(Echo));
        let server = server.await.unwrap();
        let answer = get(&server, "GET /a%20b.json").await;
        assert!(answer.ends_with("\r\n\r\n{}"), "{answer}");
        assert!(get(&server, "GET /echo").await.starts_with("HTTP/1.1 404"));
        let answer = send(&server, "POST /%65cho?x", "hi").await;
        assert!(answer.starts_with("HTTP/1.1 202"), "{answer}");
        assert!(answer.contains("content-type: text/x-echo"), "{answer}");
        assert!(answer.ends_with("\r\n\r\n/echo hi"), "{answer}");
    }

    async fn get(server: &Server, request: &str) -> String {
        send(server, request, "").await
    }

    async fn send(server: &Server, request: &str, body: &str) -> String {
        let mut stream = TcpStream::connect(server.address).await.unwrap();
        let length = body.len();
        let text = format!(
            "{request} HTTP/1.1\r\nhost: x\r\nconnection: close\r\ncontent-length: {length}\r\n\r\n{body}"
        );
        stream.write_all(text.as_bytes()).await.unwrap();
        let mut answer = String::new();
        stream.read_to_string(&mut answer).await.unwrap();
        answer
    }

    #[tokio::test]
    async fn files_are_served_with_their_type() {
        let server = Server::start(Arc::new(One)).await.unwrap();
        let answer = get(&server, "GET /a%20b.json?x").await;
        assert!(answer.starts_with("HTTP/1.1 200"), "{answer}");
        assert!(
            answer.contains("content-type: application/json"),
            "{answer}"
        );
        assert!(answer.ends_with("\r\n\r\n{}"), "{answer}");
        assert!(get(&server, "GET /none").await.starts_with("HTTP/1.1 404"));
        assert!(
            get(&server, "POST /a%20b.json")
                .await
                .starts_with("HTTP/1.1 405")
        );
        assert!(
            get(&server, "GET /a/echo.py?x")
                .await
                .starts_with("HTTP/1.1 501")
        );
        assert!(
            get(&server, "GET /a/b.sub.js")
                .await
                .starts_with("HTTP/1.1 501")
        );
        assert!(get(&server, "GET /%ff").await.starts_with("HTTP/1.1 400"));
    }
}
