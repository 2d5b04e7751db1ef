//! The event loop, one step at a time: microtasks, rejections, and the futures of LLRT's crates, of
//! which the timers are one.

use std::cell::RefCell;
use std::collections::VecDeque;
use std::future::poll_fn;
use std::mem::MaybeUninit;
use std::pin::pin;
use std::rc::Rc;
use std::task::Poll;
use std::time::Instant;

use rquickjs::runtime::RejectionTracker;
use rquickjs::{AsyncRuntime, Ctx, Persistent, Value, qjs};
use tokio::time::timeout_at;
use winterproof_worker::{Kind, Microtasks, Task};

use crate::thrown::{self, Thrown, keep};

/// Promises that were rejected and that nobody listens to, each with its reason.
type Rejections = Rc<RefCell<VecDeque<(Persistent<Value<'static>>, Thrown)>>>;

pub(crate) struct EventLoop {
    runtime: AsyncRuntime,
    rejections: Rejections,
}

impl EventLoop {
    pub(crate) async fn new(runtime: AsyncRuntime) -> Self {
        let rejections = Rejections::default();
        let list = Rc::clone(&rejections);
        let tracker: RejectionTracker = Box::new(move |ctx, promise, reason, handled| {
            let mut list = list.borrow_mut();
            if handled {
                list.retain(|(other, _)| !is(&ctx, other, &promise));
            } else {
                let (promise, reason) = (keep(&ctx, promise), keep(&ctx, reason));
                list.push_back((promise, reason));
            }
        });
        runtime
            .set_host_promise_rejection_tracker(Some(tracker))
            .await;
        Self {
            runtime,
            rejections,
        }
    }

    pub(crate) fn microtasks(&self, ctx: &Ctx<'_>, until: Instant) -> Microtasks<Thrown> {
        loop {
            if Instant::now() >= until {
                return Microtasks::Late;
            }
            match run_job(ctx) {
                Some(Ok(())) => {}
                Some(Err(value)) => return Microtasks::Uncaught(Kind::Error, keep(ctx, value)),
                None => break,
            }
        }
        match self.rejections.borrow_mut().pop_front() {
            Some((_, reason)) => Microtasks::Uncaught(Kind::Rejection, reason),
            None => Microtasks::Drained,
        }
    }

    /// Lets the futures that were woken go on, after a wait for the first of them.
    pub(crate) async fn task(&self, until: Instant) -> Task<Thrown> {
        if let Some(thrown) = thrown::take() {
            return Task::Threw(thrown);
        }
        if Instant::now() >= until {
            return Task::Late;
        }
        match timeout_at(until.into(), self.futures()).await {
            Ok(true) => thrown::take().map_or(Task::Ran, Task::Threw),
            Ok(false) => Task::Idle,
            Err(_) => Task::Late,
        }
    }

    /// Whether one of the futures went on; false if there is none.
    async fn futures(&self) -> bool {
        poll_fn(|cx| {
            // No job is left: what this runs are futures.
            match pin!(self.runtime.execute_pending_job()).poll(cx) {
                Poll::Ready(Ok(false)) => {}
                Poll::Ready(Ok(true) | Err(_)) => return Poll::Ready(true),
                Poll::Pending => return Poll::Pending,
            }
            match pin!(self.runtime.is_job_pending()).poll(cx) {
                Poll::Ready(false) => Poll::Ready(false),
                _ => Poll::Pending,
            }
        })
        .await
    }
}

fn is<'js>(ctx: &Ctx<'js>, one: &Persistent<Value<'static>>, other: &Value<'js>) -> bool {
    one.clone().restore(ctx).is_ok_and(|one| one == *other)
}

/// Runs the next microtask: `None` if there is none, `Err` with what it threw.
pub(crate) fn run_job<'js>(ctx: &Ctx<'js>) -> Option<Result<(), Value<'js>>> {
    let mut of = MaybeUninit::uninit();
    #[expect(unsafe_code, reason = "rquickjs does not tell what a job threw")]
    // SAFETY: `ctx` is proof that the runtime is there and locked; `of` is written and not read.
    let ran = unsafe {
        qjs::JS_ExecutePendingJob(qjs::JS_GetRuntime(ctx.as_raw().as_ptr()), of.as_mut_ptr())
    };
    match ran {
        0 => None,
        1.. => Some(Ok(())),
        _ => Some(Err(ctx.catch())),
    }
}
