//! Proves that every public type can be sent, shared, moved, cloned, printed and kept across a caught panic.

use std::collections::BTreeSet;
use std::fmt::Debug;
use std::panic::{RefUnwindSafe, UnwindSafe};

use thuocdo::{aggregate, check, grade, id, measure, period, plan, quantity, record, report, text};

fn has_all<T: Send + Sync + Unpin + UnwindSafe + RefUnwindSafe + Clone + Debug>() {}

/// Checks each type when this is compiled, and returns what was checked.
macro_rules! checked {
    ($($module:ident: $($name:ident $(<$lifetime:lifetime>)?),*;)*) => {{
        $($(has_all::<$module::$name $(<$lifetime>)?>();)*)*
        BTreeSet::from([$($((stringify!($module), stringify!($name))),*),*])
    }};
}

fn checked_types() -> BTreeSet<(&'static str, &'static str)> {
    has_all::<quantity::bounds::Bound>();
    checked! {
        id: Bilingual, Citation, DocumentCode, DocumentRef, DocumentStyle, DocumentType, Id, IdError, Organisation,
            Place, Step, Text, TextStatus;
        quantity: Amount, End, Figure, Interval, NotDecimal, Percent, PercentagePoints, Printed, Quantity,
            QuantityError, Range, Ratio, Reading, RoundMode, Rounded, Rounding, Scale, Unit, UnitKind;
        period: Calendar, Period, PeriodError, PeriodKind, PeriodName, WorkingDays;
        plan: Accumulation, AchievementFormula, Baseline, Breakdown, Category, Direction, Goal, Indicator, Origin,
            PartRef, Parts, Plan, PlanError, Sense, Step, Target, TargetVersion, Task;
        record: Author, Cause, CauseKind, Confirmation, Counted, Evidence, Extent, GrowthForm, Judgement, Mention, Observation,
            Observed, Relation, Source, Stage, StatedFigure, StatedGrade, StatedRelation, Subject, Term;
        report: FigureChange<'static>, FigureRef<'static>, Report, ReportContent, ReportDiff<'static>, ReportError,
            ReportProblem, ReportState;
        measure: Absolute, Achievement, Composition, CompositionResult<'static>, Form, Formula, Input, Label,
            NotComputable, Operand, Operands<'static>, Recomputed, Relative, Role, Schedule, Shortfall,
            TargetResult<'static>, Verdict;
        grade: AfterFailure, Assessment<'static>, Basis, Better, ByBasis<'static>, Cap, CapResult, Checked, Comparing,
            Comparison, Condition, Correction, Coverage, Explanation, Fact, FactDeclaration, FactKind, FactLift, FactValue, Facts,
            Flaw, GradeComparison, GradeCounts, GradeScale, Level, MatchPolicy, NotInForce, Outcome, Point, Product,
            ProductDenominator, ProductTally, Proof, ProofLimit, Registry, Rule, RuleResult, RuleSet, RuleSetContent,
            RuleSetError, RuleSetProblem, RuleSource, Score, ScoreStep, Scoring, Standing, SubjectKind, TargetLift, Test,
            Truth, Values, Witness, WitnessFact;
        check: Acknowledgement, Agreement, Change, Check<'static>, CheckFigure, CheckTable, CheckTableContent, CheckValue,
            CodeRow, Comparison, Consequence, Correction, Diagnosis, DiagnosisVerdict, DocumentFinding,
            DraftComparison<'static>, Finding, FindingClass, FindingCode, FindingDetail, FindingKey, GradeChange,
            NewFigure, PointsOrPercent, PossibleParts, Precision, ReportCheck<'static>, Slip, Statement<'static>,
            StatementFinding, Trail, Unchecked;
        aggregate: Aggregate, Contribution, Coverage, Given, Key, LeftOut, RateOfSums, RateUnit, Sum, Total;
        text: Annex, AnnexCell, AnnexColumn, AnnexColumns, AnnexError, AnnexGrades<'static>, AnnexHead, AnnexHeading,
            AnnexLabels, AnnexLack, AnnexNote, AnnexRate, AnnexRemark<'static>, AnnexRow, AnnexRowKind,
            AnnexSettings<'static>, AnnexTimes, AnnexValue, Base, BaseKind, CapWords<'static>,
            ChangeSense, Clue, DiagnosisWords<'static>, English, LiftWords<'static>, Meaning, NotFigure, NotStatedWords, Notation,
            NumeralReading, OldEncoding, PartOfYear, Phrase, PhraseReading, ReadError, Reader, Separators, Status, TimeReading,
            StatementKind, StatementWords, TwoReadings, Vietnamese;
    }
}

/// The names that a module's source makes public: re-exported, or defined in it.
fn public_types(source: &str) -> BTreeSet<&str> {
    let exports = source.split("\npub use ").skip(1).filter_map(|rest| rest.split(';').next());
    let exported = exports.flat_map(|export| export.split(|c: char| !c.is_alphanumeric()));
    let defined = ["\npub struct ", "\npub enum "].map(|keyword| source.split(keyword).skip(1));
    let defined = defined.into_iter().flatten().filter_map(|rest| rest.split(|c: char| !c.is_alphanumeric()).next());
    exported.chain(defined).filter(|name| name.starts_with(char::is_uppercase)).collect()
}

#[test]
fn no_public_type_is_left_out() {
    let traits = BTreeSet::from(["AnnexLanguage", "CheckLanguage", "GradeLanguage", "Language", "ReadingLanguage"]);
    let checked = checked_types();
    for (module, source) in [
        ("aggregate", include_str!("../src/aggregate/mod.rs")),
        ("id", include_str!("../src/id/mod.rs")),
        ("quantity", include_str!("../src/quantity/mod.rs")),
        ("period", include_str!("../src/period/mod.rs")),
        ("plan", include_str!("../src/plan/mod.rs")),
        ("record", include_str!("../src/record/mod.rs")),
        ("report", include_str!("../src/report/mod.rs")),
        ("measure", include_str!("../src/measure/mod.rs")),
        ("grade", include_str!("../src/grade/mod.rs")),
        ("check", include_str!("../src/check/mod.rs")),
        ("text", include_str!("../src/text/mod.rs")),
    ] {
        let public = &public_types(source) - &traits;
        let listed = checked.iter().filter(|(of, _)| *of == module).map(|(_, name)| *name).collect();
        assert!(public.len() > 2, "`{module}` is not read right");
        assert_eq!(public, listed, "the public types of `{module}` and those listed here differ");
    }
}
