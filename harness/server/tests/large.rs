//! A gigabyte in and a gigabyte out, with little memory. A program of its own: its memory is looked
//! at. It moves four gigabytes over loopback, so it runs on request:
//!
//! ```text
//! cargo test --release -p winterproof-server --test large -- --ignored
//! ```

#![cfg(target_os = "linux")]

mod common;

use tokio::io::{AsyncReadExt, AsyncWriteExt};
use tokio::net::TcpStream;

const GIGABYTE: usize = 1 << 30;

/// What this process may take, in bytes: client and server together.
const MOST: usize = 200 << 20;

/// The most memory that this process had at any time.
fn peak() -> usize {
    let status = std::fs::read_to_string("/proc/self/status").unwrap();
    let line = status.lines().find(|line| line.starts_with("VmHWM:"));
    let kilobytes = line.unwrap().split_whitespace().nth(1).unwrap();
    kilobytes.parse::<usize>().unwrap() << 10
}

/// Sends a head and a body of a gigabyte, and gives the answer.
async fn upload(port: u16, head: &str, chunked: bool) -> String {
    let stream = TcpStream::connect(("127.0.0.1", port)).await.unwrap();
    let (mut read, mut write) = stream.into_split();
    let head = head.to_owned();
    let sending = tokio::spawn(async move {
        write.write_all(head.as_bytes()).await.unwrap();
        let piece = vec![b'x'; 1 << 16];
        for _ in 0..GIGABYTE / piece.len() {
            if chunked {
                write.write_all(b"10000\r\n").await.unwrap();
            }
            write.write_all(&piece).await.unwrap();
            if chunked {
                write.write_all(b"\r\n").await.unwrap();
            }
        }
        if chunked {
            write.write_all(b"0\r\n\r\n").await.unwrap();
        }
        write
    });
    let mut answer = String::new();
    read.read_to_string(&mut answer).await.unwrap();
    // It was all taken: nothing failed.
    sending.await.unwrap();
    answer
}

#[tokio::test]
#[ignore = "moves four gigabytes"]
async fn bodies_of_a_gigabyte_go_in_and_out_with_little_memory() {
    let server = common::start(&[
        ("/fetch/api/resources/huge-response.py", ""),
        ("/fetch/api/resources/echo-content.py", ""),
        ("/fetch/api/resources/status.py", ""),
    ])
    .await;
    let port = server.origins().http[0];

    let mut stream = TcpStream::connect(("127.0.0.1", port)).await.unwrap();
    let request = b"GET /fetch/api/resources/huge-response.py HTTP/1.1\r\nHost: x\r\n\r\n";
    stream.write_all(request).await.unwrap();
    let mut left = GIGABYTE;
    let mut part = vec![0; 1 << 16];
    while left > 0 {
        let count = stream.read(&mut part).await.unwrap();
        assert_ne!(count, 0);
        left = left.saturating_sub(count);
    }
    drop(stream);
    println!("out: {} MB", peak() >> 20);
    assert!(peak() < MOST);

    for chunked in [false, true] {
        let framing = match chunked {
            false => format!("Content-Length: {GIGABYTE}"),
            true => "Transfer-Encoding: chunked".to_owned(),
        };
        let head = |path: &str| {
            let path = format!("/fetch/api/resources/{path}");
            format!("POST {path} HTTP/1.1\r\nHost: x\r\nConnection: close\r\n{framing}\r\n\r\n")
        };
        // A handler that doesn't look at it, and one that wants all of it, which is too much.
        let answer = upload(port, &head("status.py?code=204"), chunked).await;
        assert!(answer.starts_with("HTTP/1.1 204"), "{answer}");
        println!("in: {} MB", peak() >> 20);
        assert!(peak() < MOST);
        let answer = upload(port, &head("echo-content.py"), chunked).await;
        assert!(answer.starts_with("HTTP/1.1 413"), "{answer}");
        println!("in, as a whole: {} MB", peak() >> 20);
        assert!(peak() < MOST);
    }
}
