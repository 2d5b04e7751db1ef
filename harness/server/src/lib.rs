//! The web server that tests talk to: loopback only, on a port of its own.
//!
//! Owns: HTTP. Serves the files of a suite root, so that a test can fetch its own resources. Does
//! not own where files come from ([`Files`]).

use std::borrow::Cow;
use std::io;
use std::net::{Ipv4Addr, SocketAddr};
use std::sync::Arc;

use axum::Router;
use axum::body::Body;
use axum::extract::State;
use axum::http::{Method, StatusCode, Uri, header};
use axum::response::{IntoResponse, Response};
use tokio::net::TcpListener;
use tokio::task::JoinHandle;

/// Where the files come from.
pub trait Files: Send + Sync + 'static {
    /// The content of the file at `path` (percent-decoded, with a leading slash); `None` when there
    /// is none that may be read.
    fn read(&self, path: &str) -> Option<Cow<'static, [u8]>>;
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

impl Server {
    /// Starts a server for `files` on a free port of 127.0.0.1.
    pub async fn start(files: Arc<dyn Files>) -> Result<Self, ServerError> {
        let listener = TcpListener::bind((Ipv4Addr::LOCALHOST, 0)).await?;
        let address = listener.local_addr()?;
        let app = Router::new().fallback(serve).with_state(files);
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

async fn serve(State(files): State<Arc<dyn Files>>, method: Method, uri: Uri) -> Response {
    if method != Method::GET && method != Method::HEAD {
        return StatusCode::METHOD_NOT_ALLOWED.into_response();
    }
    let Some(path) = decode(uri.path()) else {
        return StatusCode::BAD_REQUEST.into_response();
    };
    if needs_wptserve(&path) {
        let text = format!("{path} is made by WPT's own server, which this is not");
        return (StatusCode::NOT_IMPLEMENTED, text).into_response();
    }
    let name = path.clone();
    // Files are read where waiting for a disk disturbs nobody.
    let content = tokio::task::spawn_blocking(move || files.read(&name)).await;
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

    struct One;

    impl Files for One {
        fn read(&self, path: &str) -> Option<Cow<'static, [u8]>> {
            (path == "/a b.json").then_some(Cow::Borrowed(b"{}"))
        }
    }

    async fn get(server: &Server, request: &str) -> String {
        let mut stream = TcpStream::connect(server.address).await.unwrap();
        let text = format!("{request} HTTP/1.1\r\nhost: x\r\nconnection: close\r\n\r\n");
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
