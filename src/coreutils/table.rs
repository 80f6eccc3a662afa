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
    "[" super::test::bracket, BIN, BBU, "coreutils", "[EXPRESSION] ]\nEnds with status 0 if the condition holds.";
    "arch" super::machine::arch::main, BIN, BB, "coreutils", "\nPrints the kind of processor.";
    "awk" super::awk::main, BIN, BBU, "mawk", "[-F SEP] [-v VAR=VALUE] [-f FILE | 'PROGRAM'] [FILE]...\nRuns a program on every line that its patterns match.";
    "base32" super::base64::base32, BIN, BBU, "coreutils", "[OPTION]... [FILE]\nEncodes bytes as text, or decodes them.";
    "base64" super::base64::base64, BIN, BBU, "coreutils", "[OPTION]... [FILE]\nEncodes bytes as text, or decodes them.";
    "basename" super::basename::main, BIN, BBU, "coreutils", "NAME [SUFFIX]\nPrints NAME without leading directories and without SUFFIX.";
    "cat" super::cat::main, BIN, BB, "coreutils", "[OPTION]... [FILE]...\nPrints files one after the other.";
    "chgrp" super::chown::chgrp, BIN, BB, "coreutils", "[-RcfvhHLP] GROUP FILE...\nChanges the group of each FILE.";
    "chmod" super::chmod::main, BIN, BB, "coreutils", "[-Rcfv] MODE[,MODE]... FILE...\nChanges the permission bits of each FILE.";
    "chown" super::chown::main, BIN, BB, "coreutils", "[-RcfvhHLP] OWNER[:[GROUP]] FILE...\nChanges the owner and group of each FILE.";
    "cksum" super::cksum::main, BIN, BBU, "coreutils", "[FILE]...\nPrints checksum and size of each file.";
    "cmp" super::cmp::main, BIN, BBU, "diffutils", "[OPTION]... FILE1 [FILE2 [SKIP1 [SKIP2]]]\nFinds where two files differ.";
    "comm" super::comm::main, BIN, BBU, "coreutils", "[OPTION]... FILE1 FILE2\nCompares sorted files line by line.";
    "cp" super::cp::main, BIN, BB, "coreutils", "[OPTION]... SOURCE... DEST\nCopies SOURCE to DEST, or several SOURCEs into a directory.";
    "cut" super::cut::main, BIN, BBU, "coreutils", "OPTION... [FILE]...\nPrints parts of each line.";
    "date" super::machine::date::main, BIN, BB, "coreutils", "[OPTION]... [+FORMAT]\nPrints the time, or that of -d STRING, -r FILE, in a FORMAT.";
    "dd" super::dd::main, BIN, BB, "coreutils", "[if=FILE] [of=FILE] [bs=N] [count=N] [skip=N] [seek=N] [conv=...]\nCopies blocks from one file to another.";
    "df" super::df::main, BIN, BB, "coreutils", "[-PkmhTai] [-B SIZE] [-t TYPE] [FILESYSTEM]...\nShows how much room filesystems have.";
    "diff" super::diff::main, BIN, BBU, "diffutils", "[OPTION]... FILE1 FILE2\nShows how files differ.";
    "dir" super::ls::dir, BIN, NONE, "coreutils", "[OPTION]... [FILE]...\nLists files in columns.";
    "dirname" super::dirname::main, BIN, BBU, "coreutils", "NAME\nPrints NAME without its last part.";
    "du" super::du::main, BIN, BBU, "coreutils", "[-aHLdclsxhmk] [FILE]...\nSums up the space that files take.";
    "echo" super::echo::main, BIN, BB, "coreutils", "[-neE] [STRING]...\nPrints its arguments.";
    "egrep" super::grep::extended, BIN, BB, "grep", "[OPTION]... PATTERNS [FILE]...\nPrints lines that match extended patterns.";
    "env" super::process::env::main, BIN, BBU, "coreutils", "[OPTION]... [-] [NAME=VALUE]... [COMMAND [ARG]...]\nRuns COMMAND with variables set, or prints the environment.";
    "expand" super::expand::expand, BIN, BBU, "coreutils", "[OPTION]... [FILE]...\nTurns tabs into blanks.";
    "expr" super::expr::main, BIN, BBU, "coreutils", "EXPRESSION\nPrints the value of an expression.";
    "factor" super::factor::main, BIN, BBU, "coreutils", "[NUMBER]...\nPrints the prime factors of numbers.";
    "false" super::truth::no, BIN, BB, "coreutils", "\nEnds with status 1.";
    "fgrep" super::grep::fixed, BIN, BB, "grep", "[OPTION]... PATTERNS [FILE]...\nPrints lines that contain one of the texts.";
    "find" super::find::main, BIN, BBU, "findutils", "[-HL] [PATH]... [OPTIONS] [ACTIONS]\nSearches for files and does something with each that is found.";
    "findmnt" super::findmnt::main, BIN, NONE, "util-linux", "[OPTION]... [DEVICE|MOUNTPOINT]\nFinds mounts.";
    "fold" super::fold::main, BIN, BBU, "coreutils", "[OPTION]... [FILE]...\nBreaks long lines.";
    "grep" super::grep::main, BIN, BB, "grep", "[OPTION]... PATTERNS [FILE]...\nPrints lines that match.";
    "groups" super::account::groups::main, BIN, BBU, "coreutils", "[USERNAME]...\nPrints the groups that a user is in.";
    "hd" super::hexdump::canonical, BIN, BBU, "bsdextrautils", "[FILE]...\nPrints bytes in hexadecimal and as text.";
    "head" super::head::main, BIN, BBU, "coreutils", "[OPTION]... [FILE]...\nPrints the beginning of files.";
    "hexdump" super::hexdump::main, BIN, BBU, "bsdextrautils", "[-bcCdovx] [-n LENGTH] [-s OFFSET] [FILE]...\nPrints bytes in hexadecimal.";
    "hostname" super::machine::hostname::main, BIN, BB, "hostname", "[-sidfI] [NAME|-F FILE]\nShows or sets the host name.";
    "id" super::account::id::main, BIN, BBU, "coreutils", "[OPTION]... [USER]...\nPrints user and group numbers and names.";
    "join" super::join::main, BIN, NONE, "coreutils", "[OPTION]... FILE1 FILE2\nJoins lines that share a field.";
    "jq" super::jq::main, BIN, NONE, "jq", "[OPTION]... FILTER [FILE]...\nRuns a filter on JSON values.";
    "kill" super::process::kill::main, BIN, BB, "procps", "[-s SIGNAL|-SIGNAL] PID...\nSends a signal to processes.";
    "link" super::ln::plain, BIN, BB, "coreutils", "FILE LINK\nMakes a hard link LINK to FILE.";
    "ln" super::ln::main, BIN, BB, "coreutils", "[-sfnrvbTt] TARGET... LINK|DIR\nMakes links to TARGETs.";
    "logname" super::account::logname::main, BIN, NONE, "coreutils", "\nPrints the name that the user has logged in by.";
    "ls" super::ls::main, BIN, BB, "coreutils", "[-1AaCxdLHRFplinshrSXvctu] [-w WIDTH] [FILE]...\nLists files.";
    "lsblk" super::findmnt::lsblk, BIN, NONE, "util-linux", "[OPTION]...\nLists block devices.";
    "md5sum" super::digest::md5sum, BIN, BBU, "coreutils", "[OPTION]... [FILE]...\nPrints or checks MD5 sums.";
    "mkdir" super::mkdir::main, BIN, BB, "coreutils", "[-m MODE] [-pv] DIRECTORY...\nMakes DIRECTORYs.";
    "mktemp" super::mktemp::main, BIN, BB, "coreutils", "[-dqut] [-p DIR] [TEMPLATE]\nMakes a temporary file or directory and prints its name.";
    "mount" super::mount::main, BIN, BB, "mount", "[-t TYPE] [-o OPTIONS] [SOURCE DIRECTORY]\nLists mounts, or mounts a tmpfs or another directory.";
    "mountpoint" super::umount::point, BIN, BB, "util-linux", "[-qd] DIRECTORY\nSays whether a directory is a mount point.";
    "mv" super::mv::main, BIN, BB, "coreutils", "[-finuv] SOURCE... DEST\nRenames SOURCE to DEST, or moves SOURCEs into a directory.";
    "nl" super::nl::main, BIN, BBU, "coreutils", "[OPTION]... [FILE]...\nNumbers lines.";
    "od" super::od::main, BIN, BBU, "coreutils", "[OPTION]... [FILE]...\nPrints bytes as octal or other numbers.";
    "paste" super::paste::main, BIN, BBU, "coreutils", "[OPTION]... [FILE]...\nPrints the lines of files side by side.";
    "printenv" super::process::printenv::main, BIN, BBU, "coreutils", "[-0] [VARIABLE]...\nPrints the environment, or some of it.";
    "printf" super::printf::main, BIN, BBU, "coreutils", "FORMAT [ARGUMENT]...\nPrints arguments by a format.";
    "ps" super::process::ps::main, BIN, BB, "procps", "[OPTION]...\nShows processes.";
    "readlink" super::readlink::main, BIN, BBU, "coreutils", "[-fnv] FILE\nPrints the target of a symbolic link, or a canonical path.";
    "realpath" super::realpath::main, BIN, BBU, "coreutils", "FILE...\nPrints the absolute path of each FILE, without links.";
    "rev" super::rev::main, BIN, BBU, "util-linux", "[FILE]...\nPrints each line backwards.";
    "rm" super::rm::main, BIN, BB, "coreutils", "[-irfv] FILE...\nRemoves FILEs.";
    "rmdir" super::rmdir::main, BIN, BB, "coreutils", "[-p] DIRECTORY...\nRemoves DIRECTORYs that are empty.";
    "sed" super::sed::main, BIN, BB, "sed", "[OPTION]... [SCRIPT] [FILE]...\nEdits lines as they pass.";
    "seq" super::seq::main, BIN, BBU, "coreutils", "[OPTION]... [FIRST [STEP]] LAST\nPrints numbers from FIRST to LAST.";
    "sha1sum" super::digest::sha1sum, BIN, BBU, "coreutils", "[OPTION]... [FILE]...\nPrints or checks SHA-1 sums.";
    "sha224sum" super::digest::sha224sum, BIN, NONE, "coreutils", "[OPTION]... [FILE]...\nPrints or checks SHA-224 sums.";
    "sha256sum" super::digest::sha256sum, BIN, BBU, "coreutils", "[OPTION]... [FILE]...\nPrints or checks SHA-256 sums.";
    "sha384sum" super::digest::sha384sum, BIN, NONE, "coreutils", "[OPTION]... [FILE]...\nPrints or checks SHA-384 sums.";
    "sha512sum" super::digest::sha512sum, BIN, BBU, "coreutils", "[OPTION]... [FILE]...\nPrints or checks SHA-512 sums.";
    "shuf" super::shuf::main, BIN, BBU, "coreutils", "[OPTION]... [FILE]\nPrints lines in random order.";
    "sleep" super::sleep::main, BIN, BB, "coreutils", "NUMBER[smhd]...\nWaits for the sum of the given times.";
    "sort" super::sort::main, BIN, BBU, "coreutils", "[OPTION]... [FILE]...\nSorts lines.";
    "split" super::split::main, BIN, BBU, "coreutils", "[OPTION]... [FILE [PREFIX]]\nCuts a file into pieces.";
    "stat" super::stat::main, BIN, BB, "coreutils", "[-ltf] [-c FMT] FILE...\nShows attributes of files, or of filesystems with -f.";
    "strings" super::strings::main, BIN, BBU, "binutils", "[OPTION]... [FILE]...\nPrints the text in files.";
    "su" super::account::su::main, BIN, BB, "util-linux", "[-] [-c COMMAND] [-s SHELL] [USER [ARGUMENT]...]\nRuns a shell as another user.";
    "sudo" super::account::sudo::main, BIN, NONE, "sudo", "[-EHins] [-u USER] [-g GROUP] [NAME=VALUE]... [COMMAND [ARG]...]\nRuns a command as another user.";
    "sum" super::cksum::sum, BIN, BBU, "coreutils", "[-rs] [FILE]...\nPrints checksum and blocks of each file.";
    "tac" super::tac::main, BIN, BBU, "coreutils", "[OPTION]... [FILE]...\nPrints files, the last line first.";
    "tail" super::tail::main, BIN, BBU, "coreutils", "[OPTION]... [FILE]...\nPrints the end of files.";
    "tee" super::tee::main, BIN, BBU, "coreutils", "[OPTION]... [FILE]...\nCopies its input to files and to its output.";
    "test" super::test::test, BIN, BBU, "coreutils", "[EXPRESSION]\nEnds with status 0 if the condition holds.";
    "timeout" super::process::timeout::main, BIN, BBU, "coreutils", "[OPTION] DURATION COMMAND [ARG]...\nRuns COMMAND, and ends it when the time is over.";
    "touch" super::touch::main, BIN, BB, "coreutils", "[-cham] [-d DATE] [-t STAMP] [-r FILE] FILE...\nSets the times of each FILE, making those that are missing.";
    "tr" super::tr::main, BIN, BBU, "coreutils", "[OPTION]... SET1 [SET2]\nReplaces, squeezes or deletes characters.";
    "tree" super::tree::main, BIN, BBU, "tree", "[DIR]...\nDraws directories as a tree.";
    "true" super::truth::yes, BIN, BB, "coreutils", "\nEnds with status 0.";
    "tsort" super::tsort::main, BIN, BBU, "coreutils", "[FILE]\nPrints names in an order that agrees with the pairs given.";
    "umount" super::umount::main, BIN, BB, "mount", "[-lv] DIRECTORY...\nTakes mounts away.";
    "uname" super::machine::uname::main, BIN, BB, "coreutils", "[-asnrvmpio]\nPrints what the system is called.";
    "unexpand" super::expand::unexpand, BIN, BBU, "coreutils", "[OPTION]... [FILE]...\nTurns blanks into tabs.";
    "uniq" super::uniq::main, BIN, BBU, "coreutils", "[OPTION]... [INPUT [OUTPUT]]\nLeaves out lines that repeat the one before.";
    "vdir" super::ls::vdir, BIN, NONE, "coreutils", "[OPTION]... [FILE]...\nLists files with their attributes.";
    "wc" super::wc::main, BIN, BBU, "coreutils", "[OPTION]... [FILE]...\nCounts lines, words and bytes.";
    "whoami" super::account::whoami::main, BIN, BBU, "coreutils", "\nPrints the name of the effective user.";
    "xargs" super::xargs::main, BIN, BBU, "findutils", "[OPTION]... [COMMAND [ARGUMENT]...]\nRuns a command with arguments read from its input.";
    "yes" super::yes::main, BIN, BBU, "coreutils", "[STRING]...\nPrints a line over and over.";
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
