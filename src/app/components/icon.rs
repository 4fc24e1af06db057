//! Line icons, drawn on 24 units.

use leptos::prelude::*;

use crate::domain::category::Category;

/// An icon.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[allow(missing_docs)]
pub enum Glyph {
    All,
    Alert,
    Back,
    Check,
    Chevron,
    Circle,
    Clock,
    Close,
    Dots,
    Dashed,
    Download,
    External,
    Halves,
    Info,
    Key,
    Link,
    Offline,
    Order,
    Out,
    Pencil,
    Plug,
    Plus,
    Search,
    Sliders,
    Sync,
    Trash,
    Of(Category),
}

impl Glyph {
    /// Every one, in no order that matters.
    #[cfg(feature = "ssr")]
    pub fn all() -> Vec<Self> {
        let plain = [
            Self::All,
            Self::Alert,
            Self::Back,
            Self::Check,
            Self::Chevron,
            Self::Circle,
            Self::Clock,
            Self::Close,
            Self::Dots,
            Self::Dashed,
            Self::Download,
            Self::External,
            Self::Halves,
            Self::Info,
            Self::Key,
            Self::Link,
            Self::Offline,
            Self::Order,
            Self::Out,
            Self::Pencil,
            Self::Plug,
            Self::Plus,
            Self::Search,
            Self::Sliders,
            Self::Sync,
            Self::Trash,
        ];
        plain.into_iter().chain(Category::ALL.into_iter().map(Self::Of)).collect()
    }

    const fn path(self) -> &'static str {
        match self {
            Self::All => "M4 4h6v6H4zM14 4h6v6h-6zM4 14h6v6H4zM14 14h6v6h-6z",
            Self::Alert => "M12 9v4M12 17h.01M10.3 3.9 2.4 17.5a2 2 0 0 0 1.7 3h15.8a2 2 0 0 0 1.7-3L13.7 3.9a2 2 0 0 0-3.4 0z",
            Self::Back => "m15 18-6-6 6-6",
            Self::Check => "m5 12.5 4.5 4.5L19 7.5",
            Self::Chevron => "m9 18 6-6-6-6",
            Self::Circle => "M12 3a9 9 0 1 0 0 18 9 9 0 0 0 0-18zM12 8v5M12 16h.01",
            Self::Clock => "M12 3a9 9 0 1 0 0 18 9 9 0 0 0 0-18zM12 7v5l3.5 2",
            Self::Close => "M6 6l12 12M18 6 6 18",
            Self::Dots => "M5 12h.01M12 12h.01M19 12h.01",
            Self::Dashed => {
                "M10.1 3.2a9 9 0 0 1 3.8 0M17.6 5a9 9 0 0 1 2.6 2.7M21 12a9 9 0 0 1-.8 3.8M18 18.7a9 9 0 0 1-3.2 1.9M10.1 20.8A9 9 0 0 1 6.5 19M3.8 16A9 9 0 0 1 3 12.2M4 7.5A9 9 0 0 1 6.4 5"
            }
            Self::Download => "M12 4v11M7 11l5 5 5-5M5 20h14",
            Self::External => "M14 4h6v6M20 4l-9 9M18 14v4a2 2 0 0 1-2 2H6a2 2 0 0 1-2-2V8a2 2 0 0 1 2-2h4",
            Self::Halves => "M12 3a9 9 0 1 0 0 18 9 9 0 0 0 0-18zM12 3v18M12 7h4M12 11h6M12 15h5",
            Self::Info => "M12 3a9 9 0 1 0 0 18 9 9 0 0 0 0-18zM12 11v5M12 8h.01",
            Self::Key => "M15 9a1 1 0 1 0 0-.01M21 9a6 6 0 1 1-7.5-5.8A6 6 0 0 1 21 9zM10.4 12.6 3 20v1h4v-2h2v-2h2l1.4-1.4",
            Self::Link => "M10 14a4 4 0 0 0 6 .4l3-3a4 4 0 1 0-5.6-5.7L12 7.1M14 10a4 4 0 0 0-6-.4l-3 3a4 4 0 1 0 5.6 5.7L12 17",
            Self::Offline => "M3 3l18 18M5 12.5a10 10 0 0 1 4-2.4M15 10.2a10 10 0 0 1 4 2.3M8.5 16a5 5 0 0 1 7 0M12 20h.01",
            Self::Order => "M7 5v14M3.5 15.5 7 19l3.5-3.5M14 7h7M14 12h5M14 17h3",
            Self::Out => "M14 4H5v16h9M10 12h10M16 8l4 4-4 4",
            Self::Pencil => "M4 20h4L19 9l-4-4L4 16zM13 7l4 4",
            Self::Plug => "M9 3v5M15 3v5M6 8h12v3a6 6 0 0 1-12 0zM12 17v4",
            Self::Plus => "M12 5v14M5 12h14",
            Self::Search => "M11 4a7 7 0 1 0 0 14 7 7 0 0 0 0-14zM20 20l-4-4",
            Self::Sliders => "M4 7h10M18 7h2M4 17h2M10 17h10M16 5v4M8 15v4",
            Self::Sync => "M20 11a8 8 0 0 0-14-4.5L4 9M4 4v5h5M4 13a8 8 0 0 0 14 4.5L20 15M20 20v-5h-5",
            Self::Trash => "M4 7h16M9 7V4h6v3M6 7l1 13h10l1-13M10 11v5M14 11v5",
            Self::Of(Category::Hris) => {
                "M16 20v-1.5A3.5 3.5 0 0 0 12.5 15h-6A3.5 3.5 0 0 0 3 18.5V20M9.5 11.5a3.5 3.5 0 1 0 0-7 3.5 3.5 0 0 0 0 7M21 20v-1.5a3.5 3.5 0 0 0-2.7-3.4M15.5 4.6a3.5 3.5 0 0 1 0 6.8"
            }
            Self::Of(Category::Ats) => {
                "M20 7h-4V5.5A1.5 1.5 0 0 0 14.5 4h-5A1.5 1.5 0 0 0 8 5.5V7H4a1 1 0 0 0-1 1v11a1 1 0 0 0 1 1h16a1 1 0 0 0 1-1V8a1 1 0 0 0-1-1zM8 7h8M3 13h18"
            }
            Self::Of(Category::Crm) => "M12 20.5s-8-4.8-8-10.6A4.6 4.6 0 0 1 12 7a4.6 4.6 0 0 1 8 2.9c0 5.8-8 10.6-8 10.6z",
            Self::Of(Category::Accounting) => "M5 3v18l2.3-1.5L9.7 21 12 19.5l2.3 1.5 2.4-1.5L19 21V3zM9 8h6M9 12h6",
            Self::Of(Category::Ticketing) => {
                "M3 8a2 2 0 0 1 2-2h14a2 2 0 0 1 2 2v2a2 2 0 0 0 0 4v2a2 2 0 0 1-2 2H5a2 2 0 0 1-2-2v-2a2 2 0 0 0 0-4zM14 6v2M14 11v2M14 16v2"
            }
            Self::Of(Category::FileStorage) => "M3 6a1 1 0 0 1 1-1h5l2 3h9a1 1 0 0 1 1 1v9a1 1 0 0 1-1 1H4a1 1 0 0 1-1-1z",
            Self::Of(Category::KnowledgeBase) => "M12 6.5C10 5 7 4.5 3 4.5v14c4 0 7 .5 9 2 2-1.5 5-2 9-2v-14c-4 0-7 .5-9 2zM12 6.5v14",
        }
    }
}

/// An icon beside words that say the same, so it is hidden from those who listen.
#[component]
pub fn Icon(
    /// Which.
    glyph: Glyph,
    /// Side in CSS pixels.
    #[prop(default = 16)]
    size: u8,
) -> impl IntoView {
    view! {
        <svg
            width=size
            height=size
            viewBox="0 0 24 24"
            fill="none"
            stroke="currentColor"
            stroke-width="1.8"
            stroke-linecap="round"
            stroke-linejoin="round"
            aria-hidden="true"
            focusable="false"
        >
            <path d=glyph.path()></path>
        </svg>
    }
}
