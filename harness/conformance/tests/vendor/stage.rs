//! A folder of a vendor's, and a test target that runs in it.

use std::env;
use std::fs;
use std::process::Command;

use tempfile::TempDir;

/// Which test target to be.
pub const TARGET: &str = "VENDOR_TARGET";
/// Where the adapter's folder is.
pub const FOLDER: &str = "VENDOR_FOLDER";
/// The test that is run.
pub const TEST: &str = "/smoke/wired.any.js";

const MANIFEST: &str = "id = \"fake\"\nversion = 1\ntitle = \"Fake\"\nshape = \"embedded\"\n\
    scopes = [\"shell\"]\n";

pub struct Stage {
    folder: TempDir,
    variables: Vec<(&'static str, String)>,
}

#[derive(Debug)]
pub struct Seen {
    pub code: i32,
    pub stdout: String,
    pub stderr: String,
}

impl Seen {
    pub fn has(&self, text: &str) {
        let found = self.stdout.contains(text) || self.stderr.contains(text);
        assert!(found, "{text:?} is in neither of {self:#?}");
    }
}

impl Stage {
    pub fn new() -> Self {
        let folder = tempfile::tempdir().expect("there is room");
        fs::write(folder.path().join("adapter.toml"), MANIFEST).expect("there is room");
        Self {
            folder,
            variables: Vec::new(),
        }
    }

    pub fn with(mut self, variable: &'static str, value: &str) -> Self {
        self.variables.retain(|(known, _)| *known != variable);
        self.variables.push((variable, value.to_owned()));
        self
    }

    pub fn path(&self, name: &str) -> String {
        self.folder.path().join(name).display().to_string()
    }

    pub fn write(&self, name: &str, text: &str) {
        let path = self.folder.path().join(name);
        fs::create_dir_all(path.parent().expect("it is in the folder")).expect("there is room");
        fs::write(path, text).expect("there is room");
    }

    pub fn expect(&self, text: &str) {
        self.write("expectations/smoke.toml", text);
    }

    pub fn expectations(&self) -> String {
        fs::read_to_string(self.path("expectations/smoke.toml")).expect("it is there")
    }

    pub fn run(&self, target: &str, arguments: &[&str]) -> Seen {
        self.run_with(target, arguments, &[])
    }

    pub fn accept(&self) -> Seen {
        self.run_with("engine", &[], &[("WINTERPROOF_ACCEPT", "1")])
    }

    fn run_with(&self, target: &str, arguments: &[&str], more: &[(&str, &str)]) -> Seen {
        let mut command = Command::new(env::current_exe().expect("it is known"));
        // Whatever runs these tests must not be seen by them.
        for variable in ["CI", "NEXTEST", "WINTERPROOF_ACCEPT", "WINTERPROOF_LOGS"] {
            command.env_remove(variable);
        }
        command
            .args(arguments)
            .env(TARGET, target)
            .env(FOLDER, self.folder.path())
            .env("CARGO_PKG_NAME", env!("CARGO_PKG_NAME"))
            .envs(self.variables.iter().map(|(name, value)| (name, value)))
            .envs(more.iter().copied());
        let output = command.output().expect("it starts");
        let text = |bytes: Vec<u8>| String::from_utf8(bytes).expect("it is text");
        Seen {
            code: output.status.code().unwrap_or(-1),
            stdout: text(output.stdout),
            stderr: text(output.stderr),
        }
    }
}
