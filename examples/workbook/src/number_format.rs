//! What a number format shows: how many decimals, and whether in percent. Only as much of the format language is understood
//! as says that; the rest is said not to be understood.

/// What a cell shows of its number.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Shown {
    /// As many digits as there are: the format `General`.
    AsNeeded,
    /// So many decimals, zeros at the end kept up to `least`.
    Decimals { least: u8, most: u8, is_percent: bool },
    /// A fixed text instead of the number, as the `-` that some formats show for 0.
    Text(String),
    /// The number in thousands or millions: `#,##0,`.
    Scaled,
    /// A fraction, an exponent or a condition.
    Other,
}

/// What `format` shows of a number with that sign.
pub(crate) fn shown(format: &str, is_negative: bool, is_zero: bool) -> Shown {
    let Some(tokens) = tokens(format) else { return Shown::Other };
    let sections: Vec<&[Token]> = tokens.split(|token| *token == Token::Section).collect();
    let at = match sections.len() {
        0 | 1 => 0,
        2 => usize::from(is_negative),
        _ if is_zero => 2,
        _ => usize::from(is_negative),
    };
    sections.get(at).map_or(Shown::AsNeeded, |section| section_shows(section, is_zero))
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Token {
    Section,
    /// `0`
    Digit,
    /// `#` or `?`
    OptionalDigit,
    Point,
    Comma,
    Percent,
    General,
    /// `@`
    AsText,
    /// `E+`, `/`
    Foreign,
    Literal(char),
}

/// The tokens of a format; none if it holds a condition.
fn tokens(format: &str) -> Option<Vec<Token>> {
    let mut tokens = Vec::new();
    let mut rest = format.chars();
    while let Some(letter) = rest.next() {
        if let Some(after) = rest.as_str().get(.."eneral".len())
            && matches!(letter, 'G' | 'g')
            && after.eq_ignore_ascii_case("eneral")
        {
            rest = rest.as_str().get("eneral".len()..)?.chars();
            tokens.push(Token::General);
            continue;
        }
        match letter {
            ';' => tokens.push(Token::Section),
            '0' => tokens.push(Token::Digit),
            '#' | '?' => tokens.push(Token::OptionalDigit),
            '.' => tokens.push(Token::Point),
            ',' => tokens.push(Token::Comma),
            '%' => tokens.push(Token::Percent),
            '@' => tokens.push(Token::AsText),
            'E' | 'e' | '/' => tokens.push(Token::Foreign),
            '"' => tokens.extend(rest.by_ref().take_while(|quoted| *quoted != '"').map(Token::Literal)),
            '\\' => tokens.extend(rest.next().map(Token::Literal)),
            // a space as wide as the next character, or that character as often as fits: neither is a text
            '_' | '*' => {
                rest.next();
            }
            '[' => {
                let inside: String = rest.by_ref().take_while(|bracketed| *bracketed != ']').collect();
                if inside.starts_with(['<', '>', '=']) {
                    return None;
                }
            }
            other => tokens.push(Token::Literal(other)),
        }
    }
    Some(tokens)
}

fn section_shows(section: &[Token], is_zero: bool) -> Shown {
    let is_digit = |token: &Token| matches!(token, Token::Digit | Token::OptionalDigit);
    if section.contains(&Token::Foreign) {
        return Shown::Other;
    }
    if section.contains(&Token::General) || section.contains(&Token::AsText) {
        return Shown::AsNeeded;
    }
    let literals = section.iter().filter_map(|token| match token {
        Token::Literal(letter) => Some(*letter),
        _ => None,
    });
    let text = literals.collect::<String>().trim().to_string();
    let last = match section.iter().rposition(is_digit) {
        // of a zero, optional digits show nothing: `"-"??` is a dash and room for two digits
        Some(last) if !is_zero || text.is_empty() || section.contains(&Token::Digit) => last,
        _ => return Shown::Text(text),
    };
    let point = section.iter().position(|token| *token == Token::Point);
    let after_point = point.map_or(&[][..], |point| section.get(point..).unwrap_or_default());
    // commas behind the last digit before the point divide by a thousand each
    let whole_end = point
        .map_or(last, |point| section.get(..point).and_then(|whole| whole.iter().rposition(is_digit)).unwrap_or(point));
    if section.get(whole_end + 1) == Some(&Token::Comma) || section.get(last + 1) == Some(&Token::Comma) {
        return Shown::Scaled;
    }
    let count = |wanted: fn(&Token) -> bool| {
        u8::try_from(after_point.iter().filter(|token| wanted(token)).count()).unwrap_or(u8::MAX)
    };
    Shown::Decimals {
        least: count(|token| *token == Token::Digit),
        most: count(|token| matches!(token, Token::Digit | Token::OptionalDigit)),
        is_percent: section.contains(&Token::Percent),
    }
}

#[cfg(test)]
mod tests {
    use super::{Shown, shown};

    fn plain(format: &str) -> Shown {
        shown(format, false, false)
    }

    const fn decimals(least: u8, most: u8, is_percent: bool) -> Shown {
        Shown::Decimals { least, most, is_percent }
    }

    #[test]
    fn formats_of_offices_are_understood() {
        assert_eq!(plain("General"), Shown::AsNeeded);
        assert_eq!(plain("0"), decimals(0, 0, false));
        assert_eq!(plain("#,##0.00"), decimals(2, 2, false));
        assert_eq!(plain("0.0%"), decimals(1, 1, true));
        assert_eq!(plain("#,##0.###"), decimals(0, 3, false));
        assert_eq!(plain(r#"#,##0\ "đồng""#), decimals(0, 0, false));
        assert_eq!(plain("#,##0.0 [$₫-42A]"), decimals(1, 1, false));
    }

    #[test]
    fn each_sign_has_its_section() {
        let accounting = r#"_(* #,##0.0_);_(* \(#,##0.00\);_(* "-"??_);_(@_)"#;
        assert_eq!(shown(accounting, false, false), decimals(1, 1, false));
        assert_eq!(shown(accounting, true, false), decimals(2, 2, false));
        assert_eq!(shown(accounting, false, true), Shown::Text("-".into()));
        assert_eq!(shown(r#"0;-0;"-""#, false, true), Shown::Text("-".into()));
        assert_eq!(shown(";;;", false, false), Shown::Text(String::new()));
    }

    #[test]
    fn what_shows_another_number_is_said() {
        assert_eq!(plain("#,##0,"), Shown::Scaled);
        assert_eq!(plain("#,##0.0,,"), Shown::Scaled);
        assert_eq!(plain("# ?/?"), Shown::Other);
        assert_eq!(plain("0.00E+00"), Shown::Other);
        assert_eq!(plain("[>=1000]#,##0;0"), Shown::Other);
    }
}
