//! One pipe of a list as it is written: a name, and arguments in parentheses.

use std::iter::Peekable;
use std::str::CharIndices;

/// The number of bytes before a mistake, and what is wrong.
pub(crate) type Wrong = (usize, String);

/// A name with arguments.
pub(crate) struct Call {
    /// The number of bytes before it.
    pub(crate) at: usize,
    pub(crate) name: String,
    /// Each with the number of bytes before it.
    pub(crate) arguments: Vec<(usize, String)>,
}

impl Call {
    /// Takes the next one off the front; `None` at the end.
    pub(crate) fn next(chars: &mut Peekable<CharIndices<'_>>) -> Result<Option<Self>, Wrong> {
        while chars.next_if(|(_, char)| *char == '|').is_some() {}
        let Some(&(at, _)) = chars.peek() else {
            return Ok(None);
        };
        let mut call = Self {
            at,
            name: String::new(),
            arguments: Vec::new(),
        };
        while let Some((at, char)) = chars.next() {
            match char {
                '|' => break,
                '(' => {
                    call.read_arguments(at + 1, chars)?;
                    break;
                }
                _ => call.name.push(char),
            }
        }
        Ok(Some(call))
    }

    fn read_arguments(
        &mut self,
        mut start: usize,
        chars: &mut Peekable<CharIndices<'_>>,
    ) -> Result<(), Wrong> {
        let mut argument = String::new();
        while let Some((at, char)) = chars.next() {
            match char {
                '\\' => {
                    let (_, escaped) = chars.next().ok_or_else(|| {
                        let problem = "nothing follows the backslash; \\\\ is one itself";
                        (at, problem.to_owned())
                    })?;
                    argument.push(match escaped {
                        'n' => '\n',
                        'r' => '\r',
                        't' => '\t',
                        other => other,
                    });
                }
                ',' => {
                    let argument = std::mem::take(&mut argument);
                    self.arguments.push((start, argument));
                    start = at + 1;
                }
                ')' => break,
                _ => argument.push(char),
            }
        }
        self.arguments.push((start, argument));
        Ok(())
    }
}
