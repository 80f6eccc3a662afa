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
    "addgroup" super::account::adduser::addgroup, SBIN, BBU, "adduser", "[-g GID] [-S] [USER] GROUP\nAdds a group, or a user to a group.";
    "adduser" super::account::adduser::adduser, SBIN, BBU, "adduser", "[OPTIONS] USER [GROUP]\nAdds a user, or adds a user to a group.";
    "apk" super::admin::packages::apk::main, SBIN, NONE, "apk-tools", "COMMAND [PACKAGE]...\nManages packages.";
    "apt" super::admin::packages::apt::main, BIN, NONE, "apt", "COMMAND [PACKAGE]...\nManages packages.";
    "apt-get" super::admin::packages::apt::main, BIN, NONE, "apt", "COMMAND [PACKAGE]...\nManages packages.";
    "arch" super::machine::arch::main, BIN, BB, "coreutils", "\nPrints the kind of processor.";
    "awk" super::awk::main, BIN, BBU, "mawk", "[-F SEP] [-v VAR=VALUE] [-f FILE | 'PROGRAM'] [FILE]...\nRuns a program on every line that its patterns match.";
    "base32" super::base64::base32, BIN, BBU, "coreutils", "[OPTION]... [FILE]\nEncodes bytes as text, or decodes them.";
    "base64" super::base64::base64, BIN, BBU, "coreutils", "[OPTION]... [FILE]\nEncodes bytes as text, or decodes them.";
    "basename" super::basename::main, BIN, BBU, "coreutils", "NAME [SUFFIX]\nPrints NAME without leading directories and without SUFFIX.";
    "bc" super::bc::main, BIN, BBU, "bc", "[-lqs] [FILE]...\nCalculates with any precision.";
    "bunzip2" super::squeeze::bunzip2, BIN, BBU, "bzip2", "[-cfkt] [FILE]...\nDecompresses FILEs, or standard input.";
    "bzcat" super::squeeze::bzcat, BIN, BBU, "bzip2", "[FILE]...\nDecompresses to standard output.";
    "bzip2" super::squeeze::bzip2, BIN, BBU, "bzip2", "[-cfkdt123456789] [FILE]...\nCompresses FILEs, or standard input.";
    "cal" super::machine::cal::main, BIN, BBU, "ncal", "[-13my] [[MONTH] YEAR]\nShows a calendar.";
    "cat" super::cat::main, BIN, BB, "coreutils", "[OPTION]... [FILE]...\nPrints files one after the other.";
    "chattr" super::attr::chattr, BIN, BB, "e2fsprogs", "[-R] [-+=ATTRIBUTES] FILE...\nChanges file attributes.";
    "chgrp" super::chown::chgrp, BIN, BB, "coreutils", "[-RcfvhHLP] GROUP FILE...\nChanges the group of each FILE.";
    "chmod" super::chmod::main, BIN, BB, "coreutils", "[-Rcfv] MODE[,MODE]... FILE...\nChanges the permission bits of each FILE.";
    "chown" super::chown::main, BIN, BB, "coreutils", "[-RcfvhHLP] OWNER[:[GROUP]] FILE...\nChanges the owner and group of each FILE.";
    "chpasswd" super::account::passwd::chpasswd, SBIN, BBU, "passwd", "[-e]\nSets passwords from lines of USER:PASSWORD.";
    "chroot" super::process::chroot::main, SBIN, BBU, "coreutils", "[OPTION] NEWROOT [COMMAND [ARG]...]\nRuns COMMAND with NEWROOT as the root directory.";
    "cksum" super::cksum::main, BIN, BBU, "coreutils", "[FILE]...\nPrints checksum and size of each file.";
    "clear" super::machine::clear::clear, BIN, BBU, "ncurses-bin", "\nClears the terminal.";
    "cmp" super::cmp::main, BIN, BBU, "diffutils", "[OPTION]... FILE1 [FILE2 [SKIP1 [SKIP2]]]\nFinds where two files differ.";
    "column" super::column::main, BIN, NONE, "bsdextrautils", "[OPTION]... [FILE]...\nPuts lines into columns.";
    "comm" super::comm::main, BIN, BBU, "coreutils", "[OPTION]... FILE1 FILE2\nCompares sorted files line by line.";
    "cp" super::cp::main, BIN, BB, "coreutils", "[OPTION]... SOURCE... DEST\nCopies SOURCE to DEST, or several SOURCEs into a directory.";
    "cpio" super::cpio::main, BIN, BBU, "cpio", "[-dmvu] [-F FILE] [-H newc] [-tio] [MEMBER]...\nPuts files named on standard input into an archive, or takes them out.";
    "csplit" super::csplit::main, BIN, NONE, "coreutils", "[OPTION]... FILE PATTERN...\nCuts a file at lines and patterns.";
    "curl" super::net::curl::main, BIN, NONE, "curl", "[options...] <url>\nTransfers data from or to a server.";
    "cut" super::cut::main, BIN, BBU, "coreutils", "OPTION... [FILE]...\nPrints parts of each line.";
    "date" super::machine::date::main, BIN, BB, "coreutils", "[OPTION]... [+FORMAT]\nPrints the time, or that of -d STRING, -r FILE, in a FORMAT.";
    "dc" super::dc::main, BIN, BBU, "dc", "[-e EXPRESSION] [-f FILE] [FILE]...\nCalculates on a stack, with any precision.";
    "dd" super::dd::main, BIN, BB, "coreutils", "[if=FILE] [of=FILE] [bs=N] [count=N] [skip=N] [seek=N] [conv=...]\nCopies blocks from one file to another.";
    "delgroup" super::account::adduser::delgroup, SBIN, BBU, "adduser", "[USER] GROUP\nRemoves a group, or a user from a group.";
    "deluser" super::account::adduser::deluser, SBIN, BBU, "adduser", "[--remove-home] USER\nRemoves a user.";
    "df" super::df::main, BIN, BB, "coreutils", "[-PkmhTai] [-B SIZE] [-t TYPE] [FILESYSTEM]...\nShows how much room filesystems have.";
    "diff" super::diff::main, BIN, BBU, "diffutils", "[OPTION]... FILE1 FILE2\nShows how files differ.";
    "dir" super::ls::dir, BIN, NONE, "coreutils", "[OPTION]... [FILE]...\nLists files in columns.";
    "dirname" super::dirname::main, BIN, BBU, "coreutils", "NAME\nPrints NAME without its last part.";
    "dmesg" super::machine::dmesg::main, BIN, BB, "util-linux", "[OPTION]...\nShows the kernel's messages.";
    "dos2unix" super::dos2unix::dos2unix, BIN, BBU, "dos2unix", "[OPTION]... [FILE]... [-n INFILE OUTFILE]...\nTurns the line ends of DOS into those of Unix.";
    "dpkg" super::admin::packages::dpkg::main, BIN, NONE, "dpkg", "OPTION\nManages packages.";
    "du" super::du::main, BIN, BBU, "coreutils", "[-aHLdclsxhmk] [FILE]...\nSums up the space that files take.";
    "echo" super::echo::main, BIN, BB, "coreutils", "[-neE] [STRING]...\nPrints its arguments.";
    "editor" super::admin::editor::main, BIN, NONE, "nano", "FILE...\nEdits files.";
    "egrep" super::grep::extended, BIN, BB, "grep", "[OPTION]... PATTERNS [FILE]...\nPrints lines that match extended patterns.";
    "env" super::process::env::main, BIN, BBU, "coreutils", "[OPTION]... [-] [NAME=VALUE]... [COMMAND [ARG]...]\nRuns COMMAND with variables set, or prints the environment.";
    "expand" super::expand::expand, BIN, BBU, "coreutils", "[OPTION]... [FILE]...\nTurns tabs into blanks.";
    "expr" super::expr::main, BIN, BBU, "coreutils", "EXPRESSION\nPrints the value of an expression.";
    "factor" super::factor::main, BIN, BBU, "coreutils", "[NUMBER]...\nPrints the prime factors of numbers.";
    "fallocate" super::truncate::fallocate, BIN, BBU, "util-linux", "[-o OFFSET] -l LENGTH FILE\nTakes room for a file.";
    "false" super::truth::no, BIN, BB, "coreutils", "\nEnds with status 1.";
    "fgrep" super::grep::fixed, BIN, BB, "grep", "[OPTION]... PATTERNS [FILE]...\nPrints lines that contain one of the texts.";
    "file" super::file::main, BIN, NONE, "file", "[-bhiLNsz0] [-f NAMEFILE] [-F SEPARATOR] FILE...\nSays what kind of data each FILE holds.";
    "find" super::find::main, BIN, BBU, "findutils", "[-HL] [PATH]... [OPTIONS] [ACTIONS]\nSearches for files and does something with each that is found.";
    "findmnt" super::findmnt::main, BIN, NONE, "util-linux", "[OPTION]... [DEVICE|MOUNTPOINT]\nFinds mounts.";
    "flock" super::admin::flock::main, BIN, BBU, "util-linux", "[OPTION] FILE|NUMBER [COMMAND [ARG]...]\nHolds a lock on FILE while COMMAND runs.";
    "fmt" super::fmt::main, BIN, NONE, "coreutils", "[-WIDTH] [OPTION]... [FILE]...\nFills paragraphs.";
    "fold" super::fold::main, BIN, BBU, "coreutils", "[OPTION]... [FILE]...\nBreaks long lines.";
    "free" super::machine::free::main, BIN, BBU, "procps", "[-bkmgh]\nShows how much memory is used.";
    "getconf" super::machine::getconf::main, BIN, BBU, "libc-bin", "NAME\nPrints a limit of the system.";
    "getent" super::account::getent::main, BIN, BBU, "libc-bin", "DATABASE [KEY]...\nPrints entries of a database.";
    "getfattr" super::attr::getfattr, BIN, NONE, "attr", "[-h] {-d|-n ATTR} FILE...\nShows extended attributes.";
    "getopt" super::getopt_tool::main, BIN, NONE, "util-linux", "OPTSTRING PARAMETERS\nPuts the options of a script into order.";
    "grep" super::grep::main, BIN, BB, "grep", "[OPTION]... PATTERNS [FILE]...\nPrints lines that match.";
    "groupadd" super::account::groupadd::groupadd, SBIN, NONE, "passwd", "[-g GID] [-r] GROUP\nAdds a group.";
    "groupdel" super::account::groupadd::groupdel, SBIN, NONE, "passwd", "GROUP\nRemoves a group.";
    "groupmod" super::account::groupadd::groupmod, SBIN, NONE, "passwd", "[-g GID] [-n NAME] GROUP\nChanges a group.";
    "groups" super::account::groups::main, BIN, BBU, "coreutils", "[USERNAME]...\nPrints the groups that a user is in.";
    "gunzip" super::gzip::gunzip, BIN, BB, "gzip", "[-cfkt] [FILE]...\nDecompresses FILEs, or standard input.";
    "gzip" super::gzip::main, BIN, BB, "gzip", "[-cfkdt] [FILE]...\nCompresses FILEs, or standard input.";
    "halt" super::admin::power::halt, SBIN, BBS, "systemd-sysv", "[-f]\nHalts the machine.";
    "hd" super::hexdump::canonical, BIN, BBU, "bsdextrautils", "[FILE]...\nPrints bytes in hexadecimal and as text.";
    "head" super::head::main, BIN, BBU, "coreutils", "[OPTION]... [FILE]...\nPrints the beginning of files.";
    "hexdump" super::hexdump::main, BIN, BBU, "bsdextrautils", "[-bcCdovx] [-n LENGTH] [-s OFFSET] [FILE]...\nPrints bytes in hexadecimal.";
    "hostname" super::machine::hostname::main, BIN, BB, "hostname", "[-sidfI] [NAME|-F FILE]\nShows or sets the host name.";
    "httpd" super::net::httpd::main, NONE, BBS, "busybox", "[-fv] [-p [IP:]PORT] [-h HOME]\nor httpd -d/-e STRING\nServes the files below a directory by HTTP.";
    "id" super::account::id::main, BIN, BBU, "coreutils", "[OPTION]... [USER]...\nPrints user and group numbers and names.";
    "ifconfig" super::net::ifconfig::main, SBIN, BBS, "net-tools", "[INTERFACE]\nShows network interfaces.";
    "install" super::install::main, BIN, BBU, "coreutils", "[-cdDsp] [-o USER] [-g GROUP] [-m MODE] SOURCE... DEST\nCopies files and sets their attributes.";
    "ip" super::net::ip::main, BIN, BBS, "iproute2", "addr|link|route [show] [dev NAME]\nShows addresses, interfaces and routes.";
    "join" super::join::main, BIN, NONE, "coreutils", "[OPTION]... FILE1 FILE2\nJoins lines that share a field.";
    "journalctl" super::admin::journalctl::main, BIN, NONE, "systemd", "[-f] [-n LINES] [-u UNIT]\nShows what services have logged.";
    "jq" super::jq::main, BIN, NONE, "jq", "[OPTION]... FILTER [FILE]...\nRuns a filter on JSON values.";
    "kill" super::process::kill::main, BIN, BB, "procps", "[-s SIGNAL|-SIGNAL] PID...\nSends a signal to processes.";
    "killall" super::process::killall::main, BIN, BBU, "psmisc", "[-SIGNAL] NAME...\nSends a signal to processes by name.";
    "less" super::pager::less, BIN, BBU, "less", "[OPTION]... [FILE]...\nShows text a screen at a time.";
    "link" super::ln::plain, BIN, BB, "coreutils", "FILE LINK\nMakes a hard link LINK to FILE.";
    "ln" super::ln::main, BIN, BB, "coreutils", "[-sfnrvbTt] TARGET... LINK|DIR\nMakes links to TARGETs.";
    "logger" super::machine::logger::main, BIN, BBU, "bsdutils", "[-s] [-t TAG] [MESSAGE]\nWrites a line into the system's log.";
    "logname" super::account::logname::main, BIN, NONE, "coreutils", "\nPrints the name that the user has logged in by.";
    "look" super::look::main, BIN, NONE, "bsdextrautils", "[-adf] [-t CHAR] STRING [FILE]\nPrints the lines of a sorted file that begin with STRING.";
    "ls" super::ls::main, BIN, BB, "coreutils", "[-1AaCxdLHRFplinshrSXvctu] [-w WIDTH] [FILE]...\nLists files.";
    "lsattr" super::attr::lsattr, BIN, BB, "e2fsprogs", "[-Radlpv] [FILE]...\nLists file attributes.";
    "lsblk" super::findmnt::lsblk, BIN, NONE, "util-linux", "[OPTION]...\nLists block devices.";
    "lscpu" super::machine::lscpu::main, BIN, NONE, "util-linux", "\nShows the processors.";
    "lsof" super::machine::lsof::main, BIN, BBU, "lsof", "[-p PID] [-u USER] [FILE]...\nShows open files.";
    "man" super::admin::man::main, BIN, NONE, "man-db", "NAME...\nShows what a program does.";
    "md5sum" super::digest::md5sum, BIN, BBU, "coreutils", "[OPTION]... [FILE]...\nPrints or checks MD5 sums.";
    "mesg" super::admin::mesg::main, BIN, BB, "util-linux", "[y|n]\nSays whether others may write to this terminal.";
    "mkdir" super::mkdir::main, BIN, BB, "coreutils", "[-m MODE] [-pv] DIRECTORY...\nMakes DIRECTORYs.";
    "mkfifo" super::mknod::fifo, BIN, BBU, "coreutils", "[-m MODE] NAME...\nMakes FIFOs.";
    "mknod" super::mknod::main, BIN, BB, "coreutils", "[-m MODE] NAME TYPE [MAJOR MINOR]\nMakes a special file.";
    "mktemp" super::mktemp::main, BIN, BB, "coreutils", "[-dqut] [-p DIR] [TEMPLATE]\nMakes a temporary file or directory and prints its name.";
    "more" super::pager::more, BIN, BB, "util-linux", "[OPTION]... [FILE]...\nShows text a screen at a time.";
    "mount" super::mount::main, BIN, BB, "mount", "[-t TYPE] [-o OPTIONS] [SOURCE DIRECTORY]\nLists mounts, or mounts a tmpfs or another directory.";
    "mountpoint" super::umount::point, BIN, BB, "util-linux", "[-qd] DIRECTORY\nSays whether a directory is a mount point.";
    "mv" super::mv::main, BIN, BB, "coreutils", "[-finuv] SOURCE... DEST\nRenames SOURCE to DEST, or moves SOURCEs into a directory.";
    "nano" super::admin::editor::main, BIN, NONE, "nano", "FILE...\nEdits files.";
    "nc" super::net::nc::main, BIN, BBU, "netcat-openbsd", "[-l] [-p PORT] [-vz] [HOST] [PORT]\nSends standard input to a port, and prints what comes back.";
    "netstat" super::net::ss::netstat, BIN, BB, "net-tools", "[-tlnap]\nShows connections.";
    "nice" super::process::nice::main, BIN, BB, "coreutils", "[-n N] [COMMAND [ARG]...]\nRuns COMMAND with another priority.";
    "nl" super::nl::main, BIN, BBU, "coreutils", "[OPTION]... [FILE]...\nNumbers lines.";
    "nohup" super::process::nohup::main, BIN, BBU, "coreutils", "COMMAND [ARG]...\nRuns COMMAND so that a hang-up does not end it.";
    "nproc" super::machine::nproc::main, BIN, BBU, "coreutils", "[--all] [--ignore=N]\nPrints how many processors there are.";
    "nsenter" super::admin::namespaces::nsenter, BIN, BBU, "util-linux", "[OPTION] COMMAND\nRuns COMMAND in other namespaces.";
    "nslookup" super::net::nslookup::main, BIN, BBU, "dnsutils", "NAME\nPrints the addresses of a name.";
    "numfmt" super::numfmt::main, BIN, NONE, "coreutils", "[OPTION]... [NUMBER]...\nConverts numbers from and to readable forms.";
    "od" super::od::main, BIN, BBU, "coreutils", "[OPTION]... [FILE]...\nPrints bytes as octal or other numbers.";
    "passwd" super::account::passwd::passwd, BIN, BBU, "passwd", "[-dluS] [USER]\nChanges a password.";
    "paste" super::paste::main, BIN, BBU, "coreutils", "[OPTION]... [FILE]...\nPrints the lines of files side by side.";
    "patch" super::patch::main, BIN, BBU, "patch", "[OPTION]... [FILE [PATCHFILE]]\nApplies the changes that diff printed.";
    "pgrep" super::process::pgrep::pgrep, BIN, BBU, "procps", "[OPTION] PATTERN\nPrints the numbers of matching processes.";
    "pidof" super::process::pidof::main, BIN, BB, "procps", "[-s] NAME...\nPrints the numbers of a program's processes.";
    "ping" super::net::ping::main, BIN, BB, "iputils-ping", "[-c COUNT] [-i SECONDS] HOST\nAsks a host to answer.";
    "pkill" super::process::pgrep::pkill, BIN, BBU, "procps", "[-SIGNAL] [OPTION] PATTERN\nSends a signal to matching processes.";
    "poweroff" super::admin::power::poweroff, SBIN, BBS, "systemd-sysv", "[-f]\nSwitches the machine off.";
    "pr" super::pr::main, BIN, NONE, "coreutils", "[OPTION]... [FILE]...\nSets files in pages, with headings and in columns.";
    "printenv" super::process::printenv::main, BIN, BBU, "coreutils", "[-0] [VARIABLE]...\nPrints the environment, or some of it.";
    "printf" super::printf::main, BIN, BBU, "coreutils", "FORMAT [ARGUMENT]...\nPrints arguments by a format.";
    "ps" super::process::ps::main, BIN, BB, "procps", "[OPTION]...\nShows processes.";
    "pwd" super::pwd::main, BIN, BB, "coreutils", "[-LP]\nPrints the working directory.";
    "readlink" super::readlink::main, BIN, BBU, "coreutils", "[-fnv] FILE\nPrints the target of a symbolic link, or a canonical path.";
    "realpath" super::realpath::main, BIN, BBU, "coreutils", "FILE...\nPrints the absolute path of each FILE, without links.";
    "reboot" super::admin::power::reboot, SBIN, BBS, "systemd-sysv", "[-f]\nStarts the machine anew.";
    "renice" super::process::renice::main, BIN, BBU, "util-linux", "[-n] PRIORITY [-p|-g|-u] ID...\nChanges priorities.";
    "reset" super::machine::clear::reset, BIN, BBU, "ncurses-bin", "\nResets the terminal.";
    "rev" super::rev::main, BIN, BBU, "util-linux", "[FILE]...\nPrints each line backwards.";
    "rm" super::rm::main, BIN, BB, "coreutils", "[-irfv] FILE...\nRemoves FILEs.";
    "rmdir" super::rmdir::main, BIN, BB, "coreutils", "[-p] DIRECTORY...\nRemoves DIRECTORYs that are empty.";
    "route" super::net::route::main, SBIN, BBS, "net-tools", "[-ne]\nShows the ways out of the network.";
    "sed" super::sed::main, BIN, BB, "sed", "[OPTION]... [SCRIPT] [FILE]...\nEdits lines as they pass.";
    "seq" super::seq::main, BIN, BBU, "coreutils", "[OPTION]... [FIRST [STEP]] LAST\nPrints numbers from FIRST to LAST.";
    "service" super::admin::systemctl::service, SBIN, NONE, "sysvinit-utils", "NAME start|stop|restart|status\nOrders a service.";
    "setfattr" super::attr::setfattr, BIN, NONE, "attr", "[-h] -n ATTR [-v VALUE] FILE...\nSets an extended attribute.";
    "setsid" super::process::setsid::main, BIN, BBU, "util-linux", "[-cfw] COMMAND [ARG]...\nRuns COMMAND in a new session.";
    "sha1sum" super::digest::sha1sum, BIN, BBU, "coreutils", "[OPTION]... [FILE]...\nPrints or checks SHA-1 sums.";
    "sha224sum" super::digest::sha224sum, BIN, NONE, "coreutils", "[OPTION]... [FILE]...\nPrints or checks SHA-224 sums.";
    "sha256sum" super::digest::sha256sum, BIN, BBU, "coreutils", "[OPTION]... [FILE]...\nPrints or checks SHA-256 sums.";
    "sha384sum" super::digest::sha384sum, BIN, NONE, "coreutils", "[OPTION]... [FILE]...\nPrints or checks SHA-384 sums.";
    "sha512sum" super::digest::sha512sum, BIN, BBU, "coreutils", "[OPTION]... [FILE]...\nPrints or checks SHA-512 sums.";
    "shred" super::shred::main, BIN, BBU, "coreutils", "[-fuz] [-n N] [-s SIZE] FILE...\nWrites over FILEs, and removes them with -u.";
    "shuf" super::shuf::main, BIN, BBU, "coreutils", "[OPTION]... [FILE]\nPrints lines in random order.";
    "shutdown" super::admin::power::shutdown, SBIN, NONE, "systemd-sysv", "[-rhH] [now|+MINUTES]\nShuts the machine down.";
    "sleep" super::sleep::main, BIN, BB, "coreutils", "NUMBER[smhd]...\nWaits for the sum of the given times.";
    "sort" super::sort::main, BIN, BBU, "coreutils", "[OPTION]... [FILE]...\nSorts lines.";
    "split" super::split::main, BIN, BBU, "coreutils", "[OPTION]... [FILE [PREFIX]]\nCuts a file into pieces.";
    "ss" super::net::ss::ss, BIN, NONE, "iproute2", "[-tlna]\nShows sockets.";
    "stat" super::stat::main, BIN, BB, "coreutils", "[-ltf] [-c FMT] FILE...\nShows attributes of files, or of filesystems with -f.";
    "stdbuf" super::process::stdbuf::main, BIN, NONE, "coreutils", "OPTION... COMMAND [ARG]...\nRuns COMMAND with other buffers for its input and output.";
    "strings" super::strings::main, BIN, BBU, "binutils", "[OPTION]... [FILE]...\nPrints the text in files.";
    "stty" super::machine::stty::main, BIN, BB, "coreutils", "[-a|-g] [-F DEVICE] [SETTING]...\nShows or changes a terminal's settings.";
    "su" super::account::su::main, BIN, BB, "util-linux", "[-] [-c COMMAND] [-s SHELL] [USER [ARGUMENT]...]\nRuns a shell as another user.";
    "sudo" super::account::sudo::main, BIN, NONE, "sudo", "[-EHins] [-u USER] [-g GROUP] [NAME=VALUE]... [COMMAND [ARG]...]\nRuns a command as another user.";
    "sum" super::cksum::sum, BIN, BBU, "coreutils", "[-rs] [FILE]...\nPrints checksum and blocks of each file.";
    "sync" super::mknod::sync, BIN, BB, "coreutils", "[-df] [FILE]...\nWrites what is cached to disk.";
    "sysctl" super::machine::sysctl::main, SBIN, BBS, "procps", "[-an] [NAME]...\nShows settings of the kernel.";
    "systemctl" super::admin::systemctl::systemctl, BIN, NONE, "systemd", "COMMAND [UNIT]...\nOrders services, and shows them.";
    "tac" super::tac::main, BIN, BBU, "coreutils", "[OPTION]... [FILE]...\nPrints files, the last line first.";
    "tail" super::tail::main, BIN, BBU, "coreutils", "[OPTION]... [FILE]...\nPrints the end of files.";
    "tar" super::tar::main, BIN, BB, "tar", "c|x|t [-zahvmokO] [-f TARFILE] [-C DIR] [FILE]...\nPuts files into an archive, takes them out, or lists them.";
    "tee" super::tee::main, BIN, BBU, "coreutils", "[OPTION]... [FILE]...\nCopies its input to files and to its output.";
    "test" super::test::test, BIN, BBU, "coreutils", "[EXPRESSION]\nEnds with status 0 if the condition holds.";
    "time" super::process::time::main, BIN, BBU, "time", "[-p] [-f FORMAT] [-o FILE] COMMAND [ARG]...\nSays how long COMMAND took.";
    "timeout" super::process::timeout::main, BIN, BBU, "coreutils", "[OPTION] DURATION COMMAND [ARG]...\nRuns COMMAND, and ends it when the time is over.";
    "top" super::process::top::main, BIN, BBU, "procps", "[-b] [-n TURNS] [-d SECONDS]\nShows the busiest processes.";
    "touch" super::touch::main, BIN, BB, "coreutils", "[-cham] [-d DATE] [-t STAMP] [-r FILE] FILE...\nSets the times of each FILE, making those that are missing.";
    "tput" super::machine::tput::main, BIN, NONE, "ncurses-bin", "[-T TERM] NAME [PARAMETER]...\nPrints what makes a terminal do something.";
    "tr" super::tr::main, BIN, BBU, "coreutils", "[OPTION]... SET1 [SET2]\nReplaces, squeezes or deletes characters.";
    "tree" super::tree::main, BIN, BBU, "tree", "[DIR]...\nDraws directories as a tree.";
    "true" super::truth::yes, BIN, BB, "coreutils", "\nEnds with status 0.";
    "truncate" super::truncate::main, BIN, BBU, "coreutils", "[-c] -s SIZE FILE...\nGives FILEs a length.";
    "tsort" super::tsort::main, BIN, BBU, "coreutils", "[FILE]\nPrints names in an order that agrees with the pairs given.";
    "tty" super::machine::tty::main, BIN, BBU, "coreutils", "[-s]\nPrints the terminal that standard input is.";
    "umount" super::umount::main, BIN, BB, "mount", "[-lv] DIRECTORY...\nTakes mounts away.";
    "uname" super::machine::uname::main, BIN, BB, "coreutils", "[-asnrvmpio]\nPrints what the system is called.";
    "unexpand" super::expand::unexpand, BIN, BBU, "coreutils", "[OPTION]... [FILE]...\nTurns blanks into tabs.";
    "uniq" super::uniq::main, BIN, BBU, "coreutils", "[OPTION]... [INPUT [OUTPUT]]\nLeaves out lines that repeat the one before.";
    "unix2dos" super::dos2unix::unix2dos, BIN, BBU, "dos2unix", "[OPTION]... [FILE]... [-n INFILE OUTFILE]...\nTurns the line ends of Unix into those of DOS.";
    "unlink" super::mknod::unlink, BIN, BBU, "coreutils", "FILE\nRemoves a FILE by unlink(2).";
    "unshare" super::admin::namespaces::unshare, BIN, BBU, "util-linux", "[OPTION] COMMAND\nRuns COMMAND in namespaces of its own.";
    "unxz" super::squeeze::unxz, BIN, BBU, "xz-utils", "[-cfkt] [FILE]...\nDecompresses FILEs, or standard input.";
    "unzip" super::zip::unzip, BIN, BBU, "unzip", "[-lpqont] FILE[.zip] [MEMBER]... [-x MEMBER] [-d DIR]\nExtracts files from a ZIP archive.";
    "uptime" super::machine::uptime::main, BIN, BBU, "procps", "[-ps]\nPrints how long the machine has been up.";
    "useradd" super::account::useradd::useradd, SBIN, NONE, "passwd", "[OPTION]... USER\nAdds a user.";
    "userdel" super::account::useradd::userdel, SBIN, NONE, "passwd", "[-r] USER\nRemoves a user.";
    "usermod" super::account::useradd::usermod, SBIN, NONE, "passwd", "[OPTION]... USER\nChanges a user.";
    "users" super::account::who::users, BIN, BBU, "coreutils", "\nPrints who is logged in.";
    "uudecode" super::uu::uudecode, BIN, BBU, "sharutils", "[-o OUTFILE] [INFILE]\nDecodes what uuencode made.";
    "uuencode" super::uu::uuencode, BIN, BBU, "sharutils", "[-m] [FILE] STORED_FILENAME\nEncodes a file as printable lines.";
    "vdir" super::ls::vdir, BIN, NONE, "coreutils", "[OPTION]... [FILE]...\nLists files with their attributes.";
    "vi" super::admin::editor::main, BIN, BB, "vim-tiny", "FILE...\nEdits files.";
    "vim" super::admin::editor::main, BIN, NONE, "vim", "FILE...\nEdits files.";
    "w" super::account::who::w, BIN, BBU, "procps", "[-h]\nShows who is logged in and what they do.";
    "watch" super::process::watch::main, BIN, BB, "procps", "[-n SECONDS] [-t] COMMAND\nRuns COMMAND again and again.";
    "wc" super::wc::main, BIN, BBU, "coreutils", "[OPTION]... [FILE]...\nCounts lines, words and bytes.";
    "wget" super::net::wget::main, BIN, BBU, "wget", "[-qS] [-O FILE] [-P DIR] URL...\nFetches files.";
    "whereis" super::which::whereis, BIN, NONE, "util-linux", "NAME...\nFinds a program, its manual page and its sources.";
    "which" super::which::main, BIN, BBU, "debianutils", "[-a] COMMAND...\nFinds a COMMAND.";
    "who" super::account::who::who, BIN, BBU, "coreutils", "[OPTION]...\nShows who is logged in.";
    "whoami" super::account::whoami::main, BIN, BBU, "coreutils", "\nPrints the name of the effective user.";
    "xargs" super::xargs::main, BIN, BBU, "findutils", "[OPTION]... [COMMAND [ARGUMENT]...]\nRuns a command with arguments read from its input.";
    "xxd" super::xxd::main, BIN, BBU, "xxd", "[OPTION]... [INFILE [OUTFILE]]\nPrints bytes in hexadecimal, or reads them.";
    "xz" super::squeeze::xz, BIN, BBU, "xz-utils", "[-dzcfkqtv0-9] [FILE]...\nCompresses or decompresses FILEs, or standard input.";
    "xzcat" super::squeeze::xzcat, BIN, BBU, "xz-utils", "[FILE]...\nDecompresses to standard output.";
    "yes" super::yes::main, BIN, BBU, "coreutils", "[STRING]...\nPrints a line over and over.";
    "zcat" super::gzip::zcat, BIN, BB, "gzip", "[FILE]...\nDecompresses to standard output.";
    "zcmp" super::zgrep::zcmp, BIN, NONE, "gzip", "[OPTION]... FILE1 [FILE2]\nCompares files that may be packed.";
    "zdiff" super::zgrep::zdiff, BIN, NONE, "gzip", "[OPTION]... FILE1 [FILE2]\nShows how files differ that may be packed.";
    "zegrep" super::zgrep::zegrep, BIN, NONE, "gzip", "[OPTION]... PATTERNS [FILE]...\nPrints lines that match extended patterns, of files that may be packed.";
    "zfgrep" super::zgrep::zfgrep, BIN, NONE, "gzip", "[OPTION]... PATTERNS [FILE]...\nPrints lines that contain one of the texts, of files that may be packed.";
    "zgrep" super::zgrep::zgrep, BIN, NONE, "gzip", "[OPTION]... PATTERNS [FILE]...\nPrints lines that match, of files that may be packed.";
    "zip" super::zip::zip, BIN, NONE, "zip", "[-rjq0-9] ARCHIVE[.zip] FILE... [-x PATTERN]\nPuts FILEs into a ZIP archive.";
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
