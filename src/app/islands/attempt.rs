//! Attempts to connect, as an island sees them: which button is at work and what came of the last one. The attempts themselves are the
//! interop shim's (L9).

use leptos::prelude::*;
use serde::Serialize;

use crate::{
    api::{
        error::{ApiError, Code},
        linking::{CreateLinkToken, ExchangeReply, RelinkIntegration},
    },
    app::{
        browser::{self, path_of},
        copy,
    },
    domain::category::Category,
};

/// What an attempt is about.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Target {
    /// An app in one category, or any app of the category.
    Connect {
        /// The category.
        category: Category,
        /// The app's slug; `None` leaves the choice to the window.
        app: Option<String>,
    },
    /// A connected account.
    Relink {
        /// Our id of it.
        id: String,
    },
}

#[derive(Serialize)]
#[serde(untagged)]
enum Body<'a> {
    Connect {
        category: &'a str,
        #[serde(skip_serializing_if = "Option::is_none")]
        integration: Option<&'a str>,
    },
    Relink {
        integration_id: &'a str,
    },
}

impl Target {
    /// Any app of a category.
    pub const fn category(category: Category) -> Self {
        Self::Connect { category, app: None }
    }

    /// One app in a category.
    pub fn app(category: Category, slug: &str) -> Self {
        Self::Connect { category, app: Some(slug.to_owned()) }
    }

    /// A connected account.
    pub fn account(id: &str) -> Self {
        Self::Relink { id: id.to_owned() }
    }

    /// Names the target among those of a page.
    pub fn key(&self) -> String {
        match self {
            Self::Connect { category, app: Some(app) } => format!("{app}:{category}"),
            Self::Connect { category, app: None } => format!(":{category}"),
            Self::Relink { id } => id.clone(),
        }
    }

    fn request(&self) -> (&'static str, String) {
        let (path, body) = match self {
            Self::Connect { category, app } => {
                (path_of::<CreateLinkToken>(), Body::Connect { category: category.slug(), integration: app.as_deref() })
            }
            Self::Relink { id } => (path_of::<RelinkIntegration>(), Body::Relink { integration_id: id }),
        };
        (path, serde_json::to_string(&body).unwrap_or_default())
    }
}

/// What there is to say about the last attempt at a target.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Remark {
    /// The sentence.
    pub sentence: String,
    /// Nothing went wrong: the person changed their mind.
    pub calm: bool,
    /// The session is over.
    pub signed_out: bool,
}

/// The attempts of one island. One is under way at a time: a second click ends the first at once.
#[derive(Clone, Copy, Debug)]
pub struct Attempts {
    busy: RwSignal<Option<String>>,
    remark: RwSignal<Option<(String, Remark)>>,
    said: RwSignal<String>,
    connected: RwSignal<Option<ExchangeReply>>,
}

impl Attempts {
    /// None yet.
    pub fn new() -> Self {
        Self { busy: RwSignal::new(None), remark: RwSignal::new(None), said: RwSignal::new(String::new()), connected: RwSignal::new(None) }
    }

    /// Whether this target is being connected.
    pub fn busy(&self, key: &str) -> bool {
        self.busy.with(|busy| busy.as_deref() == Some(key))
    }

    /// What there is to say about the last attempt at this target.
    pub fn trouble(&self, key: &str) -> Option<Remark> {
        self.remark.with(|remark| remark.as_ref().filter(|(of, _)| of == key).map(|(_, remark)| remark.clone()))
    }

    /// The target of the last attempt at this app, in whichever category, if there is something to say about it.
    pub fn trouble_of_app(&self, slug: &str) -> Option<String> {
        self.remark.with(|remark| {
            let (key, _) = remark.as_ref()?;
            (key.strip_prefix(slug)?.starts_with(':')).then(|| key.clone())
        })
    }

    /// The last account that was connected.
    pub fn connected(&self) -> Option<ExchangeReply> {
        self.connected.get()
    }

    /// What the hidden polite region says.
    pub fn said(&self) -> String {
        self.said.get()
    }

    /// Says something in the hidden polite region.
    pub fn say(&self, sentence: String) {
        self.said.set(sentence);
    }

    /// Begins an attempt, unless this target has one.
    pub fn begin(self, target: &Target) {
        let key = target.key();
        if self.busy.with_untracked(|busy| *busy == Some(key.clone())) {
            return;
        }
        let (path, body) = target.request();
        let of = key.clone();
        // First: the shim tells the attempt that this one ends, and its button must not take this one's state with it.
        browser::connect(path, &body, move |word, detail| self.turn(&of, &word, &detail));
        self.remark.set(None);
        self.said.set(String::new());
        self.busy.set(Some(key));
    }

    fn turn(self, key: &str, word: &str, detail: &str) {
        if self.busy.with_untracked(|busy| busy.as_deref() == Some(key)) {
            self.busy.set(None);
        }
        match word {
            "connected" => {
                if let Ok(reply) = browser::understood::<ExchangeReply>(detail) {
                    self.said.set(copy::connected(&reply.integration_name));
                    self.connected.set(Some(reply));
                }
            }
            "refused" => {
                let error = browser::understood::<ExchangeReply>(detail).err().unwrap_or_else(ApiError::internal);
                // Another attempt of this page took over; there is nothing to say about this one.
                if error.code != Code::AttemptSuperseded {
                    let remark = Remark { sentence: copy::refusal(&error), calm: false, signed_out: error.code == Code::SignedOut };
                    self.remark.set(Some((key.to_owned(), remark)));
                }
            }
            word => {
                if let Some(sentence) = copy::ending(word) {
                    let remark = Remark { sentence, calm: word == "closed", signed_out: false };
                    self.remark.set(Some((key.to_owned(), remark)));
                }
            }
        }
    }
}

impl Default for Attempts {
    fn default() -> Self {
        Self::new()
    }
}

/// Says politely what happened, unseen. It must be in the page before it says anything.
#[component]
pub fn Polite(
    /// Whose sentences.
    attempts: Attempts,
) -> impl IntoView {
    view! {
        <p class="sr-only" role="status">
            {move || attempts.said()}
        </p>
    }
}
