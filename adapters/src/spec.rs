//! A runtime as it is asked for on the command line: `ID[@VERSION][=PATH][?NAME=VALUE&...]`.

use std::collections::BTreeMap;
use std::fmt;
use std::path::PathBuf;

/// Which runtime, in which version, and how.
///
/// | text | meaning |
/// |---|---|
/// | `node` | the one that is found |
/// | `node@22` | an installed one, the newest whose version begins so |
/// | `node=/opt/node/bin/node` | this binary |
/// | `workerd?date=2024-01-01&flags=nodejs_compat` | the one that is found, with these options |
#[derive(Clone, Debug, Eq, PartialEq)]
pub struct RuntimeSpec {
    /// The adapter.
    pub id: String,
    /// The version, or how it begins.
    pub version: Option<String>,
    /// The binary, where it is not the one that would be found.
    pub binary: Option<PathBuf>,
    /// Values for options of the manifest.
    pub options: BTreeMap<String, String>,
}

/// A text that names no runtime, or one that can't be meant.
#[derive(Debug, thiserror::Error)]
pub enum SpecError {
    /// The text is not of the form.
    #[error(
        "{text:?} names no runtime: {problem}; the form is ID[@VERSION][=PATH][?NAME=VALUE&...]"
    )]
    Form {
        /// What was asked for.
        text: String,
        /// What is wrong with it.
        problem: String,
    },
    /// There is no such adapter.
    #[error("there is no runtime {id:?}; known are {known}")]
    Unknown {
        /// What was asked for.
        id: String,
        /// What there is.
        known: String,
    },
    /// An engine inside winterproof has no binary of its own.
    #[error("{0} is part of winterproof: no binary and no version can be given for it")]
    NoBinary(String),
    /// The runtime has no such option.
    #[error("{title} has no option {name:?}; {known}")]
    NoOption {
        /// The runtime's name.
        title: String,
        /// What was asked for.
        name: String,
        /// What there is.
        known: String,
    },
    /// An option can't have that value.
    #[error("{title} can't have {name}={value:?}: {problem}; {name} is {what}")]
    BadOption {
        /// The runtime's name.
        title: String,
        /// The option.
        name: String,
        /// What was asked for.
        value: String,
        /// What is wrong with it.
        problem: &'static str,
        /// What the option is.
        what: String,
    },
}

impl RuntimeSpec {
    /// The runtime of this adapter that is found.
    pub fn of(id: &str) -> Self {
        Self {
            id: id.to_owned(),
            version: None,
            binary: None,
            options: BTreeMap::new(),
        }
    }

    /// Reads the text of a command line.
    pub fn parse(text: &str) -> Result<Self, SpecError> {
        let failed = |problem: &str| SpecError::Form {
            text: text.to_owned(),
            problem: problem.to_owned(),
        };
        // A path may hold anything but a question mark.
        let (rest, options) = match text.split_once('?') {
            Some((rest, options)) => (rest, Some(options)),
            None => (text, None),
        };
        let (rest, binary) = match rest.split_once('=') {
            Some((_, "")) => return Err(failed("the path behind `=` is empty")),
            Some((rest, path)) => (rest, Some(PathBuf::from(path))),
            None => (rest, None),
        };
        let (id, version) = match rest.split_once('@') {
            Some((_, "")) => return Err(failed("the version behind `@` is empty")),
            Some((id, version)) => (id, Some(version.to_owned())),
            None => (rest, None),
        };
        if id.is_empty() {
            return Err(failed("there is no id"));
        }
        if version.is_some() && binary.is_some() {
            return Err(failed("a binary has a version of its own"));
        }
        let mut spec = Self {
            version,
            binary,
            ..Self::of(id)
        };
        for option in options.into_iter().flat_map(|options| options.split('&')) {
            let Some((name, value)) = option.split_once('=') else {
                return Err(failed(&format!("{option:?} is no NAME=VALUE")));
            };
            if spec
                .options
                .insert(name.to_owned(), value.to_owned())
                .is_some()
            {
                return Err(failed(&format!("the option {name:?} stands twice")));
            }
        }
        Ok(spec)
    }

    /// A name for files about this runtime. It tells versions and options, and no paths.
    pub fn file_name(&self) -> String {
        let mut name = self.id.clone();
        if let Some(version) = &self.version {
            name.push('@');
            name.push_str(version);
        }
        for (option, value) in &self.options {
            name.push_str(&format!("+{option}={value}"));
        }
        let plain = |c: char| c.is_ascii_alphanumeric() || "@._+=,-".contains(c);
        name.replace(|c| !plain(c), "-")
    }
}

impl fmt::Display for RuntimeSpec {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.id)?;
        if let Some(version) = &self.version {
            write!(f, "@{version}")?;
        }
        if let Some(binary) = &self.binary {
            write!(f, "={}", binary.display())?;
        }
        for (index, (name, value)) in self.options.iter().enumerate() {
            write!(f, "{}{name}={value}", if index == 0 { '?' } else { '&' })?;
        }
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_form_is_read_and_shown() {
        for (text, version, binary, options, name) in [
            ("node", None, None, vec![], "node"),
            ("node@22", Some("22"), None, vec![], "node@22"),
            ("node=/a b/n@d=e", None, Some("/a b/n@d=e"), vec![], "node"),
            (
                "workerd@2026-11-17?date=2024-01-01&flags=a,b/c",
                Some("2026-11-17"),
                None,
                vec![("date", "2024-01-01"), ("flags", "a,b/c")],
                "workerd@2026-11-17+date=2024-01-01+flags=a,b-c",
            ),
            (
                "workerd=./w?flags=",
                None,
                Some("./w"),
                vec![("flags", "")],
                "workerd+flags=",
            ),
        ] {
            let spec = RuntimeSpec::parse(text).unwrap();
            assert_eq!(spec.version.as_deref(), version, "{text}");
            assert_eq!(spec.binary, binary.map(PathBuf::from), "{text}");
            let pair = |(name, value): (&str, &str)| (name.to_owned(), value.to_owned());
            assert_eq!(
                spec.options,
                options.into_iter().map(pair).collect(),
                "{text}"
            );
            assert_eq!(spec.to_string(), text);
            assert_eq!(spec.file_name(), name);
        }
    }

    #[test]
    fn mistakes_are_told() {
        for (text, problem) in [
            ("", "there is no id"),
            ("@22", "there is no id"),
            ("node@", "the version behind `@` is empty"),
            ("node=", "the path behind `=` is empty"),
            ("node@22=/x", "a binary has a version of its own"),
            ("workerd?date", "\"date\" is no NAME=VALUE"),
            ("workerd?a=1&a=2", "the option \"a\" stands twice"),
        ] {
            let error = RuntimeSpec::parse(text).unwrap_err().to_string();
            assert!(error.contains(problem), "{text}: {error}");
        }
    }
}
