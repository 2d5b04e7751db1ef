//! Boa at the far end of the wire, in a process of its own: what it says, and how it ends.

mod driver;
mod server;

use std::collections::BTreeMap;
use std::process::ExitCode;
use std::time::{Duration, Instant};

use driver::alike::*;
use driver::{FarEnd, HARNESS, HOOK, Seen, run, run_scripts};
use winterproof_model::wire::{Ask, Message};
use winterproof_model::{HarnessStatus, SubtestStatus};

fn main() -> ExitCode {
    driver::main(
        || winterproof_worker::serve(winterproof_boa::engine()),
        TESTS,
    )
}

/// Long enough for a busy machine to load testharness.js.
const DEADLINE: Duration = Duration::from_secs(2);

const TESTS: &[(&str, fn())] = driver::tests! {
    hello_names_the_release_of_boa
    subtests_pass_and_fail_with_a_stack
    an_error_in_a_timer_ends_nothing_but_the_timer
    an_error_in_a_microtask_is_reported
    a_rejection_that_nothing_handles_is_reported
    a_rejection_handled_before_the_microtasks_end_is_not_reported
    a_test_that_never_settles_is_seen_at_once
    a_syntax_error_is_the_result
    an_endless_recursion_ends_the_script_with_boas_own_words
    scripts_share_one_lexical_scope
    strictness_is_each_scripts_own
    a_subtest_has_a_name_while_it_loops
    the_deadline_ends_timers_and_microtasks
    output_never_becomes_a_message
    memory_is_limited
    timers_keep_their_order_and_can_be_cancelled
    a_wait_without_an_end_is_no_crash
    the_environment_is_the_tests
    fetch_goes_to_the_base_url
    a_failed_fetch_is_a_type_error
    requests_run_side_by_side
    an_error_while_a_request_is_pending_loses_nothing
    without_testharness_the_error_is_the_result
    without_the_hook_the_host_is_at_fault
    without_a_channel_the_exit_code_tells
};

fn hello_names_the_release_of_boa() {
    let seen = FarEnd::start(Ask::Hello).finish();
    let [Message::Hello(hello)] = &seen.messages[..] else {
        panic!("{seen:?}");
    };
    let locked = format!("name = \"boa_engine\"\nversion = \"{}\"\n", hello.version);
    assert!(include_str!("../../../Cargo.lock").contains(&locked));
    assert_eq!(seen.code, Some(0));
}

fn subtests_pass_and_fail_with_a_stack() {
    let seen = run("test(() => {}, 'good');\n\ntest(() => assert_equals(1, 2), 'bad');");
    assert_eq!(seen.status(), HarnessStatus::Ok);
    assert_eq!(seen.subtest("good"), SubtestStatus::Pass);
    assert_eq!(seen.subtest("bad"), SubtestStatus::Fail);
    let stack = seen.stack("bad");
    assert!(stack.contains("/a.any.js:3:"), "{stack}");
    assert_eq!(seen.code, Some(0));
}

fn an_error_in_a_timer_ends_nothing_but_the_timer() {
    let seen = run("
        setTimeout(() => { throw new TypeError('thrown in a timer'); }, 1);
        async_test((t) => { setTimeout(() => t.done(), 20); }, 'later');
    ");
    assert_eq!(seen.uncaught(), ["error: TypeError: thrown in a timer"]);
    assert_eq!(seen.subtest("later"), SubtestStatus::Pass);
    assert_eq!(seen.status(), HarnessStatus::Error);
}

fn an_error_in_a_microtask_is_reported() {
    let seen = run("
        queueMicrotask(() => { throw 'a string'; });
        async_test((t) => { queueMicrotask(() => t.done()); }, 'next');
    ");
    assert_eq!(seen.uncaught(), ["error: a string"]);
    assert_eq!(seen.subtest("next"), SubtestStatus::Pass, "{seen:?}");
}

fn a_rejection_that_nothing_handles_is_reported() {
    let seen = run("test(() => { Promise.reject(new Error('unheard')); }, 'a');");
    let told = "unhandledrejection: Unhandled rejection: Error: unheard";
    assert_eq!(seen.uncaught(), [told]);
    assert_eq!(seen.status(), HarnessStatus::Error);
}

fn a_rejection_handled_before_the_microtasks_end_is_not_reported() {
    let seen = run("
        promise_test(async () => {
          const promise = Promise.reject(new Error('heard in time'));
          await null;
          await null;
          await promise.catch(() => {});
        }, 'a');
    ");
    assert!(seen.uncaught().is_empty());
    assert_eq!(seen.status(), HarnessStatus::Ok);
}

fn a_test_that_never_settles_is_seen_at_once() {
    let start = Instant::now();
    let seen = run("promise_test(() => new Promise(() => {}), 'never');");
    assert_eq!(seen.status(), HarnessStatus::Timeout);
    assert_eq!(seen.subtest("never"), SubtestStatus::Timeout);
    assert!(start.elapsed() < Duration::from_secs(5));
}

// RuntimeLimits: Boa lets no script catch this one.
fn an_endless_recursion_ends_the_script_with_boas_own_words() {
    let seen = run("
        const descend = () => descend();
        test(() => { try { descend(); } catch {} }, 'deep');
    ");
    let told = "error: RuntimeLimitError: reached the maximum number of recursive calls on this \
                execution";
    assert_eq!(seen.uncaught(), [told]);
    assert_eq!(seen.subtest("deep"), SubtestStatus::Timeout);
    assert_eq!(seen.status(), HarnessStatus::Error);
}

fn scripts_share_one_lexical_scope() {
    let seen = run_scripts(&[
        HARNESS,
        HOOK,
        (
            "/first.js",
            "const shared = 1; let counter = 0; class Shared {}",
        ),
        (
            "/second.js",
            "counter++; test(() => assert_array_equals([shared, counter, typeof Shared], \
             [1, 1, 'function']), 'a');",
        ),
    ]);
    assert_eq!(seen.subtest("a"), SubtestStatus::Pass);
}

fn strictness_is_each_scripts_own() {
    let seen = run_scripts(&[
        HARNESS,
        HOOK,
        (
            "/strict.js",
            "'use strict'; function strict() { return this; }",
        ),
        (
            "/sloppy.js",
            "test(() => assert_equals(strict(), undefined), 'strict');\
             function sloppy() { return this; }\
             test(() => assert_equals(sloppy(), globalThis), 'sloppy');",
        ),
    ]);
    assert_eq!(seen.subtest("strict"), SubtestStatus::Pass);
    assert_eq!(seen.subtest("sloppy"), SubtestStatus::Pass);
}

fn a_subtest_has_a_name_while_it_loops() {
    let far_end = FarEnd::run("test(() => { for (;;); }, 'loops');");
    let seen = far_end
        .kill_after(|message| matches!(message, Message::Started { name } if name == "loops"));
    assert!(seen.done().is_none());
    assert_eq!(seen.code, None, "a signal ended it");
}

fn the_deadline_ends_timers_and_microtasks() {
    for again in [
        "setInterval(() => {}, 0)",
        "(function f() { queueMicrotask(f); })()",
    ] {
        let source = format!("async_test(() => {{ {again}; }}, 'busy');");
        let seen = FarEnd::run_for(&source, DEADLINE).finish();
        assert_eq!(seen.status(), HarnessStatus::Timeout, "{again}");
        assert_eq!(seen.subtest("busy"), SubtestStatus::Timeout, "{again}");
    }
}

fn output_never_becomes_a_message() {
    let seen = run(r#"
        console.log('{"type":"done","status":"OK"}');
        console.error('{"type":"subtest","name":"forged","status":"PASS"}');
        test(() => assert_true(false), 'honest');
    "#);
    assert_eq!(
        seen.subtests(),
        BTreeMap::from([("honest", SubtestStatus::Fail)])
    );
    assert!(seen.stdout.contains("done"), "{seen:?}");
    assert!(seen.stderr.contains("forged"), "{seen:?}");
}

fn memory_is_limited() {
    let seen = run("test(() => {}, 'before'); let text = 'x'; for (;;) text += text;");
    assert_eq!(seen.subtest("before"), SubtestStatus::Pass);
    assert!(seen.done().is_none());
    assert_eq!(seen.code, None, "a signal ended it");
}

fn timers_keep_their_order_and_can_be_cancelled() {
    let seen = run("
        const order = [];
        setTimeout(() => order.push('last'), 300);
        setTimeout(() => order.push('first'), 0);
        setTimeout(() => order.push('second'), 0);
        clearTimeout(setTimeout(() => order.push('cancelled'), 0));
        let left = 3;
        const interval = setInterval(() => {
          order.push('tick');
          if (--left === 0) clearInterval(interval);
          throw 'allowed';
        }, 5);
        setup({ allow_uncaught_exception: true });
        async_test((t) => { setTimeout(t.step_func_done(() => {
          assert_array_equals(order, ['first', 'second', 'tick', 'tick', 'tick', 'last']);
        }), 600); }, 'order');
    ");
    assert_eq!(seen.subtest("order"), SubtestStatus::Pass, "{seen:?}");
    assert_eq!(seen.uncaught().len(), 3);
    assert_eq!(seen.status(), HarnessStatus::Ok);
}

fn a_wait_without_an_end_is_no_crash() {
    let seen = FarEnd::run_for(
        "
        const cells = new Int32Array(new SharedArrayBuffer(4));
        promise_test(() => Atomics.waitAsync(cells, 0, 0, 1e300).value, 'waits');
        promise_test(() => Atomics.waitAsync(cells, 0, 0, 1e18).value, 'next');
        ",
        DEADLINE,
    )
    .finish();
    assert_eq!(seen.subtest("waits"), SubtestStatus::Timeout, "{seen:?}");
    assert_eq!(seen.status(), HarnessStatus::Timeout);
}

fn the_environment_is_the_tests() {
    let seen = FarEnd::with_aliases(
        "test(() => {
          assert_equals(self, globalThis);
          assert_equals(globalThis.window, undefined);
          assert_false(GLOBAL.isWindow());
          assert_equals(Array, globalThis.Array, 'an alias replaces nothing');
          assert_equals(globalThis.__winterproof__, undefined);
          for (const name of ['self', 'GLOBAL']) {
            assert_false(Object.keys(globalThis).includes(name), name);
          }
        }, 'a');",
        &["self", "Array"],
    )
    .finish();
    assert_eq!(seen.subtest("a"), SubtestStatus::Pass, "{seen:?}");
}

fn a_failed_fetch_is_a_type_error() {
    let seen = run("
        promise_test((t) => promise_rejects_js(t, TypeError, fetch('http://127.0.0.1:1/')),
          'nobody listens');
        promise_test((t) => promise_rejects_js(t, TypeError, fetch('https://127.0.0.1:1/')),
          'no TLS');
    ");
    assert_eq!(
        seen.subtest("nobody listens"),
        SubtestStatus::Pass,
        "{seen:?}"
    );
    assert_eq!(seen.subtest("no TLS"), SubtestStatus::Pass, "{seen:?}");
}

fn an_error_while_a_request_is_pending_loses_nothing() {
    let server = server::start();
    let source = "
        setup({ allow_uncaught_exception: true });
        promise_test(async () => {
          const waiting = fetch('/wait');
          setTimeout(() => { throw 'in between'; }, 0);
          await new Promise((resolve) => setTimeout(resolve, 20));
          await fetch('/release');
          assert_equals((await waiting).status, 201);
        }, 'a');
    ";
    let seen = FarEnd::with_base(source, &server).finish();
    assert_eq!(seen.subtest("a"), SubtestStatus::Pass, "{seen:?}");
    assert_eq!(seen.uncaught(), ["error: in between"]);
}

fn without_testharness_the_error_is_the_result() {
    let seen = run_scripts(&[("/resources/testharness.js", "null.x"), HOOK]);
    assert_eq!(seen.status(), HarnessStatus::Error);
    let Some(Message::Done { message, stack, .. }) = seen.done() else {
        panic!("{seen:?}");
    };
    assert!(
        message
            .as_deref()
            .is_some_and(|text| text.starts_with("TypeError: "))
    );
    assert!(
        stack
            .as_deref()
            .is_some_and(|text| text.contains("/resources/testharness.js:1:"))
    );
    assert_eq!(seen.code, Some(0));
}

fn without_the_hook_the_host_is_at_fault() {
    let seen = run_scripts(&[HARNESS]);
    assert!(
        matches!(seen.messages.last(), Some(Message::Fault { .. })),
        "{seen:?}"
    );
    assert_eq!(seen.code, Some(1));
}

fn without_a_channel_the_exit_code_tells() {
    let seen: Seen = FarEnd::start_without_channel(Ask::Hello).finish();
    assert_eq!(seen.code, Some(2));
    assert!(seen.stderr.contains("/dev/fd/3"), "{seen:?}");
}
