//! What programs that handle files have in common: quoting of names, modes, owners, times, sizes,
//! patterns, walking a tree, copying. Each program's own behaviour is in its own file.

mod ask;
pub mod backup;
pub mod canon;
pub mod copy;
pub mod glob;
pub mod gz;
pub mod human;
pub mod modes;
pub mod mounts;
pub mod owner;
pub mod pack;
pub mod path;
pub mod quote;
pub mod run;
pub mod versions;
pub mod walk;
