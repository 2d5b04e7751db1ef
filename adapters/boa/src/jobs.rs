//! What the engine has queued: microtasks, tasks, timers and futures not yet started.

use std::cell::{Cell, RefCell};
use std::collections::{BTreeMap, VecDeque};
use std::rc::Rc;
use std::time::{Duration, Instant};

use boa_engine::context::time::JsDuration;
use boa_engine::job::{
    GenericJob, IntervalJob, Job, JobExecutor, NativeAsyncJob, PromiseJob, TimeoutJob,
};
use boa_engine::{Context, JsResult};

const FOR_EVER: Duration = Duration::from_secs(1 << 32);

/// The queues; taking from them and running is the event loop's.
#[derive(Default)]
pub(crate) struct Jobs {
    pub(crate) microtasks: RefCell<VecDeque<PromiseJob>>,
    pub(crate) tasks: RefCell<VecDeque<GenericJob>>,
    pub(crate) futures: RefCell<Vec<NativeAsyncJob>>,
    /// Futures which wait for the garbage collector: no reason to keep a run going.
    pub(crate) cleanups: RefCell<Vec<NativeAsyncJob>>,
    timers: RefCell<BTreeMap<(Instant, u64), Timer>>,
    timers_made: Cell<u64>,
}

pub(crate) enum Timer {
    Once(TimeoutJob),
    Repeating(IntervalJob),
}

impl Timer {
    fn delay(&self) -> JsDuration {
        match self {
            Self::Once(job) => job.timeout(),
            Self::Repeating(job) => job.interval(),
        }
    }

    pub(crate) fn is_cancelled(&self) -> bool {
        match self {
            Self::Once(job) => job.cancelled(),
            Self::Repeating(job) => job.cancelled(),
        }
    }
}

impl Jobs {
    /// Whether there is something to run without waiting.
    pub(crate) fn any_ready(&self) -> bool {
        !(self.microtasks.borrow().is_empty()
            && self.tasks.borrow().is_empty()
            && self.futures.borrow().is_empty())
    }

    /// Starts a timer, behind all that are due at the same time.
    pub(crate) fn start(&self, timer: Timer) {
        let delay = Duration::from_millis(timer.delay().as_millis());
        // `Atomics.waitAsync()` takes delays that no clock can tell from for ever.
        let due = Instant::now() + delay.min(FOR_EVER);
        let number = self.timers_made.get();
        self.timers_made.set(number + 1);
        self.timers.borrow_mut().insert((due, number), timer);
    }

    /// When the next timer is due that has not been cancelled.
    pub(crate) fn next_due(&self) -> Option<Instant> {
        let mut timers = self.timers.borrow_mut();
        while let Some(first) = timers.first_entry() {
            if !first.get().is_cancelled() {
                return Some(first.key().0);
            }
            first.remove();
        }
        None
    }

    pub(crate) fn take_first_timer(&self) -> Option<Timer> {
        Some(self.timers.borrow_mut().pop_first()?.1)
    }
}

impl JobExecutor for Jobs {
    fn enqueue_job(self: Rc<Self>, job: Job, _: &mut Context) {
        match job {
            Job::PromiseJob(job) => self.microtasks.borrow_mut().push_back(job),
            Job::GenericJob(job) => self.tasks.borrow_mut().push_back(job),
            Job::AsyncJob(job) => self.futures.borrow_mut().push(job),
            Job::FinalizationRegistryCleanupJob(job) => self.cleanups.borrow_mut().push(job),
            Job::TimeoutJob(job) => self.start(Timer::Once(job)),
            Job::IntervalJob(job) => self.start(Timer::Repeating(job)),
            job => unimplemented_job(&job),
        }
    }

    /// Only what blocks inside the engine calls this; it waits for promises.
    fn run_jobs(self: Rc<Self>, context: &mut Context) -> JsResult<()> {
        loop {
            let job = self.microtasks.borrow_mut().pop_front();
            match job {
                Some(job) => job.call(context)?,
                None => return Ok(()),
            };
        }
    }
}

// `Job` is non-exhaustive. Dropping a kind of job would make a test hang without a reason.
fn unimplemented_job(job: &Job) -> ! {
    panic!("the host does not know this kind of job: {job:?}")
}
