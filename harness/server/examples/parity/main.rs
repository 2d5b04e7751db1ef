//! Sends recorded requests to winterproof's server and to the own server of a web-platform-tests
//! checkout, and tells where their answers differ.
//!
//! ```text
//! cargo run -p winterproof-server --example parity -- --wpt DIR --requests FILE [--only TEXT]
//! ```
//!
//! `FILE` comes from `winterproof run --record-requests FILE` or `winterproof serve --record FILE`. Each
//! request goes to both in the order in which it came, with the ports of the recorded server replaced
//! by theirs; a slow answer holds the next request up for a moment only. Compared are status, headers
//! and body, but not what is about the connection (`Date`, `Server`, `Connection`, `Keep-Alive`,
//! `Transfer-Encoding`, `Content-Length`), nor ports and UUIDs that servers make up, nor the bodies of
//! pages and workers that servers make themselves. Bodies of requests are sent with their length:
//! wptserve reads no chunks.

#[path = "../common/checkout.rs"]
mod checkout;
mod client;
mod compare;
mod recorded;
mod tls;

use std::collections::BTreeMap;
use std::error::Error;
use std::path::PathBuf;
use std::sync::{Arc, Mutex};
use std::time::Duration;

use tokio::task::JoinSet;
use tokio::time::timeout;
use tokio_rustls::TlsConnector;
use winterproof_server::{Server, Wptserve};

use crate::compare::Difference;
use crate::recorded::{Recorded, Target};

/// How long the next request waits for the answer to the one before.
const TURN: Duration = Duration::from_millis(200);

/// How many requests are under way at once.
const AT_ONCE: usize = 24;

struct Options {
    wpt: PathBuf,
    requests: PathBuf,
    only: Option<String>,
}

fn options() -> Result<Options, String> {
    let (mut wpt, mut requests, mut only) = (None, None, None);
    let mut words = std::env::args().skip(1);
    while let Some(word) = words.next() {
        let mut value = || words.next().ok_or(format!("{word} needs a value"));
        match &word[..] {
            "--wpt" => wpt = Some(value()?.into()),
            "--requests" => requests = Some(value()?.into()),
            "--only" => only = Some(value()?),
            _ => return Err(format!("{word} is not known")),
        }
    }
    Ok(Options {
        wpt: wpt.ok_or("--wpt DIR is missing")?,
        requests: requests.ok_or("--requests FILE is missing")?,
        only,
    })
}

/// Differences by kind and path, with the first of each.
type Found = BTreeMap<(String, String), (usize, String)>;

#[tokio::main]
async fn main() -> Result<(), Box<dyn Error>> {
    let options = options()?;
    let (mut requests, left_out) = recorded::read(&options.requests)?;
    if let Some(only) = &options.only {
        requests.retain(|request| request.target.contains(only));
    }
    let serving = checkout::serving(&options.wpt)?;
    let server = Server::start(&serving, None).await?;
    let certificate = tls::Certificate::new()?;
    let files = certificate.files.each_ref().map(PathBuf::as_path);
    let wptserve = Wptserve::start_with(&options.wpt, Some(files))?;
    let client = tls::client(&serving.authority, &certificate)?;
    let origins = server.origins();
    let ours = Arc::new(Target::new(origins.http, origins.https, origins.h2));
    let ports = wptserve.ports();
    let theirs = Arc::new(Target::new(ports.http, ports.https, ports.h2));

    let found: Arc<Mutex<Found>> = Arc::default();
    let same = Arc::new(Mutex::new(0_usize));
    let total = requests.len();
    let secure = requests.iter().filter(|one| one.is_over_tls()).count();
    let worded = requests.iter().filter(|one| one.is_worded()).count();
    let mut under_way = JoinSet::new();
    for request in requests {
        while under_way.len() >= AT_ONCE {
            under_way.join_next().await;
        }
        let (ours, theirs) = (Arc::clone(&ours), Arc::clone(&theirs));
        let tls = request.is_over_tls().then(|| client.clone());
        let (found, same) = (Arc::clone(&found), Arc::clone(&same));
        let (done, mut answered) = tokio::sync::oneshot::channel::<()>();
        under_way.spawn(async move {
            let (left, right) = tokio::join!(
                ask(&request, &ours, tls.as_ref()),
                ask(&request, &theirs, tls.as_ref())
            );
            let mut differences = compare::differences(&left, &right);
            if request.is_worded() {
                differences.retain(|difference| difference.kind != "body");
            }
            if differences.is_empty() {
                *same.lock().expect("no one panics") += 1;
            }
            note(&found, &request, differences);
            drop(done);
        });
        let _ = timeout(TURN, &mut answered).await;
    }
    while under_way.join_next().await.is_some() {}

    let same = *same.lock().expect("no one panics");
    println!(
        "{total} requests, {same} answered the same, {} not",
        total - same
    );
    println!("{secure} of them over TLS");
    println!(
        "{worded} of them for pages and workers that a server makes: their bodies are not compared"
    );
    for (why, count) in left_out {
        println!("{count} left out: {why}");
    }
    for ((kind, path), (count, example)) in &*found.lock().expect("no one panics") {
        println!("\n{count:>5}  {kind}  {path}\n       {example}");
    }
    Ok(())
}

async fn ask(request: &Recorded, target: &Target, tls: Option<&TlsConnector>) -> client::Answer {
    let message = request.message(target);
    let mut answer = client::ask(target.port(request), tls, &message).await;
    answer.rename(target);
    answer
}

fn note(found: &Mutex<Found>, request: &Recorded, differences: Vec<Difference>) {
    let mut found = found.lock().expect("no one panics");
    let path = request.target.split('?').next().unwrap_or_default();
    for difference in differences {
        let example = format!(
            "{} {}\n       ours:   {}\n       theirs: {}",
            request.method, request.target, difference.ours, difference.theirs
        );
        let entry = found
            .entry((difference.kind, path.to_owned()))
            .or_insert((0, example));
        entry.0 += 1;
    }
}
