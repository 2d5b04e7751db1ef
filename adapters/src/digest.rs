//! SHA-256 of a runtime's binary, for run logs.
//!
//! Hashing a hundred megabytes takes as long as several tests, so a digest is kept in the user's
//! cache folder, under the identity of the file: device, inode, size and the times of its last
//! changes. A file that was changed is another file.

use std::fs::{self, File, Metadata};
use std::io::{self, Read, Write};
use std::os::unix::fs::MetadataExt;
use std::path::{Path, PathBuf};
use std::time::{Duration, SystemTime, UNIX_EPOCH};

use sha2::{Digest, Sha256};
use tokio::task::spawn_blocking;

use crate::cache;

/// A file that changed so recently could change again without its times telling.
const SETTLED: Duration = Duration::from_secs(2);

/// SHA-256 of the file at `path`, in lower-case hexadecimal; `None` when it can't be read.
pub(crate) async fn sha256(path: PathBuf) -> Option<String> {
    let folder = cache::folder().map(|folder| folder.join("sha256"));
    let digest = move || cached(&path, folder.as_deref(), SystemTime::now()).ok();
    spawn_blocking(digest).await.ok()?
}

fn cached(path: &Path, folder: Option<&Path>, now: SystemTime) -> io::Result<String> {
    let mut file = File::open(path)?;
    let before = identity(&file.metadata()?);
    let kept = folder.map(|folder| folder.join(&before));
    if let Some(digest) = kept.as_deref().and_then(read) {
        return Ok(digest);
    }
    let digest = compute(&mut file)?;
    let after = file.metadata()?;
    if let (Some(folder), Some(kept)) = (folder, kept)
        && identity(&after) == before
        && is_settled(&after, now)
    {
        // Without a place to keep it, it is computed again the next time.
        let _ = keep(folder, &kept, &digest);
    }
    Ok(digest)
}

fn identity(file: &Metadata) -> String {
    format!(
        "{:x}-{:x}-{:x}-{}.{:09}-{}.{:09}",
        file.dev(),
        file.ino(),
        file.size(),
        file.mtime(),
        file.mtime_nsec(),
        file.ctime(),
        file.ctime_nsec(),
    )
}

fn is_settled(file: &Metadata, now: SystemTime) -> bool {
    let changed = file.mtime().max(file.ctime());
    let Ok(changed) = u64::try_from(changed) else {
        return false;
    };
    now.duration_since(UNIX_EPOCH)
        .is_ok_and(|now| now > Duration::from_secs(changed) + SETTLED)
}

fn read(kept: &Path) -> Option<String> {
    let is_hex = |byte: u8| byte.is_ascii_digit() || (b'a'..=b'f').contains(&byte);
    fs::read_to_string(kept)
        .ok()
        .filter(|digest| digest.len() == 64 && digest.bytes().all(is_hex))
}

fn keep(folder: &Path, kept: &Path, digest: &str) -> io::Result<()> {
    fs::create_dir_all(folder)?;
    let mut file = tempfile::NamedTempFile::new_in(folder)?;
    file.write_all(digest.as_bytes())?;
    file.persist(kept)?;
    Ok(())
}

fn compute(file: &mut File) -> io::Result<String> {
    let mut hasher = Sha256::new();
    let mut buffer = vec![0; 256 * 1024];
    loop {
        match file.read(&mut buffer)? {
            0 => break,
            count => hasher.update(&buffer[..count]),
        }
    }
    Ok(hasher
        .finalize()
        .iter()
        .map(|byte| format!("{byte:02x}"))
        .collect())
}

#[cfg(test)]
mod tests {
    use std::path::PathBuf;

    use super::*;

    /// The examples "abc" and "" of FIPS 180.
    const ABC: &str = "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad";
    const EMPTY: &str = "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855";

    struct Scene {
        _folder: tempfile::TempDir,
        binary: PathBuf,
        cache: PathBuf,
        later: SystemTime,
    }

    impl Scene {
        fn new() -> Self {
            let folder = tempfile::tempdir().unwrap();
            let binary = folder.path().join("runtime");
            fs::write(&binary, "abc").unwrap();
            Self {
                binary,
                cache: folder.path().join("cache"),
                later: SystemTime::now() + Duration::from_secs(10),
                _folder: folder,
            }
        }

        fn digest(&self) -> String {
            cached(&self.binary, Some(&self.cache), self.later).unwrap()
        }

        fn kept(&self) -> Vec<PathBuf> {
            let entries = fs::read_dir(&self.cache).into_iter().flatten();
            entries.map(|entry| entry.unwrap().path()).collect()
        }
    }

    #[test]
    fn what_is_kept_is_used() {
        let scene = Scene::new();
        assert_eq!(scene.digest(), ABC);
        let kept = scene.kept();
        assert_eq!(kept.len(), 1);
        fs::write(&kept[0], EMPTY).unwrap();
        assert_eq!(scene.digest(), EMPTY);
    }

    #[test]
    fn a_changed_file_is_another() {
        let scene = Scene::new();
        assert_eq!(scene.digest(), ABC);
        fs::write(&scene.binary, "").unwrap();
        assert_eq!(scene.digest(), EMPTY);
        assert_eq!(scene.kept().len(), 2);
    }

    #[test]
    fn what_is_no_digest_is_replaced() {
        let scene = Scene::new();
        assert_eq!(scene.digest(), ABC);
        let kept = scene.kept();
        fs::write(&kept[0], "cut off").unwrap();
        assert_eq!(scene.digest(), ABC);
        assert_eq!(fs::read_to_string(&kept[0]).unwrap(), ABC);
    }

    #[test]
    fn a_file_that_has_just_changed_is_not_kept() {
        let scene = Scene::new();
        let digest = cached(&scene.binary, Some(&scene.cache), SystemTime::now()).unwrap();
        assert_eq!(digest, ABC);
        assert!(scene.kept().is_empty());
    }

    #[test]
    fn no_folder_is_needed() {
        let scene = Scene::new();
        assert_eq!(cached(&scene.binary, None, scene.later).unwrap(), ABC);
        let file = scene.binary.join("no/folder");
        assert_eq!(
            cached(&scene.binary, Some(&file), scene.later).unwrap(),
            ABC
        );
    }
}
