//! What one looks at instead of the models of an account (S13).

use super::{
    super::time::UpstreamTime,
    status::{ModelStatus, SyncWord},
};

/// An account's sync in three values.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Summary {
    /// Whether at least one model is listed and every enabled one has a baseline.
    pub sync_complete: bool,
    /// `DONE` or `SYNCING`.
    pub sync_status: &'static str,
    /// The newest finish, verbatim.
    pub last_sync_time: Option<String>,
}

/// S13. `latched`: the first sync was complete once, and the identity is still the same (L7).
pub fn summary<'a>(models: impl IntoIterator<Item = &'a ModelStatus>, latched: bool) -> Summary {
    let (mut listed, mut baselines, mut syncing) = (false, true, false);
    let mut newest: Option<&UpstreamTime> = None;
    for model in models {
        listed = true;
        newest = newest.max(model.last_sync_finished.as_ref());
        if !model.is_disabled() {
            baselines &= model.has_baseline();
            syncing |= model.status == SyncWord::Syncing;
        }
    }
    let sync_complete = latched || (listed && baselines);
    Summary {
        sync_complete,
        sync_status: if sync_complete && !syncing { "DONE" } else { "SYNCING" },
        last_sync_time: newest.map(|newest| newest.as_str().to_owned()),
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing, missing_docs)]
    use super::*;

    fn model(status: &str, initial: bool, finished: Option<&str>) -> ModelStatus {
        ModelStatus {
            is_initial_sync: Some(initial),
            last_sync_finished: finished.map(|text| UpstreamTime::parse(text).unwrap()),
            ..ModelStatus::new(SyncWord::parse(status))
        }
    }

    fn of(models: &[ModelStatus], latched: bool) -> (bool, &'static str) {
        let summary = summary(models, latched);
        (summary.sync_complete, summary.sync_status)
    }

    #[test]
    fn complete_when_every_enabled_model_has_a_baseline() {
        assert_eq!(of(&[], false), (false, "SYNCING"), "nothing is listed yet");
        assert_eq!(of(&[model("DONE", true, None), model("SYNCING", true, None)], false), (false, "SYNCING"));
        assert_eq!(of(&[model("DONE", true, None), model("PARTIALLY_SYNCED", true, None)], false), (false, "SYNCING"));
        assert_eq!(of(&[model("DONE", false, None), model("DISABLED", true, None)], false), (true, "DONE"));
        assert_eq!(of(&[model("DONE", false, None), model("FAILED", false, None)], false), (true, "DONE"));
        assert_eq!(of(&[model("DONE", false, None), model("SYNCING", false, None)], false), (true, "SYNCING"));
        assert_eq!(of(&[model("SYNCING", true, None)], true), (true, "SYNCING"), "it stays complete");
        assert_eq!(of(&[], true), (true, "DONE"));
    }

    #[test]
    fn the_newest_finish_is_told_verbatim() {
        let models = [
            model("DONE", false, Some("2026-11-20T12:00:00.5Z")),
            model("DONE", false, Some("2026-11-20T14:00:00.25+02:00")),
            model("DONE", false, None),
        ];
        assert_eq!(summary(&models, false).last_sync_time.as_deref(), Some("2026-11-20T12:00:00.5Z"));
        assert_eq!(summary(&models[2..], false).last_sync_time, None);
    }
}
