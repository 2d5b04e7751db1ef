//! The host's functions that scripts call, and values as texts.

use std::rc::Rc;

use deno_core::v8;
use winterproof_worker::Kind;

use crate::Shared;

type Scope<'s, 'i> = v8::PinScope<'s, 'i>;

pub(crate) fn send(
    scope: &mut Scope<'_, '_>,
    arguments: v8::FunctionCallbackArguments<'_>,
    _: v8::ReturnValue<'_>,
) {
    let text = arguments.get(0).to_rust_string_lossy(scope);
    shared(scope).host.send(&text);
}

pub(crate) fn completed(
    scope: &mut Scope<'_, '_>,
    _: v8::FunctionCallbackArguments<'_>,
    _: v8::ReturnValue<'_>,
) {
    let shared = shared(scope);
    shared.host.completed();
    shared.is_completed.set(true);
}

pub(crate) fn uncaught(
    scope: &mut Scope<'_, '_>,
    arguments: v8::FunctionCallbackArguments<'_>,
    _: v8::ReturnValue<'_>,
) {
    let kind = arguments.get(0).to_rust_string_lossy(scope);
    let kind = if kind == Kind::Rejection.as_str() {
        Kind::Rejection
    } else {
        Kind::Error
    };
    let value = v8::Global::new(scope, arguments.get(1));
    shared(scope).uncaught.borrow_mut().push_back((kind, value));
}

fn shared(scope: &Scope<'_, '_>) -> Rc<Shared> {
    let shared = scope.get_slot::<Rc<Shared>>();
    Rc::clone(shared.expect("the realm put it there"))
}

pub(crate) fn string<'s>(scope: &Scope<'s, '_>, text: &str) -> v8::Local<'s, v8::String> {
    v8::String::new(scope, text).unwrap_or_else(|| v8::String::empty(scope))
}

/// A value as text, also where its own conversion throws or an execution was cut off without a value.
pub(crate) fn text(scope: &mut Scope<'_, '_>, value: Option<v8::Local<'_, v8::Value>>) -> String {
    v8::tc_scope!(let scope, scope);
    match value.and_then(|value| value.to_string(scope)) {
        Some(text) => text.to_rust_string_lossy(scope),
        None => String::from("(a value that cannot be made a string)"),
    }
}

/// What a script threw; `undefined` where an execution was cut off without a value.
pub(crate) fn kept(
    scope: &Scope<'_, '_>,
    value: Option<v8::Local<'_, v8::Value>>,
) -> v8::Global<v8::Value> {
    match value {
        Some(value) => v8::Global::new(scope, value),
        None => v8::Global::new(scope, v8::undefined(scope).cast::<v8::Value>()),
    }
}
