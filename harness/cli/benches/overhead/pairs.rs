//! Pairs of costs, and what they say together.

use miette::Result;

use crate::usage::{Cost, milliseconds};

/// Costs of A and B, measured in turns.
pub(crate) struct Pairs(Vec<(Cost, Cost)>);

impl Pairs {
    /// Measures so many pairs, after one that only warms up.
    pub(crate) fn measure(pairs: u16, pair: impl Fn() -> Result<(Cost, Cost)>) -> Result<Self> {
        pair()?;
        (0..pairs).map(|_| pair()).collect::<Result<_>>().map(Self)
    }

    /// Prints CPU and wall of a run of so many tests.
    pub(crate) fn print(&self, tests: usize) {
        #[expect(clippy::cast_precision_loss, reason = "there are few tests")]
        let tests = tests as f64;
        self.line("CPU", tests, |cost| milliseconds(cost.cpu));
        self.line("wall", tests, |cost| milliseconds(cost.wall));
    }

    fn line(&self, what: &str, tests: f64, of: impl Fn(&Cost) -> f64) {
        let values = |of: &dyn Fn(&(Cost, Cost)) -> f64| self.0.iter().map(of).collect::<Vec<_>>();
        let a = median(values(&|(a, _)| of(a)));
        let b = median(values(&|(_, b)| of(b)));
        let beyond = median(values(&|(a, b)| of(a) - of(b)));
        let ratios = values(&|(a, b)| of(a) / of(b));
        let least = ratios.iter().copied().fold(f64::INFINITY, f64::min);
        let most = ratios.iter().copied().fold(0.0, f64::max);
        println!(
            "  {what:4} a test: winterproof {:6.1} ms, bare {:6.1} ms, beyond {:+5.1} ms; \
             ratio of medians {:.3}, of pairs {:.3} ({least:.3} to {most:.3})",
            a / tests,
            b / tests,
            beyond / tests,
            a / b,
            median(ratios),
        );
    }
}

/// The middle one, or the mean of the two in the middle.
pub(crate) fn median(mut values: Vec<f64>) -> f64 {
    values.sort_by(f64::total_cmp);
    let middle = values.len() / 2;
    if values.len() % 2 == 1 {
        values[middle]
    } else {
        f64::midpoint(values[middle - 1], values[middle])
    }
}
