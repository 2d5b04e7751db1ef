//! A folder to run the binary in, with a small suite root.

use std::fmt::Write;
use std::fs;
use std::io::Write as _;
use std::path::{Path, PathBuf};
use std::process::{Child, Command, ExitStatus, Output, Stdio};
use std::thread::sleep;
use std::time::{Duration, Instant};

use rustix::process::{Pid, Signal, kill_process};
use tempfile::TempDir;
use winterproof_model::log::RunLog;

#[path = "../../../../adapters/tests/common/processes.rs"]
mod processes;

const TESTHARNESS: &str = concat!(
    env!("CARGO_MANIFEST_DIR"),
    "/../../suites/resources/testharness.js"
);

/// How long something that must come is waited for.
const PATIENCE: Duration = Duration::from_secs(300);

pub struct Stage {
    folder: TempDir,
}

impl Stage {
    /// A folder with an empty suite root named `root`.
    pub fn new() -> Self {
        let stage = Self {
            folder: tempfile::tempdir().unwrap(),
        };
        fs::create_dir_all(stage.path("root/resources")).unwrap();
        fs::create_dir(stage.path("temporary")).unwrap();
        fs::copy(TESTHARNESS, stage.path("root/resources/testharness.js")).unwrap();
        stage
    }

    /// With a test that passes and one that fails.
    pub fn mixed() -> Self {
        let stage = Self::new();
        stage.file("root/a/good.any.js", "test(() => {}, \"works\");");
        stage.file(
            "root/a/bad.any.js",
            "test(() => {}, \"works\");\ntest(() => assert_true(false), \"does not\");",
        );
        stage
    }

    pub fn path(&self, path: &str) -> PathBuf {
        self.folder.path().join(path)
    }

    pub fn file(&self, path: &str, text: impl AsRef<[u8]>) -> PathBuf {
        let path = self.path(path);
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(&path, text).unwrap();
        path
    }

    /// A script that can be started. Another program writes it: were it open for writing here while
    /// some other test starts a process, that process would hold it open, and it would be "busy".
    pub fn program(&self, path: &str, text: &str) -> PathBuf {
        let path = self.path(path);
        let mut install = Command::new("install")
            .args(["-D", "-m", "755", "/dev/stdin"])
            .arg(&path)
            .stdin(Stdio::piped())
            .spawn()
            .unwrap();
        let mut stdin = install.stdin.take().unwrap();
        stdin.write_all(text.as_bytes()).unwrap();
        drop(stdin);
        assert!(install.wait().unwrap().success());
        path
    }

    /// The binary with these arguments (separated by spaces), in this folder and in an environment
    /// that says nothing.
    pub fn command(&self, args: &str) -> Command {
        let mut command = Command::new(env!("CARGO_BIN_EXE_winterproof"));
        command
            .args(args.split_whitespace())
            .current_dir(self.folder.path())
            .env_clear()
            .env("NO_COLOR", "1")
            // Where the digest of this binary is kept: it takes as long as several tests.
            .env("XDG_CACHE_HOME", env!("CARGO_TARGET_TMPDIR"))
            .env("TMPDIR", self.path("temporary"))
            // What it starts is known by this.
            .env("WINTERPROOF_TEST_FOLDER", self.folder.path())
            .stdin(Stdio::null())
            .stdout(Stdio::piped())
            .stderr(Stdio::piped());
        command
    }

    /// Has the folder `root` be a checkout with tools of its own: ours, which say what they are asked.
    pub fn with_tools(self) -> Self {
        let tools = Path::new(env!("CARGO_MANIFEST_DIR")).join("../server/tests/checkout/tools");
        for name in [
            "localpaths.py",
            "serve/serve.py",
            "wptserve/server.py",
            "wptserve/stash.py",
        ] {
            self.file(&format!("root/tools/{name}"), read(tools.join(name)));
        }
        self
    }

    pub fn run(&self, args: &str) -> Output {
        self.command(args).output().unwrap()
    }

    pub fn start(&self, args: &str) -> Child {
        self.command(args).spawn().unwrap()
    }

    /// Exit code, standard output and standard error, with what differs from run to run left out.
    pub fn seen(&self, args: &str) -> String {
        self.shown(&self.run(args))
    }

    pub fn shown(&self, output: &Output) -> String {
        let mut shown = exit(output.status);
        for (name, bytes) in [("stdout", &output.stdout), ("stderr", &output.stderr)] {
            let text = String::from_utf8(bytes.clone()).unwrap();
            let lines: Vec<&str> = text.lines().filter(|line| !is_progress(line)).collect();
            if !lines.is_empty() {
                let _ = write!(shown, "\n--- {name} ---\n{}", lines.join("\n"));
            }
        }
        let folder = self.folder.path();
        for folder in [folder.canonicalize().unwrap(), folder.to_owned()] {
            shown = shown.replace(folder.to_str().unwrap(), "[FOLDER]");
        }
        shown.replace(env!("CARGO_PKG_VERSION"), "[VERSION]")
    }

    pub fn log(&self, path: &str) -> RunLog {
        RunLog::parse(&fs::read(self.path(path)).unwrap()).unwrap()
    }

    /// How many whole lines there are in a file.
    pub fn lines(&self, path: &str) -> usize {
        let bytes = fs::read(self.path(path)).unwrap_or_default();
        bytes.iter().filter(|&&byte| byte == b'\n').count()
    }

    /// The processes that came of this stage and still run.
    pub fn processes(&self) -> Vec<String> {
        processes::of(self.folder.path())
    }

    /// The engines among them.
    pub fn engines(&self) -> usize {
        let is_engine = |line: &String| line.contains(" engine boa");
        self.processes()
            .iter()
            .filter(|line| is_engine(line))
            .count()
    }

    /// Whether there are temporary folders, in the one that they are all in.
    pub fn has_temporary(&self) -> bool {
        let all = fs::read_dir(self.path("temporary")).unwrap().flatten();
        let has_some =
            |folder: PathBuf| fs::read_dir(folder).is_ok_and(|mut found| found.next().is_some());
        all.map(|entry| entry.path()).any(has_some)
    }

    /// That none of them is left.
    #[track_caller]
    pub fn processes_are_gone(&self) {
        processes::are_gone(self.folder.path(), PATIENCE);
    }

    /// That none of them is left, and no temporary folder: who removes those is one of them.
    #[track_caller]
    pub fn leaves_nothing(&self) {
        self.processes_are_gone();
        let left: Vec<_> = fs::read_dir(self.path("temporary")).unwrap().collect();
        assert!(left.is_empty(), "left behind: {left:?}");
    }
}

pub fn send(child: &Child, signal: Signal) {
    kill_process(Pid::from_child(child), signal).unwrap();
}

/// How it ended.
pub fn exit(status: ExitStatus) -> String {
    match status.code() {
        Some(code) => format!("exit code: {code}"),
        None => status.to_string(),
    }
}

/// How many of these lines there are depends on how long a run takes.
fn is_progress(line: &str) -> bool {
    line.contains(" tests, ") && line.ends_with(" unexpected") && line.contains(": ")
}

#[track_caller]
pub fn wait_until(condition: impl Fn() -> bool) {
    let begin = Instant::now();
    while !condition() {
        assert!(begin.elapsed() < PATIENCE, "it does not come");
        sleep(Duration::from_millis(2));
    }
}

/// Whether it says that Rust's own way of giving up was taken.
pub fn panicked(output: &Output) -> bool {
    output.status.code() == Some(101) || String::from_utf8_lossy(&output.stderr).contains("panick")
}

pub fn read(path: impl AsRef<Path>) -> String {
    fs::read_to_string(path).unwrap()
}
