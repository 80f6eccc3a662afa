//! tar's options, in both styles: `tar -czf a.tgz dir` and `tar czf a.tgz dir`.

use crate::coreutils::Cx;
use crate::coreutils::fs::modes::{self, Mode as Bits};
use crate::coreutils::fs::pack::Format;
use crate::coreutils::sed::Renaming;
use crate::vfs::Stat;

use super::args::{
    BUSYBOX_LONGS, BUSYBOX_SHORTS, Item, LONGS, SHORTS, complain, hint, items, lines,
};
use super::packing::Packing;
use super::rare::{self, Newer};

/// What is to be done.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Mode {
    Create,
    Append,
    Update,
    Concatenate,
    Compare,
    Delete,
    List,
    Extract,
}

/// What becomes of files that are there already.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
pub enum Existing {
    /// Removed first.
    #[default]
    Replace,
    /// Written over.
    Overwrite,
    /// Kept, which is an error (`-k`).
    Keep,
    /// Kept in silence.
    Skip,
    /// Kept if they are newer than the archive's.
    KeepNewer,
}

/// Something named on the command line, in order.
#[derive(Clone, Debug)]
pub enum Named {
    File(String),
    /// `-C`.
    Dir(String),
}

/// A pattern of names to leave out.
#[derive(Clone, Debug)]
pub struct Pattern {
    pub glob: String,
    pub anchored: bool,
    /// `*` does not match a slash.
    pub pathname: bool,
}

/// All of it.
pub struct Options {
    pub mode: Mode,
    pub archive: String,
    pub packing: Packing,
    /// `-z` was given, so that reading anything else is an error.
    pub packing_given: bool,
    pub verbose: u32,
    pub full_time: bool,
    pub named: Vec<Named>,
    pub exclude: Vec<Pattern>,
    pub strip: usize,
    pub to_stdout: bool,
    pub existing: Existing,
    pub same_owner: bool,
    pub same_mode: bool,
    pub no_mtime: bool,
    pub numeric: bool,
    pub owner: Option<(String, Option<u32>)>,
    pub group: Option<(String, Option<u32>)>,
    pub bits: Option<Bits>,
    pub mtime: Option<i64>,
    pub follow: bool,
    pub recurse: bool,
    pub absolute: bool,
    pub wildcards: bool,
    pub remove: bool,
    pub one_fs: bool,
    pub one_top: Option<String>,
    /// What becomes of names.
    pub renaming: Vec<Renaming>,
    /// What members are given to.
    pub command: Option<String>,
    /// `-g`, `-G`: directories know their contents.
    pub incremental: bool,
    /// The file of `-g`.
    pub snapshot: Option<String>,
    /// The snapshot begins anew.
    pub level_0: bool,
    /// Files that are older are left out.
    pub newer: Option<Newer>,
    pub utc: bool,
    pub totals: bool,
    pub occurrence: Option<u32>,
    /// Names are shown as they became by `--transform`.
    pub show_renamed: bool,
    /// `--mtime` is the latest time only.
    pub clamp: bool,
    /// Links are files of their own.
    pub hard_dereference: bool,
    /// An option stood behind what it was to act on, which makes the run fail at its end.
    pub misplaced: bool,
}

impl Options {
    /// Whether `--newer` leaves a file out.
    pub fn too_old(&self, stat: &Stat) -> bool {
        self.newer.is_some_and(|n| stat.mtime < n.time && !(n.changed && stat.ctime >= n.time))
    }

    /// The name that a name becomes by `--transform`.
    pub fn renamed(&self, name: &str) -> String {
        self.renaming.iter().fold(name.to_string(), |name, r| r.apply(&name))
    }
}

/// Reads the options; says what is wrong with them.
pub async fn read(cx: &mut Cx) -> Result<Options, i32> {
    let bb = cx.busybox();
    let args = cx.args();
    let (spec, longs) = if bb { (BUSYBOX_SHORTS, BUSYBOX_LONGS) } else { (SHORTS, LONGS) };
    if args.is_empty() && bb {
        return Err(cx.busybox_usage().await);
    }
    let items = match items(args, spec, longs) {
        Ok(items) => items,
        Err(complaint) => return Err(complain(cx, complaint).await),
    };
    let root = cx.p.cred().euid == 0;
    let mut o = Options {
        mode: Mode::List,
        archive: "-".to_string(),
        packing: Packing::None,
        packing_given: false,
        verbose: 0,
        full_time: false,
        named: Vec::new(),
        exclude: Vec::new(),
        strip: 0,
        to_stdout: false,
        existing: Existing::Replace,
        same_owner: root,
        same_mode: root || bb,
        no_mtime: false,
        numeric: false,
        owner: None,
        group: None,
        bits: None,
        mtime: None,
        follow: false,
        recurse: true,
        absolute: false,
        wildcards: false,
        remove: false,
        one_fs: false,
        one_top: None,
        renaming: Vec::new(),
        command: None,
        incremental: false,
        snapshot: None,
        level_0: false,
        newer: None,
        utc: false,
        totals: false,
        occurrence: None,
        show_renamed: false,
        clamp: false,
        hard_dereference: false,
        misplaced: false,
    };
    let mut state = State {
        mode: None,
        auto: false,
        anchored: false,
        pathname: false,
        null: false,
        late: Vec::new(),
        dates: Vec::new(),
    };
    for item in items {
        match item {
            Item::Operand(file) => {
                state.late.clear();
                o.named.push(Named::File(file));
            }
            Item::Option(letter, value) => {
                let value = value.unwrap_or_default();
                option(cx, &mut o, &mut state, letter, value).await?;
            }
        }
    }
    finish(cx, o, state).await
}

/// What options say of options that follow.
pub(super) struct State {
    mode: Option<Mode>,
    auto: bool,
    anchored: bool,
    pathname: bool,
    null: bool,
    /// Patterns with no operand behind them.
    late: Vec<String>,
    /// Dates that were read, as `-v` tells them.
    pub(super) dates: Vec<String>,
}

async fn finish(cx: &mut Cx, mut o: Options, state: State) -> Result<Options, i32> {
    let Some(mode) = state.mode else {
        if cx.busybox() {
            return Err(cx.busybox_usage().await);
        }
        let text = "You must specify one of the '-Acdtrux', '--delete' or '--test-label' options";
        cx.err(text).await;
        return Err(hint(cx).await);
    };
    o.mode = mode;
    if state.auto && mode == Mode::Create {
        o.packing = Packing::by_name(&o.archive);
    }
    let files = o.named.iter().any(|n| matches!(n, Named::File(_)));
    if mode == Mode::Create && !files && !state.null {
        if cx.busybox() {
            cx.err("empty archive").await;
            return Err(1);
        }
        cx.err("Cowardly refusing to create an empty archive").await;
        return Err(hint(cx).await);
    }
    if o.packing != Packing::None
        && matches!(mode, Mode::Append | Mode::Update | Mode::Concatenate | Mode::Delete)
    {
        cx.err("Cannot update compressed archives").await;
        cx.err("Error is not recoverable: exiting now").await;
        return Err(2);
    }
    if !state.late.is_empty() && files && mode == Mode::Create && !cx.busybox() {
        cx.err("The following options were used after non-option arguments.  These options are positional and affect only arguments that follow them.  Please, rearrange them properly.").await;
        for glob in &state.late {
            cx.err(format!("--exclude {} has no effect", cx.ql(glob))).await;
        }
        o.exclude.retain(|p| !state.late.contains(&p.glob));
        o.misplaced = true;
    }
    if o.verbose > 0 {
        for line in &state.dates {
            cx.err(line).await;
        }
    }
    Ok(o)
}

async fn unsupported(cx: &mut Cx, what: &str) -> i32 {
    cx.err(format!("{what} is not built into this simulation")).await;
    if cx.busybox() { 1 } else { 2 }
}

pub(super) async fn bad(cx: &mut Cx, text: String) -> i32 {
    cx.err(text).await;
    if cx.busybox() { 1 } else { 2 }
}

async fn set_mode(cx: &mut Cx, state: &mut State, mode: Mode) -> Result<(), i32> {
    if state.mode.is_some_and(|m| m != mode) {
        if cx.busybox() {
            return Err(cx.busybox_usage().await);
        }
        cx.err(
            "You may not specify more than one '-Acdtrux', '--delete' or  '--test-label' option",
        )
        .await;
        return Err(hint(cx).await);
    }
    state.mode = Some(mode);
    Ok(())
}

async fn option(
    cx: &mut Cx,
    o: &mut Options,
    st: &mut State,
    letter: char,
    value: String,
) -> Result<(), i32> {
    match letter {
        'c' => set_mode(cx, st, Mode::Create).await?,
        'x' => set_mode(cx, st, Mode::Extract).await?,
        't' => set_mode(cx, st, Mode::List).await?,
        'r' => set_mode(cx, st, Mode::Append).await?,
        'u' => set_mode(cx, st, Mode::Update).await?,
        'A' => set_mode(cx, st, Mode::Concatenate).await?,
        'd' => set_mode(cx, st, Mode::Compare).await?,
        '\u{3}' => set_mode(cx, st, Mode::Delete).await?,
        'f' => o.archive = value,
        'z' | 'j' | 'J' => {
            let packing = match letter {
                'z' => Packing::Gzip,
                'j' => Packing::Other(Format::Bzip2),
                _ => Packing::Other(Format::Xz),
            };
            if o.packing_given && o.packing != packing && !cx.busybox() {
                cx.err("Conflicting compression options").await;
                return Err(hint(cx).await);
            }
            (o.packing, o.packing_given) = (packing, true);
        }
        'Z' | '\u{83}' | 'I' => {
            return Err(unsupported(cx, "compression other than gzip, bzip2 and xz").await);
        }
        '\u{80}' => match Renaming::new(&value, cx.utf8()) {
            Ok(renaming) => o.renaming.push(renaming),
            Err(what) => {
                cx.err(what).await;
                return Err(hint(cx).await);
            }
        },
        '\u{81}' => o.command = Some(value),
        'a' => st.auto = true,
        'v' => o.verbose += 1,
        'C' => o.named.push(Named::Dir(value)),
        'h' => o.follow = true,
        'k' => o.existing = Existing::Keep,
        '\u{19}' => o.existing = Existing::Overwrite,
        '\u{1e}' => o.existing = Existing::Skip,
        '\u{8}' => o.existing = Existing::KeepNewer,
        'U' => o.existing = Existing::Replace,
        'm' => o.no_mtime = true,
        'o' => o.same_owner = false,
        '\u{1d}' => o.same_owner = true,
        'p' => o.same_mode = true,
        '\u{12}' => o.same_mode = false,
        'O' => o.to_stdout = true,
        'P' => o.absolute = true,
        '\u{6}' => o.full_time = true,
        '\u{11}' => o.recurse = false,
        '\u{1b}' => o.recurse = true,
        '\u{16}' => o.numeric = true,
        '\u{17}' => o.one_fs = true,
        '\u{1c}' => o.remove = true,
        '\u{82}' => o.wildcards = true,
        '\u{13}' => o.wildcards = false,
        '\u{1}' => st.anchored = true,
        '\u{10}' => st.anchored = false,
        '\u{14}' => st.pathname = true,
        '\u{15}' => st.null = true,
        '\u{18}' => o.one_top = Some(value),
        '\u{4}' => {
            st.late.push(value.clone());
            o.exclude.push(Pattern { glob: value, anchored: st.anchored, pathname: st.pathname });
        }
        'X' => {
            let list = lines(cx, &value, false).await?;
            let (anchored, pathname) = (st.anchored, st.pathname);
            o.exclude.extend(list.into_iter().map(|glob| Pattern { glob, anchored, pathname }));
        }
        '\u{5}' => {
            for glob in [".git", ".gitignore", ".gitmodules", ".svn", "CVS", ".hg", ".bzr"] {
                o.exclude.push(Pattern {
                    glob: glob.to_string(),
                    anchored: false,
                    pathname: false,
                });
            }
        }
        'T' => {
            let list = lines(cx, &value, st.null).await?;
            st.null = true;
            o.named.extend(list.into_iter().map(Named::File));
        }
        '\u{1f}' => match value.parse() {
            Ok(n) => o.strip = n,
            Err(_) => {
                let value = cx.ql(&value);
                return Err(bad(cx, format!("{value}: Invalid number of elements")).await);
            }
        },
        '\u{e}' => match modes::parse(&value) {
            Some(bits) => o.bits = Some(bits),
            None => return Err(bad(cx, "Invalid mode given on option".to_string()).await),
        },
        'H' if !matches!(value.as_str(), "gnu" | "oldgnu" | "pax" | "posix" | "ustar" | "v7") => {
            let value = cx.ql(&value);
            return Err(bad(cx, format!("{value}: Invalid archive format")).await);
        }
        letter => return rare::option(cx, o, st, letter, value).await,
    }
    Ok(())
}
