//! Many connections, and those that don't go on.

use std::time::{Duration, Instant};

use rustix::process::{Resource, Rlimit, getrlimit, setrlimit};
use tokio::io::{AsyncReadExt, AsyncWriteExt};
use tokio::net::TcpStream;
use tokio::task::JoinSet;

use crate::{common, is_well, next, start};

const REQUEST: &[u8] = b"GET /fine.txt HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n";

async fn connect(port: u16) -> TcpStream {
    TcpStream::connect(("127.0.0.1", port)).await.unwrap()
}

async fn rest(mut stream: TcpStream) -> String {
    let mut answer = Vec::new();
    stream.read_to_end(&mut answer).await.unwrap();
    String::from_utf8(answer).unwrap()
}

/// Both ends of each connection are in this process.
fn allow_files(count: u64) {
    let limit = getrlimit(Resource::Nofile);
    if limit.current.is_none_or(|current| current >= count) {
        return;
    }
    let current = Some(limit.maximum.unwrap_or(count).min(count));
    setrlimit(Resource::Nofile, Rlimit { current, ..limit }).unwrap();
}

#[tokio::test]
async fn two_thousand_connections_are_open_at_once_and_all_are_served() {
    const COUNT: usize = 2000;
    allow_files(2 * COUNT as u64 + 200);
    let server = start().await;
    let port = server.origins().http[0];
    let mut connecting = JoinSet::new();
    for _ in 0..COUNT {
        connecting.spawn(connect(port));
    }
    let open = connecting.join_all().await;
    assert_eq!(open.len(), COUNT);
    let mut asking = JoinSet::new();
    for mut stream in open {
        asking.spawn(async move {
            stream.write_all(REQUEST).await.unwrap();
            rest(stream).await
        });
    }
    for answer in asking.join_all().await {
        is_well(&answer);
    }
    is_well(&next(&server).await);
}

#[tokio::test]
async fn those_who_do_not_go_on_hold_nobody_up() {
    let server = start().await;
    let port = server.origins().http[0];
    let mut open = Vec::new();
    for length in 0..200 {
        let mut stream = connect(port).await;
        let part = &REQUEST[..length % REQUEST.len()];
        stream.write_all(part).await.unwrap();
        open.push(stream);
    }
    let begin = Instant::now();
    is_well(&next(&server).await);
    assert!(begin.elapsed() < Duration::from_secs(5));
    // Those that go on are served.
    for (length, mut stream) in open.into_iter().enumerate() {
        let part = &REQUEST[length % REQUEST.len()..];
        stream.write_all(part).await.unwrap();
        is_well(&rest(stream).await);
    }
}

#[tokio::test]
async fn who_says_nothing_more_still_hears_the_answer() {
    let server = start().await;
    let mut stream = connect(server.origins().http[0]).await;
    stream.write_all(REQUEST).await.unwrap();
    stream.shutdown().await.unwrap();
    is_well(&rest(stream).await);
}

#[tokio::test]
async fn who_is_gone_in_the_middle_is_forgotten() {
    let server = start().await;
    for length in (0..REQUEST.len()).step_by(7) {
        let mut stream = connect(server.origins().http[0]).await;
        stream.write_all(&REQUEST[..length]).await.unwrap();
        // With a reset, where the system is asked for it.
        let _ = stream.set_zero_linger();
    }
    is_well(&next(&server).await);
}

#[tokio::test]
async fn slow_readers_get_all_of_it_and_hold_nobody_up() {
    const LENGTH: usize = 8 * 1024 * 1024;
    let content: Vec<u8> = (0..LENGTH).map(|at| (at % 251) as u8).collect();
    let server = common::start(&[("/fine.txt", b"fine" as &[u8]), ("/big.bin", &content)]).await;
    let mut slow = Vec::new();
    for _ in 0..10 {
        let mut stream = connect(server.origins().http[0]).await;
        let request = b"GET /big.bin HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n";
        stream.write_all(request).await.unwrap();
        slow.push(stream);
    }
    let mut part = [0; 100];
    for stream in &mut slow {
        stream.read_exact(&mut part).await.unwrap();
    }
    let begin = Instant::now();
    is_well(&next(&server).await);
    assert!(begin.elapsed() < Duration::from_secs(5));
    for mut stream in slow {
        let mut answer = Vec::new();
        stream.read_to_end(&mut answer).await.unwrap();
        assert!(answer.ends_with(&content), "{} bytes", answer.len());
    }
}

#[tokio::test]
async fn what_one_server_keeps_is_nothing_to_another() {
    let files = [
        ("/fetch/api/resources/stash-put.py", ""),
        ("/fetch/api/resources/stash-take.py", ""),
    ];
    let (first, second) = (common::start(&files).await, common::start(&files).await);
    let key = "00000000-0000-4000-8000-000000000001";
    let put = format!("/fetch/api/resources/stash-put.py?key={key}&value=secret");
    let take = format!("/fetch/api/resources/stash-take.py?key={key}");
    assert!(common::get(&first, &put).await.starts_with("HTTP/1.1 200"));
    assert!(!common::get(&second, &take).await.contains("secret"));
    // Nor to the next test.
    first.begin();
    assert!(!common::get(&first, &take).await.contains("secret"));
    common::get(&first, &put).await;
    assert!(common::get(&first, &take).await.contains("secret"));
}
