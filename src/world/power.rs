//! Switching the machine off and on: the orderly way, in which services end and everything is written, and
//! the other, in which the power fails. What is on the disk stays; all else begins anew.

use std::cell::Cell;
use std::rc::Rc;

use crate::engine::Engine;
use crate::kernel::{Kernel, LocalFuture, Namespaces, Power, Proc, Progress, Signal};
use crate::vfs::MemFs;

use super::{World, host};

const SECOND: i64 = 1_000_000_000;
/// How long services may take to end (systemd's `DefaultTimeoutStopSec`).
const PATIENCE: i64 = 90 * SECOND;
/// From the switch to the login prompt.
const BOOT: i64 = 12 * SECOND;

impl World {
    /// Does what the machine was asked for; whether it was asked for anything.
    pub(super) fn obey(&mut self) -> bool {
        let Some(what) = self.kernel.take_power() else { return false };
        let words = match what {
            Power::Reboot => "The system will reboot now!",
            Power::Off => "The system will power off now!",
            Power::Halt => "The system will halt now!",
            Power::Cut => "",
        };
        if !words.is_empty() {
            for tty in self.terminals.keys() {
                let text = format!(
                    "\r\n\r\nBroadcast message from root@{}:\r\n\r\n{words}\r\n\r\n",
                    host::HOSTNAME
                );
                self.kernel.show_on_tty(*tty, text.as_bytes());
            }
            self.end_sessions();
            self.end_services();
        }
        let cause =
            if what == Power::Cut { "the power failed" } else { "the machine was restarted" };
        self.engine.lose_memory(cause);
        let disk = {
            let mut vfs = self.kernel.vfs();
            if what == Power::Cut { vfs.after_power_cut() } else { vfs.after_shutdown() }
        };
        // A machine without a journal has no disk to start from; there is none such.
        if let Some(disk) = disk {
            self.start_again(disk);
        }
        true
    }

    /// Ends the people's sessions, and what they have started.
    fn end_sessions(&self) {
        for pid in self.kernel.members(self.host.pidns) {
            let program = self.kernel.program_of(pid);
            if !program.is_some_and(|name| &*name == "init" || Engine::is_own(&name)) {
                self.kernel.post(pid, Signal::KILL);
            }
        }
    }

    /// Stops Docker, and with it the containers, as long as that takes.
    fn end_services(&self) {
        let done = Rc::new(Cell::new(false));
        let (engine, flag) = (self.engine.clone(), Rc::clone(&done));
        let main = Rc::new(move |p: Proc| -> LocalFuture<i32> {
            let (engine, flag) = (engine.clone(), Rc::clone(&flag));
            Box::pin(async move {
                // What could not be stopped ends with the machine.
                engine.daemon_stop(&p).await.ok();
                flag.set(true);
                0
            })
        });
        self.kernel.spawn_root(&["/usr/lib/systemd/systemd-shutdown"], self.host, main);
        let end = self.kernel.now() + PATIENCE;
        while !done.get() && self.kernel.now() < end {
            match self.kernel.run(1_000) {
                Progress::Busy => {}
                Progress::Idle { next: Some(at) } => self.kernel.advance_to(at.min(end)),
                Progress::Idle { next: None } => break,
            }
            // One order to go down is enough.
            self.kernel.take_power();
        }
    }

    fn start_again(&mut self, disk: MemFs) {
        let old = Rc::clone(&self.kernel);
        let mut seed = [0; 8];
        old.random(&mut seed);
        let now = old.now() + BOOT;
        let (vfs, mnt, root) = host::old_disk(disk, now);
        let kernel = Kernel::new(vfs, now, u64::from_le_bytes(seed));
        let (pidns, uts) = (kernel.new_pidns(), kernel.new_uts(host::HOSTNAME));
        let ns = Namespaces { mnt, root, pidns, uts };
        let net = kernel.new_netns();
        kernel.with_net(|n| n.spaces.entry(net).or_default().interfaces.push(host::uplink()));
        kernel.put_host_output(old.take_host_output());
        for server in old.file_servers() {
            let files = old.vfs().mem(server.root.sb).cloned();
            // What it keeps outlives this machine's restart.
            host::file_server(&kernel, ns, files.ok()).ok();
        }
        let ttys: Vec<u32> = self.terminals.keys().copied().collect();
        for tty in &ttys {
            kernel.copy_tty(&old, *tty);
            self.last_words.push((*tty, old.take_tty_output(*tty)));
        }
        // A disk that was full has no room for what is made anew; the machine starts all the same.
        let proc_sb = host::bring_up(&kernel, ns).unwrap_or(self.proc_sb);
        host::clear_tmp(&kernel, ns);
        let engine = self.engine.reborn(Rc::clone(&kernel), ns);
        old.shut_down();
        (self.kernel, self.engine, self.host, self.proc_sb) = (kernel, engine, ns, proc_sb);
        self.boots += 1;
        self.switch_on();
        for tty in ttys {
            self.watch_terminal(tty);
        }
    }
}
