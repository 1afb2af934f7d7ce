//! Text in the code pages from before Unicode, TCVN3 and VNI, read as if it were Latin letters.

use core::fmt;

use unicode_normalization::UnicodeNormalization;

/// A code page from before Unicode (bảng mã cũ).
///
/// ```
/// use thuocdo::text::{OldEncoding, ReadError, Reader};
///
/// let refused = Reader::vietnamese().scan("Tæng sè hé nghÌo lµ 168 hé");
/// assert!(matches!(refused, Err(ReadError::OldEncoding { encoding: OldEncoding::Tcvn3, .. })));
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum OldEncoding {
    /// TCVN 5712:1993, third form, of the fonts `.VnTime`.
    Tcvn3,
    /// Of the fonts `VNI-Times`.
    Vni,
}

impl fmt::Display for OldEncoding {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Tcvn3 => "TCVN3",
            Self::Vni => "VNI",
        })
    }
}

/// Which old encoding a text is in, as far as its letters show it.
///
/// A letter that only Vietnamese has, such as `ư` or `ộ`, shows that its word is Unicode; a page of old words with a few of
/// these in it is old. A word such as `naïve` does not make an English text old, and in Vietnamese at least every second
/// word has a mark.
pub(super) fn old_encoding(text: &str, is_english: bool) -> Option<OldEncoding> {
    /// Words of an English text that may have marks of other languages.
    const FOREIGN: usize = 3;
    let (mut tcvn3, mut vni, mut words, mut unicode) = (0_usize, 0_usize, 0_usize, 0_usize);
    for word in text.split(|letter: char| letter.is_whitespace() || letter.is_ascii_punctuation()) {
        words = words.saturating_add(word.contains(char::is_alphabetic).into());
        if word.is_ascii() {
            continue;
        }
        // decomposed letters are Unicode as well
        if word.nfc().any(is_vietnamese) {
            unicode = unicode.saturating_add(1);
        } else if has_tcvn3(word) {
            tcvn3 = tcvn3.saturating_add(1);
        } else if has_vni(word) {
            vni = vni.saturating_add(1);
        }
    }
    let is_usual = |found: usize| {
        let is_many = found > 0 && found.saturating_mul(5) >= words && found > unicode.saturating_mul(4);
        is_many && (!is_english || found > FOREIGN)
    };
    if tcvn3 >= vni { is_usual(tcvn3).then_some(OldEncoding::Tcvn3) } else { is_usual(vni).then_some(OldEncoding::Vni) }
}

/// Letters that Vietnamese has and Latin-1 has not.
fn is_vietnamese(letter: char) -> bool {
    matches!(letter, '\u{1ea0}'..='\u{1ef9}' | 'ă' | 'Ă' | 'đ' | 'Đ' | 'ĩ' | 'Ĩ' | 'ũ' | 'Ũ' | 'ơ' | 'Ơ' | 'ư' | 'Ư')
}

/// Signs of Latin-1 that stand for letters in TCVN3, within a word.
fn has_tcvn3(word: &str) -> bool {
    let mut before: Option<char> = None;
    let mut letters = word.chars().peekable();
    while let Some(letter) = letters.next() {
        let is_after = before.is_some_and(char::is_alphabetic);
        let is_before = letters.peek().is_some_and(|next| next.is_alphabetic());
        let is_sign = match letter {
            // đ begins a word, the vowels do not
            '®' => is_before,
            '¸' | 'µ' | '¶' | '·' | '¨' | '»' | '¾' | '¼' | '½' | '©' | '«' | '¬' => is_after,
            // also a footnote mark and an ordinal, at the end of a word
            '¹' | 'ª' => is_after && is_before,
            // a capital letter with a mark behind a small one: `nghÌo`
            'À'..='Þ' => before.is_some_and(char::is_lowercase),
            _ => false,
        };
        if is_sign {
            return true;
        }
        before = Some(letter);
    }
    false
}

/// A vowel and behind it a letter that stands for its tone in VNI, two of a kind that Unicode text never has together; `ñ` at
/// the beginning is đ. `oá` and `uâ` are not among them: `toán`, `tuân`.
fn has_vni(word: &str) -> bool {
    let mut before = ' ';
    for letter in word.chars().flat_map(char::to_lowercase) {
        let is_tone = match letter {
            'ø' | 'û' | 'ï' | 'ä' | 'å' | 'ë' | 'ü' => matches!(before, 'a' | 'e' | 'o' | 'u' | 'y' | 'ö' | 'ô'),
            'ù' | 'õ' => matches!(before, 'a' | 'e' | 'o' | 'ö' | 'ô'),
            'â' => matches!(before, 'a' | 'e' | 'o'),
            'á' | 'à' | 'ã' | 'ê' | 'é' | 'è' | 'ú' => before == 'a',
            'ñ' => !before.is_alphabetic(),
            _ => false,
        };
        if is_tone {
            return true;
        }
        before = letter;
    }
    false
}
