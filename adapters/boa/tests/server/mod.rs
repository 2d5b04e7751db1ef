//! A small HTTP server: it answers with what it was asked, and ends with the tests.

use std::io::{BufRead, BufReader, Read, Write};
use std::net::{TcpListener, TcpStream};
use std::sync::{Arc, Barrier};
use std::thread;

/// Starts a server on a port of its own; gives its origin.
pub fn start() -> String {
    let listener = TcpListener::bind("127.0.0.1:0").expect("a free port");
    let address = listener.local_addr().expect("it is bound");
    // `/wait` and `/release` are answered together or not at all.
    let both = Arc::new(Barrier::new(2));
    thread::spawn(move || {
        for stream in listener.incoming() {
            let both = Arc::clone(&both);
            thread::spawn(move || answer(stream.expect("a connection"), &both));
        }
    });
    format!("http://{address}")
}

fn answer(mut stream: TcpStream, both: &Barrier) {
    let mut reader = BufReader::new(stream.try_clone().expect("a second handle"));
    let mut head = Vec::new();
    loop {
        let mut line = String::new();
        reader.read_line(&mut line).expect("a line of the head");
        if line.trim_end().is_empty() {
            break;
        }
        head.push(line.trim_end().to_owned());
    }
    let request = head.first().expect("a request line");
    let (request, _) = request.rsplit_once(' ').expect("an HTTP version");
    let length = head.iter().find_map(|line| {
        let (name, value) = line.split_once(':')?;
        let is_length = name.eq_ignore_ascii_case("content-length");
        is_length.then(|| value.trim().parse().expect("a number"))
    });
    let mut body = vec![0; length.unwrap_or(0)];
    reader.read_exact(&mut body).expect("the body");

    if request.ends_with("/wait") || request.ends_with("/release") {
        both.wait();
    }
    let (status, location) = match request.ends_with("/redirect") {
        true => ("302 Found", "location: /echo\r\n"),
        false => ("201 Created", ""),
    };
    let body = format!("{request} {}", String::from_utf8_lossy(&body));
    let length = body.len();
    let answer = format!(
        "HTTP/1.1 {status}\r\nx-server: test\r\n{location}content-length: {length}\r\n\
         connection: close\r\n\r\n{body}"
    );
    stream
        .write_all(answer.as_bytes())
        .expect("the client listens");
}
