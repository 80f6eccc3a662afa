//! Running a script natively: by the host's bash, as `learner`, in a world whose time does not wait.

use std::cell::Cell;
use std::rc::Rc;

use crate::kernel::Progress;

use super::World;
use super::login::{LOCALE, as_learner, environment, run_detached};
use super::tree::Tree;

/// Where scripts are put.
const DIR: &str = "/run/script";

/// Where a script's output goes as it comes: stream (1 or 2) and bytes.
pub type Sink<'a> = &'a mut dyn FnMut(u8, &[u8]);

/// A script and how it is run.
#[derive(Clone, Copy, Debug)]
pub struct Script<'a> {
    /// What messages call it.
    pub name: &'a str,
    /// Its text.
    pub text: &'a str,
    /// Its arguments.
    pub args: &'a [&'a str],
    /// `LANG` and `LC_*` of its environment.
    pub locale: &'a [(&'a str, &'a str)],
}

impl<'a> Script<'a> {
    /// A script without arguments, in the host's locale.
    pub fn new(name: &'a str, text: &'a str) -> Script<'a> {
        Script { name, text, args: &[], locale: LOCALE }
    }
}

/// Runs a script to its end and gives its exit status.
pub fn run(world: &mut World, script: Script<'_>, sink: Sink<'_>) -> i32 {
    let Script { name, text, args, locale } = script;
    let path = format!("{DIR}/{}", name.rsplit('/').next().unwrap_or(name));
    let put = {
        let mut vfs = world.kernel.vfs();
        let mut t = Tree::new(&mut vfs, world.host.root);
        t.dir(DIR, 0o755, 0, 0).and_then(|_| t.file(&path, text, 0o755))
    };
    if let Err(e) = put {
        sink(2, format!("{name}: {e}\n").as_bytes());
        return 126;
    }
    let mut argv = vec!["bash", path.as_str()];
    argv.extend_from_slice(args);
    let done = Rc::new(Cell::new(None));
    let mut spawn = as_learner("/bin/bash", &argv, None);
    spawn.env = Some(Rc::new(environment(None, locale)));
    run_detached(&world.kernel, world.host, spawn, Rc::clone(&done));
    let boots = world.boots;
    loop {
        let progress = world.run(1_000);
        for (stream, bytes) in world.kernel.take_host_output() {
            sink(stream, &bytes);
        }
        if let Some(status) = done.get() {
            return status;
        }
        if world.boots != boots {
            sink(2, format!("{name}: the machine went down under it\n").as_bytes());
            return 255;
        }
        match progress {
            Progress::Busy => {}
            Progress::Idle { next: Some(at) } => world.kernel.advance_to(at),
            Progress::Idle { next: None } => {
                sink(2, format!("{name}: everything waits, and nothing will happen\n").as_bytes());
                return 125;
            }
        }
    }
}

/// Runs a script and gives standard output and error as they came, together, and the status.
pub fn capture(world: &mut World, text: &str) -> (Vec<u8>, i32) {
    let mut all = Vec::new();
    let status = run(world, Script::new("script.sh", text), &mut |_, bytes| {
        all.extend_from_slice(bytes);
    });
    (all, status)
}
