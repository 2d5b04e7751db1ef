//! The event loop that Boa leaves to its embedder, one step at a time.
//!
//! An error ends nothing but the job it came from. Nothing spins: with nothing to run, the thread
//! sleeps until a timer is due, a future is woken or the time is up.

use std::pin::Pin;
use std::rc::Rc;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::task::{self, Poll, Wake, Waker};
use std::thread::{self, Thread};
use std::time::Instant;

use boa_engine::{JsResult, JsValue};
use futures::stream::{FuturesUnordered, Stream};
use winterproof_worker::{Kind, Microtasks, Task};

use crate::jobs::{Jobs, Timer};
use crate::rejections::Rejections;
use crate::{SharedContext, thrown};

type Futures = FuturesUnordered<Pin<Box<dyn Future<Output = JsResult<JsValue>>>>>;

pub(crate) struct EventLoop {
    context: SharedContext,
    jobs: Rc<Jobs>,
    rejections: Rc<Rejections>,
    futures: Futures,
    cleanups: Futures,
    bell: Arc<Bell>,
}

/// Wakes the thread of the event loop.
struct Bell {
    rung: AtomicBool,
    thread: Thread,
}

impl Wake for Bell {
    fn wake(self: Arc<Self>) {
        self.rung.store(true, Ordering::Release);
        self.thread.unpark();
    }
}

impl EventLoop {
    pub(crate) fn new(context: SharedContext, jobs: Rc<Jobs>, rejections: Rc<Rejections>) -> Self {
        Self {
            context,
            jobs,
            rejections,
            futures: Futures::new(),
            cleanups: Futures::new(),
            bell: Arc::new(Bell {
                rung: AtomicBool::new(false),
                thread: thread::current(),
            }),
        }
    }

    pub(crate) fn microtasks(&mut self, until: Instant) -> Microtasks<JsValue> {
        while !self.jobs.microtasks.borrow().is_empty() {
            if Instant::now() >= until {
                return Microtasks::Late;
            }
            let job = self.jobs.microtasks.borrow_mut().pop_front();
            let Some(job) = job else { break };
            let context = &mut self.context.borrow_mut();
            if let Err(error) = job.call(context) {
                return Microtasks::Uncaught(Kind::Error, thrown(error, context));
            }
        }
        self.context.borrow_mut().clear_kept_objects();
        match self.rejections.next() {
            Some(reason) => Microtasks::Uncaught(Kind::Rejection, reason),
            None => Microtasks::Drained,
        }
    }

    pub(crate) fn task(&mut self, until: Instant) -> Task<JsValue> {
        loop {
            let now = Instant::now();
            if now >= until {
                return Task::Late;
            }
            let task = self.jobs.tasks.borrow_mut().pop_front();
            if let Some(task) = task {
                let result = task.call(&mut self.context.borrow_mut());
                return outcome(self.context, result);
            }
            if let Some(done) = self.poll_futures() {
                return done;
            }
            let due = self.jobs.next_due();
            match due {
                Some(due) if due <= now => return self.run_first_timer(),
                None if self.futures.is_empty() => return Task::Idle,
                _ => {}
            }
            let wake_up = due.map_or(until, |due| due.min(until));
            thread::park_timeout(wake_up - now);
        }
    }

    /// Lets futures that were woken go on; `Some` if that left something to run.
    fn poll_futures(&mut self) -> Option<Task<JsValue>> {
        let started = self.jobs.futures.take();
        let cleanups = self.jobs.cleanups.take();
        let any_started = !started.is_empty() || !cleanups.is_empty();
        let rung = self.bell.rung.swap(false, Ordering::AcqRel);
        if !any_started && !rung {
            return None;
        }
        let context = self.context;
        self.futures
            .extend(started.into_iter().map(|job| boxed(job.call(context))));
        self.cleanups
            .extend(cleanups.into_iter().map(|job| boxed(job.call(context))));

        let waker = Waker::from(Arc::clone(&self.bell));
        let waker = &mut task::Context::from_waker(&waker);
        for futures in [&mut self.futures, &mut self.cleanups] {
            if let Poll::Ready(Some(result)) = Pin::new(futures).poll_next(waker) {
                // There may be more that are ready.
                self.bell.rung.store(true, Ordering::Release);
                return Some(outcome(self.context, result));
            }
        }
        self.jobs.any_ready().then_some(Task::Ran)
    }

    fn run_first_timer(&mut self) -> Task<JsValue> {
        match self.jobs.take_first_timer() {
            Some(Timer::Once(job)) => {
                let result = job.call(&mut self.context.borrow_mut());
                outcome(self.context, result)
            }
            Some(Timer::Repeating(job)) => {
                let result = job.call(&mut self.context.borrow_mut());
                let timer = Timer::Repeating(job);
                if !timer.is_cancelled() {
                    self.jobs.start(timer);
                }
                outcome(self.context, result)
            }
            None => Task::Ran,
        }
    }
}

fn outcome(context: SharedContext, result: JsResult<JsValue>) -> Task<JsValue> {
    match result {
        Ok(_) => Task::Ran,
        Err(error) => Task::Threw(thrown(error, &mut context.borrow_mut())),
    }
}

fn boxed(
    future: impl Future<Output = JsResult<JsValue>> + 'static,
) -> Pin<Box<dyn Future<Output = JsResult<JsValue>>>> {
    Box::pin(future)
}
