//! A property: whatever interrupts a verb, and whenever, the machine is in a consistent state afterwards. Every
//! verb that changes something is run on a copy of one prepared machine and interrupted after so many
//! turns: by Ctrl-C, by the client's being killed, and by the power's failing.

use std::cell::Cell;
use std::rc::Rc;

use crate::kernel::{LocalFuture, Pid, Proc, Progress, Signal, WaitFlags, WaitFor};

use super::login::as_learner;
use super::{Config, Input, World, script};

const SECOND: i64 = 1_000_000_000;

/// What the verbs find.
const PREPARE: &str = "
docker network create net
docker volume create vol
docker run -d --name web --network net -v data:/d --tmpfs /t busybox sh -c 'trap \"exit 0\" TERM; while :; do sleep 5; done'
docker run -d --name deaf -v /anon busybox sleep 1000
docker run --name idle busybox true
docker create --name made -v data:/d busybox sleep 1000
docker run -d --name gone --rm busybox sleep 1000
docker save -o image.tar busybox; docker export -o files.tar idle
docker volume create spare; docker network create empty
docker tag busybox extra:1
mkdir -p app tree/sub shop; echo x > tree/sub/f; seq 2000 > tree/big
printf 'FROM busybox\\nCOPY . /in\\nRUN --mount=type=secret,id=s sleep 1; echo a > /a\\nRUN --mount=type=bind,target=/b sleep 1\\n' > tree/Dockerfile
printf 'services:\\n  a:\\n    image: busybox\\n    command: sleep 1000\\n    volumes: [\"vv:/v\"]\\n  b:\\n    image: busybox\\n    command: sleep 1000\\n    depends_on: [a]\\nvolumes:\\n  vv:\\n' > shop/compose.yaml
printf 'services:\\n  a:\\n    image: busybox\\n    command: sleep 1000\\n    volumes: [\"vv:/v\"]\\nvolumes:\\n  vv:\\n' > app/compose.yaml
docker compose -f app/compose.yaml up -d
";

/// The verbs, and what has to be done before one can be done again; nothing where nothing has.
const VERBS: &[(&str, &str)] = &[
    (
        "docker run --name fresh -v nv:/n -v /m --tmpfs /t busybox sh -c 'echo a > /n/f; sleep 1'",
        "docker rm -fv fresh",
    ),
    ("docker run --rm -v nv:/n -v /m --network net busybox sleep 1", ""),
    (
        "docker run -d --restart always --network net -p 8099:80 busybox sleep 1000",
        "docker ps -q --filter publish=8099 | xargs -r docker rm -f",
    ),
    ("docker run --rm alpine:3.20 true", ""),
    ("docker create --name fresh -v nv:/n busybox", "docker rm -fv fresh"),
    ("docker start made idle", ""),
    ("docker start -a idle", ""),
    ("docker stop web", ""),
    ("docker stop -t 3 deaf", ""),
    ("docker restart -t 3 web deaf gone", "docker create --name gone busybox sleep 1000"),
    ("docker kill web", "docker start web"),
    ("docker pause web", "docker unpause web; docker start web"),
    (
        "docker rm -f web made",
        "docker create --name web busybox; docker create --name made busybox",
    ),
    (
        "docker rm -fv gone deaf",
        "docker create --name gone busybox; docker create --name deaf busybox",
    ),
    ("docker rename made other", "docker rename other made"),
    ("docker update --memory 64m --memory-swap 64m web", ""),
    ("docker wait deaf & sleep 1; docker stop -t 1 deaf; wait", ""),
    ("docker exec web sh -c 'echo x > /d/f; sleep 1'", "docker start web"),
    ("docker exec -d web sleep 3", "docker start web"),
    ("docker attach --no-stdin web & sleep 1; docker stop -t 0 web; wait", "docker start web"),
    ("docker cp tree made:/in", ""),
    ("docker cp web:/bin out", ""),
    ("docker commit web pic:1", ""),
    ("docker pull nginx", ""),
    ("docker build --secret id=s,src=tree/big -t built tree", ""),
    ("docker load -i image.tar", ""),
    ("docker rmi -f extra:1 && docker load < image.tar", "docker tag busybox extra:1"),
    ("docker import files.tar flat", ""),
    ("docker save -o saved.tar busybox", ""),
    ("docker export -o exported.tar web", ""),
    ("docker tag busybox again:1", ""),
    ("docker rmi extra:1", "docker tag busybox extra:1"),
    ("docker volume create nv", ""),
    ("docker volume rm spare", "docker volume create spare"),
    ("docker volume prune -af", ""),
    ("docker network create nn", "docker network rm nn"),
    ("docker network connect net deaf", "docker network disconnect net deaf"),
    ("docker network disconnect net web", "docker network connect net web"),
    ("docker network rm empty", "docker network create empty"),
    ("docker network prune -f", ""),
    ("docker compose -f shop/compose.yaml up -d", ""),
    ("docker compose -f app/compose.yaml up -d --scale a=3", ""),
    ("docker compose -f app/compose.yaml restart -t 1", ""),
    ("docker compose -f app/compose.yaml down -v -t 1", ""),
    ("docker compose -f shop/compose.yaml run --rm a sleep 1", ""),
    ("timeout -s INT 3 docker compose -f shop/compose.yaml up -t 1; test $? = 124", ""),
    ("docker container prune -f", ""),
    ("docker image prune -af", ""),
    ("docker builder prune -af", ""),
    ("docker system prune -af --volumes", ""),
    (
        "docker plugin install --grant-all-permissions vieux/sshfs",
        "docker plugin rm -f vieux/sshfs",
    ),
];

/// Takes everything away that a person can take away.
const EMPTY: &str = "
docker compose -f shop/compose.yaml down -v -t 0; docker compose -f app/compose.yaml down -v -t 0
docker ps -aq | xargs -r docker rm -fv
docker volume ls -q | xargs -r docker volume rm
docker network prune -f; docker plugin ls -q | xargs -r docker plugin rm -f
docker builder prune -af
# An image goes after those that were made from it.
for turn in 1 2 3; do docker images -q | sort -u | xargs -r docker rmi -f; done
rm -rf ~/* ~/.docker";

#[derive(Clone, Copy, Debug)]
enum By {
    CtrlC,
    Kill,
    Power,
}

/// A command line under way.
struct Running {
    group: Rc<Cell<Pid>>,
    done: Rc<Cell<Option<i32>>>,
}

impl Running {
    /// Starts one as the learner, in a session of its own and with nothing to read.
    fn start(w: &World, line: &str) -> Running {
        let (group, done): (Rc<Cell<Pid>>, Rc<Cell<Option<i32>>>) = Default::default();
        let mut spawn = as_learner("/bin/bash", &["bash", "-c", line], None);
        spawn.session = Some(None);
        let (pid, status) = (Rc::clone(&group), Rc::clone(&done));
        let body = Rc::new(move |p: Proc| -> LocalFuture<i32> {
            let (mut spawn, pid, status) = (spawn.clone(), Rc::clone(&pid), Rc::clone(&status));
            Box::pin(async move {
                let null = p.open("/dev/null", crate::vfs::OpenFlags::READ, 0).expect("a device");
                let (out, err) = (p.open_host(1).expect("output"), p.open_host(2).expect("output"));
                spawn.fds = Some(vec![(0, null), (1, out), (2, err)]);
                pid.set(p.spawn(spawn).expect("bash is there"));
                let ended = p.wait(WaitFor::Pid(pid.get()), WaitFlags::default()).await;
                status.set(Some(ended.ok().flatten().map_or(255, |(_, s)| s.code())));
                0
            })
        });
        w.kernel.spawn_root(&["/usr/bin/login"], w.host, body);
        Running { group, done }
    }

    /// Lets one thing happen: a turn, or the next timer.
    fn step(&self, w: &mut World) {
        if let Progress::Idle { next: Some(at) } = w.run(1) {
            w.kernel.advance_to(at);
        }
    }

    /// Lets things happen until it has ended, or so much time has passed; whether it has ended.
    fn wait(&self, w: &mut World, ns: i64) -> bool {
        let end = w.now() + ns;
        while self.done.get().is_none() && w.now() < end {
            self.step(w);
        }
        self.done.get().is_some()
    }
}

fn sh(w: &mut World, text: &str) -> (String, i32) {
    let (out, status) = script::capture(w, text);
    (String::from_utf8_lossy(&out).into_owned(), status)
}

fn prepared() -> World {
    let mut w = World::new(Config::default());
    let (out, status) = sh(&mut w, PREPARE);
    assert_eq!(status, 0, "{out}");
    assert_eq!(w.engine.audit(), Vec::<String>::new());
    w.run_to(w.now() + 40 * SECOND, u64::MAX);
    w
}

/// How many steps a command line takes when nothing comes between.
fn steps(base: &World, line: &str) -> usize {
    let mut w = base.fork();
    let run = Running::start(&w, line);
    let mut n = 0;
    while run.done.get().is_none() {
        run.step(&mut w);
        n += 1;
        assert!(n < 1_000_000, "{line} does not end");
    }
    n
}

/// Interrupts a command line after so many steps, and tells what is wrong afterwards.
fn interrupted(base: &World, (line, undo): (&str, &str), by: By, after: usize) -> Vec<String> {
    let mut w = base.fork();
    if matches!(by, By::Power) {
        w.kernel.vfs().keep_journal(w.host.root.node.sb).expect("a disk in memory");
    }
    let run = Running::start(&w, line);
    for _ in 0..after {
        run.step(&mut w);
    }
    let group = |w: &World, signal| {
        if run.group.get() != 0 {
            w.kernel.post_group(run.group.get(), signal);
        }
    };
    match by {
        By::Power => {
            w.input(Input::PowerCut);
        }
        By::Kill => group(&w, Signal::KILL),
        By::CtrlC => {
            // A program in a container may not care; the third time the client goes by itself.
            for _ in 0..4 {
                group(&w, Signal::INT);
                run.wait(&mut w, 12 * SECOND);
            }
            if run.done.get().is_none() {
                return vec!["Ctrl-C does not end it".to_string()];
            }
            // What bash starts in the background does not hear it.
            group(&w, Signal::KILL);
        }
    }
    w.run_to(w.now() + 15 * SECOND, u64::MAX);
    let mut faults = w.engine.audit();
    let look = "docker ps -a && docker volume ls && docker images && docker system df && docker network ls && docker ps -aq | xargs -r docker inspect";
    let (out, status) = sh(&mut w, look);
    if status != 0 {
        faults.push(format!("what is there can not be shown: {out}"));
    }
    sh(&mut w, undo);
    let again = Running::start(&w, line);
    again.wait(&mut w, 300 * SECOND);
    let said: Vec<u8> = w.kernel.take_host_output().into_iter().flat_map(|(_, b)| b).collect();
    if again.done.get() != Some(0) {
        let said = String::from_utf8_lossy(&said).into_owned();
        faults.push(format!("again it gives {:?}: {said}", again.done.get()));
    }
    w.run_to(w.now() + 5 * SECOND, u64::MAX);
    faults.extend(w.engine.audit().into_iter().map(|f| format!("after the second time: {f}")));
    sh(&mut w, EMPTY);
    w.run_to(w.now() + 5 * SECOND, u64::MAX);
    faults.extend(w.engine.audit().into_iter().map(|f| format!("at the end: {f}")));
    faults.extend(w.engine.left().into_iter().map(|f| format!("left over: {f}")));
    faults
}

fn never_inconsistent(by: By, points: usize) {
    let base = prepared();
    let mut all = String::new();
    for verb in VERBS {
        let n = steps(&base, verb.0);
        for i in 0..points {
            // Never at the very end, where nothing is interrupted any more.
            let after = n * (2 * i + 1) / (2 * points);
            let faults = interrupted(&base, *verb, by, after);
            if !faults.is_empty() {
                all += &format!(
                    "{} interrupted by {by:?} after {after} of {n} steps:\n  {}\n",
                    verb.0,
                    faults.join("\n  ")
                );
            }
        }
    }
    assert!(all.is_empty(), "\n{all}");
}

#[test]
fn ctrl_c_leaves_everything_consistent() {
    never_inconsistent(By::CtrlC, 3);
}

#[test]
fn killing_the_client_leaves_everything_consistent() {
    never_inconsistent(By::Kill, 3);
}

#[test]
fn a_power_cut_leaves_everything_consistent() {
    never_inconsistent(By::Power, 3);
}
