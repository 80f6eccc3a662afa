//! What processes ask of those outside the kernel: services of the machine by name, switching it off, and
//! editing a text in the page. Who answers is not the kernel's business.

use std::rc::Rc;

use serde::{Deserialize, Serialize};

use crate::vfs::Errno;

use super::{Kernel, LocalFuture, Pid, Proc};

/// What a service is doing (systemd's active state).
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum ServiceState {
    /// It runs, since a time in nanoseconds since the epoch, in a process.
    Active {
        /// Since when.
        since: i64,
        /// Its main process.
        pid: Pid,
    },
    /// It does not run.
    Inactive,
    /// It has ended badly.
    Failed,
}

/// A service of the machine. Whoever has one registers it by name; `systemctl` asks and orders.
pub trait Service {
    /// What it is, in a few words.
    fn description(&self) -> String;
    /// The program that it is, and its arguments.
    fn command(&self) -> String;
    /// What it is doing.
    fn state(&self) -> ServiceState;
    /// Whether it is started with the machine.
    fn enabled(&self) -> bool {
        true
    }
    /// Says whether it is to be started with the machine.
    fn enable(&self, _on: bool) {}
    /// Starts it, while a process waits for it. An error is the end of a sentence.
    fn start(&self, p: Proc) -> LocalFuture<Result<(), String>>;
    /// Stops it.
    fn stop(&self, p: Proc) -> LocalFuture<Result<(), String>>;
    /// Has it read its settings again.
    fn reload(&self, p: Proc) -> LocalFuture<Result<(), String>>;
    /// What it has logged: time and line.
    fn log(&self) -> Vec<(i64, String)> {
        Vec::new()
    }
}

/// What is to become of the machine.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
#[allow(missing_docs)]
pub enum Power {
    Reboot,
    Off,
    Halt,
    /// Nothing is ended or written first: the power fails, or something pulls the reset line.
    Cut,
}

/// A text that a process wants edited.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
pub struct Edit {
    /// Its number, for [`Kernel::finish_edit`].
    pub id: u64,
    /// The file's name, as the process calls it.
    pub path: String,
    /// What is in it now.
    pub text: String,
    /// The terminal that it was asked for at.
    pub tty: Option<u32>,
}

/// How far an edit has come.
#[derive(Clone, Debug)]
pub(super) enum EditStage {
    /// It is being edited.
    Open(Edit),
    /// It is done: the new text, or none where nothing is to be changed.
    Done(Option<String>),
}

impl Kernel {
    /// Registers a service under a name such as `docker`.
    pub fn register_service(&self, name: &str, service: Rc<dyn Service>) {
        self.services.borrow_mut().insert(name.to_string(), service);
    }

    /// The service with a name.
    pub fn service(&self, name: &str) -> Option<Rc<dyn Service>> {
        self.services.borrow().get(name).cloned()
    }

    /// The names of all services.
    pub fn service_names(&self) -> Vec<String> {
        self.services.borrow().keys().cloned().collect()
    }

    /// The power fails.
    pub fn cut_power(&self) {
        self.st.borrow_mut().power = Some(Power::Cut);
    }

    /// What the machine was asked to become since the last call.
    pub fn take_power(&self) -> Option<Power> {
        self.st.borrow_mut().power.take()
    }

    /// Says whether somebody outside edits texts for processes.
    pub fn set_editor(&self, served: bool) {
        self.st.borrow_mut().editor = served;
    }

    /// The texts that are being edited, by their numbers.
    pub fn edits(&self) -> Vec<Edit> {
        let open = |stage: &EditStage| match stage {
            EditStage::Open(edit) => Some(edit.clone()),
            EditStage::Done(_) => None,
        };
        self.st.borrow().edits.values().filter_map(open).collect()
    }

    /// The numbers of the texts that are being edited.
    pub fn edit_ids(&self) -> Vec<u64> {
        let st = self.st.borrow();
        let open = st.edits.iter().filter(|(_, stage)| matches!(stage, EditStage::Open(_)));
        open.map(|(id, _)| *id).collect()
    }

    /// An edit is over: with a new text, or without a change. The process goes on.
    pub fn finish_edit(&self, id: u64, text: Option<String>) {
        match self.st.borrow_mut().edits.get_mut(&id) {
            Some(stage @ EditStage::Open(_)) => *stage = EditStage::Done(text),
            _ => return,
        }
        self.signal_cond(id);
    }
}

/// Takes an edit back when the process that asked is gone.
struct Asked {
    p: Proc,
    id: u64,
}

impl Drop for Asked {
    fn drop(&mut self) {
        self.p.k.st.borrow_mut().edits.remove(&self.id);
        self.p.k.drop_cond(self.id);
    }
}

impl Proc {
    /// Has a text edited outside, and waits for it. ENOSYS where nobody does; `None` where the text
    /// is left as it was.
    pub async fn edit(&self, path: &str, text: String) -> Result<Option<String>, Errno> {
        if !self.k.st.borrow().editor {
            return Err(Errno::ENOSYS);
        }
        let id = self.k.new_cond();
        let seen = self.k.cond_version(id);
        let _asked = Asked { p: self.clone(), id };
        let edit = Edit { id, path: path.to_string(), text, tty: self.controlling_tty() };
        self.k.st.borrow_mut().edits.insert(id, EditStage::Open(edit));
        loop {
            self.wait_cond(id, seen).await?;
            let stage = self.k.st.borrow().edits.get(&id).cloned();
            if let Some(EditStage::Done(text)) = stage {
                return Ok(text);
            }
        }
    }

    /// reboot(2): EPERM for all but root.
    pub fn request_power(&self, what: Power) -> Result<(), Errno> {
        if !self.cred().can(crate::vfs::CapSet::SYS_BOOT) {
            return Err(Errno::EPERM);
        }
        self.k.st.borrow_mut().power = Some(what);
        Ok(())
    }

    /// getpriority(2) of a process by its number here.
    pub fn nice(&self, pid: Pid) -> Result<i32, Errno> {
        let pid = if pid == 0 { self.pid } else { self.outer(pid).ok_or(Errno::ESRCH)? };
        let st = self.k.st.borrow();
        st.procs.get(&pid).map(|p| p.nice).ok_or(Errno::ESRCH)
    }

    /// setpriority(2): making anything more urgent needs CAP_SYS_NICE.
    pub fn set_nice(&self, pid: Pid, nice: i32) -> Result<(), Errno> {
        let me = self.cred();
        let pid = if pid == 0 { self.pid } else { self.outer(pid).ok_or(Errno::ESRCH)? };
        let mut st = self.k.st.borrow_mut();
        let p = st.procs.get_mut(&pid).ok_or(Errno::ESRCH)?;
        let nice = nice.clamp(-20, 19);
        if me.euid != 0 && me.euid != p.cred.uid {
            return Err(Errno::EPERM);
        }
        if nice < p.nice && !me.can(crate::vfs::CapSet::SYS_NICE) {
            return Err(Errno::EACCES);
        }
        p.nice = nice;
        Ok(())
    }
}
