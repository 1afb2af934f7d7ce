//! What is written is read back as the same report, in three formats, and always as the same bytes.

use proptest::{prelude::*, sample::Index, test_runner::Config};
use thuocdo::report::Report;

use crate::generators;

proptest! {
    #![proptest_config(Config { cases: 192, failure_persistence: None, ..Config::default() })]

    #[test]
    fn json_reads_what_it_wrote(report in generators::report()) {
        let text = serde_json::to_string(&report).unwrap();
        prop_assert_eq!(&serde_json::from_str::<Report>(&text).unwrap(), &report);
        // the fields in another order: that of the alphabet
        let value = serde_json::to_value(&report).unwrap();
        prop_assert_eq!(serde_json::from_value::<Report>(value).unwrap(), report);
    }

    #[test]
    fn toml_reads_what_it_wrote(report in generators::report()) {
        let text = toml::to_string(&report).unwrap();
        match toml::from_str::<Report>(&text) {
            Ok(read) => prop_assert_eq!(read, report),
            Err(error) => prop_assert!(false, "{}", error),
        }
    }

    #[test]
    fn postcard_reads_what_it_wrote(report in generators::report()) {
        let bytes = postcard::to_allocvec(&report).unwrap();
        prop_assert_eq!(postcard::from_bytes::<Report>(&bytes).unwrap(), report);
    }

    #[test]
    fn a_report_has_one_spelling(report in generators::report()) {
        let json = serde_json::to_string(&report).unwrap();
        prop_assert!(json.starts_with("{\"version\":1,\"id\":"), "{}", json);
        prop_assert_eq!(serde_json::to_string(&report.clone()).unwrap(), json.as_str());
        let read: Report = serde_json::from_str(&json).unwrap();
        prop_assert_eq!(serde_json::to_string(&read).unwrap(), json);

        let toml = toml::to_string(&report).unwrap();
        prop_assert!(toml.starts_with("version = 1\nid = "), "{}", toml);
        prop_assert_eq!(toml::to_string(&read).unwrap(), toml);

        let bytes = postcard::to_allocvec(&report).unwrap();
        prop_assert_eq!(bytes[0], 1);
        prop_assert_eq!(postcard::to_allocvec(&read).unwrap(), bytes);
    }

    /// However a report is cut off or damaged, reading ends in an answer; and what is read is valid, so it can be written.
    #[test]
    fn a_damaged_document_is_refused_or_read(report in generators::report(), at in any::<Index>(), byte in any::<u8>()) {
        let mut bytes = postcard::to_allocvec(&report).unwrap();
        prop_assert!(postcard::from_bytes::<Report>(&bytes[..at.index(bytes.len())]).is_err(), "cut off");
        let at = at.index(bytes.len());
        bytes[at] = byte;
        if let Ok(read) = postcard::from_bytes::<Report>(&bytes) {
            prop_assert_eq!(Report::new(read.content().clone()), Ok(read));
        }
        let mut text = serde_json::to_vec(&report).unwrap();
        text.truncate(at);
        prop_assert!(serde_json::from_slice::<Report>(&text).is_err(), "cut off");
    }
}
