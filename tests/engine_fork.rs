//! A copy of the machine while containers run: the copy's shims go on, and neither side sees what the
//! other does.

#![allow(clippy::unwrap_used)]

mod engine_machine;

use std::cell::RefCell;
use std::rc::Rc;

use drydock::engine::Engine;
use drydock::engine::api::container::{ExecCreate, StopOptions};
use drydock::engine::api::host_config::HostConfig;
use drydock::kernel::{Kernel, Namespaces, Proc, Progress};
use drydock::{coreutils, shell};
use engine_machine::{create, on, output};

/// Runs something as a process of a machine that is there already.
fn on_copy<F, Fut>(k: &Rc<Kernel>, ns: Namespaces, body: F) -> String
where
    F: Fn(Proc) -> Fut + 'static,
    Fut: Future<Output = String> + 'static,
{
    let said = Rc::new(RefCell::new(None));
    let (flag, body) = (Rc::clone(&said), Rc::new(body));
    let main = move |p: Proc| -> drydock::kernel::LocalFuture<i32> {
        let (flag, body) = (Rc::clone(&flag), Rc::clone(&body));
        Box::pin(async move {
            let text = body(p).await;
            *flag.borrow_mut() = Some(text);
            0
        })
    };
    k.spawn_root(&["driver"], ns, Rc::new(main));
    for _ in 0..100_000 {
        match k.run(1000) {
            _ if said.borrow().is_some() => break,
            Progress::Busy => {}
            Progress::Idle { next: Some(at) } => k.advance_to(at),
            Progress::Idle { next: None } => break,
        }
    }
    said.take().expect("the copy comes to an end")
}

async fn exec(e: &Engine, p: &Proc, id: &str, words: &[&str]) -> String {
    let request = ExecCreate {
        attach_stdout: true,
        attach_stderr: true,
        cmd: words.iter().map(|w| (*w).to_string()).collect(),
        ..Default::default()
    };
    let exec = e.exec_create(id, request).unwrap();
    let a = e.exec_start(&exec, false).unwrap().unwrap();
    output(&a, p).await
}

#[test]
fn a_running_container_goes_on_in_a_copy() {
    on(|e, p| async move {
        let host = HostConfig { binds: Some(vec!["vol:/d".into()]), ..Default::default() };
        create(&e, "web", "busybox", host, &["sleep", "600"]);
        e.container_start("web").unwrap();
        exec(&e, &p, "web", &["sh", "-c", "echo before > /d/f"]).await;
        let kernel = e.kernel().fork();
        coreutils::register(&kernel);
        shell::register(&kernel);
        let copy = e.fork(Rc::clone(&kernel));
        kernel.restart_programs();
        let ns = e.host_namespaces();
        let inside = copy.clone();
        let said = on_copy(&kernel, ns, move |p| {
            let e = inside.clone();
            async move {
                let mut said = exec(&e, &p, "web", &["cat", "/d/f"]).await;
                said += &exec(&e, &p, "web", &["sh", "-c", "echo after > /d/f; cat /proc/1/comm"])
                    .await;
                let now = StopOptions { signal: None, timeout: Some(0) };
                e.container_stop(&p, "web", &now).await.unwrap();
                said += &e.container_inspect("web", false).unwrap().state.status;
                said
            }
        });
        assert_eq!(said, "before\nsleep\nexited");
        kernel.shut_down();
        assert_eq!(exec(&e, &p, "web", &["cat", "/d/f"]).await, "before\n");
        assert_eq!(e.container_inspect("web", false).unwrap().state.status, "running");
    });
}
