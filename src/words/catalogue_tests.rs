#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing, missing_docs)]

use std::path::Path;

use super::*;

fn catalogue(language: Language) -> Catalogue {
    Catalogue::compile(language, source(language)).unwrap_or_else(|problems| panic!("locales/{}.ftl: {problems:#?}", language.code()))
}

fn named(language: Language) -> Catalogue {
    Catalogue::compile(language, names(language)).unwrap_or_else(|problems| panic!("locales/names/{}.ftl: {problems:#?}", language.code()))
}

#[test]
fn every_message_is_in_every_language_with_the_same_variables() {
    assert!(catalogue(Language::English).messages.len() > 400);
    same_everywhere(catalogue);
}

#[test]
fn every_name_is_in_every_language_with_the_same_variables() {
    assert!(named(Language::English).messages.len() > 900);
    same_everywhere(named);
}

fn same_everywhere(read: fn(Language) -> Catalogue) {
    let english = read(Language::English);
    for language in Language::ALL {
        let other = read(language);
        let code = language.code();
        for (key, message) in &english.messages {
            let Some(translated) = other.messages.get(key) else { panic!("{code}: {key} is missing") };
            // What only chooses between plurals is nothing to a language that has none.
            let only_chooses = |name: &&String| !message.pattern.contains(&format!("{VARIABLE}{name}{END}"));
            let (missing, strange): (Vec<_>, Vec<_>) = (
                message.variables.difference(&translated.variables).filter(|name| !only_chooses(name)).collect(),
                translated.variables.difference(&message.variables).collect(),
            );
            assert!(missing.is_empty() && strange.is_empty(), "{code}: {key}: {missing:?} are missing, {strange:?} are not filled");
            assert!(!translated.pattern.trim().is_empty(), "{code}: {key} says nothing");
        }
        let superfluous: Vec<_> = other.messages.keys().filter(|key| !english.messages.contains_key(*key)).collect();
        assert!(superfluous.is_empty(), "{code}: {superfluous:?} are not in English");
    }
}

/// A sentence that was forgotten reads the same in all languages; names, abbreviations and words that the languages share are short.
#[test]
fn sentences_are_translated() {
    let english = catalogue(Language::English);
    for language in Language::ALL.into_iter().skip(1) {
        for (key, message) in &english.messages {
            if message.pattern.split(' ').count() > 3 {
                assert_ne!(catalogue(language).messages[key].pattern, message.pattern, "{}: {key}", language.code());
            }
        }
    }
}

#[test]
fn what_goes_beyond_the_part_that_is_used_is_refused() {
    for wrong in [
        "a = { b }",
        "a = { -b }",
        "a = { NUMBER($b) }",
        "a = b\n    .c = d",
        "-a = b",
        "a = { $b ->\n    [one] x\n   *[many] y\n }",
        "a = { $b ->\n    [two] x\n   *[other] y\n }",
        "a = { $b ->\n   *[other] { $c ->\n   *[other] y\n }\n }",
        "a = b\na = c",
        "a = { \"\\u0001\" }",
        "what is this",
    ] {
        assert!(Catalogue::compile(Language::English, wrong).is_err(), "{wrong}");
    }
    let right = Catalogue::compile(Language::French, "a = { $n ->\n    [0] x\n    [many] y\n   *[other] { $n } { $z }\n } w\n").unwrap();
    assert_eq!(right.get("a"), Some("\u{2}n\u{4}0\u{5}x\u{4}many\u{5}y\u{4}other\u{5}\u{1}n\u{3} \u{1}z\u{3}\u{3} w"));
}

#[test]
fn the_browser_gets_what_islands_say_sorted_by_key() {
    let english = catalogue(Language::English);
    let texts = english.for_browser("en");
    assert_eq!(texts[0], "en");
    let keys: Vec<&str> = texts.iter().skip(1).step_by(2).copied().collect();
    assert!(keys.is_sorted() && keys.contains(&"connect") && !keys.iter().any(|key| key.starts_with("page-")));
}

/// What the source says: the keys, with the names of what fills them, and whether it is compiled on the server alone.
fn said(folder: &Path, found: &mut Vec<(String, BTreeSet<String>, bool)>) {
    for entry in std::fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            said(&path, found);
        } else if path.extension().is_some_and(|extension| extension == "rs") && !path.to_string_lossy().contains("/words/") {
            let text = std::fs::read_to_string(&path).unwrap();
            let text = text.split("#[cfg(test)]\nmod tests {").next().unwrap();
            let server = path.to_string_lossy().contains("/copy/page/") || path.to_string_lossy().contains("/server/");
            for call in text.split("say!(").skip(1).filter_map(|call| call.trim_start().strip_prefix('"')) {
                let (key, rest) = call.split_once('"').unwrap();
                // Up to the bracket that closes the call.
                let mut depth = 1;
                let arguments: String = rest
                    .chars()
                    .take_while(|letter| {
                        depth += match letter {
                            '(' => 1,
                            ')' => -1,
                            _ => 0,
                        };
                        depth > 0
                    })
                    .collect();
                let names = arguments.split(',').filter_map(|part| part.trim().split_once(" = ")).map(|(name, _)| name.to_owned());
                found.push((key.to_owned(), names.collect(), server));
            }
            for line in text.lines().filter(|line| line.starts_with("    ") && line.ends_with("\";")) {
                if let Some((name, key)) = line.trim().trim_end_matches("\";").split_once(" = \"")
                    && name.bytes().all(|byte| byte.is_ascii_lowercase() || byte == b'_')
                {
                    found.push((key.to_owned(), BTreeSet::new(), server));
                }
            }
        }
    }
}

#[test]
fn the_code_says_every_message_and_no_other() {
    let english = catalogue(Language::English);
    let mut found = Vec::new();
    said(&Path::new(env!("CARGO_MANIFEST_DIR")).join("src"), &mut found);
    for (key, names, server) in &found {
        let Some(message) = english.messages.get(key) else { panic!("{key} is said and is no message") };
        assert_eq!(names, &message.variables, "{key}");
        assert_eq!(key.starts_with(SERVER_ONLY), *server, "{key}: what begins with {SERVER_ONLY} is said by pages alone, and by no island");
    }
    let keys: BTreeSet<&String> = found.iter().map(|(key, ..)| key).collect();
    let unused: Vec<_> = english.messages.keys().filter(|key| !keys.contains(key)).collect();
    assert!(unused.is_empty(), "nobody says {unused:?}");
}
