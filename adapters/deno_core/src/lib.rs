//! deno_core as a runtime under test, with the Web APIs of Deno's extension crates, on QuickJS or V8.
//!
//! Owns: making a runtime as an embedder of deno_core does, wiring what the extension crates export to
//! the global object as Deno does, and driving its event loop. It adds no API and repairs none.

mod extensions;
mod natives;
mod realm;

use std::cell::{Cell, RefCell};
use std::collections::VecDeque;
use std::rc::Rc;

use deno_core::v8;
use winterproof_model::wire::Run;
use winterproof_worker::{Engine, Host, Kind};

use realm::DenoRealm;

/// The release that `Cargo.toml` pins; a test compares the two.
const VERSION: &str = "0.413.0";

/// The engine behind the interface of V8 that deno_core uses.
#[cfg(feature = "quickjs")]
const ENGINE: &str = "quickjs-ng 0.15.1 (v8x 149.4.0-rc.4)";

/// The engine, for [`winterproof_worker::serve`].
pub fn engine() -> impl Engine {
    DenoCore
}

struct DenoCore;

impl Engine for DenoCore {
    type Realm = DenoRealm;

    fn version(&self) -> String {
        VERSION.to_owned()
    }

    fn engine(&self) -> String {
        #[cfg(feature = "quickjs")]
        return ENGINE.to_owned();
        #[cfg(not(feature = "quickjs"))]
        return format!("V8 {}", v8::V8::get_version());
    }

    fn open(self, run: &Run, host: Host) -> Result<DenoRealm, String> {
        DenoRealm::new(run, Shared::new(host))
            .map_err(|error| format!("deno_core cannot start: {error}"))
    }
}

/// What the functions that scripts call leave for the event loop.
struct Shared {
    host: Host,
    is_completed: Cell<bool>,
    uncaught: RefCell<VecDeque<(Kind, v8::Global<v8::Value>)>>,
}

impl Shared {
    fn new(host: Host) -> Rc<Self> {
        Rc::new(Self {
            host,
            is_completed: Cell::new(false),
            uncaught: RefCell::default(),
        })
    }

    /// Whether something happened that has to be looked at before the next task.
    fn has_news(&self) -> bool {
        self.is_completed.get() || !self.uncaught.borrow().is_empty()
    }
}
