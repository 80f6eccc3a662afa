//! The options that BusyBox's applets know, where GNU's program of the same name knows more: what is
//! not here is refused before the program begins. From BusyBox 1.37's calls of getopt32, default configuration.

use super::Cx;
use super::getopt::{Arg, Complaint, parse};

/// An applet, its letters as getopt(3) has them, its long options (`=` takes an argument, `?` may), and
/// the status of a refusal.
type Applet = (&'static str, &'static str, &'static [&'static str], i32);

/// Sorted by name.
const APPLETS: &[Applet] = &[
    ("base32", "diw:", &[], 1),
    ("base64", "diw:", &[], 1),
    ("cat", "etvAnbu", &[], 1),
    ("chgrp", "RhvcfLHP", CHOWN, 1),
    ("chown", "RhvcfLHP", CHOWN, 1),
    ("cksum", "", &[], 1),
    ("cmp", "sln:", &["bytes=", "quiet", "silent", "verbose"], 2),
    ("comm", "123", &[], 1),
    ("cp", "pdRfinlsLHarPvuTt:", CP, 1),
    ("cut", "b:c:f:d:O:sDF:n", &["output-delimiter="], 1),
    ("date", "Rs:ud:r:I::D:", &["rfc-822", "rfc-2822", "set=", "utc", "date=", "reference="], 1),
    ("df", "kPTt:aiB:hHm", &[], 1),
    ("diff", "abdiL:NqrsS:tTU:wupBE", DIFF, 2),
    ("du", "aHkLsxd:lcbhm", &[], 1),
    ("env", "+i0u:", &["ignore-environment", "null", "unset="], 1),
    ("expand", "it:", &["initial", "tabs="], 1),
    ("fold", "bsw:0123456789", &[], 1),
    ("grep", "lnqvscFiHhe:f:LorRm:wxA:B:C:EzaI", &["color?"], 2),
    ("gunzip", "cfkvqdtn", &["stdout", "to-stdout", "force", "test", "no-name"], 1),
    ("gzip", "cfkvqdtn123456789", GZIP, 1),
    ("id", "rnugG", &[], 1),
    ("install", "cvbDdpsg:m:o:t:", INSTALL, 1),
    ("ln", "sfnbS:vT", &[], 1),
    (
        "ls",
        "Cadi1lgnsxAkFpRQctuSXrvLHhT:w:",
        &["full-time", "group-directories-first", "color?"],
        1,
    ),
    ("md5sum", "scwbt", &[], 1),
    ("mkdir", "m:pv", &["mode=", "parents", "verbose"], 1),
    ("mkfifo", "m:", &[], 1),
    ("mknod", "m:", &[], 1),
    ("mktemp", "dqtp:u", &["directory", "quiet", "dry-run", "tmpdir="], 1),
    ("mv", "finTt:v", MV, 1),
    ("nl", "pw:s:v:i:b:", NL, 1),
    ("nproc", "", &["ignore=", "all"], 1),
    ("od", "A:N:abcdDfhHiIj:lLoOBt:vxXsS:w::", OD, 1),
    ("paste", "d:s", &[], 1),
    ("patch", "Rup:i:NEfg", PATCH, 1),
    ("pwd", "LP", &[], 1),
    ("readlink", "nfvsq", &[], 1),
    ("rev", "", &[], 1),
    ("rm", "fiRrv", &[], 1),
    ("rmdir", "pv", &["parents", "verbose", "ignore-fail-on-non-empty"], 1),
    (
        "sed",
        "i::rEne:f:",
        &["in-place?", "regexp-extended", "quiet", "silent", "expression=", "file=", "version"],
        1,
    ),
    ("seq", "+ws:0123456789.", &[], 1),
    ("sha1sum", "scwbt", &[], 1),
    ("sha256sum", "scwbt", &[], 1),
    ("sha512sum", "scwbt", &[], 1),
    ("shred", "fuzn:vxs:", &[], 1),
    ("shuf", "ei:n:o:z", &[], 1),
    ("sort", "ngMucszbrdfihVmS:T:o:k:t:", &[], 2),
    ("split", "l:b:a:", &[], 1),
    ("stat", "tLfc:", &[], 1),
    ("strings", "afon:t:", &[], 1),
    ("sum", "sr", &[], 1),
    ("tac", "", &[], 1),
    ("tail", "fc:n:qs:vF0123456789", &[], 1),
    ("tee", "ia", &[], 1),
    ("timeout", "+s:k:", &[], 1),
    ("touch", "chr:d:t:amf", &["no-create", "no-dereference", "reference=", "date="], 1),
    ("tr", "+Ccds", &[], 1),
    ("truncate", "cs:", &[], 1),
    ("tty", "s", &[], 1),
    ("unexpand", "ft:a", &["first-only", "tabs=", "all"], 1),
    ("uniq", "cduf:s:w:iz", &[], 1),
    ("wc", "lwmcL", &[], 1),
    ("xargs", "+trn:s:e::E:opx0I:i::P:a:", &["no-run-if-empty"], 1),
];

const CHOWN: &[&str] =
    &["recursive", "dereference", "no-dereference", "changes", "silent", "quiet", "verbose"];
const CP: &[&str] = &[
    "archive",
    "force",
    "interactive",
    "no-clobber",
    "link",
    "dereference",
    "no-dereference",
    "recursive",
    "symbolic-link",
    "no-target-directory",
    "target-directory=",
    "verbose",
    "update",
    "remove-destination",
    "parents",
    "reflink?",
];
const DIFF: &[&str] = &[
    "ignore-case",
    "ignore-tab-expansion",
    "ignore-space-change",
    "ignore-all-space",
    "ignore-blank-lines",
    "text",
    "unified=",
    "label=",
    "show-c-function",
    "brief",
    "expand-tabs",
    "initial-tab",
    "recursive",
    "new-file",
    "report-identical-files",
    "starting-file=",
    "minimal",
];
const GZIP: &[&str] = &[
    "stdout",
    "to-stdout",
    "force",
    "verbose",
    "decompress",
    "uncompress",
    "test",
    "quiet",
    "fast",
    "best",
    "no-name",
];
const INSTALL: &[&str] = &[
    "verbose",
    "directory",
    "preserve-timestamps",
    "strip",
    "group=",
    "mode=",
    "owner=",
    "target-directory=",
];
const MV: &[&str] =
    &["interactive", "force", "no-clobber", "no-target-directory", "target-directory=", "verbose"];
const NL: &[&str] = &[
    "body-numbering=",
    "line-increment=",
    "no-renumber",
    "number-separator=",
    "starting-line-number=",
    "number-width=",
];
const OD: &[&str] = &[
    "skip-bytes=",
    "address-radix=",
    "read-bytes=",
    "format=",
    "output-duplicates",
    "strings?",
    "width?",
    "traditional",
];
const PATCH: &[&str] = &[
    "reverse",
    "unified",
    "strip=",
    "input=",
    "forward",
    "remove-empty-files",
    "force",
    "get=",
    "dry-run",
    "backup-if-mismatch",
    "no-backup-if-mismatch",
];

/// Refuses an option that the applet does not have; gives the status to end with.
pub async fn refuse(cx: &mut Cx) -> Option<i32> {
    let at = APPLETS.binary_search_by(|a| a.0.cmp(cx.name.as_str())).ok()?;
    let (_, letters, longs, status) = APPLETS[at];
    let longs: Vec<(&str, Arg, char)> = longs
        .iter()
        .map(|l| match (l.strip_suffix('='), l.strip_suffix('?')) {
            (Some(l), _) => (l, Arg::Required, ' '),
            (_, Some(l)) => (l, Arg::Optional, '?'),
            _ => (*l, Arg::No, '-'),
        })
        .collect();
    match parse(&cx.args(), letters, &longs) {
        Ok(_) | Err(Complaint::Help) => None,
        Err(complaint) => {
            cx.err(complaint).await;
            cx.busybox_usage().await;
            Some(status)
        }
    }
}

#[cfg(test)]
mod tests {
    use super::APPLETS;

    #[test]
    fn applets_are_sorted() {
        assert!(APPLETS.windows(2).all(|w| w[0].0 < w[1].0));
    }
}
