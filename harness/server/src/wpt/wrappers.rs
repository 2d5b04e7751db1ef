//! Pages and workers around test files, for those who open a test by hand: `a.any.js` has none of
//! what a page needs, so `a.any.html` is made of it, `a.any.worker.html`, and so on, if the file is
//! for that kind of global object.

use std::fmt::Write;

use serde_json::Value;

use super::apply::Draft;
use super::escape::Escape;
use super::files;
use super::meta::Meta;
use super::piped;
use crate::request::Request;
use crate::response::Response;

/// A kind of page or worker.
#[derive(Clone, Copy, Debug)]
struct Kind {
    /// How its path ends.
    end: &'static str,
    /// How the path of the test file ends.
    file: &'static str,
    /// The kind of global object that the file has to be for.
    global: Option<&'static str>,
    shape: Shape,
}

/// What is made.
#[derive(Clone, Copy, Debug)]
enum Shape {
    /// A page that has the file in it.
    Page { global: bool, module: bool },
    /// A page that starts a worker and shows its results. The worker's path ends so.
    Starter {
        worker: &'static str,
        start: Start,
        module: bool,
    },
    /// A worker that has the file in it.
    Worker { module: bool },
}

/// How a page starts a worker.
#[derive(Clone, Copy, Debug)]
enum Start {
    Dedicated,
    Shared,
    Service,
}

/// Every kind; the first whose end fits counts.
const KINDS: [Kind; 12] = [
    page(".any.html", ".any.js", Some("window"), true, false),
    page(
        ".any.window-module.html",
        ".any.js",
        Some("window-module"),
        false,
        true,
    ),
    page(".window.html", ".window.js", None, false, false),
    starter(
        ".any.worker.html",
        "dedicatedworker",
        Start::Dedicated,
        false,
    ),
    starter(
        ".any.worker-module.html",
        "dedicatedworker-module",
        Start::Dedicated,
        true,
    ),
    starter(
        ".any.sharedworker.html",
        "sharedworker",
        Start::Shared,
        false,
    ),
    starter(
        ".any.sharedworker-module.html",
        "sharedworker-module",
        Start::Shared,
        true,
    ),
    starter(
        ".any.serviceworker.html",
        "serviceworker",
        Start::Service,
        false,
    ),
    starter(
        ".any.serviceworker-module.html",
        "serviceworker-module",
        Start::Service,
        true,
    ),
    Kind {
        end: ".worker.html",
        file: ".worker.js",
        global: Some("dedicatedworker"),
        shape: Shape::Starter {
            worker: ".worker.js",
            start: Start::Dedicated,
            module: false,
        },
    },
    worker(".any.worker.js", false),
    worker(".any.worker-module.js", true),
];

const fn page(
    end: &'static str,
    file: &'static str,
    for_global: Option<&'static str>,
    global: bool,
    module: bool,
) -> Kind {
    Kind {
        end,
        file,
        global: for_global,
        shape: Shape::Page { global, module },
    }
}

const fn starter(end: &'static str, global: &'static str, start: Start, module: bool) -> Kind {
    let worker = match module {
        true => ".any.worker-module.js",
        false => ".any.worker.js",
    };
    Kind {
        end,
        file: ".any.js",
        global: Some(global),
        shape: Shape::Starter {
            worker,
            start,
            module,
        },
    }
}

const fn worker(end: &'static str, module: bool) -> Kind {
    Kind {
        end,
        file: ".any.js",
        global: None,
        shape: Shape::Worker { module },
    }
}

/// The page or worker at this path, if it is one that is made from a test file.
pub(super) fn page_at(request: &Request) -> Option<Response> {
    let ends =
        |kind: &&Kind| request.path.ends_with(kind.end) && request.raw_path.ends_with(kind.end);
    let kind = *KINDS.iter().find(ends)?;
    let file = with_end(&request.path, kind, kind.file);
    let content = request.site.files.read(&file)?;
    let meta = Meta::read(&String::from_utf8_lossy(&content));
    if kind.global.is_some_and(|global| !meta.is_for(global)) {
        return Some(super::not_found());
    }
    let (mime, text) = match kind.shape {
        Shape::Page { global, module } => {
            let path = with_end(&request.raw_path, kind, kind.file);
            ("text/html", a_page(&meta, &path, global, module))
        }
        Shape::Starter {
            worker,
            start,
            module,
        } => {
            let worker = request.with_query(with_end(&request.raw_path, kind, worker));
            ("text/html", a_starter(&meta, &worker, start, module))
        }
        Shape::Worker { module } => {
            let path = with_end(&request.raw_path, kind, kind.file);
            ("text/javascript", a_worker(&meta, &path, module))
        }
    };
    match served(request, &file, mime, text) {
        Ok(response) | Err(response) => Some(response),
    }
}

fn with_end(path: &str, kind: Kind, end: &str) -> String {
    format!("{}{end}", path.strip_suffix(kind.end).unwrap_or(path))
}

/// With the headers that stand beside the test file, and the pipes of the request.
fn served(request: &Request, file: &str, mime: &str, text: String) -> Result<Response, Response> {
    let mut draft = Draft {
        status: 200,
        body: text.into(),
        ..Draft::default()
    };
    draft.headers.set("Content-Type", mime);
    for (name, value) in files::beside(request, file)?.iter() {
        draft.headers.set(name, value);
    }
    piped::apply(request, draft)
}

/// The head of every page, up to the harness.
fn head(meta: &Meta) -> String {
    let mut page = "<!doctype html>\n<meta charset=utf-8>\n".to_owned();
    if let Some(title) = &meta.title {
        page.push_str(&format!("<title>{}</title>\n", Escape::html(title)));
    }
    if meta.long {
        page.push_str("<meta name=timeout content=long>\n");
    }
    page
}

const HARNESS: &str = "<script src=\"/resources/testharness.js\"></script>\n\
                       <script src=\"/resources/testharnessreport.js\"></script>\n";

fn a_page(meta: &Meta, path: &str, global: bool, module: bool) -> String {
    let mut page = head(meta);
    if global {
        page.push_str(&format!("<script>\n{}</script>\n", global_of(false)));
    }
    page.push_str(HARNESS);
    for script in &meta.scripts {
        page.push_str(&format!(
            "<script src=\"{}\"></script>\n",
            Escape::html(script)
        ));
    }
    let kind = if module { " type=module" } else { "" };
    let path = Escape::html(path);
    page.push_str(&format!(
        "<div id=log></div>\n<script{kind} src=\"{path}\"></script>\n"
    ));
    page
}

fn a_starter(meta: &Meta, worker: &str, start: Start, module: bool) -> String {
    let url = quoted(worker);
    let kind = if module { "module" } else { "classic" };
    let script = match start {
        Start::Dedicated => {
            format!("fetch_tests_from_worker(new Worker({url}, {{ type: \"{kind}\" }}));\n")
        }
        Start::Shared => {
            format!("fetch_tests_from_worker(new SharedWorker({url}, {{ type: \"{kind}\" }}));\n")
        }
        // A scope that nothing is in, so that the worker is nobody's; one that was left there is no
        // longer of use.
        Start::Service => format!(
            "const scope = \"does/not/exist\";\n\
             navigator.serviceWorker.getRegistration(scope)\n  \
               .then(left => left?.unregister())\n  \
               .then(() => navigator.serviceWorker.register({url}, {{ scope, type: \"{kind}\" }}))\n  \
               .then(registration => fetch_tests_from_worker(registration.installing));\n"
        ),
    };
    format!(
        "{}{HARNESS}<div id=log></div>\n<script>\n{script}</script>\n",
        head(meta)
    )
}

fn a_worker(meta: &Meta, path: &str, module: bool) -> String {
    let load = |url: &str| match module {
        true => format!("import {};\n", quoted(url)),
        false => format!("importScripts({});\n", quoted(url)),
    };
    let mut script = String::new();
    if let Some(title) = &meta.title {
        script.push_str(&format!("self.META_TITLE = {};\n", quoted(title)));
    }
    script.push_str(&global_of(true));
    script.push_str(&load("/resources/testharness.js"));
    for url in &meta.scripts {
        script.push_str(&load(url));
    }
    script.push_str(&load(path));
    script.push_str("done();\n");
    script
}

/// What tests ask for what they run in.
fn global_of(worker: bool) -> String {
    let mut script = "self.GLOBAL = {\n".to_owned();
    for (name, is) in [
        ("isWindow", !worker),
        ("isWorker", worker),
        ("isShadowRealm", false),
    ] {
        // Writing to a string never fails.
        let _ = writeln!(script, "  {name}: () => {is},");
    }
    script.push_str("};\n");
    script
}

/// A text as JavaScript has it, in a page too.
fn quoted(text: &str) -> String {
    Value::from(text).to_string().replace('<', "\\u003c")
}
