//! What lies outside the suite root, and who is outside this machine.

use std::fs;
use std::net::{IpAddr, SocketAddr, UdpSocket};
use std::time::Duration;

use tokio::net::TcpStream;
use tokio::time::timeout;
use winterproof_server::Server;

use crate::checkout;
use crate::common::{get, raw};
use crate::start;

#[cfg(unix)]
#[tokio::test]
async fn no_path_leads_out_of_the_root() {
    let outer = tempfile::tempdir().unwrap();
    let folder = outer.path().join("root");
    fs::create_dir_all(folder.join("resources")).unwrap();
    fs::create_dir_all(folder.join("a")).unwrap();
    fs::write(folder.join("resources/testharness.js"), "").unwrap();
    fs::write(folder.join("a/inside.txt"), "inside").unwrap();
    fs::write(outer.path().join("secret.txt"), "secret").unwrap();
    fs::create_dir(outer.path().join("secrets")).unwrap();
    fs::write(outer.path().join("secrets/secret.txt"), "secret").unwrap();
    for (name, to) in [("file", "secret.txt"), ("folder", "secrets")] {
        std::os::unix::fs::symlink(outer.path().join(to), folder.join(name)).unwrap();
    }
    let serving = checkout::serving(&folder).unwrap();
    let server = Server::start(&serving, None).await.unwrap();

    assert!(get(&server, "/a/inside.txt").await.ends_with("inside"));
    assert!(get(&server, "/a/../a/inside.txt").await.ends_with("inside"));
    let absolute = outer.path().join("secret.txt");
    let absolute = absolute.to_str().unwrap();
    for path in [
        "/../secret.txt",
        "/a/../../secret.txt",
        "/a/..%2f..%2fsecret.txt",
        "/%2e%2e/secret.txt",
        "/%2e%2e%2fsecret.txt",
        "/.%2e/secret.txt",
        "/%252e%252e/secret.txt",
        "/..%5csecret.txt",
        "/..\\secret.txt",
        "/%c0%ae%c0%ae/secret.txt",
        "/..%00/secret.txt",
        "/a/inside.txt%00.html",
        "/./.././secret.txt",
        "//../secret.txt",
        "/file",
        "/folder/",
        "/folder/secret.txt",
        "/a/../folder/secret.txt",
        &format!("/{absolute}"),
        absolute,
        &absolute.replace('/', "%2f"),
        "/..",
        "/%2e%2e/",
        "/../secrets/",
    ] {
        let answer = get(&server, path).await;
        assert!(!answer.contains("secret"), "{path}: {answer}");
        let status = &answer[9..12];
        assert!(matches!(status, "400" | "404"), "{path}: {answer}");
    }
    // With a whole URL in the place of the path, and where headers and scripts are looked for.
    for request in [
        "GET http://localhost/../secret.txt HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n",
        "GET file:///secret.txt HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n",
        "GET ../secret.txt HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n",
    ] {
        let answer = raw(&server, request).await;
        assert!(!answer.contains("secret"), "{request}: {answer}");
    }
    assert!(get(&server, "/a/inside.txt").await.ends_with("inside"));
}

/// The address that this machine has in a network, if it is in one. Nothing is sent.
fn own_address() -> Option<IpAddr> {
    let socket = UdpSocket::bind("0.0.0.0:0").ok()?;
    socket.connect("192.0.2.1:9").ok()?;
    let address = socket.local_addr().ok()?.ip();
    (!address.is_loopback() && !address.is_unspecified()).then_some(address)
}

#[tokio::test]
async fn nobody_else_can_connect() {
    let server = start().await;
    let origins = server.origins();
    let ports = [&origins.http[..], &origins.https, &[origins.h2]].concat();
    if let Some(address) = own_address() {
        for port in &ports {
            let connecting = TcpStream::connect(SocketAddr::new(address, *port));
            let connected = timeout(Duration::from_secs(5), connecting).await;
            assert!(!matches!(connected, Ok(Ok(_))), "{address}:{port}");
        }
    }
    // What the system says: all that listens at these ports does so on loopback.
    let mut seen = 0;
    for (table, loopback) in [
        ("/proc/net/tcp", "0100007F"),
        ("/proc/net/tcp6", "00000000000000000000000001000000"),
    ] {
        for line in fs::read_to_string(table).unwrap_or_default().lines() {
            let words: Vec<&str> = line.split_whitespace().collect();
            let Some((address, port)) = words.get(1).and_then(|word| word.split_once(':')) else {
                continue;
            };
            let listens = words.get(3) == Some(&"0A");
            let port = u16::from_str_radix(port, 16);
            if listens && port.is_ok_and(|port| ports.contains(&port)) {
                assert_eq!(address, loopback);
                seen += 1;
            }
        }
    }
    assert!(seen >= ports.len() || !cfg!(target_os = "linux"), "{seen}");
}
