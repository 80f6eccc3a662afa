//! Rules of Go's standard library, and of go-units, that show through in Docker's words: quoting, number
//! and duration syntax, sizes, comma separated values, times, JSON, URLs. Nothing here knows of Docker.

pub mod csv;
pub mod duration;
pub mod format;
pub mod glob;
pub mod json;
pub mod layout;
pub mod quote;
pub mod rational;
pub mod strconv;
pub mod time;
pub mod units;
pub mod url;
