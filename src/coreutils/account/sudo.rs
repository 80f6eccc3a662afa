//! sudo: a command as somebody else, for those whom sudoers(5) lets. Here a rule with NOPASSWD is
//! needed, or being root: there is nobody to ask for a password.

use crate::coreutils::{Arg, Cx, Parsed, launch};
use crate::kernel::users::{self, User};
use crate::vfs::{Cred, text};

/// Debian's secure_path.
const PATH: &str = "/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin";
/// Variables that env_reset keeps.
const KEPT: &[&str] = &["COLORS", "DISPLAY", "LANG", "LANGUAGE", "LINES", "COLUMNS", "TERM", "TZ"];

/// What sudoers grants somebody.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Grant {
    Never,
    WithPassword,
    Free,
}

/// The text of sudoers and of the files it includes.
fn rules(cx: &Cx) -> Vec<String> {
    let read = |path: &str| text::decode_owned(cx.p.read_file(path).unwrap_or_default());
    let mut all = read("/etc/sudoers");
    let dirs: Vec<String> = all
        .lines()
        .filter_map(|l| l.strip_prefix("@includedir ").or_else(|| l.strip_prefix("#includedir ")))
        .map(|d| d.trim().to_string())
        .collect();
    for dir in dirs {
        for e in cx.p.readdir(&dir).unwrap_or_default() {
            if !e.name.contains('.') && !e.name.ends_with('~') {
                all += &format!("\n{}", read(&format!("{dir}/{}", e.name)));
            }
        }
    }
    all.replace("\\\n", " ").lines().map(str::to_string).collect()
}

/// The last rule that speaks of the user decides (sudoers(5)).
fn grant(cx: &Cx, user: &User, groups: &[u32]) -> Grant {
    let mut out = Grant::Never;
    for line in rules(cx) {
        let line = line.trim();
        if line.starts_with('#') || line.starts_with("Defaults") || line.contains("_Alias") {
            continue;
        }
        let Some((who, what)) = line.split_once([' ', '\t']) else { continue };
        let is = who == "ALL"
            || who == user.name
            || who.strip_prefix("#").and_then(|n| n.parse().ok()) == Some(user.uid)
            || who
                .strip_prefix('%')
                .is_some_and(|g| cx.p.group_by_name(g).is_some_and(|g| groups.contains(&g.gid)));
        if is && what.contains('=') {
            out = if what.contains("NOPASSWD:") { Grant::Free } else { Grant::WithPassword };
        }
    }
    out
}

/// The user that `-u` means: a name, or `#` and a number.
fn target(cx: &Cx, name: &str) -> Option<User> {
    match name.strip_prefix('#') {
        Some(n) => cx.p.user_by_id(n.parse().ok()?),
        None => cx.p.user_by_name(name),
    }
}

fn set(env: &mut Vec<(String, String)>, name: &str, value: &str) {
    env.retain(|(n, _)| n != name);
    env.push((name.to_string(), value.to_string()));
}

/// The environment of the command.
fn environment(
    cx: &Cx,
    parsed: &Parsed,
    me: &User,
    to: &User,
    command: &str,
) -> Vec<(String, String)> {
    let old = cx.p.environ();
    let preserve = parsed.has('E') || parsed.value('@').is_some();
    let listed: Vec<&str> = parsed.value('@').unwrap_or_default().split(',').collect();
    let all = parsed.has('E');
    let login = parsed.has('i');
    let keep = |n: &str| {
        (KEPT.contains(&n) || n.starts_with("LC_")) && (!login || n == "TERM")
            || (preserve && (all || listed.contains(&n)))
    };
    let mut env: Vec<(String, String)> =
        old.iter().filter(|(n, _)| keep(n) && n != "PATH").cloned().collect();
    set(&mut env, "PATH", PATH);
    set(&mut env, "LOGNAME", &to.name);
    set(&mut env, "USER", &to.name);
    if login || parsed.has('H') || !all {
        set(&mut env, "HOME", &to.home);
    }
    set(&mut env, "SHELL", &to.shell);
    if !login {
        set(&mut env, "SUDO_COMMAND", command);
        set(&mut env, "SUDO_USER", &me.name);
        set(&mut env, "SUDO_UID", &me.uid.to_string());
        set(&mut env, "SUDO_GID", &me.gid.to_string());
    }
    env
}

/// `sudo -l`.
fn listing(cx: &mut Cx, me: &User, free: bool) {
    let host = cx.p.hostname();
    let tag = if free { "NOPASSWD: " } else { "" };
    cx.puts(&format!(
        "Matching Defaults entries for {0} on {host}:\n    env_reset, mail_badpass, secure_path={1}, \
         use_pty\n\nUser {0} may run the following commands on {host}:\n    (ALL) {tag}ALL\n",
        me.name,
        PATH.replace(':', "\\:")
    ));
}

const USAGE: &str = "usage: sudo -h | -K | -k | -V
usage: sudo -v [-ABkNnS] [-u user]
usage: sudo -l [-ABkNnS] [-U user] [-u user] [command [arg ...]]
usage: sudo [-ABbEHkNnPS] [-D directory] [-g group] [-u user] [VAR=value] [-i | -s] [command [arg ...]]
";

/// `sudo`.
pub async fn main(cx: &mut Cx) -> i32 {
    let longs = [
        ("user", Arg::Required, 'u'),
        ("group", Arg::Required, 'g'),
        ("login", Arg::No, 'i'),
        ("shell", Arg::No, 's'),
        ("preserve-env", Arg::Optional, '@'),
        ("non-interactive", Arg::No, 'n'),
        ("set-home", Arg::No, 'H'),
        ("list", Arg::No, 'l'),
        ("validate", Arg::No, 'v'),
        ("reset-timestamp", Arg::No, 'k'),
        ("remove-timestamp", Arg::No, 'K'),
        ("chdir", Arg::Required, 'D'),
        ("stdin", Arg::No, 'S'),
        ("version", Arg::No, 'V'),
    ];
    let args = cx.args();
    let mut parsed =
        match crate::coreutils::getopt::parse(&args, "+u:g:isEnHlvkKD:SVbAh:p:P", &longs) {
            Ok(parsed) => parsed,
            Err(crate::coreutils::getopt::Complaint::Help) => {
                cx.puts(USAGE);
                return 0;
            }
            Err(complaint) => {
                cx.usage_status = 1;
                let text = match complaint {
                    crate::coreutils::getopt::Complaint::InvalidShort(c) => {
                        format!("invalid option -- '{c}'")
                    }
                    other => format!("{other:?}"),
                };
                cx.err(text).await;
                cx.say(USAGE).await;
                return 1;
            }
        };
    // --preserve-env without names is -E.
    if parsed.has('@') && parsed.value('@').is_none() {
        parsed.options.push(('E', None));
    }
    if parsed.has('V') {
        cx.puts("Sudo version 1.9.16p2\n");
        return 0;
    }
    let mut assigned = Vec::new();
    while let Some((name, value)) = parsed.operands.first().and_then(|o| o.split_once('=')) {
        if name.is_empty() || name.contains('/') {
            break;
        }
        assigned.push((name.to_string(), value.to_string()));
        parsed.operands.remove(0);
    }
    let alone = ['l', 'v', 'k', 'K'].iter().any(|c| parsed.has(*c));
    let shell = parsed.has('i') || parsed.has('s');
    if parsed.operands.is_empty() && !shell && !alone {
        cx.say(USAGE).await;
        return 1;
    }
    let cred = cx.p.cred();
    if cred.euid != 0 {
        cx.err("/usr/bin/sudo must be owned by uid 0 and have the setuid bit set").await;
        return 1;
    }
    let Some(me) = cx.p.user_by_id(cred.uid) else {
        cx.err("you do not exist in the passwd database").await;
        return 1;
    };
    let host = cx.p.hostname();
    if cx.p.resolve_host(&host).is_empty() {
        let text = "Temporary failure in name resolution";
        cx.err(format!("unable to resolve host {host}: {text}")).await;
    }
    let mut groups = cred.groups.clone();
    groups.push(cred.gid);
    let granted = if cred.uid == 0 { Grant::Free } else { grant(cx, &me, &groups) };
    if (parsed.has('k') || parsed.has('K')) && parsed.operands.is_empty() && !shell {
        return 0;
    }
    match granted {
        Grant::Never => {
            let text = format!("{} is not in the sudoers file.\n", me.name);
            cx.say(&text).await;
            return 1;
        }
        Grant::WithPassword if parsed.has('n') => {
            cx.err("a password is required").await;
            return 1;
        }
        Grant::WithPassword => {
            let text = "a terminal is required to read the password; passwords are not simulated";
            cx.err(text).await;
            cx.err("a password is required").await;
            return 1;
        }
        Grant::Free => {}
    }
    if parsed.has('l') {
        listing(cx, &me, cred.uid != 0);
        return 0;
    }
    if parsed.has('v') {
        return 0;
    }
    run(cx, &parsed, &me, assigned).await
}

async fn run(cx: &mut Cx, parsed: &Parsed, me: &User, assigned: Vec<(String, String)>) -> i32 {
    let name = parsed.value('u').unwrap_or(if parsed.has('g') { &me.name } else { "root" });
    let Some(to) = target(cx, name) else {
        cx.err(format!("unknown user {name}")).await;
        if !name.starts_with('#') {
            cx.err("error initializing audit plugin sudoers_audit").await;
        }
        return 1;
    };
    let mut gid = to.gid;
    if let Some(group) = parsed.value('g') {
        let number = group.strip_prefix('#').and_then(|n| n.parse().ok());
        match cx.p.group_by_name(group).map(|g| g.gid).or(number) {
            Some(g) => gid = g,
            None => {
                let text = format!("unknown group {group}");
                cx.err(text).await;
                return 1;
            }
        }
    }
    let shell = if to.shell.is_empty() { "/bin/sh".to_string() } else { to.shell.clone() };
    let mut argv = parsed.operands.clone();
    let mut file = None;
    if parsed.has('i') || parsed.has('s') {
        let own = cx.p.env("SHELL").unwrap_or_else(|| me.shell.clone());
        let shell = if parsed.has('i') { shell } else { own };
        let base = shell.rsplit('/').next().unwrap_or_default();
        let dash = if parsed.has('i') { "-" } else { "" };
        let mut new = vec![format!("{dash}{base}")];
        if !argv.is_empty() {
            // Every character that might mean something to the shell is escaped.
            let safe = |c: char| c.is_alphanumeric() || matches!(c, '_' | '-' | '$');
            let quote = |w: &String| {
                w.chars().map(|c| if safe(c) { c.to_string() } else { format!("\\{c}") }).collect()
            };
            let words: Vec<String> = argv.iter().map(quote).collect();
            new.extend(["-c".to_string(), words.join(" ")]);
        }
        (file, argv) = (Some(shell), new);
    }
    let found = match &file {
        Some(file) => Ok(file.clone()),
        None => launch::find_program(&cx.p, Some(PATH), &argv[0]),
    };
    let Some(found) = found.ok().filter(|f| cx.p.exists(f)) else {
        let text = format!("{}: command not found", argv[0]);
        cx.err(text).await;
        if argv[0] == "cd" {
            for text in [
                "\"cd\" is a shell built-in command, it cannot be run directly.",
                "the -s option may be used to run a privileged shell.",
                "the -D option may be used to run a command in a specific directory.",
            ] {
                cx.err(text).await;
            }
        }
        return 1;
    };
    let command = std::iter::once(found.as_str()).chain(argv[1..].iter().map(String::as_str));
    let command = command.collect::<Vec<_>>().join(" ");
    let mut env = environment(cx, parsed, me, &to, &command);
    env.extend(assigned);
    if parsed.has('i') && cx.p.chdir(&to.home).is_err() {
        let text = format!("unable to change directory to {}: No such file or directory", to.home);
        cx.err(text).await;
    }
    if let Some(dir) = parsed.value('D')
        && let Err(e) = cx.p.chdir(dir)
    {
        let text = format!("unable to change directory to {dir}: {e}");
        cx.err(text).await;
        return 1;
    }
    let groups = users::groups_of(&cx.p, &to.name, gid);
    if cx.p.set_cred(Cred::user(to.uid, gid, groups)).is_err() {
        cx.err("unable to change to the user: Operation not permitted").await;
        return 1;
    }
    cx.p.set_environ(env);
    // Its own mask comes to the caller's (sudoers(5), `umask`).
    cx.p.set_umask(cx.p.umask() | 0o022);
    cx.flush().await;
    let e = launch::exec_file(&cx.p, &found, &argv).await;
    cx.err(format!("unable to execute {found}: {e}")).await;
    1
}
