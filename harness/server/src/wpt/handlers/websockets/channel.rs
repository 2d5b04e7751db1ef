//! `msg_channel`: channels between pages, each with a name, many who write and one who reads.
//!
//! A channel is kept in the stash as JSON, so that a new test begins without any.

use std::collections::VecDeque;
use std::io;
use std::sync::Arc;

use bytes::Bytes;
use serde::{Deserialize, Serialize};
use serde_json::value::RawValue;

use super::failed;
use crate::request::Request;
use crate::response::Answer;
use crate::site::Site;
use crate::socket::{self, Acceptance, Incoming, Message, Socket};
use crate::wpt::query::Params;

handlers! {
    "/websockets/handlers/msg_channel_wsh.py" => msg_channel,
}

/// Where channels are kept.
const PLACE: &str = "msg_channel";

/// A channel, as long as somebody uses it or something is left in it.
#[derive(Default, Deserialize, Serialize)]
struct Channel {
    queue: VecDeque<Item>,
    has_reader: bool,
    writers: usize,
}

/// What is written to a channel.
#[derive(Deserialize, Serialize)]
enum Item {
    /// What the reader gets.
    Message(Box<RawValue>),
    /// The reader is to go.
    Close,
}

/// A command, with what belongs to it.
type Command = (String, Box<RawValue>);

/// Joins the channel `uuid`, as `direction` says (`read` or `write`).
async fn msg_channel(request: &mut Request) -> Answer {
    let site = Arc::clone(&request.site);
    let query = Params::parse(request.raw_query.as_bytes());
    socket::open(request, Acceptance::default(), async move |mut socket| {
        let text = |name: &str| {
            let value = query.all(name.as_bytes()).last();
            let value = value.map(String::from_utf8_lossy);
            value.ok_or_else(|| failed("the query names no channel"))
        };
        let uuid = text("uuid")?;
        let read = text("direction")? == "read";
        let taken = change(&site, &uuid, |channel| {
            match read {
                true if channel.has_reader => return true,
                true => channel.has_reader = true,
                false => channel.writers += 1,
            }
            false
        });
        if taken? {
            return Err(failed("the channel has a reader"));
        }
        let ended = match read {
            true => run_reader(&mut socket, &site, &uuid).await,
            false => run_writer(&mut socket, &site, &uuid).await,
        };
        leave(&site, &uuid, read)?;
        ended.map(|()| socket)
    })
}

/// Sends what is written, until it or somebody else says that it is enough.
async fn run_reader(socket: &mut Socket, site: &Site, uuid: &str) -> io::Result<()> {
    loop {
        tokio::select! {
            item = site.stash.wait_for(PLACE, uuid, next_item) => match item {
                Item::Message(body) => socket.send_text(body.get()).await?,
                Item::Close => return Ok(()),
            },
            incoming = socket.next() => match incoming? {
                Incoming::Message(message) => {
                    if command(&message).is_ok_and(|(name, _)| name == "close") {
                        return Ok(());
                    }
                }
                Incoming::Close(close) => return socket.close(close).await,
                Incoming::End => return Ok(()),
            },
        }
    }
}

/// Writes what comes.
async fn run_writer(socket: &mut Socket, site: &Site, uuid: &str) -> io::Result<()> {
    loop {
        let message = match socket.next().await? {
            Incoming::Message(message) => message,
            Incoming::Close(close) => return socket.close(close).await,
            Incoming::End => return Ok(()),
        };
        let (name, body) = command(&message)?;
        let item = match &name[..] {
            "message" => Item::Message(body),
            "disconnectReader" => Item::Close,
            "delete" => {
                site.stash.take(PLACE, uuid);
                continue;
            }
            _ => continue,
        };
        change(site, uuid, |channel| channel.queue.push_back(item))?;
    }
}

/// What is left of a channel when somebody leaves it.
fn leave(site: &Site, uuid: &str, read: bool) -> io::Result<()> {
    let change = |found: Option<Bytes>| {
        // It may have been deleted.
        let Some(mut channel) = found.map(of_bytes).transpose()? else {
            return Ok((None, ()));
        };
        match read {
            true => channel.has_reader = false,
            false => channel.writers = channel.writers.saturating_sub(1),
        }
        let used = channel.has_reader || channel.writers > 0 || !channel.queue.is_empty();
        Ok((used.then(|| to_bytes(&channel)).transpose()?, ()))
    };
    site.stash.update(PLACE, uuid, |found| kept(change(found)))
}

/// Changes a channel, which is made if there is none.
fn change<T>(site: &Site, uuid: &str, change: impl FnOnce(&mut Channel) -> T) -> io::Result<T> {
    let change = |found: Option<Bytes>| {
        let mut channel = found.map(of_bytes).transpose()?.unwrap_or_default();
        let result = change(&mut channel);
        Ok((Some(to_bytes(&channel)?), result))
    };
    site.stash.update(PLACE, uuid, |found| kept(change(found)))
}

/// What is kept of a change.
fn kept<T>(changed: serde_json::Result<(Option<Bytes>, T)>) -> (Option<Bytes>, io::Result<T>) {
    match changed {
        Ok((value, result)) => (value, Ok(result)),
        Err(error) => (None, Err(error.into())),
    }
}

/// The first item of a channel, which is taken out.
fn next_item(found: Option<Bytes>) -> (Option<Bytes>, Option<Item>) {
    let rest = found.clone().and_then(|bytes| {
        let mut channel = of_bytes(bytes).ok()?;
        let item = channel.queue.pop_front()?;
        Some((to_bytes(&channel).ok()?, item))
    });
    match rest {
        Some((rest, item)) => (Some(rest), Some(item)),
        None => (found, None),
    }
}

fn command(message: &Message) -> serde_json::Result<Command> {
    match message {
        Message::Text(text) => serde_json::from_str(text),
        Message::Binary(bytes) => serde_json::from_slice(bytes),
    }
}

fn of_bytes(bytes: Bytes) -> serde_json::Result<Channel> {
    serde_json::from_slice(&bytes)
}

fn to_bytes(channel: &Channel) -> serde_json::Result<Bytes> {
    serde_json::to_vec(channel).map(Bytes::from)
}
