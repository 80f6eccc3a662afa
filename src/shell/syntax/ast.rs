//! The tree that the parser makes and the interpreter walks. It holds no behaviour beyond small
//! predicates; `print` turns it back into text. Shared nodes are behind `Rc`, so that functions and
//! subshells are cheap to copy.

use std::cell::OnceCell;
use std::rc::Rc;

pub(crate) use super::ast_word::{
    ArithText, CommandSub, Op, Param, ParamName, Part, Replace, Subscript, Word, part_waits,
};

/// Commands separated by `;`, `&` and newlines.
#[derive(Debug, Default)]
pub(crate) struct List {
    pub items: Vec<Item>,
}

/// One and-or list, and whether `&` follows it.
#[derive(Debug)]
pub(crate) struct Item {
    pub and_or: Rc<AndOr>,
    pub background: bool,
}

/// Pipelines joined by `&&` (true) and `||` (false).
#[derive(Debug)]
pub(crate) struct AndOr {
    pub first: Pipeline,
    pub rest: Vec<(bool, Pipeline)>,
}

/// Commands joined by `|`.
#[derive(Debug)]
pub(crate) struct Pipeline {
    pub negate: bool,
    /// `time`, and whether `-p` follows it.
    pub timed: Option<bool>,
    pub commands: Vec<Rc<Command>>,
}

/// One command with its redirections.
#[derive(Debug)]
pub(crate) struct Command {
    pub line: u32,
    pub kind: Kind,
    pub redirects: Vec<Redirect>,
}

/// What a command is.
#[derive(Debug)]
pub(crate) enum Kind {
    Simple(Simple),
    Group(List),
    Subshell(Rc<List>),
    If {
        arms: Vec<(List, List)>,
        otherwise: Option<List>,
    },
    While {
        until: bool,
        condition: List,
        body: List,
    },
    /// `words` is `None` without `in`: the positional parameters.
    For {
        name: Box<str>,
        words: Option<Vec<Word>>,
        body: List,
    },
    /// The three expressions, and the body.
    ArithFor(Box<([ArithText; 3], List)>),
    Select {
        name: Box<str>,
        words: Option<Vec<Word>>,
        body: List,
    },
    Case {
        word: Word,
        arms: Vec<CaseArm>,
    },
    Arith(ArithText),
    Cond(Cond),
    Function(Rc<Function>),
    Coproc {
        name: Box<str>,
        body: Rc<Command>,
    },
}

/// A function definition.
#[derive(Debug)]
pub(crate) struct Function {
    pub name: Box<str>,
    pub body: Command,
}

/// `pattern | pattern) list ;;`
#[derive(Debug)]
pub(crate) struct CaseArm {
    pub patterns: Vec<Word>,
    pub body: List,
    pub end: CaseEnd,
}

/// How an arm of `case` ends: `;;`, `;&`, `;;&`.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum CaseEnd {
    Stop,
    Fall,
    Test,
}

/// A command name with arguments, assignments before it.
#[derive(Debug)]
pub(crate) struct Simple {
    pub assigns: Vec<Assign>,
    pub args: Vec<Arg>,
    /// No word of it has to wait for another process.
    pub sync: bool,
}

/// An argument: a word, or an assignment given to `declare` and the like.
#[derive(Debug)]
pub(crate) enum Arg {
    Word(Word),
    Assign(Assign),
}

/// `name[subscript]+=value`
#[derive(Debug)]
pub(crate) struct Assign {
    pub name: Box<str>,
    pub subscript: Option<Word>,
    pub append: bool,
    pub value: AssignValue,
    pub raw: Box<str>,
}

/// What is assigned.
#[derive(Debug)]
pub(crate) enum AssignValue {
    Scalar(Word),
    Array(Vec<Element>),
}

/// One element of `(a [k]=v)`.
#[derive(Debug)]
pub(crate) struct Element {
    pub subscript: Option<Word>,
    pub append: bool,
    pub value: Word,
}

/// A redirection.
#[derive(Debug)]
pub(crate) struct Redirect {
    pub fd: RedirectFd,
    pub op: RedirectOp,
    pub target: Word,
    /// The body of a here-document, put in when its lines have been read.
    pub body: Rc<OnceCell<Word>>,
}

/// The descriptor that is redirected.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum RedirectFd {
    Default,
    Number(i32),
    /// `{name}>`
    Var(Box<str>),
}

/// The operator.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum RedirectOp {
    In,
    Out,
    Append,
    Clobber,
    InOut,
    DupIn,
    DupOut,
    /// `&>`
    Both,
    /// `&>>`
    BothAppend,
    Here,
    HereTabs,
    HereString,
}

impl RedirectOp {
    /// As it is written.
    pub(crate) fn text(self) -> &'static str {
        match self {
            RedirectOp::In => "<",
            RedirectOp::Out => ">",
            RedirectOp::Append => ">>",
            RedirectOp::Clobber => ">|",
            RedirectOp::InOut => "<>",
            RedirectOp::DupIn => "<&",
            RedirectOp::DupOut => ">&",
            RedirectOp::Both => "&>",
            RedirectOp::BothAppend => "&>>",
            RedirectOp::Here => "<<",
            RedirectOp::HereTabs => "<<-",
            RedirectOp::HereString => "<<<",
        }
    }
}

/// What is between `[[` and `]]`.
#[derive(Debug)]
pub(crate) enum Cond {
    Or(Box<Cond>, Box<Cond>),
    And(Box<Cond>, Box<Cond>),
    Not(Box<Cond>),
    /// In parentheses.
    Paren(Box<Cond>),
    Word(Word),
    Unary(Box<str>, Word),
    Binary(Word, Box<str>, Word),
}
