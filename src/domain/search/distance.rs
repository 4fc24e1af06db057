//! How far a typed word is from a known one.

/// The typed word, prepared for many comparisons.
pub struct Typed {
    letters: Vec<char>,
    mask: u32,
    /// How many slips are forgiven: 1 from four letters on, 2 from eight.
    pub limit: usize,
}

/// How far a known word is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct Distance {
    /// Slips: letters left out, added, replaced, or two neighbours swapped.
    pub slips: usize,
    /// Whether the typed word resembles only the beginning of the known one.
    pub unfinished: bool,
}

/// Which letters a word has, as bits. A slip brings in at most one new letter, so words with more are not worth a comparison.
pub fn mask(word: &str) -> u32 {
    word.chars().fold(0, |mask, letter| mask | 1 << (u32::from(letter) & 31))
}

impl Typed {
    /// Prepares a folded word; `None` when it is too short to guess at.
    pub fn new(word: &str) -> Option<Typed> {
        let letters: Vec<char> = word.chars().collect();
        let limit = match letters.len() {
            ..4 => return None,
            4..8 => 1,
            _ => 2,
        };
        Some(Typed { mask: mask(word), letters, limit })
    }

    /// Whether it is long enough to be taken for a slip in any word of a name; "slack" is not the "stack" of another app.
    pub fn is_long(&self) -> bool {
        self.letters.len() >= 6
    }

    /// The distance to a known word of which [`mask`] is known, when it is within the limit.
    pub fn to(&self, known: &str, known_mask: u32, rows: &mut Rows) -> Option<Distance> {
        let missing = (self.mask & !known_mask).count_ones() as usize;
        if missing > self.limit || known.len() + self.limit < self.letters.len() {
            return None;
        }
        let (mut whole, mut beginning) = (usize::MAX, usize::MAX);
        rows.start(self.letters.len());
        let mut before = None;
        for letter in known.chars() {
            let least = rows.next(&self.letters, letter, before);
            before = Some(letter);
            whole = rows.last();
            // An unfinished word ends well: "teams" is no slip for the beginning of "teamwork".
            if self.letters.last() == Some(&letter) {
                beginning = beginning.min(whole);
            }
            if least > self.limit {
                // Rows only grow from here on: the whole word is too far.
                whole = usize::MAX;
                break;
            }
        }
        let slips = whole.min(beginning);
        (slips <= self.limit).then_some(Distance { slips, unfinished: whole > slips })
    }
}

/// Rows of the table of distances, kept between comparisons so that none is allocated.
#[derive(Default)]
pub struct Rows {
    current: Vec<usize>,
    above: Vec<usize>,
    twice_above: Vec<usize>,
}

impl Rows {
    fn start(&mut self, length: usize) {
        self.current.clear();
        self.current.extend(0..=length);
        self.above.clear();
        self.twice_above.clear();
    }

    fn last(&self) -> usize {
        self.current.last().copied().unwrap_or(usize::MAX)
    }

    /// Adds the row of one more letter of the known word and tells its least distance.
    fn next(&mut self, typed: &[char], letter: char, letter_before: Option<char>) -> usize {
        std::mem::swap(&mut self.above, &mut self.twice_above);
        std::mem::swap(&mut self.current, &mut self.above);
        self.current.clear();
        let at = |row: &[usize], column: usize| row.get(column).copied().unwrap_or(usize::MAX - 1);
        let mut left = at(&self.above, 0) + 1;
        let mut least = left;
        self.current.push(left);
        let mut typed_before = None;
        for (column, &c) in typed.iter().enumerate() {
            let replaced = at(&self.above, column) + usize::from(c != letter);
            let mut best = replaced.min(at(&self.above, column + 1) + 1).min(left + 1);
            if column > 0 && typed_before == Some(letter) && letter_before == Some(c) {
                best = best.min(at(&self.twice_above, column - 1) + 1);
            }
            self.current.push(best);
            typed_before = Some(c);
            left = best;
            least = least.min(best);
        }
        least
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing, missing_docs)]
    use proptest::prelude::*;

    use super::*;

    fn distance(typed: &str, known: &str) -> Option<(usize, bool)> {
        Typed::new(typed)?.to(known, mask(known), &mut Rows::default()).map(|found| (found.slips, found.unfinished))
    }

    /// The definition, with no bound and no shortcut.
    fn plain(a: &[char], b: &[char]) -> usize {
        let mut table = vec![vec![0; b.len() + 1]; a.len() + 1];
        for i in 0..=a.len() {
            for j in 0..=b.len() {
                table[i][j] = if i == 0 || j == 0 {
                    i + j
                } else {
                    let mut best =
                        (table[i - 1][j] + 1).min(table[i][j - 1] + 1).min(table[i - 1][j - 1] + usize::from(a[i - 1] != b[j - 1]));
                    if i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1] {
                        best = best.min(table[i - 2][j - 2] + 1);
                    }
                    best
                };
            }
        }
        table[a.len()][b.len()]
    }

    #[test]
    fn slips_are_counted_and_short_words_are_not_guessed_at() {
        assert_eq!(distance("bambohr", "bamboohr"), Some((1, false)));
        assert_eq!(distance("bamobohr", "bamboohr"), Some((1, false)));
        assert_eq!(distance("slaesforec", "salesforce"), Some((2, false)));
        assert_eq!(distance("grenh", "greenhouse"), Some((1, true)));
        assert_eq!(distance("teams", "teamwork"), None);
        assert_eq!(distance("jria", "jira"), Some((1, false)));
        assert_eq!(distance("bxo", "box"), None);
        assert_eq!(distance("gusot", "gusto"), Some((1, false)));
        assert_eq!(distance("guoost", "gusto"), None);
    }

    proptest! {
        #[test]
        fn agrees_with_the_definition(typed in "[a-e]{4,12}", known in "[a-e]{1,14}") {
            let (a, b): (Vec<_>, Vec<_>) = (typed.chars().collect(), known.chars().collect());
            let limit = if a.len() < 8 { 1 } else { 2 };
            let whole = plain(&a, &b);
            let beginnings = (1..b.len()).filter(|end| b[end - 1] == a[a.len() - 1]).map(|end| plain(&a, &b[..end]));
            let least = beginnings.min().unwrap_or(whole).min(whole);
            prop_assert_eq!(distance(&typed, &known), (least <= limit).then_some((least, whole > least)));
        }
    }
}
