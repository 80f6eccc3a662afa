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
    "basename" super::basename::main, BIN, BBU, "coreutils", "NAME [SUFFIX]\nPrints NAME without leading directories and without SUFFIX.";
    "chgrp" super::chown::chgrp, BIN, BB, "coreutils", "[-RcfvhHLP] GROUP FILE...\nChanges the group of each FILE.";
    "chmod" super::chmod::main, BIN, BB, "coreutils", "[-Rcfv] MODE[,MODE]... FILE...\nChanges the permission bits of each FILE.";
    "chown" super::chown::main, BIN, BB, "coreutils", "[-RcfvhHLP] OWNER[:[GROUP]] FILE...\nChanges the owner and group of each FILE.";
    "cp" super::cp::main, BIN, BB, "coreutils", "[OPTION]... SOURCE... DEST\nCopies SOURCE to DEST, or several SOURCEs into a directory.";
    "dir" super::ls::dir, BIN, NONE, "coreutils", "[OPTION]... [FILE]...\nLists files in columns.";
    "dirname" super::dirname::main, BIN, BBU, "coreutils", "NAME\nPrints NAME without its last part.";
    "du" super::du::main, BIN, BBU, "coreutils", "[-aHLdclsxhmk] [FILE]...\nSums up the space that files take.";
    "false" super::truth::no, BIN, BB, "coreutils", "\nEnds with status 1.";
    "find" super::find::main, BIN, BBU, "findutils", "[-HL] [PATH]... [OPTIONS] [ACTIONS]\nSearches for files and does something with each that is found.";
    "link" super::ln::plain, BIN, BB, "coreutils", "FILE LINK\nMakes a hard link LINK to FILE.";
    "ln" super::ln::main, BIN, BB, "coreutils", "[-sfnrvbTt] TARGET... LINK|DIR\nMakes links to TARGETs.";
    "ls" super::ls::main, BIN, BB, "coreutils", "[-1AaCxdLHRFplinshrSXvctu] [-w WIDTH] [FILE]...\nLists files.";
    "mkdir" super::mkdir::main, BIN, BB, "coreutils", "[-m MODE] [-pv] DIRECTORY...\nMakes DIRECTORYs.";
    "mktemp" super::mktemp::main, BIN, BB, "coreutils", "[-dqut] [-p DIR] [TEMPLATE]\nMakes a temporary file or directory and prints its name.";
    "mv" super::mv::main, BIN, BB, "coreutils", "[-finuv] SOURCE... DEST\nRenames SOURCE to DEST, or moves SOURCEs into a directory.";
    "readlink" super::readlink::main, BIN, BBU, "coreutils", "[-fnv] FILE\nPrints the target of a symbolic link, or a canonical path.";
    "realpath" super::realpath::main, BIN, BBU, "coreutils", "FILE...\nPrints the absolute path of each FILE, without links.";
    "rm" super::rm::main, BIN, BB, "coreutils", "[-irfv] FILE...\nRemoves FILEs.";
    "rmdir" super::rmdir::main, BIN, BB, "coreutils", "[-p] DIRECTORY...\nRemoves DIRECTORYs that are empty.";
    "sed" super::sed::main, BIN, BB, "sed", "[OPTION]... [SCRIPT] [FILE]...\nEdits lines as they pass.";
    "sleep" super::sleep::main, BIN, BB, "coreutils", "NUMBER[smhd]...\nWaits for the sum of the given times.";
    "stat" super::stat::main, BIN, BB, "coreutils", "[-ltf] [-c FMT] FILE...\nShows attributes of files, or of filesystems with -f.";
    "touch" super::touch::main, BIN, BB, "coreutils", "[-cham] [-d DATE] [-t STAMP] [-r FILE] FILE...\nSets the times of each FILE, making those that are missing.";
    "tree" super::tree::main, BIN, BBU, "tree", "[DIR]...\nDraws directories as a tree.";
    "true" super::truth::yes, BIN, BB, "coreutils", "\nEnds with status 0.";
    "vdir" super::ls::vdir, BIN, NONE, "coreutils", "[OPTION]... [FILE]...\nLists files with their attributes.";
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
