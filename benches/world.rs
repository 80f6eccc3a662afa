//! How long the world takes: to begin, to be copied, and to run scripts that a patient learner might write.
//! The scripts lie beside this file. What the browser adds is measured in the browser's test.

use divan::{Bencher, black_box};
use drydock::world::script;
use drydock::world::{Config, World};

/// The program's own: see `src/bin/drydock.rs`.
#[global_allocator]
static ALLOCATOR: mimalloc::MiMalloc = mimalloc::MiMalloc;

fn main() {
    divan::main();
}

/// From nothing to a machine that is switched on.
#[divan::bench]
fn begin() -> World {
    World::new(Config::default())
}

/// A copy, as each check needs one.
#[divan::bench]
fn fork(bencher: Bencher<'_, '_>) {
    let mut world = World::new(Config::default());
    script::capture(&mut world, FILES);
    bencher.bench_local(|| black_box(&world).fork());
}

/// One check, copy included.
#[divan::bench]
fn check(bencher: Bencher<'_, '_>) {
    let world = World::new(Config::default());
    bencher.bench_local(|| assert!(world.check("test -e /etc/passwd").holds()));
}

/// `docker run --rm busybox true`, shell included, again and again on one machine.
#[divan::bench]
fn container(bencher: Bencher<'_, '_>) {
    let mut world = World::new(Config::default());
    bencher.bench_local(|| done(&mut world, "docker run --rm busybox true"));
}

/// Making a container of an image, with a volume, that hold so many files: it must not tell.
#[divan::bench(args = [1, 10_000], sample_count = 20)]
fn create(bencher: Bencher<'_, '_>, files: u32) {
    let mut world = World::new(Config::default());
    let fill = format!(
        "docker run --name big -v big:/data busybox sh -c 'mkdir /many; for i in $(seq {files}); do
         : > /many/$i; : > /data/$i; done' && docker commit big big && docker rm big"
    );
    done(&mut world, &fill);
    bencher.bench_local(|| done(&mut world, "docker create -v big:/data big true"));
}

/// Listing so many containers.
#[divan::bench(args = [1_000, 10_000], sample_count = 5)]
fn list_containers(bencher: Bencher<'_, '_>, many: u32) {
    let mut world = World::new(Config::default());
    done(&mut world, &format!("for i in $(seq {many}); do docker create busybox; done"));
    bencher.bench_local(|| done(&mut world, "docker ps -a"));
}

/// Listing so many volumes.
#[divan::bench(args = [1_000, 10_000], sample_count = 5)]
fn list_volumes(bencher: Bencher<'_, '_>, many: u32) {
    let mut world = World::new(Config::default());
    done(&mut world, &format!("for i in $(seq {many}); do docker volume create; done"));
    bencher.bench_local(|| done(&mut world, "docker volume ls"));
}

/// A copy of a machine with 10,000 files more.
#[divan::bench]
fn fork_many_files(bencher: Bencher<'_, '_>) {
    let mut world = World::new(Config::default());
    done(&mut world, "mkdir many; for i in $(seq 10000); do echo $i > many/$i; done");
    bencher.bench_local(|| black_box(&world).fork());
}

fn done(world: &mut World, script: &str) {
    let (output, status) = script::capture(world, script);
    assert_eq!(status, 0, "{}", String::from_utf8_lossy(&output));
}

const LOOP: &str = include_str!("scripts/loop.sh");
const FILES: &str = include_str!("scripts/files.sh");
const PIPES: &str = include_str!("scripts/pipes.sh");
const ARCHIVE: &str = include_str!("scripts/archive.sh");
const CONTAINERS: &str = include_str!("scripts/containers.sh");

#[divan::bench(args = [("loop", LOOP), ("files", FILES), ("pipes", PIPES), ("archive", ARCHIVE), ("containers", CONTAINERS)].map(Script), sample_count = 5)]
fn run(bencher: Bencher<'_, '_>, case: &Script) {
    bencher.with_inputs(|| World::new(Config::default())).bench_local_values(|mut world| {
        let (output, status) = script::capture(&mut world, case.0.1);
        assert_eq!(status, 0, "{}", String::from_utf8_lossy(&output));
        world
    });
}

struct Script((&'static str, &'static str));

impl std::fmt::Display for Script {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(self.0.0)
    }
}
