//! Reads files beneath a folder in one step, where the system has one that never leads out of it
//! (Linux: openat2). A server asks for several files that may not be there with each request; to
//! look at every part of each path would take most of its time.

#[cfg(target_os = "linux")]
pub(crate) use linux::Beneath;
#[cfg(not(target_os = "linux"))]
pub(crate) use none::Beneath;

#[cfg(target_os = "linux")]
mod linux {
    use std::fs::File;
    use std::io::{self, Read};
    use std::path::Path;

    use rustix::fs::{Mode, OFlags, ResolveFlags, openat2};
    use rustix::io::Errno;

    /// A folder that is held open.
    #[derive(Debug)]
    pub(crate) struct Beneath(File);

    impl Beneath {
        /// `None` when it can't be opened.
        pub(crate) fn open(folder: &Path) -> Option<Self> {
            File::open(folder).ok().map(Self)
        }

        /// The content of the file at `path`; `None` when it has to be found in another way: the
        /// system doesn't know this one, or a link leads out of the folder or is absolute.
        pub(crate) fn read(&self, path: &str) -> Option<io::Result<Vec<u8>>> {
            Some(self.open_file(path)?.and_then(read))
        }

        /// Whether there is a file at `path`; `None` as above.
        pub(crate) fn has(&self, path: &str) -> Option<bool> {
            let file = self.open_file(path)?;
            let found = file.and_then(|file| file.metadata());
            Some(found.is_ok_and(|found| found.is_file()))
        }

        fn open_file(&self, path: &str) -> Option<io::Result<File>> {
            // Whoever opens a pipe would wait for its other end.
            let flags = OFlags::RDONLY | OFlags::CLOEXEC | OFlags::NONBLOCK | OFlags::NOCTTY;
            let resolve = ResolveFlags::BENEATH | ResolveFlags::NO_MAGICLINKS;
            match openat2(&self.0, path, flags, Mode::empty(), resolve) {
                Ok(file) => Some(Ok(file.into())),
                Err(error @ (Errno::NOENT | Errno::NOTDIR)) => Some(Err(error.into())),
                Err(_) => None,
            }
        }
    }

    fn read(mut file: File) -> io::Result<Vec<u8>> {
        let found = file.metadata()?;
        if !found.is_file() {
            return Err(io::Error::new(io::ErrorKind::InvalidInput, "it is no file"));
        }
        // One byte more than there should be: a single read then tells that it is all.
        let length = usize::try_from(found.len()).unwrap_or_default();
        let mut content = vec![0; length + 1];
        let count = file.read(&mut content)?;
        content.truncate(count);
        if count != length {
            file.read_to_end(&mut content)?;
        }
        Ok(content)
    }
}

#[cfg(not(target_os = "linux"))]
mod none {
    use std::io;
    use std::path::Path;

    /// There is no such step.
    #[derive(Debug)]
    pub(crate) struct Beneath;

    impl Beneath {
        pub(crate) fn open(_folder: &Path) -> Option<Self> {
            None
        }

        pub(crate) fn read(&self, _path: &str) -> Option<io::Result<Vec<u8>>> {
            None
        }

        pub(crate) fn has(&self, _path: &str) -> Option<bool> {
            None
        }
    }
}
