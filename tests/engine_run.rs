//! Containers at work, by the engine's own verbs: what a client would ask for, without a client.

#![allow(clippy::unwrap_used)]

mod engine_machine;

use drydock::engine::api::config::Config;
use drydock::engine::api::container::{
    AttachOptions, ContainerCreate, ContainerListOptions, ExecCreate, LogsOptions, RemoveOptions,
    StopOptions, WaitCondition,
};
use drydock::engine::api::filters::Filters;
use drydock::engine::api::host_config::{HostConfig, RestartPolicy};
use drydock::engine::api::volume::VolumeCreate;
use drydock::engine::{Engine, ErrorKind};
use drydock::kernel::Proc;
use engine_machine::{create, on, output, run_in, sh};

#[test]
fn what_is_written_to_a_volume_outlives_the_container() {
    on(|e, p| async move {
        let made = e.volume_create(&VolumeCreate { name: "data".into(), ..Default::default() });
        assert_eq!(made.unwrap().mountpoint, "/var/lib/docker/volumes/data/_data");
        let binds = HostConfig { binds: Some(vec!["data:/data".into()]), ..Default::default() };
        let (out, code) = run_in(
            &e,
            &p,
            "busybox",
            binds.clone(),
            &sh("echo kept > /data/f; echo lost > /tmp/f"),
        )
        .await;
        assert_eq!((out.as_str(), code), ("", 0));
        let (out, code) =
            run_in(&e, &p, "busybox", binds, &sh("cat /data/f; cat /tmp/f 2>/dev/null")).await;
        assert_eq!((out.as_str(), code), ("kept\n", 1));
        let on_disk = p.read_file("/var/lib/docker/volumes/data/_data/f").unwrap();
        assert_eq!(on_disk, b"kept\n");
        let lost: Vec<String> =
            e.losses().iter().flat_map(|l| l.files.shown.iter().map(|f| f.path.clone())).collect();
        assert!(lost.contains(&"/tmp/f".to_string()), "{lost:?}");
    });
}

#[test]
fn a_used_volume_stays() {
    on(|e, p| async move {
        let host = HostConfig { binds: Some(vec!["keep:/d".into()]), ..Default::default() };
        let id = create(&e, "holder", "busybox", host, &["true"]);
        let refused = e.volume_remove(&p, "keep", false).unwrap_err();
        assert_eq!(refused.kind, ErrorKind::Conflict);
        assert_eq!(refused.message, format!("remove keep: volume is in use - [{id}]"));
        e.container_remove(&p, "holder", RemoveOptions::default()).await.unwrap();
        e.volume_remove(&p, "keep", false).unwrap();
        let gone = e.volume_remove(&p, "keep", false).unwrap_err();
        assert_eq!(gone.message, "get keep: no such volume");
    });
}

#[test]
fn exec_logs_stop_start() {
    on(|e, p| async move {
        let id = create(
            &e,
            "web",
            "alpine",
            HostConfig::default(),
            &sh("echo up; echo oops >&2; sleep 3600"),
        );
        e.container_start("web").unwrap();
        p.sleep(1_000_000_000).await.unwrap();
        let logs = LogsOptions { stdout: true, stderr: true, ..Default::default() };
        let mut stream = e.container_logs("web", &logs).unwrap();
        let mut text = String::new();
        while let Some(f) = stream.next(&p).await.unwrap() {
            text.push_str(&String::from_utf8(f.bytes).unwrap());
        }
        assert_eq!(text, "up\noops\n");
        assert_eq!(
            exec(&e, &p, &id, &["sh", "-c", "echo $HOSTNAME; exit 3"]).await,
            (format!("{}\n", &id[..12]), 3)
        );
        exec(&e, &p, &id, &["touch", "/root/note"]).await;
        let before = p.now();
        e.container_stop(&p, "web", &StopOptions { signal: None, timeout: Some(2) }).await.unwrap();
        assert!(p.now() - before >= 2_000_000_000, "PID 1 without a handler ignores SIGTERM");
        let seen = e.container_inspect("web", false).unwrap();
        assert_eq!((seen.state.status.as_str(), seen.state.exit_code), ("exited", 137));
        e.container_start("web").unwrap();
        assert_eq!(exec(&e, &p, &id, &["ls", "/root"]).await, ("note\n".to_string(), 0));
        let refused = e.container_remove(&p, "web", RemoveOptions::default()).await.unwrap_err();
        assert_eq!(
            refused.message,
            "cannot remove container \"web\": container is running: stop the container before \
             removing or force remove"
        );
        let force = RemoveOptions { force: true, ..Default::default() };
        e.container_remove(&p, "web", force).await.unwrap();
        let all = ContainerListOptions { all: true, ..Default::default() };
        assert_eq!(e.container_list(&all).unwrap().count(), 0);
    });
}

async fn exec(e: &Engine, p: &Proc, id: &str, words: &[&str]) -> (String, i64) {
    let request = ExecCreate {
        attach_stdout: true,
        attach_stderr: true,
        cmd: words.iter().map(|w| (*w).to_string()).collect(),
        ..Default::default()
    };
    let exec = e.exec_create(id, request).unwrap();
    let a = e.exec_start(&exec, false).unwrap().unwrap();
    let out = output(&a, p).await;
    (out, e.exec_inspect(&exec).unwrap().exit_code.unwrap())
}

#[test]
fn a_program_that_is_not_there() {
    on(|e, p| async move {
        create(&e, "bad", "busybox", HostConfig::default(), &["nosuchcommand"]);
        let failed = e.container_start("bad").unwrap_err();
        assert_eq!(
            failed.message,
            "failed to create task for container: failed to create shim task: OCI runtime create \
             failed: runc create failed: unable to start container process: error during container \
             init: exec: \"nosuchcommand\": executable file not found in $PATH"
        );
        let seen = e.container_inspect("bad", false).unwrap();
        assert_eq!((seen.state.status.as_str(), seen.state.exit_code), ("created", 127));
        let none = Filters::new();
        assert_eq!(e.containers_prune(&p, &none).unwrap().containers_deleted.len(), 1);
    });
}

#[test]
fn input_reaches_a_container_and_its_end() {
    on(|e, p| async move {
        let request = ContainerCreate {
            name: "cat".into(),
            config: Config {
                image: "busybox".into(),
                cmd: Some(vec!["cat".into()]),
                open_stdin: true,
                stdin_once: true,
                ..Default::default()
            },
            ..Default::default()
        };
        e.container_create(request).unwrap();
        let all = AttachOptions { stdin: true, stdout: true, stderr: true, ..Default::default() };
        let a = e.container_attach("cat", &all).unwrap();
        e.container_start("cat").unwrap();
        a.write(&p, b"hello\n").await.unwrap();
        a.close_stdin();
        assert_eq!(output(&a, &p).await, "hello\n");
        let w = e.container_wait("cat", WaitCondition::NotRunning).unwrap();
        assert_eq!(w.wait(&p).await.unwrap().status, 0);
    });
}

#[test]
fn a_restart_policy_gives_up_after_its_count() {
    on(|e, p| async move {
        let host = HostConfig {
            restart_policy: RestartPolicy { name: "on-failure".into(), maximum_retry_count: 2 },
            ..Default::default()
        };
        create(&e, "again", "busybox", host, &sh("echo try; exit 1"));
        e.container_start("again").unwrap();
        p.sleep(60_000_000_000).await.unwrap();
        let seen = e.container_inspect("again", false).unwrap();
        assert_eq!((seen.state.status.as_str(), seen.restart_count), ("exited", 2));
        let logs = LogsOptions { stdout: true, ..Default::default() };
        let mut stream = e.container_logs("again", &logs).unwrap();
        let mut lines = 0;
        while stream.next(&p).await.unwrap().is_some() {
            lines += 1;
        }
        assert_eq!(lines, 3);
    });
}

#[test]
fn tmpfs_is_gone_after_a_stop() {
    on(|e, p| async move {
        let host = HostConfig {
            tmpfs: [("/cache".to_string(), "size=2m".to_string())].into(),
            ..Default::default()
        };
        let id = create(&e, "mem", "busybox", host, &["sleep", "600"]);
        e.container_start("mem").unwrap();
        exec(&e, &p, &id, &["sh", "-c", "echo s > /cache/token"]).await;
        let (mounts, _) = exec(&e, &p, &id, &["grep", "cache", "/proc/mounts"]).await;
        assert_eq!(mounts, "tmpfs /cache tmpfs rw,nosuid,nodev,noexec,relatime,size=2048k 0 0\n");
        let now = StopOptions { signal: None, timeout: Some(0) };
        e.container_restart(&p, "mem", &now).await.unwrap();
        assert_eq!(exec(&e, &p, &id, &["ls", "/cache"]).await, (String::new(), 0));
        assert!(e.losses().iter().any(|l| l.mount == "/cache"));
    });
}
