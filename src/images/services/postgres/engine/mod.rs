//! The engine: statements, carried out on the files of a cluster. Connections and processes are the
//! server's.

pub mod aggregate;
pub mod alter;
pub mod bind;
pub mod catalog;
pub mod change;
pub mod constraint;
pub mod copy;
pub mod create;
pub mod datetime;
pub mod define;
pub mod drop;
pub mod eval;
pub mod expr;
pub mod from;
pub mod func;
pub mod funcs_text;
pub mod json;
pub mod numeric;
pub mod ops;
pub mod plan;
pub mod roles;
pub mod run;
pub mod session;
pub mod settings;
pub mod signature;
pub mod storage;
pub mod syscat;
pub mod sysinfo;
pub mod text;
pub mod types;
