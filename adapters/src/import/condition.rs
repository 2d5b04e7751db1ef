//! The conditions in wptrunner's metadata, as far as they can be decided.
//!
//! ```text
//! os == "linux" and (debug or not e10s) and bits != 32
//! ```
//!
//! What nobody gives is unknown, and so is what depends on it.

use std::collections::BTreeSet;

/// How deep conditions may be nested.
const DEEPEST: usize = 50;

/// How many things a condition may be made of.
const LONGEST: usize = 200;

/// A condition.
#[derive(Clone, Debug, Eq, PartialEq)]
pub(super) enum Condition {
    /// A variable, alone or compared with something.
    Word(String),
    /// A text, a number or `True` or `False`.
    Value(String),
    Not(Box<Condition>),
    And(Box<Condition>, Box<Condition>),
    Or(Box<Condition>, Box<Condition>),
    /// Whether two things are the same, and whether they should be.
    Same(Box<Condition>, Box<Condition>, bool),
}

impl Condition {
    /// Reads a condition up to the `:` behind it, and gives what comes then.
    pub(super) fn parse(text: &str) -> Result<(Self, &str), String> {
        let mut parser = Parser {
            rest: text,
            length: 0,
        };
        let condition = parser.either(0)?;
        parser.space();
        match parser.rest.strip_prefix(':') {
            Some(rest) => Ok((condition, rest)),
            None => Err("a condition ends with ':'".into()),
        }
    }

    /// Whether it holds; `None` when that depends on something that `known` does not know.
    pub(super) fn holds(&self, known: &dyn Fn(&str) -> Option<String>) -> Option<bool> {
        match self {
            Self::Not(inner) => inner.holds(known).map(|holds| !holds),
            Self::And(a, b) => match (a.holds(known), b.holds(known)) {
                (Some(false), _) | (_, Some(false)) => Some(false),
                (Some(true), Some(true)) => Some(true),
                _ => None,
            },
            Self::Or(a, b) => match (a.holds(known), b.holds(known)) {
                (Some(true), _) | (_, Some(true)) => Some(true),
                (Some(false), Some(false)) => Some(false),
                _ => None,
            },
            Self::Same(a, b, same) => Some((a.text(known)? == b.text(known)?) == *same),
            Self::Word(_) | Self::Value(_) => {
                let text = self.text(known)?;
                Some(!matches!(text.as_str(), "" | "0" | "false"))
            }
        }
    }

    /// What it comes to, as a text: the same for the same thing, however it is written.
    fn text(&self, known: &dyn Fn(&str) -> Option<String>) -> Option<String> {
        let text = match self {
            Self::Word(name) => known(name)?,
            Self::Value(value) => value.clone(),
            _ => self.holds(known)?.to_string(),
        };
        Some(match text.as_str() {
            "True" => "true".to_owned(),
            "False" => "false".to_owned(),
            _ => text,
        })
    }

    /// The variables in it.
    pub(super) fn words(&self) -> BTreeSet<&str> {
        let mut words = BTreeSet::new();
        self.visit(&mut |part| {
            if let Self::Word(name) = part {
                words.insert(name.as_str());
            }
        });
        words
    }

    /// The texts that variables are compared with.
    pub(super) fn texts(&self) -> BTreeSet<&str> {
        let mut texts = BTreeSet::new();
        self.visit(&mut |part| {
            if let Self::Value(text) = part {
                texts.insert(text.as_str());
            }
        });
        texts
    }

    fn visit<'a>(&'a self, see: &mut dyn FnMut(&'a Self)) {
        see(self);
        match self {
            Self::Word(_) | Self::Value(_) => {}
            Self::Not(inner) => inner.visit(see),
            Self::And(a, b) | Self::Or(a, b) | Self::Same(a, b, _) => {
                a.visit(see);
                b.visit(see);
            }
        }
    }
}

struct Parser<'a> {
    rest: &'a str,
    /// How many things there were so far.
    length: usize,
}

impl Parser<'_> {
    fn space(&mut self) {
        self.rest = self.rest.trim_start_matches(' ');
    }

    fn eat(&mut self, text: &str) -> bool {
        self.space();
        match self.rest.strip_prefix(text) {
            Some(rest) => {
                self.rest = rest;
                true
            }
            None => false,
        }
    }

    /// Takes a word such as `and`, if it is the whole word.
    fn eat_word(&mut self, word: &str) -> bool {
        self.space();
        let rest = self.rest.strip_prefix(word);
        match rest.filter(|rest| !rest.starts_with(is_part)) {
            Some(rest) => {
                self.rest = rest;
                true
            }
            None => false,
        }
    }

    fn either(&mut self, depth: usize) -> Result<Condition, String> {
        let mut left = self.both(depth)?;
        while self.eat_word("or") {
            let right = self.both(depth)?;
            left = Condition::Or(left.into(), right.into());
        }
        Ok(left)
    }

    fn both(&mut self, depth: usize) -> Result<Condition, String> {
        let mut left = self.not(depth)?;
        while self.eat_word("and") {
            let right = self.not(depth)?;
            left = Condition::And(left.into(), right.into());
        }
        Ok(left)
    }

    fn not(&mut self, depth: usize) -> Result<Condition, String> {
        if depth > DEEPEST {
            return Err("the condition is nested too deep".into());
        }
        if self.eat_word("not") {
            return Ok(Condition::Not(self.not(depth + 1)?.into()));
        }
        let left = self.operand(depth)?;
        let same = if self.eat("==") {
            true
        } else if self.eat("!=") {
            false
        } else {
            return Ok(left);
        };
        let right = self.operand(depth)?;
        Ok(Condition::Same(left.into(), right.into(), same))
    }

    fn operand(&mut self, depth: usize) -> Result<Condition, String> {
        if self.eat("(") {
            let inner = self.either(depth + 1)?;
            return match self.eat(")") {
                true => Ok(inner),
                false => Err("a bracket in the condition is never closed".into()),
            };
        }
        self.length += 1;
        if self.length > LONGEST {
            return Err("the condition is too long".into());
        }
        self.space();
        let quote = self.rest.chars().next();
        if let Some(quote @ ('"' | '\'')) = quote {
            let Some((text, rest)) = self.rest[1..].split_once(quote) else {
                return Err("a string in the condition has no end".into());
            };
            self.rest = rest;
            return Ok(Condition::Value(text.to_owned()));
        }
        self.eat("@");
        let end = self.rest.find(|c| !is_part(c)).unwrap_or(self.rest.len());
        let (word, rest) = self.rest.split_at(end);
        self.rest = rest;
        match word.chars().next() {
            None => Err(format!(
                "a condition needs a word, a number or a string here, found {:?}",
                rest.chars().next().unwrap_or(' ')
            )),
            Some(c) if c.is_ascii_digit() => Ok(Condition::Value(word.to_owned())),
            Some(_) if matches!(word, "True" | "False") => Ok(Condition::Value(word.to_owned())),
            Some(_) => Ok(Condition::Word(word.to_owned())),
        }
    }
}

fn is_part(c: char) -> bool {
    c.is_alphanumeric() || matches!(c, '_' | '-' | '.')
}

#[cfg(test)]
mod tests {
    use super::*;

    fn holds(text: &str) -> Option<bool> {
        let known = |name: &str| {
            let text = match name {
                "os" => "linux",
                "debug" => "false",
                "bits" => "64",
                _ => return None,
            };
            Some(text.to_owned())
        };
        let (condition, rest) = Condition::parse(text).unwrap();
        assert_eq!(rest, " FAIL");
        condition.holds(&known)
    }

    #[test]
    fn what_is_known_decides() {
        for (text, expected) in [
            ("os == \"linux\": FAIL", Some(true)),
            ("os == 'mac': FAIL", Some(false)),
            ("\"mac\" != os: FAIL", Some(true)),
            ("debug: FAIL", Some(false)),
            ("not debug and bits == 64: FAIL", Some(true)),
            ("debug == False: FAIL", Some(true)),
            ("debug or os == \"mac\" or bits == 64: FAIL", Some(true)),
            (
                "(debug or os == \"linux\") and not (bits == 32): FAIL",
                Some(true),
            ),
            ("not not os == \"linux\": FAIL", Some(true)),
            ("swgl: FAIL", None),
            ("swgl and debug: FAIL", Some(false)),
            ("swgl or not debug: FAIL", Some(true)),
            ("not swgl: FAIL", None),
            ("swgl == os: FAIL", None),
            ("oreo: FAIL", None),
        ] {
            assert_eq!(holds(text), expected, "{text}");
        }
    }

    #[test]
    fn what_is_no_condition_is_refused() {
        for text in [
            "",
            ":",
            "os ==: F",
            "os F",
            "(os: F",
            "os == \"x: F",
            "os = 1: F",
        ] {
            assert!(Condition::parse(text).is_err(), "{text}");
        }
        for (text, problem) in [
            ("(".repeat(1000), "too deep"),
            ("a or ".repeat(1000), "too long"),
        ] {
            assert!(Condition::parse(&text).unwrap_err().contains(problem));
        }
    }

    #[test]
    fn variables_are_named() {
        let (condition, _) = Condition::parse("os == \"mac\" and not (debug or x.y): F").unwrap();
        assert_eq!(
            condition.words().into_iter().collect::<Vec<_>>(),
            ["debug", "os", "x.y"]
        );
    }
}
