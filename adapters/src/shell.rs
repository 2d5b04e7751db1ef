//! The shape "shell": engines whose command line takes files, and which have little more than a
//! function that prints.
//!
//! Every test gets a folder with a file that is the far end and knows the request, and with the
//! test's scripts below their own paths, so that stacks name them. Messages come over standard
//! output.

use std::fs;
use std::io;
use std::os::unix::fs::symlink;
use std::path::{Component, Path};

use tempfile::TempDir;
use winterproof_model::wire::{Ask, Message, Request, Script, Text};
use winterproof_worker::FAR_END;

use crate::guard::temporary_folder;
use crate::manifest::Globals;
use crate::request::include_scripts;

const SHELL_END: &str = include_str!("shell_end.js");

/// What is the same for all tests of a runtime.
#[derive(Clone, Debug)]
pub(crate) struct Shell {
    /// The engine's functions, as the manifest names them.
    pub globals: Globals,
    /// The adapter's host script: how messages name it, and its text.
    pub host: Option<(String, String)>,
    /// The version that the engine's command line told.
    pub version: Option<String>,
    /// Whether the command line names every script.
    pub by_command_line: bool,
}

/// The folder of one test.
#[derive(Debug)]
pub(crate) struct Stage {
    folder: TempDir,
    /// What paths of this folder are to people.
    names: Vec<(String, String)>,
    /// What the command line names, in its order.
    pub files: Vec<String>,
}

impl Shell {
    /// Writes everything that a request is about to where the engine can read it.
    pub(crate) fn stage(&self, mut request: Request) -> io::Result<Stage> {
        let folder = temporary_folder("test-")?;
        let root = folder.path().join("root");
        let far_end = text(&folder.path().join("far_end.js"))?;
        // Its first lines are the host script's.
        let host = self
            .host
            .as_ref()
            .map(|(name, _)| (far_end.clone(), name.clone()));
        let mut stage = Stage {
            names: host
                .into_iter()
                .chain([(text(&root)?, String::new())])
                .collect(),
            files: vec![far_end],
            folder,
        };
        if self.globals.eval.is_some() {
            // The request has all of it: such an engine reads no files.
            include_scripts(&mut request)?;
        } else if let Ask::Run(run) = &mut request.ask {
            for (index, script) in run.scripts.iter_mut().enumerate() {
                let file = self.write(&root, script)?;
                if self.by_command_line {
                    let behind = stage.folder.path().join(format!("behind-{index}.js"));
                    fs::write(&behind, format!("winterproof$(\"behind\", {index});\n"))?;
                    append(&file, &format!("\n;winterproof$(\"end\", {index});\n"))?;
                    stage.files.extend([file.clone(), text(&behind)?]);
                }
                script.text = Text::File(file);
            }
        }
        fs::write(&stage.files[0], self.text(&request))?;
        Ok(stage)
    }

    /// The host script, the far end and the request. All of it is a function: nothing of it becomes
    /// a name that a test could see. The host script keeps the numbers of its lines.
    fn text(&self, request: &Request) -> String {
        let mut globals = String::new();
        for (name, expression) in self.globals.named() {
            globals.push_str(&format!("shell.{name} = {expression}; "));
        }
        let request = request.to_line();
        let version = match &self.version {
            Some(version) => serde_json::json!(version).to_string(),
            None => "undefined".to_owned(),
        };
        let host = self.host.as_ref().map_or("", |(_, text)| text);
        format!(
            "(() => {{ \"use strict\"; \
             const shell = {{ request: {}, version: {version} }}; {globals}\
             (() => {{ {host}\n}})();\n{FAR_END}\n{SHELL_END}\nshellEnd(farEnd, shell);\n}})();\n",
            request.trim_end(),
        )
    }

    /// Writes a script to its own path below `root`.
    fn write(&self, root: &Path, script: &Script) -> io::Result<String> {
        let path = Path::new(script.url.trim_start_matches('/'));
        let plain = |part: Component<'_>| matches!(part, Component::Normal(_));
        if !path.components().all(plain) {
            return Err(io::ErrorKind::InvalidFilename.into());
        }
        let path = root.join(path);
        if let Some(parent) = path.parent() {
            fs::create_dir_all(parent)?;
        }
        match &script.text {
            _ if path.exists() && !self.by_command_line => {}
            Text::Source(source) => fs::write(&path, source)?,
            Text::File(file) if self.by_command_line => {
                fs::copy(file, &path)?;
            }
            Text::File(file) => symlink(file, &path)?,
        }
        text(&path)
    }
}

impl Stage {
    /// The engine has read the file with the key by the time it says hello, and no test shall.
    pub(crate) fn hear(&self, message: &mut Message) {
        match message {
            // One that can't be removed goes with the folder.
            Message::Hello(_) => drop(fs::remove_file(&self.files[0])),
            Message::Subtest { message, stack, .. } | Message::Done { message, stack, .. } => {
                for text in message.iter_mut().chain(stack) {
                    *text = self.shown(text);
                }
            }
            Message::Uncaught { message, stack, .. } => {
                for text in std::iter::once(message).chain(stack) {
                    *text = self.shown(text);
                }
            }
            _ => {}
        }
    }

    /// A text in which scripts have the names that they have in the suite.
    pub(crate) fn shown(&self, text: &str) -> String {
        let mut shown = text.to_owned();
        for (path, name) in &self.names {
            shown = shown.replace(path, name);
        }
        shown
    }
}

fn append(file: &str, line: &str) -> io::Result<()> {
    let mut file = fs::OpenOptions::new().append(true).open(file)?;
    io::Write::write_all(&mut file, line.as_bytes())
}

fn text(path: &Path) -> io::Result<String> {
    let text = path.to_str().ok_or(io::ErrorKind::InvalidFilename)?;
    Ok(text.to_owned())
}
