//! `winterproof.toml`: what `winterproof run` does where its command line does not say it.
//!
//! ```toml
//! [run.default]                 # what a plain `winterproof run` takes
//! runtimes = ["node", "deno"]
//!
//! [run.ci]                      # `winterproof run --run-profile ci`
//! inherits = "default"
//! retries = 1
//! ```
//!
//! Keys are named as the options. What is given on the command line counts before the file, lists as a
//! whole. Paths are relative to the file's folder.

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};

use serde::Deserialize;
use toml::Spanned;
use winterproof_adapters::RuntimeSpec;
use winterproof_model::Profile;
use winterproof_reports::Format;

use crate::args::{self, RunArgs};
use crate::failure::Failure;

/// The file in the folder where winterproof starts.
pub(crate) const FILE: &str = "winterproof.toml";

/// The section that counts unless another one is asked for.
const DEFAULT: &str = "default";

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct File {
    #[serde(default)]
    run: BTreeMap<String, Section>,
}

#[derive(Clone, Debug, Default, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
struct Section {
    inherits: Option<Spanned<String>>,
    filters: Option<Vec<String>>,
    runtimes: Option<Vec<String>>,
    adapters: Option<Vec<PathBuf>>,
    root: Option<PathBuf>,
    expectations: Option<Vec<PathBuf>>,
    wptserve: Option<bool>,
    jobs: Option<Spanned<i64>>,
    timeout_multiplier: Option<Spanned<f64>>,
    retries: Option<u32>,
    repeat: Option<Spanned<i64>>,
    profile: Option<Spanned<String>>,
    out: Option<PathBuf>,
    formats: Option<Vec<Spanned<String>>>,
}

/// Has `args` take from the file what the command line left open; `given` tells whether it gave the
/// option of that name. Tells which section was taken, if there is one.
pub(crate) fn fill(
    args: &mut RunArgs,
    given: impl Fn(&str) -> bool,
) -> Result<Option<String>, Failure> {
    let path = match &args.config {
        Some(path) => path.clone(),
        None if Path::new(FILE).is_file() => PathBuf::from(FILE),
        None => {
            return match &args.run_profile {
                None => Ok(None),
                Some(name) => Err(Failure::new(format!(
                    "there is no {FILE} in this folder, and so no run profile {name:?}"
                ))
                .help("`winterproof init` writes one; `--config FILE` names one elsewhere")),
            };
        }
    };
    let text = fs::read_to_string(&path)
        .map_err(|error| Failure::new(format!("failed to read {}: {error}", path.display())))?;
    let source = Source {
        path: &path,
        text: &text,
    };
    let file = source.parse()?;
    let name = args.run_profile.clone();
    let (name, section) = match file.run.get(name.as_deref().unwrap_or(DEFAULT)) {
        Some(section) => (name.as_deref().unwrap_or(DEFAULT), section),
        None if name.is_none() => return Ok(None),
        None => {
            let names: Vec<&str> = file.run.keys().map(String::as_str).collect();
            let shown = path.display();
            let name = name.unwrap_or_default();
            return Err(
                Failure::new(format!("{shown} has no section [run.{name}]")).help(
                    match names.is_empty() {
                        true => "it has none at all; a profile is a section [run.NAME]".to_owned(),
                        false => format!("it has {}", names.join(", ")),
                    },
                ),
            );
        }
    };
    let whole = source.inherited(&file, section)?;
    source.take(args, whole, given)?;
    Ok(Some(format!("{}: run.{name}", path.display())))
}

/// A file, for paths and for messages.
struct Source<'a> {
    path: &'a Path,
    text: &'a str,
}

impl Source<'_> {
    fn parse(&self) -> Result<File, Failure> {
        toml::from_str(self.text).map_err(|error| {
            let at = error.span().map_or(0, |span| span.start);
            self.wrong(at, error.message())
        })
    }

    /// A failure that names the line of what stands at this byte.
    fn wrong(&self, at: usize, problem: impl std::fmt::Display) -> Failure {
        let before = &self.text.as_bytes()[..at.min(self.text.len())];
        let line = 1 + before.iter().filter(|&&byte| byte == b'\n').count();
        Failure::new(format!("{}:{line}: {problem}", self.path.display()))
    }

    /// A section with what it inherits.
    fn inherited(&self, file: &File, section: &Section) -> Result<Section, Failure> {
        let mut whole = section.clone();
        let mut seen: Vec<String> = Vec::new();
        while let Some(from) = whole.inherits.take() {
            let at = from.span().start;
            let from = from.into_inner();
            let Some(above) = file.run.get(&from) else {
                return Err(self.wrong(at, format!("there is no section [run.{from}] to inherit")));
            };
            if seen.contains(&from) {
                let problem = format!("run.{from} inherits from itself");
                return Err(self.wrong(at, problem));
            }
            seen.push(from);
            let above = above.clone();
            whole = Section {
                inherits: above.inherits,
                filters: whole.filters.or(above.filters),
                runtimes: whole.runtimes.or(above.runtimes),
                adapters: whole.adapters.or(above.adapters),
                root: whole.root.or(above.root),
                expectations: whole.expectations.or(above.expectations),
                wptserve: whole.wptserve.or(above.wptserve),
                jobs: whole.jobs.or(above.jobs),
                timeout_multiplier: whole.timeout_multiplier.or(above.timeout_multiplier),
                retries: whole.retries.or(above.retries),
                repeat: whole.repeat.or(above.repeat),
                profile: whole.profile.or(above.profile),
                out: whole.out.or(above.out),
                formats: whole.formats.or(above.formats),
            };
        }
        Ok(whole)
    }

    /// A path of the file as winterproof can use it.
    fn path(&self, path: PathBuf) -> PathBuf {
        match self.path.parent() {
            Some(folder) => folder.join(path),
            None => path,
        }
    }

    /// A runtime of the file: a binary's path is relative to the file, as every path.
    fn runtime(&self, text: String) -> String {
        match RuntimeSpec::parse(&text) {
            Ok(mut spec) if spec.binary.is_some() => {
                spec.binary = spec.binary.map(|binary| self.path(binary));
                spec.to_string()
            }
            // What is wrong with it is told where it is used.
            _ => text,
        }
    }

    fn take(
        &self,
        args: &mut RunArgs,
        section: Section,
        given: impl Fn(&str) -> bool,
    ) -> Result<(), Failure> {
        let open = |name: &str| !given(name);
        if let Some(filters) = section.filters.filter(|_| open("filters")) {
            args.filters = filters;
        }
        if let Some(runtimes) = section.runtimes.filter(|_| open("runtimes")) {
            args.runtimes = runtimes.into_iter().map(|one| self.runtime(one)).collect();
        }
        if let Some(folders) = section.adapters.filter(|_| open("folders")) {
            args.adapters.folders = folders.into_iter().map(|one| self.path(one)).collect();
        }
        if let Some(root) = section.root.filter(|_| open("root")) {
            args.root = Some(self.path(root));
        }
        if let Some(paths) = section.expectations.filter(|_| open("expectations")) {
            args.expectations = paths.into_iter().map(|one| self.path(one)).collect();
        }
        if let Some(wptserve) = section.wptserve.filter(|_| open("wptserve")) {
            args.wptserve = wptserve;
        }
        if let Some(jobs) = section.jobs.filter(|_| open("jobs")) {
            let number = u16::try_from(*jobs.get_ref()).ok();
            let number = number.filter(|number| (1..=1024).contains(number));
            args.jobs =
                Some(number.ok_or_else(|| {
                    self.wrong(jobs.span().start, "jobs is a number from 1 to 1024")
                })?);
        }
        if let Some(times) = section
            .timeout_multiplier
            .filter(|_| open("timeout_multiplier"))
        {
            args.timeout_multiplier = args::multiplier(&times.get_ref().to_string())
                .map_err(|problem| self.wrong(times.span().start, problem))?;
        }
        if let Some(retries) = section.retries.filter(|_| open("retries")) {
            args.retries = retries;
        }
        if let Some(times) = section.repeat.filter(|_| open("repeat")) {
            let number = u16::try_from(*times.get_ref()).ok();
            let number = number.filter(|number| (1..=1000).contains(number));
            args.repeat = number.ok_or_else(|| {
                self.wrong(times.span().start, "repeat is a number from 1 to 1000")
            })?;
        }
        if let Some(profile) = section.profile.filter(|_| open("profile")) {
            let parsed = profile.get_ref().parse::<Profile>();
            args.profile = parsed.map_err(|problem| self.wrong(profile.span().start, problem))?;
        }
        if let Some(out) = section.out.filter(|_| open("out")) {
            args.out = self.path(out);
        }
        if let Some(formats) = section.formats.filter(|_| open("formats")) {
            let format = |text: Spanned<String>| -> Result<Format, Failure> {
                let parsed: Result<Format, _> = text.get_ref().parse();
                parsed.map_err(|problem| self.wrong(text.span().start, problem))
            };
            args.formats = formats.into_iter().map(format).collect::<Result<_, _>>()?;
        }
        Ok(())
    }
}
