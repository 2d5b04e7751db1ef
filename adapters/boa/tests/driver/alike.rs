//! What is to be seen of every engine alike.

use winterproof_model::{HarnessStatus, SubtestStatus};

use super::{FarEnd, run};
use crate::server;

pub fn a_syntax_error_is_the_result() {
    let seen = run("test(() => {}, 'a');\nlet = = 1;");
    let [told] = &seen.uncaught()[..] else {
        panic!("{seen:?}");
    };
    assert!(told.starts_with("error: SyntaxError: "), "{told}");
    assert_eq!(seen.status(), HarnessStatus::Error);
}

pub fn fetch_goes_to_the_base_url() {
    let server = server::start();
    let source = "
        promise_test(async () => {
          const response = await fetch('echo?x', { method: 'POST', body: 'sent' });
          assert_equals(response.status, 201);
          assert_equals(response.headers.get('x-server'), 'test');
          assert_equals(await response.text(), 'POST /folder/echo?x sent');
        }, 'relative');
        promise_test(async () => {
          const response = await fetch('/redirect');
          assert_equals(await response.text(), 'GET /echo ');
          assert_true(response.url.endsWith('/echo'), response.url);
        }, 'redirected');
    ";
    let seen = FarEnd::with_base(source, &format!("{server}/folder/a.any.js")).finish();
    assert_eq!(seen.subtest("relative"), SubtestStatus::Pass, "{seen:?}");
    assert_eq!(seen.subtest("redirected"), SubtestStatus::Pass, "{seen:?}");
}

pub fn requests_run_side_by_side() {
    let server = server::start();
    let source = "
        promise_test(async () => {
          // The server answers the first only when it has the second.
          const texts = await Promise.all(['/wait', '/release'].map(async (path) => {
            return (await fetch(path)).text();
          }));
          assert_array_equals(texts, ['GET /wait ', 'GET /release ']);
        }, 'a');
    ";
    let seen = FarEnd::with_base(source, &server).finish();
    assert_eq!(seen.subtest("a"), SubtestStatus::Pass, "{seen:?}");
}
