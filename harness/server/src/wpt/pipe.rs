//! The value of `?pipe=`: a list such as `sub|header(X-A,b,True)|status(404)|slice(1,10)`.
//!
//! Owns: its grammar and the arguments of each pipe. Does not own what pipes do (`apply`).

use super::call::{Call, Wrong};
use super::escape::Escape;
use super::trickle::Trickle;

/// A change to an answer.
#[derive(Clone, Debug, Eq, PartialEq)]
pub(crate) enum Pipe {
    /// `sub`, `sub(none)`: the body is a template.
    Sub(Escape),
    /// `header(name,value)` sets a header, and with a third argument `True` it adds one.
    Header {
        name: Vec<u8>,
        value: Vec<u8>,
        append: bool,
    },
    /// `status(404)`.
    Status(u16),
    /// `slice(start,end)`: a part of the body. As in Python: what is negative counts from the end,
    /// and `null` is the start or the end itself.
    Slice {
        start: Option<i64>,
        end: Option<i64>,
    },
    /// `trickle(100:d1:r2)`.
    Trickle(Trickle),
    /// `gzip`.
    Gzip,
}

/// Why a text is no list of pipes.
#[derive(Clone, Debug, Eq, PartialEq, thiserror::Error)]
#[error("pipe={text}: character {character}: {problem}")]
pub(crate) struct PipeError {
    /// The whole text.
    pub(crate) text: String,
    /// Where, from 1.
    pub(crate) character: usize,
    /// What is wrong, and what would be right.
    pub(crate) problem: String,
}

/// Reads a list of pipes. Empty ones are passed over, as are a missing `)` at the end and a missing
/// `|` after a `)`.
pub(crate) fn parse(text: &str) -> Result<Vec<Pipe>, PipeError> {
    let mut chars = text.char_indices().peekable();
    let mut pipes = Vec::new();
    loop {
        match Call::next(&mut chars).and_then(|call| call.map(Call::pipe).transpose()) {
            Ok(Some(pipe)) => pipes.push(pipe),
            Ok(None) => return Ok(pipes),
            Err((at, problem)) => {
                // An escaped character counts twice: the place inside an argument is near enough.
                let before = text.char_indices().filter(|(start, _)| *start < at).count();
                return Err(PipeError {
                    text: text.to_owned(),
                    character: before + 1,
                    problem,
                });
            }
        }
    }
}

impl Call {
    fn pipe(self) -> Result<Pipe, Wrong> {
        let name = self.name.as_str();
        let (least, most) = match name {
            "gzip" => (0, 0),
            "sub" => (0, 1),
            "status" | "trickle" => (1, 1),
            "slice" => (1, 2),
            "header" => (2, 3),
            _ => {
                let problem = format!(
                    "{name:?} is no pipe; known are sub, header, status, slice, trickle and gzip"
                );
                return Err((self.at, problem));
            }
        };
        let count = self.arguments.len();
        if count < least || most < count {
            let expected = match (least, most) {
                (0, 0) => "no argument (and no parentheses)".to_owned(),
                (1, 1) => "1 argument".to_owned(),
                _ => format!("{least} or {most} arguments"),
            };
            return Err((self.at, format!("{name} takes {expected}, found {count}")));
        }
        let argument = |index: usize| self.arguments.get(index).map(Argument::of);
        let at = |index: usize| argument(index).ok_or((self.at, String::new()));
        Ok(match name {
            "gzip" => Pipe::Gzip,
            "sub" => Pipe::Sub(argument(0).map_or(Ok(Escape::Html), |first| first.escape())?),
            "status" => Pipe::Status(at(0)?.status()?),
            "trickle" => Pipe::Trickle(at(0)?.trickle()?),
            "slice" => Pipe::Slice {
                start: at(0)?.offset()?,
                end: argument(1).map_or(Ok(None), |end| end.offset())?,
            },
            _ => Pipe::Header {
                name: at(0)?.bytes()?,
                value: at(1)?.bytes()?,
                append: argument(2).map_or(Ok(false), |append| append.boolean())?,
            },
        })
    }
}

struct Argument<'a> {
    at: usize,
    text: &'a str,
}

impl<'a> Argument<'a> {
    fn of((at, text): &'a (usize, String)) -> Self {
        Self { at: *at, text }
    }

    fn wrong(&self, problem: &str) -> Wrong {
        (self.at, format!("{:?} {problem}", self.text))
    }

    fn escape(&self) -> Result<Escape, Wrong> {
        match self.text {
            "html" => Ok(Escape::Html),
            "none" => Ok(Escape::None),
            _ => Err(self.wrong("is no kind of escape; known are html and none")),
        }
    }

    fn status(&self) -> Result<u16, Wrong> {
        let status = self.text.trim().parse().ok();
        let status = status.filter(|status| (100..1000).contains(status));
        status.ok_or_else(|| self.wrong("is no status; one is a number from 100 to 999"))
    }

    fn trickle(&self) -> Result<Trickle, Wrong> {
        Trickle::parse(self.text).map_err(|(at, problem)| (self.at + at, problem))
    }

    fn offset(&self) -> Result<Option<i64>, Wrong> {
        if self.text.eq_ignore_ascii_case("null") {
            return Ok(None);
        }
        let offset = self.text.trim().parse().map(Some);
        offset.map_err(|_| self.wrong("is neither a number nor null"))
    }

    fn boolean(&self) -> Result<bool, Wrong> {
        let is = |texts: [&str; 2]| {
            texts
                .iter()
                .any(|text| text.eq_ignore_ascii_case(self.text))
        };
        if is(["true", "1"]) {
            Ok(true)
        } else if is(["false", "0"]) {
            Ok(false)
        } else {
            Err(self.wrong("is neither True nor False"))
        }
    }

    /// A header's bytes: those of Latin-1.
    fn bytes(&self) -> Result<Vec<u8>, Wrong> {
        let bytes = self.text.chars().map(|char| u8::try_from(char).ok());
        let bytes = bytes.collect::<Option<_>>();
        bytes.ok_or_else(|| self.wrong("has characters beyond U+00FF, which no header can"))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn header(name: &str, value: &[u8], append: bool) -> Pipe {
        Pipe::Header {
            name: name.into(),
            value: value.into(),
            append,
        }
    }

    fn slice(start: Option<i64>, end: Option<i64>) -> Pipe {
        Pipe::Slice { start, end }
    }

    #[test]
    fn reads_every_pipe() {
        let text = "sub|header(X-A,b,True)|status(404)|slice(1,10)|trickle(100:d1:r2)|gzip";
        let expected = [
            Pipe::Sub(Escape::Html),
            header("X-A", b"b", true),
            Pipe::Status(404),
            slice(Some(1), Some(10)),
            Pipe::Trickle(Trickle::parse("100:d1:r2").unwrap()),
            Pipe::Gzip,
        ];
        assert_eq!(parse(text).unwrap(), expected);
    }

    #[test]
    fn reads_what_wpts_own_server_reads() {
        let cases = [
            ("", vec![]),
            ("||gzip|", vec![Pipe::Gzip]),
            (
                "gzip|sub(html)|sub(none)",
                vec![Pipe::Gzip, Pipe::Sub(Escape::Html), Pipe::Sub(Escape::None)],
            ),
            ("header(a,)", vec![header("a", b"", false)]),
            ("header(a,(b)", vec![header("a", b"(b", false)]),
            ("header(a, b ,0", vec![header("a", b" b ", false)]),
            (
                r"header(a,b\,c\)\\\n\r\t\x,1)",
                vec![header("a", b"b,c)\\\n\r\tx", true)],
            ),
            ("header(a,b|c)", vec![header("a", b"b|c", false)]),
            ("header(a,\u{e9})", vec![header("a", b"\xe9", false)]),
            (
                "status(200)status(404)",
                vec![Pipe::Status(200), Pipe::Status(404)],
            ),
            ("slice(-5)", vec![slice(Some(-5), None)]),
            ("slice(null, 20)", vec![slice(None, Some(20))]),
            ("slice(+1,NULL)", vec![slice(Some(1), None)]),
        ];
        for (text, expected) in cases {
            assert_eq!(parse(text).unwrap(), expected, "{text}");
        }
    }

    #[test]
    fn mistakes_are_named() {
        let cases = [
            ("gzip|sbu", 6, "\"sbu\" is no pipe"),
            (" gzip", 1, "\" gzip\" is no pipe"),
            ("(1)", 1, "\"\" is no pipe"),
            ("gzip()", 1, "takes no argument"),
            ("status", 1, "takes 1 argument, found 0"),
            ("header(a)", 1, "takes 2 or 3 arguments, found 1"),
            ("header(\u{e9},b,c)", 12, "\"c\" is neither True nor False"),
            ("header(a,\u{20ac})", 10, "beyond U+00FF"),
            ("header(a,b\\", 11, "nothing follows the backslash"),
            ("sub()", 5, "\"\" is no kind of escape"),
            ("status(42)", 8, "is no status"),
            ("status(70000)", 8, "is no status"),
            ("slice()", 7, "neither a number nor null"),
            (
                "slice(1,99999999999999999999)",
                9,
                "neither a number nor null",
            ),
            ("gzip|trickle(1:d1:r3)", 19, "even"),
        ];
        for (text, character, part) in cases {
            let error = parse(text).unwrap_err();
            assert_eq!(error.character, character, "{error}");
            assert!(error.problem.contains(part), "{error}");
        }
    }

    proptest! {
        #[test]
        fn no_text_panics(text in r"((sub|header|status|slice|trickle|gzip|.?)(\([0-9a-z,\\:-]*\)?)?\|?){0,4}|.*") {
            let _ = parse(&text);
        }

        #[test]
        fn an_escaped_value_is_read_back(value in "[ -~\u{a0}-\u{ff}\n\r\t]*") {
            let mut text = "header(X,".to_owned();
            for char in value.chars() {
                match char {
                    '\n' => text.push_str("\\n"),
                    ',' | ')' | '\\' => text.extend(['\\', char]),
                    _ => text.push(char),
                }
            }
            text.push(')');
            let bytes: Vec<_> = value.chars().map(|char| char as u8).collect();
            prop_assert_eq!(parse(&text).unwrap(), [header("X", &bytes, false)]);
        }
    }
}
