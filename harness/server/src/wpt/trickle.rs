//! The pipe `trickle`: a body in parts, with waits between them.

use std::time::Duration;

use bytes::Bytes;

use super::call::Wrong;

/// How a body is sent: `100:d1:r2` is 100 bytes, a wait of a second, and these two again until the
/// body is at its end.
#[derive(Clone, Debug, Eq, PartialEq)]
pub(crate) struct Trickle {
    steps: Vec<Step>,
    /// Where to go on from after the last step; without it, the rest of the body is sent at once.
    again: Option<usize>,
}

#[derive(Clone, Copy, Debug, Eq, PartialEq)]
enum Step {
    Send(usize),
    Wait(Duration),
}

/// What is next to do.
#[derive(Clone, Debug, Eq, PartialEq)]
pub(crate) enum Piece {
    /// Sends these bytes, which are at least one.
    Send(Bytes),
    /// Waits.
    Wait(Duration),
}

impl Trickle {
    /// Reads steps with colons between them.
    pub(crate) fn parse(text: &str) -> Result<Self, Wrong> {
        let mut steps = Vec::new();
        let mut again = None;
        let mut at = 0;
        let mut kind_before = None;
        for item in text.split(':') {
            let wrong = |problem: &str| (at, format!("{item:?} {problem}"));
            let kind = item.bytes().next().filter(|kind| b"dr".contains(kind));
            // Only a repetition in the last place counts.
            again = None;
            match kind {
                Some(b'd') => steps.push(Step::Wait(wait(&item[1..]).ok_or_else(|| {
                    wrong("is no wait; a wait is d and a number of seconds, as in d0.5")
                })?)),
                Some(_) => {
                    let count = integer(&item[1..]).filter(|count| count % 2 == 0);
                    let count = count.ok_or_else(|| {
                        wrong("is no repetition; that is r and an even number of steps, as in r2")
                    })?;
                    again = Some((at, steps.len().saturating_sub(count)));
                }
                None => steps.push(Step::Send(integer(item).ok_or_else(|| {
                    wrong("is no step; steps are a number of bytes, d and seconds, r and a count")
                })?)),
            }
            // WPT's server answers 500 as well.
            if kind_before == Some(kind) {
                return Err(wrong("follows a step of its kind; add them up"));
            }
            kind_before = Some(kind);
            at += item.len() + 1;
        }
        if let Some((at, from)) = again {
            let idle = |step: &Step| matches!(step, Step::Send(0) | Step::Wait(Duration::ZERO));
            if steps[from..].iter().all(idle) {
                return Err((at, "what is repeated neither sends nor waits".to_owned()));
            }
        }
        Ok(Self {
            steps,
            again: again.map(|(_, from)| from),
        })
    }

    /// The body in pieces. Endless when what is repeated sends nothing.
    pub(crate) fn pieces(self, body: Bytes) -> Pieces {
        Pieces {
            trickle: self,
            at: 0,
            body,
        }
    }
}

fn integer(text: &str) -> Option<usize> {
    let text = text.trim();
    text.bytes()
        .all(|byte| byte.is_ascii_digit())
        .then(|| text.parse().ok())?
}

fn wait(seconds: &str) -> Option<Duration> {
    Duration::try_from_secs_f64(seconds.trim().parse().ok()?).ok()
}

/// What is left of a body that trickles.
#[derive(Clone, Debug)]
pub(crate) struct Pieces {
    trickle: Trickle,
    /// The next step.
    at: usize,
    body: Bytes,
}

impl Iterator for Pieces {
    type Item = Piece;

    fn next(&mut self) -> Option<Piece> {
        loop {
            let Some(step) = self.trickle.steps.get(self.at) else {
                if self.body.is_empty() {
                    return None;
                }
                match self.trickle.again {
                    Some(from) => self.at = from,
                    None => return Some(Piece::Send(std::mem::take(&mut self.body))),
                }
                continue;
            };
            self.at += 1;
            match *step {
                Step::Send(count) => {
                    let part = self.body.split_to(count.min(self.body.len()));
                    if !part.is_empty() {
                        return Some(Piece::Send(part));
                    }
                }
                Step::Wait(Duration::ZERO) => {}
                Step::Wait(time) => return Some(Piece::Wait(time)),
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    /// Pieces as text, such as `ab d1 c`.
    fn shown(steps: &str, body: &'static str, most: usize) -> String {
        let pieces = Trickle::parse(steps).unwrap().pieces(body.into());
        let shown = pieces.take(most).map(|piece| match piece {
            Piece::Send(bytes) => String::from_utf8(bytes.to_vec()).unwrap(),
            Piece::Wait(time) => format!("d{}", time.as_secs_f64()),
        });
        shown.collect::<Vec<_>>().join(" ")
    }

    #[test]
    fn a_body_is_sent_step_by_step() {
        let cases = [
            ("d1", "d1 abcdefg"),
            ("d0", "abcdefg"),
            ("3", "abc defg"),
            ("3:d.5", "abc d0.5 defg"),
            ("d1e-1:3:d2:90", "d0.1 abc d2 defg"),
            ("3:d1:r2", "abc d1 def d1 g d1"),
            ("1:d2:4:d1:r2", "a d2 bcde d1 fg d1"),
            ("1:d1:r20", "a d1 b d1 c d1 d d1 e d1 f d1 g d1"),
            ("9:d1:r2", "abcdefg d1"),
            ("1:r2:d1:2:d3:r4", "a d1 bc d3 d d1 ef d3 g d1 d3"),
        ];
        for (steps, expected) in cases {
            assert_eq!(shown(steps, "abcdefg", 20), expected, "{steps}");
        }
        assert_eq!(shown("d1:r2", "a", 3), "d1 d1 d1");
        assert_eq!(shown("d1:2", "", 3), "d1");
        assert_eq!(shown("2:d1:r2", "", 3), "d1");
    }

    #[test]
    fn mistakes_are_named() {
        let cases = [
            ("", 0, "is no step"),
            ("100:", 4, "is no step"),
            ("-1", 0, "is no step"),
            ("100:x", 4, "\"x\" is no step"),
            ("100:d", 4, "is no wait"),
            ("dinf", 0, "is no wait"),
            ("d-1", 0, "is no wait"),
            ("d1e300", 0, "is no wait"),
            ("1:d1:r3", 5, "even"),
            ("1:d1:r", 5, "even"),
            ("1:2", 2, "follows a step of its kind"),
            ("d1:d1", 3, "follows a step of its kind"),
            ("r2", 0, "neither sends nor waits"),
            ("1:d1:r0", 5, "neither sends nor waits"),
            ("0:d0:r2", 5, "neither sends nor waits"),
        ];
        for (steps, at, part) in cases {
            let (found, problem) = Trickle::parse(steps).unwrap_err();
            assert_eq!(found, at, "{steps}");
            assert!(problem.contains(part), "{steps}: {problem}");
        }
    }

    proptest! {
        #[test]
        fn the_pieces_make_the_body(steps in "([0-9]{1,2}:d1(:|:1:d0:)){0,3}[1-9](:d0.5:r[24])?", length in 0..300_usize) {
            let body: Bytes = (0..length).map(|at| at as u8).collect();
            let trickle = Trickle::parse(&steps);
            prop_assume!(trickle.is_ok());
            let mut whole = Vec::new();
            for piece in trickle.unwrap().pieces(body.clone()) {
                if let Piece::Send(part) = piece {
                    prop_assert!(!part.is_empty());
                    whole.extend_from_slice(&part);
                }
            }
            prop_assert_eq!(whole, body);
        }

        #[test]
        fn no_text_panics(steps in "[0-9dr:.-]{0,12}|.*") {
            if let Ok(trickle) = Trickle::parse(&steps) {
                trickle.pieces("some text".into()).take(100).count();
            }
        }
    }
}
