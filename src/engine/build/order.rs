//! Which stages a target needs, in which order: a stage needs what it is based on and what it copies from.

use super::dockerfile::Instruction;
use super::stage::{Base, Stage};

/// Another place that an instruction takes files from.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Source {
    /// A stage, or an image.
    pub word: String,
    /// Whether a number may stand for a stage there: in COPY, but not in `RUN --mount`.
    pub numbers: bool,
}

/// The stage with a name, the last one of it.
pub fn named(stages: &[Stage], word: &str) -> Option<usize> {
    let lower = word.to_ascii_lowercase();
    stages.iter().rposition(|s| s.name == lower && !s.name.is_empty())
}

/// The stage with a number.
pub fn numbered(stages: &[Stage], word: &str) -> Option<usize> {
    word.parse().ok().filter(|n: &usize| stages.get(*n).is_some_and(|s| !s.given))
}

/// The stage that a source means; none where it means an image.
pub fn find(stages: &[Stage], source: &Source) -> Option<usize> {
    let number = || numbered(stages, &source.word).filter(|_| source.numbers);
    named(stages, &source.word).or_else(number)
}

/// Where an instruction takes files from besides the context.
pub fn sources(i: &Instruction) -> Vec<Source> {
    let mut out = Vec::new();
    let source = |word: &str, numbers| Source { word: word.to_string(), numbers };
    for (name, value) in &i.flags {
        match name.as_str() {
            "from" if value.is_empty() => {}
            "from" => out.push(source(value, true)),
            "mount" => {
                let parts = value.split(',').filter_map(|part| part.strip_prefix("from="));
                let parts = parts.filter(|f| !f.is_empty());
                out.extend(parts.map(|f| source(f, false)));
            }
            _ => {}
        }
    }
    out
}

/// Why stages can not be built, and the lines that are to blame, the innermost first.
#[derive(Debug)]
pub struct Tangled {
    pub lines: Vec<(usize, usize)>,
    pub why: String,
}

/// The stages that a target needs, in the order in which they can be built, itself last; all, without one.
/// Those that wait for each other are refused, even where nobody needs them.
pub fn needed(stages: &[Stage], target: Option<usize>) -> Result<Vec<usize>, Tangled> {
    let mut done = Vec::new();
    for n in 0..stages.len() {
        visit(stages, n, &mut Vec::new(), &mut done)?;
    }
    let Some(target) = target else { return Ok(done) };
    let mut order = Vec::new();
    visit(stages, target, &mut Vec::new(), &mut order)?;
    Ok(order)
}

/// Why an instruction of stage `n` can not have its files: they come from a stage behind its own.
pub fn too_early(stages: &[Stage], n: usize, i: &Instruction) -> Option<String> {
    let late = |source: &Source| {
        find(stages, source).is_some_and(|other| other > n && !stages[other].given)
    };
    let source = sources(i).into_iter().find(late)?;
    Some(why_early(stages, n, i, &source))
}

fn why_early(stages: &[Stage], n: usize, i: &Instruction, source: &Source) -> String {
    let word = &source.word;
    if source.numbers {
        let here = called(stages, n);
        return format!(
            "cannot copy from stage {word:?}, it needs to be defined before current stage {here:?}"
        );
    }
    let mounts = i.flags.iter().filter(|(name, _)| name == "mount");
    let mut parts = mounts.flat_map(|(_, value)| value.split(','));
    let to = parts.find_map(|part| {
        let (key, value) = part.split_once('=')?;
        matches!(key, "target" | "dst" | "destination").then_some(value)
    });
    format!(
        "cannot mount from stage {word:?} to {:?}, stage needs to be defined before current command",
        to.unwrap_or_default()
    )
}

/// What a stage is called: by its name, or its number.
pub fn called(stages: &[Stage], n: usize) -> String {
    let name = &stages[n].name;
    if name.is_empty() { format!("stage-{n}") } else { name.clone() }
}

/// Puts a stage, and before it those that it needs, into an order; `way` is how we came here.
fn visit(
    stages: &[Stage],
    n: usize,
    way: &mut Vec<usize>,
    order: &mut Vec<usize>,
) -> Result<(), Tangled> {
    if way.contains(&n) {
        let why = format!("circular dependency detected on stage: {}", called(stages, n));
        return Err(Tangled { lines: Vec::new(), why });
    }
    if order.contains(&n) {
        return Ok(());
    }
    way.push(n);
    if let Base::Stage(b) = stages[n].base {
        visit(stages, b, way, order)?;
    }
    for i in &stages[n].instructions {
        for source in sources(i) {
            if source.numbers && source.word.contains('$') {
                let why = "variable expansion is not supported for --from, define a new stage with FROM using ARG from global scope as a workaround";
                return Err(Tangled { lines: Vec::new(), why: why.to_string() });
            }
            let number = source.word.parse::<i64>().ok().filter(|_| source.numbers);
            let known = |n: i64| usize::try_from(n).is_ok_and(|n| n < stages.len());
            if number.is_some_and(|number| !known(number)) {
                let why = format!("invalid stage index {}", source.word);
                return Err(Tangled { lines: Vec::new(), why });
            }
            if let Some(other) = find(stages, &source) {
                visit(stages, other, way, order).map_err(|mut t| {
                    t.lines.push(i.lines());
                    t
                })?;
            }
        }
    }
    way.pop();
    order.push(n);
    Ok(())
}

/// The stages in the order in which BuildKit comes upon them, from the target down: the last one of those
/// that begin with the same image gives the step that fetches it its name.
pub fn met(stages: &[Stage], target: usize) -> Vec<usize> {
    let mut out = Vec::new();
    let mut todo = vec![target];
    while let Some(n) = todo.pop() {
        if out.contains(&n) {
            continue;
        }
        out.push(n);
        let mut next = Vec::new();
        if let Base::Stage(b) = stages[n].base {
            next.push(b);
        }
        let all = stages[n].instructions.iter().flat_map(sources);
        next.extend(all.filter_map(|s| find(stages, &s)));
        todo.extend(next.into_iter().rev());
    }
    out
}
