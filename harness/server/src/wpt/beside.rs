//! Which files of headers a folder has, so that they are not looked for with each request: almost none
//! has any, and each file could have four.

use std::collections::HashMap;
use std::sync::{Arc, Mutex, PoisonError};
use std::time::{Duration, SystemTime};

use crate::Files;

/// How long a folder must have been as it is: within the time that a clock of a file system takes to
/// move on, it can change unseen.
const SETTLED: Duration = Duration::from_secs(2);

/// What is known of folders.
#[derive(Debug, Default)]
pub(crate) struct Beside(Mutex<HashMap<String, Known>>);

/// What a folder had when it was looked at.
#[derive(Debug)]
struct Known {
    changed: SystemTime,
    names: Arc<[String]>,
}

impl Beside {
    /// The names of files of headers in a folder; `None` where that can't be told.
    pub fn names(&self, files: &dyn Files, folder: &str) -> Option<Arc<[String]>> {
        let changed = files.changed(folder)?;
        // Nothing panics while it is locked.
        let mut all = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        if let Some(known) = all.get(folder).filter(|known| known.changed == changed) {
            return Some(Arc::clone(&known.names));
        }
        let now = SystemTime::now();
        let names = files.list(folder)?.into_iter();
        let names: Arc<[String]> = names.filter(|name| name.ends_with(".headers")).collect();
        if now.duration_since(changed).is_ok_and(|age| age > SETTLED) {
            let names = Arc::clone(&names);
            all.insert(folder.to_owned(), Known { changed, names });
        }
        Some(names)
    }
}

#[cfg(test)]
mod tests {
    use std::borrow::Cow;

    use super::*;

    /// A folder that changed at this time and has this file.
    #[derive(Debug)]
    struct Folder(SystemTime, &'static str);

    impl Files for Folder {
        fn read(&self, _path: &str) -> Option<Cow<'static, [u8]>> {
            None
        }

        fn list(&self, _path: &str) -> Option<Vec<String>> {
            Some(vec!["a.html".into(), self.1.into()])
        }

        fn changed(&self, _folder: &str) -> Option<SystemTime> {
            Some(self.0)
        }
    }

    #[test]
    fn a_folder_is_looked_at_again_when_it_has_changed_or_may_have() {
        let beside = Beside::default();
        let names = |at, name| beside.names(&Folder(at, name), "/a").unwrap().to_vec();
        let now = SystemTime::now();
        let (old, later) = (now - 90 * SETTLED, now - 80 * SETTLED);
        assert_eq!(names(old, "a.headers"), ["a.headers"]);
        assert_eq!(names(old, "b.headers"), ["a.headers"]);
        assert_eq!(names(later, "b.headers"), ["b.headers"]);
        assert!(names(now, "c.html").is_empty());
        assert_eq!(names(now, "d.headers"), ["d.headers"]);
    }
}
