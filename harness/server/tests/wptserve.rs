//! What is not known here, and a checkout's own server knows: `checkout` stands for one, whose server
//! says what it is asked.

mod common;

use std::path::{Path, PathBuf};
use std::sync::Arc;

use tokio::io::{AsyncReadExt, AsyncWriteExt};
use tokio::net::TcpStream;
use winterproof_server::{Server, Serving, Wptserve, WptserveError};

use common::tls::client;
use common::{Map, raw};

fn checkout() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/checkout")
}

/// A server that asks that of the checkout, and how to ask it over TLS.
async fn start() -> (Server, Serving) {
    let files = Map::of(&[
        ("/a/strange.py", ""),
        ("/websockets/handlers/strange_wsh.py", ""),
    ]);
    let serving = Serving {
        wptserve: Some(Arc::new(Wptserve::start(&checkout()).unwrap())),
        ..Serving::new(files).unwrap()
    };
    let server = Server::start(&serving, None).await.unwrap();
    (server, serving)
}

const REQUEST: &str = "CHICKEN /a/strange.py?a=%20|b HTTP/1.1\r\nHost: www.a.test:1\r\n\
    X-Tone: 1\r\nX-Tone: 2\r\nConnection: close\r\nTransfer-Encoding: chunked\r\n\r\n\
    2\r\nhi\r\n0\r\n\r\n";

#[tokio::test]
async fn requests_are_passed_on_and_answers_back() {
    let (server, serving) = start().await;
    let answer = raw(&server, REQUEST).await;
    assert!(
        answer.starts_with("HTTP/1.1 418 Short and Stout\r\n"),
        "{answer}"
    );
    assert!(
        answer.contains("Set-Cookie: a=1\r\nSet-Cookie: b=2\r\n"),
        "{answer}"
    );
    let asked = "CHICKEN http://www.a.test:1/a/strange.py?a=%20|b";
    let body = answer.split_once("\r\n\r\n").unwrap().1;
    assert!(body.contains(asked), "{body}");
    assert!(body.contains(" ['1', '2'] hi"), "{body}");
    assert!(server.unanswered().is_empty());
    // It is passed on even where it is no valid HTTP.
    let strange = raw(&server, REQUEST.replace("www.a.test", "strange.test")).await;
    assert!(strange.contains("X-Feed: \x0c\r\n"), "{strange}");

    let port = server.origins().https[0];
    let stream = TcpStream::connect(("127.0.0.1", port)).await.unwrap();
    let tls = client(Some(&serving.authority), &[]);
    let name = "localhost".try_into().unwrap();
    let mut stream = tls.connect(name, stream).await.unwrap();
    stream.write_all(REQUEST.as_bytes()).await.unwrap();
    let mut answer = String::new();
    stream.read_to_string(&mut answer).await.unwrap();
    assert!(
        answer.contains("CHICKEN https://www.a.test:1/a/"),
        "{answer}"
    );
}

#[tokio::test]
async fn what_can_not_be_passed_on_has_no_answer() {
    let (server, serving) = start().await;
    let handshake = "GET /strange HTTP/1.1\r\nHost: a\r\nUpgrade: websocket\r\n\
        Connection: Upgrade, close\r\n\r\n";
    let answer = raw(&server, handshake).await;
    assert!(answer.starts_with("HTTP/1.1 501 "), "{answer}");
    let socket = "/websockets/handlers/strange_wsh.py";
    assert_eq!(server.unanswered(), [socket]);
    // Were it gone, that would be no fault of a runtime.
    let wptserve = serving.wptserve.as_ref().unwrap();
    let group = rustix::process::Pid::from_raw(wptserve.id().cast_signed()).unwrap();
    rustix::process::kill_process_group(group, rustix::process::Signal::KILL).unwrap();
    let mut answer = raw(&server, REQUEST).await;
    while answer.starts_with("HTTP/1.1 418 ") {
        answer = raw(&server, REQUEST).await;
    }
    assert!(answer.starts_with("HTTP/1.1 502 "), "{answer}");
    assert_eq!(server.unanswered(), ["/a/strange.py", socket]);
}

#[test]
fn a_folder_without_tools_has_none() {
    let folder = tempfile::tempdir().unwrap();
    let error = Wptserve::start(folder.path()).unwrap_err();
    assert!(matches!(error, WptserveError::NoTools(_)), "{error}");
    let tools = folder.path().join("tools/serve");
    std::fs::create_dir_all(&tools).unwrap();
    std::fs::write(tools.join("serve.py"), "").unwrap();
    let error = Wptserve::start(folder.path()).unwrap_err();
    // What Python says at the end of a traceback.
    assert!(error.to_string().ends_with("'tools.localpaths'"), "{error}");
}
