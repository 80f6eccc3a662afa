//! The options of `set -o` and `shopt`: names, letters, defaults.

use crate::shell::Dialect;

/// An option of `set`.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Opt {
    AllExport,
    BraceExpand,
    Emacs,
    ErrExit,
    ErrTrace,
    FuncTrace,
    HashAll,
    HistExpand,
    History,
    IgnoreEof,
    Comments,
    Keyword,
    Monitor,
    NoClobber,
    NoExec,
    NoGlob,
    NoLog,
    Notify,
    NoUnset,
    OneCmd,
    Physical,
    PipeFail,
    Posix,
    Privileged,
    Verbose,
    Vi,
    XTrace,
}

/// Names and letters, sorted by name.
pub(crate) const SET: &[Setting] = &[
    ("allexport", Some('a'), Opt::AllExport),
    ("braceexpand", Some('B'), Opt::BraceExpand),
    ("emacs", None, Opt::Emacs),
    ("errexit", Some('e'), Opt::ErrExit),
    ("errtrace", Some('E'), Opt::ErrTrace),
    ("functrace", Some('T'), Opt::FuncTrace),
    ("hashall", Some('h'), Opt::HashAll),
    ("histexpand", Some('H'), Opt::HistExpand),
    ("history", None, Opt::History),
    ("ignoreeof", None, Opt::IgnoreEof),
    ("interactive-comments", None, Opt::Comments),
    ("keyword", Some('k'), Opt::Keyword),
    ("monitor", Some('m'), Opt::Monitor),
    ("noclobber", Some('C'), Opt::NoClobber),
    ("noexec", Some('n'), Opt::NoExec),
    ("noglob", Some('f'), Opt::NoGlob),
    ("nolog", None, Opt::NoLog),
    ("notify", Some('b'), Opt::Notify),
    ("nounset", Some('u'), Opt::NoUnset),
    ("onecmd", Some('t'), Opt::OneCmd),
    ("physical", Some('P'), Opt::Physical),
    ("pipefail", None, Opt::PipeFail),
    ("posix", None, Opt::Posix),
    ("privileged", Some('p'), Opt::Privileged),
    ("verbose", Some('v'), Opt::Verbose),
    ("vi", None, Opt::Vi),
    ("xtrace", Some('x'), Opt::XTrace),
];

/// Those that ash has, in its order.
const ASH: &[Opt] = &[
    Opt::ErrExit,
    Opt::NoGlob,
    Opt::IgnoreEof,
    Opt::Monitor,
    Opt::NoExec,
    Opt::XTrace,
    Opt::Verbose,
    Opt::NoClobber,
    Opt::AllExport,
    Opt::Notify,
    Opt::NoUnset,
    Opt::ErrTrace,
    Opt::Vi,
    Opt::PipeFail,
];

/// A name, perhaps a letter, and the option.
pub(crate) type Setting = (&'static str, Option<char>, Opt);

/// The options that a dialect has, in the order in which it lists them.
pub(crate) fn settable(dialect: Dialect) -> impl Iterator<Item = &'static Setting> {
    let ash = dialect == Dialect::Ash;
    let own = ASH.iter().filter(move |_| ash).filter_map(|o| SET.iter().find(|s| s.2 == *o));
    own.chain(SET.iter().filter(move |_| !ash))
}

/// Letters in the order of ash's `$-`, with those for where the commands come from.
pub(crate) fn ash_letters(set: &str, stdin: bool, string: bool) -> String {
    let on = |c: &char| match c {
        's' => stdin,
        'c' => string,
        c => set.contains(*c),
    };
    "EubaCvxcsnmife".chars().filter(on).collect()
}

/// An option of `shopt` that the interpreter looks at. The others are only kept.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Shopt {
    AutoCd,
    CdableVars,
    CheckWinsize,
    DotGlob,
    ExecFail,
    ExpandAliases,
    ExtDebug,
    ExtGlob,
    FailGlob,
    GlobSkipDots,
    GlobStar,
    CheckJobs,
    CmdHist,
    HistAppend,
    HistReedit,
    HistVerify,
    HupOnExit,
    InheritErrExit,
    LastPipe,
    LitHist,
    LoginShell,
    LocalVarInherit,
    LocalVarUnset,
    NoCaseGlob,
    NoCaseMatch,
    NullGlob,
    PatsubReplacement,
    ShiftVerbose,
    SourcePath,
    XpgEcho,
    Other(u8),
}

/// Names, sorted; whether an option is on at the start; its meaning.
pub(crate) const SHOPT: &[(&str, bool, Shopt)] = &[
    ("autocd", false, Shopt::AutoCd),
    ("assoc_expand_once", false, Shopt::Other(1)),
    ("cdable_vars", false, Shopt::CdableVars),
    ("cdspell", false, Shopt::Other(3)),
    ("checkhash", false, Shopt::Other(4)),
    ("checkjobs", false, Shopt::CheckJobs),
    ("checkwinsize", true, Shopt::CheckWinsize),
    ("cmdhist", true, Shopt::CmdHist),
    ("compat31", false, Shopt::Other(7)),
    ("compat32", false, Shopt::Other(8)),
    ("compat40", false, Shopt::Other(9)),
    ("compat41", false, Shopt::Other(10)),
    ("compat42", false, Shopt::Other(11)),
    ("compat43", false, Shopt::Other(12)),
    ("compat44", false, Shopt::Other(13)),
    ("complete_fullquote", true, Shopt::Other(14)),
    ("direxpand", false, Shopt::Other(15)),
    ("dirspell", false, Shopt::Other(16)),
    ("dotglob", false, Shopt::DotGlob),
    ("execfail", false, Shopt::ExecFail),
    ("expand_aliases", false, Shopt::ExpandAliases),
    ("extdebug", false, Shopt::ExtDebug),
    ("extglob", false, Shopt::ExtGlob),
    ("extquote", true, Shopt::Other(17)),
    ("failglob", false, Shopt::FailGlob),
    ("force_fignore", true, Shopt::Other(18)),
    ("globasciiranges", true, Shopt::Other(19)),
    ("globskipdots", true, Shopt::GlobSkipDots),
    ("globstar", false, Shopt::GlobStar),
    ("gnu_errfmt", false, Shopt::Other(20)),
    ("histappend", false, Shopt::HistAppend),
    ("histreedit", false, Shopt::HistReedit),
    ("histverify", false, Shopt::HistVerify),
    ("hostcomplete", true, Shopt::Other(23)),
    ("huponexit", false, Shopt::HupOnExit),
    ("inherit_errexit", false, Shopt::InheritErrExit),
    ("interactive_comments", true, Shopt::Other(25)),
    ("lastpipe", false, Shopt::LastPipe),
    ("lithist", false, Shopt::LitHist),
    ("localvar_inherit", false, Shopt::LocalVarInherit),
    ("localvar_unset", false, Shopt::LocalVarUnset),
    ("login_shell", false, Shopt::LoginShell),
    ("mailwarn", false, Shopt::Other(28)),
    ("no_empty_cmd_completion", false, Shopt::Other(29)),
    ("nocaseglob", false, Shopt::NoCaseGlob),
    ("nocasematch", false, Shopt::NoCaseMatch),
    ("noexpand_translation", false, Shopt::Other(30)),
    ("nullglob", false, Shopt::NullGlob),
    ("patsub_replacement", true, Shopt::PatsubReplacement),
    ("progcomp", true, Shopt::Other(31)),
    ("progcomp_alias", false, Shopt::Other(32)),
    ("promptvars", true, Shopt::Other(33)),
    ("restricted_shell", false, Shopt::Other(34)),
    ("shift_verbose", false, Shopt::ShiftVerbose),
    ("sourcepath", true, Shopt::SourcePath),
    ("varredir_close", false, Shopt::Other(35)),
    ("xpg_echo", false, Shopt::XpgEcho),
];

/// Which options are on.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Options {
    set: u32,
    shopt: u64,
}

impl Default for Options {
    fn default() -> Options {
        let mut o = Options { set: 0, shopt: 0 };
        for opt in [Opt::BraceExpand, Opt::HashAll, Opt::Comments] {
            o.put(opt, true);
        }
        for (i, (_, on, _)) in SHOPT.iter().enumerate() {
            o.shopt |= u64::from(*on) << i;
        }
        o
    }
}

impl Options {
    /// Whether an option of `set` is on.
    pub(crate) fn on(self, o: Opt) -> bool {
        self.set & (1 << o as u32) != 0
    }

    /// Turns an option of `set` on or off.
    pub(crate) fn put(&mut self, o: Opt, on: bool) {
        let bit = 1 << o as u32;
        if on {
            self.set |= bit;
        } else {
            self.set &= !bit;
        }
    }

    fn index(o: Shopt) -> usize {
        SHOPT.iter().position(|(.., x)| *x == o).unwrap_or(0)
    }

    /// Whether an option of `shopt` is on.
    pub(crate) fn shopt(self, o: Shopt) -> bool {
        self.shopt != 0 && self.shopt_at(Options::index(o))
    }

    /// The same, by its place in the table.
    pub(crate) fn shopt_at(self, i: usize) -> bool {
        self.shopt & (1 << i) != 0
    }

    /// Turns an option of `shopt` on or off, by its place in the table.
    pub(crate) fn put_shopt_at(&mut self, i: usize, on: bool) {
        if on {
            self.shopt |= 1 << i;
        } else {
            self.shopt &= !(1 << i);
        }
    }

    /// Turns an option of `shopt` on or off.
    pub(crate) fn put_shopt(&mut self, o: Shopt, on: bool) {
        self.put_shopt_at(Options::index(o), on);
    }

    /// The letters of `$-` that come from options.
    pub(crate) fn letters(self) -> String {
        // bash shows lower case letters first, then upper case ones, each sorted.
        let mut l: Vec<char> =
            SET.iter().filter(|(.., o)| self.on(*o)).filter_map(|(_, c, _)| *c).collect();
        l.sort_by_key(|c| (c.is_uppercase(), *c));
        l.into_iter().collect()
    }
}
