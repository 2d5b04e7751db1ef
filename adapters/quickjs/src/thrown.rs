//! What JavaScript throws, kept beyond the call that it came out of.

use std::cell::RefCell;
use std::collections::VecDeque;

use rquickjs::{CaughtError, Ctx, Error, Exception, Persistent, Value};

/// A thrown value.
pub(crate) type Thrown = Persistent<Value<'static>>;

thread_local! {
    // LLRT's handler of errors in futures is one for the whole process and has nothing else to write to.
    static UNCAUGHT: RefCell<VecDeque<Thrown>> = const { RefCell::new(VecDeque::new()) };
}

/// Notes what a future or a timer threw, for the event loop to report.
pub(crate) fn note<'js>(ctx: &Ctx<'js>, value: Value<'js>) {
    let value = keep(ctx, value);
    UNCAUGHT.with_borrow_mut(|uncaught| uncaught.push_back(value));
}

/// As [`note`], of an error that a call gave.
pub(crate) fn note_error(ctx: &Ctx<'_>, error: Error) {
    note(ctx, value(ctx, error));
}

/// As [`note`], of an error that LLRT has caught.
pub(crate) fn note_caught<'js>(ctx: &Ctx<'js>, error: CaughtError<'js>) {
    match error {
        CaughtError::Error(error) => note_error(ctx, error),
        CaughtError::Exception(exception) => note(ctx, exception.into_value()),
        CaughtError::Value(value) => note(ctx, value),
    }
}

/// The first that was noted and not yet taken.
pub(crate) fn take() -> Option<Thrown> {
    UNCAUGHT.with_borrow_mut(VecDeque::pop_front)
}

/// The value behind an error; what comes from Rust becomes an `Error` with its text.
pub(crate) fn value<'js>(ctx: &Ctx<'js>, error: Error) -> Value<'js> {
    if !error.is_exception() {
        Exception::throw_message(ctx, &error.to_string());
    }
    ctx.catch()
}

pub(crate) fn keep<'js>(ctx: &Ctx<'js>, value: Value<'js>) -> Thrown {
    Persistent::save(ctx, value)
}
