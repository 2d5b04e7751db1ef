//! deno_core at the far end of the wire, in a process of its own: what it says, and how it ends.

// The driver is the same for every engine.
#[path = "../../boa/tests/driver/mod.rs"]
#[expect(dead_code, reason = "another engine's tests use the rest")]
mod driver;
#[path = "../../boa/tests/server/mod.rs"]
mod server;

use std::process::ExitCode;
use std::time::{Duration, Instant};

use driver::alike::*;
use driver::{FarEnd, HOOK, Seen, run, run_scripts};
use winterproof_model::wire::{Ask, Message};
use winterproof_model::{HarnessStatus, SubtestStatus};

fn main() -> ExitCode {
    driver::main(
        || winterproof_worker::serve(winterproof_deno_core::engine()),
        TESTS,
    )
}

const TESTS: &[(&str, fn())] = driver::tests! {
    hello_names_the_releases
    subtests_pass_and_fail_with_a_stack
    errors_are_heard_whatever_listeners_do
    errors_have_their_events
    rejections_have_their_events
    a_test_that_never_settles_is_seen_at_once
    a_syntax_error_is_the_result
    memory_is_limited
    the_deadline_ends_timers
    output_never_becomes_a_message
    the_global_object_is_the_tests
    errors_of_the_runtime_are_the_tests_own
    fetch_goes_to_the_base_url
    a_failed_fetch_is_a_type_error
    requests_run_side_by_side
    without_testharness_the_error_is_the_result
};

fn hello_names_the_releases() {
    let seen = FarEnd::start(Ask::Hello).finish();
    let [Message::Hello(hello)] = &seen.messages[..] else {
        panic!("{seen:?}");
    };
    let lock = include_str!("../../../Cargo.lock");
    let locked = format!("name = \"deno_core\"\nversion = \"{}\"\n", hello.version);
    assert!(lock.contains(&locked), "{hello:?}");
    let engine = hello.engine.as_deref().expect("it has an engine");
    if cfg!(feature = "quickjs") {
        let version = engine.rsplit_once("v8x ").expect("it names v8x").1;
        let version = version.trim_end_matches(')');
        let locked = format!("name = \"v8x\"\nversion = \"{version}\"\n");
        assert!(lock.contains(&locked), "{engine}");
    }
    assert_eq!(seen.code, Some(0));
}

fn subtests_pass_and_fail_with_a_stack() {
    let seen = run("test(() => {}, 'good');\n\ntest(() => assert_equals(1, 2), 'bad');");
    assert_eq!(seen.status(), HarnessStatus::Ok, "{seen:?}");
    assert_eq!(seen.subtest("good"), SubtestStatus::Pass);
    assert_eq!(seen.subtest("bad"), SubtestStatus::Fail);
    let stack = seen.stack("bad");
    assert!(stack.contains("/a.any.js:3:"), "{stack}");
    assert_eq!(seen.code, Some(0));
}

fn errors_are_heard_whatever_listeners_do() {
    let seen = run("
        for (const type of ['error', 'unhandledrejection']) {
          addEventListener(type, (event) => {
            event.preventDefault();
            event.stopImmediatePropagation();
          });
        }
        setTimeout(() => { throw new TypeError('in a timer'); }, 1);
        setTimeout(() => { Promise.reject(new Error('unheard')); }, 2);
        setTimeout(() => { queueMicrotask(() => { throw 'in a microtask'; }); }, 3);
        setTimeout(() => { reportError('reported'); }, 4);
        setTimeout(() => {
          globalThis.dispatchEvent = () => false;
          const target = new EventTarget();
          target.addEventListener('a', () => { throw 'in a listener'; });
          target.dispatchEvent(new Event('a'));
        }, 5);
        async_test((t) => { setTimeout(() => t.done(), 50); }, 'later');
    ");
    assert_eq!(
        seen.uncaught(),
        [
            "error: TypeError: in a timer",
            "unhandledrejection: Unhandled rejection: Error: unheard",
            "error: in a microtask",
            "error: reported",
            "error: in a listener",
        ]
    );
    assert_eq!(seen.subtest("later"), SubtestStatus::Pass);
    assert_eq!(seen.status(), HarnessStatus::Error);
}

fn errors_have_their_events() {
    let seen = run("
        setup({ allow_uncaught_exception: true });
        async_test((t) => {
          onerror = t.step_func_done((event) => assert_equals(event.error, 'thrown'));
          setTimeout(() => { throw 'thrown'; }, 1);
        }, 'error');
    ");
    assert_eq!(seen.subtest("error"), SubtestStatus::Pass, "{seen:?}");
    assert_eq!(seen.uncaught(), ["error: thrown"]);
}

fn rejections_have_their_events() {
    let seen = run("
        setup({ allow_uncaught_exception: true });
        const promise = Promise.reject('unheard');
        async_test((t) => {
          onunhandledrejection = t.step_func((event) => {
            assert_equals(event.reason, 'unheard');
            assert_equals(event.promise, promise);
            setTimeout(() => promise.catch(() => {}), 1);
          });
          onrejectionhandled = t.step_func_done((event) => {
            assert_equals(event.promise, promise);
          });
        }, 'both');
    ");
    assert_eq!(seen.subtest("both"), SubtestStatus::Pass, "{seen:?}");
    assert_eq!(seen.uncaught().len(), 1);
}

fn a_test_that_never_settles_is_seen_at_once() {
    let start = Instant::now();
    let seen = run("promise_test(() => new Promise(() => {}), 'never');");
    assert_eq!(seen.status(), HarnessStatus::Timeout);
    assert_eq!(seen.subtest("never"), SubtestStatus::Timeout);
    assert!(start.elapsed() < Duration::from_secs(10));
}

fn memory_is_limited() {
    let seen = run("
        test(() => {}, 'before');
        const hoard = [];
        for (;;) hoard.push('memory '.repeat(1_000_000) + hoard.length);
    ");
    assert_eq!(seen.subtest("before"), SubtestStatus::Pass);
    assert!(seen.done().is_none(), "{seen:?}");
    assert_eq!(seen.code, None, "a signal ended it");
}

fn the_deadline_ends_timers() {
    let source = "
        test(() => {}, 'before');
        async_test(() => { setInterval(() => {}, 1); }, 'waits');
    ";
    let seen = FarEnd::run_for(source, Duration::from_secs(3)).finish();
    assert_eq!(seen.subtest("before"), SubtestStatus::Pass, "{seen:?}");
    assert_eq!(seen.subtest("waits"), SubtestStatus::Timeout);
    assert_eq!(seen.status(), HarnessStatus::Timeout);
}

fn output_never_becomes_a_message() {
    let seen = run("
        console.log('to standard output');
        console.error('to standard error');
        test(() => {}, 'a');
    ");
    assert_eq!(seen.stdout, "to standard output\n");
    assert_eq!(seen.stderr, "to standard error\n");
    assert_eq!(seen.subtests().len(), 1);
}

fn the_global_object_is_the_tests() {
    let seen = run("
        test(() => {
          for (const name of ['Deno', '__bootstrap', '__winterproof__', 'gc']) {
            assert_false(name in globalThis, name);
          }
          assert_true(globalThis instanceof EventTarget);
          assert_equals(self, globalThis);
        }, 'a');
        globalThis.addEventListener = null;
        test(() => assert_true(new Event('a') instanceof Event), 'b');
    ");
    assert_eq!(seen.subtest("a"), SubtestStatus::Pass, "{seen:?}");
    assert_eq!(seen.subtest("b"), SubtestStatus::Pass, "{seen:?}");
}

fn errors_of_the_runtime_are_the_tests_own() {
    let seen = run("
        test(() => assert_throws_dom('InvalidCharacterError', () => atom()), 'made in Rust');
        function atom() { return atob('~'); }
        test(() => assert_throws_js(TypeError, () => new URL('none')), 'made in a script');
        promise_test(async (t) => {
          const generated = crypto.subtle.generateKey({ name: 'AES-GCM', length: 7 }, true, ['encrypt']);
          await promise_rejects_dom(t, 'OperationError', generated);
        }, 'of a promise');
        test(() => {
          const size = { quota: 65536, requested: 65537 };
          assert_throws_quotaexceedederror(
            () => crypto.getRandomValues(new Uint8Array(65537)), (quota) => true, (requested) => true);
        }, 'of its own class');
    ");
    for name in ["made in Rust", "made in a script", "of a promise"] {
        assert_eq!(seen.subtest(name), SubtestStatus::Pass, "{seen:?}");
    }
    assert_eq!(
        seen.subtest("of its own class"),
        SubtestStatus::Pass,
        "{seen:?}"
    );
}

fn a_failed_fetch_is_a_type_error() {
    let seen = run("
        promise_test((t) => promise_rejects_js(t, TypeError, fetch('http://127.0.0.1:1/')), 'plain');
        promise_test((t) => promise_rejects_js(t, TypeError, fetch('https://127.0.0.1:1/')), 'TLS');
    ");
    assert_eq!(seen.subtest("plain"), SubtestStatus::Pass, "{seen:?}");
    assert_eq!(seen.subtest("TLS"), SubtestStatus::Pass, "{seen:?}");
}

fn without_testharness_the_error_is_the_result() {
    let seen: Seen = run_scripts(&[("/resources/testharness.js", "null.x"), HOOK]);
    assert_eq!(seen.status(), HarnessStatus::Error);
    let Some(Message::Done { message, stack, .. }) = seen.done() else {
        panic!("{seen:?}");
    };
    let message = message.as_deref().unwrap_or_default();
    assert!(message.starts_with("TypeError: "), "{message}");
    let stack = stack.as_deref().unwrap_or_default();
    assert!(stack.contains("/resources/testharness.js:1:"), "{stack}");
    assert_eq!(seen.code, Some(0));
}
