//! Everything that goes to disk or onto the wire comes back as it was: any text in it, and every
//! damage a file can take is either put up with or named.

mod damage;
mod log;
mod make;
mod versions;
mod wire;

use proptest::prelude::*;
use proptest::test_runner::TestCaseError;
use serde::Serialize;
use serde::de::DeserializeOwned;
use winterproof_model::{Counts, TestId};

/// What `value` is after it was written and read again.
fn same<T>(value: &T) -> Result<(), TestCaseError>
where
    T: DeserializeOwned + PartialEq + Serialize + std::fmt::Debug,
{
    let text = serde_json::to_string(value).expect("it is plain data");
    let back: T = serde_json::from_str(&text)
        .map_err(|error| TestCaseError::fail(format!("{error}: {text}")))?;
    prop_assert_eq!(&back, value, "{}", text);
    prop_assert!(!text.contains('\n'), "one line: {}", text);
    Ok(())
}

proptest! {
    #[test]
    fn ids(id in make::id()) {
        same(&id)?;
        prop_assert_eq!(id.as_str().parse(), Ok(id.clone()));
        prop_assert_eq!(TestId::new(&id.source(), id.scope(), id.variant()), Ok(id));
    }

    #[test]
    fn any_text_is_an_id_or_is_refused(text in make::text()) {
        let parsed = text.parse::<TestId>();
        match &parsed {
            Ok(id) => prop_assert_eq!(id.as_str(), &text),
            Err(error) => prop_assert!(error.to_string().contains("a test id ")),
        }
        let quoted = serde_json::to_string(&text).expect("a text is plain data");
        let read = serde_json::from_str::<TestId>(&quoted);
        prop_assert_eq!(read.is_ok(), parsed.is_ok());
    }

    #[test]
    fn statuses(scope in make::scope(), test in make::harness_status(), sub in make::status()) {
        same(&scope)?;
        same(&test)?;
        same(&sub)?;
        // What is shown is what is written.
        prop_assert_eq!(format!("\"{scope}\""), serde_json::to_string(&scope).unwrap());
        prop_assert_eq!(format!("\"{test}\""), serde_json::to_string(&test).unwrap());
        prop_assert_eq!(format!("\"{sub}\""), serde_json::to_string(&sub).unwrap());
    }

    #[test]
    fn verdicts(verdict in make::verdict()) {
        same(&verdict)?;
    }

    #[test]
    fn results(result in make::result()) {
        same(&result)?;
    }

    #[test]
    fn subtests(subtest in make::subtest(), uncaught in make::uncaught()) {
        same(&subtest)?;
        same(&uncaught)?;
    }

    #[test]
    fn counts(subtests in make::subtests(20)) {
        let counts = Counts::of(&subtests);
        same(&counts)?;
        prop_assert_eq!(counts.total(), subtests.len() as u64);
    }

    #[test]
    fn expectations(expectation in make::expectation()) {
        same(&expectation)?;
    }

    #[test]
    fn runtimes(runtime in make::runtime()) {
        same(&runtime)?;
    }
}
