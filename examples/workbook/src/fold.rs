//! When two texts are the same words: without regard to case, spaces, composed or decomposed letters, and the place of the
//! tone mark within a syllable (`Lũy kế`, `Luỹ kế`).

use unicode_normalization::UnicodeNormalization;

/// A text composed, with one space between words and none around them; the spaces of spreadsheets count as spaces.
pub(crate) fn tidy(text: &str) -> String {
    let composed: String = text.nfc().filter(|letter| !is_invisible(*letter)).collect();
    composed.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// What two texts of the same words have in common.
pub(crate) fn fold(text: &str) -> String {
    let mut folded = String::new();
    // the tone of the syllable that is being read; it is written behind the syllable
    let mut tone = None;
    for letter in tidy(text).chars().flat_map(char::to_lowercase).nfd() {
        match letter {
            '\u{300}' | '\u{301}' | '\u{303}' | '\u{309}' | '\u{323}' => tone = Some(letter),
            // an Icelandic letter that looks like `đ` in capitals, and is typed for it
            'ð' => folded.push('đ'),
            _ => {
                if !letter.is_alphabetic() && !is_mark(letter) {
                    folded.extend(tone.take());
                }
                folded.push(letter);
            }
        }
    }
    folded.extend(tone);
    folded
}

/// The circumflex, the breve and the horn, which belong to a vowel and are no tone.
const fn is_mark(letter: char) -> bool {
    matches!(letter, '\u{302}' | '\u{306}' | '\u{31b}')
}

/// Marks that take no room: zero-width spaces and joiners, the byte order mark, the soft hyphen.
const fn is_invisible(letter: char) -> bool {
    matches!(letter, '\u{200b}'..='\u{200d}' | '\u{feff}' | '\u{ad}' | '\u{2060}')
}

#[cfg(test)]
mod tests {
    use super::fold;

    #[test]
    fn the_same_words_fold_alike() {
        for (left, right) in [
            ("Lũy kế", "LUỸ  KẾ"),
            ("Kế hoạch", "Kê\u{301} hoa\u{323}ch"),
            ("Đơn vị tính", "ÐƠN VỊ\u{a0}TÍNH"),
            ("hòa giải", "hoà\ngiải"),
        ] {
            assert_eq!(fold(left), fold(right));
        }
    }

    #[test]
    fn other_words_do_not() {
        for (left, right) in [("ma", "mà"), ("má", "mà"), ("hộ", "hồ"), ("tự", "tư"), ("mà ma", "ma mà"), ("đo", "do")]
        {
            assert_ne!(fold(left), fold(right));
        }
    }
}
