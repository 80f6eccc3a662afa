//! `docker buildx`: the program for builds. There is one builder, inside the engine; what it is and what
//! it keeps can be seen here, other builders can not be made. Building itself is `docker build`'s.

pub mod bake;
pub mod builder;
pub mod create;
pub mod dial;
pub mod du;
pub mod history;
pub mod imagetools;
pub mod inspect;
pub mod list;
pub mod remove;
pub mod select;
pub mod stop;
pub mod version;

use super::flags::{Flag, switch, text};

/// Why there is but one.
pub const ONE: &str = "there is one builder, inside the engine";

/// The flags that stand between the noun and its command as well.
pub static FLAGS: &[Flag] =
    &[text("builder", "Builder to use"), switch("debug", "Say more about what is done").short('D')];
