//! Paths as text: joining, the last part, what comes before it.

/// `dir/name`, without doubling a slash.
pub fn join(dir: &str, name: &str) -> String {
    if dir.is_empty() {
        name.to_string()
    } else if dir.ends_with('/') {
        format!("{dir}{name}")
    } else {
        format!("{dir}/{name}")
    }
}

/// The last part of a path, as basename(1) gives it; `/` for the root.
pub fn base(path: &str) -> &str {
    let trimmed = path.trim_end_matches('/');
    if trimmed.is_empty() {
        return if path.is_empty() { "" } else { "/" };
    }
    trimmed.rsplit('/').next().unwrap_or(trimmed)
}

/// What comes before the last part, as dirname(1) gives it.
pub fn dir(path: &str) -> &str {
    let trimmed = path.trim_end_matches('/');
    if trimmed.is_empty() {
        return if path.is_empty() { "." } else { "/" };
    }
    match trimmed.rfind('/') {
        None => ".",
        Some(i) => {
            let d = trimmed[..i].trim_end_matches('/');
            if d.is_empty() { "/" } else { d }
        }
    }
}

/// A path made absolute, with `.` and `..` taken out by their text alone.
pub fn normal(cwd: &str, path: &str) -> String {
    let full = if path.starts_with('/') { path.to_string() } else { join(cwd, path) };
    let mut parts: Vec<&str> = Vec::new();
    for part in full.split('/') {
        match part {
            "" | "." => {}
            ".." => {
                parts.pop();
            }
            p => parts.push(p),
        }
    }
    format!("/{}", parts.join("/"))
}

/// How to get from one absolute, normal directory to an absolute, normal path.
pub fn relative(from: &str, to: &str) -> String {
    let split = |s: &str| -> Vec<String> {
        s.split('/').filter(|p| !p.is_empty()).map(str::to_string).collect()
    };
    let (a, b) = (split(from), split(to));
    let common = a.iter().zip(&b).take_while(|(x, y)| x == y).count();
    let mut parts: Vec<String> = a[common..].iter().map(|_| "..".to_string()).collect();
    parts.extend(b[common..].iter().cloned());
    if parts.is_empty() { ".".to_string() } else { parts.join("/") }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn parts_of_paths() {
        assert_eq!((base("/a/b/"), dir("/a/b/")), ("b", "/a"));
        assert_eq!((base("/"), dir("/")), ("/", "/"));
        assert_eq!((base("x"), dir("x")), ("x", "."));
        assert_eq!((base("a//b"), dir("a//b")), ("b", "a"));
        assert_eq!(normal("/w", "../a/./b"), "/a/b");
        assert_eq!(relative("/a/b", "/a/c/d"), "../c/d");
        assert_eq!(relative("/a", "/a"), ".");
    }
}
