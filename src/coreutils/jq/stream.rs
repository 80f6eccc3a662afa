//! `--stream`: a value as a list of its leaves with their paths, as `tostream` makes it.

use super::json::J;

/// The events of a value: `[PATH, LEAF]`, and `[PATH]` where a list or an object ends.
pub fn events(v: &J) -> Vec<J> {
    let mut out = Vec::new();
    walk(v, &mut Vec::new(), &mut out);
    out
}

fn walk(v: &J, path: &mut Vec<J>, out: &mut Vec<J>) {
    let below: Vec<(J, &J)> = match v {
        J::Arr(a) => a.iter().enumerate().map(|(i, x)| (J::Num(i as f64), x)).collect(),
        J::Obj(o) => o.iter().map(|(k, x)| (J::Str(k.clone()), x)).collect(),
        _ => Vec::new(),
    };
    let Some(last) = below.last().map(|b| b.0.clone()) else {
        out.push(J::arr(vec![J::arr(path.clone()), v.clone()]));
        return;
    };
    for (key, x) in below {
        path.push(key);
        walk(x, path, out);
        path.pop();
    }
    path.push(last);
    out.push(J::arr(vec![J::arr(path.clone())]));
    path.pop();
}
