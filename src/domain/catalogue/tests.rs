#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing, missing_docs)]
use super::*;

fn bundled() -> Vec<CatalogueApp> {
    parse_bundled(include_str!("../../../catalogue/apps.json")).unwrap()
}

fn live(name: &str, slug: &str, categories: &[Category]) -> LiveIntegration {
    LiveIntegration { name: name.into(), slug: slug.into(), categories: categories.to_vec(), image: None, square_image: None, color: None }
}

/// The law of one-line purposes: very short, sentence case, no full stop, not the app's name, says what it does, no call to action.
fn breach(app: &CatalogueApp) -> Option<String> {
    const CALLS: [&str; 10] = ["try", "get", "connect", "discover", "start", "boost", "sign", "use", "your", "best"];
    const VENDOR: [&str; 7] = ["merge", "token", "api", "endpoint", "webhook", "authentication", "unified"];
    let purpose = &app.purpose;
    let length = purpose.chars().count();
    let plain = purpose.to_lowercase();
    let words: Vec<_> = plain.split(|c: char| !c.is_alphanumeric()).collect();
    let name: Vec<_> = app.name.to_lowercase().split(' ').map(str::to_owned).collect();
    let whole_name = name.iter().all(|part| words.contains(&part.as_str()));
    if !(40..=80).contains(&length) {
        Some(format!("{length} characters"))
    } else if !purpose.starts_with(|c: char| c.is_uppercase()) || purpose.trim() != purpose {
        Some("not sentence case".into())
    } else if purpose.ends_with(['.', '!', '?', ',']) {
        Some("ends with a mark".into())
    } else if whole_name {
        Some("has the app's name in it".into())
    } else if let Some(word) = CALLS.iter().find(|word| words.first() == Some(word)) {
        Some(format!("calls to action: {word}"))
    } else {
        VENDOR.iter().find(|word| words.contains(word)).map(|word| format!("speaks of {word}"))
    }
}

#[test]
fn the_bundle_is_whole_and_in_order() {
    let apps = bundled();
    assert_eq!(apps.len(), 223);
    let count = |category| apps.iter().filter(|app| app.categories.contains(&category)).count();
    assert_eq!(Category::ALL.map(count), [86, 64, 21, 16, 38, 5, 3]);
    let mut slugs = HashSet::new();
    for (rank, app) in apps.iter().enumerate() {
        assert!(slugs.insert(&app.slug), "{} twice", app.slug);
        assert_eq!(usize::from(app.popularity), rank);
        assert!(!app.categories.is_empty() && app.categories.is_sorted(), "{}", app.slug);
        assert!(app.slug.chars().all(|c| c.is_ascii_lowercase() || c.is_ascii_digit() || c == '-'), "{}", app.slug);
        for model in &app.models {
            let spec = models::by_id(model).unwrap_or_else(|| panic!("{}: unknown data type {model}", app.slug));
            assert!(app.categories.contains(&spec.category), "{}: {model}", app.slug);
        }
        if let Some(color) = &app.color {
            assert_eq!(monogram::normal_color(color).as_ref(), Some(color), "{}", app.slug);
        }
    }
    assert_eq!(apps.iter().filter(|app| app.slug_certain).count(), 100);
}

#[test]
fn every_app_has_a_purpose_of_its_own_that_keeps_the_copy_law() {
    let apps = bundled();
    let mut seen = HashSet::new();
    let breaches: Vec<_> = apps.iter().filter_map(|app| Some(format!("{}: {}: {:?}", app.slug, breach(app)?, app.purpose))).collect();
    assert!(breaches.is_empty(), "{breaches:#?}");
    for app in &apps {
        assert!(seen.insert(app.purpose.to_lowercase()), "{}: said before: {:?}", app.slug, app.purpose);
    }
}

#[test]
fn the_usual_purposes_keep_the_copy_law_too() {
    for category in Category::ALL {
        let entry = merge_live(vec![live("Zzz", "zzz", &[category])], &[]).remove(0);
        assert_eq!(breach(&entry), None);
        assert_eq!(entry.purpose, usual_purpose(category));
    }
}

#[test]
fn other_names_belong_to_one_app_each() {
    let mut owners: HashMap<String, String> = HashMap::new();
    let apps = bundled();
    let names: HashMap<_, _> = apps.iter().map(|app| (search::joined(&app.name), &app.slug)).collect();
    for app in &apps {
        for alias in &app.aliases {
            let key = alias.to_lowercase();
            assert!(!search::joined(alias).is_empty(), "{}: {alias:?} is empty", app.slug);
            assert_eq!(owners.insert(key.clone(), app.slug.clone()), None, "{key:?} is claimed twice");
            assert!(names.get(&search::joined(alias)).is_none_or(|slug| **slug == app.slug), "{alias:?} is another app's name");
        }
    }
}

#[test]
fn a_live_list_is_enriched_with_what_we_know() {
    let bundle = bundled();
    let mut known = live("BambooHR", "bamboohr", &[Category::Ats, Category::Hris, Category::Ats]);
    known.color = Some("6AA11B".into());
    known.square_image = Some("https://logos.example/b.png".into());
    let renamed = live("Jira", "jira-cloud", &[Category::Ticketing]);
    let unheard = live(" Newcomer ", "newcomer", &[Category::Crm]);
    let apps = merge_live(vec![known, renamed, unheard], &bundle);
    let [bamboo, jira, newcomer] = apps.as_slice() else { panic!("{apps:?}") };
    assert_eq!(bamboo.categories, [Category::Hris, Category::Ats]);
    assert_eq!(bamboo.purpose, bundle[0].purpose);
    assert_eq!(bamboo.models, bundle[0].models);
    assert_eq!(bamboo.color.as_deref(), Some("#6aa11b"));
    assert_eq!(bamboo.square_image.as_deref(), Some("https://logos.example/b.png"));
    assert_eq!((jira.slug.as_str(), jira.slug_certain), ("jira-cloud", true));
    assert!(jira.purpose.contains("Issue tracking"), "a guessed slug is recognised by name: {}", jira.purpose);
    assert_eq!((newcomer.name.as_str(), newcomer.popularity), ("Newcomer", u16::MAX));
    assert_eq!(newcomer.purpose, usual_purpose(Category::Crm));
}

#[test]
fn entries_that_cannot_be_shown_are_left_out() {
    let apps = merge_live(
        vec![
            live("Chat only", "chat-only", &[]),
            live("", "nameless", &[Category::Crm]),
            live("Slugless", " ", &[Category::Crm]),
            live("First", "same", &[Category::Crm]),
            live("Second", "same", &[Category::Hris]),
        ],
        &bundled(),
    );
    assert_eq!(apps.iter().map(|app| app.name.as_str()).collect::<Vec<_>>(), ["First"]);
    assert!(merge_live(Vec::new(), &bundled()).is_empty());
}

#[test]
fn a_colour_from_outside_is_a_colour_or_nothing() {
    let mut entry = live("Lever", "lever", &[Category::Ats]);
    entry.color = Some("red;background:url(//x)".into());
    assert_eq!(merge_live(vec![entry.clone()], &[])[0].color, None);
    assert_eq!(merge_live(vec![entry], &bundled())[0].color.as_deref(), Some("#262a34"));
}

#[test]
fn switched_off_categories_take_their_apps_with_them() {
    let bamboo = bundled().remove(0);
    assert_eq!(bamboo.clone().within(&[Category::Ats]).unwrap().categories, [Category::Ats]);
    assert_eq!(bamboo.within(&[Category::Crm]), None);
}

#[test]
fn an_app_names_its_own_data_types() {
    let bamboo = bundled().remove(0);
    let words: Vec<_> = bamboo.data_types(Category::Hris).iter().map(|spec| spec.plural()).collect();
    assert_eq!(words.first().map(String::as_str), Some("Employees"));
    assert!(words.contains(&"Time off".to_owned()) && !words.contains(&"Payroll runs".to_owned()));
    assert!(bamboo.data_types(Category::Crm).is_empty());
}

#[test]
fn a_damaged_bundle_says_where() {
    let error = parse_bundled("[\n{\"slug\":1}]").unwrap_err().to_string();
    assert!(error.contains("damaged") && error.contains("line 2"), "{error}");
}

#[test]
fn what_is_written_can_be_read() {
    let apps = bundled();
    assert_eq!(parse_bundled(&serde_json::to_string(&apps).unwrap()).unwrap(), apps);
}

/// `scripts/make_catalogue.py` was run after the last change to the table that is kept by hand.
#[test]
fn the_bundle_says_what_the_hand_kept_table_says() {
    let rows = include_str!("../../../catalogue/editorial.tsv").lines().filter(|line| !line.starts_with('#'));
    for (app, row) in bundled().iter().zip(rows) {
        let columns: Vec<_> = row.split('\t').collect();
        let [slug, _, aliases, purpose] = columns.as_slice() else { panic!("{row:?}") };
        assert_eq!((app.slug.as_str(), app.aliases.join("|").as_str(), app.purpose.as_str()), (*slug, *aliases, *purpose));
    }
}
