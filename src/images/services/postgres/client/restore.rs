//! `pg_restore`: a dump of `pg_dump -Fc` listed, written as statements, or put into a database.

use crate::kernel::Proc;

use super::archive::{Archive, Entry};
use super::conn::{Conn, Event};
use super::render::{self, SETTINGS, Wanted};
use super::target::{Target, parse_uri};
use super::tools::common;

async fn say(p: &Proc, text: &str) {
    let _ = p.write_all(2, format!("pg_restore: {text}\n").as_bytes()).await;
}

async fn fail(p: &Proc, text: &str) -> i32 {
    say(p, &format!("error: {text}")).await;
    1
}

/// The program.
pub async fn main(p: Proc) -> i32 {
    let args: Vec<String> = p.argv().iter().skip(1).cloned().collect();
    let (mut t, flags, operands) = match common(&args, "dfFtnNTjLSIP", "pg_restore") {
        Ok(all) => all,
        Err(e) => {
            let _ = p.write_all(2, format!("{e}\n").as_bytes()).await;
            return 1;
        }
    };
    let has = |l: char| flags.iter().find(|(f, _)| *f == l).map(|(_, v)| v.clone());
    let w = Wanted {
        no_owner: has('O').is_some() || has('N').is_some(),
        no_data: has('s').is_some(),
        no_schema: has('a').is_some(),
        clean: has('c').is_some(),
        if_exists: has('i').is_some(),
        create: has('C').is_some(),
        inserts: None,
        tables: flags.iter().filter(|(f, _)| *f == 't').map(|(_, v)| v.clone()).collect(),
    };
    let list = has('l').is_some();
    if has('d').is_none() && has('f').is_none() && !list {
        return fail(&p, "one of -d/--dbname and -f/--file must be specified").await;
    }
    if has('d').is_some() && has('f').is_some() {
        return fail(&p, "options -d/--dbname and -f/--file cannot be used together").await;
    }
    if w.no_data && w.no_schema {
        let text = "options -s/--schema-only and -a/--data-only cannot be used together";
        return fail(&p, text).await;
    }
    if w.no_schema && w.clean {
        let text = "options -c/--clean and -a/--data-only cannot be used together";
        return fail(&p, text).await;
    }
    if w.if_exists && !w.clean {
        return fail(&p, "option --if-exists requires option -c/--clean").await;
    }
    let bytes = match operands.first() {
        Some(file) => match p.read_file(file) {
            Ok(bytes) => bytes,
            Err(e) => return fail(&p, &format!("could not open input file \"{file}\": {e}")).await,
        },
        None => {
            let mut bytes = Vec::new();
            while let Ok(piece) = p.read(0, 1 << 16).await {
                if piece.is_empty() {
                    break;
                }
                bytes.extend(piece);
            }
            bytes
        }
    };
    let archive = match Archive::read(&bytes) {
        Ok(archive) => archive,
        Err(e) => return fail(&p, &e).await,
    };
    if list {
        let _ = p.write_all(1, listed(&archive, &w).as_bytes()).await;
        return 0;
    }
    if let Some(file) = has('f') {
        let mut key = [0; 16];
        p.random(&mut key);
        let key: String = key.iter().map(|b| format!("{b:02x}")).collect();
        let text = crate::vfs::text::encode(&render::text(&archive, &w, &key)).into_owned();
        if file == "-" {
            let _ = p.write_all(1, &text).await;
        } else if let Err(e) = p.write_file(&file, &text, 0o644) {
            return fail(&p, &format!("could not open output file \"{file}\": {e}")).await;
        }
        return 0;
    }
    let db = has('d').unwrap_or_default();
    if db.contains("://") || db.contains('=') {
        parse_uri(&db, &mut t);
    } else {
        t.db = Some(db);
    }
    let at_once = has('1').is_some();
    let strict = at_once || has('e').is_some();
    let mut r = Restore { p: &p, archive: &archive, w, strict, errors: 0 };
    match r.run(t, at_once).await {
        Err(Some(e)) => fail(&p, &e).await,
        Err(None) => 1,
        Ok(()) if r.errors > 0 => {
            say(&p, &format!("warning: errors ignored on restore: {}", r.errors)).await;
            1
        }
        Ok(()) => 0,
    }
}

/// What `-l` prints.
fn listed(a: &Archive, w: &Wanted) -> String {
    let mut out = format!(
        ";\n; Archive created at {}\n;     dbname: {}\n;     TOC Entries: {}\n;     Compression: none\n;     Dump Version: 1.16-0\n;     Format: CUSTOM\n;     Integer: 4 bytes\n;     Offset: 8 bytes\n;     Dumped from database version: {}\n;     Dumped by pg_dump version: {}\n;\n;\n; Selected TOC Entries:\n;\n",
        a.time,
        a.database,
        a.entries.len(),
        a.server,
        a.by
    );
    for e in a.entries.iter().filter(|e| w.takes(e)) {
        let part = !e.table.is_empty() && e.table != e.name && e.kind.ends_with("CONSTRAINT")
            || e.kind == "DEFAULT";
        let name = if part { format!("{} {}", e.table, e.name) } else { e.name.clone() };
        let (catalog, oid) = &e.oid;
        let (kind, schema, owner) = (&e.kind, &e.schema, &e.owner);
        out += &format!("{}; {catalog} {oid} {kind} {schema} {name} {owner}\n", e.id);
    }
    out
}

/// A restore under way.
struct Restore<'a> {
    p: &'a Proc,
    archive: &'a Archive,
    w: Wanted,
    /// The first error ends it.
    strict: bool,
    errors: usize,
}

impl Restore<'_> {
    /// Runs it; nothing more is to be said of an error without words.
    async fn run(&mut self, mut t: Target, at_once: bool) -> Result<(), Option<String>> {
        let mut c = t.connect(self.p).await.map_err(Some)?;
        if self.w.create {
            let db = super::super::sql::ident(&self.archive.database);
            if self.w.clean {
                let exists = if self.w.if_exists { "IF EXISTS " } else { "" };
                self.statement(&mut c, &format!("DROP DATABASE {exists}{db};")).await?;
            }
            let make = self.archive.make_database();
            self.statement(&mut c, &make).await?;
            c.finish().await;
            t.db = Some(self.archive.database.clone());
            c = t.connect(self.p).await.map_err(Some)?;
        }
        let _ = c.ask(SETTINGS).await;
        if at_once {
            let _ = c.ask("BEGIN").await;
        }
        let archive = self.archive;
        if self.w.clean && !self.w.create {
            for e in archive.entries.iter().rev() {
                if self.w.takes(e) && !e.drop.is_empty() {
                    let sql = e.remove(self.w.if_exists);
                    self.statement(&mut c, &sql).await?;
                }
            }
        }
        for e in &archive.entries {
            if !self.w.takes(e) {
                continue;
            }
            if e.kind == "TABLE DATA" {
                self.rows(&mut c, e).await?;
                continue;
            }
            self.statement(&mut c, &e.make).await?;
            if let Some(own) = e.own().filter(|_| !self.w.no_owner) {
                self.statement(&mut c, &own).await?;
            }
        }
        if at_once {
            let _ = c.ask("COMMIT").await;
        }
        c.finish().await;
        Ok(())
    }

    async fn trouble(&mut self, text: &str) -> Result<(), Option<String>> {
        say(self.p, &format!("error: {text}")).await;
        self.errors += 1;
        if self.strict { Err(None) } else { Ok(()) }
    }

    async fn statement(&mut self, c: &mut Conn, sql: &str) -> Result<(), Option<String>> {
        match c.ask(sql).await {
            Ok(_) => Ok(()),
            Err(e) => {
                let text = format!("could not execute query: {e}\nCommand was: {sql}\n\n");
                self.trouble(&text).await
            }
        }
    }

    /// Gives a table its rows.
    async fn rows(&mut self, c: &mut Conn, e: &Entry) -> Result<(), Option<String>> {
        c.send(&e.copy()).await;
        let mut bad = None;
        loop {
            match c.next().await {
                Event::CopyIn => c.copy_data(&crate::vfs::text::encode(&e.rows)).await,
                Event::Error(f) => {
                    let get = |l: u8| f.get(&l).cloned().unwrap_or_default();
                    let mut text = format!("{}:  {}", get(b'S'), get(b'M'));
                    for (letter, word) in [(b'D', "DETAIL"), (b'H', "HINT"), (b'W', "CONTEXT")] {
                        if let Some(more) = f.get(&letter) {
                            text += &format!("\n{word}:  {more}");
                        }
                    }
                    bad = Some(text);
                }
                Event::Ready => break,
                Event::Lost => {
                    return Err(Some("server closed the connection unexpectedly".into()));
                }
                _ => {}
            }
        }
        match bad {
            None => Ok(()),
            Some(e2) => {
                let text = format!("COPY failed for table \"{}\": {e2}", e.name);
                self.trouble(&text).await
            }
        }
    }
}
