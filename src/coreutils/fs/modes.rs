//! Modes of files: how they are shown (`drwxr-xr-x`), and how chmod(1) reads them.

use crate::vfs::{S_ISGID, S_ISUID, S_ISVTX, Stat};

/// The ten characters that `ls -l` shows.
pub fn show(stat: &Stat) -> String {
    let mut out = String::with_capacity(10);
    out.push(stat.file_type().letter());
    out.push_str(&permissions(stat.mode));
    out
}

/// The nine characters of permission bits.
pub fn permissions(mode: u32) -> String {
    let mut out = String::with_capacity(9);
    for (shift, special, letter) in [(6, S_ISUID, 's'), (3, S_ISGID, 's'), (0, S_ISVTX, 't')] {
        let bits = mode >> shift;
        out.push(if bits & 4 != 0 { 'r' } else { '-' });
        out.push(if bits & 2 != 0 { 'w' } else { '-' });
        out.push(match (mode & special != 0, bits & 1 != 0) {
            (true, true) => letter,
            (true, false) => letter.to_ascii_uppercase(),
            (false, true) => 'x',
            (false, false) => '-',
        });
    }
    out
}

/// One clause of a symbolic mode, such as `u+x`.
#[derive(Clone, Debug, PartialEq, Eq)]
struct Clause {
    op: char,
    /// Bits that the clause may touch.
    affected: u32,
    /// Bits named by letters.
    bits: u32,
    /// `X`: execute where it makes sense.
    exec_if_any: bool,
    /// `u`, `g` or `o` on the right side: copy from these.
    copy: Option<char>,
    /// No who was given, so that the umask holds bits back.
    masked: bool,
}

/// A mode as chmod(1), mkdir -m and find -perm read it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Mode {
    /// An octal number, and whether it has so many digits that it clears a directory's set-ID bits.
    Octal(u32, bool),
    /// Clauses in order.
    Symbolic(Vec<SymClause>),
}

/// A clause of a symbolic mode.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SymClause(Clause);

/// Reads a mode; `None` where it is not one.
pub fn parse(spec: &str) -> Option<Mode> {
    if spec.starts_with(|c: char| c.is_ascii_digit()) {
        let n = u32::from_str_radix(spec, 8).ok().filter(|n| *n <= 0o7777)?;
        return Some(Mode::Octal(n, spec.len() > 4));
    }
    let mut clauses = Vec::new();
    for part in spec.split(',') {
        let at = part.find(['+', '-', '='])?;
        let mut who = 0;
        for c in part[..at].chars() {
            who |= match c {
                'u' => 0o4700,
                'g' => 0o2070,
                'o' => 0o1007,
                'a' => 0o7777,
                _ => return None,
            };
        }
        let mut rest = part[at..].chars().peekable();
        while let Some(op) = rest.next() {
            if !matches!(op, '+' | '-' | '=') {
                return None;
            }
            let mut clause = Clause {
                op,
                affected: if who == 0 { 0o7777 } else { who },
                bits: 0,
                exec_if_any: false,
                copy: None,
                masked: who == 0,
            };
            let mut first = true;
            let mut digits = String::new();
            while let Some(&c) = rest.peek() {
                match c {
                    '+' | '-' | '=' => break,
                    'u' | 'g' | 'o' if first => {
                        rest.next();
                        clause.copy = Some(c);
                        if !matches!(rest.peek(), None | Some('+' | '-' | '=')) {
                            return None;
                        }
                        break;
                    }
                    '0'..='7' if first || !digits.is_empty() => digits.push(c),
                    'r' => clause.bits |= 0o444,
                    'w' => clause.bits |= 0o222,
                    'x' => clause.bits |= 0o111,
                    'X' => clause.exec_if_any = true,
                    's' => clause.bits |= S_ISUID | S_ISGID,
                    't' => clause.bits |= S_ISVTX,
                    _ => return None,
                }
                first = false;
                rest.next();
            }
            if !digits.is_empty() {
                if who != 0 || digits.len() > 5 {
                    return None;
                }
                clause.bits = u32::from_str_radix(&digits, 8).ok().filter(|n| *n <= 0o7777)?;
                clause.masked = false;
            }
            clauses.push(SymClause(clause));
        }
    }
    Some(Mode::Symbolic(clauses))
}

impl Mode {
    /// The mode that a file with `old` bits gets.
    pub fn apply(&self, old: u32, is_dir: bool, umask: u32) -> u32 {
        match self {
            // GNU keeps a directory's set-ID bits unless five digits are given.
            Mode::Octal(n, long) if is_dir && !long => n | (old & 0o6000),
            Mode::Octal(n, _) => *n,
            Mode::Symbolic(clauses) => {
                let mut mode = old & 0o7777;
                for SymClause(c) in clauses {
                    mode = c.apply(mode, is_dir, umask);
                }
                mode
            }
        }
    }

    /// [`Mode::apply`] without GNU's protection of directories' set-ID bits, as BusyBox has it: there `o` has no
    /// say in the sticky bit.
    pub fn apply_plainly(&self, old: u32, is_dir: bool, umask: u32) -> u32 {
        let clauses = match self {
            Mode::Octal(n, _) => return *n,
            Mode::Symbolic(clauses) => clauses,
        };
        let mut mode = old & 0o7777;
        for SymClause(c) in clauses {
            let mut c = c.clone();
            if c.affected != 0o7777 {
                c.affected &= !0o1000;
            }
            mode = c.apply(mode, is_dir, umask);
        }
        mode
    }
}

impl Clause {
    fn apply(&self, mode: u32, is_dir: bool, umask: u32) -> u32 {
        let mut bits = self.bits;
        if self.exec_if_any && (is_dir || mode & 0o111 != 0) {
            bits |= 0o111;
        }
        if let Some(from) = self.copy {
            let three = match from {
                'u' => mode >> 6,
                'g' => mode >> 3,
                _ => mode,
            } & 7;
            bits = three | three << 3 | three << 6;
        }
        let mut affected = self.affected;
        // On a directory the set-ID bits stay unless they are named.
        if is_dir && self.op == '=' {
            affected &= !0o6000 | bits;
        }
        bits &= self.affected;
        if self.masked {
            bits &= !(umask & 0o777);
        }
        match self.op {
            '+' => mode | bits,
            '-' => mode & !bits,
            _ => (mode & !affected) | bits,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn set(spec: &str, old: u32) -> u32 {
        parse(spec).unwrap().apply(old, false, 0o022)
    }

    #[test]
    fn symbolic_modes() {
        assert_eq!(set("u+x,g-w", 0o664), 0o744);
        assert_eq!(set("a=r", 0o777), 0o444);
        assert_eq!(set("+x", 0o600), 0o711);
        assert_eq!(set("+w", 0o400), 0o600);
        assert_eq!(set("o=u", 0o750), 0o757);
        assert_eq!(set("u=rwX,go=rX", 0o600), 0o644);
        assert_eq!(set("g+s", 0o644), 0o2644);
        assert_eq!(set("u=rw-x+r", 0o000), 0o600);
        assert_eq!(set("0755", 0), 0o755);
        assert!(parse("zz").is_none() && parse("89").is_none() && parse("u").is_none());
        assert_eq!(permissions(0o1777), "rwxrwxrwt");
        assert_eq!(permissions(0o4644), "rwSr--r--");
    }
}
