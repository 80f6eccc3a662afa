//! The process that brings changes to the disk: every five minutes, when it is asked to, and at the end.

use std::cell::RefCell;
use std::rc::Rc;

use super::super::engine::settings::number;
use super::super::engine::storage::Cluster;
use super::log::{checkpoint_line, log};
use crate::kernel::{Disposition, Proc, Signal};

/// Makes a checkpoint and tells the log of it, as versions from 15 on do unless told otherwise.
pub async fn checkpoint(
    p: &Proc,
    cluster: &RefCell<Cluster>,
    why: &str,
    clean: bool,
) -> Result<(), String> {
    let (major, told, buffers) = {
        let c = cluster.borrow();
        let told = c.settings.get("log_checkpoints").map_or(c.major >= 15, |v| v == "on");
        (c.major, told, number(&c.settings, "shared_buffers"))
    };
    if told {
        log(p, "LOG", &format!("checkpoint starting: {why}")).await;
    }
    let start = p.now();
    let done = cluster.borrow_mut().checkpoint(p, clean);
    match done {
        Ok(c) if told => {
            log(p, "LOG", &checkpoint_line(&c, major, p.now() - start, buffers)).await;
            Ok(())
        }
        Ok(_) => Ok(()),
        Err(e) => {
            let text = format!("could not write a checkpoint: {e}");
            log(p, "PANIC", &text).await;
            Err(text)
        }
    }
}

/// The process: SIGINT asks for a checkpoint, SIGUSR2 for the last one.
pub async fn main(p: Proc, cluster: Rc<RefCell<Cluster>>) -> i32 {
    p.set_argv(vec!["postgres: checkpointer ".to_string()]);
    for s in [Signal::INT, Signal::USR2] {
        let _ = p.signal(s, Disposition::Handle);
    }
    for s in [Signal::TERM, Signal::HUP, Signal::QUIT, Signal::CHLD] {
        let _ = p.signal(s, Disposition::Default);
    }
    let _ = p.signal(Signal::TERM, Disposition::Ignore);
    let _ = p.signal(Signal::HUP, Disposition::Ignore);
    loop {
        let due = {
            let c = cluster.borrow();
            let period = number(&c.settings, "checkpoint_timeout").saturating_mul(1_000_000_000);
            c.checkpointed.saturating_add(period).max(p.now() + period / 10)
        };
        let slept = p.sleep_until(due).await;
        while let Some(s) = p.take_signal() {
            if s == Signal::USR2 {
                log(&p, "LOG", "shutting down").await;
                return i32::from(
                    checkpoint(&p, &cluster, "shutdown immediate", true).await.is_err(),
                );
            }
            if checkpoint(&p, &cluster, "immediate force wait", false).await.is_err() {
                return 1;
            }
        }
        let behind = cluster.borrow().is_behind();
        if slept.is_ok() && behind && checkpoint(&p, &cluster, "time", false).await.is_err() {
            return 1;
        }
    }
}
