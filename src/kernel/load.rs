//! How busy the processors are: the time that processes have used since the machine was switched on, and
//! the load averages of proc_loadavg(5).

/// Nanoseconds between two samples of the load.
const TICK: i64 = 5_000_000_000;
/// One in the fixed point of the averages.
const ONE: u64 = 1 << 11;
/// What is left of an average after a tick: of those over 1, 5 and 15 minutes (`EXP_1` and its kin in
/// Linux's `include/linux/sched/loadavg.h`).
const LEFT: [u64; 3] = [1884, 2014, 2037];
/// Ticks after which nothing is left of what was before.
const FORGOTTEN: i64 = 5_000;

/// Processor time and load.
#[derive(Clone, Debug, Default)]
pub struct Load {
    /// Processor time used, in nanoseconds.
    pub used: i64,
    averages: [u64; 3],
    sampled: Option<i64>,
}

impl Load {
    /// Takes the samples that are due at `now` (nanoseconds); `active` processes have run, or waited to, since
    /// the last call.
    pub fn sample(&mut self, now: i64, active: u64) {
        let sampled = *self.sampled.get_or_insert(now);
        let due = (now - sampled) / TICK;
        for _ in 0..due.min(FORGOTTEN) {
            for (average, left) in self.averages.iter_mut().zip(LEFT) {
                let active = active * ONE;
                let up = if active >= *average { ONE - 1 } else { 0 };
                *average = (*average * left + active * (ONE - left) + up) / ONE;
            }
        }
        self.sampled = Some(sampled + due * TICK);
    }

    /// The averages over 1, 5 and 15 minutes, as `/proc/loadavg` words them.
    pub fn text(&self) -> String {
        let shown = |average: u64| {
            // Rounded to hundredths.
            let a = average + ONE / 200;
            format!("{}.{:02}", a / ONE, a % ONE * 100 / ONE)
        };
        self.averages.map(shown).join(" ")
    }
}

#[cfg(test)]
mod tests {
    use super::{Load, TICK};

    #[test]
    fn one_busy_minute_and_five_of_rest() {
        let mut load = Load::default();
        load.sample(0, 0);
        assert_eq!(load.text(), "0.00 0.00 0.00");
        for tick in 1..=12 {
            load.sample(tick * TICK, 1);
        }
        assert_eq!(load.text(), "0.63 0.18 0.06");
        load.sample(72 * TICK, 0);
        assert_eq!(load.text(), "0.00 0.06 0.04");
        load.sample(i64::MAX, 0);
        assert_eq!(load.text(), "0.00 0.00 0.00");
    }
}
