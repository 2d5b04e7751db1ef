//! Which handshakes are taken, and how they are answered.

use std::time::{Duration, Instant};

use crate::client::{FINAL, TEXT, connect};
use crate::common::raw;
use crate::start;

#[tokio::test]
async fn what_is_no_handshake_is_refused() {
    let server = start(&["echo"]).await;
    for (handler, headers, status) in [
        ("none", &[][..], "404"),
        ("echo", &["Sec-WebSocket-Version: 8"], "400"),
        ("echo", &["Sec-WebSocket-Key: dGhlIHNhbXBsZQ=="], "400"),
        (
            "echo",
            &["Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZR=="],
            "400",
        ),
        ("echo", &["Sec-WebSocket-Protocol: a b"], "400"),
        ("echo", &["Sec-WebSocket-Protocol: ,"], "400"),
    ] {
        let client = connect(&server, handler, headers).await;
        assert_eq!(client.status(), status, "{handler} {headers:?}");
    }
    let client = connect(&server, "echo", &["Sec-WebSocket-Version: 8"]).await;
    assert!(
        client.head.contains("Sec-Websocket-Version: 13\r\n"),
        "{}",
        client.head
    );
    let key = "Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\nSec-WebSocket-Version: 13\r\n";
    for head in [
        "POST /echo HTTP/1.1\r\nHost: x\r\nConnection: upgrade\r\n",
        "GET /echo HTTP/1.0\r\nHost: x\r\nConnection: upgrade\r\n",
        "GET /echo HTTP/1.1\r\nHost: x\r\nConnection: close\r\n",
        "GET /echo HTTP/1.1\r\nConnection: upgrade\r\n",
    ] {
        let answer = raw(&server, format!("{head}Upgrade: WebSocket\r\n{key}\r\n")).await;
        assert_eq!(&answer["HTTP/1.1 ".len()..][..3], "400", "{head}: {answer}");
    }
}

#[tokio::test]
async fn a_subprotocol_is_chosen_of_those_that_are_asked_for() {
    let server = start(&[
        "echo",
        "protocol",
        "protocol_array",
        "handshake_protocol",
        "handshake_no_protocol",
    ])
    .await;
    for (handler, asked, chosen) in [
        ("echo", "", Ok("")),
        ("echo", "chat, echo", Ok("echo")),
        ("echo", "chat", Err("400")),
        ("protocol", "", Ok("")),
        ("protocol", "foo", Ok("foo")),
        ("protocol", "foo, bar", Err("400")),
        ("protocol_array", "foo, bar", Ok("foo")),
        ("protocol_array", "", Err("403")),
        ("handshake_protocol", "foo", Ok("foobar")),
        ("handshake_protocol", "", Err("400")),
        ("handshake_no_protocol", "foo", Ok("")),
    ] {
        let asked_for = format!("Sec-WebSocket-Protocol: {asked}");
        let headers = match asked {
            "" => vec![],
            _ => vec![&asked_for[..]],
        };
        let mut client = connect(&server, handler, &headers).await;
        let line = client
            .head
            .lines()
            .find(|line| line.starts_with("Sec-WebSocket-Protocol"));
        let name = line.map_or("", |line| &line["Sec-WebSocket-Protocol: ".len()..]);
        match chosen {
            Ok(chosen) => {
                assert_eq!(
                    (client.status(), name),
                    ("101", chosen),
                    "{handler} {asked}"
                );
                if handler.starts_with("protocol") && !asked.is_empty() {
                    assert_eq!(client.shown().await, format!("text {chosen}"));
                }
            }
            Err(status) => assert_eq!(client.status(), status, "{handler} {asked}"),
        }
    }
    // Without one, there is nothing to say.
    let mut client = connect(&server, "protocol", &[]).await;
    assert_eq!(client.shown().await, "end");
}

#[tokio::test]
async fn a_user_has_a_password() {
    let server = start(&["basic_auth"]).await;
    let client = connect(
        &server,
        "basic_auth",
        &["Authorization: Basic Zm9vOmJhcg=="],
    )
    .await;
    assert_eq!(client.status(), "101");
    let client = connect(
        &server,
        "basic_auth",
        &["Authorization: Basic Zm9vOmJheg=="],
    )
    .await;
    assert_eq!(client.status(), "401");
    let challenge = "\r\nWww-Authenticate: Basic realm=\"camelot\"\r\n";
    assert!(client.head.contains(challenge), "{}", client.head);
}

#[tokio::test]
async fn wrong_answers_are_given_on_purpose() {
    let server = start(&[
        "invalid",
        "wrong_accept_key",
        "simple_handshake",
        "handshake_sleep_2",
    ])
    .await;
    let origin = &["Origin: http://a.test"][..];
    let mut client = connect(&server, "invalid", &[]).await;
    assert_eq!(client.head, "FOO BAR BAZ\r\n\r\n");
    let head = client.line_end("\r\n\r\n").await;
    assert!(head.starts_with("HTTP/1.1 101 "), "{head}");

    let mut client = connect(&server, "wrong_accept_key", origin).await;
    let expected = "HTTP/1.1 101 Switching Protocols:\r\nConnection: Upgrade\r\n\
                    Upgrade: WebSocket\r\nSec-WebSocket-Origin: http://a.test\r\n\
                    Sec-WebSocket-Accept: thisisawrongacceptkey\r\n\r\n";
    assert_eq!(client.head, expected);
    let head = client.line_end("\r\n\r\n").await;
    assert!(head.contains("s3pPLMBiTxaQ9kYGzzhZRbK+xOo="), "{head}");
    assert_eq!(client.shown().await, "text test");
    assert_eq!(client.shown().await, "close 1000 ");

    let mut client = connect(&server, "simple_handshake", origin).await;
    let accept = "Set-Cookie: ws_test=test\r\nSec-WebSocket-Origin: http://a.test\r\n\
                  Sec-WebSocket-Accept: s3pPLMBiTxaQ9kYGzzhZRbK+xOo=\r\n\r\n";
    assert!(client.head.ends_with(accept), "{}", client.head);
    assert_eq!(client.shown().await, "close 1001 PASS");
    client.close(1001, "PASS").await;
    assert_eq!(client.shown().await, "end");
    for handler in ["wrong_accept_key", "simple_handshake"] {
        assert_eq!(connect(&server, handler, &[]).await.status(), "403");
    }

    let start = Instant::now();
    let client = connect(&server, "handshake_sleep_2", &[]).await;
    assert_eq!(client.status(), "101");
    assert!(start.elapsed() >= Duration::from_secs(2));
}

#[tokio::test]
async fn cookies_are_set_and_read() {
    let server = start(&[
        "echo-cookie",
        "set-cookie",
        "set-cookie-secure",
        "set-cookie_http",
        "set-cookies-samesite",
    ])
    .await;
    let mut client = connect(&server, "echo-cookie", &["Cookie: a=1; b=2"]).await;
    assert_eq!(client.shown().await, "text a=1; b=2");
    let mut client = connect(&server, "echo-cookie", &[]).await;
    assert_eq!(client.shown().await, "text (none)");
    for (handler, lines) in [
        ("set-cookie?x", &["ws_test_x=test; Path=/"][..]),
        ("set-cookie-secure?x", &["ws_test_x=test; Secure; Path=/"]),
        ("set-cookie_http?x", &["ws_test_x=test; Path=/; HttpOnly"]),
        (
            "set-cookies-samesite?value=2&clear",
            &[
                "samesite-unspecified=2; Path=/; Max-Age=0",
                "samesite-lax=2; Path=/; SameSite=Lax; Max-Age=0",
                "samesite-strict=2; Path=/; SameSite=Strict; Max-Age=0",
                "samesite-none=2; Path=/; SameSite=None; Secure; Max-Age=0",
            ],
        ),
    ] {
        let client = connect(&server, handler, &["Origin: http://a.test"]).await;
        let set = client
            .head
            .lines()
            .filter_map(|line| line.strip_prefix("Set-Cookie: "));
        assert_eq!(set.collect::<Vec<_>>(), lines);
    }
}

#[tokio::test]
async fn messages_are_compressed_where_it_is_offered() {
    let server = start(&["echo", "handshake_no_extensions"]).await;
    let offer = &["Sec-WebSocket-Extensions: permessage-deflate; client_max_window_bits"][..];
    let mut client = connect(&server, "echo", offer).await;
    let line = "Sec-WebSocket-Extensions: permessage-deflate\r\n";
    assert!(client.head.contains(line), "{}", client.head);
    // The first and the second `Hello` of RFC 7692, 7.2.3.2, which refers to the first.
    let hello = [0xf2, 0x48, 0xcd, 0xc9, 0xc9, 0x07, 0x00];
    let again = [0xf2, 0x00, 0x11, 0x00, 0x00];
    let compressed = 0x40;
    client.frame(compressed | TEXT, &hello[..3]).await;
    client.frame(FINAL, &hello[3..]).await;
    let expected = (FINAL | compressed | TEXT, hello.to_vec());
    assert_eq!(client.next().await.unwrap(), expected);
    client.frame(FINAL | compressed | TEXT, &again).await;
    let expected = (FINAL | compressed | TEXT, again.to_vec());
    assert_eq!(client.next().await.unwrap(), expected);
    // What comes as it is goes out compressed.
    client.say("").await;
    let (first, _) = client.next().await.unwrap();
    assert_eq!(first, FINAL | compressed | TEXT);
    client.frame(FINAL | compressed | TEXT, &[0xff; 9]).await;
    assert_eq!(client.shown().await, "close 1007 ");

    let mut client = connect(&server, "echo", offer).await;
    client.frame(FINAL | compressed | 9, b"").await;
    assert_eq!(client.shown().await, "close 1003 ");
    let client = connect(&server, "handshake_no_extensions", offer).await;
    assert!(!client.head.contains("Extensions"), "{}", client.head);
}
