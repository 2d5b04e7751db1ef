//! A client that asks the same thing again and again.

use std::io;
use std::time::{Duration, Instant};

use tokio::io::{AsyncReadExt, AsyncWriteExt};
use tokio::net::TcpStream;
use tokio::task::JoinSet;

/// Asks once.
pub fn once(port: u16, path: &str) -> io::Result<()> {
    block_on(async { Client::new(port, path).ask().await })
}

/// Asks over so many connections for so long; tells how many answers came.
pub fn count(port: u16, path: &str, connections: usize, time: Duration) -> io::Result<u32> {
    block_on(async {
        let begin = Instant::now();
        let mut clients = JoinSet::new();
        for _ in 0..connections {
            let mut client = Client::new(port, path);
            clients.spawn(async move {
                let mut answers = 0_u32;
                while begin.elapsed() < time {
                    client.ask().await?;
                    answers += 1;
                }
                io::Result::Ok(answers)
            });
        }
        let mut answers = 0;
        while let Some(done) = clients.join_next().await {
            answers += done.map_err(io::Error::other)??;
        }
        Ok(answers)
    })
}

fn block_on<T>(work: impl Future<Output = io::Result<T>>) -> io::Result<T> {
    tokio::runtime::Builder::new_current_thread()
        .enable_all()
        .build()?
        .block_on(work)
}

struct Client {
    port: u16,
    request: Vec<u8>,
    connection: Option<TcpStream>,
}

impl Client {
    fn new(port: u16, path: &str) -> Self {
        let request =
            format!("GET {path} HTTP/1.1\r\nHost: localhost:{port}\r\nAccept: */*\r\n\r\n");
        Self {
            port,
            request: request.into_bytes(),
            connection: None,
        }
    }

    /// Asks and reads the whole answer, over the connection of the answer before if that has one.
    async fn ask(&mut self) -> io::Result<()> {
        let mut connection = match self.connection.take() {
            Some(connection) => connection,
            None => {
                let connection = TcpStream::connect(("127.0.0.1", self.port)).await?;
                connection.set_nodelay(true)?;
                connection
            }
        };
        connection.write_all(&self.request).await?;
        let mut answer = Vec::with_capacity(4096);
        let head = loop {
            if connection.read_buf(&mut answer).await? == 0 {
                return Err(io::ErrorKind::UnexpectedEof.into());
            }
            if let Some(at) = answer.windows(4).position(|four| four == b"\r\n\r\n") {
                break at + 4;
            }
        };
        let text = String::from_utf8_lossy(&answer[..head]).to_ascii_lowercase();
        if !text.starts_with("http/1.1 200") {
            let line = text.lines().next().unwrap_or_default();
            return Err(io::Error::other(format!("the answer is {line}")));
        }
        let length = text
            .lines()
            .find_map(|line| line.strip_prefix("content-length:")?.trim().parse().ok());
        let Some(length) = length else {
            // It ends with the connection.
            while connection.read_buf(&mut answer).await? > 0 {}
            return Ok(());
        };
        let length: usize = length;
        while answer.len() < head + length {
            if connection.read_buf(&mut answer).await? == 0 {
                return Err(io::ErrorKind::UnexpectedEof.into());
            }
        }
        if !text.contains("connection: close") {
            self.connection = Some(connection);
        }
        Ok(())
    }
}
