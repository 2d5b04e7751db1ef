//! The stash: what the requests of one test leave for each other.
//!
//! A value is taken once. Where each test has a server, a new test begins with an empty stash. The
//! tests of a browser share one server, and then nothing but the key keeps them apart: tests make it
//! up at random for that reason. Who has put a value can't be told from its request: a `Referer` from
//! another origin names no path, and it is tests across origins that leave each other values.

use std::collections::HashMap;
use std::sync::{Mutex, PoisonError};

use bytes::Bytes;
use tokio::sync::Notify;

/// Values by the path that they belong to, and by key.
#[derive(Debug, Default)]
pub(crate) struct Stash {
    values: Mutex<HashMap<(String, String), Bytes>>,
    /// Wakes those who wait for a value.
    changed: Notify,
}

impl Stash {
    /// Puts a value, in the place of the one that was there.
    pub fn put(&self, path: &str, key: &str, value: impl Into<Bytes>) {
        let name = (path.to_owned(), key.to_owned());
        self.map().insert(name, value.into());
        self.changed.notify_waiters();
    }

    /// Takes a value out.
    pub fn take(&self, path: &str, key: &str) -> Option<Bytes> {
        self.map().remove(&(path.to_owned(), key.to_owned()))
    }

    /// Takes a value out as soon as there is one.
    pub async fn wait(&self, path: &str, key: &str) -> Bytes {
        self.wait_for(path, key, |value| (None, value)).await
    }

    /// Changes a value, as `update` does, as soon as that gives something. What gives nothing must
    /// change nothing.
    pub async fn wait_for<T>(
        &self,
        path: &str,
        key: &str,
        mut change: impl FnMut(Option<Bytes>) -> (Option<Bytes>, Option<T>),
    ) -> T {
        loop {
            // It is woken by whatever comes from now on, even before it waits.
            let changed = self.changed.notified();
            if let Some(result) = self.exchange(path, key, &mut change) {
                return result;
            }
            changed.await;
        }
    }

    /// Takes a value out and puts another one in, with nobody in between.
    pub fn update<T>(
        &self,
        path: &str,
        key: &str,
        change: impl FnOnce(Option<Bytes>) -> (Option<Bytes>, T),
    ) -> T {
        let result = self.exchange(path, key, change);
        self.changed.notify_waiters();
        result
    }

    fn exchange<T>(
        &self,
        path: &str,
        key: &str,
        change: impl FnOnce(Option<Bytes>) -> (Option<Bytes>, T),
    ) -> T {
        let mut map = self.map();
        let name = (path.to_owned(), key.to_owned());
        let (value, result) = change(map.remove(&name));
        if let Some(value) = value {
            map.insert(name, value);
        }
        result
    }

    /// Forgets everything.
    pub fn clear(&self) {
        self.map().clear();
    }

    fn map(&self) -> std::sync::MutexGuard<'_, HashMap<(String, String), Bytes>> {
        // Nothing panics while it is locked that leaves it in disorder.
        self.values.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_value_is_taken_once() {
        let stash = Stash::default();
        stash.put("/a", "k", "1");
        assert_eq!(stash.take("/b", "k"), None);
        assert_eq!(stash.take("/a", "k").unwrap(), "1");
        assert_eq!(stash.take("/a", "k"), None);
    }

    #[test]
    fn an_update_sees_what_was_there() {
        let stash = Stash::default();
        let count = |value: Option<Bytes>| {
            let count = value.map_or(0, |value| value.len()) + 1;
            (Some(Bytes::from(vec![0; count])), count)
        };
        assert_eq!(stash.update("/a", "k", count), 1);
        assert_eq!(stash.update("/a", "k", count), 2);
        stash.clear();
        assert_eq!(stash.update("/a", "k", count), 1);
    }

    #[tokio::test]
    async fn a_value_is_waited_for() {
        let stash = Stash::default();
        let put = async {
            stash.put("/a", "other", "1");
            tokio::task::yield_now().await;
            stash.put("/a", "k", "2");
        };
        let (value, ()) = tokio::join!(stash.wait("/a", "k"), put);
        assert_eq!(value, "2");
        assert_eq!(stash.take("/a", "k"), None);
    }
}
