//! Which tests a user asked for: path prefixes and globs of test ids.

use globset::{Glob, GlobMatcher};
use winterproof_model::TestId;

/// A part of the tests.
#[derive(Clone, Debug)]
pub struct Filter {
    text: String,
    kind: Kind,
}

#[derive(Clone, Debug)]
enum Kind {
    /// With a leading slash and none behind.
    Prefix(String),
    Glob(GlobMatcher),
}

/// A filter that can't be read.
#[derive(Debug, thiserror::Error)]
#[error("the filter {text:?} is no glob: {problem}")]
pub struct FilterError {
    text: String,
    problem: String,
}

/// What begins a pattern. `?` does not: it begins a variant.
const SPECIAL: [char; 3] = ['*', '[', '{'];

impl Filter {
    /// Reads a path prefix such as `url` or `/url/host-ipv4.any.js`, or a glob such as
    /// `url/**/*-stream*`.
    pub fn parse(text: &str) -> Result<Self, FilterError> {
        let whole = format!("/{}", text.trim_matches('/'));
        let kind = if text.contains(SPECIAL) {
            let glob = Glob::new(&whole.replace('?', "\\?")).map_err(|error| FilterError {
                text: text.to_owned(),
                problem: error.kind().to_string(),
            })?;
            Kind::Glob(glob.compile_matcher())
        } else {
            Kind::Prefix(whole)
        };
        Ok(Self {
            text: text.to_owned(),
            kind,
        })
    }

    /// The filter as it was written.
    pub fn text(&self) -> &str {
        &self.text
    }

    /// What every path that matches begins with, up to a whole folder or the start of a name.
    fn prefix(&self) -> String {
        match &self.kind {
            Kind::Prefix(prefix) => {
                // A test's id and its file differ behind the first dot of the name.
                let name = prefix.rfind('/').map_or(0, |at| at + 1);
                match prefix[name..].find(['.', '?', '#']) {
                    Some(dot) => prefix[..name + dot].to_owned(),
                    None => prefix.clone(),
                }
            }
            Kind::Glob(glob) => {
                let pattern = glob.glob().glob();
                let literal = &pattern[..pattern.find(SPECIAL).unwrap_or(pattern.len())];
                literal[..literal.rfind('/').map_or(0, |at| at + 1)].to_owned()
            }
        }
    }

    /// Whether a path below a root, with or without a slash in front, is one of what it names: the whole
    /// of it, or a folder above it.
    pub fn matches_path(&self, path: &str) -> bool {
        let path = format!("/{}", path.trim_matches('/'));
        match &self.kind {
            Kind::Prefix(prefix) => path
                .strip_prefix(prefix.as_str())
                .is_some_and(|rest| rest.is_empty() || rest.starts_with('/')),
            Kind::Glob(glob) => glob.is_match(&path),
        }
    }

    /// Whether the prefix ends where a folder or a name does.
    fn matches_whole(&self, id: &TestId) -> bool {
        match &self.kind {
            Kind::Prefix(prefix) => [id.as_str(), &id.row()].iter().any(|name| {
                name.strip_prefix(prefix.as_str())
                    .is_some_and(|rest| rest.is_empty() || rest.starts_with(['/', '?', '#']))
            }),
            Kind::Glob(glob) => glob.is_match(id.as_str()) || glob.is_match(id.row()),
        }
    }

    fn matches_part(&self, id: &TestId) -> bool {
        match &self.kind {
            Kind::Prefix(prefix) => {
                prefix == "/" || id.as_str().starts_with(prefix) || id.row().starts_with(prefix)
            }
            Kind::Glob(_) => false,
        }
    }
}

/// Several filters; a test is wanted when one of them matches.
#[derive(Clone, Debug, Default)]
pub struct Filters(Vec<Filter>);

impl Filters {
    /// Reads each text as a filter.
    pub fn parse(texts: &[String]) -> Result<Self, FilterError> {
        texts
            .iter()
            .map(|text| Filter::parse(text))
            .collect::<Result<_, _>>()
            .map(Self)
    }

    /// Whether everything is wanted.
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// The filters as they were written.
    pub fn texts(&self) -> Vec<String> {
        self.0.iter().map(|filter| filter.text.clone()).collect()
    }

    /// What the paths of all wanted files begin with; empty when nothing narrows them down.
    pub fn prefixes(&self) -> Vec<String> {
        self.0.iter().map(Filter::prefix).collect()
    }

    /// Which of `ids` are wanted, and which filters match nothing.
    ///
    /// `url` means the folder `url` and not `urlpattern`; only where no folder or file has that
    /// very name is it taken as the beginning of one.
    pub fn choose(&self, ids: &[TestId]) -> (Vec<bool>, Vec<String>) {
        if self.0.is_empty() {
            return (vec![true; ids.len()], Vec::new());
        }
        let mut wanted = vec![false; ids.len()];
        let mut without = Vec::new();
        for filter in &self.0 {
            let mut hits: Vec<bool> = ids.iter().map(|id| filter.matches_whole(id)).collect();
            if !hits.contains(&true) {
                hits = ids.iter().map(|id| filter.matches_part(id)).collect();
            }
            if !hits.contains(&true) {
                without.push(filter.text.clone());
            }
            for (wanted, hit) in wanted.iter_mut().zip(hits) {
                *wanted |= hit;
            }
        }
        (wanted, without)
    }

    /// Whether a filter names the area `folder` or something in it.
    pub fn name_area(&self, folder: &str) -> bool {
        self.0.iter().any(|filter| {
            let text = filter.text.trim_start_matches('/');
            text == folder
                || text
                    .strip_prefix(folder)
                    .is_some_and(|rest| rest.starts_with('/'))
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn chosen(filter: &str) -> Vec<&'static str> {
        let names = [
            "/url/a.any.js",
            "/url/a.any.js?x=1",
            "/url/deep/b.any.worker.html",
            "/urlpattern/c.any.js",
        ];
        let ids: Vec<TestId> = names.iter().map(|name| name.parse().unwrap()).collect();
        let filters = Filters::parse(&[filter.to_owned()]).unwrap();
        let (wanted, _) = filters.choose(&ids);
        names
            .into_iter()
            .zip(wanted)
            .filter(|(_, wanted)| *wanted)
            .map(|(name, _)| name)
            .collect()
    }

    #[test]
    fn a_folder_is_meant_before_a_beginning() {
        assert_eq!(chosen("url").len(), 3);
        assert_eq!(chosen("/url/").len(), 3);
        assert_eq!(chosen("urlp"), ["/urlpattern/c.any.js"]);
        assert_eq!(chosen("url/a"), ["/url/a.any.js", "/url/a.any.js?x=1"]);
        assert_eq!(chosen("url/a.any.js?x=1"), ["/url/a.any.js?x=1"]);
        assert_eq!(chosen("url/deep/b.any.js"), ["/url/deep/b.any.worker.html"]);
        assert!(chosen("nothing").is_empty());
    }

    #[test]
    fn globs() {
        assert_eq!(chosen("url/**/b.*"), ["/url/deep/b.any.worker.html"]);
        assert_eq!(chosen("*/{c,d}.any.js"), ["/urlpattern/c.any.js"]);
        assert!(Filter::parse("url/[").is_err());
    }

    #[test]
    fn prefixes_narrow_the_search() {
        let prefix = |text: &str| Filter::parse(text).unwrap().prefix();
        assert_eq!(prefix("url"), "/url");
        assert_eq!(prefix("url/a.any.html?x"), "/url/a");
        assert_eq!(prefix("url/de*/b"), "/url/");
    }
}
