//! The program `winterproof-quickjs`: QuickJS-NG with the Web APIs of LLRT as a runtime under test.
//!
//! Owns: making a global object as LLRT does, evaluating classic scripts in it, and its event loop.
//! It adds no API and repairs none. A process serves one request on standard input, as
//! `winterproof engine` does for the engines inside winterproof.

mod event_loop;
mod globals;
mod thrown;

use std::env;
use std::ffi::CStr;
use std::mem::ManuallyDrop;
use std::process::exit;
use std::time::Instant;

use llrt_context::set_spawn_error_handler;
use rquickjs::context::EvalOptions;
use rquickjs::{
    AsyncContext, AsyncRuntime, Coerced, Ctx, Error, Function, Object, Persistent, Value, qjs,
};
use tokio::runtime::{Builder, Runtime};
use winterproof_model::wire::Run;
use winterproof_worker::{
    Call, CallError, Description, Engine, Host, Microtasks, Realm, Task, limit_memory, serve,
};

use event_loop::EventLoop;
use thrown::{Thrown, keep};

/// How much the engine may take before it throws.
const HEAP: usize = 512 << 20;

/// How much the process may take: memory of Rust's does not count as the engine's.
const MEMORY: u64 = 1 << 30;

/// What LLRT gives the engine.
const STACK: usize = 512 << 10;

fn main() {
    if env::args_os().len() > 1 {
        eprintln!("winterproof-quickjs takes no arguments; winterproof starts it and speaks to it");
        exit(2);
    }
    serve(QuickJs)
}

struct QuickJs;

impl Engine for QuickJs {
    type Realm = QuickJsRealm;

    fn version(&self) -> String {
        llrt_utils::VERSION.to_owned()
    }

    fn engine(&self) -> String {
        #[expect(
            unsafe_code,
            reason = "rquickjs does not tell the version of the engine"
        )]
        // SAFETY: it gives a constant.
        let version = unsafe { CStr::from_ptr(qjs::JS_GetVersion()) };
        format!("QuickJS-NG {}", version.to_string_lossy())
    }

    fn open(self, _: &Run, host: Host) -> Result<QuickJsRealm, String> {
        limit_memory(MEMORY);
        set_spawn_error_handler(thrown::note_caught);
        let tokio = Builder::new_current_thread()
            .enable_all()
            .build()
            .map_err(|error| format!("tokio cannot start: {error}"))?;
        let engine = tokio
            .block_on(open(&host))
            .map_err(|error| format!("QuickJS cannot start: {error}"))?;
        Ok(QuickJsRealm {
            tokio,
            // Never taken apart: that costs time, and there is nobody to gain from it.
            engine: ManuallyDrop::new(engine),
        })
    }
}

async fn open(host: &Host) -> rquickjs::Result<QuickJsEngine> {
    let runtime = AsyncRuntime::new()?;
    runtime.set_memory_limit(HEAP).await;
    runtime.set_max_stack_size(STACK).await;
    let context = AsyncContext::full(&runtime).await?;
    let hook = context
        .with(|ctx| {
            globals::define(&ctx)?;
            let hook = globals::hook(&ctx, host)?;
            Ok::<_, Error>(Persistent::save(&ctx, hook))
        })
        .await?;
    let event_loop = EventLoop::new(runtime).await;
    Ok(QuickJsEngine {
        context,
        hook,
        event_loop,
    })
}

struct QuickJsEngine {
    context: AsyncContext,
    hook: Persistent<Object<'static>>,
    event_loop: EventLoop,
}

struct QuickJsRealm {
    tokio: Runtime,
    engine: ManuallyDrop<QuickJsEngine>,
}

impl QuickJsRealm {
    /// Runs `f` inside of the engine.
    fn with<R>(&self, f: impl for<'js> FnOnce(Ctx<'js>) -> R) -> R {
        self.tokio.block_on(self.engine.context.with(f))
    }
}

impl Realm for QuickJsRealm {
    type Value = Thrown;

    fn evaluate(&mut self, url: &str, source: &str) -> Result<(), Thrown> {
        let mut options = EvalOptions::default();
        options.strict = false;
        options.filename = Some(url.to_owned());
        self.with(
            |ctx| match ctx.eval_with_options::<Value, _>(source, options) {
                Ok(_) => Ok(()),
                Err(error) => Err(keep(&ctx, thrown::value(&ctx, error))),
            },
        )
    }

    fn call(&mut self, call: Call<'_, Thrown>) -> Result<(), CallError> {
        self.with(|ctx| {
            let threw = |error| CallError::Threw(describe(&thrown::value(&ctx, error)).message);
            let hook = self.engine.hook.clone().restore(&ctx).map_err(threw)?;
            let function: Value = hook.get(call.function()).map_err(threw)?;
            let function: Function = function.into_function().ok_or(CallError::Absent)?;
            let result = match call {
                Call::Uncaught(kind, value) => function.call((kind.as_str(), value.clone())),
                Call::Expire(reason) => function.call((reason,)),
                Call::Close => function.call(()),
            };
            result.map(|_: Value| ()).map_err(threw)
        })
    }

    fn microtasks(&mut self, until: Instant) -> Microtasks<Thrown> {
        self.with(|ctx| self.engine.event_loop.microtasks(&ctx, until))
    }

    fn task(&mut self, until: Instant) -> Task<Thrown> {
        self.tokio.block_on(self.engine.event_loop.task(until))
    }

    fn describe(&mut self, value: &Thrown) -> Description {
        self.with(|ctx| match value.clone().restore(&ctx) {
            Ok(value) => describe(&value),
            Err(error) => Description {
                message: error.to_string(),
                stack: None,
            },
        })
    }
}

fn describe(value: &Value<'_>) -> Description {
    let stack = value
        .as_object()
        .and_then(|error| error.get::<_, String>("stack").ok());
    let message = match value.get::<Coerced<String>>() {
        Ok(Coerced(text)) => text,
        Err(_) => "(a value that cannot be made a string)".to_owned(),
    };
    Description { message, stack }
}
