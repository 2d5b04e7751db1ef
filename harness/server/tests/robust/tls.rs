//! TLS that is none, and its absence.

use std::sync::Arc;
use std::time::Duration;

use rustls::pki_types::ServerName;
use tokio::io::{AsyncReadExt, AsyncWriteExt};
use tokio::net::TcpStream;
use tokio::time::timeout;
use tokio_rustls::TlsConnector;
use winterproof_server::{Authority, Server, Serving};

use crate::common::Map;
use crate::common::tls::client as client_of;
use crate::{is_well, next};

async fn start() -> (Server, Arc<Authority>) {
    let serving = Serving::new(Map::of(&[("/fine.txt", "fine")])).unwrap();
    let server = Server::start(&serving, None).await.unwrap();
    (server, serving.authority)
}

fn client(authority: Option<&Authority>) -> TlsConnector {
    client_of(authority, &[])
}

async fn get(
    server: &Server,
    client: &TlsConnector,
    name: &'static str,
) -> std::io::Result<String> {
    let stream = TcpStream::connect(("127.0.0.1", server.origins().https[0])).await?;
    let name = ServerName::try_from(name).unwrap();
    let mut stream = client.connect(name, stream).await?;
    let request = b"GET /fine.txt HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n";
    stream.write_all(request).await?;
    let mut answer = String::new();
    stream.read_to_string(&mut answer).await?;
    Ok(answer)
}

/// Sends bytes to a port and reads until the other side ends.
async fn send(port: u16, bytes: &[u8]) -> Vec<u8> {
    let mut stream = TcpStream::connect(("127.0.0.1", port)).await.unwrap();
    let _ = stream.write_all(bytes).await;
    let mut answer = Vec::new();
    let reading = stream.read_to_end(&mut answer);
    // It may end with a reset.
    let _ = timeout(Duration::from_secs(30), reading).await.unwrap();
    answer
}

#[tokio::test]
async fn only_who_trusts_the_authority_talks_and_only_with_hosts_of_ours() {
    let (server, authority) = start().await;
    let trusting = client(Some(&authority));
    for name in ["localhost", "127.0.0.1", "www1.web-platform.test"] {
        is_well(&get(&server, &trusting, name).await.unwrap());
    }
    assert!(get(&server, &client(None), "localhost").await.is_err());
    assert!(get(&server, &trusting, "example.com").await.is_err());
    let (other, _) = start().await;
    assert!(get(&other, &trusting, "localhost").await.is_err());
    is_well(&get(&server, &trusting, "localhost").await.unwrap());
}

#[tokio::test]
async fn plain_bytes_are_not_answered_over_tls() {
    let (server, authority) = start().await;
    let trusting = client(Some(&authority));
    let origins = server.origins();
    for port in [origins.https[0], origins.https[1], origins.h2] {
        for bytes in [
            b"GET /fine.txt HTTP/1.1\r\nHost: x\r\n\r\n" as &[u8],
            b"\x16\x03\x01\x00\x05\x01\x00\x00\x01\x00",
            &[0; 4096],
        ] {
            let answer = send(port, bytes).await;
            let text = String::from_utf8_lossy(&answer);
            assert!(!text.contains("HTTP/") && !text.contains("fine"), "{text}");
        }
    }
    is_well(&get(&server, &trusting, "localhost").await.unwrap());
}

#[tokio::test]
async fn tls_is_refused_where_there_is_none() {
    let (server, authority) = start().await;
    let plain = TcpStream::connect(("127.0.0.1", server.origins().http[0]))
        .await
        .unwrap();
    let name = ServerName::try_from("localhost").unwrap();
    assert!(client(Some(&authority)).connect(name, plain).await.is_err());
    is_well(&next(&server).await);
}

#[tokio::test]
async fn a_handshake_that_does_not_go_on_is_not_waited_for() {
    let (server, authority) = start().await;
    // The head of a record that never comes.
    let stalled = send(server.origins().https[0], b"\x16\x03\x01\x40\x00\x01");
    let trusting = client(Some(&authority));
    let (answer, well) = tokio::join!(stalled, get(&server, &trusting, "localhost"));
    assert!(!String::from_utf8_lossy(&answer).contains("HTTP/"));
    is_well(&well.unwrap());
}
