//! The flags that verbs of a swarm's nouns have in common.

use crate::docker::flags::{Flag, Kind, flag, switch, text};

/// Of `inspect`.
pub static INSPECT_FLAGS: &[Flag] = &[
    text("format", "Print by a template: json, or text/template").short('f'),
    switch("pretty", "Print for people"),
];

/// Of `ls`.
pub static LS_FLAGS: &[Flag] = &[
    flag("filter", Kind::Filter, "Show what fits").short('f'),
    text("format", "Print by a template: json, or text/template"),
    switch("quiet", "Ids only").short('q'),
];

/// Of `ps`.
pub static PS_FLAGS: &[Flag] = &[
    flag("filter", Kind::Filter, "Show what fits").short('f'),
    text("format", "Print by a template: json, or text/template"),
    switch("no-resolve", "Do not turn ids into names"),
    switch("no-trunc", "Do not shorten"),
    switch("quiet", "Ids only").short('q'),
];
