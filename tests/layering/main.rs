//! Data flows one way: no module under `src/` names a module to its right in the order of the design, whichever way the
//! path is spelled; no file hides what it imports, and none grows beyond 400 lines.

mod findings;
mod paths;
mod planted;
mod scanner;
mod sources;
