//! The programs that people type, one file each: GNU's behaviour on the host and in Debian's images,
//! BusyBox's in alpine and busybox. This file is their frame and their table; what a program does is
//! in its own file, what it may ask of the machine is the kernel's [`Proc`].
//!
//! To add a program: write `src/coreutils/NAME.rs` with `pub async fn main(cx: &mut Cx) -> i32`, and
//! add one line to [`PROGRAMS`].

pub mod account;
pub mod admin;
mod applets;
pub mod attr;
pub mod awk;
pub mod base64;
pub mod basename;
pub mod bc;
pub mod cat;
pub mod chmod;
pub mod chown;
pub mod cksum;
pub mod cmp;
pub mod column;
pub mod comm;
pub mod cp;
pub mod cpio;
pub mod csplit;
pub mod cut;
mod cx;
pub mod dc;
pub mod dd;
pub mod df;
pub mod diff;
pub mod digest;
pub mod digits;
pub mod dirname;
pub mod dos2unix;
pub mod du;
pub mod echo;
pub mod expand;
pub mod expr;
pub mod factor;
pub mod file;
mod files0;
pub mod find;
pub mod findmnt;
pub mod fmt;
pub mod fold;
pub mod fs;
pub mod getopt;
pub mod getopt_tool;
pub mod grep;
pub mod gzip;
pub mod head;
pub mod hexdump;
pub mod install;
pub mod join;
mod joined;
pub mod jq;
pub mod launch;
pub mod lines;
pub mod ln;
pub mod look;
pub mod ls;
pub mod machine;
pub mod mkdir;
pub mod mknod;
pub mod mktemp;
pub mod mount;
pub mod mv;
pub mod net;
pub mod nl;
pub mod numfmt;
pub mod od;
pub mod pager;
pub mod paste;
pub mod patch;
pub mod pr;
pub mod printf;
pub mod process;
pub mod pwd;
pub mod readlink;
pub mod realpath;
pub mod regex;
pub mod rev;
pub mod rm;
pub mod rmdir;
pub mod sed;
pub mod seq;
pub mod shred;
pub mod shuf;
pub mod sleep;
pub mod sort;
pub mod split;
pub mod squeeze;
pub mod stat;
mod streams;
pub mod strings;
mod table;
pub mod tac;
pub mod tail;
pub mod tar;
pub mod tee;
pub mod test;
pub mod time;
pub mod touch;
pub mod tr;
pub mod tree;
pub mod truncate;
pub mod truth;
pub mod tsort;
pub mod umount;
pub mod uniq;
pub mod uu;
pub mod wc;
pub mod which;
pub mod xargs;
pub mod xxd;
pub mod yes;
pub mod zgrep;
pub mod zip;

use std::future::Future;
use std::pin::Pin;
use std::rc::Rc;

use crate::kernel::{Kernel, Proc, Program as KernelProgram};

pub use cx::Cx;
pub use getopt::{Arg, Parsed};
pub use table::PROGRAMS;

/// Whose behaviour and wording a program has.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Dialect {
    /// GNU coreutils, findutils and their kind.
    Gnu,
    /// BusyBox.
    Busybox,
}

/// A future that may borrow its context.
pub type Run<'a> = Pin<Box<dyn Future<Output = i32> + 'a>>;

/// An entry of the table of programs.
pub struct Program {
    /// The name it is called by.
    pub name: &'static str,
    /// Its code.
    pub main: for<'a> fn(&'a mut Cx) -> Run<'a>,
    /// Directory of the GNU program, where there is one.
    pub gnu: Option<&'static str>,
    /// Directory of the BusyBox applet, where there is one.
    pub busybox: Option<&'static str>,
    /// The Debian package that brings the GNU program; images choose by it.
    pub package: &'static str,
    /// What `--help` says after the name: operands, then a line of explanation.
    pub usage: &'static str,
}

impl Program {
    /// Whether BusyBox's applet refuses to run without the superuser's rights (`BB_SUID_REQUIRE`).
    fn needs_root(&self) -> bool {
        matches!(self.name, "crontab" | "login" | "passwd" | "su" | "vlock")
    }
}

/// The program with a name.
pub fn find(name: &str) -> Option<&'static Program> {
    PROGRAMS.binary_search_by(|p| p.name.cmp(name)).ok().map(|i| &PROGRAMS[i])
}

/// Registers all programs: `gnu/NAME` each, and `busybox`, which goes by the name it is called.
pub fn register(kernel: &Kernel) {
    for program in PROGRAMS.iter().filter(|p| p.gnu.is_some()) {
        let main = Rc::new(move |p: Proc| -> crate::kernel::LocalFuture<i32> {
            Box::pin(run(p, program, Dialect::Gnu))
        });
        kernel.register(&format!("gnu/{}", program.name), KernelProgram { main, restartable });
    }
    let main = Rc::new(|p: Proc| -> crate::kernel::LocalFuture<i32> { Box::pin(busybox(p)) });
    kernel.register("busybox", KernelProgram { main, restartable });
}

/// Programs that can be started anew with the same arguments after a fork of the world.
fn restartable(argv: &[String]) -> bool {
    let name = argv.first().map(|a| a.rsplit('/').next().unwrap_or_default());
    name == Some("sleep")
}

/// Runs a program to its end, output flushed.
pub async fn run(p: Proc, program: &'static Program, dialect: Dialect) -> i32 {
    let mut cx = Cx::new(p, program, dialect);
    if dialect == Dialect::Busybox && program.needs_root() && cx.p.cred().euid != 0 {
        cx.err("must be suid to work properly").await;
        return cx.finish(1).await;
    }
    if dialect == Dialect::Busybox
        && let Some(status) = applets::refuse(&mut cx).await
    {
        return status;
    }
    let status = (program.main)(&mut cx).await;
    cx.finish(status).await
}

/// BusyBox as a multi-call program.
async fn busybox(p: Proc) -> i32 {
    let argv = p.argv();
    let called = argv.first().map(String::as_str).unwrap_or_default();
    let called = called.rsplit('/').next().unwrap_or_default().trim_start_matches('-').to_string();
    if called != "busybox" {
        return applet(p, &called).await;
    }
    match argv.get(1).map(String::as_str) {
        None | Some("--help") => {
            let mut names: Vec<&str> =
                PROGRAMS.iter().filter(|p| p.busybox.is_some()).map(|p| p.name).collect();
            names.sort_unstable();
            let text = format!(
                "BusyBox v1.37.0 (simulated) multi-call binary.\n\nUsage: busybox [function [arguments]...]\n\
                 \nCurrently defined functions:\n\t{}\n",
                names.join(", ")
            );
            let _ = p.write_all(1, text.as_bytes()).await;
            0
        }
        Some("--list") => {
            let names = PROGRAMS.iter().filter(|p| p.busybox.is_some()).map(|p| p.name);
            let text: String = names.map(|n| format!("{n}\n")).collect();
            let _ = p.write_all(1, text.as_bytes()).await;
            0
        }
        Some(name) => {
            let name = name.to_string();
            p.set_argv(argv[1..].to_vec());
            applet(p, &name).await
        }
    }
}

async fn applet(p: Proc, name: &str) -> i32 {
    // BusyBox's shell is code of its own, which the kernel knows as `ash`.
    if matches!(name, "ash" | "sh")
        && let Some(shell) = p.kernel().program("ash")
    {
        return (shell.main)(p).await;
    }
    match find(name).filter(|program| program.busybox.is_some()) {
        Some(program) => run(p, program, Dialect::Busybox).await,
        None => {
            let text = format!("{name}: applet not found\n");
            let _ = p.write_all(2, text.as_bytes()).await;
            127
        }
    }
}
