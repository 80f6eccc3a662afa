//! A shell whose script is its standard input: bash and dash read no more than they run, ash by blocks.

use crate::shell::Dialect;
use crate::shell::builtins::{End, Input};
use crate::shell::exec::Origin;
use crate::shell::options::Opt;
use crate::shell::state::{Shell, Stop};
use crate::vfs::text;

/// Bytes that ash reads at once (`IBUFSIZ` in BusyBox's ash.c, less one).
const BLOCK: usize = 1023;

/// A script from standard input. The commands in it can read what the shell has not.
pub(super) async fn run(mut sh: Shell) -> i32 {
    let mut line_number = 1u32;
    let mut block = (sh.dialect == Dialect::Ash).then(|| Input::blocks(0, BLOCK));
    let r = 'all: loop {
        let mut typed = String::new();
        let mut end = false;
        loop {
            let mut input = block.take().unwrap_or_else(|| Input::new(&sh, 0));
            let mut bytes = Vec::new();
            loop {
                match input.byte(&sh, None).await {
                    Ok(Some(b)) => {
                        bytes.push(b);
                        if b == b'\n' {
                            break;
                        }
                    }
                    Ok(None) => {
                        end = true;
                        break;
                    }
                    Err(End::Interrupted) => {
                        if let Err(stop) = sh.run_pending_traps().await {
                            break 'all Err(stop);
                        }
                    }
                    Err(_) => {
                        end = true;
                        break;
                    }
                }
            }
            match sh.dialect {
                Dialect::Ash => block = Some(input),
                _ => input.finish(&sh),
            }
            typed.push_str(&text::decode(&bytes));
            if end || sh.is_whole(&typed) {
                break;
            }
        }
        if sh.on(Opt::Verbose) {
            sh.complain(&typed.clone());
        }
        if !typed.is_empty() {
            let status = sh.status;
            match sh.run_text(&typed, line_number, Origin::Main).await {
                Ok(()) => {
                    if typed.trim().is_empty() || typed.trim_start().starts_with('#') {
                        sh.status = status;
                    }
                }
                Err(Stop::Discard(s)) => sh.status = s,
                Err(stop) => break Err(stop),
            }
            line_number += typed.matches('\n').count() as u32;
            sh.flush().await;
        }
        if end {
            break Ok(());
        }
    };
    sh.finish(r).await
}
