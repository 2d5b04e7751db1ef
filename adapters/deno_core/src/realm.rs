//! A runtime of deno_core, one step at a time.

use std::rc::Rc;
use std::task::Poll;
use std::time::Instant;

use deno_core::{JsRuntime, PollEventLoopOptions, RuntimeOptions, v8};
use tokio::runtime::Runtime;
use winterproof_model::wire::Run;
use winterproof_worker::{Call, CallError, Description, Kind, Microtasks, Realm, Task};

use crate::natives::{completed, kept, send, string, text, uncaught};
use crate::{Shared, extensions};

type Value = v8::Global<v8::Value>;

/// How much a script may keep alive, in bytes: what a long time-out suffices to fill.
const HEAP: usize = 512 << 20;

const BOOT: &str = include_str!("boot.js");

pub(crate) struct DenoRealm {
    js: JsRuntime,
    tokio: Runtime,
    shared: Rc<Shared>,
    hook: v8::Global<v8::Object>,
    rejections: v8::Global<v8::Function>,
}

impl DenoRealm {
    pub(crate) fn new(run: &Run, shared: Rc<Shared>) -> Result<Self, String> {
        // Before the first request; the default is one of two that are compiled in.
        let _ = deno_tls::rustls::crypto::aws_lc_rs::default_provider().install_default();
        let tokio = tokio::runtime::Builder::new_current_thread()
            .enable_all()
            .build()
            .map_err(|error| error.to_string())?;
        let guard = tokio.enter();
        let mut js = JsRuntime::new(RuntimeOptions {
            extensions: extensions::all(),
            residual_lazy_js_sources: extensions::SCRIPTS,
            create_params: Some(v8::CreateParams::default().heap_limits(0, HEAP)),
            ..RuntimeOptions::default()
        });
        drop(guard);
        // As V8 does; QuickJS would go on with an exception that no script can catch.
        js.add_near_heap_limit_callback(|_, _| {
            eprintln!("winterproof: the heap of {HEAP} bytes is full");
            std::process::abort()
        });
        extensions::permit_all(&mut js.op_state().borrow_mut());
        js.v8_isolate().set_slot(Rc::clone(&shared));
        let (hook, rejections) = boot(&mut js, run.base_url.as_deref())?;
        Ok(Self {
            js,
            tokio,
            shared,
            hook,
            rejections,
        })
    }

    /// What nothing caught, the oldest first.
    fn next_uncaught(&self) -> Option<(Kind, Value)> {
        self.shared.uncaught.borrow_mut().pop_front()
    }
}

impl Realm for DenoRealm {
    type Value = Value;

    fn evaluate(&mut self, url: &str, source: &str) -> Result<(), Value> {
        let _guard = self.tokio.enter();
        deno_core::scope!(scope, &mut self.js);
        v8::tc_scope!(let scope, scope);
        match run_script(scope, url, source) {
            Some(_) => Ok(()),
            None => {
                let exception = scope.exception();
                Err(kept(scope, exception))
            }
        }
    }

    fn call(&mut self, call: Call<'_, Value>) -> Result<(), CallError> {
        let _guard = self.tokio.enter();
        deno_core::scope!(scope, &mut self.js);
        v8::tc_scope!(let scope, scope);
        let hook = v8::Local::new(scope, &self.hook);
        let key = string(scope, call.function());
        let function = hook.get(scope, key.into());
        let Some(Ok(function)) = function.map(v8::Local::<v8::Function>::try_from) else {
            return Err(CallError::Absent);
        };
        let arguments: Vec<v8::Local<v8::Value>> = match call {
            Call::Uncaught(kind, value) => vec![
                string(scope, kind.as_str()).into(),
                v8::Local::new(scope, value),
            ],
            Call::Expire(reason) => vec![string(scope, reason).into()],
            Call::Close => Vec::new(),
        };
        match function.call(scope, hook.into(), &arguments) {
            Some(_) => Ok(()),
            None => {
                let exception = scope.exception();
                Err(CallError::Threw(text(scope, exception)))
            }
        }
    }

    fn microtasks(&mut self, _until: Instant) -> Microtasks<Value> {
        if let Some((kind, value)) = self.next_uncaught() {
            return Microtasks::Uncaught(kind, value);
        }
        {
            let _guard = self.tokio.enter();
            deno_core::scope!(scope, &mut self.js);
            v8::tc_scope!(let scope, scope);
            scope.perform_microtask_checkpoint();
            let rejections = v8::Local::new(scope, &self.rejections);
            let this = v8::undefined(scope).into();
            if rejections.call(scope, this, &[]).is_none() {
                let exception = scope.exception();
                let value = kept(scope, exception);
                self.shared
                    .uncaught
                    .borrow_mut()
                    .push_back((Kind::Error, value));
            }
            // What the events' listeners left behind.
            scope.perform_microtask_checkpoint();
        }
        match self.next_uncaught() {
            Some((kind, value)) => Microtasks::Uncaught(kind, value),
            None => Microtasks::Drained,
        }
    }

    fn task(&mut self, until: Instant) -> Task<Value> {
        let Self {
            js, tokio, shared, ..
        } = self;
        let mut polled = false;
        let turn = std::future::poll_fn(|context| {
            if polled {
                // Woken: the next turn sees what for.
                return Poll::Ready(Ok(Task::Ran));
            }
            polled = true;
            match js.poll_event_loop(context, PollEventLoopOptions::default()) {
                Poll::Ready(Ok(())) => Poll::Ready(Ok(Task::Idle)),
                Poll::Ready(Err(error)) => Poll::Ready(Err(error)),
                Poll::Pending if shared.has_news() => Poll::Ready(Ok(Task::Ran)),
                Poll::Pending => Poll::Pending,
            }
        });
        let turn = tokio.block_on(async { tokio::time::timeout_at(until.into(), turn).await });
        match turn {
            Ok(Ok(Task::Idle)) if self.shared.has_news() => Task::Ran,
            Ok(Ok(task)) => task,
            Ok(Err(error)) => {
                deno_core::scope!(scope, &mut self.js);
                let value = string(scope, &error.to_string());
                Task::Threw(v8::Global::new(scope, v8::Local::<v8::Value>::from(value)))
            }
            Err(_) => Task::Late,
        }
    }

    fn describe(&mut self, value: &Value) -> Description {
        deno_core::scope!(scope, &mut self.js);
        v8::tc_scope!(let scope, scope);
        let value = v8::Local::new(scope, value);
        let message = text(scope, Some(value));
        let key = string(scope, "stack").into();
        let stack = v8::Local::<v8::Object>::try_from(value)
            .ok()
            .and_then(|error| error.get(scope, key))
            .filter(|stack| stack.is_string())
            .map(|stack| stack.to_rust_string_lossy(scope));
        Description { message, stack }
    }
}

/// Runs the boot script; returns the hook and the function that reports rejections.
fn boot(
    js: &mut JsRuntime,
    location: Option<&str>,
) -> Result<(v8::Global<v8::Object>, v8::Global<v8::Function>), String> {
    deno_core::scope!(scope, js);
    v8::tc_scope!(let scope, scope);
    let booted = (|| {
        let boot = run_script(scope, "winterproof:boot", BOOT)?;
        let boot = v8::Local::<v8::Function>::try_from(boot).ok()?;
        let host = v8::Object::new(scope);
        let functions = [
            ("send", v8::Function::new(scope, send)?),
            ("completed", v8::Function::new(scope, completed)?),
            ("uncaught", v8::Function::new(scope, uncaught)?),
        ];
        for (name, function) in functions {
            let key = string(scope, name);
            host.set(scope, key.into(), function.into())?;
        }
        let key = string(scope, "location");
        let location = match location {
            Some(location) => string(scope, location).into(),
            None => v8::null(scope).into(),
        };
        host.set(scope, key.into(), location)?;
        let this = v8::undefined(scope).into();
        let booted = boot.call(scope, this, &[host.into()])?;
        let booted = v8::Local::<v8::Object>::try_from(booted).ok()?;
        let key = string(scope, "hook");
        let hook = booted.get(scope, key.into())?;
        let key = string(scope, "rejections");
        let rejections = booted.get(scope, key.into())?;
        Some((
            v8::Global::new(scope, v8::Local::<v8::Object>::try_from(hook).ok()?),
            v8::Global::new(scope, v8::Local::<v8::Function>::try_from(rejections).ok()?),
        ))
    })();
    booted.ok_or_else(|| {
        let exception = scope.exception();
        format!("the boot script threw: {}", text(scope, exception))
    })
}

fn run_script<'s>(
    scope: &mut v8::PinScope<'s, '_>,
    url: &str,
    source: &str,
) -> Option<v8::Local<'s, v8::Value>> {
    let source = v8::String::new(scope, source)?;
    let name = v8::String::new(scope, url)?.into();
    let origin = v8::ScriptOrigin::new(
        scope, name, 0, 0, false, -1, None, false, false, false, None,
    );
    v8::Script::compile(scope, source, Some(&origin))?.run(scope)
}
