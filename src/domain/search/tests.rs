#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing, missing_docs)]
use std::sync::LazyLock;

use proptest::prelude::*;

use super::*;
use crate::domain::catalogue::parse_bundled;

static APPS: LazyLock<Vec<CatalogueApp>> = LazyLock::new(|| parse_bundled(include_str!("../../../catalogue/apps.json")).unwrap());
static INDEX: LazyLock<Index> = LazyLock::new(|| Index::new(&APPS.iter().map(SearchDoc::from).collect::<Vec<_>>()));

fn slugs(typed: &str) -> Vec<&'static str> {
    INDEX.search(typed).hits.iter().map(|hit| APPS[hit.doc].slug.as_str()).collect()
}

fn first(typed: &str) -> Option<&'static str> {
    slugs(typed).first().copied()
}

fn categories(typed: &str) -> Vec<Category> {
    let mut all: Vec<_> = INDEX.search(typed).hits.iter().flat_map(|hit| APPS[hit.doc].categories.clone()).collect();
    all.sort_unstable();
    all.dedup();
    all
}

/// Every app's name leads to the app, whatever is done to its spaces, capitals and marks.
#[test]
fn the_name_itself_comes_first() {
    for app in APPS.iter() {
        let spelled: String = app.name.chars().flat_map(|c| [c, '\u{301}']).collect();
        let dashed = app.name.replace(' ', "-");
        for typed in [
            app.name.clone(),
            app.name.to_uppercase(),
            app.name.to_lowercase(),
            app.name.replace(' ', ""),
            dashed,
            spelled,
            format!(" «{}»! ", app.name),
        ] {
            let result = INDEX.search(&typed);
            let best = result.hits.first().unwrap_or_else(|| panic!("{typed:?} finds nothing"));
            assert_eq!((APPS[best.doc].slug.as_str(), best.rank, &result.corrected), (app.slug.as_str(), Rank::Exact, &None), "{typed:?}");
        }
    }
}

#[test]
fn every_other_name_leads_to_its_app() {
    for app in APPS.iter() {
        for alias in &app.aliases {
            let at = slugs(alias).iter().position(|slug| *slug == app.slug);
            assert!(
                at.is_some_and(|at| at < 3),
                "{alias:?} finds {} at {at:?}: {:?}",
                app.slug,
                slugs(alias).iter().take(4).collect::<Vec<_>>()
            );
        }
    }
}

/// Slips of one letter all over the names of eight or more: left out, added, doubled, replaced, swapped.
#[test]
fn a_slip_in_a_long_name_is_forgiven() {
    for (doc, app) in APPS.iter().enumerate() {
        let letters: Vec<char> = Phrase::new(&app.name).joined().chars().collect();
        if letters.len() < 8 {
            continue;
        }
        for at in (doc % 3..letters.len()).step_by(3) {
            // One kind of slip per place, all kinds in turn.
            let mut slip = letters.clone();
            match (doc + at) % 5 {
                0 => drop(slip.remove(at)),
                1 => slip.insert(at, 'q'),
                2 => slip.insert(at, letters[at]),
                3 => slip[at] = 'x',
                _ => slip.swap(at, (at + 1).min(letters.len() - 1)),
            }
            let typed: String = slip.iter().collect();
            assert!(INDEX.search(&typed).hits.iter().any(|hit| hit.doc == doc), "{typed:?} does not find {}", app.name);
        }
    }
}

#[test]
fn reasons_come_in_their_order() {
    let names = ["Sal", "Salesforce", "Big Sales", "Universal", "Hello"];
    let aliases = [vec![], vec![], vec![], vec![], vec!["sal".to_owned()]];
    let docs: Vec<_> = names
        .iter()
        .zip(&aliases)
        .enumerate()
        .map(|(at, (name, aliases))| SearchDoc {
            slug: name,
            name,
            purpose: "",
            categories: &[Category::Crm],
            aliases,
            popularity: u16::try_from(9 - at).unwrap(),
            added: 0,
        })
        .collect();
    let hits = Index::new(&docs).search("sal").hits;
    let found: Vec<_> = hits.iter().map(|hit| (names[hit.doc], hit.rank)).collect();
    assert_eq!(
        found,
        [
            ("Sal", Rank::Exact),
            ("Salesforce", Rank::Prefix),
            ("Big Sales", Rank::WordPrefix),
            ("Hello", Rank::Alias),
            ("Universal", Rank::Substring),
        ]
    );
}

#[test]
fn equal_reasons_go_by_popularity_then_by_name() {
    let docs = [("Zeta One", 5), ("Zeta Two", 1), ("Zeta Six", 5)];
    let index = Index::new(&docs.map(|(name, popularity)| SearchDoc {
        slug: name,
        name,
        purpose: "",
        categories: &[Category::Crm],
        aliases: &[],
        popularity,
        added: 0,
    }));
    assert_eq!(index.search("zeta").hits.iter().map(|hit| hit.doc).collect::<Vec<_>>(), [1, 0, 2]);
}

#[test]
fn words_for_a_category_find_its_apps_and_no_others() {
    for (typed, category) in [
        ("hr", Category::Hris),
        ("HRIS", Category::Hris),
        ("human resources", Category::Hris),
        ("ats", Category::Ats),
        ("applicant tracking", Category::Ats),
        ("crm", Category::Crm),
        ("bookkeeping", Category::Accounting),
        ("help desk", Category::Ticketing),
        ("helpdesk", Category::Ticketing),
        ("ticketing", Category::Ticketing),
        ("file storage", Category::FileStorage),
        ("wiki", Category::KnowledgeBase),
        ("knowledge base", Category::KnowledgeBase),
    ] {
        let found = slugs(typed);
        for app in APPS.iter().filter(|app| app.categories.contains(&category)) {
            assert!(found.contains(&app.slug.as_str()), "{typed:?} misses {}", app.slug);
        }
        assert!(categories(typed).contains(&category));
    }
    let payroll = slugs("payroll");
    for slug in ["gusto", "adp-run", "paychex", "square-payroll"] {
        assert!(payroll.contains(&slug), "{slug}");
    }
}

/// In whatever language the page is.
#[test]
fn categories_are_found_by_what_they_are_called_in_every_language() {
    for (typed, category) in [
        ("Buchhaltung", Category::Accounting),
        ("Personal", Category::Hris),
        ("Bewerber", Category::Ats),
        ("Lohn", Category::Hris),
        ("Wissensdatenbank", Category::KnowledgeBase),
        ("Ticketsystem", Category::Ticketing),
        ("Software für Kunden", Category::Crm),
        ("comptabilité", Category::Accounting),
        ("paie", Category::Hris),
        ("recrutement", Category::Ats),
        ("RH", Category::Hris),
        ("ressources humaines", Category::Hris),
        ("stockage de fichiers", Category::FileStorage),
        ("contabilidad", Category::Accounting),
        ("nóminas", Category::Hris),
        ("reclutamiento", Category::Ats),
        ("recursos humanos", Category::Hris),
        ("RR. HH.", Category::Hris),
        ("会計", Category::Accounting),
        ("会計ソフト", Category::Accounting),
        ("人事", Category::Hris),
        ("採用", Category::Ats),
        ("給与", Category::Hris),
        ("チケット", Category::Ticketing),
        ("ﾁｹｯﾄ", Category::Ticketing),
        ("ＡＴＳ", Category::Ats),
        ("顧客　管理", Category::Crm),
    ] {
        let found = slugs(typed);
        for app in APPS.iter().filter(|app| app.categories.contains(&category)) {
            assert!(found.contains(&app.slug.as_str()), "{typed:?} misses {}", app.slug);
        }
        assert_eq!(INDEX.search(typed).corrected, None, "{typed}");
    }
}

/// The labels of the pages.
#[cfg(feature = "ssr")]
#[test]
fn categories_are_found_by_their_labels() {
    for language in crate::words::Language::ALL {
        for category in Category::ALL {
            let label = crate::words::catalogue::Catalogue::of(language).get(&format!("category-{category}")).unwrap();
            let found = slugs(label);
            for app in APPS.iter().filter(|app| app.categories.contains(&category)) {
                assert!(found.contains(&app.slug.as_str()), "{label:?} misses {}", app.slug);
            }
        }
    }
}

#[test]
fn words_of_the_purpose_find_an_app_when_no_name_does() {
    assert!(slugs("shift scheduling").contains(&"7shifts"));
    assert!(slugs("contract approvals").contains(&"ironclad"));
    assert_eq!(slugs("front"), ["front"], "a name that is found keeps purposes out");
}

#[test]
fn what_was_searched_instead_is_said() {
    for (typed, corrected, slug) in [
        ("bambohr", "bamboohr", "bamboohr"),
        ("grenhouse", "greenhouse", "greenhouse"),
        ("salesfroce", "salesforce", "salesforce"),
        ("quikbooks", "quick books", "quickbooks-online"),
        ("bambohr integration", "bamboohr", "bamboohr"),
        ("qb onlne", "quickbooks online", "quickbooks-online"),
        ("recrutment", "recruitment", "bullhorn-recruitment-cloud"),
        ("bookeeping", "bookkeeping", "quickbooks-online"),
    ] {
        let result = INDEX.search(typed);
        assert_eq!(result.corrected.as_deref(), Some(corrected), "{typed}");
        assert_eq!(first(typed), Some(slug), "{typed}");
        assert!(result.hits.iter().all(|hit| hit.rank == Rank::Typo));
    }
    assert_eq!(INDEX.search("bamboo hr").corrected, None);
}

#[test]
fn what_is_not_offered_is_not_guessed() {
    for typed in ["slack", "teams", "ms teams", "excel", "whatsapp", "stripe"] {
        assert_eq!(INDEX.search(typed), SearchResult::default(), "{typed}");
    }
    assert!(!slugs("chat").contains(&"cats"));
}

#[test]
fn a_name_beside_a_category_that_it_is_not_in_is_found() {
    assert_eq!(slugs("quickbooks payroll"), ["quickbooks-online", "quickbooks-desktop"]);
    assert_eq!(slugs("slack payroll"), Vec::<&str>::new());
}

#[test]
fn nothing_is_found_for_nothing_and_for_nonsense() {
    for typed in ["", "   ", "!!!", "qqqqwwww", "\u{301}"] {
        assert_eq!(INDEX.search(typed), SearchResult::default(), "{typed:?}");
    }
    assert!(Index::default().search("a").hits.is_empty());
}

proptest! {
    #[test]
    fn any_text_may_be_typed(typed: String) {
        let result = INDEX.search(&typed);
        let mut docs: Vec<_> = result.hits.iter().map(|hit| hit.doc).collect();
        docs.sort_unstable();
        docs.dedup();
        prop_assert_eq!(docs.len(), result.hits.len(), "an app is found once");
        prop_assert!(docs.iter().all(|doc| *doc < APPS.len()));
        prop_assert!(result.hits.windows(2).all(|pair| pair[0].rank <= pair[1].rank));
        prop_assert_eq!(&INDEX.search(&typed), &result);
    }

    #[test]
    fn case_and_punctuation_change_nothing(typed in "[a-zA-Z]{1,10}( [a-zA-Z]{1,10}){0,2}", mark in "[-_.,!/ ]{1,3}") {
        let result = INDEX.search(&typed);
        prop_assert_eq!(&INDEX.search(&typed.to_uppercase()), &result);
        prop_assert_eq!(&INDEX.search(&typed.replace(' ', &mark)), &result);
        prop_assert_eq!(&INDEX.search(&format!("{mark}{typed}{mark}")), &result);
    }

    #[test]
    fn every_beginning_of_a_name_finds_it(app in 0..223_usize, length in 1..40_usize) {
        let typed: String = APPS[app].name.chars().take(length).collect();
        let hit = INDEX.search(&typed).hits.into_iter().find(|hit| hit.doc == app);
        prop_assert!(hit.is_some_and(|hit| hit.rank <= Rank::Prefix), "{}", typed);
    }

    #[test]
    fn a_name_that_begins_so_comes_before_one_that_contains_it(typed in "[a-z]{2,6}") {
        let ranks: Vec<_> = INDEX.search(&typed).hits.iter().map(|hit| (hit.doc, hit.rank)).collect();
        let begins = |doc: &usize| INDEX.entries[*doc].name.joined().starts_with(&typed);
        let last_begin = ranks.iter().rposition(|(doc, _)| begins(doc));
        let first_other = ranks.iter().position(|(doc, _)| !begins(doc));
        prop_assert!(last_begin.zip(first_other).is_none_or(|(begin, other)| begin < other));
    }
}
