//! How every example ends: its page on standard output, or what is wrong on standard error.

use std::error::Error;
use std::process::ExitCode;

use thuocdo::text::{CheckLanguage, English, Vietnamese};

/// Prints a page, or the error.
pub(crate) fn finish(page: Result<String, Box<dyn Error>>) -> ExitCode {
    match page {
        Ok(page) => {
            println!("{page}");
            ExitCode::SUCCESS
        }
        Err(error) => {
            eprintln!("{error}");
            ExitCode::FAILURE
        }
    }
}

/// The language that follows `--lang`, and whichever of two things goes with it.
pub(crate) fn language<T>(
    name: Option<&str>,
    vietnamese: T,
    english: T,
) -> Result<(&'static dyn CheckLanguage, T), Box<dyn Error>> {
    match name {
        Some("vi") => Ok((&Vietnamese, vietnamese)),
        Some("en") => Ok((&English, english)),
        other => Err(format!("`--lang {}`: `vi` or `en` is accepted", other.unwrap_or("")).into()),
    }
}
