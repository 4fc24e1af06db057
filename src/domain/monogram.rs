//! Monogram tiles: what stands in for a logo that is missing or fails, so designed that a grid of them looks intended.

/// The tile of one app. Background and ink reach a contrast of at least 4.5 (WCAG 2.2, 1.4.3) whatever the brand's colour is.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Tile {
    /// One or two letters.
    pub letters: String,
    /// `#rrggbb`.
    pub background: String,
    /// [`WHITE`] or [`INK`].
    pub ink: &'static str,
}

/// The light ink.
pub const WHITE: &str = "#ffffff";
/// The dark ink: the text colour of the light theme.
pub const INK: &str = "#14171f";
/// The least contrast between a tile and its letters.
pub const MIN_CONTRAST: f64 = 4.5;

/// Backgrounds of apps whose colour is unknown: 24 hues of one perceived lightness, as colourful as the screen can show them. White
/// reaches at least 5.6 on each.
const HUES: [&str; 24] = [
    "#a03b54", "#a23d3d", "#a14122", "#984b04", "#8b5502", "#7f5d05", "#736301", "#646901", "#4d7004", "#297628", "#077649", "#04745e",
    "#09736c", "#017179", "#046f85", "#016c94", "#0467aa", "#385faf", "#5358ae", "#6851a8", "#794a9d", "#87448f", "#92407e", "#9a3c6a",
];

/// Draws the tile of an app: on its brand's colour where that is known and readable as a colour, else on a hue that its name always gets.
///
/// A brand's colour on which neither ink can be read is darkened, just enough, until white can.
#[must_use]
pub fn tile(name: &str, brand_color: Option<&str>) -> Tile {
    let letters = monogram(name);
    let Some(brand) = brand_color.and_then(Rgb::parse) else {
        let hues = u32::try_from(HUES.len()).unwrap_or(1);
        let hue = usize::try_from(hash(name) % hues).ok().and_then(|at| HUES.get(at)).copied().unwrap_or("#385faf");
        return Tile { letters, background: hue.to_owned(), ink: WHITE };
    };
    let mut background = brand;
    loop {
        if background.contrast(Rgb::WHITE) >= MIN_CONTRAST {
            return Tile { letters, background: background.to_hex(), ink: WHITE };
        }
        if background.contrast(Rgb::INK) >= MIN_CONTRAST {
            return Tile { letters, background: background.to_hex(), ink: INK };
        }
        background = background.darker();
    }
}

/// One or two letters for an app: the first letters of its name's first two parts, "Google Drive" → GD, "QuickBooks Online" → QB; of a
/// name of one part its first two letters, "Workday" → Wo. A glued abbreviation is no part of its own, since it says nothing that the
/// category does not: "BambooHR" → Ba.
#[must_use]
pub fn monogram(name: &str) -> String {
    let parts = parts(name);
    let mut letters = String::new();
    match parts.as_slice() {
        [] => letters.push('?'),
        [only] => {
            let mut rest = only.chars();
            letters.extend(rest.next().and_then(upper));
            letters.extend(rest.next().map(lower));
        }
        [first, second, ..] => {
            letters.extend(first.chars().next().and_then(upper));
            letters.extend(second.chars().next().and_then(upper));
        }
    }
    letters
}

/// The parts of a name: between spaces and punctuation, and at the humps of camel case unless what follows is all capitals.
fn parts(name: &str) -> Vec<&str> {
    let mut parts = Vec::new();
    for word in name.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty()) {
        let mut start = 0;
        let mut before_is_lower = false;
        for (at, letter) in word.char_indices() {
            let hump = before_is_lower && letter.is_uppercase();
            let rest = word.get(at..).unwrap_or_default();
            if hump && rest.chars().any(char::is_lowercase) {
                parts.extend(word.get(start..at));
                start = at;
            }
            before_is_lower = letter.is_lowercase();
        }
        parts.extend(word.get(start..));
    }
    parts
}

/// The letter's capital where that is a single letter, else the letter itself: one letter must stay one letter in the tile.
fn upper(letter: char) -> Option<char> {
    let mut capital = letter.to_uppercase();
    if capital.len() == 1 { capital.next() } else { Some(letter) }
}

fn lower(letter: char) -> char {
    let mut small = letter.to_lowercase();
    if small.len() == 1 { small.next().unwrap_or(letter) } else { letter }
}

/// FNV-1a over the bytes of the name: the same on every machine and in the browser.
fn hash(name: &str) -> u32 {
    let mixed = name.bytes().fold(0x811c_9dc5_u32, |hash, byte| (hash ^ u32::from(byte)).wrapping_mul(0x0100_0193));
    mixed ^ (mixed >> 15)
}

/// A colour as `#rrggbb`, from that or `#rgb`, with or without the `#`; `None` for anything else, so that what comes from outside can be
/// put into a style.
#[must_use]
pub fn normal_color(text: &str) -> Option<String> {
    Rgb::parse(text).map(Rgb::to_hex)
}

/// The WCAG 2.2 contrast between two `#rrggbb` colours, 1 to 21; `None` when either is no colour.
#[must_use]
pub fn contrast(one: &str, other: &str) -> Option<f64> {
    Some(Rgb::parse(one)?.contrast(Rgb::parse(other)?))
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
struct Rgb(u8, u8, u8);

impl Rgb {
    const WHITE: Rgb = Rgb(255, 255, 255);
    const INK: Rgb = Rgb(0x14, 0x17, 0x1f);

    /// Understands `#rrggbb` and `#rgb`, with or without the `#`.
    fn parse(text: &str) -> Option<Rgb> {
        let text = text.trim();
        let digits = text.strip_prefix('#').unwrap_or(text);
        if !digits.bytes().all(|byte| byte.is_ascii_hexdigit()) {
            return None;
        }
        let number = u32::from_str_radix(digits, 16).ok()?;
        let [_, r, g, b] = number.to_be_bytes();
        match digits.len() {
            6 => Some(Rgb(r, g, b)),
            3 => Some(Rgb(17 * g, 17 * (b >> 4), 17 * (b & 15))),
            _ => None,
        }
    }

    fn to_hex(self) -> String {
        format!("#{:02x}{:02x}{:02x}", self.0, self.1, self.2)
    }

    fn luminance(self) -> f64 {
        fn linear(channel: u8) -> f64 {
            let c = f64::from(channel) / 255.0;
            if c <= 0.040_45 { c / 12.92 } else { ((c + 0.055) / 1.055).powf(2.4) }
        }
        0.2126 * linear(self.0) + 0.7152 * linear(self.1) + 0.0722 * linear(self.2)
    }

    fn contrast(self, other: Rgb) -> f64 {
        let (one, two) = (self.luminance() + 0.05, other.luminance() + 0.05);
        one.max(two) / one.min(two)
    }

    /// A step towards black that keeps the hue; a channel above zero always falls, so that steps end.
    fn darker(self) -> Rgb {
        let step = |channel: u8| u8::try_from(u16::from(channel) * 31 / 32).unwrap_or(0);
        Rgb(step(self.0), step(self.1), step(self.2))
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing, missing_docs)]
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn letters_follow_the_rule() {
        for (name, letters) in [
            ("BambooHR", "Ba"),
            ("Workday", "Wo"),
            ("Google Drive", "GD"),
            ("QuickBooks Online", "QB"),
            ("HubSpot", "HS"),
            ("ADP RUN", "AR"),
            ("iCIMS", "Ic"),
            ("CATS", "Ca"),
            ("7shifts", "7s"),
            ("Aha!", "Ah"),
            ("d.Vinci", "DV"),
            ("Re:amaze", "RA"),
            ("Oracle Cloud Human Capital Management (HCM)", "OC"),
            ("x", "X"),
            ("ßuper", "ßu"),
            ("日本", "日本"),
            ("", "?"),
            ("!!!", "?"),
        ] {
            assert_eq!(monogram(name), letters, "{name}");
        }
    }

    #[test]
    fn contrast_is_the_one_of_the_standard() {
        assert!((contrast("#000000", "#ffffff").unwrap() - 21.0).abs() < 1e-9);
        assert!((contrast("#ffffff", "#ffffff").unwrap() - 1.0).abs() < 1e-9);
        assert!((contrast("#777777", "#ffffff").unwrap() - 4.478).abs() < 0.001);
        assert!((contrast("#767676", "#fff").unwrap() - 4.542).abs() < 0.001);
        assert!((contrast("#F6A704", "14171f").unwrap() - contrast("14171F", "#f6a704").unwrap()).abs() < 1e-12);
        for bad in ["", "#", "red", "#12345", "#1234567", "#+12345", "#ééé"] {
            assert_eq!(contrast(bad, "#fff"), None, "{bad}");
        }
        assert_eq!(Rgb::parse("#1af"), Some(Rgb(0x11, 0xaa, 0xff)));
    }

    #[test]
    fn every_hue_of_the_palette_carries_white() {
        for hue in HUES {
            let ratio = contrast(hue, WHITE).unwrap();
            assert!((5.6..6.6).contains(&ratio), "{hue} {ratio}");
        }
    }

    #[test]
    fn a_known_colour_is_kept_when_an_ink_can_be_read_on_it() {
        assert_eq!(tile("ADP Workforce Now", Some("#D0271D")), Tile { letters: "AW".into(), background: "#d0271d".into(), ink: WHITE });
        assert_eq!(tile("SAP SuccessFactors", Some("#F6A704")).ink, INK);
        assert_eq!(tile("Lever", Some("no colour")), tile("Lever", None));
    }

    #[test]
    fn a_colour_in_the_gap_between_the_inks_is_darkened_a_little() {
        let gap = "#757f75";
        assert!(contrast(gap, WHITE).unwrap() < MIN_CONTRAST && contrast(gap, INK).unwrap() < MIN_CONTRAST);
        let drawn = tile("Gap", Some(gap));
        assert_eq!(drawn.ink, WHITE);
        assert!(contrast(&drawn.background, gap).unwrap() < 1.2, "{drawn:?}");
    }

    #[test]
    fn names_spread_over_the_palette() {
        let used: std::collections::HashSet<_> = (0..240).map(|n| tile(&format!("App {n}"), None).background).collect();
        assert!(used.len() >= 20, "only {} hues", used.len());
    }

    proptest! {
        #[test]
        fn letters_are_always_one_or_two_and_readable(name in "\\PC{0,40}", r: u8, g: u8, b: u8, known: bool) {
            let brand = Rgb(r, g, b).to_hex();
            let drawn = tile(&name, known.then_some(brand.as_str()));
            prop_assert!((1..=2).contains(&drawn.letters.chars().count()), "{:?}", drawn);
            prop_assert!(contrast(&drawn.background, drawn.ink).unwrap() >= MIN_CONTRAST, "{:?}", drawn);
            prop_assert_eq!(drawn, tile(&name, known.then_some(brand.as_str())));
        }

        #[test]
        fn any_text_may_pose_as_a_colour(name: String, color: String) {
            let drawn = tile(&name, Some(&color));
            prop_assert!(contrast(&drawn.background, drawn.ink).unwrap() >= MIN_CONTRAST);
        }
    }
}
