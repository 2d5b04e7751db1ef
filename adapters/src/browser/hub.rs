//! Where the page of a browser and the tests of a run meet: what the page shall do next, what tests
//! have said, and which browser it is about.

use std::collections::HashMap;
use std::fs;
use std::io;
use std::mem;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError, Weak};
use std::time::Duration;

use rustix::process::Signal;
use serde_json::{Value, json};
use tokio::runtime::Handle;
use tokio::sync::{Notify, mpsc};
use tokio::time::{sleep, timeout};
use winterproof_model::Scope;
use winterproof_model::wire::{self, Ask, Run, Script};
use winterproof_server::{Bytes, Header};

use crate::group::Group;
use crate::output::Kept;
use crate::request::{SECRET, request, secret};

use super::routes::{document, encoded, folder, frame_host, window_host};

/// How long the page waits for a command before it asks again: browsers end what takes too long.
const PATIENCE: Duration = Duration::from_secs(60);

/// How long after a request of the page was cut off another one may come.
const GONE: Duration = Duration::from_millis(300);

/// How much of what is said may wait to be heard by each test, in requests of the page.
const UNHEARD: usize = 64;

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
    place: Place,
    scripts: Vec<Bytes>,
    /// What its frame or its window shows, if it has one.
    document: Option<Bytes>,
    /// The host in its window, until that has been asked for: it knows the key.
    host: Option<Bytes>,
    /// The address of its worker, if it runs in one.
    worker: Option<String>,
    /// Whether that is yet to be asked for.
    is_awaited: bool,
    /// What its window and its worker come with.
    headers: Vec<Header>,
    to: mpsc::Sender<Heard>,
    /// How much the browser had written to standard error when it began.
    stderr: u64,
}

/// What a test runs in.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub(crate) enum Place {
    /// A worker of the page.
    Worker,
    /// A frame of the page.
    Frame,
    /// A window of its own, or a worker of that.
    Window,
}

impl Place {
    /// The word for it.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Worker => "worker",
            Self::Frame => "frame",
            Self::Window => "window",
        }
    }
}

/// How a test is run.
#[derive(Clone, Debug)]
pub(crate) struct Setting {
    pub place: Place,
    /// Where it comes from.
    pub origin: String,
    /// What stands beside its file.
    pub headers: Vec<Header>,
}

/// What stands at an address of a test's.
#[derive(Clone, Debug)]
pub(crate) enum Text {
    /// A script that many tests share; it stays the same.
    Shared(Bytes),
    /// A script of one test.
    Script(Bytes),
    /// The document of a frame or a window.
    Document(Bytes, Vec<Header>),
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
        format!("{}page", folder(&self.control))
    }

    /// What stands in front of a script's path where it comes from, up to the number of the script.
    pub fn script_prefix(&self) -> String {
        folder(&self.public)
    }

    /// What only the page knows.
    pub fn control(&self) -> &str {
        &self.control
    }

    /// What tests can learn.
    pub fn public(&self) -> &str {
        &self.public
    }

    /// The number of the browser that was started last.
    pub fn browser(&self) -> u64 {
        self.state().browser
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
    pub fn hand(&self, browser: u64, run: Run, setting: Setting) -> io::Result<Option<Handed>> {
        let Setting {
            place,
            origin,
            headers,
        } = setting;
        let mut state = self.state();
        if state.browser != browser {
            return Ok(None);
        }
        state.started += 1;
        let number = state.started;
        let (urls, scripts) = self.addresses(&mut state, &run.scripts)?;
        let page = format!("{}{number}.page", self.script_prefix());
        let host = match place {
            Place::Worker => None,
            Place::Frame => Some(frame_host(&self.public)),
            Place::Window => Some(format!("{}{number}.host", self.script_prefix())),
        };
        let title = run.title.clone().unwrap_or_default();
        let worker = (run.scope != Scope::Window).then(|| worker(run.test.source()));
        let document = host.map(|host| match &worker {
            Some(_) => document(&host, &title, &[]),
            None => document(&host, &title, &urls),
        });
        let variant = run.test.variant().to_owned();
        let test = format!("{}{variant}", encoded(run.test.path()));
        let worker_url = worker
            .as_ref()
            .map(|worker| format!("{}{variant}", encoded(worker)));
        let base_url = format!("{origin}{test}");
        let request = request(Ask::Run(Box::new(Run {
            scripts: Vec::new(),
            base_url: Some(base_url),
            ..run
        })))?;
        let key = request.key.clone();
        let mut request = serde_json::to_value(request)?;
        request["scripts"] = urls.into_iter().map(|url| json!({ "url": url })).collect();
        let mut host = None;
        state.commands.push(match place {
            Place::Worker => {
                json!({ "do": "run", "key": key, "url": worker_url, "request": request })
            }
            Place::Frame => {
                json!({ "do": "run", "key": key, "url": test, "request": request, "frame": page })
            }
            Place::Window => {
                let script =
                    window_host(&self.public, &test, worker_url.as_deref(), &key, &request);
                host = Some(Bytes::from(script));
                json!({ "do": "run", "key": key, "window": format!("{origin}{page}") })
            }
        });
        let (to, heard) = mpsc::channel(UNHEARD);
        let stderr = state.stderr.as_ref().map_or(0, Kept::total);
        let job = Job {
            number,
            place,
            scripts,
            document: document.map(Bytes::from),
            host,
            is_awaited: worker.is_some(),
            worker,
            headers,
            to,
            stderr,
        };
        state.jobs.insert(key.clone(), job);
        drop(state);
        self.news.notify_one();
        Ok(Some(Handed { key, heard }))
    }

    /// The addresses of a test's scripts, and the texts of those that are its own.
    fn addresses(
        &self,
        state: &mut State,
        scripts: &[Script],
    ) -> io::Result<(Vec<String>, Vec<Bytes>)> {
        let (mut addresses, mut own) = (Vec::new(), Vec::new());
        for Script { url, text } in scripts {
            let place = match text {
                wire::Text::Source(source) => {
                    own.push(Bytes::from(source.clone()));
                    format!("{}.{}", state.started, own.len() - 1)
                }
                wire::Text::File(file) => format!("s{}", state.share(file)?),
            };
            addresses.push(format!("{}{place}{}", self.script_prefix(), encoded(url)));
        }
        Ok((addresses, own))
    }

    /// Whether several tests are in this browser.
    pub fn is_shared(&self, browser: u64) -> bool {
        let state = self.state();
        state.browser == browser && state.jobs.len() > 1
    }

    /// Has the page end a test.
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
        let mut state = self.state();
        let job = state.jobs.remove(key);
        // The page does not hear what is said in windows.
        if job.is_some_and(|job| job.place == Place::Window) {
            state.commands.push(json!({ "do": "stop", "key": key }));
            drop(state);
            self.news.notify_one();
        }
    }

    /// What the page of this browser, which says who it is, shall do next; `None` when its time is
    /// over.
    pub async fn next(self: &Arc<Self>, browser: u64, who: &[u8]) -> Option<Vec<Value>> {
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
        commands.unwrap_or_else(|_| Some(Vec::new()))
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
    pub async fn said(&self, body: &[u8]) {
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

    /// The text at a place of [`Hub::hand`]'s.
    pub fn text(&self, place: &str) -> Option<Text> {
        let mut state = self.state();
        if let Some(shared) = place.strip_prefix('s') {
            let text = state.texts.get(shared.parse::<usize>().ok()?)?;
            return Some(Text::Shared(text.clone()));
        }
        let (number, what) = place.split_once('.')?;
        let number: u64 = number.parse().ok()?;
        let job = state.jobs.values_mut().find(|job| job.number == number)?;
        match what {
            "page" => {
                let headers = job.headers.clone();
                Some(Text::Document(job.document.clone()?, headers))
            }
            "host" => job.host.take().map(Text::Script),
            _ => {
                let text = job.scripts.get(what.parse::<usize>().ok()?)?;
                Some(Text::Script(text.clone()))
            }
        }
    }

    /// Whether a worker at `address` is going to be asked for; only once for each test, so that what a
    /// test asks for there by itself is a file as any other.
    pub fn awaits(&self, address: &str) -> bool {
        let mut state = self.state();
        let awaits = |job: &&mut Job| job.is_awaited && job.worker.as_deref() == Some(address);
        let job = state.jobs.values_mut().find(awaits);
        job.is_some_and(|job| mem::take(&mut job.is_awaited))
    }

    /// What the worker at `address` comes with.
    pub fn headers(&self, address: &str) -> Vec<Header> {
        let state = self.state();
        let is_its = |job: &&Job| job.worker.as_deref() == Some(address);
        let job = state.jobs.values().find(is_its);
        job.map_or(Vec::new(), |job| job.headers.clone())
    }
}

impl State {
    /// The number of the text in `file`.
    fn share(&mut self, file: &str) -> io::Result<usize> {
        if let Some(shared) = self.shared.get(file) {
            return Ok(*shared);
        }
        self.texts.push(fs::read(file)?.into());
        let shared = self.texts.len() - 1;
        self.shared.insert(file.to_owned(), shared);
        Ok(shared)
    }
}

/// The address of the worker in which the test of a file runs, as web-platform-tests have it.
fn worker(source: String) -> String {
    match source.strip_suffix(".any.js") {
        Some(stem) => format!("{stem}.any.worker.js"),
        None => source,
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

#[cfg(test)]
mod tests {
    use super::*;

    fn run(scope: Scope) -> Run {
        let test = match scope {
            Scope::Window => "/a/b.window.html?c",
            _ => "/a/b.any.worker.html?c",
        };
        Run {
            test: test.parse().unwrap(),
            scope,
            title: Some("B".into()),
            scripts: vec![Script::new("/a/b.js", "test()")],
            timeout_ms: 1000,
            base_url: None,
            aliases: Vec::new(),
        }
    }

    /// A test that was handed to the page in this place, and the command that came of it.
    async fn handed(scope: Scope, place: Place) -> (Arc<Hub>, Value) {
        let hub = Arc::new(Hub::new().unwrap());
        let setting = Setting {
            place,
            origin: "https://x.test:1".into(),
            headers: vec![(b"X-A".to_vec(), b"b".to_vec())],
        };
        let handed = hub.hand(0, run(scope), setting).unwrap().unwrap();
        let commands = hub.next(0, b"me").await.unwrap();
        let [command] = commands.as_slice() else {
            panic!("{commands:?}");
        };
        assert_eq!(command["key"], handed.key);
        (hub, command.clone())
    }

    fn shown(text: Option<Text>) -> String {
        match text {
            Some(Text::Document(text, headers)) => {
                let headers = headers.len();
                format!("{headers} {}", String::from_utf8_lossy(&text))
            }
            Some(Text::Script(text) | Text::Shared(text)) => {
                String::from_utf8_lossy(&text).into_owned()
            }
            None => "nothing".to_owned(),
        }
    }

    #[tokio::test]
    async fn a_window_of_its_own_has_the_test_and_is_closed_when_nobody_hears_it() {
        let (hub, command) = handed(Scope::Window, Place::Window).await;
        let page = format!("https://x.test:1{}1.page", hub.script_prefix());
        assert_eq!(command["window"], page);
        let page = shown(hub.text("1.page"));
        assert!(page.starts_with("1 <!doctype html>"), "{page}");
        assert!(
            page.contains("1.host\"") && page.contains("/1.0/a/b.js\""),
            "{page}"
        );
        // Who has it knows the key.
        let host = shown(hub.text("1.host"));
        assert!(host.contains("\"url\":\"/a/b.window.html?c\""), "{host}");
        assert!(
            host.contains("https://x.test:1/a/b.window.html?c"),
            "{host}"
        );
        assert_eq!(shown(hub.text("1.host")), "nothing");
        assert!(!hub.awaits("/a/b.window.js"));

        let key = command["key"].as_str().unwrap();
        hub.forget(key);
        let stop = json!({ "do": "stop", "key": key });
        assert_eq!(hub.next(0, b"me").await.unwrap(), [stop]);
    }

    #[tokio::test]
    async fn a_worker_of_a_window_comes_with_the_same_headers() {
        let (hub, command) = handed(Scope::DedicatedWorker, Place::Window).await;
        assert!(command["window"].is_string(), "{command}");
        let page = shown(hub.text("1.page"));
        assert!(
            page.contains("1.host\"") && !page.contains("b.js"),
            "{page}"
        );
        let host = shown(hub.text("1.host"));
        assert!(
            host.contains("\"worker\":\"/a/b.any.worker.js?c\""),
            "{host}"
        );
        assert!(hub.awaits("/a/b.any.worker.js"));
        assert!(!hub.awaits("/a/b.any.worker.js"));
        assert_eq!(hub.headers("/a/b.any.worker.js").len(), 1);
        assert!(hub.headers("/a/b.any.js").is_empty());
    }

    #[tokio::test]
    async fn the_page_has_what_it_takes_for_a_worker_and_a_frame() {
        let (hub, command) = handed(Scope::DedicatedWorker, Place::Worker).await;
        assert_eq!(command["url"], "/a/b.any.worker.js?c");
        assert_eq!(command["request"]["key"], command["key"]);
        assert_eq!(shown(hub.text("1.page")), "nothing");
        let (hub, command) = handed(Scope::Window, Place::Frame).await;
        assert_eq!(command["frame"], format!("{}1.page", hub.script_prefix()));
        assert_eq!(command["url"], "/a/b.window.html?c");
        assert!(shown(hub.text("1.page")).contains("/frame.js\""));
    }
}
