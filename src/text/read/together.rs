//! Spaces that a line may not end at, for what may not be torn apart.

use alloc::string::String;

use super::{Meaning, Phrase, ReadError, Reader};
use crate::quantity::Scale;

/// The space that no line ends at.
const FIXED: char = '\u{a0}';

/// A text whose numbers stay in one line with the words beside them: the unit or the scale word behind a figure, its bound or
/// its dash, the word before a day, a month, a quarter or a year, `số` before a document. Nothing but spaces is changed, and what
/// [`Reader::scan`] finds in the text it finds in the answer.
///
/// ```
/// use thuocdo::text::{Reader, keep_together};
///
/// let line = keep_together("Đã bố trí 5.261 triệu đồng ngày 05 tháng 3 năm 2021", &Reader::vietnamese())?;
/// assert_eq!(line.replace('\u{a0}', "_"), "Đã bố trí 5.261_triệu_đồng ngày_05_tháng_3_năm_2021");
/// # Ok::<(), thuocdo::text::ReadError>(())
/// ```
///
/// # Errors
/// As [`Reader::scan`].
pub fn keep_together(text: &str, reader: &Reader) -> Result<String, ReadError> {
    let mut kept = String::with_capacity(text.len());
    let mut written = 0;
    for phrase in reader.scan(text)? {
        let Some(before) = text.get(written..phrase.span.start) else { continue };
        let number = before.trim_end_matches(' ');
        if is_document(&phrase) && (number.ends_with("số") || number.ends_with("Số")) {
            kept.push_str(number);
            kept.extend(before.chars().skip(number.chars().count()).map(|_| FIXED));
        } else {
            kept.push_str(before);
        }
        push_kept(&mut kept, &phrase.text);
        written = phrase.span.end;
    }
    kept.push_str(text.get(written..).unwrap_or_default());
    Ok(kept)
}

fn is_document(phrase: &Phrase) -> bool {
    phrase.readings.iter().any(|found| matches!(found.meaning, Meaning::Document(_)))
}

/// Writes a phrase with fixed spaces beside its digits and behind its scale words, as many as there are.
fn push_kept(kept: &mut String, phrase: &str) {
    let mut before: Option<&str> = None;
    let mut spaces = 0_usize;
    for word in phrase.split(' ') {
        if word.is_empty() {
            spaces = spaces.saturating_add(1);
            continue;
        }
        if let Some(before) = before {
            let is_scale = Scale::ALL
                .iter()
                .any(|scale| *scale != Scale::One && [scale.vietnamese(), scale.english()].contains(&before));
            let is_number = |word: &str| word.contains(|letter: char| letter.is_ascii_digit());
            let space = if is_scale || is_number(before) || is_number(word) { FIXED } else { ' ' };
            kept.extend((0..=spaces).map(|_| space));
        }
        kept.push_str(word);
        (before, spaces) = (Some(word), 0);
    }
}
