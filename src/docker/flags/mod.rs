//! The flags of docker's verbs: one table a verb, and what can be had from it alone: parsing by
//! pflag's rules, usage text, completion, the list of gaps. What a flag means is its verb's business.

pub mod check;
pub mod complete;
pub mod kind;
pub mod matches;
pub mod parse;
pub mod usage;

pub use complete::Takes;
pub use kind::Kind;
pub use matches::Matches;

/// One flag of one verb.
#[derive(Clone, Copy, Debug)]
pub struct Flag {
    /// Long name, without dashes.
    pub long: &'static str,
    /// One-letter name.
    pub short: Option<char>,
    /// What values it takes and how they are checked.
    pub kind: Kind,
    /// The value when the flag is not given, as text.
    pub default: &'static str,
    /// One line of help; a word in backquotes names the value.
    pub about: &'static str,
    /// Why the simulator does not have it, for a flag that real Docker has.
    pub gap: Option<&'static str>,
    /// What an engine would have to be to know it; this one is not.
    pub only: Option<&'static str>,
    /// Left out of help.
    pub hidden: bool,
    /// What completes its value.
    pub takes: Takes,
    /// The flag to use instead, for one that is on its way out.
    pub instead: Option<&'static str>,
}

impl Flag {
    /// The one-letter name.
    pub const fn short(mut self, short: char) -> Flag {
        self.short = Some(short);
        self
    }

    /// The value when it is not given.
    pub const fn default(mut self, text: &'static str) -> Flag {
        self.default = text;
        self
    }

    /// Real Docker has it, the simulator does not, for this reason.
    pub const fn gap(mut self, why: &'static str) -> Flag {
        self.gap = Some(why);
        self
    }

    /// Only other engines know it.
    pub const fn only(mut self, engine: &'static str) -> Flag {
        self.only = Some(engine);
        self
    }

    /// Not shown in help.
    pub const fn hidden(mut self) -> Flag {
        self.hidden = true;
        self
    }

    /// Hidden, and told of when it is used: another flag has taken its place.
    pub const fn instead(mut self, long: &'static str) -> Flag {
        self.hidden = true;
        self.instead = Some(long);
        self
    }

    /// What completes its value.
    pub const fn takes(mut self, takes: Takes) -> Flag {
        self.takes = takes;
        self
    }

    /// The name as error texts show it: `-m, --memory`.
    pub fn shown(&self) -> String {
        match self.short {
            Some(s) => format!("-{s}, --{}", self.long),
            None => format!("--{}", self.long),
        }
    }
}

/// A flag of the given kind.
pub const fn flag(long: &'static str, kind: Kind, about: &'static str) -> Flag {
    let default = match kind {
        Kind::Bool => "false",
        Kind::Int | Kind::Int64 | Kind::Uint | Kind::Uint16 => "0",
        _ => "",
    };
    Flag {
        long,
        short: None,
        kind,
        default,
        about,
        gap: None,
        only: None,
        hidden: false,
        takes: Takes::Nothing,
        instead: None,
    }
}

/// A switch.
pub const fn switch(long: &'static str, about: &'static str) -> Flag {
    flag(long, Kind::Bool, about)
}

/// A flag with a text value.
pub const fn text(long: &'static str, about: &'static str) -> Flag {
    flag(long, Kind::Text, about)
}

/// A flag that may be given many times, its values unchecked.
pub const fn list(long: &'static str, about: &'static str) -> Flag {
    flag(long, Kind::List(check::any), about)
}
