//! What this package promises, one file a promise: its heads, cells, totals, units, templates, annexes and commands, and what
//! it does with workbooks that are none.

mod annexes;
mod cells;
mod commands;
mod heads;
mod hostile;
mod support;
mod templates;
mod totals;
mod units;
