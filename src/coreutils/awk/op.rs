//! The instructions of a compiled awk program and what they name.

use std::rc::Rc;

use super::ast::{Bin, Builtin};
use super::value::Val;
use crate::coreutils::regex::Regex;

/// The variables that mean something to awk, in the order of their numbers.
pub const SPECIALS: &[&str] = &[
    "NF",
    "NR",
    "FNR",
    "FS",
    "OFS",
    "ORS",
    "RS",
    "SUBSEP",
    "CONVFMT",
    "OFMT",
    "FILENAME",
    "RSTART",
    "RLENGTH",
    "IGNORECASE",
    "RT",
];
/// `NF`
pub const NF: u32 = 0;
/// `NR`
pub const NR: u32 = 1;
/// `FNR`
pub const FNR: u32 = 2;
/// `FS`
pub const FS: u32 = 3;
/// `OFS`
pub const OFS: u32 = 4;
/// `ORS`
pub const ORS: u32 = 5;
/// `RS`
pub const RS: u32 = 6;
/// `SUBSEP`
pub const SUBSEP: u32 = 7;
/// `CONVFMT`
pub const CONVFMT: u32 = 8;
/// `OFMT`
pub const OFMT: u32 = 9;
/// `FILENAME`
pub const FILENAME: u32 = 10;
/// `RSTART`
pub const RSTART: u32 = 11;
/// `RLENGTH`
pub const RLENGTH: u32 = 12;
/// `IGNORECASE`
pub const IGNORECASE: u32 = 13;
/// `RT`
pub const RT: u32 = 14;

/// A place that holds a value; what it needs (an index, a key) lies on the stack.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Place {
    /// A variable of the program.
    Global(u32),
    /// One of [`SPECIALS`].
    Special(u32),
    /// A parameter.
    Local(u32),
    /// A field; its number is on the stack.
    Field,
    /// An element; its key is on the stack.
    Elem(Name),
}

/// Which array: from 0 a global one, below a parameter.
pub type Name = i32;

/// Where output goes; the name is on the stack.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum To {
    /// Standard output.
    Stdout,
    /// A file, emptied when first opened.
    File,
    /// A file, added to.
    Append,
    /// A command's input.
    Pipe,
}

/// Where getline reads; a name is on the stack.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum From {
    /// The program's input.
    Main,
    /// A file.
    File,
    /// A command's output.
    Command,
}

/// One instruction.
#[derive(Clone, Copy, Debug)]
pub enum Op {
    /// Push a constant.
    Const(u32),
    /// Push a number.
    Num(f64),
    /// Push the value of a place.
    Get(Place),
    /// Push a variable.
    GetGlobal(u32),
    /// Push a field of fixed number.
    GetField(u32),
    /// Push a field of fixed number as a number.
    FieldNum(u32),
    /// Pop a value, put it there, push it.
    Set(Place),
    /// Pop a value and put it into a variable.
    StoreGlobal(u32),
    /// Pop a value, combine, put it there, push the result.
    Aug(Place, Bin),
    /// `var += value` for its effect.
    AddGlobal(u32),
    /// `var = var value` for its effect: appends in place.
    Append(u32),
    /// Add to a place; push the old or the new value.
    Inc(Place, i8, bool),
    /// `var++` for its effect.
    Bump(u32, i8),
    /// Combine two values.
    Bin(Bin),
    /// Join so many pieces into one string.
    Join(u32),
    /// `!`
    Not,
    /// `-`
    Neg,
    /// `+`
    Plus,
    /// To 0 or 1.
    Truth,
    /// Pop the text, match the fixed expression.
    MatchConst(u32),
    /// Match `$0` with the fixed expression.
    MatchRecord(u32),
    /// Pop expression and text, match.
    MatchDyn,
    /// Go on there.
    Jump(u32),
    /// Pop; go there if false.
    IfNot(u32),
    /// Pop; go there if true.
    If(u32),
    /// Compare two values; go there if it does not hold.
    IfNotCmp(Bin, u32),
    /// Throw a value away.
    Drop,
    /// Push the top again.
    Dup,
    /// Make one key of so many subscripts.
    Key(u32),
    /// Pop a key; push whether the array has it.
    In(Name),
    /// Pop a key; remove the element.
    DelElem(Name),
    /// Remove all elements.
    DelAll(Name),
    /// Push an array as an argument.
    PushArray(Name),
    /// Begin a walk over the keys.
    ForIn(Name),
    /// Push the next key or go there.
    ForNext(u32),
    /// End the innermost walk.
    ForEnd,
    /// Print so many values.
    Print(u32, To),
    /// Print `$0` to standard output.
    PrintRecord,
    /// Format and print so many values.
    Printf(u32, To),
    /// Read; push 1, 0 or -1, and hold the text.
    Getline(From),
    /// Push the text that was read; counts NR and FNR where they count.
    Line,
    /// Make the text that was read the record.
    LineRecord,
    /// Call function so with so many arguments.
    Call(u32, u32),
    /// Return the value on the stack.
    Return,
    /// Call a function of the language.
    Builtin(Builtin, u32),
    /// `sub` or `gsub`: pops expression, replacement and what the place needs; pushes the count.
    Subst(Place, bool),
    /// As Subst for something that is no place.
    SubstValue(bool),
    /// `split`: expression or separator given by the flag; the array named.
    Split(Name, bool),
    /// `match` with an array.
    MatchInto(Name),
    /// `length(array)`
    Count(Name),
    /// A range pattern's first half: go there if not begun and the condition (popped) does not hold.
    RangeBegin(u32, u32),
    /// Go there if the range is active.
    RangeActive(u32, u32),
    /// Pop the second condition; end the range if it holds.
    RangeEnd(u32),
    /// Next record.
    Next,
    /// Next file.
    NextFile,
    /// Pop the status if the flag is set; leave.
    Exit(bool),
    /// The end of this part of the program.
    End,
}

/// A compiled function.
#[derive(Clone, Debug)]
pub struct Func {
    /// Where it begins.
    pub entry: u32,
    /// How many parameters and local variables it has.
    pub locals: u32,
}

/// A compiled program.
#[derive(Default)]
pub struct Code {
    /// The instructions.
    pub ops: Vec<Op>,
    /// The source line of each instruction.
    pub lines: Vec<u32>,
    /// The constants.
    pub consts: Vec<Val>,
    /// The fixed regular expressions.
    pub regexes: Vec<Rc<Regex>>,
    /// Their sources.
    pub regex_src: Vec<Vec<u8>>,
    /// The functions.
    pub funcs: Vec<Func>,
    /// The names of the variables.
    pub globals: Vec<String>,
    /// The names of the arrays.
    pub arrays: Vec<String>,
    /// How many range patterns there are.
    pub ranges: u32,
    /// Where BEGIN, the rules and END begin.
    pub begin: u32,
    /// Where the rules begin.
    pub main: u32,
    /// Where END begins.
    pub end: u32,
    /// There are rules.
    pub has_rules: bool,
    /// There is an END.
    pub has_end: bool,
}
