//! The queue of microtasks, which Boa leaves to whoever embeds it.

use std::cell::RefCell;
use std::collections::VecDeque;
use std::rc::Rc;

use boa_engine::job::{Job, JobExecutor, PromiseJob};
use boa_engine::{Context, JsResult};

#[derive(Default)]
pub(crate) struct Jobs(RefCell<VecDeque<PromiseJob>>);

impl Jobs {
    pub(crate) fn next(&self) -> Option<PromiseJob> {
        self.0.borrow_mut().pop_front()
    }
}

impl JobExecutor for Jobs {
    fn enqueue_job(self: Rc<Self>, job: Job, _: &mut Context) {
        // What else there is (`Atomics.waitAsync()`, `FinalizationRegistry`) never happens in the toy.
        if let Job::PromiseJob(job) = job {
            self.0.borrow_mut().push_back(job);
        }
    }

    fn run_jobs(self: Rc<Self>, context: &mut Context) -> JsResult<()> {
        while let Some(job) = self.next() {
            job.call(context)?;
        }
        Ok(())
    }
}
