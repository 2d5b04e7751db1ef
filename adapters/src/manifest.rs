//! `adapter.toml`: all that is declared of a runtime.

use std::collections::BTreeMap;

use serde::Deserialize;
use winterproof_model::{Capability, Scope};

use crate::options::RuntimeOption;
use crate::spec::RuntimeSpec;
use crate::toml_file::{self, TomlError};

/// What an adapter declares.
#[derive(Clone, Debug, Deserialize)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
pub struct Manifest {
    /// The name on the command line and in file names: lower case, digits, `_` and `-`.
    pub id: String,
    /// Counted up when the way of driving the runtime changes.
    pub version: u32,
    /// The name people know.
    pub title: String,
    /// The WinterTC runtime key (<https://runtime-keys.proposal.wintertc.org>), if registered.
    pub runtime_key: Option<String>,
    /// How it is driven.
    pub shape: Shape,
    /// The engine's name, where nothing at the far end tells it.
    pub engine: Option<String>,
    /// The scopes it can run tests in, best first.
    pub scopes: Vec<Scope>,
    /// The versions that its expectations are about and that its tests run with; all of them can be
    /// installed.
    #[serde(default)]
    pub tested: Vec<String>,
    /// What it offers of the things a test may require.
    #[serde(default)]
    pub capabilities: Vec<Capability>,
    /// Where the binary is found.
    #[serde(default)]
    pub binary: Binary,
    /// How the binary is called.
    #[serde(default)]
    pub command: Command,
    /// What an engine of the shape "shell" offers to its host.
    #[serde(default)]
    pub shell: Globals,
    /// Its settings, by their names in `-r ID?NAME=VALUE`.
    #[serde(default)]
    pub options: BTreeMap<String, RuntimeOption>,
    /// How a host that is a server is spoken to.
    #[serde(default)]
    pub http: Http,
    /// What the host script has to become before it can run.
    pub build: Option<Build>,
    /// Where the host must do otherwise than others.
    #[serde(default)]
    pub deviations: Vec<Deviation>,
}

/// How a runtime is driven.
#[derive(Clone, Copy, Debug, Deserialize, Eq, PartialEq)]
#[serde(rename_all = "kebab-case")]
pub enum Shape {
    /// One process a test; a host script reads the request and answers, or the binary itself where
    /// there is none.
    Process,
    /// One process a test, of an engine whose command line takes files and which can print.
    Shell,
    /// A host that is a server: each test is a request to it.
    Http,
    /// An engine inside winterproof, in a process of its own: the binary starts itself again.
    Embedded,
    /// A browser: one process for all tests, with a page that fetches them.
    Browser,
}

/// Where a binary is found; the first that exists wins.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
pub struct Binary {
    /// An environment variable that holds its path.
    pub env: Option<String>,
    /// Names to look for in `PATH`.
    #[serde(default)]
    pub path: Vec<String>,
    /// The npm packages that bring it, one a platform.
    #[serde(default)]
    pub npm: Vec<NpmPackage>,
    /// The Debian package that brings it.
    pub apt: Option<String>,
    /// What `cargo install` builds it from: a crate with its version, or `--path` and a folder of
    /// winterproof's own repository.
    pub cargo: Option<String>,
    /// How a version is written in npm where that is otherwise than people write it: `{digits}`
    /// stands for the digits of a version without dots (`2026-11-17` is `1.20261117.0`).
    pub npm_version: Option<String>,
}

/// An npm package with the binary of a runtime.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct NpmPackage {
    /// What it is for, in the words of Node.js's `process.platform` and `process.arch`, such as
    /// `linux-x64`; `any` for one that runs everywhere.
    pub platform: String,
    /// Its name.
    pub name: String,
    /// The binary, relative to the package's folder.
    pub file: String,
}

/// How a binary is called.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
pub struct Command {
    /// The runtime that runs the binary, where that is no program: as `-r` takes it, such as
    /// `node@24.21.0`. Where that version is not installed, it is the one that is found. What is no
    /// runtime is a program in `PATH`.
    pub program: Option<String>,
    /// The command that brings that program, where it is no runtime.
    pub program_install: Option<String>,
    /// The arguments; `{host}` stands for the path of the host script, `{host_folder}` for the folder
    /// that it is in, `{binary}` for the path of the binary, `{folder}` for the folder with the
    /// request, `{option:NAME}` for an option's value, `{base_url}` for the base URL of the test (an
    /// argument with it is left out where there is none). In the shape "shell", `{file}` stands for
    /// that of the one file to evaluate, and an argument `{files}` for all; in the shape "http",
    /// `{port}` for the port to listen on. In the shape "browser", `{url}` stands for the page to open,
    /// `{profile}` for a new folder and `{key_hash}` for the SHA-256 of the servers' public key, in
    /// Base64.
    #[serde(default)]
    pub args: Vec<String>,
    /// Arguments to put before the others for the superuser.
    #[serde(default)]
    pub root_args: Vec<String>,
    /// The arguments with which the binary tells its version, where JavaScript can't.
    pub version: Option<Vec<String>>,
    /// The host script, a file beside the manifest; absent where the binary speaks the wire itself.
    pub host: Option<String>,
    /// Further files that the runtime needs beside the host script, beside the manifest as well.
    #[serde(default)]
    pub files: Vec<String>,
    /// How the request gets to the process.
    #[serde(default)]
    pub request: RequestBy,
    /// Environment variables to set; for browsers, `{profile}` stands for the new folder.
    #[serde(default)]
    pub env: BTreeMap<String, String>,
    /// Environment variables of the user's that change what the runtime does: the log tells those
    /// that are set.
    #[serde(default)]
    pub record_env: Vec<String>,
    /// What messages come over.
    #[serde(default)]
    pub channel: Medium,
    /// Files to put into a browser's new folder: their names and texts.
    #[serde(default)]
    pub profile: BTreeMap<String, String>,
    /// What a browser's `navigator.userAgent` holds, if it is the right one.
    pub user_agent: Option<String>,
    /// Whether it needs a display, and gets a virtual one (`Xvfb`) where there is none.
    #[serde(default)]
    pub display: bool,
}

/// What an engine of the shape "shell" offers to its host, each an expression of JavaScript; what the
/// host script sets comes before it.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
pub struct Globals {
    /// A function that writes a line to standard output; `print` when absent.
    pub print: Option<String>,
    /// A function that evaluates the file at a path as a classic script.
    pub load: Option<String>,
    /// A function that evaluates a text as a classic script, where there is none for a file.
    pub eval: Option<String>,
    /// A function that ends the process.
    pub exit: Option<String>,
}

impl Globals {
    /// The names by which a host knows them, and those that the manifest says.
    pub(crate) fn named(&self) -> impl Iterator<Item = (&'static str, &str)> {
        [
            ("print", &self.print),
            ("load", &self.load),
            ("eval", &self.eval),
            ("exit", &self.exit),
        ]
        .into_iter()
        .filter_map(|(name, expression)| Some((name, expression.as_deref()?)))
    }
}

/// How a request gets to the host of the shape "process".
#[derive(Clone, Copy, Debug, Default, Deserialize, Eq, PartialEq)]
#[serde(rename_all = "kebab-case")]
pub enum RequestBy {
    /// It is standard input.
    #[default]
    Stdin,
    /// It is a file in a folder that is there for one process: for runtimes in which a host can read
    /// neither standard input nor files.
    Folder,
}

/// What messages come over.
#[derive(Clone, Copy, Debug, Default, Deserialize, Eq, PartialEq)]
#[serde(rename_all = "kebab-case")]
pub enum Medium {
    /// File descriptor 3, which is the host's alone.
    #[default]
    Fd3,
    /// Standard output, in between of what a test writes: for runtimes that can write to nothing else.
    Stdout,
}

/// What a host script has to become before it can run; it is made once and kept.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Build {
    /// The file that comes of it; `{built}` stands for its path in the arguments.
    pub result: String,
    /// The commands that make it, in which `{out}` stands for the folder to make it in, `{program}`
    /// for the program that runs the binary, and `{host}`, `{host_folder}` and `{binary}` for what
    /// they do elsewhere.
    pub steps: Vec<Vec<String>>,
    /// Commands that tell the versions of what is used, in which `{program}` stands for the same: for
    /// another answer it is made again.
    #[serde(default)]
    pub versions: Vec<Vec<String>>,
}

/// How a host that is a server is spoken to.
#[derive(Clone, Copy, Debug, Default, Deserialize)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
pub struct Http {
    /// Whether it can read files of this machine; scripts that tests share need not be sent then.
    #[serde(default)]
    pub reads_files: bool,
    /// How many seconds it may take to say hello, for one that needs longer than most.
    pub start_seconds: Option<u64>,
}

/// Something that the host must do otherwise, and why.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Deviation {
    /// What is otherwise.
    pub what: String,
    /// Why it can't be helped.
    pub reason: String,
}

impl Manifest {
    /// The npm package for this machine.
    pub fn npm_package(&self) -> Option<&NpmPackage> {
        let here = platform();
        self.binary
            .npm
            .iter()
            .find(|package| package.platform == here || package.platform == "any")
    }

    /// A version as npm writes it.
    pub(crate) fn package_version(&self, asked: &str) -> String {
        match &self.binary.npm_version {
            Some(form) if !asked.contains('.') => {
                let digits: String = asked.chars().filter(char::is_ascii_digit).collect();
                form.replace("{digits}", &digits)
            }
            _ => asked.to_owned(),
        }
    }

    /// What to do where npm does not bring it, as the end of a message.
    pub(crate) fn instead(&self) -> String {
        match (&self.binary.apt, self.cargo_install()) {
            _ if self.shape == Shape::Embedded => ": it is part of winterproof".to_owned(),
            (Some(package), _) => format!("; `apt-get install {package}` brings it on Debian"),
            (None, Some(command)) => format!("; `{command}` builds it"),
            (None, None) => String::new(),
        }
    }

    /// The command that brings the runtime to this machine, in the version of `spec`.
    pub fn installation(&self, spec: &RuntimeSpec) -> Option<String> {
        if self.npm_package().is_some() {
            return Some(format!("winterproof runtimes install {spec}"));
        }
        match &self.binary.apt {
            Some(package) => Some(format!("apt-get install {package}")),
            None => self.cargo_install(),
        }
    }

    fn cargo_install(&self) -> Option<String> {
        let what = self.binary.cargo.as_ref()?;
        Some(format!("cargo install {what} --locked"))
    }

    /// Reads the text of the manifest at `path`.
    pub fn parse(path: &str, text: &str) -> Result<Self, TomlError> {
        let manifest: Self = toml_file::parse(path, text)?;
        manifest
            .check()
            .map_err(|(key, problem)| error_at(path, text, key, problem))?;
        Ok(manifest)
    }

    fn check(&self) -> Result<(), (&'static str, String)> {
        let plain = |c: char| c.is_ascii_lowercase() || c.is_ascii_digit() || "_-".contains(c);
        if self.id.is_empty() || !self.id.chars().all(plain) {
            return Err((
                "id",
                format!("{:?} is no id: lower case, digits, _ and -", self.id),
            ));
        }
        if self.scopes.is_empty() {
            return Err(("scopes", "an adapter offers at least one scope".into()));
        }
        let is_path = |file: &&String| file.contains(['/', '\\']);
        if let Some(host) = self.command.host.iter().find(is_path) {
            let problem =
                format!("{host:?} is a path; the host script is a file beside the manifest");
            return Err(("host", problem));
        }
        let steps = self
            .build
            .iter()
            .flat_map(|build| build.steps.iter().flatten());
        let words: Vec<&String> = self.command.args.iter().chain(steps).collect();
        let holds = |what: &str| words.iter().any(|word| word.contains(what));
        let lists = self.command.args.iter().any(|arg| arg == "{files}");
        if self.shape == Shape::Shell && !holds("{file}") && !lists {
            let problem =
                "the shape \"shell\" needs an argument with {file}, or the argument {files}";
            return Err(("args", problem.into()));
        }
        if let Some((key, _)) = self.shell.named().next()
            && self.shape != Shape::Shell
        {
            return Err((key, format!("shell.{key} is for the shape \"shell\"")));
        }
        if matches!(self.shape, Shape::Process | Shape::Http) {
            let holds_host = holds("{host}") || holds("{host_folder}");
            match &self.command.host {
                Some(_) if !holds_host => {
                    return Err(("args", "no argument holds {host} or {host_folder}".into()));
                }
                None if holds_host => {
                    return Err((
                        "args",
                        "{host} stands for command.host, which is absent".into(),
                    ));
                }
                _ => {}
            }
            if holds("{folder}") != (self.command.request == RequestBy::Folder) {
                return Err((
                    "args",
                    "an argument holds {folder} if, and only if, request is \"folder\"".into(),
                ));
            }
        }
        for (name, option) in &self.options {
            if let Some(problem) = option.form.problem(&option.default) {
                let text = format!("the default of the option {name} can't be used: {problem}");
                return Err(("default", text));
            }
        }
        if self.shape == Shape::Http && !holds("{port}") {
            return Err(("args", "no argument holds {port}".into()));
        }
        if self.command.program.is_some() && !holds("{binary}") {
            return Err(("args", "no argument holds {binary}".into()));
        }
        if self.shape == Shape::Browser && !holds("{url}") {
            return Err(("args", "no argument holds {url}".into()));
        }
        Ok(())
    }
}

/// A mistake where `key` stands in the manifest at `path`.
pub(crate) fn error_at(path: &str, text: &str, key: &str, problem: String) -> TomlError {
    let is_there = |line: &str| {
        let rest = line.trim_start().strip_prefix(key);
        rest.is_some_and(|rest| rest.trim_start().starts_with('='))
    };
    // The last one: a table's key may be one of the manifest's own, too.
    let lines = text.lines().zip(1..);
    TomlError {
        path: path.to_owned(),
        line: lines
            .filter(|(line, _)| is_there(line))
            .last()
            .map_or(1, |(_, at)| at),
        problem,
    }
}

/// This machine, in Node.js's words.
fn platform() -> String {
    let os = match std::env::consts::OS {
        "macos" => "darwin",
        os => os,
    };
    let arch = match std::env::consts::ARCH {
        "x86_64" => "x64",
        "aarch64" => "arm64",
        arch => arch,
    };
    format!("{os}-{arch}")
}

#[cfg(test)]
mod tests {
    use super::*;

    const NODE: &str = include_str!("../node/adapter.toml");

    #[test]
    fn the_manifest_of_node_is_read() {
        let manifest = Manifest::parse("node/adapter.toml", NODE).unwrap();
        assert_eq!(manifest.id, "node");
        assert_eq!(manifest.shape, Shape::Process);
    }

    #[test]
    fn mistakes_name_file_and_line() {
        let unknown = NODE.replace("title =", "titel = \"x\"\ntitle =");
        let error = Manifest::parse("x/adapter.toml", &unknown).unwrap_err();
        assert_eq!(error.line, 3);
        assert!(
            error
                .to_string()
                .starts_with("x/adapter.toml:3: unknown field `titel`"),
            "{error}"
        );
        let bad = NODE.replace("id = \"node\"", "id = \"No de\"");
        let error = Manifest::parse("x/adapter.toml", &bad).unwrap_err();
        assert!(
            error.to_string().starts_with("x/adapter.toml:1: "),
            "{error}"
        );
        for bad in [
            NODE.replace("{host}", "host"),
            NODE.replace("host = \"host.cjs\"\n", ""),
        ] {
            let error = Manifest::parse("x/adapter.toml", &bad).unwrap_err();
            assert!(error.problem.contains("{host}"), "{error}");
        }
    }
}
