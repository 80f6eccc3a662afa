//! What small files weigh: `max alloc` is all that 10,000 of them take, names, inodes, contents and what a power
//! cut would leave of them included; the table in the README divides it by their number.

use divan::{AllocProfiler, Bencher};
use drydock::world::{Config, World, script};

#[global_allocator]
static ALLOC: AllocProfiler = AllocProfiler::system();

fn main() {
    divan::main();
}

/// Files with so many bytes in each.
#[divan::bench(args = [6, 100], sample_count = 3)]
fn files(bencher: Bencher<'_, '_>, bytes: usize) {
    let script = format!(
        "mkdir many; for ((i = 10000; i < 20000; i++)); do echo {} > many/$i; done",
        "x".repeat(bytes - 1)
    );
    bencher.with_inputs(|| World::new(Config::default())).bench_local_values(|mut world| {
        let (output, status) = script::capture(&mut world, &script);
        assert_eq!(status, 0, "{}", String::from_utf8_lossy(&output));
        world
    });
}
