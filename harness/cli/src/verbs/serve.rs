//! `winterproof serve`: the server under the tests, for a person with a browser or curl.

use std::borrow::Cow;
use std::fmt::Write;
use std::fs;
use std::path::Path;
use std::pin::pin;
use std::sync::Arc;
use std::time::SystemTime;

use miette::Result;
use winterproof_runner as runner;
use winterproof_server::{Exchange, Files, Observer, Origins, Server};
use winterproof_suites::{SuiteRoot, TESTHARNESSREPORT, page_report};

use super::signals::signal;
use crate::args::ServeArgs;
use crate::exit::Exit;
use crate::failure::Failure;
use crate::recording::{Recording, outcome};

pub(crate) fn main(args: &ServeArgs) -> Result<Exit> {
    let root = super::root(args.root.as_deref())?;
    let mut serving = runner::serving(&root).map_err(Failure::new)?;
    serving.files = Arc::new(WithReport {
        own: root.folder().is_none(),
        files: serving.files,
    });
    serving.observer = Some(Arc::new(Log {
        recording: args.record.as_deref().map(recording).transpose()?,
    }));
    let _watched = match args.wptserve {
        true => super::pass_on(&mut serving, &root)?,
        false => None,
    };
    // Gone with this function.
    let folder = tempfile::Builder::new()
        .prefix("winterproof-serve-")
        .tempdir()
        .map_err(|error| Failure::new(format!("failed to make a folder: {error}")))?;
    let authority = folder.path().join("authority.pem");
    fs::write(&authority, serving.authority.certificate()).map_err(|error| {
        Failure::new(format!("failed to write {}: {error}", authority.display()))
    })?;
    super::block_on(async {
        let server = Server::start_at(&serving, None, args.port)
            .await
            .map_err(|error| {
                Failure::new(error).help("`--port` takes a port that nobody else has")
            })?;
        let mut ended = pin!(signal());
        // Whoever reads the greeting may send the signal at once: it is waited for before.
        tokio::select! {
            biased;
            () = &mut ended => return Ok(Exit::Ok),
            () = async { println!("{}", greeting(&root, server.origins(), &authority)) } => {}
        }
        ended.await;
        Ok(Exit::Ok)
    })?
}

/// Starts to record requests in the file at `path`.
pub(super) fn recording(path: &Path) -> Result<Recording, Failure> {
    Recording::create(path)
        .map_err(|error| Failure::new(format!("failed to write {}: {error}", path.display())))
}

/// What there is and how to reach it.
fn greeting(root: &SuiteRoot, origins: &Origins, authority: &Path) -> String {
    let mut text = format!(
        "Serving {} on this machine only. Ctrl-C ends it.\n\n",
        super::shown(root)
    );
    for (name, scheme, ports) in [
        ("http", "http", "http"),
        ("https", "https", "https"),
        ("h2", "https", "h2"),
        ("ws", "ws", "ws"),
        ("wss", "wss", "wss"),
    ] {
        let _ = write!(text, "  {name:<6}");
        for port in origins.ports(ports) {
            let _ = write!(text, "  {scheme}://{}:{port}", origins.host);
        }
        text.push('\n');
    }
    let _ = write!(
        text,
        "\n{} is a host on another site, with the same ports.\n\n\
         Open {}/ for the files; a.any.html runs the test a.any.js in the page.\n\
         Who trusts the authority {} trusts the servers over TLS:\n  \
         curl --cacert {} {}/",
        origins.alternate,
        origins.http(),
        authority.display(),
        authority.display(),
        origins.https(),
    );
    text
}

/// Logs requests, and records them where that is wanted.
#[derive(Debug)]
struct Log {
    recording: Option<Recording>,
}

impl Observer for Log {
    fn wants_bodies(&self) -> bool {
        self.recording.is_some()
    }

    fn answered(&self, exchange: &Exchange<'_>) {
        eprintln!(
            "{} {} {} {:.1} ms",
            exchange.method,
            exchange.url,
            outcome(exchange.outcome),
            exchange.duration.as_secs_f64() * 1000.0
        );
        if let Some(recording) = &self.recording {
            recording.answered(exchange);
        }
    }
}

/// Files of a root, with a testharnessreport.js that shows results in the page where the root has
/// none of its own for that.
#[derive(Debug)]
struct WithReport {
    /// Whether it is our own root, whose report script talks to a host.
    own: bool,
    files: Arc<dyn Files>,
}

impl Files for WithReport {
    fn read(&self, path: &str) -> Option<Cow<'static, [u8]>> {
        if path != TESTHARNESSREPORT {
            return self.files.read(path);
        }
        let own = if self.own {
            None
        } else {
            self.files.read(path)
        };
        own.or_else(|| Some(page_report().into_bytes().into()))
    }

    fn has(&self, path: &str) -> bool {
        path == TESTHARNESSREPORT || self.files.has(path)
    }

    fn list(&self, path: &str) -> Option<Vec<String>> {
        self.files.list(path)
    }

    fn changed(&self, path: &str) -> Option<SystemTime> {
        self.files.changed(path)
    }
}
