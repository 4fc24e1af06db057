//! Parts of pages that were drawn before.
//!
//! What an island draws on the server follows from its properties and the language alone: no island looks at anything else. The App Center's is
//! thousands of elements, and whoever has connected the same apps sees the same ones, so it is kept as text under a digest of all that it
//! follows from. Nothing has to be made invalid: whatever changes has another digest.

use std::{
    num::NonZeroUsize,
    sync::{Arc, LazyLock, Mutex, PoisonError},
};

use leptos::{prelude::*, tachys::html::InertElement};
use lru::LruCache;
use serde::Serialize;

use crate::{server::vault::sha256_hex, words};

/// So many are kept, each of some 200 kB at most.
const KEPT: NonZeroUsize = NonZeroUsize::MIN.saturating_add(31);

static DRAWN: LazyLock<Mutex<LruCache<String, Arc<str>>>> = LazyLock::new(|| Mutex::new(LruCache::new(KEPT)));

/// What `draw` draws, or what it drew when it was last asked for with these properties in this language.
pub fn drawn<V: IntoView>(name: &str, properties: &impl Serialize, draw: impl FnOnce() -> V) -> AnyView {
    let Ok(json) = serde_json::to_string(&(name, words::language().code(), properties)) else { return draw().into_any() };
    let digest = sha256_hex(json.as_bytes());
    let known = DRAWN.lock().unwrap_or_else(PoisonError::into_inner).get(&digest).cloned();
    let html = known.unwrap_or_else(|| {
        let html: Arc<str> = draw().into_view().to_html().into();
        DRAWN.lock().unwrap_or_else(PoisonError::into_inner).put(digest, Arc::clone(&html));
        html
    });
    InertElement::new(html.to_string()).into_any()
}

#[cfg(test)]
mod tests {
    use std::cell::Cell;

    use super::*;
    use crate::words::{Language, speaking};

    #[tokio::test]
    async fn what_was_drawn_is_kept_and_whatever_differs_is_drawn() {
        let times = Cell::new(0);
        let draw = |name: &str, properties: u32| {
            let view = drawn(name, &properties, || {
                times.set(times.get() + 1);
                view! { <p>{format!("{} {properties}", words::language().code())}</p> }
            });
            (view.to_html(), times.get())
        };
        let (first, after_first) = draw("of-a-test", 1);
        assert!(first.contains("en 1"), "{first}");
        assert_eq!((draw("of-a-test", 1), after_first), ((first, 1), 1));
        assert_eq!(draw("of-a-test", 2).1, 2);
        assert_eq!(draw("another", 1).1, 3);
        let (german, after) = speaking(Language::German, async { draw("of-a-test", 1) }).await;
        assert!(german.contains("de 1") && after == 4, "{german}");
        assert_eq!(draw("of-a-test", 1).1, 4);
    }
}
