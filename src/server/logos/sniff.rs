//! What an image is by its first bytes; what it is called elsewhere is not believed.

/// The kinds of image that are passed on.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Kind {
    Png,
    Jpeg,
    Gif,
    WebP,
    Svg,
}

impl Kind {
    pub(super) const fn media_type(self) -> &'static str {
        match self {
            Self::Png => "image/png",
            Self::Jpeg => "image/jpeg",
            Self::Gif => "image/gif",
            Self::WebP => "image/webp",
            Self::Svg => "image/svg+xml",
        }
    }
}

/// The kind of an image, if it is one of ours.
pub(super) fn sniff(bytes: &[u8]) -> Option<Kind> {
    match bytes {
        [0x89, b'P', b'N', b'G', b'\r', b'\n', 0x1a, b'\n', ..] => Some(Kind::Png),
        [0xff, 0xd8, 0xff, ..] => Some(Kind::Jpeg),
        [b'G', b'I', b'F', b'8', b'7' | b'9', b'a', ..] => Some(Kind::Gif),
        [b'R', b'I', b'F', b'F', _, _, _, _, b'W', b'E', b'B', b'P', ..] => Some(Kind::WebP),
        _ => std::str::from_utf8(bytes).ok().filter(|text| is_svg(text)).map(|_| Kind::Svg),
    }
}

/// Whether the first element is `svg`, after what XML allows before it. A document type with entities of its own is none of ours.
fn is_svg(text: &str) -> bool {
    let mut rest = text.trim_start_matches('\u{feff}').trim_start();
    loop {
        let skipped = if rest.starts_with("<?") {
            rest.split_once("?>")
        } else if rest.starts_with("<!--") {
            rest.split_once("-->")
        } else if rest.starts_with("<!DOCTYPE svg") {
            rest.split_once('>').filter(|(doctype, _)| !doctype.contains('['))
        } else {
            return rest
                .strip_prefix("<svg")
                .is_some_and(|after| after.starts_with(|c: char| c.is_ascii_whitespace() || c == '>' || c == '/'));
        };
        match skipped {
            Some((_, after)) => rest = after.trim_start(),
            None => return false,
        }
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn images_are_known_by_their_bytes() {
        for (bytes, kind) in [
            (b"\x89PNG\r\n\x1a\n\0\0".as_slice(), Some(Kind::Png)),
            (b"\xff\xd8\xff\xe0", Some(Kind::Jpeg)),
            (b"GIF87a", Some(Kind::Gif)),
            (b"GIF89a...", Some(Kind::Gif)),
            (b"RIFF\x01\x02\x03\x04WEBPVP8 ", Some(Kind::WebP)),
            (b"<svg xmlns='http://www.w3.org/2000/svg'/>", Some(Kind::Svg)),
            ("\u{feff} <?xml version='1.0'?>\n<!-- hi --><!DOCTYPE svg PUBLIC \"x\">\n<svg>".as_bytes(), Some(Kind::Svg)),
            (b"", None),
            (b"\x89PNG", None),
            (b"GIF88a", None),
            (b"RIFF\x01\x02\x03\x04WAVE", None),
            (b"<html><svg>", None),
            (b"<svgfoo>", None),
            (b"<!-- <svg>", None),
            (b"<!DOCTYPE html><svg>", None),
            (b"<!DOCTYPE svg [<!ENTITY x 'y'>]><svg>", None),
            (b"MZ\x90", None),
            (b"{}", None),
        ] {
            assert_eq!(sniff(bytes), kind, "{}", String::from_utf8_lossy(bytes));
        }
    }

    proptest! {
        #[test]
        fn nothing_makes_it_panic(bytes in prop::collection::vec(any::<u8>(), 0..64), text in "(<\\?|\\?>|<!--|-->|<!DOCTYPE svg|>|\\[| |<svg){0,9}") {
            let _ = sniff(&bytes);
            let _ = sniff(text.as_bytes());
        }
    }
}
