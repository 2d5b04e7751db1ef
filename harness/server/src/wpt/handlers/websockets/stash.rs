//! Those through which pages that can't reach each other leave something in the stash.

use serde::Deserialize;
use serde_json::value::RawValue;

use super::failed;
use crate::request::Request;
use crate::response::Answer;
use crate::socket::{self, Acceptance, Incoming, Message};
use crate::wpt::json::Json;
use crate::wpt::query::Params;

handlers! {
    "/websockets/handlers/stash_responder_wsh.py" => stash_responder,
    "/websockets/handlers/stash_responder_blocking_wsh.py" => stash_responder_blocking,
}

/// Where the blocking one keeps its values.
const BLOCKING: &str = "/stash_responder_blocking";

/// At the message `echo`, does what `action` in the query says (`put`, `purge`, `take`), and says what
/// came of it.
async fn stash_responder(request: &mut Request) -> Answer {
    let site = request.site.clone();
    let query = Params::parse(request.raw_query.as_bytes());
    let raw_path = request.raw_path.clone();
    socket::open(request, Acceptance::default(), async move |mut socket| {
        loop {
            match socket.receive().await? {
                Some(Message::Text(text)) if text == "echo" => break,
                Some(_) => {}
                None => return Ok(socket),
            }
        }
        // Of a name that comes twice, the last counts; without a value it does not.
        let text = |name: &str| {
            let value = query.all(name.as_bytes()).filter(|value| !value.is_empty());
            value
                .last()
                .map(|value| String::from_utf8_lossy(value).into_owned())
        };
        let path = text("path").unwrap_or(raw_path);
        let key = text("key").ok_or_else(|| failed("there is no key"))?;
        let take = || {
            let value = site.stash.take(&path, &key)?;
            Some(String::from_utf8_lossy(&value).into_owned())
        };
        let (status, result) = match text("action").as_deref() {
            Some("put") => {
                let value = text("value").ok_or_else(|| failed("there is no value"))?;
                site.stash.put(&path, &key, value);
                ("success", Some(key))
            }
            Some("purge") => ("success", take()),
            Some("take") => match take() {
                Some(value) => ("blocked", Some(value)),
                None => ("allowed", None),
            },
            _ => return Err(failed("there is no such action")),
        };
        let response = Json::Object(vec![
            ("status".to_owned(), Json::Text(status.to_owned())),
            ("result".to_owned(), result.map_or(Json::Null, Json::Text)),
        ]);
        socket.send_text(response.to_string()).await?;
        Ok(socket)
    })
}

/// What is asked of the blocking one.
#[derive(Deserialize)]
struct Query {
    action: String,
    key: String,
    value: Option<Box<RawValue>>,
}

/// Sets a value, or waits until there is one and takes it.
async fn stash_responder_blocking(request: &mut Request) -> Answer {
    let site = request.site.clone();
    socket::open(request, Acceptance::default(), async move |mut socket| {
        let query: Query = match socket.receive().await? {
            Some(Message::Text(text)) => serde_json::from_str(&text)?,
            Some(Message::Binary(bytes)) => serde_json::from_slice(&bytes)?,
            None => return Ok(socket),
        };
        let response = match &query.action[..] {
            "set" => {
                let value = query.value.ok_or_else(|| failed("there is no value"))?;
                site.stash.put(BLOCKING, &query.key, value.get().to_owned());
                Json::Object(Vec::new())
            }
            "get" => loop {
                tokio::select! {
                    value = site.stash.wait(BLOCKING, &query.key) => {
                        let value = Json::Written(String::from_utf8_lossy(&value).into_owned());
                        break Json::Object(vec![("value".to_owned(), value)]);
                    }
                    // Whoever has asked may go away.
                    incoming = socket.next() => match incoming? {
                        Incoming::Message(_) => {}
                        Incoming::Close(_) | Incoming::End => return Ok(socket),
                    },
                }
            },
            _ => Json::Object(Vec::new()),
        };
        socket.send_text(response.to_string()).await?;
        Ok(socket)
    })
}
