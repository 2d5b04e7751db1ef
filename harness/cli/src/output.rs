//! `print!`, `println!` and `eprintln!` for readers that may go away.
//!
//! The macros of the standard library panic when nobody reads any more (`winterproof list | head`).
//! These shadow them in the whole crate: what nobody reads is dropped, and a standard output that
//! can't be written otherwise (a full disk) ends winterproof as every failed set-up does.

use std::fmt;
use std::io::{self, ErrorKind, Write};

use crate::exit::Exit;

macro_rules! print {
    ($($arg:tt)*) => { $crate::output::out(format_args!($($arg)*)) };
}

macro_rules! println {
    ($($arg:tt)*) => { $crate::output::out(format_args!("{}\n", format_args!($($arg)*))) };
}

macro_rules! eprintln {
    ($($arg:tt)*) => { $crate::output::note(format_args!("{}\n", format_args!($($arg)*))) };
}

pub(crate) fn out(text: fmt::Arguments<'_>) {
    let mut stdout = io::stdout().lock();
    match stdout.write_fmt(text).and_then(|()| stdout.flush()) {
        Err(error) if error.kind() != ErrorKind::BrokenPipe => {
            eprintln!("failed to write to standard output: {error}");
            std::process::exit(Exit::SetUp as i32);
        }
        _ => {}
    }
}

pub(crate) fn note(text: fmt::Arguments<'_>) {
    // There is nobody else to tell.
    let _ = io::stderr().write_fmt(text);
}
