//! What is said of groups held against a cap, of flaws of a rule set, and of there being none in force.

use thuocdo::grade::{
    Cap, Condition, Flaw, GradeCounts, MatchPolicy, NotInForce, RuleSet, RuleSetContent, Score, Scoring, SubjectKind,
};
use thuocdo::id::{Citation, TextStatus};

use crate::build::{amount, day, id};
use crate::grade_build::{compare, content, decree_90, rule, set};
use crate::grades::{Said, both};

pub(crate) fn caps() -> Vec<Said> {
    let rules = set(decree_90());
    let cap = |citation| Cap {
        level: id("excellent"),
        of: vec![id("good")],
        percent: amount("20"),
        exception: None,
        citation,
    };
    let cited = Citation {
        document: "21-HD/BTCTW".parse().unwrap(),
        article: None,
        clause: None,
        point: None,
        status: TextStatus::Seen,
    };
    let check = |cap: &Cap, excellent, good| {
        let mut counts = GradeCounts::new();
        counts.add(id("excellent"), excellent);
        counts.add(id("good"), good);
        cap.check(&rules.content().scale, &counts, false)
    };
    let (cited, uncited) = (cap(Some(cited)), cap(None));
    vec![
        both(
            |language| language.cap(&rules, &cited, &check(&cited, 5, 20)),
            "Vượt tỷ lệ tối đa: 05 trường hợp xếp “Hoàn thành xuất sắc nhiệm vụ” so với 20 trường hợp xếp “Hoàn thành tốt \
             nhiệm vụ” là 25%; tối đa 20% (21-HD/BTCTW). Nhiều nhất 04 trường hợp xếp mức này.",
            "Cap exceeded: 5 graded “tasks completed excellently” against 20 graded “tasks completed well” is 25%, cap 20% \
             (21-HD/BTCTW). At most 4 may be.",
        ),
        both(
            |language| language.cap(&rules, &uncited, &check(&uncited, 7, 33)),
            "Vượt tỷ lệ tối đa: 07 trường hợp xếp “Hoàn thành xuất sắc nhiệm vụ” so với 33 trường hợp xếp “Hoàn thành tốt \
             nhiệm vụ” là 21,21%; tối đa 20%. Nhiều nhất 06 trường hợp xếp mức này.",
            "Cap exceeded: 7 graded “tasks completed excellently” against 33 graded “tasks completed well” is 21.21%, cap \
             20%. At most 6 may be.",
        ),
        both(
            |language| language.cap(&rules, &cited, &check(&cited, 4, 21)),
            "Trong tỷ lệ tối đa: 04 trường hợp xếp “Hoàn thành xuất sắc nhiệm vụ” so với 21 trường hợp xếp “Hoàn thành tốt \
             nhiệm vụ” là 19,05%; tối đa 20% (21-HD/BTCTW).",
            "Within the cap: 4 graded “tasks completed excellently” against 21 graded “tasks completed well” is 19.05%, cap 20% (21-HD/BTCTW).",
        ),
    ]
}

/// The flaws of a set, each with what should be said.
fn flaws_of(content: RuleSetContent, expected: &[(&'static str, &'static str)]) -> Vec<Said> {
    let rules = RuleSet::new(content).unwrap();
    let flaws: Vec<Flaw> = rules.prove().unwrap().flaws;
    assert_eq!(flaws.len(), expected.len(), "{flaws:?}");
    let pairs = flaws.iter().zip(expected);
    pairs.map(|(flaw, said)| both(|language| language.flaw(&rules, flaw), said.0, said.1)).collect()
}

pub(crate) fn flaws() -> Vec<Said> {
    let bands = |rules: &[(&str, &str)], policy| {
        let rules = rules.iter().map(|(level, test)| rule(level, 1, compare(test)));
        RuleSetContent { policy, ..content(rules.collect()) }
    };
    let by_flag = vec![rule("not-completed", 1, Condition::Holds(id("disciplined")))];
    let scored = RuleSetContent {
        scoring: Some(Scoring { into: id("score"), score: Score::Fact(id("completed")) }),
        ..bands(&[("good", "score >= 50")], MatchPolicy::First)
    };
    let reversed = bands(&[("completed", "score >= 50"), ("good", "score < 50")], MatchPolicy::First);
    [
        flaws_of(
            content(decree_90()),
            &[(
                "Khoảng chưa quy định: tỷ lệ chỉ tiêu hoàn thành từ 50% đến 70%. Ví dụ: tỷ lệ chỉ tiêu hoàn thành 60%: không \
                 mức nào.",
                "Gap: share of targets completed 50% to 70%. For example share of targets completed 60%: no level.",
            )],
        ),
        flaws_of(content(by_flag), &[("Khoảng chưa quy định: không bị kỷ luật.", "Gap: not disciplined.")]),
        flaws_of(
            scored,
            &[(
                "Khoảng chưa quy định: tổng điểm từ 0 đến dưới 50. Ví dụ: tổng điểm 25: không mức nào. (Có thể không xảy \
                 ra: điểm được coi là độc lập với các dữ kiện khác.)",
                "Gap: total score 0 to under 50. For example total score 25: no level. (Perhaps out of reach: the score was \
                 taken as independent of the other facts.)",
            )],
        ),
        flaws_of(
            bands(&[("excellent", "score >= 85"), ("good", "score <= 85")], MatchPolicy::One),
            &[(
                "Chồng lấn: tổng điểm bằng 85 thỏa mãn nhiều điều kiện xếp mức (excellent, good).",
                "Overlap: total score exactly 85 matches several rules (excellent, good).",
            )],
        ),
        flaws_of(
            bands(&[("good", "score >= 0"), ("completed", "score >= 50")], MatchPolicy::First),
            &[(
                "Không trường hợp nào được xếp mức theo điều kiện `completed`.",
                "No case is graded by rule `completed`.",
            )],
        ),
        flaws_of(
            reversed,
            &[(
                "Tổng điểm tốt hơn lại bị xếp mức thấp hơn: tổng điểm từ 0 đến dưới 50 là “Hoàn thành tốt nhiệm vụ”, còn \
                 tổng điểm từ 50 đến 100 là “Hoàn thành nhiệm vụ”.",
                "A better total score lowers the grade: total score 0 to under 50 is “tasks completed well”, total score 50 \
                 to 100 is “tasks completed”.",
            )],
        ),
    ]
    .into_iter()
    .flatten()
    .collect()
}

pub(crate) fn none_in_force() -> Vec<Said> {
    let said = |reason: NotInForce, subject, vietnamese, english| {
        both(|language| language.not_in_force(&reason, subject), vietnamese, english)
    };
    vec![
        said(
            NotInForce::NoneKnown { jurisdiction: "Lạng Sơn".into() },
            SubjectKind::Unit,
            "Chưa có bộ tiêu chí đối với cơ quan, đơn vị trong bộ dữ liệu này.",
            "No rule set for agencies and units is known to this data set.",
        ),
        said(
            NotInForce::NoneBefore { date: day(2020, 8, 19), first: day(2020, 8, 20) },
            SubjectKind::Person,
            "Chưa có bộ tiêu chí có hiệu lực đối với cá nhân không giữ chức vụ tại ngày 19/8/2020; bộ sớm nhất có hiệu lực \
             từ ngày 20/8/2020.",
            "No rule set in force for persons without a management post on 19 Aug 2020; the first begins on 20 Aug 2020.",
        ),
        said(
            NotInForce::NoneAfter { date: day(2023, 9, 15), last: day(2023, 9, 14) },
            SubjectKind::Manager,
            "Chưa có bộ tiêu chí có hiệu lực đối với cá nhân lãnh đạo, quản lý tại ngày 15/9/2023; bộ gần nhất hết hiệu lực \
             sau ngày 14/9/2023.",
            "No rule set in force for persons who lead or manage on 15 Sep 2023; the latest ended on 14 Sep 2023.",
        ),
        said(
            NotInForce::Several { first: day(2021, 1, 1), ids: "a, b".into() },
            SubjectKind::Collective,
            "Có nhiều bộ tiêu chí đối với tập thể cùng có hiệu lực từ ngày 01/01/2021 (a, b). Đề nghị chọn một bộ.",
            "Several rule sets for collectives begin on 1 Jan 2021 (a, b). Please choose one.",
        ),
    ]
}
