//! The global object: QuickJS's own and what LLRT's crates define on it, in LLRT's order.

use llrt_timers::set_timeout_interval;
use llrt_utils::clone::structured_clone;
use llrt_utils::primordials::{BasePrimordials, Primordial};
use llrt_utils::provider::ProviderType;
use rquickjs::object::Property;
use rquickjs::prelude::{Func, Opt};
use rquickjs::{Ctx, Function, Object, Result, Value};
use winterproof_worker::Host;

use crate::event_loop::run_job;
use crate::thrown;

/// Defines everything; `Err` when a crate of LLRT's can't.
pub(crate) fn define(ctx: &Ctx<'_>) -> Result<()> {
    llrt_utils::time::init();
    BasePrimordials::init(ctx)?;
    llrt_abort::init(ctx)?;
    llrt_buffer::init(ctx)?;
    llrt_console::init(ctx)?;
    llrt_crypto::init(ctx)?;
    llrt_events::init(ctx)?;
    llrt_exceptions::init(ctx)?;
    llrt_fetch::init(ctx)?;
    llrt_navigator::init(ctx)?;
    llrt_perf_hooks::init(ctx)?;
    llrt_stream_web::init(ctx)?;
    llrt_timers::init(ctx)?;
    llrt_url::init(ctx)?;
    llrt_util::init(ctx)?;
    own(ctx)?;
    timers(ctx)
}

/// What LLRT defines itself and none of its crates.
fn own(ctx: &Ctx<'_>) -> Result<()> {
    let globals = ctx.globals();
    globals.set("self", ctx.globals())?;
    globals.set("structuredClone", Func::from(clone))?;
    llrt_numbers::redefine_prototype(ctx)?;
    llrt_json::redefine_static_methods(ctx)
}

fn clone<'js>(ctx: Ctx<'js>, value: Value<'js>, options: Opt<Object<'js>>) -> Result<Value<'js>> {
    structured_clone(&ctx, value, options)
}

/// LLRT's timers end with the first that throws, and so does its process. These are the same, but
/// what a callback throws goes to the event loop and ends nothing else.
fn timers(ctx: &Ctx<'_>) -> Result<()> {
    fn delayed<'js>(
        ctx: &Ctx<'js>,
        callback: Function<'js>,
        delay: Opt<f64>,
        provider: ProviderType,
    ) -> Result<usize> {
        let delay = delay.unwrap_or(0.).max(0.) as u64;
        set_timeout_interval(ctx, guarded(ctx, callback)?, delay, provider)
    }
    fn timeout<'js>(ctx: Ctx<'js>, callback: Function<'js>, delay: Opt<f64>) -> Result<usize> {
        delayed(&ctx, callback, delay, ProviderType::Timeout)
    }
    fn interval<'js>(ctx: Ctx<'js>, callback: Function<'js>, delay: Opt<f64>) -> Result<usize> {
        delayed(&ctx, callback, delay, ProviderType::Interval)
    }
    fn immediate<'js>(ctx: Ctx<'js>, callback: Function<'js>) -> Result<usize> {
        delayed(&ctx, callback, Opt(None), ProviderType::Immediate)
    }
    let globals = ctx.globals();
    globals.set("setTimeout", Func::from(timeout))?;
    globals.set("setInterval", Func::from(interval))?;
    globals.set("setImmediate", Func::from(immediate))
}

/// The callback, with its microtasks: LLRT runs those of the timers that are due without looking at
/// what they throw.
fn guarded<'js>(ctx: &Ctx<'js>, callback: Function<'js>) -> Result<Function<'js>> {
    Function::new(ctx.clone(), move |ctx: Ctx<'js>| {
        if let Err(error) = callback.call::<_, ()>(()) {
            thrown::note_error(&ctx, error);
        }
        while let Some(result) = run_job(&ctx) {
            if let Err(value) = result {
                thrown::note(&ctx, value);
            }
        }
    })
}

/// Puts `__winterproof__` on the global object, for the report hook to take away.
pub(crate) fn hook<'js>(ctx: &Ctx<'js>, host: &Host) -> Result<Object<'js>> {
    let hook = Object::new(ctx.clone())?;
    let sender = host.clone();
    let send = move |text: rquickjs::String<'_>| -> Result<()> {
        // A lone surrogate has no place in a line of the wire.
        let text = text.to_cstring()?;
        sender.send(&String::from_utf8_lossy(text.as_str().as_bytes()));
        Ok(())
    };
    hook.set("send", Func::from(send))?;
    let host = host.clone();
    hook.set("completed", Func::from(move || host.completed()))?;
    ctx.globals().prop(
        "__winterproof__",
        Property::from(hook.clone()).writable().configurable(),
    )?;
    Ok(hook)
}
