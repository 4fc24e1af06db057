//! The page in a frame that lets nobody in (P3).

use super::failed_heading;
use crate::domain::embedding::Refusal;

messages! {
    /// The title where the product around may not embed.
    embed_here_title = "page-embed-here-title";
    /// And the sentence.
    embed_here = "page-embed-here";
    /// The title where nobody knows who comes.
    embed_who_title = "page-embed-who-title";
    /// What was said cannot be verified.
    embed_unverified = "page-embed-unverified";
    /// It was meant for somebody else.
    embed_audience = "page-embed-audience";
    /// It comes from the future.
    embed_early = "page-embed-early";
    /// The title where it is too old.
    embed_expired_title = "page-embed-expired-title";
    /// What helps.
    embed_reload = "page-embed-reload";
    /// The title where it was used already.
    embed_used_title = "page-embed-used-title";
    /// The title where the visit is over.
    embed_over_title = "page-embed-over-title";
    /// The title where too many come.
    embed_many_title = "page-embed-many-title";
    /// And the sentence.
    embed_many = "page-embed-many";
    /// A fault of ours.
    embed_unavailable = "page-embed-unavailable";
}

/// Somebody was not let into a frame: the title, and what to do about it. The host's program hears a word of its own (P3).
pub fn not_let_in(why: Refusal) -> (String, String) {
    match why {
        Refusal::ForeignOrigin => (embed_here_title(), embed_here()),
        Refusal::NotSigned | Refusal::Unreadable | Refusal::LivesTooLong => (embed_who_title(), embed_unverified()),
        Refusal::OtherAudience => (embed_who_title(), embed_audience()),
        Refusal::Early => (embed_who_title(), embed_early()),
        Refusal::Expired => (embed_expired_title(), embed_reload()),
        Refusal::Used => (embed_used_title(), embed_reload()),
        Refusal::Over => (embed_over_title(), embed_reload()),
        Refusal::TooMany => (embed_many_title(), embed_many()),
        Refusal::Unavailable => (failed_heading(), embed_unavailable()),
    }
}
