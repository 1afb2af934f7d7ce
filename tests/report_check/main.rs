//! What is found in a report is what is wrong with it, and nothing else: figures held against each other and against what
//! the report lists, documents in the order of their numbers, days and periods; and a finding stays the same finding from
//! draft to draft until what it is about changes.
//!
//! The source report (Lạng Sơn's department of labour, draft of November 2021) is held against what was found in it by hand;
//! all other reports are as small as the finding that is in them.
#![cfg(feature = "builtin")]

mod acknowledgements;
mod breakdowns;
mod build;
mod claims;
mod codes;
mod consequences;
mod counts;
mod documents;
mod drafts;
mod every_code;
mod extremes;
mod history;
mod order;
mod shuffled;
mod source_report;
mod trail;
