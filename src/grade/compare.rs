use alloc::vec::Vec;
use core::cmp::Ordering;

use super::{Assessment, Checked, Condition, Outcome, Truth};
use crate::id::Id;
use crate::record::{Author, StatedGrade};

/// A grade that somebody gave, beside the computed one (so sánh mức xếp loại). Neither replaces the other.
///
/// ```
/// # #[cfg(feature = "builtin")] {
/// # use thuocdo::builtin;
/// # use thuocdo::grade::{Basis, Facts, Standing, SubjectKind, compare};
/// # use thuocdo::report::Report;
/// # use thuocdo::text::{GradeLanguage, Vietnamese};
/// # let json = include_str!("../../examples/data/lang-son-2021.json");
/// # let report: Report = serde_json::from_str(json)?;
/// let own = builtin::rule_set("library-key-task")?;             // no law, so it calls nobody's grade too high
/// let task = &report.content().plan.tasks[2];                   // Tuyển sinh giáo dục nghề nghiệp
/// let given = &report.content().grades[2];                      // tự đánh giá: Hoàn thành tốt nhiệm vụ
/// let computed = own.assess(SubjectKind::Task, &Facts::of_task(&report, &task.id, Basis::AtCutoff));
/// let comparison = compare(given, &computed);
/// assert!(matches!(&comparison.standing, Standing::Conditions { met, unmet } if met.len() == 1 && unmet.len() == 1));
/// let words = Vietnamese.comparison(&given.level, &comparison, &computed);
/// assert!(words.contains("điều kiện chưa đạt: tỷ lệ chỉ tiêu của nhiệm vụ hoàn thành bằng 100%"));
/// # }
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct GradeComparison {
    /// The level that was given, if the scale has it under that name.
    pub given: Option<Id>,
    /// Who gave it.
    pub author: Author,
    /// How the two stand to each other.
    pub standing: Standing,
}

/// How a given grade stands to the computed one.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Standing {
    /// The same level.
    Equal,
    /// The given level is higher than the rules allow; these conditions of it do not hold.
    Higher(Vec<Checked>),
    /// The given level is lower.
    Lower,
    /// The rule set is the library's own and says of nobody's grade that it is too high: of the conditions of the given
    /// level these hold and these do not.
    Conditions {
        /// The ones that hold.
        met: Vec<Checked>,
        /// The ones that do not, or are left open.
        unmet: Vec<Checked>,
    },
    /// There is no computed level, or none under the given name.
    NotComparable,
}

/// Sets a grade that somebody gave beside the computed one.
///
/// ```
/// # #[cfg(feature = "builtin")] {
/// # use thuocdo::builtin;
/// # use thuocdo::grade::{Fact, FactValue, Facts, Standing, SubjectKind, compare};
/// # use thuocdo::id::{Id, Text};
/// # use thuocdo::quantity::Ratio;
/// # use thuocdo::record::{Author, Source, StatedGrade, Subject};
/// # use thuocdo::text::{GradeLanguage, Vietnamese};
/// # let given = StatedGrade { subject: Subject::Organisation(Id::new("so-ldtbxh")?), author: Author::SelfAssessed,
/// #     level: Text::new("Hoàn thành tốt nhiệm vụ")?, reason: None, source: Source::default() };
/// # let mut facts = Facts::new();
/// # facts.insert(Id::new("targets-completed")?, Fact::given(FactValue::Exactly(Ratio::of(6, 7)?)));
/// # facts.insert(Id::new("targets-on-time")?, Fact::given(FactValue::Exactly(Ratio::of(6, 7)?)));
/// let rules = builtin::rule_set("vn-nd90-2020-unit")?;
/// let computed = rules.assess(SubjectKind::Manager, &facts);    // 6/7: Hoàn thành nhiệm vụ
/// let comparison = compare(&given, &computed);                  // given: Hoàn thành tốt nhiệm vụ
/// assert!(matches!(&comparison.standing, Standing::Higher(failing) if failing.len() == 1));
/// let words = Vietnamese.comparison(&given.level, &comparison, &computed);
/// assert!(words.contains("hoàn thành bằng 100%” (khoản 2 Điều 9 90/2020/NĐ-CP) chưa đạt: hiện là 6/7 (85,71%)"));
/// # }
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[must_use]
pub fn compare(given: &StatedGrade, computed: &Assessment<'_>) -> GradeComparison {
    let author = given.author;
    let scale = &computed.rule_set().content().scale;
    let Some(given) = scale.named(given.level.as_str()) else {
        return GradeComparison { given: None, author, standing: Standing::NotComparable };
    };
    let rules = &computed.explanation().rules;
    let requirement = rules.iter().find(|rule| rule.level == given.id && !rule.is_forced);
    let checked = || requirement.into_iter().flat_map(|rule| rule.band.iter().chain([&rule.requires]));
    let order = computed.outcome().level().and_then(|level| scale.compare(&given.id, level));
    let standing = match order {
        Some(Ordering::Equal) => Standing::Equal,
        _ if computed.rule_set().is_own() => {
            let parts: Vec<&Checked> = checked().flat_map(one_by_one).collect();
            let with = |wanted: bool| {
                let parts = parts.iter().filter(|part| (part.truth == Truth::Met) == wanted);
                parts.map(|part| (*part).clone()).collect()
            };
            Standing::Conditions { met: with(true), unmet: with(false) }
        }
        Some(Ordering::Greater) => {
            let failing: Vec<Checked> = checked().flat_map(Checked::failing).cloned().collect();
            let decisive = rules
                .iter()
                .find(|rule| matches!(computed.outcome(), Outcome::Grade { rule: id, .. } if *id == rule.rule));
            match decisive.filter(|rule| rule.is_forced) {
                // whatever else holds, the forced rule stands in the way
                Some(forced) => {
                    Standing::Higher([Checked::not(forced.requires.clone())].into_iter().chain(failing).collect())
                }
                None => Standing::Higher(failing),
            }
        }
        Some(Ordering::Less) => Standing::Lower,
        None => Standing::NotComparable,
    };
    GradeComparison { given: Some(given.id.clone()), author, standing }
}

/// The conditions of which all must hold, one by one.
fn one_by_one(checked: &Checked) -> Vec<&Checked> {
    match checked.condition {
        Condition::All(_) => checked.parts.iter().collect(),
        _ => Vec::from([checked]),
    }
}
