//! Options of a runtime: what a manifest declares of them, which values they have, and where these go.

use std::collections::BTreeMap;

use serde::Deserialize;

use crate::manifest::Manifest;
use crate::spec::{RuntimeSpec, SpecError};

/// What a placeholder for an option begins with.
const PLACEHOLDER: &str = "{option:";

/// A setting of a runtime, for `-r ID?NAME=VALUE`.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct RuntimeOption {
    /// What it is, for people.
    pub what: String,
    /// What its values look like.
    pub form: Form,
    /// The value where none is given.
    pub default: String,
}

/// What the values of an option look like.
#[derive(Clone, Copy, Debug, Deserialize, Eq, PartialEq)]
#[serde(rename_all = "kebab-case")]
pub enum Form {
    /// A day, such as `2024-01-31`.
    Date,
    /// Words of letters, digits, `_` and `-`, separated by commas; or none.
    Words,
}

impl Form {
    /// What is wrong with a value.
    pub(crate) fn problem(self, value: &str) -> Option<&'static str> {
        let is_plain = |c: char| c.is_ascii_alphanumeric() || "_-".contains(c);
        let is_word = |word: &str| !word.is_empty() && word.chars().all(is_plain);
        match self {
            Self::Date if !is_date(value) => Some("it is no date of the form YYYY-MM-DD"),
            Self::Words if !value.is_empty() && !value.split(',').all(is_word) => {
                Some("it is no list of words (letters, digits, _ and -) separated by commas")
            }
            Self::Date | Self::Words => None,
        }
    }
}

/// Whether there is such a day.
fn is_date(text: &str) -> bool {
    let parts: Vec<&str> = text.split('-').collect();
    let [year, month, day] = parts.as_slice() else {
        return false;
    };
    let number = |digits: &str, count: usize| {
        let all_digits = digits.len() == count && digits.bytes().all(|b| b.is_ascii_digit());
        all_digits.then(|| digits.parse::<u32>().ok()).flatten()
    };
    let (Some(year), Some(month), Some(day)) = (number(year, 4), number(month, 2), number(day, 2))
    else {
        return false;
    };
    let leap = year % 4 == 0 && (year % 100 != 0 || year % 400 == 0);
    let days = match month {
        2 if leap => 29,
        2 => 28,
        4 | 6 | 9 | 11 => 30,
        1..=12 => 31,
        _ => 0,
    };
    (1..=days).contains(&day)
}

/// The options of a runtime with their values.
#[derive(Clone, Debug, Default)]
pub(crate) struct Options(BTreeMap<String, Value>);

#[derive(Clone, Debug)]
struct Value {
    text: String,
    form: Form,
    is_default: bool,
}

impl Options {
    /// Those of `manifest`, with the values that `spec` asks for.
    pub(crate) fn of(manifest: &Manifest, spec: &RuntimeSpec) -> Result<Self, SpecError> {
        let declared = &manifest.options;
        if let Some(name) = spec
            .options
            .keys()
            .find(|&name| !declared.contains_key(name))
        {
            return Err(SpecError::NoOption {
                title: manifest.title.clone(),
                name: name.clone(),
                known: known(declared),
            });
        }
        let mut values = BTreeMap::new();
        for (name, option) in declared {
            let text = spec.options.get(name).unwrap_or(&option.default);
            if let Some(problem) = option.form.problem(text) {
                return Err(SpecError::BadOption {
                    title: manifest.title.clone(),
                    name: name.clone(),
                    value: text.clone(),
                    problem,
                    what: option.what.clone(),
                });
            }
            let value = Value {
                text: text.clone(),
                form: option.form,
                is_default: *text == option.default,
            };
            values.insert(name.clone(), value);
        }
        Ok(Self(values))
    }

    /// Those that are not as they are by default.
    pub(crate) fn changed(&self) -> BTreeMap<String, String> {
        let changed = self.0.iter().filter(|(_, value)| !value.is_default);
        changed
            .map(|(name, value)| (name.clone(), value.text.clone()))
            .collect()
    }

    /// All of them as `NAME=VALUE`.
    pub(crate) fn shown(&self) -> impl Iterator<Item = String> {
        let values = self.0.iter();
        values.map(|(name, value)| format!("{name}={}", value.text))
    }

    /// An argument with values in the place of `{option:NAME}`.
    pub(crate) fn in_argument(&self, text: &str) -> String {
        self.insert(text, |value| value.text.clone())
    }

    /// The text of a file with values in the place of `{option:NAME}`: words each in quotation marks.
    pub(crate) fn in_file(&self, text: &str) -> String {
        self.insert(text, |value| match value.form {
            Form::Words => {
                let words = value.text.split(',').filter(|word| !word.is_empty());
                let quoted: Vec<String> = words.map(|word| format!("\"{word}\"")).collect();
                quoted.join(", ")
            }
            Form::Date => value.text.clone(),
        })
    }

    fn insert(&self, text: &str, shown: impl Fn(&Value) -> String) -> String {
        let mut text = text.to_owned();
        if text.contains(PLACEHOLDER) {
            for (name, value) in &self.0 {
                text = text.replace(&format!("{PLACEHOLDER}{name}}}"), &shown(value));
            }
        }
        text
    }
}

/// The options that there are, as a part of a sentence.
fn known(declared: &BTreeMap<String, RuntimeOption>) -> String {
    if declared.is_empty() {
        return "it has none".to_owned();
    }
    let each: Vec<String> = declared
        .iter()
        .map(|(name, option)| format!("{name} ({})", option.what))
        .collect();
    format!("it has {}", each.join(" and "))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn days_that_exist_are_dates() {
        for date in ["2024-02-29", "2000-02-29", "2026-12-31", "2021-04-30"] {
            assert_eq!(Form::Date.problem(date), None, "{date}");
        }
        for date in [
            "",
            "2024",
            "2024-1-1",
            "2024-01-00",
            "2024-13-01",
            "2023-02-29",
            "1900-02-29",
            "2021-04-31",
            "2024-01-01 ",
            "+024-01-01",
            "2024-01-01\"",
            "today",
        ] {
            assert!(Form::Date.problem(date).is_some(), "{date}");
        }
    }

    #[test]
    fn words_hold_nothing_that_a_file_could_trip_over() {
        for words in ["", "nodejs_compat", "a,b-c,D_1"] {
            assert_eq!(Form::Words.problem(words), None, "{words}");
        }
        for words in [",", "a,", "a b", "a\",\"b", "a]", "{option:date}"] {
            assert!(Form::Words.problem(words).is_some(), "{words}");
        }
    }
}
