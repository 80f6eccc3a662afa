//! Docker's ways of showing things: tables, sizes, ages, lists printed by `--format`, inspected
//! objects as JSON. What is shown comes from the verbs.

pub mod human;
pub mod indent;
pub mod inspect;
pub mod ports;
pub mod rows;
pub mod schema;
pub mod table;
pub mod units;
