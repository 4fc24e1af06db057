#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing, missing_docs)]
use std::{collections::BTreeSet, path::Path};

use super::activity;
use crate::api::activity::LineView;

fn sources(folder: &Path, text: &mut String) {
    for entry in std::fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            sources(&path, text);
        } else if path.extension().is_some_and(|extension| extension == "rs") {
            text.push_str(&std::fs::read_to_string(path).unwrap());
        }
    }
}

/// The kinds are texts in the log; the source is the witness of which there are.
#[test]
fn every_kind_of_activity_that_is_written_has_a_sentence() {
    let mut source = String::new();
    sources(&Path::new(env!("CARGO_MANIFEST_DIR")).join("src/server"), &mut source);
    let mut kinds = BTreeSet::new();
    for call in source.split("activity::write(&mut tx, ").skip(1) {
        let kind = call.split_once(", &account").expect("the second argument is the kind, the third the account").0;
        let words: Vec<&str> = kind.split('"').skip(1).step_by(2).collect();
        match kind {
            // A status, or "recovered".
            "kind" | "status.as_str()" => kinds.extend(["relink_needed", "error", "recovered"]),
            _ => assert!(!words.is_empty(), "which kinds are {kind}?"),
        }
        kinds.extend(words);
    }
    // What the other side tells.
    kinds.extend(source.split("Some(\"").skip(1).map(|rest| rest.split_once('"').unwrap().0).filter(|word| word.starts_with("event_")));
    assert!(kinds.len() >= 17, "{kinds:?}");
    let line = |kind: &str, actor: Option<&str>| LineView {
        number: 1,
        at: String::new(),
        actor: actor.map(str::to_owned),
        kind: kind.to_owned(),
        label: "Gusto".to_owned(),
    };
    let mut sentences = BTreeSet::new();
    for kind in &kinds {
        let sentence = activity(&line(kind, Some("Ada"))).unwrap_or_else(|| panic!("{kind} has no sentence"));
        assert!(!sentence.ends_with('.') && sentences.insert(sentence), "{kind}");
    }
    assert_eq!(activity(&line("unheard_of", None)), None);
}
