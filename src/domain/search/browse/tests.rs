#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing, missing_docs)]
use proptest::prelude::*;

use super::*;
use crate::domain::search::SearchDoc;

const APPS: [(&str, &[Category], u16, u64); 5] = [
    ("Workday", &[Category::Hris, Category::Ats, Category::Accounting], 1, 10),
    ("BambooHR", &[Category::Hris, Category::Ats], 0, 20),
    ("Zendesk", &[Category::Ticketing], 2, 30),
    ("Ashby", &[Category::Ats], 3, 30),
    ("Xero", &[Category::Accounting], 3, 0),
];
const WORKDAY: usize = 0;
const BAMBOO: usize = 1;
const ZENDESK: usize = 2;
const ASHBY: usize = 3;
const XERO: usize = 4;

fn index() -> Index {
    let docs: Vec<_> = APPS
        .iter()
        .map(|(name, categories, popularity, added)| SearchDoc {
            slug: name,
            name,
            purpose: "",
            categories,
            aliases: &[],
            popularity: *popularity,
            added: *added,
        })
        .collect();
    Index::new(&docs)
}

fn states() -> States {
    let mut states = States::none(APPS.len());
    states.add(BAMBOO, Category::Hris, CardState::Connected);
    states.add(WORKDAY, Category::Ats, CardState::ReconnectNeeded);
    states.add(ZENDESK, Category::Ticketing, CardState::SetupIncomplete);
    states
}

fn ask(pairs: &[(&str, &str)]) -> View {
    apply(&index(), &states(), &Query::from_pairs(pairs.iter().copied()))
}

#[test]
fn sorts() {
    assert_eq!(ask(&[]).order, [BAMBOO, WORKDAY, ZENDESK, ASHBY, XERO], "equal popularity goes by name");
    assert_eq!(ask(&[("sort", "name")]).order, [ASHBY, BAMBOO, WORKDAY, XERO, ZENDESK]);
    assert_eq!(ask(&[("sort", "recent")]).order, [ZENDESK, ASHBY, BAMBOO, WORKDAY, XERO]);
    assert_eq!(ask(&[("q", "a"), ("sort", "name")]).order, [ASHBY]);
}

#[test]
fn a_category_and_a_status_narrow_the_list() {
    assert_eq!(ask(&[("category", "ats")]).order, [BAMBOO, WORKDAY, ASHBY]);
    assert_eq!(ask(&[("status", "connected")]).order, [BAMBOO, WORKDAY]);
    assert_eq!(ask(&[("status", "not-connected")]).order, [ZENDESK, ASHBY, XERO]);
    assert_eq!(ask(&[("status", "needs-attention")]).order, [WORKDAY, ZENDESK]);
    assert_eq!(ask(&[("category", "ats"), ("status", "connected")]).order, [WORKDAY], "BambooHR is connected for HR only");
    assert_eq!(ask(&[("category", "hris"), ("status", "connected")]).order, [BAMBOO]);
}

#[test]
fn facets_count_what_a_click_would_show() {
    for q in ["", "a", "bambohr", "accounting"] {
        for category in std::iter::once(None).chain(Category::ALL.map(Some)) {
            for status in StatusFilter::ALL {
                let query = Query { q: q.to_owned(), category, status, sort: Sort::Popular };
                let view = apply(&index(), &states(), &query);
                let shown = |query: &Query| apply(&index(), &states(), query).order.len();
                assert_eq!(view.all, shown(&Query { category: None, ..query.clone() }), "{query:?}");
                for other in Category::ALL {
                    assert_eq!(view.in_category(other), shown(&Query { category: Some(other), ..query.clone() }), "{query:?} {other}");
                }
                for other in StatusFilter::ALL {
                    assert_eq!(view.in_status(other), shown(&Query { status: other, ..query.clone() }), "{query:?} {other:?}");
                }
                assert_eq!(
                    view.in_status(StatusFilter::All),
                    view.in_status(StatusFilter::Connected) + view.in_status(StatusFilter::NotConnected)
                );
            }
        }
    }
}

#[test]
fn a_slip_is_said() {
    let view = ask(&[("q", "bambohr")]);
    assert_eq!((view.order.as_slice(), view.corrected.as_deref()), ([BAMBOO].as_slice(), Some("bamboohr")));
    let view = ask(&[("q", "!!!")]);
    assert_eq!((view.order.len(), view.corrected), (0, None));
}

#[test]
fn an_old_or_mistyped_link_still_opens_the_list() {
    let query = Query::from_pairs([("q", "  bob "), ("category", "mktg"), ("status", "x"), ("sort", ""), ("utm", "1")]);
    assert_eq!(query, Query { q: "bob".to_owned(), ..Query::default() });
    assert_eq!(Query::from_pairs([("sort", "name"), ("sort", "recent")]).sort, Sort::Recent);
}

#[test]
fn the_url_says_only_what_differs() {
    assert_eq!(Query::default().to_query_string(), "");
    let query = Query { q: "a&b é+".to_owned(), category: Some(Category::Crm), status: StatusFilter::NeedsAttention, sort: Sort::Name };
    assert_eq!(query.to_query_string(), "?q=a%26b+%C3%A9%2B&category=crm&status=needs-attention&sort=name");
    assert!(!query.is_everything() && Query { sort: Sort::Name, ..Query::default() }.is_everything());
}

#[test]
fn the_most_urgent_of_several_states_stays() {
    let mut states = States::none(1);
    states.add(0, Category::Crm, CardState::ReconnectNeeded);
    states.add(0, Category::Crm, CardState::Connected);
    states.add(9, Category::Crm, CardState::Connected);
    assert_eq!(states.get(0, Category::Crm), CardState::ReconnectNeeded);
    assert_eq!(states.get(9, Category::Crm), CardState::NotConnected);
}

proptest! {
    #[test]
    fn a_query_comes_back_from_its_pairs(q in "\\PC{0,120}", category in 0..8_usize, status in 0..4_usize, sort in 0..3_usize) {
        let query = Query::from_pairs([("q", q.as_str())]);
        let query = Query {
            category: Category::ALL.get(category).copied(), status: StatusFilter::ALL[status], sort: Sort::ALL[sort], ..query
        };
        prop_assert_eq!(&Query::from_pairs(query.to_pairs()), &query);
        prop_assert!(query.to_query_string().is_ascii());
    }

    #[test]
    fn any_search_shows_each_app_at_most_once(q: String) {
        let view = ask(&[("q", &q)]);
        let mut seen = view.order.clone();
        seen.sort_unstable();
        seen.dedup();
        prop_assert_eq!(seen.len(), view.order.len());
        prop_assert!(view.order.iter().all(|doc| *doc < APPS.len()));
    }
}
