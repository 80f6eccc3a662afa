//! The world is a function of its inputs: any list of them gives the same outputs, ids and view when
//! it is played twice, and after it was saved and loaded.

#![allow(clippy::unwrap_used)]

use drydock::kernel::Progress;
use drydock::world::view::View;
use drydock::world::{Config, Entry, Input, Log, World};
use proptest::prelude::{Strategy, any, prop_oneof, proptest};
use proptest::test_runner::Config as Cases;

/// One step of somebody's session: something comes in, then time passes, cut into slices as a busy or
/// a quick machine would.
#[derive(Clone, Debug)]
struct Step {
    input: Input,
    /// Turns the machine is given at a time.
    slice: u64,
    /// How often.
    slices: u32,
    /// Nanoseconds that pass if it is idle.
    wait: i64,
}

const LINES: &[&str] = &[
    "docker volume create data\r",
    "docker run --rm -v data:/d alpine sh -c 'date >> /d/log; cat /d/log'\r",
    "docker run -d --name c -v data:/d busybox sh -c 'while true; do echo tick; sleep 1; done'\r",
    "docker run -d busybox sleep 2\r",
    "docker run -it --rm alpine sh\r",
    "docker ps -a; docker volume ls\r",
    "docker logs -f c\r",
    "docker rm -f c\r",
    "docker stop -t 1 c\r",
    "echo $RANDOM $$ > f; cat f; ls -la\r",
    "while true; do :; done\r",
    "sleep 3 &\r",
    "cat\r",
    "yes\r",
    "exit\r",
    "nonsense | 'unclosed\r",
    "\x03",
    "\x04",
    "\x1b[A\r",
    "ec\t\t\r",
];

fn input() -> impl Strategy<Value = Input> {
    prop_oneof![
        8 => (0..LINES.len()).prop_map(|i| keys(LINES[i].as_bytes())),
        1 => proptest::collection::vec(any::<u8>(), 0..12).prop_map(|data| Input::Keys { tty: 0, data }),
        1 => (1u16..200, 1u16..60).prop_map(|(cols, rows)| Input::Resize { tty: 0, cols, rows }),
        1 => (20u16..100).prop_map(|cols| Input::OpenTerminal { cols, rows: 24 }),
        1 => (0u32..3).prop_map(|tty| Input::CloseTerminal { tty }),
        1 => (0u64..40).prop_map(|id| Input::Edited { id, text: Some("saved\n".into()) }),
    ]
}

fn keys(data: &[u8]) -> Input {
    Input::Keys { tty: 0, data: data.to_vec() }
}

fn step() -> impl Strategy<Value = Step> {
    (input(), 1u64..12, 0u32..12, 0i64..4_000_000_000)
        .prop_map(|(input, slice, slices, wait)| Step { input, slice, slices, wait })
}

/// What can be seen of a world.
#[derive(Debug, PartialEq)]
struct Seen {
    now: i64,
    view: View,
    output: Vec<(u32, Vec<u8>)>,
}

fn gather(world: &mut World, output: &mut Vec<(u32, Vec<u8>)>) {
    for (tty, bytes) in world.take_output() {
        match output.iter_mut().find(|(t, _)| *t == tty) {
            Some((_, all)) => all.extend(bytes),
            None => output.push((tty, bytes)),
        }
    }
    output.sort_by_key(|(tty, _)| *tty);
}

fn live(steps: &[Step]) -> (World, Vec<(u32, Vec<u8>)>) {
    let mut world = World::new(Config { seed: 42, epoch: 1_770_000_000_000_000_000 });
    let mut output = Vec::new();
    world.input(Input::OpenTerminal { cols: 80, rows: 24 });
    for step in steps {
        world.input(step.input.clone());
        let mut left = step.wait;
        for _ in 0..step.slices {
            let before = world.now();
            if let Progress::Idle { .. } = world.run(step.slice) {
                world.advance(left);
                left -= (world.now() - before).min(left);
            }
            gather(&mut world, &mut output);
        }
    }
    gather(&mut world, &mut output);
    (world, output)
}

fn replayed(log: &Log, until: i64) -> Seen {
    let mut world = World::new(log.config);
    let mut output = Vec::new();
    for entry in &log.entries {
        world.replay_entry(entry);
        gather(&mut world, &mut output);
    }
    world.run_to(until, u64::MAX);
    gather(&mut world, &mut output);
    Seen { now: world.now(), view: world.view(), output }
}

fn saved_and_loaded(log: &Log) -> Log {
    let lines: Vec<String> = log.entries.iter().map(Entry::to_line).collect();
    let entries = lines.iter().map(|l| Entry::from_line(l).unwrap()).collect();
    Log { config: log.config, entries }
}

proptest! {
    #![proptest_config(Cases { cases: 16, max_shrink_iters: 60, ..Cases::default() })]

    #[test]
    fn a_session_is_its_inputs(steps in proptest::collection::vec(step(), 1..10)) {
        let (world, output) = live(&steps);
        let seen = Seen { now: world.now(), view: world.view(), output };
        assert_eq!(replayed(world.log(), world.now()), seen);
        assert_eq!(replayed(&saved_and_loaded(world.log()), world.now()), seen);
    }
}
