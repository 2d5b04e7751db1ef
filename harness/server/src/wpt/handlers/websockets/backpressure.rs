//! Those that read late, or write more than anybody wants to read at once.

use std::time::{Duration, Instant};

use bytes::Bytes;
use tokio::time::sleep;

use crate::request::Request;
use crate::response::Answer;
use crate::socket::{self, Acceptance, Message};

handlers! {
    "/websockets/handlers/receive-backpressure_wsh.py" => receive,
    "/websockets/handlers/receive-many-with-backpressure_wsh.py" => receive_many,
    "/websockets/handlers/send-backpressure_wsh.py" => send,
}

/// How much is sent, in messages of a MiB: no operating system keeps all of it for a reader to come.
const MESSAGES: usize = 16;

/// Messages of the same bytes would hardly press when they are compressed.
fn plain() -> Acceptance {
    Acceptance {
        plain: true,
        ..Acceptance::default()
    }
}

/// Reads one message, after two seconds.
async fn receive(request: &mut Request) -> Answer {
    socket::open(request, plain(), async move |mut socket| {
        sleep(Duration::from_secs(2)).await;
        socket.receive().await?;
        Ok(socket)
    })
}

/// Reads a message every tenth of a second, and says how long each is: texts in characters.
async fn receive_many(request: &mut Request) -> Answer {
    socket::open(request, plain(), async move |mut socket| {
        loop {
            sleep(Duration::from_millis(100)).await;
            let length = match socket.receive().await? {
                Some(Message::Text(text)) => text.chars().count(),
                Some(Message::Binary(bytes)) => bytes.len(),
                None => return Ok(socket),
            };
            socket.send_text(length.to_string()).await?;
        }
    })
}

/// Sends an empty message, then many big ones, and then says how many seconds these took.
async fn send(request: &mut Request) -> Answer {
    socket::open(request, plain(), async move |mut socket| {
        socket.send_binary(Bytes::new()).await?;
        let start = Instant::now();
        let spaces = Bytes::from(vec![b' '; 1024 * 1024]);
        for _ in 0..MESSAGES {
            socket.send_binary(spaces.clone()).await?;
        }
        let seconds = start.elapsed().as_secs_f64();
        socket.send_text(seconds.to_string()).await?;
        Ok(socket)
    })
}
