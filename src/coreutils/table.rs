//! The table of programs, sorted by name. One line a program.

use super::{Cx, Program, Run};

const BIN: Option<&str> = Some("/usr/bin");
#[allow(dead_code)]
const SBIN: Option<&str> = Some("/usr/sbin");
const BB: Option<&str> = Some("/bin");
#[allow(dead_code)]
const BBU: Option<&str> = Some("/usr/bin");
#[allow(dead_code)]
const BBS: Option<&str> = Some("/sbin");
#[allow(dead_code)]
const NONE: Option<&str> = None;

macro_rules! programs {
    ($($name:literal $main:path, $gnu:ident, $busybox:ident, $package:literal, $usage:literal;)*) => {
        /// Every program, sorted by name.
        pub static PROGRAMS: &[Program] = &[$(Program {
            name: $name,
            main: { fn run(cx: &mut Cx) -> Run<'_> { Box::pin($main(cx)) } run },
            gnu: $gnu,
            busybox: $busybox,
            package: $package,
            usage: $usage,
        },)*];
    };
}

// name, code, directory of the GNU program, of the BusyBox applet, package, usage
programs! {
    "awk" super::awk::main, BIN, BBU, "mawk", "[-F SEP] [-v VAR=VALUE] [-f FILE | 'PROGRAM'] [FILE]...\nRuns a program on every line that its patterns match.";
    "egrep" super::grep::extended, BIN, BB, "grep", "[OPTION]... PATTERNS [FILE]...\nPrints lines that match extended patterns.";
    "false" super::truth::no, BIN, BB, "coreutils", "\nEnds with status 1.";
    "fgrep" super::grep::fixed, BIN, BB, "grep", "[OPTION]... PATTERNS [FILE]...\nPrints lines that contain one of the texts.";
    "grep" super::grep::main, BIN, BB, "grep", "[OPTION]... PATTERNS [FILE]...\nPrints lines that match.";
    "sed" super::sed::main, BIN, BB, "sed", "[OPTION]... [SCRIPT] [FILE]...\nEdits lines as they pass.";
    "sleep" super::sleep::main, BIN, BB, "coreutils", "NUMBER[smhd]...\nWaits for the sum of the given times.";
    "true" super::truth::yes, BIN, BB, "coreutils", "\nEnds with status 0.";
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_table_is_sorted() {
        assert!(PROGRAMS.windows(2).all(|w| w[0].name < w[1].name));
        let _ = (SBIN, BBU, BBS, NONE);
    }
}
