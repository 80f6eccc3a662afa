//! The parsed form of an awk program.

/// An operator of two values.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Bin {
    /// `+`
    Add,
    /// `-`
    Sub,
    /// `*`
    Mul,
    /// `/`
    Div,
    /// `%`
    Mod,
    /// `^`
    Pow,
    /// Nothing between two values.
    Concat,
    /// `<`
    Lt,
    /// `<=`
    Le,
    /// `==`
    Eq,
    /// `!=`
    Ne,
    /// `>`
    Gt,
    /// `>=`
    Ge,
}

/// An expression.
#[derive(Clone, Debug)]
pub enum Expr {
    /// A number.
    Num(f64),
    /// A string.
    Str(Vec<u8>),
    /// `/re/`: matches `$0`, or stands for itself as an argument.
    Regex(Vec<u8>),
    /// A variable or the name of an array.
    Var(String),
    /// `$x`
    Field(Box<Expr>),
    /// `a[i, j]`
    Elem(String, Vec<Expr>),
    /// `(i, j) in a`
    In(Vec<Expr>, String),
    /// Two values.
    Bin(Bin, Box<Expr>, Box<Expr>),
    /// `!x`
    Not(Box<Expr>),
    /// `-x`
    Neg(Box<Expr>),
    /// `+x`
    Plus(Box<Expr>),
    /// `x && y`
    And(Box<Expr>, Box<Expr>),
    /// `x || y`
    Or(Box<Expr>, Box<Expr>),
    /// `x ~ y`; negated by the flag.
    Match(Box<Expr>, Box<Expr>, bool),
    /// `c ? x : y`
    Cond(Box<Expr>, Box<Expr>, Box<Expr>),
    /// `x = y`
    Assign(Box<Expr>, Box<Expr>),
    /// `x += y`
    Aug(Bin, Box<Expr>, Box<Expr>),
    /// `++x`, `x--`: by how much, and whether the old value is the result.
    Inc(Box<Expr>, f64, bool),
    /// A function of the program; with the source line.
    Call(String, Vec<Expr>, u32),
    /// A function of the language.
    Builtin(Builtin, Vec<Expr>),
    /// `getline`, into what, from where.
    Getline(Option<Box<Expr>>, Source),
    /// `(x, y)`: only before `in` and after `print`.
    Group(Vec<Expr>),
    /// `(x)`: kept apart, for `print (x) > y` and `!(x) ~ y`.
    Paren(Box<Expr>),
}

/// Where a getline reads.
#[derive(Clone, Debug)]
pub enum Source {
    /// The program's input.
    Main,
    /// `< file`
    File(Box<Expr>),
    /// `command |`
    Command(Box<Expr>),
}

/// The functions of the language.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Builtin {
    Length,
    Substr,
    Index,
    Split,
    Sub,
    Gsub,
    Match,
    Sprintf,
    Toupper,
    Tolower,
    Sin,
    Cos,
    Atan2,
    Exp,
    Log,
    Sqrt,
    Int,
    Rand,
    Srand,
    System,
    Close,
    Fflush,
    Systime,
    Strftime,
    Mktime,
    And,
    Or,
    Xor,
    Lshift,
    Rshift,
    Compl,
}

/// The names, sorted; mawk has them but for those of numbers' bits.
pub const BUILTINS: &[(&str, Builtin)] = &[
    ("and", Builtin::And),
    ("atan2", Builtin::Atan2),
    ("close", Builtin::Close),
    ("compl", Builtin::Compl),
    ("cos", Builtin::Cos),
    ("exp", Builtin::Exp),
    ("fflush", Builtin::Fflush),
    ("gsub", Builtin::Gsub),
    ("index", Builtin::Index),
    ("int", Builtin::Int),
    ("length", Builtin::Length),
    ("log", Builtin::Log),
    ("lshift", Builtin::Lshift),
    ("match", Builtin::Match),
    ("mktime", Builtin::Mktime),
    ("or", Builtin::Or),
    ("rand", Builtin::Rand),
    ("rshift", Builtin::Rshift),
    ("sin", Builtin::Sin),
    ("split", Builtin::Split),
    ("sprintf", Builtin::Sprintf),
    ("sqrt", Builtin::Sqrt),
    ("srand", Builtin::Srand),
    ("strftime", Builtin::Strftime),
    ("sub", Builtin::Sub),
    ("substr", Builtin::Substr),
    ("system", Builtin::System),
    ("systime", Builtin::Systime),
    ("tolower", Builtin::Tolower),
    ("toupper", Builtin::Toupper),
    ("xor", Builtin::Xor),
];

/// Where print writes.
#[derive(Clone, Debug)]
pub enum Redirect {
    /// Standard output.
    None,
    /// `> file`
    File(Expr),
    /// `>> file`
    Append(Expr),
    /// `| command`
    Pipe(Expr),
}

/// A statement.
#[derive(Clone, Debug)]
pub enum Stmt {
    /// An expression for its effect; with its line.
    Expr(Expr, u32),
    /// `print`
    Print(Vec<Expr>, Redirect, u32),
    /// `printf`
    Printf(Vec<Expr>, Redirect, u32),
    /// `{ ... }`
    Block(Vec<Stmt>),
    /// `if`
    If(Expr, Box<Stmt>, Option<Box<Stmt>>),
    /// `while`
    While(Expr, Box<Stmt>),
    /// `do while`
    Do(Box<Stmt>, Expr),
    /// `for (;;)`
    For(Option<Box<Stmt>>, Option<Expr>, Option<Box<Stmt>>, Box<Stmt>),
    /// `for (k in a)`
    ForIn(Expr, String, Box<Stmt>),
    /// `switch`: the labels (`None` is default) and what follows each.
    Switch(Expr, Vec<(Option<Expr>, Vec<Stmt>)>),
    /// `next`
    Next,
    /// `nextfile`
    NextFile,
    /// `exit`
    Exit(Option<Expr>),
    /// `return`
    Return(Option<Expr>),
    /// `break`
    Break,
    /// `continue`
    Continue,
    /// `delete a`, `delete a[i]`
    Delete(String, Option<Vec<Expr>>),
    /// `;`
    Empty,
}

/// When a rule runs.
#[derive(Clone, Debug)]
pub enum Pattern {
    /// On every record.
    Always,
    /// On records for which it holds.
    Expr(Expr),
    /// From one to another.
    Range(Expr, Expr),
}

/// A function of the program.
#[derive(Clone, Debug)]
pub struct Function {
    /// Its name.
    pub name: String,
    /// Its parameters, which are also its local variables.
    pub params: Vec<String>,
    /// What it does.
    pub body: Vec<Stmt>,
}

/// A program.
#[derive(Clone, Debug, Default)]
pub struct Program {
    /// What runs before input.
    pub begin: Vec<Vec<Stmt>>,
    /// What runs on records; without a body, print.
    pub rules: Vec<(Pattern, Option<Vec<Stmt>>)>,
    /// What runs after input.
    pub end: Vec<Vec<Stmt>>,
    /// The functions.
    pub functions: Vec<Function>,
}
