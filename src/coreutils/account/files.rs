//! /etc/passwd, /etc/group and /etc/shadow as tables that are read, changed and written back, and
//! reading passwords from a terminal.

use data_encoding::HEXLOWER;
use sha2::{Digest, Sha512};

use crate::coreutils::Cx;
use crate::kernel::{Proc, Termios};
use crate::vfs::{Errno, OpenFlags, text};

/// One of the files: its lines, split at colons.
pub struct Table {
    path: &'static str,
    mode: u32,
    /// Fields of each line.
    pub lines: Vec<Vec<String>>,
}

impl Table {
    /// Reads a file; an absent one is empty.
    pub fn read(p: &Proc, path: &'static str) -> Table {
        let data = text::decode_owned(p.read_file(path).unwrap_or_default());
        let split = |l: &str| l.split(':').map(str::to_string).collect();
        let mode = if path.ends_with("shadow") { 0o640 } else { 0o644 };
        Table { path, mode, lines: data.lines().filter(|l| !l.is_empty()).map(split).collect() }
    }

    /// The line with a name.
    pub fn find(&self, name: &str) -> Option<&Vec<String>> {
        self.lines.iter().find(|l| l[0] == name)
    }

    /// The line with a name, to be changed.
    pub fn find_mut(&mut self, name: &str) -> Option<&mut Vec<String>> {
        self.lines.iter_mut().find(|l| l[0] == name)
    }

    /// Takes the line with a name out.
    pub fn remove(&mut self, name: &str) {
        self.lines.retain(|l| l[0] != name);
    }

    /// Adds a line.
    pub fn add(&mut self, line: &str) {
        self.lines.push(line.split(':').map(str::to_string).collect());
    }

    /// Writes the file.
    pub fn write(&self, p: &Proc) -> Result<(), Errno> {
        let data: String = self.lines.iter().map(|l| l.join(":") + "\n").collect();
        p.write_file(self.path, &text::encode(&data), self.mode)
    }

    /// Whether a number stands in the third field of some line.
    pub fn has_number(&self, n: u32) -> bool {
        self.lines.iter().any(|l| l.get(2).is_some_and(|f| f.parse() == Ok(n)))
    }

    /// The lowest free number from `from` on, in both of two tables.
    pub fn free_number(&self, other: &Table, from: u32) -> u32 {
        (from..).find(|n| !self.has_number(*n) && !other.has_number(*n)).unwrap_or(from)
    }

    /// Puts a user into a group's list of members, or takes it out; false where it was so already.
    pub fn member(&mut self, group: &str, user: &str, is: bool) -> bool {
        let Some(line) = self.find_mut(group) else { return false };
        line.resize(4, String::new());
        let mut members: Vec<String> =
            line[3].split(',').filter(|m| !m.is_empty()).map(str::to_string).collect();
        let has = members.iter().any(|m| m == user);
        if has == is {
            return false;
        }
        if is {
            members.push(user.to_string());
        } else {
            members.retain(|m| m != user);
        }
        line[3] = members.join(",");
        true
    }
}

/// /etc/passwd.
pub fn passwd(p: &Proc) -> Table {
    Table::read(p, "/etc/passwd")
}

/// /etc/group.
pub fn group(p: &Proc) -> Table {
    Table::read(p, "/etc/group")
}

/// /etc/shadow.
pub fn shadow(p: &Proc) -> Table {
    Table::read(p, "/etc/shadow")
}

/// Whether a name may be a user's or a group's (useradd(8)).
pub fn is_name(name: &str) -> bool {
    let rest = |c: char| c.is_ascii_alphanumeric() || matches!(c, '_' | '-' | '.' | '$');
    name.starts_with(|c: char| c.is_ascii_lowercase() || c == '_')
        && name.len() <= 32
        && name.chars().all(rest)
}

/// What a password is stored as. It has the look of crypt(5)'s SHA-512, but is its own hash: nobody
/// else reads it.
pub fn hash(p: &Proc, password: &str) -> String {
    let mut salt = [0; 8];
    p.random(&mut salt);
    hashed(&HEXLOWER.encode(&salt), password)
}

fn hashed(salt: &str, password: &str) -> String {
    let digest = Sha512::digest(format!("{salt}${password}").as_bytes());
    format!("$6${salt}${}", &HEXLOWER.encode(&digest)[..86])
}

/// Whether a password is a user's.
pub fn is_password(stored: &str, password: &str) -> bool {
    match stored.strip_prefix("$6$").and_then(|s| s.split_once('$')) {
        Some((salt, _)) => hashed(salt, password) == stored,
        None => stored.is_empty(),
    }
}

/// Puts echo back on.
struct Silent {
    p: Proc,
    fd: i32,
    termios: Termios,
}

impl Drop for Silent {
    fn drop(&mut self) {
        let _ = self.p.tcsetattr(self.fd, self.termios);
        if self.fd > 2 {
            let _ = self.p.close(self.fd);
        }
    }
}

/// Asks for a password: at the terminal without echo, or else by a line of standard input.
pub async fn ask(cx: &mut Cx, prompt: &str) -> Option<String> {
    cx.flush().await;
    let tty = cx.p.open("/dev/tty", OpenFlags::READ | OpenFlags::WRITE, 0).ok();
    let fd = tty.unwrap_or(0);
    let silent = cx.p.tcgetattr(fd).ok().map(|termios| {
        let _ = cx.p.tcsetattr(fd, Termios { echo: false, ..termios });
        Silent { p: cx.p.clone(), fd, termios }
    });
    match tty {
        Some(fd) => drop(cx.p.write_all(fd, prompt.as_bytes()).await),
        None => cx.say(prompt).await,
    }
    let mut line = Vec::new();
    loop {
        match cx.p.read(fd, 1).await {
            Ok(b) if b.is_empty() && line.is_empty() => return None,
            Ok(b) if b.is_empty() || b == b"\n" => break,
            Ok(b) => line.extend(b),
            Err(_) => return None,
        }
    }
    match tty {
        Some(fd) => drop(cx.p.write_all(fd, b"\n").await),
        None => cx.say("\n").await,
    }
    drop(silent);
    Some(text::decode_owned(line))
}
