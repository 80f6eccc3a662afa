//! dd's operands: `if=`, `bs=`, `conv=` and the rest.

use crate::coreutils::Cx;
use crate::coreutils::fs::human;

/// What is to be copied, and how.
#[derive(Default)]
pub struct Operands {
    pub input: Option<String>,
    pub output: Option<String>,
    pub ibs: usize,
    pub obs: usize,
    pub cbs: usize,
    /// `bs=` was given: input blocks are written as they come.
    pub one_block: bool,
    /// In blocks, or bytes with [`Operands::count_bytes`].
    pub count: Option<u64>,
    pub count_bytes: bool,
    /// In bytes.
    pub skip: u64,
    /// In bytes.
    pub seek: u64,
    pub append: bool,
    pub fullblock: bool,
    pub nocreat: bool,
    pub excl: bool,
    pub notrunc: bool,
    pub noerror: bool,
    pub sync: bool,
    pub sparse: bool,
    pub swab: bool,
    pub lcase: bool,
    pub ucase: bool,
    pub block: bool,
    pub unblock: bool,
    pub status: Status,
}

/// How much is reported.
#[derive(Clone, Copy, Default, PartialEq, Eq)]
pub enum Status {
    #[default]
    All,
    NoTransfer,
    None,
    Progress,
}

/// Largest block there can be memory for.
const LARGEST: u64 = 1 << 30;

/// A number: products with `x`, and suffixes.
fn number(text: &str, busybox: bool) -> Option<u64> {
    let mut product: u64 = 1;
    for factor in text.split('x') {
        let unit = |s: &str| if busybox { s.replace("kD", "kB") } else { s.to_string() };
        product = product.checked_mul(human::parse(&unit(factor)).ok()?)?;
    }
    Some(product)
}

async fn bad_word(cx: &mut Cx, what: &str, word: &str) -> i32 {
    if cx.busybox() {
        let name = cx.name.clone();
        let flag = match what {
            "invalid conversion" => "conv",
            "invalid input flag" => "iflag",
            "invalid output flag" => "oflag",
            _ => "status",
        };
        cx.say(&format!("{name}: invalid argument '{word}' to '{flag}'\n")).await;
        return 1;
    }
    let word = cx.ql(word);
    cx.usage_error(format!("{what}: {word}")).await
}

async fn bad_number(cx: &mut Cx, text: &str) -> i32 {
    let colon = if cx.busybox() { "" } else { ":" };
    let text = cx.q(text);
    cx.err(format!("invalid number{colon} {text}")).await;
    1
}

/// Reads all operands; says what is wrong with them.
pub async fn parse(cx: &mut Cx, args: &[String]) -> Result<Operands, i32> {
    let mut o = Operands { ibs: 512, obs: 512, ..Operands::default() };
    let (mut skip, mut seek) = ((0, false), (0, false));
    let (mut skip_bytes, mut seek_bytes) = (false, false);
    let bb = cx.busybox();
    for arg in args {
        if arg == "--" {
            continue;
        }
        let Some((name, value)) = arg.split_once('=') else {
            let quoted = cx.q(arg);
            return Err(cx.usage_error(format!("unrecognized operand {quoted}")).await);
        };
        // A count with `B` behind it is in bytes, whatever the block size.
        let in_bytes =
            value.ends_with('B') && value[..value.len() - 1].bytes().all(|b| b.is_ascii_digit());
        let digits = if in_bytes { &value[..value.len() - 1] } else { value };
        match name {
            "if" => o.input = Some(value.to_string()),
            "of" => o.output = Some(value.to_string()),
            "bs" | "ibs" | "obs" | "cbs" => {
                let n = match number(value, bb) {
                    Some(n) if n > 0 => n,
                    _ => return Err(bad_number(cx, value).await),
                };
                if n > LARGEST {
                    let text = format!("memory exhausted by input buffer of size {n} bytes");
                    cx.err(text).await;
                    return Err(1);
                }
                let n = n as usize;
                match name {
                    "bs" => (o.ibs, o.obs, o.one_block) = (n, n, true),
                    "ibs" => o.ibs = n,
                    "obs" => o.obs = n,
                    _ => o.cbs = n,
                }
            }
            "count" | "skip" | "iseek" | "seek" | "oseek" => {
                let Some(n) = number(digits, bb) else { return Err(bad_number(cx, value).await) };
                match name {
                    "count" => (o.count, o.count_bytes) = (Some(n), in_bytes || o.count_bytes),
                    "skip" | "iseek" => skip = (n, in_bytes),
                    _ => seek = (n, in_bytes),
                }
            }
            "conv" | "iflag" | "oflag" => {
                for word in value.split(',') {
                    let known = match name {
                        "conv" => conversion(&mut o, word),
                        "iflag" => match word {
                            "fullblock" => {
                                o.fullblock = true;
                                true
                            }
                            "count_bytes" => {
                                o.count_bytes = true;
                                true
                            }
                            "skip_bytes" => {
                                skip_bytes = true;
                                true
                            }
                            _ => harmless(word),
                        },
                        _ => match word {
                            "append" => {
                                o.append = true;
                                true
                            }
                            "seek_bytes" => {
                                seek_bytes = true;
                                true
                            }
                            _ => harmless(word),
                        },
                    };
                    if matches!(word, "ascii" | "ebcdic" | "ibm") {
                        cx.err(format!("conv={word} is not built into this simulation")).await;
                        return Err(1);
                    }
                    if !known {
                        let what = match name {
                            "conv" => "invalid conversion",
                            "iflag" => "invalid input flag",
                            _ => "invalid output flag",
                        };
                        return Err(bad_word(cx, what, word).await);
                    }
                }
            }
            "status" => {
                o.status = match value {
                    "none" => Status::None,
                    "noxfer" => Status::NoTransfer,
                    "progress" if !bb => Status::Progress,
                    _ => return Err(bad_word(cx, "invalid status level", value).await),
                }
            }
            _ => {
                let quoted = cx.q(arg);
                return Err(cx.usage_error(format!("unrecognized operand {quoted}")).await);
            }
        }
    }
    let scale = |(n, bytes): (u64, bool), all: bool, block: usize| {
        if bytes || all { Some(n) } else { n.checked_mul(block as u64) }
    };
    let fits = |n: &u64| i64::try_from(*n).is_ok();
    let skip = scale(skip, skip_bytes, o.ibs).filter(fits);
    let seek = scale(seek, seek_bytes, o.obs).filter(fits);
    let (Some(skip), Some(seek)) = (skip, seek) else {
        cx.err("offset too large").await;
        return Err(1);
    };
    (o.skip, o.seek) = (skip, seek);
    if o.block && o.unblock && o.cbs > 0 {
        cx.err("cannot combine block and unblock").await;
        return Err(1);
    }
    if o.lcase && o.ucase {
        cx.err("cannot combine lcase and ucase").await;
        return Err(1);
    }
    Ok(o)
}

fn conversion(o: &mut Operands, word: &str) -> bool {
    let flag = match word {
        "block" => &mut o.block,
        "unblock" => &mut o.unblock,
        "lcase" => &mut o.lcase,
        "ucase" => &mut o.ucase,
        "sparse" => &mut o.sparse,
        "swab" => &mut o.swab,
        "sync" => &mut o.sync,
        "excl" => &mut o.excl,
        "nocreat" => &mut o.nocreat,
        "notrunc" => &mut o.notrunc,
        "noerror" => &mut o.noerror,
        "fdatasync" | "fsync" => return true,
        _ => return false,
    };
    *flag = true;
    true
}

/// Flags that make no difference to files in memory.
fn harmless(word: &str) -> bool {
    matches!(
        word,
        "direct"
            | "dsync"
            | "sync"
            | "nonblock"
            | "noatime"
            | "nocache"
            | "noctty"
            | "nofollow"
            | "nolinks"
            | "directory"
    )
}
