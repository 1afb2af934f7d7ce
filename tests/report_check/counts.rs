//! What a report says of how many it lists is held against what it lists: the list is certain, so it is the stated number
//! that is corrected.

use proptest::prelude::{ProptestConfig, prop_assert_eq, proptest};
use thuocdo::check::{Agreement, DiagnosisVerdict};
use thuocdo::plan::Plan;
use thuocdo::quantity::Unit;
use thuocdo::record::{Author, Counted, Relation, Source, StatedGrade, StatedRelation, Subject};
use thuocdo::report::{Report, ReportContent};

use crate::build::{
    agreements, changed, checked, codes, corrections, diagnosis, empty, findings, id, keys, names, only, printed,
    relation, source, stated, table, task, text, with, year,
};

const GOOD: &str = "Hoàn thành tốt nhiệm vụ";

fn tasks() -> Unit {
    "nhiệm vụ".parse().unwrap()
}

fn count(of: Counted) -> StatedRelation {
    relation("counted", "number", Relation::Count { of })
}

fn good(author: Author) -> Counted {
    Counted::Grades { author, level: text(GOOD) }
}

/// A report with four tasks and three proposed ones that says `number` of something.
fn four_tasks(number: &str, of: Counted) -> ReportContent {
    let mut content = empty();
    content.plan.tasks.extend(["1", "2", "3", "4"].map(|name| task(name, vec![])));
    let proposed = ["5", "6", "7"].map(|name| task(name, vec![]));
    content.proposals = Some(Plan { period: year(2022), tasks: proposed.into() });
    content.stated.push(stated("number", number, tasks()));
    content.relations.push(count(of));
    content
}

fn graded(author: Author, level: &str, subject: Subject) -> StatedGrade {
    StatedGrade { subject, author, level: text(level), reason: None, source: Source::default() }
}

fn task_graded(author: Author, level: &str, of: &str) -> StatedGrade {
    graded(author, level, Subject::Task(id(of)))
}

/// One finding, with one correction: the stated number becomes this one.
#[track_caller]
fn assert_corrected(report: &Report, correction: &str) {
    let found = diagnosis(only(report));
    assert_eq!(names(&found.broken), ["counted"]);
    assert_eq!((found.verdict, found.is_complete), (DiagnosisVerdict::Unique, true));
    assert_eq!(corrections(&found), [correction]);
    let corrected = found.corrections[0].applied_to(report).unwrap();
    assert_eq!(codes(&corrected), []);
}

#[track_caller]
fn assert_right(report: &Report) {
    assert_eq!(agreements(&table(report)), [("counted".to_owned(), Agreement::Exact)]);
    assert_eq!(codes(report), []);
}

#[test]
fn tasks_are_counted() {
    assert_right(&changed(four_tasks("04", Counted::Tasks), |_| {}));
    assert_corrected(&changed(four_tasks("05", Counted::Tasks), |_| {}), "number: 05 -> 04");
    assert_corrected(&changed(four_tasks("14", Counted::Tasks), |_| {}), "number: 14 -> 4");
}

#[test]
fn proposed_tasks_are_counted_apart() {
    assert_right(&changed(four_tasks("03", Counted::ProposedTasks), |_| {}));
    assert_corrected(&changed(four_tasks("04", Counted::ProposedTasks), |_| {}), "number: 04 -> 03");
    let none = changed(four_tasks("03", Counted::ProposedTasks), |content| content.proposals = None);
    assert_corrected(&none, "number: 03 -> 00");
}

#[test]
fn grades_are_counted_by_author_and_level_once_a_task() {
    let graded_report = |number: &str| {
        changed(four_tasks(number, good(Author::SelfAssessed)), |content| {
            content.grades = vec![
                task_graded(Author::SelfAssessed, GOOD, "1"),
                task_graded(Author::SelfAssessed, GOOD, "2"),
                task_graded(Author::SelfAssessed, GOOD, "2"),
                task_graded(Author::SelfAssessed, GOOD, "5"),
                task_graded(Author::SelfAssessed, "Hoàn thành nhiệm vụ", "3"),
                task_graded(Author::Reviewed, GOOD, "4"),
                graded(Author::SelfAssessed, GOOD, Subject::Organisation(id("so"))),
            ];
        })
    };
    assert_right(&graded_report("03"));
    assert_corrected(&graded_report("04"), "number: 04 -> 03");
}

#[test]
fn four_of_four_stated_and_three_graded_is_one_finding() {
    let mut graded = source().into_content();
    graded.grades.pop();
    let before = keys(&source());
    let mut new = findings(&checked(graded)).into_iter().filter(|finding| !before.contains(&finding.key.to_string()));
    let found = diagnosis(new.next().unwrap());
    assert_eq!(new.next(), None);
    assert_eq!(names(&found.broken), ["qh-nv-xep-loai-tot-dem"]);
    assert_eq!(found.verdict, DiagnosisVerdict::Unique);
    assert_eq!(corrections(&found), ["nv-xep-loai-tot: 04 -> 03"]);
}

#[test]
fn what_is_counted_is_certain_whatever_else_speaks_against_it() {
    // 05 three times over, 4 tasks: only all three numbers together could be wrong
    let report = changed(four_tasks("05", Counted::Tasks), |content| {
        content.stated.extend(["again", "once more"].map(|name| stated(name, "05", tasks())));
        for (name, result) in [("same", "again"), ("same too", "once more")] {
            content.relations.push(relation(name, result, Relation::Same { other: id("number") }));
        }
    });
    let found = diagnosis(only(&report));
    assert_eq!(names(&found.broken), ["counted"]);
    assert_eq!((found.verdict, found.corrections.len()), (DiagnosisVerdict::Beyond(2), 0));
    let table = table(&report);
    let deeper = table.check().with_depth(3).diagnoses().next().unwrap();
    assert_eq!(corrections(&deeper), ["again: 05 -> 04, number: 05 -> 04, once more: 05 -> 04"]);
}

#[test]
fn a_counted_number_stated_as_a_bound_is_held_to_it() {
    assert_eq!(codes(&changed(four_tasks(">=3", Counted::Tasks), |_| {})), []);
    assert_eq!(codes(&changed(four_tasks(">3", Counted::Tasks), |_| {})), []);
    let found = diagnosis(only(&changed(four_tasks(">4", Counted::Tasks), |_| {})));
    assert_eq!(names(&found.broken), ["counted"]);
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 64, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn a_number_is_found_exactly_if_it_is_not_that_of_the_list(listed in 0..15_usize, said in 0..15_usize) {
        let report = with(|content| {
            content.plan.tasks.extend((0..listed).map(|number| task(&number.to_string(), vec![])));
            content.stated.push(stated("number", &format!("{said:02}"), tasks()));
            content.relations.push(count(Counted::Tasks));
        });
        if listed == said {
            prop_assert_eq!(codes(&report), []);
        } else {
            let found = diagnosis(only(&report));
            prop_assert_eq!(found.verdict, DiagnosisVerdict::Unique);
            let [correction] = found.corrections.as_slice() else { panic!("{found:#?}") };
            let [change] = correction.changes.as_slice() else { panic!("{correction:#?}") };
            let counted = printed(&listed.to_string()).amount();
            prop_assert_eq!((&change.figure, change.new.likely.amount()), (&id("number"), counted));
        }
    }
}
