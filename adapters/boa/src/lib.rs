//! Boa as a runtime under test: `boa_engine` with every Web API that `boa_runtime` brings.
//!
//! Owns: making a context as an embedder of Boa does, evaluating classic scripts in it, its event
//! loop and its HTTP client, the two things that Boa leaves to its embedder. It adds no API and
//! repairs none.

mod event_loop;
mod fetcher;
mod jobs;
mod rejections;

use std::cell::RefCell;
use std::path::Path;
use std::rc::Rc;
use std::time::Instant;

use boa_engine::context::ContextBuilder;
use boa_engine::module::IdleModuleLoader;
use boa_engine::object::ObjectInitializer;
use boa_engine::property::Attribute;
use boa_engine::{
    Context, JsError, JsObject, JsResult, JsValue, NativeFunction, Source, js_string,
};
use boa_runtime::extensions::{ConsoleExtension, FetchExtension};
use winterproof_model::wire::Run;
use winterproof_worker::{
    Call, CallError, Description, Engine, Host, Microtasks, Realm, Task, limit_memory,
};

use event_loop::EventLoop;
use fetcher::HttpFetcher;
use jobs::Jobs;
use rejections::Rejections;

/// The release that `Cargo.toml` pins; a test compares the two.
const VERSION: &str = "0.22.0";

/// Boa has no limit of its own on the heap. This much it fills in less than a long time-out.
const MEMORY: u64 = 512 << 20;

/// The context lives as long as the process, so that futures of the engine's can be kept while the
/// event loop pauses: they borrow it.
type SharedContext = &'static RefCell<&'static mut Context>;

/// The engine, for [`winterproof_worker::serve`].
pub fn engine() -> impl Engine {
    Boa
}

struct Boa;

impl Engine for Boa {
    type Realm = BoaRealm;

    fn version(&self) -> String {
        VERSION.to_owned()
    }

    fn engine(&self) -> String {
        format!("Boa {VERSION}")
    }

    fn open(self, run: &Run, host: Host) -> Result<BoaRealm, String> {
        limit_memory(MEMORY);
        BoaRealm::new(run, host).map_err(|error| format!("Boa cannot start: {error}"))
    }
}

struct BoaRealm {
    context: SharedContext,
    hook: JsObject,
    event_loop: EventLoop,
}

impl BoaRealm {
    fn new(run: &Run, host: Host) -> JsResult<Self> {
        let jobs = Rc::new(Jobs::default());
        let rejections = Rc::new(Rejections::default());
        let mut context = ContextBuilder::new()
            .job_executor(Rc::clone(&jobs))
            .host_hooks(Rc::clone(&rejections))
            // A test is a classic script without files beside it.
            .module_loader(Rc::new(IdleModuleLoader))
            .build()?;
        let extensions = (
            ConsoleExtension::default(),
            FetchExtension(HttpFetcher::new(run.base_url.as_deref())),
        );
        boa_runtime::register(extensions, None, &mut context)?;
        let hook = install(host, &mut context)?;

        let context: &'static mut Context = Box::leak(Box::new(context));
        let context: SharedContext = Box::leak(Box::new(RefCell::new(context)));
        Ok(Self {
            context,
            hook,
            event_loop: EventLoop::new(context, jobs, rejections),
        })
    }
}

impl Realm for BoaRealm {
    type Value = JsValue;

    fn evaluate(&mut self, url: &str, source: &str) -> Result<(), JsValue> {
        let context = &mut self.context.borrow_mut();
        let source = Source::from_bytes(source).with_path(Path::new(url));
        match context.eval(source) {
            Ok(_) => Ok(()),
            Err(error) => Err(thrown(error, context)),
        }
    }

    fn call(&mut self, call: Call<'_, JsValue>) -> Result<(), CallError> {
        let context = &mut self.context.borrow_mut();
        let threw = |error: JsError| CallError::Threw(error.to_string());
        let function = self
            .hook
            .get(js_string!(call.function()), context)
            .map_err(threw)?;
        let function = function.as_callable().ok_or(CallError::Absent)?;
        let arguments = match call {
            Call::Uncaught(kind, value) => {
                vec![js_string!(kind.as_str()).into(), value.clone()]
            }
            Call::Expire(reason) => vec![js_string!(reason).into()],
            Call::Close => Vec::new(),
        };
        function
            .call(&JsValue::undefined(), &arguments, context)
            .map(drop)
            .map_err(threw)
    }

    fn microtasks(&mut self, until: Instant) -> Microtasks<JsValue> {
        self.event_loop.microtasks(until)
    }

    fn task(&mut self, until: Instant) -> Task<JsValue> {
        self.event_loop.task(until)
    }

    fn describe(&mut self, value: &JsValue) -> Description {
        let context = &mut self.context.borrow_mut();
        let message = match value.to_string(context) {
            Ok(text) => text.to_std_string_lossy(),
            Err(_) => value.display().to_string(),
        };
        let stack = value
            .as_object()
            .and_then(|error| error.get(js_string!("stack"), context).ok())
            .and_then(|stack| stack.as_string())
            .map(|stack| stack.to_std_string_lossy());
        Description { message, stack }
    }
}

/// Puts `__winterproof__` on the global object, for the report hook to take away.
fn install(host: Host, context: &mut Context) -> JsResult<JsObject> {
    fn send(_: &JsValue, arguments: &[JsValue], context: &mut Context) -> JsResult<JsValue> {
        let text = arguments.first().and_then(JsValue::as_string);
        the_host(context).send(&text.unwrap_or_default().to_std_string_lossy());
        Ok(JsValue::undefined())
    }
    fn completed(_: &JsValue, _: &[JsValue], context: &mut Context) -> JsResult<JsValue> {
        the_host(context).completed();
        Ok(JsValue::undefined())
    }
    fn the_host(context: &Context) -> &Host {
        context.get_data().expect("the host was put there")
    }

    context.insert_data(host);
    let hook = ObjectInitializer::new(context)
        .function(NativeFunction::from_fn_ptr(send), js_string!("send"), 1)
        .function(
            NativeFunction::from_fn_ptr(completed),
            js_string!("completed"),
            0,
        )
        .build();
    context.register_global_property(
        js_string!("__winterproof__"),
        hook.clone(),
        Attribute::WRITABLE | Attribute::CONFIGURABLE,
    )?;
    Ok(hook)
}

/// The value behind an error.
///
/// What Boa itself gives up on (its recursion limit, an inner failure) no script can catch, and
/// there is no value for it: the host sees an object with the text of the error in it.
fn thrown(error: JsError, context: &mut Context) -> JsValue {
    error.into_opaque(context).unwrap_or_else(|error| {
        let text = error.to_string();
        let (message, stack) = text.split_once('\n').unwrap_or((&text, ""));
        let value = JsObject::with_null_proto();
        for (key, text) in [
            (js_string!("message"), message),
            (js_string!("stack"), stack),
        ] {
            value
                .create_data_property(key, js_string!(text), context)
                .expect("a new object takes any property");
        }
        value.into()
    })
}
