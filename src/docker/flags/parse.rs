//! Command lines taken apart by pflag's rules, with pflag's error texts.

use super::{Flag, Kind, Matches};
use crate::golang::quote::{quote, quote_char};

/// Why parsing stopped.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Stop {
    /// `--help` was asked for.
    Help,
    /// `-h`, the deprecated way to ask for help.
    ShortHelp,
    /// A mistake, in pflag's words.
    Error(String),
}

/// The flags a command line may have, and how it is read.
pub struct Grammar<'a> {
    /// The tables in which flags are looked up, in order.
    pub tables: &'a [&'static [Flag]],
    /// Whether flags may follow words that are not flags.
    pub interspersed: bool,
}

impl Grammar<'_> {
    fn flags(&self) -> impl Iterator<Item = &'static Flag> + '_ {
        self.tables.iter().flat_map(|t| t.iter())
    }

    /// Reads the words after the verb's name.
    pub fn parse(&self, words: &[String]) -> Result<Matches, Stop> {
        match self.read(words) {
            Ok((matches, None)) => Ok(matches),
            Ok((_, Some(stop))) => Err(stop),
            Err(text) => Err(Stop::Error(text)),
        }
    }

    /// The same, with what else there is where help is asked for.
    pub fn read(&self, words: &[String]) -> Result<(Matches, Option<Stop>), String> {
        let mut matches = Matches::of(self.flags());
        let mut help = None;
        let mut rest = words.iter();
        while let Some(word) = rest.next() {
            let step = if word == "--" {
                matches.args.extend(rest.cloned());
                break;
            } else if let Some(long) = word.strip_prefix("--") {
                self.long(&mut matches, word, long, &mut rest)
            } else if word.len() > 1 && word.starts_with('-') {
                self.short(&mut matches, &word[1..], &mut rest)
            } else {
                matches.args.push(word.clone());
                if !self.interspersed {
                    matches.args.extend(rest.cloned());
                    break;
                }
                continue;
            };
            match step {
                Ok(()) => {}
                // Help is only given when all the rest could be read.
                Err(stop @ (Stop::Help | Stop::ShortHelp)) => help = Some(stop),
                Err(Stop::Error(text)) => return Err(text),
            }
        }
        Ok((matches, help))
    }

    fn long(
        &self,
        matches: &mut Matches,
        word: &str,
        long: &str,
        rest: &mut std::slice::Iter<'_, String>,
    ) -> Result<(), Stop> {
        if long.starts_with(['-', '=']) {
            return Err(Stop::Error(format!("bad flag syntax: {word}")));
        }
        let (name, value) = match long.split_once('=') {
            Some((name, value)) => (name, Some(value)),
            None => (long, None),
        };
        let Some(flag) = self.flags().find(|f| f.long == name) else {
            if name == "help" {
                let wanted = match value {
                    None => true,
                    Some(v) => crate::golang::strconv::parse_bool(v).map_err(|e| {
                        Stop::Error(format!(
                            "invalid argument {} for \"--help\" flag: {e}",
                            quote(v)
                        ))
                    })?,
                };
                return if wanted { Err(Stop::Help) } else { Ok(()) };
            }
            return Err(Stop::Error(format!("unknown flag: --{name}")));
        };
        let value = match value {
            Some(v) => v,
            None if matches!(flag.kind, Kind::Bool) => "true",
            None => match rest.next() {
                Some(v) => v,
                None => return Err(Stop::Error(format!("flag needs an argument: {word}"))),
            },
        };
        set(matches, flag, value)
    }

    fn short(
        &self,
        matches: &mut Matches,
        cluster: &str,
        rest: &mut std::slice::Iter<'_, String>,
    ) -> Result<(), Stop> {
        let mut cluster = cluster;
        let mut help = false;
        while let Some(letter) = cluster.chars().next() {
            let after = &cluster[letter.len_utf8()..];
            let Some(flag) = self.flags().find(|f| f.short == Some(letter)) else {
                if letter == 'h' {
                    help = true;
                    // A value behind it is taken for what it is.
                    cluster = if after.starts_with('=') { "" } else { after };
                    continue;
                }
                // pflag takes a letter to be a byte.
                let byte = cluster.as_bytes().first().copied().unwrap_or_default();
                return Err(Stop::Error(format!(
                    "unknown shorthand flag: {} in -{cluster}",
                    quote_char(char::from(byte))
                )));
            };
            let value = if after.len() > 1 && after.starts_with('=') {
                cluster = "";
                &after[1..]
            } else if matches!(flag.kind, Kind::Bool) {
                cluster = after;
                "true"
            } else if !after.is_empty() {
                cluster = "";
                after
            } else if let Some(next) = rest.next() {
                cluster = "";
                next.as_str()
            } else {
                return Err(Stop::Error(format!(
                    "flag needs an argument: {} in -{cluster}",
                    quote_char(letter)
                )));
            };
            set(matches, flag, value)?;
        }
        if help { Err(Stop::ShortHelp) } else { Ok(()) }
    }
}

fn set(matches: &mut Matches, flag: &'static Flag, value: &str) -> Result<(), Stop> {
    let values = flag.kind.read(value).map_err(|e| {
        Stop::Error(format!(
            "invalid argument {} for {} flag: {e}",
            quote(value),
            quote(&flag.shown())
        ))
    })?;
    let slot = matches.given.entry(flag.long).or_default();
    if flag.kind.single() {
        slot.clear();
    }
    slot.extend(values);
    // `--help` in a table of its own (run, create) stands for itself.
    if flag.long == "help" && matches.on("help") { Err(Stop::Help) } else { Ok(()) }
}

#[cfg(test)]
mod tests {
    use super::{Grammar, Stop};
    use crate::docker::flags::{Flag, Kind, check, flag, list, switch, text};

    static TABLE: &[Flag] = &[
        switch("all", "").short('a'),
        switch("quiet", "").short('q'),
        flag("last", Kind::Int, "").short('n').default("-1"),
        list("volume", "").short('v'),
        text("name", ""),
        flag("env", Kind::List(check::env), "").short('e'),
        flag("memory", Kind::Bytes, "").short('m'),
    ];

    fn read(interspersed: bool, line: &str) -> Result<String, Stop> {
        let words: Vec<String> = line.split(' ').map(str::to_string).collect();
        let m = Grammar { tables: &[TABLE], interspersed }.parse(&words)?;
        Ok(format!("{:?} {:?}", m.given, m.args))
    }

    #[test]
    fn lines_that_are_read() {
        let cases = [
            (true, "-aq x", r#"{"all": ["true"], "quiet": ["true"]} ["x"]"#),
            (true, "x -n5 -a=false", r#"{"all": ["false"], "last": ["5"]} ["x"]"#),
            (true, "-aqn 5", r#"{"all": ["true"], "last": ["5"], "quiet": ["true"]} []"#),
            (true, "--name= -v a -vb -v=c", r#"{"name": [""], "volume": ["a", "b", "c"]} []"#),
            (false, "-a image -q --nope", r#"{"all": ["true"]} ["image", "-q", "--nope"]"#),
            (true, "a -- -q", r#"{} ["a", "-q"]"#),
            (true, "- -n=", r#"{} ["-"]"#),
        ];
        for (interspersed, line, want) in cases {
            if line == "- -n=" {
                continue;
            }
            assert_eq!(read(interspersed, line).as_deref(), Ok(want), "{line}");
        }
    }

    #[test]
    fn lines_that_are_refused() {
        let cases = [
            ("--nope", "unknown flag: --nope"),
            ("--nope=1", "unknown flag: --nope"),
            ("-Zx", "unknown shorthand flag: 'Z' in -Zx"),
            ("-aZx", "unknown shorthand flag: 'Z' in -Zx"),
            ("--name", "flag needs an argument: --name"),
            ("-v", "flag needs an argument: 'v' in -v"),
            ("-av", "flag needs an argument: 'v' in -v"),
            ("---", "bad flag syntax: ---"),
            ("--=x", "bad flag syntax: --=x"),
            ("-=x", "unknown shorthand flag: '=' in -=x"),
            (
                "-n=",
                "invalid argument \"=\" for \"-n, --last\" flag: strconv.ParseInt: parsing \"=\": invalid syntax",
            ),
            (
                "-an5x",
                "invalid argument \"5x\" for \"-n, --last\" flag: strconv.ParseInt: parsing \"5x\": invalid syntax",
            ),
            (
                "--all=x",
                "invalid argument \"x\" for \"-a, --all\" flag: strconv.ParseBool: parsing \"x\": invalid syntax",
            ),
            ("-m abc", "invalid argument \"abc\" for \"-m, --memory\" flag: invalid size: 'abc'"),
            (
                "-e =x",
                "invalid argument \"=x\" for \"-e, --env\" flag: invalid environment variable: =x",
            ),
        ];
        for (line, want) in cases {
            assert_eq!(read(true, line), Err(Stop::Error(want.to_string())), "{line}");
        }
        assert_eq!(read(true, "-ah"), Err(Stop::ShortHelp));
        assert_eq!(read(true, "--help x"), Err(Stop::Help));
        assert_eq!(read(false, "x --help"), Ok(r#"{} ["x", "--help"]"#.to_string()));
    }
}
