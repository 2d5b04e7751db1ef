//! Where the page of a browser and the tests of a run meet: the routes of the session's web server
//! that are not files of the suite root.
//!
//! | route | who asks | what for |
//! |---|---|---|
//! | `/.winterproof/CONTROL/page` | the browser | the page |
//! | `/.winterproof/CONTROL/N/next` | the page | what it shall do next; N counts the browsers |
//! | `/.winterproof/PUBLIC/said` | the page | passes on what tests say |
//! | `/.winterproof/PUBLIC/JOB.I/PATH` | a test | the script I of its request; the path is for stacks |
//! | `/.winterproof/PUBLIC/sI/PATH` | a test | a script that many tests share |
//! | a test's own address | the page | the worker in which the test is going to run |
//!
//! Tests can learn PUBLIC, never CONTROL. A line of what is said counts only with a test's key, which
//! only the page and the host inside the worker know.

use std::collections::HashMap;
use std::fs;
use std::io;
use std::mem;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError, Weak};
use std::time::Duration;

use async_trait::async_trait;
use rustix::process::Signal;
use serde_json::{Value, json};
use tokio::runtime::Handle;
use tokio::sync::{Notify, mpsc};
use tokio::time::{sleep, timeout};
use winterproof_model::wire::{Ask, Run, Script, Text};
use winterproof_server::{Asked, Bytes, Handler, Reply};
use winterproof_worker::FAR_END;

use crate::group::Group;
use crate::output::Kept;
use crate::request::{SECRET, request, secret};

/// How long the page waits for a command before it asks again: browsers end what takes too long.
const PATIENCE: Duration = Duration::from_secs(60);

/// How long after a request of the page was cut off another one may come.
const GONE: Duration = Duration::from_millis(300);

/// How much of what is said may wait to be heard by each test, in requests of the page.
const UNHEARD: usize = 64;

const OURS: &str = "/.winterproof/";
const PAGE: &str = include_str!("page.js");
const HOST: &str = include_str!("host.js");

const HTML: &str = "text/html; charset=utf-8";
const JAVASCRIPT: &str = "text/javascript; charset=utf-8";
const JSON: &str = "application/json";
const TEXT: &str = "text/plain; charset=utf-8";

/// What a test hears from the page.
#[derive(Clone, Debug)]
pub(crate) enum Heard {
    /// Lines of the wire, each with the key in front.
    Lines(String),
    /// The browser is gone, or useless.
    Lost(Loss),
}

/// How a browser was lost.
#[derive(Clone, Debug)]
pub(crate) struct Loss {
    /// As the beginning of a sentence.
    pub how: String,
    /// Whether other tests ran at the time.
    pub shared: bool,
    /// What the browser wrote to standard error while the test ran.
    pub stderr: String,
}

/// The state of a session.
#[derive(Debug)]
pub(crate) struct Hub {
    control: String,
    public: String,
    state: Mutex<State>,
    /// There is a command, or the browser is another.
    news: Notify,
    /// The page has asked for the first time.
    arrival: Notify,
}

#[derive(Debug, Default)]
struct State {
    /// Counts the browsers.
    browser: u64,
    group: Weak<Group>,
    stderr: Option<Kept>,
    /// What the page of this browser says who it is; `None` before it has asked.
    page: Option<String>,
    /// Counts what the page has asked.
    asked: u64,
    commands: Vec<Value>,
    jobs: HashMap<String, Job>,
    /// Counts the jobs.
    started: u64,
    /// Scripts that many tests share, by the file that they are in.
    shared: HashMap<String, usize>,
    texts: Vec<Bytes>,
}

/// A test that is being executed.
#[derive(Debug)]
struct Job {
    number: u64,
    scripts: Vec<Bytes>,
    to: mpsc::Sender<Heard>,
    /// The address of its worker, until that has been asked for.
    awaited: Option<String>,
    /// How much the browser had written to standard error when it began.
    stderr: u64,
}

/// A test that has been handed to the page.
#[derive(Debug)]
pub(crate) struct Handed {
    pub key: String,
    pub heard: mpsc::Receiver<Heard>,
}

impl Hub {
    pub fn new() -> io::Result<Self> {
        Ok(Self {
            control: secret()?,
            public: secret()?,
            state: Mutex::default(),
            news: Notify::new(),
            arrival: Notify::new(),
        })
    }

    fn state(&self) -> MutexGuard<'_, State> {
        // Nothing panics while it is locked.
        self.state.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// The path of the page.
    pub fn page(&self) -> String {
        format!("{OURS}{}/page", self.control)
    }

    /// What stands in front of a script's path where it comes from, up to the number of the script.
    pub fn script_prefix(&self) -> String {
        format!("{OURS}{}/", self.public)
    }

    /// A browser was started; gives its number.
    pub fn begin(&self, group: Weak<Group>, stderr: Kept) -> u64 {
        let mut state = self.state();
        state.browser += 1;
        state.group = group;
        state.stderr = Some(stderr);
        state.page = None;
        state.browser
    }

    /// Waits until the page of this browser has asked, and gives what it says who it is; `None` when
    /// the browser is lost before.
    pub async fn arrival(&self, browser: u64) -> Option<String> {
        loop {
            let news = self.arrival.notified();
            {
                let state = self.state();
                if state.browser != browser {
                    return None;
                }
                if let Some(page) = &state.page {
                    return Some(page.clone());
                }
            }
            news.await;
        }
    }

    /// The number of the browser, if its page is there.
    pub fn ready(&self) -> Option<u64> {
        let state = self.state();
        state.page.as_ref().map(|_| state.browser)
    }

    /// The browser of this number is of no use any more: tells the tests, and kills it.
    pub fn lose(&self, browser: u64, how: &str) {
        let mut state = self.state();
        if state.browser != browser {
            return;
        }
        state.browser += 1;
        state.page = None;
        state.commands.clear();
        if let Some(group) = state.group.upgrade() {
            group.signal(Signal::KILL);
        }
        let shared = state.jobs.len() > 1;
        let stderr = state.stderr.take();
        for (_, job) in state.jobs.drain() {
            let loss = Heard::Lost(Loss {
                how: how.to_owned(),
                shared,
                stderr: stderr
                    .as_ref()
                    .map_or(String::new(), |kept| kept.since(job.stderr)),
            });
            if let Err(mpsc::error::TrySendError::Full(loss)) = job.to.try_send(loss) {
                // It has yet to hear what came before.
                tokio::spawn(async move { job.to.send(loss).await });
            }
        }
        drop(state);
        self.news.notify_one();
        self.arrival.notify_waiters();
    }

    /// Hands a test to the page of this browser; `None` when it is lost.
    pub fn hand(&self, browser: u64, run: Run, origin: &str) -> io::Result<Option<Handed>> {
        let mut state = self.state();
        if state.browser != browser {
            return Ok(None);
        }
        state.started += 1;
        let number = state.started;
        let mut urls = Vec::new();
        let mut scripts = Vec::new();
        for Script { url, text } in &run.scripts {
            let place = match text {
                Text::Source(source) => {
                    scripts.push(Bytes::from(source.clone()));
                    format!("{number}.{}", scripts.len() - 1)
                }
                Text::File(file) => {
                    let shared = match state.shared.get(file) {
                        Some(shared) => *shared,
                        None => {
                            let text = fs::read(file)?;
                            state.texts.push(text.into());
                            let shared = state.texts.len() - 1;
                            state.shared.insert(file.clone(), shared);
                            shared
                        }
                    };
                    format!("s{shared}")
                }
            };
            urls.push(format!("{}{place}{}", self.script_prefix(), encoded(url)));
        }
        let source = run.test.source();
        let worker = match source.strip_suffix(".any.js") {
            Some(stem) => format!("{stem}.any.worker.js"),
            None => source,
        };
        let url = format!("{}{}", encoded(&worker), run.test.variant());
        let base_url = format!("{origin}{}{}", encoded(run.test.path()), run.test.variant());
        let request = request(Ask::Run(Box::new(Run {
            scripts: Vec::new(),
            base_url: Some(base_url),
            ..run
        })))?;
        let key = request.key.clone();
        let mut request = serde_json::to_value(request)?;
        request["scripts"] = urls.into_iter().map(|url| json!({ "url": url })).collect();
        let command = json!({ "do": "run", "key": key, "url": url, "request": request });
        state.commands.push(command);
        let (to, heard) = mpsc::channel(UNHEARD);
        let stderr = state.stderr.as_ref().map_or(0, Kept::total);
        let job = Job {
            number,
            scripts,
            to,
            awaited: Some(worker),
            stderr,
        };
        state.jobs.insert(key.clone(), job);
        drop(state);
        self.news.notify_one();
        Ok(Some(Handed { key, heard }))
    }

    /// Whether several tests are in this browser.
    pub fn is_shared(&self, browser: u64) -> bool {
        let state = self.state();
        state.browser == browser && state.jobs.len() > 1
    }

    /// Has the page end the worker of a test.
    pub fn stop(&self, key: &str) {
        let mut state = self.state();
        if state.jobs.contains_key(key) {
            state.commands.push(json!({ "do": "stop", "key": key }));
            drop(state);
            self.news.notify_one();
        }
    }

    /// Nobody hears a test any more.
    pub fn forget(&self, key: &str) {
        self.state().jobs.remove(key);
    }

    async fn next(self: &Arc<Self>, browser: u64, who: &[u8]) -> Reply {
        let mut asking = {
            let mut state = self.state();
            state.asked += 1;
            let asked = state.asked;
            if state.browser == browser && state.page.is_none() {
                state.page = Some(String::from_utf8_lossy(who).into_owned());
                self.arrival.notify_waiters();
            }
            Asking {
                hub: Arc::downgrade(self),
                browser,
                asked,
                answered: false,
            }
        };
        let commands = timeout(PATIENCE, self.commands(browser)).await;
        asking.answered = true;
        match commands {
            Ok(Some(commands)) => reply(JSON, Value::from(commands).to_string()),
            Ok(None) => status(410),
            Err(_) => reply(JSON, "[]"),
        }
    }

    /// What the page shall do, once there is something; `None` when it is another browser's turn.
    async fn commands(&self, browser: u64) -> Option<Vec<Value>> {
        loop {
            {
                let mut state = self.state();
                if state.browser != browser {
                    // The news were for another.
                    self.news.notify_one();
                    return None;
                }
                if !state.commands.is_empty() {
                    return Some(mem::take(&mut state.commands));
                }
            }
            self.news.notified().await;
        }
    }

    /// Hands lines to the tests that they are about.
    async fn said(&self, body: &[u8]) {
        let text = String::from_utf8_lossy(body);
        let mut rest: &str = &text;
        while let Some(key) = rest.get(..SECRET) {
            // Up to the first line of another test.
            let mut end = 0;
            while rest[end..].starts_with(key) {
                end += rest[end..].find('\n').map_or(rest.len() - end, |at| at + 1);
            }
            let to = self.state().jobs.get(key).map(|job| job.to.clone());
            if let Some(to) = to {
                // Nobody hears a test that has been given up.
                let _ = to.send(Heard::Lines(rest[..end].to_owned())).await;
            }
            rest = &rest[end..];
        }
    }

    fn script(&self, place: &str) -> Option<(Bytes, bool)> {
        let state = self.state();
        if let Some(shared) = place.strip_prefix('s') {
            let text = state.texts.get(shared.parse::<usize>().ok()?)?;
            return Some((text.clone(), true));
        }
        let (number, at) = place.split_once('.')?;
        let (number, at): (u64, usize) = (number.parse().ok()?, at.parse().ok()?);
        let job = state.jobs.values().find(|job| job.number == number)?;
        Some((job.scripts.get(at)?.clone(), false))
    }
}

impl State {
    /// Whether a worker at `address` is going to be asked for; only once for each test, so that what a
    /// test asks for there by itself is a file as any other.
    fn awaits(&mut self, address: &str) -> bool {
        let awaits = |job: &&mut Job| job.awaited.as_deref() == Some(address);
        let job = self.jobs.values_mut().find(awaits);
        job.is_some_and(|job| job.awaited.take().is_some())
    }
}

/// What `.worker.js` files of web-platform-tests import by themselves. The host has evaluated it by
/// then, from an address of ours; a second one would take the test's results to where nobody looks.
const TESTHARNESS: &str = "/resources/testharness.js";

/// A path as part of a URL.
fn encoded(path: &str) -> String {
    let mut url = String::with_capacity(path.len());
    for c in path.chars() {
        match c {
            '%' | '?' | '#' | ' ' | '\\' => url.push_str(&format!("%{:02X}", c as u32)),
            _ => url.push(c),
        }
    }
    url
}

fn reply(mime: &'static str, body: impl Into<Bytes>) -> Reply {
    Reply {
        status: 200,
        mime,
        immutable: false,
        body: body.into(),
    }
}

fn status(status: u16) -> Reply {
    Reply {
        status,
        ..reply(TEXT, "")
    }
}

/// A hub as the web server sees it.
#[derive(Debug)]
pub(crate) struct Routes(pub Arc<Hub>);

#[async_trait]
impl Handler for Routes {
    fn wants(&self, asked: &Asked<'_>) -> bool {
        if asked.path.starts_with(OURS) {
            return true;
        }
        match asked.destination {
            "worker" => self.0.state().awaits(asked.path),
            "script" => asked.path == TESTHARNESS,
            _ => false,
        }
    }

    async fn answer(&self, path: &str, body: Bytes) -> Reply {
        if path == TESTHARNESS {
            return reply(JAVASCRIPT, "// It has been evaluated already.\n");
        }
        let Some(ours) = path.strip_prefix(OURS) else {
            let text = format!("(() => {{\n{FAR_END}\n{HOST}\n}})();\n");
            return reply(JAVASCRIPT, text);
        };
        let Some((who, what)) = ours.split_once('/') else {
            return status(404);
        };
        if who == self.0.control {
            if what == "page" {
                let config = json!({
                    "next": format!("{OURS}{who}/{}/next", self.0.state().browser),
                    "said": format!("{OURS}{}/said", self.0.public),
                });
                let script = PAGE.replace("CONFIG", &config.to_string());
                let html = format!(
                    "<!doctype html>\n<meta charset=utf-8>\n<title>winterproof</title>\n<script>\n{script}</script>\n"
                );
                return reply(HTML, html);
            }
            let browser = what
                .strip_suffix("/next")
                .and_then(|text| text.parse().ok());
            return match browser {
                Some(browser) => self.0.next(browser, &body).await,
                None => status(404),
            };
        }
        if who != self.0.public {
            return status(404);
        }
        if what == "said" {
            self.0.said(&body).await;
            return status(204);
        }
        let place = what.split('/').next().unwrap_or_default();
        match self.0.script(place) {
            Some((body, immutable)) => Reply {
                immutable,
                ..reply(JAVASCRIPT, body)
            },
            None => status(404),
        }
    }
}

/// The page is waiting for an answer. Dropped without one, the page may be gone.
#[derive(Debug)]
struct Asking {
    hub: Weak<Hub>,
    browser: u64,
    asked: u64,
    answered: bool,
}

impl Drop for Asking {
    fn drop(&mut self) {
        if self.answered {
            return;
        }
        let Ok(runtime) = Handle::try_current() else {
            return;
        };
        let (hub, browser, asked) = (self.hub.clone(), self.browser, self.asked);
        runtime.spawn(async move {
            sleep(GONE).await;
            if let Some(hub) = hub.upgrade()
                && hub.state().asked == asked
            {
                hub.lose(browser, "the page of the browser was gone");
            }
        });
    }
}
