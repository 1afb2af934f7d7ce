//! The labels of rows (`I`, `A`, `1.2`, `a`, `-`) and the levels that follow from them.

/// What sort of label; labels of one sort stand on one level.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Label {
    /// `I`, `IV`.
    Roman,
    /// `A`.
    Capital,
    /// `1`, `1.2`: with so many points.
    Number(usize),
    /// `a`.
    Letter,
    /// `-`, `+`.
    Bullet(char),
    /// A heading without a label.
    None,
}

impl Label {
    /// The sort of a label, which may end with a point or a bracket.
    pub(crate) fn of(text: &str) -> Option<Self> {
        if let "-" | "–" | "+" | "•" | "*" = text {
            return text.chars().next().map(|bullet| Self::Bullet(if bullet == '–' { '-' } else { bullet }));
        }
        let bare = text.trim_start_matches('(').trim_end_matches(['.', ')', ':']);
        if bare.is_empty() {
            return None;
        }
        let mut letters = bare.chars();
        let single = letters.next().filter(|_| letters.as_str().is_empty());
        if bare.chars().all(|letter| matches!(letter, 'I' | 'V' | 'X')) {
            Some(Self::Roman)
        } else if bare.split('.').all(|part| !part.is_empty() && part.bytes().all(|byte| byte.is_ascii_digit())) {
            Some(Self::Number(bare.matches('.').count()))
        } else if single.is_some_and(char::is_uppercase) {
            Some(Self::Capital)
        } else if single.is_some_and(char::is_lowercase) {
            Some(Self::Letter)
        } else {
            None
        }
    }

    /// The label in front of a name, and the name: `I. Việc làm`, `- Nữ`.
    pub(crate) fn split(name: &str) -> (Option<Self>, &str) {
        let Some((first, rest)) = name.split_once(' ') else { return (None, name) };
        let is_marked = first.ends_with(['.', ')']) || matches!(first, "-" | "–" | "+" | "•" | "*");
        match Self::of(first) {
            Some(label) if is_marked => (Some(label), rest.trim_start()),
            _ => (None, name),
        }
    }
}

/// The labels above the row that is being read, the outermost first, each with the index of its row.
#[derive(Debug, Default)]
pub(crate) struct Levels {
    open: Vec<(Label, usize)>,
}

impl Levels {
    /// The row above which `row`, with that label, stands. A label that was seen closes what was opened since.
    pub(crate) fn place(&mut self, label: Option<Label>, row: usize) -> Option<usize> {
        // a row without a label belongs to the last one that has one
        let Some(label) = label else { return self.open.last().map(|(_, above)| *above) };
        if let Some(at) = self.open.iter().position(|(open, _)| *open == label) {
            self.open.truncate(at);
        }
        let above = self.open.last().map(|(_, above)| *above);
        self.open.push((label, row));
        above
    }

    /// A heading without a label begins anew.
    pub(crate) fn begin(&mut self, row: usize) {
        self.open.clear();
        self.open.push((Label::None, row));
    }

    /// A total closes what is open.
    pub(crate) fn close(&mut self) {
        self.open.clear();
    }
}

#[cfg(test)]
mod tests {
    use super::{Label, Levels};

    #[test]
    fn labels_are_told_apart() {
        assert_eq!(Label::of("IV."), Some(Label::Roman));
        assert_eq!(Label::of("C"), Some(Label::Capital));
        assert_eq!(Label::of("1.2."), Some(Label::Number(1)));
        assert_eq!(Label::of("a)"), Some(Label::Letter));
        assert_eq!(Label::of("Tổng số"), None);
        assert_eq!(Label::split("I. Việc làm"), (Some(Label::Roman), "Việc làm"));
        assert_eq!(Label::split("- Nữ"), (Some(Label::Bullet('-')), "Nữ"));
        // a number that belongs to the name is no label
        assert_eq!(Label::split("100 hộ nghèo"), (None, "100 hộ nghèo"));
    }

    #[test]
    fn a_label_seen_before_closes_what_was_opened_since() {
        let mut levels = Levels::default();
        assert_eq!(levels.place(Label::of("I"), 0), None);
        assert_eq!(levels.place(Label::of("1"), 1), Some(0));
        assert_eq!(levels.place(Label::of("a"), 2), Some(1));
        assert_eq!(levels.place(None, 3), Some(2));
        assert_eq!(levels.place(Label::of("2"), 4), Some(0));
        assert_eq!(levels.place(Label::of("II"), 5), None);
    }
}
