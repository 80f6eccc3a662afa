//! tsort: an order in which what comes first comes first.

use std::collections::{BTreeMap, VecDeque};

use super::Cx;
use super::lines::quoted;
use crate::vfs::text;

/// `tsort`
pub async fn main(cx: &mut Cx) -> i32 {
    let parsed = match cx.getopt("w", &[]).await {
        Ok(p) => p,
        Err(status) => return status,
    };
    if let Some(extra) = parsed.operands.get(1) {
        let q = quoted(&cx.p, extra);
        return cx.usage_error(format!("extra operand {q}")).await;
    }
    let name = parsed.operands.first().cloned().unwrap_or("-".into());
    let Some(data) = cx.slurp(&name).await else { return 1 };
    let content = text::decode(&data).into_owned();
    let words: Vec<&str> = content.split_whitespace().collect();
    if words.len() % 2 == 1 {
        cx.err(format!("{name}: input contains an odd number of tokens")).await;
        return 1;
    }
    // Names in order; for each how many must come before and what comes after.
    let mut graph: BTreeMap<&str, (usize, Vec<&str>)> = BTreeMap::new();
    for w in words.chunks(2) {
        graph.entry(w[0]).or_default();
        graph.entry(w[1]).or_default();
        if w[0] != w[1] {
            if let Some(n) = graph.get_mut(w[1]) {
                n.0 += 1;
            }
            if let Some(n) = graph.get_mut(w[0]) {
                // The successor named last is looked at first, as in the original's lists.
                n.1.insert(0, w[1]);
            }
        }
    }
    let mut status = 0;
    let mut ready: VecDeque<&str> =
        graph.iter().filter(|(_, v)| v.0 == 0).map(|(k, _)| *k).collect();
    let mut done: BTreeMap<&str, bool> = BTreeMap::new();
    while done.len() < graph.len() {
        while let Some(k) = ready.pop_front() {
            done.insert(k, true);
            cx.puts(&format!("{k}\n"));
            let next = graph[k].1.clone();
            for s in next {
                if let Some(n) = graph.get_mut(s) {
                    n.0 = n.0.saturating_sub(1);
                    if n.0 == 0 && !done.contains_key(s) {
                        ready.push_back(s);
                    }
                }
            }
            if !cx.pace().await {
                return 1;
            }
        }
        if done.len() == graph.len() {
            break;
        }
        // A loop: say which, and break it where it closes.
        status = 1;
        let Some(loop_) = find_loop(&graph, &done) else { break };
        cx.flush().await;
        cx.err(format!("{name}: input contains a loop:")).await;
        for k in &loop_ {
            cx.err(k).await;
        }
        let (from, to) = (loop_[loop_.len() - 1], loop_[0]);
        if let Some(n) = graph.get_mut(from)
            && let Some(i) = n.1.iter().position(|s| *s == to)
        {
            n.1.remove(i);
        }
        if let Some(n) = graph.get_mut(to) {
            n.0 = n.0.saturating_sub(1);
            if n.0 == 0 {
                ready.push_back(to);
            }
        }
    }
    status
}

/// A loop among the names not yet printed.
fn find_loop<'a>(
    graph: &BTreeMap<&'a str, (usize, Vec<&'a str>)>,
    done: &BTreeMap<&'a str, bool>,
) -> Option<Vec<&'a str>> {
    let start = graph.keys().find(|k| !done.contains_key(*k))?;
    // Walk backwards: whoever is not ready has somebody before it who is not either.
    let mut path = vec![*start];
    loop {
        let at = path[path.len() - 1];
        let before = graph.iter().find(|(k, v)| !done.contains_key(*k) && v.1.contains(&at))?.0;
        if let Some(i) = path.iter().position(|p| p == before) {
            let mut cycle: Vec<&str> = path[i..].to_vec();
            cycle.reverse();
            let least = (0..cycle.len()).min_by_key(|i| cycle[*i]).unwrap_or(0);
            cycle.rotate_left(least);
            return Some(cycle);
        }
        path.push(before);
    }
}
