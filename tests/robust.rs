//! What happens at the machine's bounds: scripts that take all there is of something end in the error
//! that Linux gives, and the world goes on afterwards.

use drydock::world::script::{self, Script};
use drydock::world::{Config, World};

/// Output, errors and status of a script by the host's bash.
fn run(text: &str) -> (String, String, i32) {
    let mut world = World::new(Config::default());
    run_in(&mut world, text)
}

fn run_in(world: &mut World, text: &str) -> (String, String, i32) {
    let (mut out, mut err) = (Vec::new(), Vec::new());
    let status = script::run(world, Script::new("case.sh", text), &mut |stream, bytes| {
        if stream == 1 { out.extend_from_slice(bytes) } else { err.extend_from_slice(bytes) }
    });
    let text = |b: Vec<u8>| String::from_utf8_lossy(&b).replace("/run/script/", "");
    (text(out), text(err), status)
}

/// A text that doubles ends the shell as bash's xrealloc does.
#[test]
fn a_text_that_grows_for_ever() {
    let mut world = World::new(Config::default());
    for text in [
        "x=0123456789abcdef; while :; do x=$x$x; done",
        "x=0123456789abcdef; while :; do x+=$x; done",
        "x=$(yes)",
        "printf -v x '%999999999d' 1",
        "x=a; x=${x//a/$(printf '%60000000d' 1)}$x$x$x$x; x=$x$x",
    ] {
        let (_, err, status) = run_in(&mut world, text);
        let said = err.starts_with("case.sh: xrealloc: cannot allocate ");
        assert!(said && status == 2, "{text}: {status} {err}");
    }
    assert_eq!(run_in(&mut world, "echo alive").0, "alive\n");
}

/// Who holds most data is killed when the machine has no more.
#[test]
fn programs_that_take_all_memory_are_killed() {
    let mut world = World::new(Config::default());
    let (out, err, status) = run_in(&mut world, "tail /dev/zero; echo $?");
    assert_eq!((out.as_str(), status), ("137\n", 0));
    let line = " Killed                  tail /dev/zero\n";
    assert!(err.starts_with("case.sh: line 1: ") && err.ends_with(line), "{err}");
    let (_, _, status) = run_in(&mut world, "mapfile lines < <(yes '')");
    assert_eq!(status, 137);
    assert_eq!(run_in(&mut world, "echo alive").0, "alive\n");
}

#[test]
fn ranges_beyond_memory_stay_words() {
    let (out, err, status) = run("echo {1..100000000}; echo {1..3}");
    assert_eq!((out.as_str(), status), ("{1..100000000}\n1 2 3\n", 0));
    let wanted = "brace expansion: failed to allocate memory for 100000000 elements\n";
    assert_eq!(err, format!("case.sh: line 1: {wanted}"));
    let (out, ..) = run("set -- {1..300000}; echo $# ${@: -1}");
    assert_eq!(out, "300000 300000\n");
}

/// Forks fail, the machine does not.
#[test]
fn processes_without_end() {
    let (out, err, _) = run("for i in {1..3000}; do sleep 9 & done; :");
    assert!(out.is_empty() && err.contains("Resource temporarily unavailable"), "{err}");
}

/// Processes that fork without end die of the bound, and the machine is whole again.
#[test]
fn fork_bombs() {
    let mut world = World::new(Config::default());
    for text in [
        ":(){ :|:& };:",
        ":(){ :|:& };: 2>&1 | tail -n 1",
        "f() { f & f & }; f",
        "docker run --rm alpine sh -c ':(){ :|:& };:'",
    ] {
        run_in(&mut world, text);
        // While it lasts there is no room for this either.
        run_in(&mut world, "sleep 1");
        let (out, err, status) = run_in(&mut world, "sleep 60; ls / | wc -l; ps -e | wc -l");
        let counts: Vec<u32> = out.lines().filter_map(|l| l.trim().parse().ok()).collect();
        assert!(counts.len() == 2 && counts[1] < 30 && status == 0, "{text}: {out}{err}");
    }
    let (_, err, status) = run("for i in {1..1100}; do sleep 99 & done; echo no");
    assert!(err.contains("case.sh: fork: retry: Resource temporarily unavailable\n"), "{err}");
    assert!(err.ends_with("case.sh: fork: Resource temporarily unavailable\n"), "{err}");
    assert_eq!(status, 254);
}

/// What is no script is refused after a look at its beginning.
#[test]
fn scripts_without_end() {
    let (out, err, _) = run("bash /dev/zero; echo $?; . /dev/zero; echo $?; bash <(yes); echo $?");
    assert_eq!(out, "126\n126\n126\n", "{err}");
    assert!(err.starts_with("/dev/zero: /dev/zero: cannot execute binary file\n"), "{err}");
}

#[test]
fn descriptors_run_out() {
    let (out, err, status) =
        run("for i in {1..2000}; do exec {fd}>/tmp/f || break; done; echo $fd $i");
    assert_eq!((out.as_str(), status), ("1023 1015\n", 0), "{err}");
    assert!(err.ends_with("case.sh: line 1: /tmp/f: Too many open files\n"), "{err}");
}

/// A full disk says so, shows it, and is whole again when the file is gone.
#[test]
fn a_disk_that_is_full() {
    let mut world = World::new(Config::default());
    let text = "yes 'some text' > big; echo $?; echo more > small; echo $?
        df . | tail -n 1 | awk '{ print $5 }'; rm big; echo more > small; cat small
        df . | tail -n 1 | awk '{ print ($4 > 1000000) }'";
    let (out, err, _) = run_in(&mut world, text);
    assert_eq!(out, "1\n1\n100%\nmore\n1\n");
    assert!(err.contains("yes: standard output: No space left on device"), "{err}");
    assert!(err.contains("echo: write error: No space left on device"), "{err}");
}

#[test]
fn paths_and_names_that_are_too_long() {
    let (out, err, _) = run("n=$(printf 'a%.0s' {1..256}); : > $n; echo $?; : > ${n:1}; echo $?
        p=$(printf 'd/%.0s' {1..2100}); mkdir -p d; cd $p; echo $?; ls $p >/dev/null; echo $?");
    assert_eq!(out, "1\n0\n1\n2\n");
    assert_eq!(err.matches("File name too long").count(), 3, "{err}");
    let (out, err, _) = run("/bin/echo {1..400000} | wc -c; export x=$(printf '%0200000d' 1); ls");
    assert_eq!(out, "0\n");
    assert_eq!(err.matches("Argument list too long").count(), 2, "{err}");
}

/// Recursion by any way ends in an error.
#[test]
fn recursion_ends() {
    // Builds without optimisation take more stack than the browser's.
    let large = std::thread::Builder::new().stack_size(64 << 20);
    large.spawn(recursions).expect("a thread").join().expect("no panic");
}

fn recursions() {
    let mut world = World::new(Config::default());
    for (text, wanted) in [
        ("f() { f; }; f", "f: maximum function nesting level exceeded"),
        ("x='eval \"$x\"'; eval \"$x\"", "maximum eval nesting level exceeded"),
        ("echo '. ./s' > s; . ./s", "maximum eval nesting level exceeded"),
        ("f() { (f); }; f", "Resource temporarily unavailable"),
        ("f() { echo $(f); }; f", "Resource temporarily unavailable"),
        ("echo 'bash s' > s; bash s", "Resource temporarily unavailable"),
        ("x=x; echo $((x))", "expression recursion level exceeded"),
    ] {
        let (_, err, _) = run_in(&mut world, text);
        assert!(err.contains(wanted), "{text}: {err}");
    }
    assert_eq!(run_in(&mut world, "echo alive").0, "alive\n");
}

/// Text that no person wrote is refused or run, but never brings the machine down.
#[test]
fn random_text_is_read() {
    let large = std::thread::Builder::new().stack_size(64 << 20);
    large.spawn(random_texts).expect("a thread").join().expect("no panic");
}

fn random_texts() {
    let world = World::new(Config::default());
    let mut seed = 7u64;
    let mut next = move |n: usize| {
        seed = seed.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        (seed >> 33) as usize % n
    };
    let tokens = [
        "$(",
        ")",
        "((",
        "))",
        "${",
        "}",
        "[[",
        "]]",
        "`",
        "\"",
        "'",
        "$'",
        "\\",
        "\n",
        ";",
        ";;",
        "|",
        "&",
        "&&",
        "<<E",
        "<<<",
        "<(",
        ">",
        "2>&1",
        "{",
        "if",
        "then",
        "fi",
        "case x in",
        "esac",
        "for",
        "do",
        "done",
        "while",
        "x=",
        "a[",
        "]",
        "=(",
        "x",
        "1",
        " ",
        " ",
        "é",
        "#",
        "!",
        "*",
        "?",
        "@",
        "%",
        ":",
        "-",
        "+",
        "E\n",
        "\u{0}",
        "~",
        "..",
        ",",
        "function f",
        "()",
    ];
    for _ in 0..400 {
        let count = 1 + next(24);
        let text: String = (0..count).map(|_| tokens[next(tokens.len())]).collect();
        // Read only: what it would do is not the question.
        let _ = run_in(&mut world.fork(), &format!("set -n\n{text}"));
    }
}

/// The least priority a network can have is one like any other.
#[test]
fn the_least_priority_of_a_way_out() {
    let (out, err, status) =
        run("docker network create aa >/dev/null; docker network create bb >/dev/null\n\
         docker run --rm --network name=aa,gw-priority=-9223372036854775808 --network bb busybox \
         ip route | head -n 1");
    assert_eq!((out.as_str(), err.as_str(), status), ("default via 172.19.0.1 dev eth1 \n", "", 0));
}

/// What an archive says of its images' parents is believed only where it can be so: no image is its own.
#[test]
fn parents_that_an_archive_makes_up() {
    let (out, err, status) = run(r#"mkdir a; cd a
        echo '{"rootfs":{"type":"layers","diff_ids":[]},"history":[{"created_by":"x"}]}' > t
        id=$(sha256sum < t | cut -d' ' -f1); mv t $id.json
        echo "[{\"Config\":\"$id.json\",\"RepoTags\":[\"self:1\"],\"Layers\":[],\"Parent\":\"sha256:$id\"}]" > manifest.json
        tar cf ../a.tar *; cd ..; docker load -q -i a.tar; echo $?
        docker rmi self:1 > /dev/null; echo $?; docker images -a | grep -c self"#);
    assert_eq!((out.as_str(), status), ("Loaded image: self:1\n1\n0\n0\n", 1), "{err}");
    assert!(err.contains("is not a valid parent for sha256:"), "{err}");
}

/// `docker top` with a `ps` that writes more than a pipe holds before its lines, and one that never ends.
#[test]
fn tops_with_another_ps() {
    let (out, err, status) = run(r#"docker run -d --name aa busybox sleep 1000 > /dev/null
        sudo mv /usr/bin/ps /usr/bin/ps.real
        printf '#!/bin/bash\nyes x | head -c 3000000 >&2\ncat\nexec ps.real "$@"\n' > ps
        sudo install -m 755 ps /usr/bin/ps; timeout 20 docker top aa | wc -l
        printf '#!/bin/bash\nexec yes\n' > ps
        sudo install -m 755 ps /usr/bin/ps; timeout 1 docker top aa; echo $?; sleep 1
        ps.real -ef | grep -c '[y]es$'"#);
    assert_eq!((out.as_str(), err.as_str(), status), ("2\n124\n0\n", "", 1));
}
