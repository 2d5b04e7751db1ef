//! WebSockets on streams of a connection of HTTP/2 (RFC 8441).

use std::time::{Duration, Instant};

use http::{Method, Request, Response, StatusCode};
use http_body_util::{BodyExt, Empty};
use hyper::body::Incoming;
use hyper::client::conn::http2::{self, SendRequest};
use hyper::ext::Protocol;
use hyper_util::rt::{TokioExecutor, TokioIo};
use rustls::pki_types::ServerName;
use tokio::io::{copy_bidirectional, duplex};
use tokio::net::TcpStream;
use tokio::task::JoinHandle;
use tokio::time::timeout;
use winterproof_server::{Bytes, Server, Serving};

use crate::client::{BINARY, Client, FINAL, PATIENCE, TEXT, connect};
use crate::common::Map;
use crate::common::tls::client;

/// A server, and one connection to it.
struct Connected {
    server: Server,
    sender: SendRequest<Empty<Bytes>>,
    line: JoinHandle<()>,
}

async fn connected(handlers: &[&str]) -> Connected {
    let names = handlers.iter();
    let paths = names.map(|name| format!("/websockets/handlers/{name}_wsh.py"));
    let paths: Vec<String> = paths.collect();
    let mut files: Vec<_> = paths.iter().map(|path| (&path[..], "")).collect();
    let template = "{{location[host]}} {{headers[cookie]}}";
    files.push(("/where.sub.txt", template));
    let serving = Serving::new(Map::of(&files)).unwrap();
    let server = Server::start(&serving, None).await.unwrap();
    let port = server.origins().h2;
    let mut stream = TcpStream::connect(("127.0.0.1", port)).await.unwrap();
    // What hyper holds on to can be cut off.
    let (near, mut far) = duplex(64 * 1024);
    let line = tokio::spawn(async move {
        let _ = copy_bidirectional(&mut far, &mut stream).await;
    });
    let tls = client(Some(&serving.authority), &["h2"]);
    let name = ServerName::try_from("localhost").unwrap();
    let stream = TokioIo::new(tls.connect(name, near).await.unwrap());
    let handshake = http2::handshake(TokioExecutor::new(), stream).await;
    let (sender, connection) = handshake.unwrap();
    tokio::spawn(connection);
    let mut connected = Connected {
        server,
        sender,
        line,
    };
    // The server's settings, which allow what follows, are there with its first answer.
    connected.get("/none").await;
    connected
}

impl Connected {
    fn request(&self, method: Method, path: &str) -> http::request::Builder {
        let port = self.server.origins().h2;
        let url = format!("https://localhost:{port}{path}");
        Request::builder().method(method).uri(url)
    }

    async fn send(&mut self, request: http::request::Builder) -> Response<Incoming> {
        let request = request.body(Empty::new()).unwrap();
        let answer = timeout(PATIENCE, self.sender.send_request(request)).await;
        answer.unwrap().unwrap()
    }

    async fn get(&mut self, path: &str) -> Response<Incoming> {
        self.send(self.request(Method::GET, path)).await
    }

    /// Asks for a WebSocket, with further headers.
    async fn ask(&mut self, handler: &str, headers: &[(&str, &str)]) -> Response<Incoming> {
        let mut request = self
            .request(Method::CONNECT, &format!("/{handler}"))
            .extension(Protocol::from_static("websocket"));
        if !headers.iter().any(|(name, _)| *name == VERSION) {
            request = request.header(VERSION, "13");
        }
        for (name, value) in headers {
            request = request.header(*name, *value);
        }
        self.send(request).await
    }

    /// Opens a WebSocket.
    async fn open(&mut self, handler: &str, headers: &[(&str, &str)]) -> Client {
        let answer = self.ask(handler, headers).await;
        assert_eq!(answer.status(), StatusCode::OK);
        let head = answer.headers().iter();
        let head = head.map(|(name, value)| format!("{name}: {}\n", value.to_str().unwrap()));
        let head = head.collect();
        let stream = hyper::upgrade::on(answer).await.unwrap();
        Client::new(TokioIo::new(stream), head)
    }
}

const VERSION: &str = "sec-websocket-version";

#[tokio::test]
async fn messages_come_back_on_several_streams_at_once() {
    let mut connected = connected(&["echo"]).await;
    let mut first = connected.open("echo", &[]).await;
    let asked = [("sec-websocket-protocol", "chat, echo")];
    let mut second = connected.open("echo", &asked).await;
    // What only HTTP/1.1 says is not said.
    for name in ["upgrade", "connection", "accept", "protocol", "extensions"] {
        let is_said = first.head.contains(&format!("{name}: "));
        assert!(!is_said, "{}", first.head);
    }
    let chosen = "sec-websocket-protocol: echo\n";
    assert!(second.head.contains(chosen), "{}", second.head);
    first.say("a").await;
    second.say("b").await;
    assert_eq!(second.shown().await, "text b");
    assert_eq!(first.shown().await, "text a");
    // The last is more than goes over a stream at once.
    for length in [0, 125, 126, 0x10000, 3_000_000] {
        first.frame(FINAL | BINARY, &vec![7; length]).await;
        let (kind, payload) = first.next().await.unwrap();
        assert_eq!((kind, payload.len()), (FINAL | BINARY, length));
    }
    first.close(4000, "why").await;
    assert_eq!(first.rest().await, "close 4000 why, end");
    // The other one, and the connection, go on.
    second.say("c").await;
    assert_eq!(second.shown().await, "text c");
    assert_eq!(connected.get("/none").await.status(), StatusCode::NOT_FOUND);
    second.say("Goodbye").await;
    second.close(1000, "").await;
    assert_eq!(second.rest().await, "text Goodbye, close 1000 , end");
}

#[tokio::test]
async fn messages_are_compressed_as_over_http1() {
    let mut connected = connected(&["echo"]).await;
    let offer = [(
        "sec-websocket-extensions",
        "permessage-deflate; client_max_window_bits",
    )];
    let mut client = connected.open("echo", &offer).await;
    let agreed = "sec-websocket-extensions: permessage-deflate\n";
    assert!(client.head.contains(agreed), "{}", client.head);
    // `Hello` of RFC 7692, 7.2.3.1.
    let hello = [0xf2, 0x48, 0xcd, 0xc9, 0xc9, 0x07, 0x00];
    let compressed = FINAL | 0x40 | TEXT;
    client.frame(compressed, &hello).await;
    let expected = (compressed, hello.to_vec());
    assert_eq!(client.next().await.unwrap(), expected);
}

#[tokio::test]
async fn what_is_no_handshake_is_refused() {
    let mut connected = connected(&["echo", "protocol", "basic_auth", "invalid"]).await;
    for (handler, headers, status) in [
        ("none", &[][..], 404),
        ("echo", &[(VERSION, "8")], 400),
        ("echo", &[("sec-websocket-protocol", "chat")], 400),
        ("protocol", &[("sec-websocket-protocol", "a b")], 400),
        ("basic_auth", &[], 401),
        // Nothing can be said before an answer.
        ("invalid", &[], 501),
    ] {
        let answer = connected.ask(handler, headers).await;
        assert_eq!(answer.status(), status, "{handler} {headers:?}");
    }
    let answer = connected.ask("basic_auth", &[]).await;
    assert_eq!(
        answer.headers()["www-authenticate"],
        "Basic realm=\"camelot\""
    );
    let authorization = [("authorization", "Basic Zm9vOmJhcg==")];
    connected.open("basic_auth", &authorization).await;
    let other = connected.request(Method::CONNECT, "/echo");
    let other = other.extension(Protocol::from_static("connect-udp"));
    assert_eq!(connected.send(other).await.status(), 501);
    let get = connected.get("/echo").await;
    assert_eq!(get.status(), StatusCode::NOT_FOUND);
}

#[tokio::test]
async fn a_stream_ends_without_a_closing_handshake() {
    let mut connected = connected(&["remote-close", "passive-close-abort"]).await;
    let mut client = connected.open("remote-close?abrupt=1", &[]).await;
    assert_eq!(client.rest().await, "ping ping, end");
    let mut client = connected.open("passive-close-abort", &[]).await;
    client.close(1000, "").await;
    assert_eq!(client.rest().await, "end");
    assert_eq!(connected.get("/none").await.status(), StatusCode::NOT_FOUND);
}

#[tokio::test]
async fn a_websocket_ends_with_its_connection() {
    let reader = "msg_channel?uuid=1&direction=read";
    let mut connected = connected(&["msg_channel"]).await;
    let _first = connected.open(reader, &[]).await;
    // A channel has one reader: who comes too many is left alone.
    let ends = async || {
        let mut other = connect(&connected.server, reader, &[]).await;
        let end = timeout(Duration::from_millis(200), other.shown()).await;
        end.is_ok_and(|end| end == "end")
    };
    assert!(ends().await);
    connected.line.abort();
    let begin = Instant::now();
    while ends().await {
        assert!(begin.elapsed() < PATIENCE);
    }
}

#[tokio::test]
async fn host_and_cookies_are_told_as_over_http1() {
    let mut connected = connected(&["echo-cookie"]).await;
    let port = connected.server.origins().h2;
    let crumbs = [("cookie", "a=1"), ("cookie", "b=2")];
    let mut client = connected.open("echo-cookie", &crumbs).await;
    assert_eq!(client.shown().await, "text a=1; b=2");
    let request = connected.request(Method::GET, "/where.sub.txt");
    let request = request.header("cookie", "a=1").header("cookie", "b=2");
    let answer = connected.send(request).await.into_body();
    let answer = answer.collect().await.unwrap().to_bytes();
    assert_eq!(answer, format!("localhost:{port} a=1; b=2"));
}
