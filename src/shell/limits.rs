//! Every bound of the shell in one place. What happens at a bound is decided where it is met.

/// Compound commands, substitutions and parentheses nested in one program text. Recursive descent
/// uses the native stack, so this is what keeps hostile text from overflowing it.
pub(crate) const PARSE_DEPTH: u32 = 100;
/// Parentheses and operators nested in one arithmetic expression.
pub(crate) const ARITH_DEPTH: u32 = 200;
/// Variables whose values are expressions that name variables (bash's own bound is 1024).
pub(crate) const ARITH_RECURSION: u32 = 64;
/// Alternatives inside alternatives of an extended pattern.
pub(crate) const PATTERN_DEPTH: u32 = 40;
/// Nested function calls, `eval`s and sourced files.
pub(crate) const CALL_DEPTH: u32 = 3000;
/// Compound commands run within compound commands before the rest is moved to a stack segment of
/// its own (see `exec::segment`).
pub(crate) const SEGMENT_DEPTH: u32 = 12;
/// Words that one brace expansion may make.
pub(crate) const BRACE_WORDS: usize = 1_000_000;
/// Bytes of one text that an expansion makes. All that programs hold together is bounded by
/// `kernel::limits::DATA`.
pub(crate) const TEXT: usize = 64 << 20;
/// Bytes assigned after which the kernel is told anew how much the variables hold.
pub(crate) const CENSUS: usize = 8 << 20;
/// References followed from one nameref to the next (bash says "circular name reference").
pub(crate) const NAMEREF_DEPTH: u32 = 9;
/// Names read by `**` before the search stops going deeper.
pub(crate) const GLOB_DEPTH: usize = 64;
