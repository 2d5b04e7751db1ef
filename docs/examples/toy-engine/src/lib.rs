//! A runtime as small as can be: Boa without any Web API but a [`TextEncoder`](text_encoder), which
//! lacks `encodeInto()`. It shows what a vendor in Rust writes to be tested by winterproof: an
//! [`Engine`] and its [`Realm`] here, and the test target `tests/web_apis.rs`.

mod jobs;
mod text_encoder;

use std::path::Path;
use std::rc::Rc;
use std::time::Instant;

use boa_engine::object::ObjectInitializer;
use boa_engine::property::Attribute;
use boa_engine::{
    Context, JsError, JsObject, JsResult, JsValue, NativeFunction, Source, js_string,
};
use winterproof_worker::{
    Call, CallError, Description, Engine, Host, Kind, Microtasks, Realm, Run, Task, limit_memory,
};

use jobs::Jobs;
use text_encoder::TextEncoder;

/// A test that takes more memory is ended.
const MEMORY: u64 = 512 << 20;

/// The engine, as winterproof takes it.
pub fn engine() -> impl Engine {
    Toy
}

struct Toy;

impl Engine for Toy {
    type Realm = ToyRealm;

    fn version(&self) -> String {
        env!("CARGO_PKG_VERSION").to_owned()
    }

    fn engine(&self) -> String {
        "Boa".to_owned()
    }

    fn open(self, _: &Run, host: Host) -> Result<ToyRealm, String> {
        limit_memory(MEMORY);
        ToyRealm::new(host).map_err(|error| format!("the toy cannot start: {error}"))
    }
}

/// A global object with its queue of microtasks. There are no tasks: nothing in here waits.
struct ToyRealm {
    context: Context,
    jobs: Rc<Jobs>,
    hook: JsObject,
}

impl ToyRealm {
    fn new(host: Host) -> JsResult<Self> {
        let jobs = Rc::new(Jobs::default());
        let mut context = Context::builder().job_executor(Rc::clone(&jobs)).build()?;
        context.register_global_class::<TextEncoder>()?;
        let hook = install(host, &mut context)?;
        Ok(Self {
            context,
            jobs,
            hook,
        })
    }
}

impl Realm for ToyRealm {
    type Value = JsValue;

    fn evaluate(&mut self, url: &str, source: &str) -> Result<(), JsValue> {
        let source = Source::from_bytes(source).with_path(Path::new(url));
        match self.context.eval(source) {
            Ok(_) => Ok(()),
            Err(error) => Err(thrown(error, &mut self.context)),
        }
    }

    fn call(&mut self, call: Call<'_, JsValue>) -> Result<(), CallError> {
        let threw = |error: JsError| CallError::Threw(error.to_string());
        let function = self
            .hook
            .get(js_string!(call.function()), &mut self.context);
        let function = function.map_err(threw)?;
        let function = function.as_callable().ok_or(CallError::Absent)?;
        let arguments = match call {
            Call::Uncaught(kind, value) => vec![js_string!(kind.as_str()).into(), value.clone()],
            Call::Expire(reason) => vec![js_string!(reason).into()],
            Call::Close => Vec::new(),
        };
        let called = function.call(&JsValue::undefined(), &arguments, &mut self.context);
        called.map(drop).map_err(threw)
    }

    fn microtasks(&mut self, until: Instant) -> Microtasks<JsValue> {
        while let Some(job) = self.jobs.next() {
            if let Err(error) = job.call(&mut self.context) {
                return Microtasks::Uncaught(Kind::Error, thrown(error, &mut self.context));
            }
            if Instant::now() >= until {
                return Microtasks::Late;
            }
        }
        Microtasks::Drained
    }

    fn task(&mut self, _: Instant) -> Task<JsValue> {
        Task::Idle
    }

    fn describe(&mut self, value: &JsValue) -> Description {
        let message = match value.to_string(&mut self.context) {
            Ok(text) => text.to_std_string_lossy(),
            Err(_) => value.display().to_string(),
        };
        Description {
            message,
            stack: None,
        }
    }
}

/// Puts `__winterproof__` on the global object, for winterproof's first script to take away.
fn install(host: Host, context: &mut Context) -> JsResult<JsObject> {
    fn the_host(context: &Context) -> &Host {
        context.get_data().expect("the host was put there")
    }
    fn send(_: &JsValue, arguments: &[JsValue], context: &mut Context) -> JsResult<JsValue> {
        let text = arguments.first().and_then(JsValue::as_string);
        the_host(context).send(&text.unwrap_or_default().to_std_string_lossy());
        Ok(JsValue::undefined())
    }
    fn completed(_: &JsValue, _: &[JsValue], context: &mut Context) -> JsResult<JsValue> {
        the_host(context).completed();
        Ok(JsValue::undefined())
    }

    context.insert_data(host);
    let (send, completed) = (
        NativeFunction::from_fn_ptr(send),
        NativeFunction::from_fn_ptr(completed),
    );
    let hook = ObjectInitializer::new(context)
        .function(send, js_string!("send"), 1)
        .function(completed, js_string!("completed"), 0)
        .build();
    let attribute = Attribute::WRITABLE | Attribute::CONFIGURABLE;
    context.register_global_property(js_string!("__winterproof__"), hook.clone(), attribute)?;
    Ok(hook)
}

/// The value behind an error; of what the engine itself gave up on, its text.
fn thrown(error: JsError, context: &mut Context) -> JsValue {
    let value = error.into_opaque(context);
    value.unwrap_or_else(|error| js_string!(error.to_string()).into())
}
