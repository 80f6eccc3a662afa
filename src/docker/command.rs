//! The shape of docker's command tree: verbs, groups, how many words a verb takes, and what a verb
//! hands back. The tree itself is in `tree`, how a line walks it in `main`.

use super::cli::Cli;
use super::flags::{Flag, Matches, Takes};
use crate::golang::quote::quote;
use futures_util::future::{LocalBoxFuture, ready};

/// Why a verb ended badly: what is written to standard error, and the exit status.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Failure {
    /// Exit status of the program.
    pub status: i32,
    /// The text, without a final newline; nothing is written when it is empty.
    pub text: String,
}

impl Failure {
    /// A text with a status of its own.
    pub fn new(status: i32, text: impl Into<String>) -> Failure {
        Failure { status, text: text.into() }
    }

    /// A status without words.
    pub fn silent(status: i32) -> Failure {
        Failure { status, text: String::new() }
    }

    /// Something of real Docker that the simulator lacks.
    pub fn gap(what: &str, why: &str) -> Failure {
        Failure::new(1, format!("Drydock does not simulate {what}: {why}."))
    }
}

impl From<String> for Failure {
    fn from(text: String) -> Failure {
        Failure { status: 1, text }
    }
}

impl From<&str> for Failure {
    fn from(text: &str) -> Failure {
        Failure { status: 1, text: text.to_string() }
    }
}

/// What a verb comes to.
pub type Outcome = Result<(), Failure>;

/// A verb at work.
pub type Running = LocalBoxFuture<'static, Outcome>;

/// How many words a verb takes besides flags.
#[derive(Clone, Copy, Debug)]
pub enum Args {
    /// No words.
    None,
    /// So many.
    Exact(usize),
    /// So many, told in the words of the library below docker's client.
    Plain(usize),
    /// At least so many.
    Min(usize),
    /// At most so many.
    Max(usize),
    /// At most so many, told in the words of the library below docker's client.
    PlainMax(usize),
    /// Between the two.
    Range(usize, usize),
    /// Any number.
    Any,
    /// None, told as a command that is not known.
    Unknown,
}

impl Args {
    /// Docker's complaint about a wrong number of words; the closing sentences differ from case to
    /// case, `SRun` included (docker/cli's `RequiresMaxArgs` prints it so).
    pub fn check(&self, given: &[String], path: &str, usage: &str) -> Result<(), String> {
        let n = given.len();
        let word = |n: usize| if n == 1 { "argument" } else { "arguments" };
        let (said, see) = match *self {
            Args::None if n > 0 => ("accepts no arguments".to_string(), "Run"),
            Args::Plain(want) if n != want => {
                return Err(format!("accepts {want} arg(s), received {n}"));
            }
            Args::Unknown if n > 0 => {
                return Err(format!("unknown command {} for {}", quote(&given[0]), quote(path)));
            }
            Args::PlainMax(most) if n > most => {
                return Err(format!("accepts at most {most} arg(s), received {n}"));
            }
            Args::Exact(want) if n != want => (format!("requires {want} {}", word(want)), "Run"),
            Args::Min(want) if n < want => {
                (format!("requires at least {want} {}", word(want)), "See")
            }
            Args::Max(want) if n > want => {
                (format!("requires at most {want} {}", word(want)), "SRun")
            }
            Args::Range(low, high) if n < low || n > high => {
                (format!("requires at least {low} and at most {high} {}", word(high)), "Run")
            }
            _ => return Ok(()),
        };
        Err(format!(
            "docker: '{path}' {said}\n\nUsage:  {usage}\n\n{see} '{path} --help' for more information"
        ))
    }
}

/// One thing docker can do.
#[derive(Debug)]
pub struct Verb {
    /// The usage line after the name: `[OPTIONS] IMAGE`.
    pub usage: &'static str,
    /// One line of help.
    pub about: &'static str,
    /// More help, instead of the one line on the verb's own screen.
    pub long: &'static str,
    /// All names of the verb, as its help shows them; empty when there is but one.
    pub also: &'static str,
    /// How many words it takes.
    pub args: Args,
    /// Its flags.
    pub flags: &'static [&'static [Flag]],
    /// Whether flags may follow other words.
    pub interspersed: bool,
    /// What its words name.
    pub takes: Takes,
    /// What it does.
    pub run: fn(Cli, Matches) -> Running,
}

impl Verb {
    /// What most verbs leave as it is; for `Verb { usage: .., ..Verb::PLAIN }`. Without a `run` a verb is
    /// a gap.
    pub const PLAIN: Verb = Verb {
        usage: "",
        about: "",
        long: "",
        also: "",
        args: Args::None,
        flags: &[],
        interspersed: true,
        takes: Takes::Nothing,
        run: |_, _| Box::pin(ready(Err(Failure::gap("this verb", "nothing stands behind it")))),
    };

    /// A verb that comes to no more than the check of its flags and words.
    pub const fn unbuilt(
        usage: &'static str,
        about: &'static str,
        args: Args,
        flags: &'static [&'static [Flag]],
    ) -> Verb {
        Verb { usage, about, args, flags, ..Verb::PLAIN }
    }
}

/// A place in the tree.
#[derive(Clone, Copy, Debug)]
pub enum Node {
    /// Something to do.
    Verb(&'static Verb),
    /// A noun with verbs of its own.
    Group(&'static Group),
    /// A program of its own, found among docker's plugins by this file name.
    Plugin {
        /// The program's file name.
        file: &'static str,
        /// One line of help.
        about: &'static str,
    },
    /// Known to an engine of another sort only; the client refuses it whatever stands behind it.
    Only {
        /// One line of help.
        about: &'static str,
        /// What an engine would have to be.
        engine: &'static str,
        /// The words that may stand behind it.
        words: &'static [&'static str],
    },
}

impl Node {
    /// One line of help.
    pub fn about(&self) -> &'static str {
        match self {
            Node::Verb(v) => v.about,
            Node::Group(g) => g.about,
            Node::Plugin { about, .. } | Node::Only { about, .. } => about,
        }
    }
}

/// One name in a list of commands.
#[derive(Clone, Copy, Debug)]
pub struct Entry {
    /// The name.
    pub name: &'static str,
    /// Other names that do the same.
    pub aliases: &'static [&'static str],
    /// What it stands for.
    pub node: Node,
    /// Not listed in help.
    pub hidden: bool,
    /// Why the simulator does not have it, for a verb whose usage is checked all the same.
    pub gap: Option<&'static str>,
}

/// A list of commands under a noun.
#[derive(Debug)]
pub struct Group {
    /// One line of help.
    pub about: &'static str,
    /// What follows the name in usage errors: most nouns say `COMMAND`, some say nothing.
    pub usage: &'static str,
    /// Flags that may stand between the noun and its command; each belongs to the command as well.
    pub flags: &'static [Flag],
    /// Whether the program for builds answers, which tells its help and its mistakes in a way of its own.
    pub builder: bool,
    /// Its commands, sorted.
    pub entries: &'static [Entry],
}

/// A verb under a name.
pub const fn verb(name: &'static str, verb: &'static Verb) -> Entry {
    Entry { name, aliases: &[], node: Node::Verb(verb), hidden: false, gap: None }
}

/// A noun.
pub const fn group(name: &'static str, group: &'static Group) -> Entry {
    Entry { name, aliases: &[], node: Node::Group(group), hidden: false, gap: None }
}

impl Entry {
    /// More names for the same.
    pub const fn aliases(mut self, aliases: &'static [&'static str]) -> Entry {
        self.aliases = aliases;
        self
    }

    /// Not listed in help.
    pub const fn hidden(mut self) -> Entry {
        self.hidden = true;
        self
    }

    /// The simulator does not have it, for this reason.
    pub const fn gap(mut self, why: &'static str) -> Entry {
        self.gap = Some(why);
        self
    }

    /// Whether the word means this entry.
    pub fn is(&self, word: &str) -> bool {
        self.name == word || self.aliases.contains(&word)
    }
}
