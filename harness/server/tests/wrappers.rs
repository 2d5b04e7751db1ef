//! Pages and workers that the server makes from test files.

mod common;

use common::{get, start};

const TEST: &str = "// META: title=A <b> & \"c\"\n// META: script=/x.js?a&b\n// META: timeout=long\n\
                    // META: global=window,worker\ntest(() => {});\n";

fn body(answer: &str) -> &str {
    answer.split_once("\r\n\r\n").unwrap().1
}

#[tokio::test]
async fn a_page_has_the_file_in_it() {
    let server = start(&[("/d/a b.any.js", TEST), ("/d/c.window.js", "")]).await;
    let answer = get(&server, "/d/a%20b.any.html?v=1").await;
    assert!(answer.contains("Content-Type: text/html\r\n"), "{answer}");
    let expected = "<!doctype html>\n<meta charset=utf-8>\n\
                    <title>A &lt;b&gt; &amp; &quot;c&quot;</title>\n\
                    <meta name=timeout content=long>\n<script>\nself.GLOBAL = {\n  \
                    isWindow: () => true,\n  isWorker: () => false,\n  \
                    isShadowRealm: () => false,\n};\n</script>\n\
                    <script src=\"/resources/testharness.js\"></script>\n\
                    <script src=\"/resources/testharnessreport.js\"></script>\n\
                    <script src=\"/x.js?a&amp;b\"></script>\n<div id=log></div>\n\
                    <script src=\"/d/a%20b.any.js\"></script>\n";
    assert_eq!(body(&answer), expected);
    let answer = get(&server, "/d/c.window.html").await;
    assert!(
        answer.contains("<script src=\"/d/c.window.js\">"),
        "{answer}"
    );
    assert!(
        !answer.contains("GLOBAL") && !answer.contains("<title>"),
        "{answer}"
    );
}

#[tokio::test]
async fn a_page_starts_a_worker() {
    let server = start(&[("/d/a.any.js", TEST), ("/d/c.worker.js", "")]).await;
    for (path, script) in [
        (
            "/d/a.any.worker.html?v=%3C",
            "fetch_tests_from_worker(new Worker(\"/d/a.any.worker.js?v=%3C\", \
             { type: \"classic\" }));",
        ),
        (
            "/d/a.any.sharedworker.html",
            "fetch_tests_from_worker(new SharedWorker(\"/d/a.any.worker.js\", \
             { type: \"classic\" }));",
        ),
        (
            "/d/a.any.serviceworker.html",
            "navigator.serviceWorker.register(\"/d/a.any.worker.js\", { scope, type: \"classic\" })",
        ),
        (
            "/d/c.worker.html",
            "new Worker(\"/d/c.worker.js\", { type: \"classic\" })",
        ),
    ] {
        let answer = get(&server, path).await;
        assert!(answer.starts_with("HTTP/1.1 200"), "{path}: {answer}");
        assert!(answer.contains(script), "{path}: {answer}");
        assert!(!answer.contains("/x.js"), "{path}: {answer}");
    }
}

#[tokio::test]
async fn a_worker_has_the_file_in_it() {
    let module = "// META: global=dedicatedworker-module\n// META: script=x.js\n";
    let server = start(&[("/d/a.any.js", TEST), ("/d/m.any.js", module)]).await;
    let answer = get(&server, "/d/a.any.worker.js").await;
    assert!(
        answer.contains("Content-Type: text/javascript\r\n"),
        "{answer}"
    );
    let expected = "self.META_TITLE = \"A \\u003cb> & \\\"c\\\"\";\nself.GLOBAL = {\n  \
                    isWindow: () => false,\n  isWorker: () => true,\n  \
                    isShadowRealm: () => false,\n};\n\
                    importScripts(\"/resources/testharness.js\");\n\
                    importScripts(\"/x.js?a&b\");\nimportScripts(\"/d/a.any.js\");\ndone();\n";
    assert_eq!(body(&answer), expected);
    let answer = get(&server, "/d/m.any.worker-module.html").await;
    assert!(
        answer.contains("new Worker(\"/d/m.any.worker-module.js\", { type: \"module\" })"),
        "{answer}"
    );
    let answer = get(&server, "/d/m.any.worker-module.js").await;
    assert!(
        answer.ends_with("import \"x.js\";\nimport \"/d/m.any.js\";\ndone();\n"),
        "{answer}"
    );
}

#[tokio::test]
async fn a_page_is_for_a_kind_of_global() {
    let server = start(&[
        ("/a.any.js", ""),
        ("/b.any.js", "// META: global=sharedworker"),
        ("/c.any.html", "a file"),
    ])
    .await;
    for (path, status) in [
        ("/a.any.html", 200),
        ("/a.any.worker.html", 200),
        ("/a.any.sharedworker.html", 404),
        ("/a.any.serviceworker.html", 404),
        ("/a.any.worker-module.html", 404),
        ("/a.any.window-module.html", 404),
        ("/b.any.html", 404),
        ("/b.any.worker.html", 404),
        ("/b.any.sharedworker.html", 200),
        ("/none.any.html", 404),
        ("/c.any.html", 200),
    ] {
        let answer = get(&server, path).await;
        assert!(
            answer.starts_with(&format!("HTTP/1.1 {status}")),
            "{path}: {answer}"
        );
    }
}

#[tokio::test]
async fn headers_and_templates_are_those_of_the_file() {
    let server = start(&[
        ("/a.sub.any.js", "// META: title={{host}}"),
        ("/a.sub.any.js.headers", "X-A: b"),
        ("/__dir__.headers", "Content-Type: text/html; charset=utf-8"),
    ])
    .await;
    let answer = get(&server, "/a.sub.any.html?pipe=header(X-C,d)").await;
    assert!(
        answer.contains("X-A: b\r\n") && answer.contains("X-C: d\r\n"),
        "{answer}"
    );
    assert!(
        answer.contains("Content-Type: text/html; charset=utf-8\r\n"),
        "{answer}"
    );
    assert!(answer.contains("<title>localhost</title>"), "{answer}");
}
