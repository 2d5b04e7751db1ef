//! A browser that has answered, and the tests that it executes.

use std::collections::VecDeque;
use std::path::PathBuf;
use std::sync::Arc;
use std::time::Duration;

use async_trait::async_trait;
use tokio::sync::{Mutex, OwnedRwLockReadGuard, OwnedRwLockWriteGuard, RwLock, oneshot};
use tokio::task::JoinHandle;
use tokio::time::timeout;
use winterproof_model::wire::{Hello, Run, WIRE_VERSION};
use winterproof_model::{RuntimeInfo, Scope};
use winterproof_server::{Header, Hosts, Server, Serving};

use super::display::Display;
use super::execution::InBrowser;
use super::hub::{Handed, Hub, Place, Setting};
use super::launch::{Browser, Launch};
use super::routes::Routes;
use crate::info::runtime_info;
use crate::manifest::Manifest;
use crate::process::{indented, version_in};
use crate::{ConnectError, Execution, Session, SessionError};

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
            is_cut_off: is_cut_off(&setting.headers),
            prefix: format!("{}{}", setting.origin, rig.hub.script_prefix()),
            hub: Arc::clone(&rig.hub),
            browser,
            key,
            heard,
            lines: VecDeque::new(),
            was_heard: false,
            ended: false,
            loss: None,
            lanes: Arc::clone(&self.lanes),
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

/// Whether a window with these headers has nothing to do with the page that opens it, which can't close
/// it then.
fn is_cut_off(headers: &[Header]) -> bool {
    headers.iter().any(|(name, value)| {
        name.eq_ignore_ascii_case(b"cross-origin-opener-policy")
            && !value.starts_with(b"unsafe-none")
    })
}

/// What a test in the browser holds.
#[derive(Debug)]
#[expect(dead_code, reason = "they are there to be held")]
pub(super) enum Lane {
    One(OwnedRwLockReadGuard<()>),
    All(OwnedRwLockWriteGuard<()>),
}
