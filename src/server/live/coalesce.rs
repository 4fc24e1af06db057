//! At most one event per topic and second (§10): the first goes out at once, what follows within the second is kept as one more at its end.

use std::{collections::HashMap, time::Duration};

use crate::domain::ids::AccountId;

/// The shortest time between two events of one topic.
pub(super) const GAP: Duration = Duration::from_secs(1);
/// Beyond this many topics within a second, one "look at everything again" says it better.
const TOPICS_MAX: usize = 256;

/// What an event is about.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub(super) enum Topic {
    /// One account.
    Account(AccountId),
    /// Everything: events were lost, or there were too many.
    Everything,
}

#[derive(Debug)]
struct Recent {
    sent: Duration,
    again: bool,
}

/// The memory of one stream.
#[derive(Debug, Default)]
pub(super) struct Coalescer {
    recent: HashMap<Topic, Recent>,
}

impl Coalescer {
    /// Hears of a change; the topic to send now, if any.
    pub(super) fn hear(&mut self, topic: Topic, now: Duration) -> Option<Topic> {
        self.recent.retain(|_, recent| recent.again || now < recent.sent.saturating_add(GAP));
        if let Some(recent) = self.recent.get_mut(&topic) {
            recent.again = true;
            return None;
        }
        if self.recent.len() >= TOPICS_MAX && topic != Topic::Everything {
            return self.hear(Topic::Everything, now);
        }
        self.recent.insert(topic, Recent { sent: now, again: false });
        Some(topic)
    }

    /// A kept topic whose second is over.
    pub(super) fn due(&mut self, now: Duration) -> Option<Topic> {
        let (topic, recent) =
            self.recent.iter_mut().filter(|(_, recent)| recent.again).min_by_key(|(topic, recent)| (recent.sent, **topic))?;
        if now < recent.sent.saturating_add(GAP) {
            return None;
        }
        *recent = Recent { sent: now, again: false };
        Some(*topic)
    }

    /// When something will be due.
    pub(super) fn next_due(&self) -> Option<Duration> {
        self.recent.values().filter(|recent| recent.again).map(|recent| recent.sent.saturating_add(GAP)).min()
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used, clippy::indexing_slicing, missing_docs)]

    use proptest::prelude::*;
    use uuid::Uuid;

    use super::*;

    fn account(n: u128) -> Topic {
        Topic::Account(AccountId(Uuid::from_u128(n)))
    }

    #[test]
    fn a_crowd_of_topics_becomes_one() {
        let mut coalescer = Coalescer::default();
        for n in 0..TOPICS_MAX {
            assert!(coalescer.hear(account(n as u128), Duration::ZERO).is_some());
        }
        assert_eq!(coalescer.hear(account(9_999), Duration::ZERO), Some(Topic::Everything));
        assert_eq!(coalescer.hear(account(9_998), Duration::ZERO), None);
        assert_eq!(coalescer.due(GAP), Some(Topic::Everything), "the last change is told too");
        assert!(coalescer.hear(account(9_999), GAP).is_some(), "the crowd has gone");
    }

    proptest! {
        /// For any changes at any times: never two events of one topic within a second, and after each change an event, no later than a second
        /// after it.
        #[test]
        fn nothing_is_lost_and_nothing_comes_too_often(mut changes in prop::collection::vec((0..5_u128, 0..6_000_u64), 0..80)) {
            changes.sort_by_key(|(_, at)| *at);
            let mut coalescer = Coalescer::default();
            let mut sent: Vec<(Topic, u64)> = Vec::new();
            let drain = |coalescer: &mut Coalescer, sent: &mut Vec<(Topic, u64)>, until: u64| {
                while let Some(due) = coalescer.next_due().filter(|due| due.as_millis() <= u128::from(until)) {
                    let topic = coalescer.due(due).unwrap();
                    sent.push((topic, u64::try_from(due.as_millis()).unwrap()));
                }
            };
            for (n, at) in &changes {
                drain(&mut coalescer, &mut sent, *at);
                sent.extend(coalescer.hear(account(*n), Duration::from_millis(*at)).map(|topic| (topic, *at)));
            }
            drain(&mut coalescer, &mut sent, 100_000);
            prop_assert!(coalescer.next_due().is_none());
            for (n, at) in &changes {
                prop_assert!(sent.iter().any(|(topic, when)| *topic == account(*n) && (*at..=*at + 1000).contains(when)));
            }
            for n in 0..5 {
                let times: Vec<u64> = sent.iter().filter(|(topic, _)| *topic == account(n)).map(|(_, at)| *at).collect();
                prop_assert!(times.windows(2).all(|pair| pair[1] - pair[0] >= 1000));
            }
        }
    }
}
