//! `.dockerignore` and `--exclude`: which files of a context are left out (moby `patternmatcher`). For
//! the client, who walks the files, and for COPY.

use crate::golang::glob::Glob;

/// What a pattern that is none is called.
pub const BAD: &str = "syntax error in pattern";

/// What may stand in a pattern beside plain characters.
const SPECIAL: [char; 6] = ['*', '[', ']', '?', '^', '\\'];

/// One line.
#[derive(Clone, Debug)]
struct Pattern {
    text: String,
    glob: Glob,
    /// `!`: what matches stays.
    keep: bool,
}

/// The patterns of a file, read.
#[derive(Clone, Debug, Default)]
pub struct Ignore(Vec<Pattern>);

impl Ignore {
    /// Reads a file's text. The error is BuildKit's, as it stands after `failed to solve: `.
    pub fn parse(text: &str) -> Result<Ignore, String> {
        let lines = text.trim_start_matches('\u{feff}').lines();
        let lines = lines.filter(|l| !l.starts_with('#')).map(str::trim).filter(|l| !l.is_empty());
        Ignore::new(lines.map(|line| {
            let (mark, rest) = match line.strip_prefix('!') {
                Some(rest) => ("!", rest.trim()),
                None => ("", line),
            };
            if rest.is_empty() {
                return mark.to_string();
            }
            let path = crate::engine::disk::clean(rest);
            let path = if path.len() > 1 { path.trim_start_matches('/') } else { &path };
            format!("{mark}{path}")
        }))
    }

    /// Reads patterns that are given one by one.
    pub fn new(patterns: impl IntoIterator<Item = String>) -> Result<Ignore, String> {
        let mut out = Vec::new();
        for pattern in patterns {
            let text = crate::engine::disk::clean(pattern.trim());
            let (keep, text) = match text.strip_prefix('!') {
                Some("") => return Err("illegal exclusion pattern: \"!\"".to_string()),
                Some(rest) => (true, rest.to_string()),
                None => (false, text),
            };
            Glob::of_name(&text).ok_or(BAD)?;
            let glob = Glob::of_path(&text).ok_or_else(|| {
                format!("error from sender: failed to match excludepatterns: {BAD}")
            })?;
            out.push(Pattern { text, glob, keep });
        }
        Ok(Ignore(out))
    }

    /// Whether a path of the context (no leading slash) is left out. The last pattern that matches it
    /// decides; what matched a directory above it counts as a match, if it decided something there.
    pub fn matches(&self, path: &str) -> bool {
        let mut met = vec![false; self.0.len()];
        let mut ignored = false;
        let ends = path.match_indices('/').map(|(at, _)| at).chain([path.len()]);
        for end in ends {
            ignored = false;
            for (p, met) in self.0.iter().zip(&mut met) {
                *met = *met || (p.keep == ignored && p.glob.matches(&path[..end]));
                if *met {
                    ignored = !p.keep;
                }
            }
        }
        ignored
    }

    /// Whether something below a directory that is left out may be kept, so that it must be walked:
    /// any pattern with `!` and a wildcard is taken to reach everywhere.
    pub fn keeps_below(&self, dir: &str) -> bool {
        let bare = |p: &Pattern| {
            let text = p.text.strip_suffix("/**").unwrap_or(&p.text);
            text.strip_suffix("/*").unwrap_or(text).to_string()
        };
        let kept: Vec<String> = self.0.iter().filter(|p| p.keep).map(bare).collect();
        let below = |text: &String| format!("{text}/").starts_with(&format!("{dir}/"));
        kept.iter().any(|text| text.contains(SPECIAL)) || kept.iter().any(below)
    }
}

#[cfg(test)]
mod tests {
    use super::Ignore;

    const FILES: &str = "!1 #hash *1 [x]/f ^1 a.b a/b/c/deep.log a/b/f.log a/f a/tmp/t a1 aab ab axb \
                         b1 build/out c1 docs/README.md docs/g.md keep.log r] root.log \
                         sub/docs/g.md sub/node_modules/x/m tmp/z/t";

    #[test]
    fn patterns() {
        // What BuildKit leaves out of a context of these files.
        for (text, out) in [
            ("*.log\n!keep.log", "root.log"),
            ("**/*.log", "a/b/c/deep.log a/b/f.log keep.log root.log"),
            ("a/**", "a/b/c/deep.log a/b/f.log a/f a/tmp/t"),
            ("**/tmp", "a/tmp/t tmp/z/t"),
            ("tmp/", "tmp/z/t"),
            ("/docs\n!docs/README.md", "docs/g.md"),
            ("docs/*\n!docs/README.md", "docs/g.md"),
            ("./docs/../build", "build/out"),
            ("[!a]1", "!1 a1"),
            ("[^a]1", "!1 *1 ^1 b1 c1"),
            ("[a-b]1", "a1 b1"),
            ("[\\^a]1", "^1 a1"),
            ("[*]1\n[?]1", ""),
            ("\\*1", "*1"),
            ("\\!1", "!1"),
            ("!1", ""),
            ("# c\n#hash", ""),
            (" #hash", "#hash"),
            ("*.log\r\nbuild\r\n", "build/out keep.log root.log"),
            ("\u{feff}build\ntmp", "build/out tmp/z/t"),
            ("..\n.\n/\n", ""),
            ("! build\nbuild", "build/out"),
            ("build\n!  build", ""),
            ("a?b", "a.b aab axb"),
            ("a.b", "a.b"),
            ("a*b", "a.b aab ab axb"),
            ("a**b", "a/b/c/deep.log a/b/f.log ab"),
            ("**b", "a.b a/b/c/deep.log a/b/f.log aab ab axb sub/docs/g.md sub/node_modules/x/m"),
            ("r]", "r]"),
            ("*/*/c", "a/b/c/deep.log"),
            ("**/b/**/*.log", "a/b/c/deep.log a/b/f.log"),
            ("sub/**/x\n!**/m", ""),
            ("**/*.log\n!a", "a/b/c/deep.log a/b/f.log keep.log root.log"),
        ] {
            let ignore = Ignore::parse(text).expect(text);
            let left: Vec<&str> =
                FILES.split_whitespace().filter(|path| ignore.matches(path)).collect();
            assert_eq!(left.join(" "), out, "{text:?}");
        }
        let all = Ignore::parse("**\n!sub/node_modules\n").unwrap();
        assert!(all.matches("sub/docs") && !all.matches("sub/node_modules/x"));
    }

    #[test]
    fn no_patterns() {
        for text in ["[]]1", "[a-]1", "a\\", "a["] {
            assert_eq!(Ignore::parse(text).unwrap_err(), "syntax error in pattern", "{text}");
        }
        assert!(Ignore::parse("[z-a]1").unwrap_err().starts_with("error from sender: "));
        assert_eq!(Ignore::parse("!").unwrap_err(), "illegal exclusion pattern: \"!\"");
    }

    #[test]
    fn what_must_be_walked() {
        for (text, walked) in [
            ("data", false),
            ("data\n!data/s", true),
            ("data\n!other", false),
            ("data\n!data/*", true),
            ("data\n!*.md", true),
        ] {
            assert_eq!(Ignore::parse(text).unwrap().keeps_below("data"), walked, "{text:?}");
        }
    }
}
