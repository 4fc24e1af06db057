//! The records of a connected app.

use super::{initial_sync, midsentence, number};
use crate::{
    api::records::{ListState, RecordList, TypeView},
    domain::browsing::RecordSort,
    say,
};

messages! {
    /// Before the data types.
    data_type_label = "data-type";
    /// Before what lives and what is deleted.
    show = "show";
    /// What lives.
    show_current = "show-current";
    /// What is deleted.
    show_deleted = "show-deleted";
    /// Back to the beginning.
    first_page = "first-page";
    /// On.
    next_page = "next-page";
    /// On, where nothing was found so far.
    look_further = "look-further";
    /// The name of a record that has none.
    no_name = "no-name";
    /// A record that another one refers to, and that we do not have.
    elsewhere = "elsewhere";
    /// A record that an address names, and that we do not have.
    no_record = "no-record";
    /// What a record has besides.
    technical = "technical";
    /// A list that could not be read.
    records_failed = "records-failed";
    /// The column of the last change.
    label_changed = "label-changed";
}

/// An order of records.
pub fn record_sort(sort: RecordSort, app: &str) -> String {
    match sort {
        RecordSort::Newest => say!("sort-newest"),
        RecordSort::Oldest => say!("sort-oldest"),
        RecordSort::Modified => last_changed_in(app),
        RecordSort::RemoteId => say!("sort-remote-id", app = app),
    }
}

/// When a record was changed on the other side.
pub fn last_changed_in(app: &str) -> String {
    say!("last-changed-in", app = app)
}

/// When it was deleted there.
pub fn deleted_in(app: &str, when: &str) -> String {
    say!("deleted-in", app = app, when = when)
}

/// The column of the ids that the app itself uses.
pub fn id_in(app: &str) -> String {
    say!("id-in", app = app)
}

/// A data type in the list that one is chosen from.
pub fn data_type(kind: &TypeView) -> String {
    match (kind.available, usize::try_from(kind.count)) {
        (false, _) => say!("type-unavailable", name = &kind.name),
        (true, Ok(count)) if count > 0 => format!("{} · {}", kind.name, number(count)),
        (true, _) => kind.name.clone(),
    }
}

/// What is looked for among these records.
pub fn search_records(list: &RecordList) -> String {
    say!("search-type", name = &midsentence(&list.name))
}

/// How much there is: exactly where that is known.
pub fn found(list: &RecordList) -> String {
    let (shown, alone) = (list.rows.len(), list.first.is_none() && list.next.is_none());
    let what = match (list.deleted, list.q.is_empty()) {
        (false, true) => return list.told.clone(),
        (true, true) => say!("deleted-records", count = shown),
        (_, false) => say!("matches", count = shown),
    };
    if alone { what } else { say!("on-this-page", what = &what) }
}

/// Why a list has no records: a heading and a sentence.
pub fn no_records(list: &RecordList, app: &str) -> (String, String) {
    let name = midsentence(&list.name);
    let none_yet = || say!("none-yet");
    match list.state {
        ListState::FirstSync => (initial_sync(), say!("none-first-sync", name = &name)),
        ListState::Stopped => (none_yet(), say!("none-stopped", app = app, name = &name)),
        ListState::Unavailable => (say!("none-unavailable-title"), say!("none-unavailable", app = app, name = &name)),
        ListState::Ready if !list.q.is_empty() && list.next.is_some() => (say!("none-so-far-title"), say!("none-so-far")),
        ListState::Ready if !list.q.is_empty() => (say!("none-matches-title"), say!("none-matches", name = &name, q = &list.q)),
        ListState::Ready if list.first.is_some() => (say!("none-more-title"), say!("none-more")),
        ListState::Ready if list.deleted => (none_yet(), say!("none-deleted", app = app, name = &name)),
        ListState::Ready => (none_yet(), say!("none-ready", app = app, name = &name)),
    }
}

/// A value that is one or the other.
pub fn flag(yes: bool) -> String {
    if yes { say!("yes") } else { say!("no") }
}

/// What is left out of a list.
pub fn and_more(count: usize) -> String {
    say!("and-more", count = count)
}
