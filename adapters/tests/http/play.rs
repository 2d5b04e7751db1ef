//! A fake host: this very test program, started again with what to play in its environment.

use std::env;
use std::fs::OpenOptions;
use std::io::{BufRead, BufReader, Read, Write};
use std::net::{TcpListener, TcpStream};
use std::process::{self, Command};
use std::thread::sleep;
use std::time::Duration;

use winterproof_model::wire::{Ask, Hello, Message, Request, WIRE_VERSION};
use winterproof_model::{HarnessStatus, SubtestStatus};

/// What to play, and where its notes are.
pub const PLAY: &str = "WINTERPROOF_FAKE_PLAY";
pub const FOLDER: &str = "WINTERPROOF_FAKE_FOLDER";
pub const PORT: &str = "WINTERPROOF_FAKE_PORT";
/// The test that is one.
pub const TEST: &str = "play::plays";

/// Plays what it is told to; as a test among others, nothing.
#[test]
fn plays() {
    let Ok(play) = env::var(PLAY) else {
        return;
    };
    let port = env::var(PORT).unwrap();
    let starts = note("starts");
    let play = match play.split_once(" then ") {
        Some((first, _)) if starts == 1 => first.to_owned(),
        Some((_, next)) => next.to_owned(),
        None => play,
    };
    match play.as_str() {
        "exit" => {
            eprintln!("bad flag");
            process::exit(3);
        }
        "taken" => {
            eprintln!("Error: listen EADDRINUSE: address already in use 127.0.0.1:{port}");
            process::exit(1);
        }
        "hang" => forever(),
        _ => {}
    }
    let listener = TcpListener::bind(format!("127.0.0.1:{port}")).unwrap();
    if play == "deaf" {
        forever();
    }
    for stream in listener.incoming() {
        let Some((mut stream, request)) = ask(stream.unwrap()) else {
            continue;
        };
        match play.as_str() {
            "garbage" => {
                let _ = stream.write_all(b"\x01\x02 hello to you\r\n\r\n");
                continue;
            }
            "refuse" => {
                let answer = "HTTP/1.1 500 Internal Server Error\r\ncontent-length: 15\r\n\r\nno such module\n";
                let _ = stream.write_all(answer.as_bytes());
                continue;
            }
            _ => {}
        }
        answer(&play, &mut stream, &request);
    }
}

fn answer(play: &str, stream: &mut TcpStream, request: &Request) {
    let _ = stream.write_all(b"HTTP/1.1 200 OK\r\ntransfer-encoding: chunked\r\n\r\n");
    let mut say = |message: &Message| {
        let line = message.to_line(&request.key);
        let _ = write!(stream, "{:x}\r\n{line}\r\n", line.len());
    };
    if play != "mute" {
        say(&Message::Hello(Hello {
            wire: WIRE_VERSION,
            version: "9.8.7".into(),
            engine: Some("E 1".into()),
        }));
    }
    if matches!(request.ask, Ask::Run(_)) {
        // Who runs it.
        let name = process::id().to_string();
        println!("test {} of it", note("runs"));
        say(&Message::Started { name: name.clone() });
        match play {
            "die" => process::exit(9),
            "cut" => return,
            "stick" => {
                // It waits for a child that takes for ever.
                Command::new("sleep").arg("1000").status().unwrap();
            }
            "leave" => {
                let left = Command::new("sh").args(["-c", "sleep 1000 &"]).status();
                assert!(left.unwrap().success());
            }
            "late" => sleep(Duration::from_millis(1500)),
            _ => {}
        }
        say(&Message::Subtest {
            name,
            status: SubtestStatus::Pass,
            message: None,
            stack: None,
            requirements: Vec::new(),
        });
        if play != "stop" {
            say(&Message::Done {
                status: HarnessStatus::Ok,
                message: None,
                stack: None,
            });
        }
    }
    let _ = stream.write_all(b"0\r\n\r\n");
    if play == "die idle" && matches!(request.ask, Ask::Run(_)) {
        process::exit(0);
    }
}

/// The request of a connection; `None` for one that was only looked at.
fn ask(stream: TcpStream) -> Option<(TcpStream, Request)> {
    let mut reader = BufReader::new(stream);
    let mut length = 0;
    loop {
        let mut line = String::new();
        if reader.read_line(&mut line).ok()? == 0 {
            return None;
        }
        if let Some(value) = line.to_ascii_lowercase().strip_prefix("content-length:") {
            length = value.trim().parse().unwrap();
        }
        if line == "\r\n" {
            break;
        }
    }
    let mut body = vec![0; length];
    reader.read_exact(&mut body).ok()?;
    let request = Request::parse(std::str::from_utf8(&body).unwrap()).unwrap();
    Some((reader.into_inner(), request))
}

/// Notes that something happened, and tells how often it has.
fn note(what: &str) -> usize {
    let path = format!("{}/{what}", env::var(FOLDER).unwrap());
    let mut file = OpenOptions::new()
        .create(true)
        .append(true)
        .open(&path)
        .unwrap();
    file.write_all(b"x").unwrap();
    std::fs::read(path).unwrap().len()
}

fn forever() -> ! {
    loop {
        sleep(Duration::from_secs(1000));
    }
}
