//! zip: makes and extends archives.

use crate::coreutils::fs::glob;
use crate::coreutils::fs::walk::{Follow, Visit, Walk};
use crate::coreutils::{Arg, Cx};
use crate::vfs::{OpenFlags, text};

use super::format::{self, Entry};

const LONGS: &[(&str, Arg, char)] = &[
    ("recurse-paths", Arg::No, 'r'),
    ("junk-paths", Arg::No, 'j'),
    ("quiet", Arg::No, 'q'),
    ("exclude", Arg::Required, 'x'),
    ("delete", Arg::No, 'd'),
    ("symlinks", Arg::No, 'y'),
    ("update", Arg::No, 'u'),
    ("freshen", Arg::No, 'f'),
];

/// `zip`.
pub async fn main(cx: &mut Cx) -> i32 {
    let opts = match cx.getopt("rjqx:dyuf0123456789Tm", LONGS).await {
        Ok(opts) => opts,
        Err(status) => return status,
    };
    if opts.has('d') || opts.has('f') || opts.has('m') {
        cx.err("-d, -f and -m are not built into this simulation").await;
        return 16;
    }
    let Some((archive, files)) = opts.operands.split_first() else {
        cx.say("zip error: Nothing to do!\n").await;
        return 16;
    };
    let archive = match archive.rsplit('/').next() {
        Some(base) if base.contains('.') || archive == "-" => archive.clone(),
        _ => format!("{archive}.zip"),
    };
    let level = opts.options.iter().rev().find_map(|o| o.0.to_digit(10)).unwrap_or(6);
    let flags = glob::Flags::default();
    let excluded = |name: &str| {
        let mut all = opts.options.iter().filter(|o| o.0 == 'x').filter_map(|o| o.1.as_deref());
        all.any(|p| glob::matches(p, name.trim_end_matches('/'), flags))
    };
    let (mut entries, mut body) = old(cx, &archive);
    for file in files {
        if cx.p.lstat(file).is_err() {
            cx.say(&format!("\tzip warning: name not matched: {file}\n")).await;
            continue;
        }
        let mut walk = Walk::new(&cx.p, file, Follow::Always);
        while let Some(step) = walk.step() {
            let dir = match step.visit {
                Visit::Enter => {
                    if !opts.has('r') {
                        walk.skip();
                    }
                    true
                }
                Visit::File => false,
                _ => continue,
            };
            let mut name = step.path.trim_start_matches('/').trim_start_matches("./").to_string();
            if opts.has('j') {
                name = crate::coreutils::fs::path::base(&name).to_string();
            }
            if dir {
                name.push('/');
            }
            if excluded(&name) || name == "./" || name == "/" || (dir && opts.has('j')) {
                continue;
            }
            let data = if dir {
                Vec::new()
            } else {
                match cx.p.read_file(&step.path) {
                    Ok(data) => data,
                    Err(e) => {
                        cx.say(&format!("zip warning: {e}: {}\n", step.path)).await;
                        continue;
                    }
                }
            };
            let (method, crc, packed) = format::pack(&data, level);
            let verb = if let Some(at) = entries.iter().position(|e: &Entry| e.name == name) {
                entries.remove(at);
                "updating"
            } else {
                "  adding"
            };
            let e = Entry {
                name,
                mode: step.stat.mode,
                mtime: step.stat.mtime,
                method,
                crc,
                packed: packed.len() as u64,
                size: data.len() as u64,
                offset: body.len() as u64,
            };
            if !opts.has('q') {
                let saved =
                    if e.size == 0 { 0 } else { (e.size - e.packed.min(e.size)) * 100 / e.size };
                let how = if method == 8 { "deflated" } else { "stored" };
                cx.puts(&format!("{verb}: {} ({how} {saved}%)\n", e.name));
            }
            body.extend(e.local());
            body.extend(packed);
            entries.push(e);
            cx.p.tick(1 + (data.len() / 512) as u32).await;
            cx.pace().await;
        }
    }
    if entries.is_empty() {
        cx.flush().await;
        cx.say(&format!("\nzip error: Nothing to do! ({archive})\n")).await;
        return 12;
    }
    let at = body.len() as u64;
    body.extend(format::directory(&entries, at));
    cx.flush().await;
    let done = if archive == "-" {
        cx.p.write_all(1, &body).await
    } else {
        let flags = OpenFlags::WRITE | OpenFlags::CREAT | OpenFlags::TRUNC;
        match cx.p.open(&archive, flags, 0o666) {
            Ok(fd) => cx.p.write_all(fd, &body).await,
            Err(e) => Err(e),
        }
    };
    if let Err(e) = done {
        cx.say(&format!(
            "zip I/O error: {e}\nzip error: Could not create output file ({archive})\n"
        ))
        .await;
        return 15;
    }
    0
}

/// The members of an archive that is there already, with their data.
fn old(cx: &Cx, archive: &str) -> (Vec<Entry>, Vec<u8>) {
    let Ok(all) = cx.p.read_file(archive) else { return (Vec::new(), Vec::new()) };
    let Some(list) = format::entries(&all) else { return (Vec::new(), Vec::new()) };
    let (mut entries, mut body) = (Vec::new(), Vec::new());
    for mut e in list {
        let Some(data) = format::data(&all, &e) else { continue };
        e.offset = body.len() as u64;
        body.extend(e.local());
        body.extend_from_slice(data);
        e.name = text::decode(&text::encode(&e.name)).into_owned();
        entries.push(e);
    }
    (entries, body)
}
