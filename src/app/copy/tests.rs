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

/// Files whose literals are for people, without their tests and comments.
fn interface(folder: &Path, files: &mut Vec<(String, String)>) {
    for entry in std::fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        let name = path.display().to_string();
        if path.is_dir() {
            if !name.ends_with("/copy") {
                interface(&path, files);
            }
        } else if path.extension().is_some_and(|extension| extension == "rs") {
            let text = std::fs::read_to_string(&path).unwrap();
            let text = text.split("#[cfg(test)]\nmod tests {").next().unwrap();
            let lines = text.lines().filter(|line| !line.trim_start().starts_with("//"));
            files.push((name, lines.collect::<Vec<_>>().join("\n")));
        }
    }
}

/// Attributes that people read or hear.
const READ: [&str; 8] = ["aria-label=", "aria-description=", "aria-valuetext=", "title=", "placeholder=", "alt=", "label=", "data-label="];

/// Whether a literal is for people: a capitalised word or several words, and neither the value of an attribute for machines nor a part of a
/// comparison.
fn for_people(before: &str, literal: &str) -> bool {
    let before = before.trim_end_matches("format!(").trim_end_matches(['{', '(']);
    if READ.iter().any(|attribute| before.ends_with(attribute)) {
        return literal.chars().any(char::is_alphabetic);
    }
    let machine = ["=", "==", "!=", "path!(", "include_str!(", "concat!(", "cfg(feature", "reason"];
    let compared = before.trim_end();
    if machine.iter().any(|end| compared.ends_with(end)) || before.ends_with('=') {
        return false;
    }
    // What is filled in is data.
    let mut depth = 0;
    let words: String = literal
        .chars()
        .filter(|letter| {
            depth += match letter {
                '{' => 1,
                '}' => -1,
                _ => 0,
            };
            depth == 0 && *letter != '}'
        })
        .collect();
    let plain = words.trim().chars().all(|letter| letter.is_alphabetic() || " .,:;!?'’…“”—–-()".contains(letter));
    let capital = words.trim().chars().next().is_some_and(char::is_uppercase) && words.chars().any(char::is_lowercase);
    let several = words.trim().split(' ').filter(|word| word.chars().any(char::is_alphabetic)).count() > 1;
    plain && (capital || several)
}

/// Words for machines that look like words for people.
const MACHINES: [&str; 12] = [
    "Escape",
    "btn danger",
    "btn primary",
    "btn primary large",
    "btn large wide",
    "btn danger-quiet",
    "btn primary large wide",
    "Ctrl K",
    "Macintosh",
    "iPhone",
    "Patchbay",
    "Esc",
];

#[test]
fn no_words_for_people_stand_in_the_code() {
    let mut files = Vec::new();
    interface(&Path::new(env!("CARGO_MANIFEST_DIR")).join("src/app"), &mut files);
    let mut problems = Vec::new();
    for (name, text) in
        files.iter().filter(|(name, _)| !["/browser/", "/link/", "pages/gallery.rs"].iter().any(|apart| name.contains(apart)))
    {
        let pieces: Vec<&str> = text.split('"').collect();
        for (at, literal) in pieces.iter().enumerate().skip(1).step_by(2) {
            if for_people(pieces[at - 1], literal) && !MACHINES.contains(literal) {
                problems.push(format!("{name}: {literal}"));
            }
        }
    }
    assert!(problems.is_empty(), "these belong into the catalogue:\n{}", problems.join("\n"));
    assert!(
        for_people(" ", "Sign in")
            && for_people(" ", "or else")
            && for_people("aria-label=", "close")
            && for_people("{format!(", "See all {} apps")
    );
    assert!(!for_people("class=", "btn primary") && !for_people(" ", "/connected") && !for_people("event.key() == ", "Enter"));
}

/// What scripts hold is for programmers alone: they say what the server wrote into the page.
#[test]
fn no_words_for_people_stand_in_the_scripts() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    for file in [
        "browser/early.js",
        "browser/host.js",
        "browser/page.js",
        "browser/palette.js",
        "browser/palette_open.js",
        "browser/words.js",
        "link/link.js",
    ] {
        let text = std::fs::read_to_string(root.join("src/app").join(file)).unwrap();
        let code: Vec<&str> = text.lines().filter(|line| !line.trim_start().starts_with(['/', '*'])).collect();
        for line in code.iter().filter(|line| !line.contains("new Error(")) {
            for set in ["textContent = \"", "innerHTML = \"", "ariaLabel = \"", "title = \"", "alert(", "placeholder = \""] {
                assert!(!line.replace("= \"\"", "").contains(set), "{file}: {line}");
            }
        }
    }
}
