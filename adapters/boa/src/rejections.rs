//! Rejected promises that nobody listens to.

use std::cell::RefCell;
use std::collections::VecDeque;

use boa_engine::builtins::promise::{OperationType, Promise, PromiseState};
use boa_engine::context::HostHooks;
use boa_engine::object::builtins::JsPromise;
use boa_engine::{Context, JsObject, JsValue};

/// The list which HTML calls "about-to-be-notified rejected promises".
#[derive(Default)]
pub(crate) struct Rejections(RefCell<VecDeque<JsObject<Promise>>>);

impl Rejections {
    /// The reason of the first rejection that nothing has handled until now.
    pub(crate) fn next(&self) -> Option<JsValue> {
        let promise = self.0.borrow_mut().pop_front()?;
        match JsPromise::from(promise).state() {
            PromiseState::Rejected(reason) => Some(reason),
            state => unreachable!("a promise that was rejected is now {state:?}"),
        }
    }
}

impl HostHooks for Rejections {
    fn promise_rejection_tracker(
        &self,
        promise: &JsObject<Promise>,
        operation: OperationType,
        _: &mut Context,
    ) {
        let mut promises = self.0.borrow_mut();
        match operation {
            OperationType::Reject => promises.push_back(promise.clone()),
            OperationType::Handle => promises.retain(|other| !JsObject::equals(other, promise)),
        }
    }
}
