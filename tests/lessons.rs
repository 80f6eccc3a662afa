//! The built-in lessons can be read, and what can not be read is told with its line. Whether their checks
//! fail before and hold after the solutions is `drydock lesson check`'s.

use drydock::lesson::{Block, LESSONS, Lesson, parse, play};
use drydock::world::{Config, World};
use std::collections::BTreeSet;

#[test]
fn every_lesson_reads() {
    let mut broken = Vec::new();
    for source in LESSONS {
        if let Err(problems) = parse(source.text) {
            broken.extend(problems.iter().map(|problem| format!("{}: {problem}", source.path)));
        }
    }
    assert!(broken.is_empty(), "{}", broken.join("\n"));
}

#[test]
fn the_table_is_sorted_and_holds_every_file() {
    let listed: Vec<&str> = LESSONS.iter().map(|source| source.path).collect();
    let mut files: Vec<String> = std::fs::read_dir(concat!(env!("CARGO_MANIFEST_DIR"), "/lessons"))
        .expect("the folder lessons")
        .map(|entry| format!("lessons/{}", entry.expect("an entry").file_name().display()))
        .filter(|name| name.ends_with(".md"))
        .collect();
    files.sort();
    assert_eq!(listed, files);
}

#[test]
fn ids_and_places_are_unique_and_each_lesson_has_tasks() {
    let lessons = drydock::lesson::all();
    let ids: BTreeSet<&str> = lessons.iter().map(|lesson| lesson.id.as_str()).collect();
    let orders: BTreeSet<u32> = lessons.iter().map(|lesson| lesson.order).collect();
    assert_eq!((ids.len(), orders.len()), (lessons.len(), lessons.len()));
    for lesson in &lessons {
        assert!(lesson.checks().count() >= 3, "{} has too few checks", lesson.id);
        assert!(lesson.minutes > 0 && !lesson.summary.is_empty(), "{}", lesson.id);
    }
}

#[test]
fn a_lesson_goes_through_json_unchanged() {
    for lesson in drydock::lesson::all() {
        let text = serde_json::to_string(&lesson).expect("a lesson as JSON");
        assert_eq!(serde_json::from_str::<Lesson>(&text).expect("a lesson from JSON"), lesson);
    }
}

/// The problems of a text, one a line.
fn problems(text: &str) -> String {
    match parse(text) {
        Ok(_) => "none".to_owned(),
        Err(problems) => problems.iter().map(ToString::to_string).collect::<Vec<_>>().join("\n"),
    }
}

fn kinds(lesson: &Lesson) -> Vec<String> {
    let json = serde_json::to_value(lesson).expect("a lesson as JSON");
    let sections = json["sections"].as_array().expect("sections");
    let blocks = sections.iter().flat_map(|section| section["blocks"].as_array().expect("blocks"));
    blocks.map(|block| block["kind"].as_str().expect("a kind").to_owned()).collect()
}

#[test]
fn each_mistake_is_told_with_its_line() {
    let front = "---\nid: x\ntitle: X\norder: 1\nsummary: s\nminutes: 1\n---\n";
    let cases: &[(&str, &str)] = &[
        ("---\ntitle: X\n", "line 1: the front matter begins here and is never closed by `---`"),
        (
            "---\nid: X!\ntitle: t\norder: one\nsummary: s\nminutes: 1\ncolour: red\n---\n",
            "line 2: the id `X!` may hold small letters, digits and `-` only\n\
             line 4: `order` is `one`, which is not a number\n\
             line 7: `colour` means nothing in the front matter",
        ),
        (
            "---\nid: x\ntitle: t\norder: 1\nsummary: s\n---\n",
            "line 6: the front matter says no `minutes`",
        ),
        ("{}```check\ntrue\n```\n", "line 8: this check has no title: write `check \"...\"`"),
        ("{}text\n\n```check \"a\"\n```\n", "line 10: this check is empty"),
        ("{}```check a\ntrue\n```\n", "line 8: write the title in double quotes: `check \"...\"`"),
        ("{}```check \"a\"\ntrue\n", "line 8: this fence is never closed"),
        (
            "{}```check \"a `b`\"\ntrue\n```\n",
            "line 8: a title with backticks in it needs a fence of `~~~`",
        ),
        (
            "{}```check \"a\"\ntrue\n```\n```check \"a\"\ntrue\n```\n",
            "line 11: this lesson has another check called \"a\"",
        ),
        (
            "{}## T\n```solution\ntrue\n```\n",
            "line 9: this solution solves nothing: its section has no check",
        ),
        ("{}```quiz \"q\"\n- [ ] a\n- [ ] b\n```\n", "line 8: no answer of this quiz is right"),
        (
            "{}```quiz \"q\"\n- [x] a\nb\n```\n",
            "line 8: a quiz needs two answers or more\n\
             line 10: `b` is no answer: write `- [x] right` or `- [ ] wrong`",
        ),
        (
            "{}```predict \"q\"\n- a\n  ? true\n- b\n```\n",
            "line 8: a prediction needs a command: a line that begins with `$ `\n\
             line 11: nothing tells whether `b` came true: add `  ? script`",
        ),
    ];
    for (text, expected) in cases {
        assert_eq!(&problems(&text.replace("{}", front)), expected, "{text}");
    }
}

#[test]
fn any_tutorial_opens_and_its_shell_blocks_run() {
    let text = "# Volumes\n\nFirst:\n\n1. Make one\n   ```console\n   $ docker volume create a \\\n       \
                --label x=y\n   a\n   ```\n2. Look\n   ```sh\n   docker volume ls\n   ```\n   Done.\n\n\
                [x](javascript:alert(1)) <script>alert(1)</script>\n\n```yaml\na: 1\n```\n";
    let lesson = parse(text).expect("a plain tutorial");
    assert_eq!((lesson.id.as_str(), lesson.title.as_str()), ("volumes", "Volumes"));
    assert_eq!(kinds(&lesson), ["prose", "shell", "prose", "shell", "prose"]);
    let blocks = &lesson.sections[0].blocks;
    let Block::Shell(shell) = &blocks[1] else { panic!("no shell block") };
    assert_eq!(shell.script, "docker volume create a \\\n--label x=y\n");
    let Block::Prose { html } = &blocks[2] else { panic!("no prose") };
    assert!(html.starts_with("<ol start=\"2\">") && html.ends_with("</ol>"), "{html}");
    let Block::Prose { html } = &blocks[4] else { panic!("no prose") };
    assert!(html.contains("&lt;script&gt;") && !html.contains("javascript"), "{html}");
}

#[test]
fn no_text_makes_the_reader_panic() {
    let pieces = [
        "---\n",
        "id: é\n",
        "```check \"",
        "~~~predict \"é\"\n",
        "$ x\n",
        "- [x] ",
        "- ",
        "? ",
        "\"\n",
        "```\n",
        "> ",
        "1. ",
        "## ",
        "\u{0}",
        "\r\n",
        "é",
        "`",
        "   ",
        "~~~\n",
        "<b>",
        "[a](b:c)",
        "|a|\n|-|\n",
    ];
    let mut seed: u32 = 1;
    for _ in 0..4000 {
        let mut text = String::new();
        for _ in 0..12 {
            seed = seed.wrapping_mul(1_664_525).wrapping_add(1_013_904_223);
            text.push_str(pieces[(seed >> 8) as usize % pieces.len()]);
        }
        let _ = parse(&text);
    }
}

#[test]
fn a_lesson_that_checks_nothing_is_found_out() {
    let text = "## Task\n```sh\ntouch a\n```\n```check \"early\"\ntest ! -e x\n```\n```check \"right\"\ntest -e b\n```\n\
                ```check \"late\"\ntest -e c\n```\n```solution\ntouch b\n```\n\
                ```predict \"one\"\n$ touch d\n- yes\n  ? test -e d\n- no\n  ? test ! -e d\n```\n\
                ```predict \"both\"\n$ touch d\n- yes\n  ? test -e d\n- too\n  ? test -e a\n```\n\
                ## Idle\n```check \"more\"\ntest -e e\n```\n```sh\ntouch e\n```\n```solution\ntouch f\n```\n";
    let lesson = parse(text).expect("a lesson");
    let mut world = World::new(Config::default());
    let told: Vec<String> = play(&lesson, &mut world)
        .iter()
        .map(|finding| finding.to_string().trim().to_owned())
        .collect();
    assert_eq!(
        told,
        [
            "line 5: FAILED: early: it holds before anything has been done for it",
            "line 8: ok: right",
            "line 11: FAILED: late: it does not hold at the end of its task",
            "line 17: ok: one",
            "line 24: FAILED: both: more than one outcome came true: yes; too",
            "line 32: ok: more",
            "line 38: FAILED: the solution: all checks of its task hold before it has run",
        ]
    );
    assert!(!world.check("test -e d").holds(), "a prediction changed the world");
}
