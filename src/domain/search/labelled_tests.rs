//! How good the search is, on queries that people really type.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing, missing_docs)]
use super::*;
use crate::domain::catalogue::parse_bundled;

#[test]
fn what_people_type_finds_what_they_mean() {
    let apps = parse_bundled(include_str!("../../../catalogue/apps.json")).unwrap();
    let index = Index::new(&apps.iter().map(SearchDoc::from).collect::<Vec<_>>());
    let (mut total, mut first, mut third) = (0.0, 0.0, 0.0);
    let mut misses = Vec::new();
    for line in include_str!("../../../catalogue/search_queries.tsv").lines().filter(|line| !line.starts_with('#') && !line.is_empty()) {
        let (typed, expected) = line.split_once('\t').unwrap();
        let expected: Vec<_> = expected.split('|').collect();
        for slug in &expected {
            assert!(apps.iter().any(|app| app.slug == *slug), "{typed:?} expects {slug:?}, which is no app");
        }
        let hits: Vec<_> = index.search(typed).hits.iter().take(3).map(|hit| apps[hit.doc].slug.as_str()).collect();
        total += 1.0;
        first += f64::from(u8::from(hits.first().is_some_and(|slug| expected.contains(slug))));
        third += f64::from(u8::from(hits.iter().any(|slug| expected.contains(slug))));
        if !hits.first().is_some_and(|slug| expected.contains(slug)) {
            misses.push(format!("{typed:?}: expected {expected:?}, found {hits:?}"));
        }
    }
    let (first, third) = (first / total, third / total);
    assert!(total >= 150.0, "only {total} queries");
    assert!(first >= 0.95 && third >= 0.99, "first: {first:.3}, among three: {third:.3}\n{}", misses.join("\n"));
}
