//! Which adapters there are, and what `-r` means.

use std::borrow::Cow;
use std::env;
use std::fs;
use std::io;
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::time::Duration;

use async_trait::async_trait;
use winterproof_server::{Authority, Serving};
use winterproof_worker::FAR_END;

use crate::browser::BrowserAdapter;
use crate::build::built;
use crate::digest::sha256;
use crate::expectations::{Expectations, ExpectationsError};
use crate::find::{self, Installed, binary, find, installed};
use crate::folder::AdapterFolder;
use crate::guard::temporary_folder;
use crate::http::HttpSession;
use crate::install::{InstallError, Staged, fetch};
use crate::manifest::{Build, Manifest, Medium, RequestBy, Shape};
use crate::options::Options;
use crate::process::{Delivery, Launch, ProcessSession, Who};
use crate::shell::Shell;
use crate::spec::{RuntimeSpec, SpecError};
use crate::toml_file::TomlError;
use crate::{Adapter, ConnectError, Session};

/// How long a runtime may take to say hello, unless somebody knows better.
const HELLO: Duration = Duration::from_secs(20);

/// The certificate of the servers' authority, beside each host script, and what stands for its path
/// in the environment that a manifest sets.
const AUTHORITY_FILE: &str = "authority.pem";
const AUTHORITY: &str = "{authority}";

/// The adapters that are part of winterproof.
#[derive(Clone, Debug)]
pub struct Registry {
    adapters: Vec<(AdapterFolder, Manifest)>,
    /// The engines in this build.
    pub(crate) engines: Vec<String>,
    /// How long a runtime may take to say hello.
    hello: Duration,
    /// How tests are served; `None` where there is nothing to serve.
    serving: Option<Serving>,
}

impl Registry {
    /// All built-in adapters; `engines` are the embedded engines which this build contains.
    pub fn built_in(engines: &[&str]) -> Result<Self, TomlError> {
        let mut adapters = Vec::new();
        for folder in AdapterFolder::built_in() {
            let path = folder.shown("adapter.toml");
            let text = folder
                .read_text("adapter.toml")
                .map_err(|error| TomlError {
                    path: path.clone(),
                    line: 1,
                    problem: error.to_string(),
                })?;
            let manifest = Manifest::parse(&path, &text)?;
            adapters.push((folder, manifest));
        }
        Ok(Self {
            adapters,
            engines: engines.iter().map(|&engine| engine.to_owned()).collect(),
            hello: HELLO,
            serving: None,
        })
    }

    pub(crate) fn insert(&mut self, folder: AdapterFolder, manifest: Manifest) {
        self.adapters.push((folder, manifest));
        self.adapters.sort_by(|(_, a), (_, b)| a.id.cmp(&b.id));
    }

    pub(crate) fn remove(&mut self, id: &str) {
        self.adapters.retain(|(_, manifest)| manifest.id != id);
    }

    /// The folder of the adapter of that id.
    pub fn folder_of(&self, id: &str) -> Option<&AdapterFolder> {
        let known = self.adapters.iter().find(|(_, m)| m.id == id);
        known.map(|(folder, _)| folder)
    }

    /// Whether that is an engine inside winterproof that is not in this build.
    pub(crate) fn is_absent_engine(&self, id: &str) -> bool {
        let mut known = self.manifests().filter(|manifest| manifest.id == id);
        let embedded = known.any(|manifest| manifest.shape == Shape::Embedded);
        embedded && !self.engines.iter().any(|engine| engine == id)
    }

    /// Waits that long for a runtime to say hello.
    pub fn waiting(self, hello: Duration) -> Self {
        Self { hello, ..self }
    }

    /// Tells runtimes how tests are served: those that fetch their tests themselves find the files of
    /// the suite root beside them, and all trust the authority of the servers.
    pub fn serving(self, serving: Serving) -> Self {
        let serving = Some(serving);
        Self { serving, ..self }
    }

    /// The manifests, sorted by id.
    pub fn manifests(&self) -> impl Iterator<Item = &Manifest> {
        self.adapters.iter().map(|(_, manifest)| manifest)
    }

    fn known(&self, spec: &RuntimeSpec) -> Result<&(AdapterFolder, Manifest), SpecError> {
        let known = self.adapters.iter().find(|(_, m)| m.id == spec.id);
        known.ok_or_else(|| {
            let known: Vec<&str> = self.manifests().map(|m| m.id.as_str()).collect();
            SpecError::Unknown {
                id: spec.id.clone(),
                known: known.join(", "),
            }
        })
    }

    /// The adapter for a runtime that was asked for.
    pub fn resolve(&self, spec: &RuntimeSpec) -> Result<Arc<dyn Adapter>, SpecError> {
        let (folder, manifest) = self.known(spec)?;
        let elsewhere = spec.binary.is_some() || spec.version.is_some();
        if manifest.shape == Shape::Embedded && elsewhere {
            return Err(SpecError::NoBinary(manifest.title.clone()));
        }
        let options = Options::of(manifest, spec)?;
        if manifest.shape == Shape::Browser {
            return Ok(Arc::new(BrowserAdapter {
                folder: folder.clone(),
                manifest: manifest.clone(),
                spec: spec.clone(),
                serving: self.serving.clone(),
                hello: self.hello,
            }));
        }
        Ok(Arc::new(ProcessAdapter {
            authority: self.serving.as_ref().map(|s| Arc::clone(&s.authority)),
            options,
            folder: folder.clone(),
            manifest: manifest.clone(),
            spec: spec.clone(),
            program: match &manifest.command.program {
                Some(program) => Some(self.program(program, manifest)?),
                None => None,
            },
            built: self.engines.contains(&manifest.id),
            hello: self.hello,
        }))
    }

    /// What runs the binary of the runtime of `manifest`, best in the version that is asked for.
    fn program(&self, text: &str, manifest: &Manifest) -> Result<Found, SpecError> {
        let spec = RuntimeSpec::parse(text)?;
        let install = &manifest.command.program_install;
        let Ok((_, manifest)) = self.known(&spec) else {
            return Ok(find::program(&spec.id).ok_or_else(|| {
                let mut looked = format!("PATH has no {}", spec.id);
                if let Some(command) = install {
                    looked.push_str(&format!("; `{command}` brings it"));
                }
                (spec.id, looked)
            }));
        };
        let found = find(manifest, &spec).or_else(|_| find(manifest, &RuntimeSpec::of(&spec.id)));
        Ok(found.map_err(|looked| (manifest.title.clone(), looked)))
    }

    /// The runtimes of an adapter that `winterproof runtimes install` has brought, the newest first.
    pub fn installed(&self, manifest: &Manifest) -> Vec<Installed> {
        installed(manifest)
    }

    /// Fetches a runtime, in the version that is asked for or the newest, to where nobody looks yet.
    pub async fn fetch(&self, spec: &RuntimeSpec) -> Result<Staged, InstallError> {
        let (_, manifest) = self.known(spec)?;
        fetch(manifest, spec.version.as_deref()).await
    }

    /// The runtimes that can be run here without a word: every engine in this build, and every
    /// runtime whose binary is found.
    pub fn present(&self) -> Vec<RuntimeSpec> {
        self.manifests()
            .map(|manifest| RuntimeSpec::of(&manifest.id))
            .filter(|spec| self.finds(spec).unwrap_or(false))
            .collect()
    }

    /// Whether a runtime is here: its engine is in this build, or its binary, and the program that
    /// it needs, are on this machine.
    pub fn finds(&self, spec: &RuntimeSpec) -> Result<bool, SpecError> {
        let (_, manifest) = self.known(spec)?;
        Ok(match manifest.shape {
            Shape::Embedded => self.engines.contains(&manifest.id),
            Shape::Process | Shape::Shell | Shape::Http | Shape::Browser => {
                let program = manifest.command.program.as_deref();
                find(manifest, spec).is_ok()
                    && program
                        .is_none_or(|program| matches!(self.program(program, manifest), Ok(Ok(_))))
            }
        })
    }
}

/// Where a program is; or its title, and why it was not found.
type Found = Result<PathBuf, (String, String)>;

/// An adapter whose runtime is a process: a binary on this machine, or an engine inside ours.
#[derive(Clone, Debug)]
struct ProcessAdapter {
    folder: AdapterFolder,
    manifest: Manifest,
    spec: RuntimeSpec,
    options: Options,
    /// Who vouches for the servers of tests.
    authority: Option<Arc<Authority>>,
    /// The program that runs the binary, where one has to.
    program: Option<Found>,
    built: bool,
    hello: Duration,
}

impl ProcessAdapter {
    fn binary(&self) -> Result<PathBuf, ConnectError> {
        if self.manifest.shape == Shape::Embedded {
            if !self.built {
                return Err(ConnectError::NotBuilt {
                    id: self.manifest.id.clone(),
                    title: self.manifest.title.clone(),
                });
            }
            return env::current_exe().map_err(|source| ConnectError::Start {
                binary: "winterproof itself".into(),
                source,
            });
        }
        binary(&self.manifest, &self.spec)
    }

    /// What is missing, and the program if that is missing too: nobody likes to hear of one thing
    /// after the other.
    fn with_program(&self, error: ConnectError) -> ConnectError {
        match (error, &self.program) {
            (ConnectError::NotFound { title, looked }, Some(Err((program, also)))) => {
                ConnectError::NotFound {
                    title,
                    looked: format!("{looked}. It needs {program} too: {also}"),
                }
            }
            (error, _) => error,
        }
    }

    async fn launch(&self) -> Result<Launch, ConnectError> {
        let Manifest { id, command, .. } = &self.manifest;
        let mut env: Vec<(String, String)> = command.env.clone().into_iter().collect();
        let binary = self.binary().map_err(|error| self.with_program(error))?;
        if self.manifest.shape == Shape::Embedded {
            let args = vec!["engine".to_owned(), id.clone()];
            return Ok(Launch {
                id: id.clone(),
                binary,
                args,
                env,
                channel: command.channel,
                delivery: Delivery::Stdin,
                _host_folder: None,
            });
        }
        if self.manifest.shape == Shape::Shell {
            let host = match &command.host {
                Some(file) => Some((self.folder.shown(file), self.host_text(file)?)),
                None => None,
            };
            return Ok(Launch {
                id: id.clone(),
                binary,
                args: self.args().collect(),
                env,
                channel: Medium::Stdout,
                delivery: Delivery::Files(Shell {
                    globals: self.manifest.shell.clone(),
                    host,
                    version: None,
                    by_command_line: command.args.iter().any(|arg| arg == "{files}"),
                }),
                _host_folder: None,
            });
        }
        let program = match &self.program {
            Some(Err((title, looked))) => {
                return Err(ConnectError::NotFound {
                    title: title.clone(),
                    looked: format!("it runs {}; {looked}", self.manifest.title),
                });
            }
            Some(Ok(program)) => Some(program.clone()),
            None => None,
        };
        let shown = binary.to_str().unwrap_or_default();
        let args = self.args().map(|arg| arg.replace("{binary}", shown));
        let mut args: Vec<String> = args.collect();
        let mut host_folder = None;
        if let Some(host) = &command.host {
            let (folder, path) = self.host_folder(host)?;
            for arg in &mut args {
                *arg = arg
                    .replace("{host}", &format!("{path}/{host}"))
                    .replace("{host_folder}", &path);
            }
            for (_, value) in &mut env {
                *value = value.replace(AUTHORITY, &format!("{path}/{AUTHORITY_FILE}"));
            }
            if let Some(build) = &self.manifest.build {
                let built = self.built(build, host, &path, shown).await?;
                let built = built.to_string_lossy();
                for arg in &mut args {
                    *arg = arg.replace("{built}", &built);
                }
            }
            host_folder = Some(Arc::new(folder));
        }
        Ok(Launch {
            id: id.clone(),
            binary: program.unwrap_or(binary),
            args,
            env,
            channel: command.channel,
            delivery: match command.request {
                RequestBy::Stdin => Delivery::Stdin,
                RequestBy::Folder => Delivery::Folder,
            },
            _host_folder: host_folder,
        })
    }

    /// What the host script in the folder at `path` becomes.
    async fn built(
        &self,
        build: &Build,
        host: &str,
        path: &str,
        binary: &str,
    ) -> Result<PathBuf, ConnectError> {
        // What a package is tells its file, wherever it lies.
        let package = Path::new(binary).ancestors().skip(1);
        let package = package.map(|folder| folder.join("package.json"));
        let package = package.filter_map(|file| fs::read(file).ok()).next();
        let mut known = vec![FAR_END.into(), package.unwrap_or_else(|| binary.into())];
        for file in self.manifest.command.files.iter().map(String::as_str) {
            known.push(self.host_text(file)?.into_bytes());
        }
        known.push(self.host_text(host)?.into_bytes());
        let program = match &self.program {
            Some(Ok(program)) => program.to_string_lossy(),
            _ => Cow::default(),
        };
        let put_in = |word: &str| {
            word.replace("{host}", &format!("{path}/{host}"))
                .replace("{host_folder}", path)
                .replace("{binary}", binary)
                .replace("{program}", &program)
        };
        let made = built(&self.manifest.id, build, &known, put_in).await;
        made.map_err(|problem| ConnectError::Build {
            id: self.manifest.id.clone(),
            problem,
        })
    }

    fn host_error(&self, file: &str, problem: io::Error) -> ConnectError {
        ConnectError::Host {
            id: self.manifest.id.clone(),
            file: self.folder.shown(file),
            problem: problem.to_string(),
        }
    }

    /// The arguments of the manifest, with the values of options in them.
    fn args(&self) -> impl Iterator<Item = String> {
        let args = self.manifest.command.args.iter();
        args.map(|arg| self.options.in_argument(arg))
    }

    /// The text of a file beside the manifest, with the values of options in it.
    fn host_text(&self, file: &str) -> Result<String, ConnectError> {
        let text = self.folder.read_text(file);
        let text = text.map_err(|error| self.host_error(file, error))?;
        Ok(self.options.in_file(&text))
    }

    /// Writes the host script, with the far end in front of it, and what it needs beside it, to where
    /// the runtime can read them.
    fn host_folder(&self, host: &str) -> Result<(tempfile::TempDir, String), ConnectError> {
        let failed = |error| self.host_error(host, error);
        let folder = temporary_folder("host-").map_err(failed)?;
        let text = format!("{FAR_END}\n{}", self.host_text(host)?);
        fs::write(folder.path().join(host), text).map_err(failed)?;
        for file in &self.manifest.command.files {
            let written = fs::write(folder.path().join(file), self.host_text(file)?);
            written.map_err(|error| self.host_error(file, error))?;
        }
        let authority = match &self.authority {
            Some(authority) => Arc::clone(authority),
            None => Authority::new().map_err(failed)?,
        };
        let file = folder.path().join(AUTHORITY_FILE);
        fs::write(file, authority.certificate()).map_err(failed)?;
        let path = folder.path().to_str().map(str::to_owned);
        let path = path.ok_or_else(|| failed(io::ErrorKind::InvalidFilename.into()))?;
        Ok((folder, path))
    }
}

#[async_trait]
impl Adapter for ProcessAdapter {
    fn manifest(&self) -> &Manifest {
        &self.manifest
    }

    fn expectations(&self) -> Result<Expectations, ExpectationsError> {
        Expectations::load(&self.folder)
    }

    fn sha256(&self) -> Option<String> {
        self.folder.sha256(&self.manifest)
    }

    async fn connect(&self) -> Result<Arc<dyn Session>, ConnectError> {
        let launch = self.launch().await?;
        let who = Who {
            manifest: &self.manifest,
            options: self.options.changed(),
            flags: self.args().chain(self.options.shown()).collect(),
        };
        if self.manifest.shape == Shape::Http {
            let binary = self.binary()?.display().to_string();
            let seconds = self.manifest.http.start_seconds;
            let patience = seconds.map_or(self.hello, Duration::from_secs);
            let session = HttpSession::connect(launch, binary, who, patience).await?;
            return Ok(Arc::new(session));
        }
        let session = ProcessSession::connect(launch, who, self.hello).await?;
        Ok(Arc::new(session))
    }

    async fn binary_sha256(&self) -> Option<String> {
        sha256(self.binary().ok()?).await
    }
}
