//! A parsed sed script.

use std::rc::Rc;

use crate::coreutils::regex::Regex;

/// A regular expression, or the one used last.
#[derive(Clone, Debug)]
pub enum Pattern {
    /// `//`
    Last,
    /// `/re/`
    Re(Rc<Regex>),
}

/// A first or only address.
#[derive(Clone, Debug)]
pub enum Addr {
    /// `0`, before the first line.
    Zero,
    /// A line number.
    Line(u64),
    /// `first~step`
    Step(u64, u64),
    /// `$`
    Last,
    /// A match.
    Match(Pattern),
}

/// A second address.
#[derive(Clone, Debug)]
pub enum End {
    /// A line number.
    Line(u64),
    /// `$`
    Last,
    /// A match.
    Match(Pattern),
    /// `+N`
    Plus(u64),
    /// `~N`
    Multiple(u64),
}

/// How letters are changed in a replacement.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Case {
    /// `\U`
    Upper,
    /// `\L`
    Lower,
    /// `\u`
    UpperOne,
    /// `\l`
    LowerOne,
    /// `\E`
    End,
}

/// A part of a replacement.
#[derive(Clone, Debug)]
pub enum Part {
    /// Text.
    Text(Vec<u8>),
    /// A group; 0 is the match.
    Group(usize),
    /// A change of letters.
    Case(Case),
}

/// `s`
#[derive(Clone, Debug)]
pub struct Subst {
    /// What is replaced.
    pub pattern: Pattern,
    /// By what.
    pub parts: Vec<Part>,
    /// All matches.
    pub global: bool,
    /// From this match on.
    pub number: usize,
    /// Run the result as a command, whose output takes its place.
    pub execute: bool,
    /// Print afterwards.
    pub print: u32,
    /// Write to this file of [`Script::files`].
    pub write: Option<usize>,
}

/// A command.
#[derive(Clone, Debug)]
pub enum Cmd {
    /// `{`: skip to there if not selected.
    Block(usize),
    /// `}` and labels.
    Nothing,
    /// `=`
    Number,
    /// `a`
    Append(Rc<Vec<u8>>),
    /// `i`
    Insert(Rc<Vec<u8>>),
    /// `c`
    Change(Rc<Vec<u8>>),
    /// `b`
    Branch(usize),
    /// `t`
    IfDone(usize),
    /// `T`
    IfNotDone(usize),
    /// `d`
    Delete,
    /// `D`
    DeleteLine,
    /// `e`: the command, or what is in the pattern space.
    Execute(Option<Vec<u8>>),
    /// `F`
    FileName,
    /// `g`
    Get,
    /// `G`
    GetMore,
    /// `h`
    Hold,
    /// `H`
    HoldMore,
    /// `x`
    Exchange,
    /// `l`
    List(Option<usize>),
    /// `n`
    Next,
    /// `N`
    NextMore,
    /// `p`
    Print,
    /// `P`
    PrintLine,
    /// `q`
    Quit(i32),
    /// `Q`
    QuitSilently(i32),
    /// `r`
    Read(String),
    /// `R`: the file, by its number in [`Script::sources`].
    ReadLine(usize),
    /// `s`
    Subst(Box<Subst>),
    /// `w`
    Write(usize),
    /// `W`
    WriteLine(usize),
    /// `y`
    Translate(Box<Table>),
    /// `z`
    Zap,
}

/// `y`: bytes by table, other characters by list.
#[derive(Clone, Debug)]
pub struct Table {
    /// For single bytes.
    pub bytes: [u8; 256],
    /// For longer characters, and bytes that become such.
    pub chars: Vec<(Vec<u8>, Vec<u8>)>,
}

/// A command with its addresses.
#[derive(Clone, Debug)]
pub struct Step {
    /// The first address.
    pub from: Option<Addr>,
    /// The second.
    pub to: Option<End>,
    /// `!`
    pub negated: bool,
    /// What is done.
    pub cmd: Cmd,
}

/// A script.
#[derive(Clone, Debug, Default)]
pub struct Script {
    /// The commands.
    pub steps: Vec<Step>,
    /// The files written by `w`.
    pub files: Vec<String>,
    /// The files read by `R`.
    pub sources: Vec<String>,
    /// It begins with `#n`.
    pub quiet: bool,
}
