//! A browser that has answered, and the tests that it executes.

use std::collections::VecDeque;
use std::path::PathBuf;
use std::sync::Arc;
use std::time::Duration;

use async_trait::async_trait;
use tokio::sync::{Mutex, OwnedRwLockReadGuard, OwnedRwLockWriteGuard, RwLock, mpsc, oneshot};
use tokio::task::JoinHandle;
use tokio::time::{Instant, timeout, timeout_at};
use winterproof_model::wire::{Hello, Message, Run, WIRE_VERSION};
use winterproof_model::{RuntimeInfo, Scope};
use winterproof_server::{Hosts, Server, Serving};

use super::display::Display;
use super::hub::{Handed, Heard, Hub, Loss, Place, Setting};
use super::launch::{Browser, Launch};
use super::routes::Routes;
use crate::info::runtime_info;
use crate::manifest::Manifest;
use crate::process::{indented, version_in};
use crate::{ConnectError, Ended, Execution, Session, SessionError, Signal};

/// How long the page may take to end a test.
const STOP: Duration = Duration::from_secs(3);

/// The capability of a browser that finds the hosts of web-platform-tests by itself.
const WPT_HOSTS: &str = "wpt-hosts";

/// A browser that runs tests.
#[derive(Debug)]
pub(crate) struct BrowserSession {
    info: RuntimeInfo,
    rig: Rig,
    /// Held by each test that is executed; as a whole by one that has to be alone.
    lanes: Arc<RwLock<()>>,
}

/// What it takes to have a browser.
#[derive(Debug)]
struct Rig {
    id: String,
    launch: Launch,
    hub: Arc<Hub>,
    server: Server,
    patience: Duration,
    user_agent: Option<String>,
    title: String,
    /// Owns the browser that was started last.
    owner: Mutex<Option<Owner>>,
}

/// A browser, and the task that waits for its end.
#[derive(Debug)]
struct Owner {
    _browser: Browser,
    waiting: JoinHandle<()>,
}

impl Drop for Owner {
    fn drop(&mut self) {
        self.waiting.abort();
    }
}

impl BrowserSession {
    /// Starts the browser and learns who it is; its page has `patience` to come.
    pub async fn connect(
        binary: PathBuf,
        manifest: &Manifest,
        serving: &Serving,
        patience: Duration,
    ) -> Result<Self, ConnectError> {
        let shown = binary.display().to_string();
        let failed = |source| ConnectError::Start {
            binary: shown.clone(),
            source,
        };
        let hub = Arc::new(Hub::new().map_err(failed)?);
        let routes = Routes {
            hub: Arc::clone(&hub),
            files: Arc::clone(&serving.files),
        };
        let mut serving = serving.clone();
        let finds_names = manifest.capabilities.iter().any(|one| one.0 == WPT_HOSTS);
        if serving.wpt && finds_names {
            serving.hosts = Hosts::Wpt;
        }
        let server = Server::start(&serving, Some(Arc::new(routes)))
            .await
            .map_err(|error| failed(std::io::Error::other(error)))?;
        // In a task, for the reason that the browser is started in one.
        let display = match manifest.command.display && !Display::is_there() {
            true => tokio::spawn(Display::start())
                .await
                .map_err(|error| failed(error.into()))?
                .map(Some)
                .map_err(|problem| ConnectError::Display {
                    title: manifest.title.clone(),
                    problem,
                })?,
            false => None,
        };
        let rig = Rig {
            id: manifest.id.clone(),
            launch: Launch::new(binary, manifest, display, serving.authority.key_hash()),
            hub,
            server,
            patience,
            user_agent: manifest.command.user_agent.clone(),
            title: manifest.title.clone(),
            owner: Mutex::default(),
        };
        let (up, version) = tokio::join!(rig.up(), rig.launch.version());
        up?;
        let said = version.map_err(failed)?;
        let version = version_in(&said).ok_or_else(|| ConnectError::Other {
            binary: shown.clone(),
            title: manifest.title.clone(),
            said: format!("--version says {said:?}"),
        })?;
        let hello = Hello {
            wire: WIRE_VERSION,
            version,
            engine: manifest.engine.clone(),
        };
        let info = RuntimeInfo {
            binary: Some(shown),
            flags: rig.launch.args().cloned().collect(),
            ..runtime_info(manifest, hello)
        };
        Ok(Self {
            info,
            rig,
            lanes: Arc::default(),
        })
    }

    async fn begin(&self, run: Run, lane: Lane) -> Result<Box<dyn Execution>, SessionError> {
        let rig = &self.rig;
        let setting = rig.setting(&run).map_err(|message| SessionError::Fault {
            id: rig.id.clone(),
            message,
        })?;
        let handed = loop {
            let browser = rig.up().await.map_err(|error| SessionError::Host {
                id: rig.id.clone(),
                source: Box::new(error),
            })?;
            let handed = rig.hub.hand(browser, run.clone(), setting.clone());
            let handed = handed.map_err(|source| SessionError::Io {
                action: "hand a test to the browser",
                source,
            })?;
            if let Some(handed) = handed {
                break (browser, handed);
            }
        };
        let (browser, Handed { key, heard }) = handed;
        Ok(Box::new(InBrowser {
            id: rig.id.clone(),
            place: setting.place.as_str(),
            prefix: format!("{}{}", setting.origin, rig.hub.script_prefix()),
            hub: Arc::clone(&rig.hub),
            browser,
            key,
            heard,
            lines: VecDeque::new(),
            was_heard: false,
            ended: false,
            loss: None,
            _lane: lane,
        }))
    }
}

impl Rig {
    /// How a test is run; `Err` says what is wrong with the headers beside it.
    fn setting(&self, run: &Run) -> Result<Setting, String> {
        let origins = self.server.origins();
        let origin = origins.of(run.base_url.as_deref().unwrap_or_default());
        let query = run.test.variant().strip_prefix('?').unwrap_or_default();
        let source = run.test.source();
        let headers = self.server.headers_beside(&origin, &source, query)?;
        // A window costs more than a frame, and one in which a worker starts more than the worker: it
        // has to be where the page is from elsewhere, or where headers are about windows too. And tests
        // of web-platform-tests take for granted that their window is nobody's frame.
        let is_wpt = !run.aliases.is_empty();
        let place = match run.scope {
            _ if origin != origins.http() || !headers.is_empty() => Place::Window,
            Scope::Window if is_wpt => Place::Window,
            Scope::Window => Place::Frame,
            _ => Place::Worker,
        };
        Ok(Setting {
            place,
            origin,
            headers,
        })
    }

    /// Has a browser whose page is there, and gives its number.
    async fn up(&self) -> Result<u64, ConnectError> {
        if let Some(browser) = self.hub.ready() {
            return Ok(browser);
        }
        let mut owner = self.owner.lock().await;
        // Somebody else may have been faster.
        if let Some(browser) = self.hub.ready() {
            return Ok(browser);
        }
        *owner = None;
        let launch = self.launch.clone();
        let url = format!("{}{}", self.server.origins().http(), self.hub.page());
        // In a task: on Linux a child dies with the thread that started it, and this one may be a
        // test's.
        let started = tokio::spawn(async move { launch.start(&url) }).await;
        let binary = self.launch.binary.display().to_string();
        let failed = |source| ConnectError::Start {
            binary: binary.clone(),
            source,
        };
        let started = started.map_err(|error| failed(error.into()))?;
        let (process, mut main) = started.map_err(failed)?;
        let hub = Arc::clone(&self.hub);
        let kept = main.stderr.kept();
        let browser = hub.begin(Arc::downgrade(&process.group), kept.clone());
        let (ending, end) = oneshot::channel();
        let watcher = Arc::clone(&hub);
        let waiting = tokio::spawn(async move {
            let how = match main.child.wait().await {
                Ok(status) => status.to_string(),
                Err(error) => error.to_string(),
            };
            let stderr = main.stderr.finish().await;
            watcher.lose(browser, &format!("the browser ended ({how})"));
            // Nobody waits for it any more when the page was there.
            let _ = ending.send((how, stderr));
        });
        *owner = Some(Owner {
            _browser: process,
            waiting,
        });
        let problem = match timeout(self.patience, hub.arrival(browser)).await {
            Ok(Some(agent)) => match &self.user_agent {
                Some(token) if !agent.contains(token) => ConnectError::Other {
                    binary,
                    title: self.title.clone(),
                    said: format!("it calls itself {agent:?}"),
                },
                _ => return Ok(browser),
            },
            Ok(None) => {
                let (how, stderr) = end.await.unwrap_or_default();
                ConnectError::Silent {
                    binary,
                    how,
                    stderr: indented(&stderr),
                }
            }
            Err(_) => {
                let stderr = indented(&kept.text());
                ConnectError::Hangs {
                    binary,
                    seconds: self.patience.as_secs(),
                    stderr,
                }
            }
        };
        hub.lose(browser, "the page of the browser did not come");
        *owner = None;
        Err(problem)
    }
}

#[async_trait]
impl Session for BrowserSession {
    fn info(&self) -> &RuntimeInfo {
        &self.info
    }

    fn server(&self) -> Option<&Server> {
        Some(&self.rig.server)
    }

    async fn start(&self, run: Run) -> Result<Box<dyn Execution>, SessionError> {
        let lane = Arc::clone(&self.lanes).read_owned().await;
        self.begin(run, Lane::One(lane)).await
    }

    async fn start_alone(&self, run: Run) -> Result<Box<dyn Execution>, SessionError> {
        let lanes = Arc::clone(&self.lanes).write_owned().await;
        self.begin(run, Lane::All(lanes)).await
    }
}

#[derive(Debug)]
#[expect(dead_code, reason = "they are there to be held")]
enum Lane {
    One(OwnedRwLockReadGuard<()>),
    All(OwnedRwLockWriteGuard<()>),
}

/// A test in a browser.
#[derive(Debug)]
struct InBrowser {
    id: String,
    /// What it runs in.
    place: &'static str,
    /// What stands in front of the address of each script of tests.
    prefix: String,
    hub: Arc<Hub>,
    browser: u64,
    key: String,
    heard: mpsc::Receiver<Heard>,
    lines: VecDeque<String>,
    was_heard: bool,
    ended: bool,
    loss: Option<Loss>,
    _lane: Lane,
}

impl InBrowser {
    fn fault(&self, message: String) -> SessionError {
        SessionError::Fault {
            id: self.id.clone(),
            message,
        }
    }

    fn take_in(&mut self, heard: Option<Heard>) {
        match heard {
            Some(Heard::Lines(text)) => {
                self.was_heard = true;
                self.lines.extend(text.lines().map(str::to_owned));
            }
            Some(Heard::Lost(loss)) => {
                self.ended = true;
                self.loss = Some(loss);
            }
            None => self.ended = true,
        }
    }

    /// Waits until `until` for the test to be gone, and says whether it is.
    async fn gone(&mut self, until: Instant) -> bool {
        while !self.ended {
            let last = format!("{}!ended", self.key);
            if self.lines.drain(..).any(|line| line == last) {
                self.ended = true;
                break;
            }
            match timeout_at(until, self.heard.recv()).await {
                Ok(heard) => self.take_in(heard),
                Err(_) => return false,
            }
        }
        true
    }
}

#[async_trait]
impl Execution for InBrowser {
    async fn next(&mut self) -> Result<Signal, SessionError> {
        loop {
            while let Some(line) = self.lines.pop_front() {
                match line.strip_prefix(&self.key) {
                    Some("!ended") => {
                        self.ended = true;
                        return Ok(Signal::Ended);
                    }
                    Some(rest) if rest.starts_with("!failed ") => {
                        let what = &rest["!failed ".len()..];
                        return Err(
                            self.fault(format!("its {} does not start: {what}", self.place))
                        );
                    }
                    _ => {}
                }
                let line = without_places(&line, &self.prefix);
                match Message::parse(line.as_bytes(), &self.key) {
                    Some(Ok(Message::Fault { message })) => return Err(self.fault(message)),
                    Some(Ok(message)) => return Ok(Signal::Message(message)),
                    Some(Err(source)) => {
                        return Err(SessionError::Wire {
                            id: self.id.clone(),
                            source,
                        });
                    }
                    None => {}
                }
            }
            if self.ended {
                return Ok(match &self.loss {
                    Some(loss) if loss.shared => Signal::Lost,
                    _ => Signal::Ended,
                });
            }
            let heard = self.heard.recv().await;
            self.take_in(heard);
        }
    }

    async fn end(&mut self, grace: Duration) -> Ended {
        let mut lost = false;
        if !self.gone(Instant::now() + grace).await {
            // Another test may keep the page from everything else.
            let shared = self.hub.is_shared(self.browser);
            lost = shared && !self.was_heard;
            self.hub.stop(&self.key);
            if !self.gone(Instant::now() + STOP).await {
                lost = shared;
                self.hub
                    .lose(self.browser, "the page of the browser did not end a test");
            }
        }
        self.hub.forget(&self.key);
        self.ended = true;
        let loss = self.loss.take();
        Ended {
            // Whoever else has lost the browser meanwhile, it may have kept this test from ending.
            lost: lost || loss.as_ref().is_some_and(|loss| loss.shared),
            status: None,
            how: Some(match &loss {
                Some(loss) => loss.how.clone(),
                None => format!("the {} ended", self.place),
            }),
            stdout_tail: String::new(),
            stderr_tail: loss.map_or(String::new(), |loss| loss.stderr),
        }
    }
}

impl Drop for InBrowser {
    fn drop(&mut self) {
        if !self.ended {
            self.hub.stop(&self.key);
        }
        self.hub.forget(&self.key);
    }
}

/// The line with the paths of scripts as the suite root has them, for addresses are of one run.
fn without_places(line: &str, prefix: &str) -> String {
    let mut parts = line.split(prefix);
    let mut text = parts.next().unwrap_or_default().to_owned();
    for part in parts {
        // The number of the script.
        text.push_str(part.find('/').map_or(part, |at| &part[at..]));
    }
    text
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn addresses_become_paths() {
        let line =
            "k {\"stack\":\"at a (http://x/.w/p/7.0/a/b.js:1:2)\\nat http://x/.w/p/s1/c.js:3\"}";
        assert_eq!(
            without_places(line, "http://x/.w/p/"),
            "k {\"stack\":\"at a (/a/b.js:1:2)\\nat /c.js:3\"}"
        );
        assert_eq!(without_places("k {}", "http://x/.w/p/"), "k {}");
    }
}
