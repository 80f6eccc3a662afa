//! Builds and archives, by the engine's own verbs.

mod engine_machine;

use drydock::engine::api::build::{BuildEvent, BuildOptions, ContextBody, ContextEntry};
use drydock::engine::api::container::{ArchivePut, ChangeKind, CommitOptions, RemoveOptions};
use drydock::engine::api::filters::Filters;
use drydock::engine::api::host_config::HostConfig;
use drydock::engine::api::image::ImportOptions;
use drydock::engine::{Engine, EngineError};
use drydock::kernel::Proc;
use drydock::vfs::Content;
use engine_machine::{create, on, run_in, sh};

fn file(path: &str, text: &str) -> ContextEntry {
    ContextEntry {
        path: path.into(),
        mode: 0o644,
        mtime: 1_000_000_000,
        body: ContextBody::File(Content::from(text.as_bytes().to_vec())),
    }
}

/// Builds, and gives the image's id with what was told on the way.
async fn build(
    e: &Engine,
    p: &Proc,
    o: BuildOptions,
) -> (Result<String, EngineError>, Vec<BuildEvent>) {
    let mut work = e.image_build(p, o);
    let mut events = Vec::new();
    while let Some(m) = work.next().await {
        events.push(m);
    }
    (work.result().await.map(|r| r.image_id), events)
}

fn options(dockerfile: &str, context: Vec<ContextEntry>) -> BuildOptions {
    BuildOptions {
        dockerfile: dockerfile.into(),
        context: context.into(),
        tags: vec!["app".into()],
        ..Default::default()
    }
}

fn cached(events: &[BuildEvent]) -> usize {
    events.iter().filter(|e| matches!(e, BuildEvent::Cached { .. })).count()
}

#[test]
fn a_build_and_its_cache() {
    on(|e, p| async move {
        let text = "ARG V=latest\nFROM busybox:$V AS one\nRUN echo made > /made && mkdir /d\nFROM busybox\n\
                    ARG WHO=me\nENV GREET=\"hello $WHO\"\nWORKDIR /app\nCOPY --chown=3:4 a.txt sub/ ./\n\
                    COPY --from=one /made /m\nRUN echo $GREET $WHO > said\nVOLUME /v\nEXPOSE 80\n\
                    CMD cat said /m && ls -n\n";
        let context = vec![file("a.txt", "A\n"), file("sub/b.txt", "B\n")];
        let (id, events) = build(&e, &p, options(text, context.clone())).await;
        let id = id.unwrap();
        assert_eq!(cached(&events), 0);
        let names: Vec<&str> = events
            .iter()
            .filter_map(|e| match e {
                BuildEvent::Started { name, .. } => Some(name.as_str()),
                _ => None,
            })
            .collect();
        assert!(names.contains(&"[stage-1 3/5] COPY --chown=3:4 a.txt sub/ ./"), "{names:?}");
        let (out, code) = run_in(
            &e,
            &p,
            "app",
            HostConfig::default(),
            &sh("cat said /m; ls -n | grep -c '3 *4'; cat b.txt"),
        )
        .await;
        assert_eq!((out.as_str(), code), ("hello me me\nmade\n2\nB\n", 0));
        let seen = e.image_inspect("app").unwrap();
        let config = seen.config.unwrap();
        assert_eq!(config.working_dir, "/app");
        assert!(config.volumes.unwrap().contains_key("/v"));
        assert!(config.exposed_ports.contains_key("80/tcp"));
        let (again, events) = build(&e, &p, options(text, context)).await;
        assert_eq!(again.unwrap(), id, "the same build gives the same image");
        assert_eq!(cached(&events), 5);
        let changed = vec![file("a.txt", "other\n"), file("sub/b.txt", "B\n")];
        let (third, events) = build(&e, &p, options(text, changed)).await;
        assert_ne!(third.unwrap(), id);
        assert_eq!(cached(&events), 2, "steps before the change come from the cache");
        let history = e.image_history("app").unwrap();
        assert_eq!(history[0].created_by, "CMD [\"/bin/sh\" \"-c\" \"cat said /m && ls -n\"]");
        assert!(e.build_cache_prune(true, &Filters::new()).unwrap().caches_deleted.len() > 3);
    });
}

#[test]
fn builds_that_fail() {
    on(|e, p| async move {
        for (text, why) in [
            (
                "FROM busybox\nRUN exit 3",
                "process \"/bin/sh -c exit 3\" did not complete successfully: exit code: 3",
            ),
            (
                "FRM x",
                "dockerfile parse error on line 1: unknown instruction: FRM (did you mean FROM?)",
            ),
            ("", "the Dockerfile cannot be empty"),
        ] {
            let (result, _) = build(&e, &p, options(text, Vec::new())).await;
            assert_eq!(result.unwrap_err().message, why);
        }
        let (result, _) = build(&e, &p, options("FROM busybox\nCOPY none /", Vec::new())).await;
        let why = result.unwrap_err().message;
        assert!(
            why.starts_with("failed to compute cache key: ")
                && why.ends_with("\"/none\": not found"),
            "{why}"
        );
        assert_eq!(e.container_list(&Default::default()).unwrap().count(), 0);
        assert_eq!(e.losses().len(), 0, "a build's own containers are no loss");
    });
}

#[test]
fn what_a_container_changed() {
    on(|e, p| async move {
        let script =
            "mkdir /new; echo a > /new/f; rm /etc/group; echo x >> /etc/passwd; ln /new/f /new/g";
        create(&e, "box", "busybox", HostConfig::default(), &sh(script));
        e.container_start("box").unwrap();
        p.sleep(1_000_000_000).await.unwrap();
        let all: Vec<String> = e
            .container_changes("box")
            .unwrap()
            .into_iter()
            .map(|c| {
                let letter = match c.kind {
                    ChangeKind::Added => 'A',
                    ChangeKind::Changed => 'C',
                    ChangeKind::Deleted => 'D',
                };
                format!("{letter} {}", c.path)
            })
            .collect();
        assert_eq!(
            all,
            ["C /etc", "D /etc/group", "C /etc/passwd", "A /new", "A /new/f", "A /new/g"]
        );
        let commit = CommitOptions {
            reference: "saved:1".into(),
            changes: vec!["ENV A=1".into(), "CMD [\"cat\", \"/new/g\"]".into()],
            ..Default::default()
        };
        let id = e.container_commit("box", &commit).unwrap();
        let (out, _) = run_in(
            &e,
            &p,
            "saved:1",
            HostConfig::default(),
            &sh("cat /new/f; ls /etc/group; echo $A; stat -c %h /new/g"),
        )
        .await;
        assert_eq!(out, "a\n! ls: /etc/group: No such file or directory\n1\n2\n");
        // Saved, removed, loaded: the same image.
        let tar = e.image_save(&["saved:1".into()]).unwrap();
        e.container_remove(&p, "box", RemoveOptions::default()).await.unwrap();
        e.image_remove(&p, "saved:1", false, false).unwrap();
        assert!(e.image_inspect("saved:1").is_err());
        let mut said = Vec::new();
        e.image_load(&tar, false, &mut said).unwrap();
        assert_eq!(said[0].stream, "Loaded image: saved:1\n");
        assert_eq!(e.image_inspect("saved:1").unwrap().id, id);
        let (out, _) = run_in(&e, &p, "saved:1", HostConfig::default(), &["cat", "/new/g"]).await;
        assert_eq!(out, "a\n");
    });
}

#[test]
fn copying_in_and_out() {
    on(|e, p| async move {
        let host = HostConfig { binds: Some(vec!["vol:/data".into()]), ..Default::default() };
        create(&e, "box", "busybox", host, &["true"]);
        let (tar, stat) = e.container_archive_get("box", "/etc/passwd").unwrap();
        assert_eq!((stat.name.as_str(), stat.mode & 0o777), ("passwd", 0o644));
        e.container_archive_put("box", "/data", &tar, ArchivePut::default()).unwrap();
        assert!(p.exists("/var/lib/docker/volumes/vol/_data/passwd"));
        let missing = e.container_archive_get("box", "/nope").unwrap_err();
        assert_eq!(missing.message, "Could not find the file /nope in container box");
        let wrong = e.container_archive_put("box", "/etc/passwd", &tar, ArchivePut::default());
        assert_eq!(wrong.unwrap_err().message, "extraction point is not a directory");
        let all = e.container_export("box").unwrap();
        let o = ImportOptions { reference: "flat".into(), ..Default::default() };
        e.image_import(&all, &o).unwrap();
        let (out, code) =
            run_in(&e, &p, "flat", HostConfig::default(), &sh("ls /data; wc -l < /etc/passwd"))
                .await;
        assert_eq!(code, 0);
        assert!(out.trim().parse::<u32>().is_ok(), "{out}");
    });
}
