//! What the managers of packages share: the packages that the simulated archive holds, and putting their files
//! onto a disk. The managers' words are `apt`'s, `dpkg`'s and `apk`'s own files.
//!
//! A package's programs are those of the table of programs that name it; installing one writes their files, as
//! a layer of an image would have them.

pub mod apk;
pub mod apt;
mod catalogue;
pub mod dpkg;
mod lists;

use crate::coreutils::{Cx, PROGRAMS};
use crate::kernel::{Proc, elf_head};
use crate::vfs::{Errno, OpenFlags};

pub use catalogue::{CATALOGUE, Package, UNSIMULATED};

/// The host that the simulated archive is at. It answers wherever there is a network.
pub const MIRROR: &str = "http://mirror.test";

/// A file that a package brings.
pub struct Item {
    /// Where it goes, from the root.
    pub path: String,
    /// The program that it runs; none for a library.
    pub program: Option<String>,
    /// In bytes.
    pub size: u64,
}

/// The package with a name, by the name that the dialect of `cx` gives it.
pub fn find(name: &str, alpine: bool) -> Option<&'static Package> {
    CATALOGUE.iter().find(|p| if alpine { p.alpine == name } else { p.name == name })
}

/// Whether a package is real, but none that the simulation has.
pub fn is_unsimulated(name: &str) -> bool {
    UNSIMULATED.binary_search(&name).is_ok()
}

/// The files of a package, in the order of their paths.
pub fn items(package: &Package, alpine: bool) -> Vec<Item> {
    let mut items: Vec<Item> = PROGRAMS
        .iter()
        .filter(|p| p.package == package.name)
        .filter_map(|p| {
            let program = format!("gnu/{}", p.name);
            Some(item(format!("{}/{}", p.gnu?, p.name), Some(program), 0))
        })
        .collect();
    if package.name == "bash" {
        items.push(item("/bin/bash".to_string(), Some("bash".to_string()), 0));
    }
    let size = u64::from(package.kib) * 1024;
    if items.is_empty() {
        items.push(item(format!("/usr/share/{}/data", package.name), None, size));
    } else {
        let each = size / items.len() as u64;
        items.iter_mut().for_each(|i| i.size = each.max(8192));
    }
    if !alpine {
        let doc = format!("/usr/share/doc/{}/copyright", package.name);
        items.push(item(doc, None, 1024));
    }
    items.sort_by(|a, b| a.path.cmp(&b.path));
    items
}

fn item(path: String, program: Option<String>, size: u64) -> Item {
    Item { path, program, size }
}

/// Writes a package's files.
pub fn unpack(p: &Proc, items: &[Item]) -> Result<(), Errno> {
    for item in items {
        let dir = item.path.rsplit_once('/').map_or("", |(dir, _)| dir);
        make_dirs(p, dir)?;
        match p.unlink(&item.path) {
            Ok(()) | Err(Errno::ENOENT) => {}
            Err(e) => return Err(e),
        }
        let (head, mode) = match &item.program {
            Some(program) => (elf_head(program), 0o755),
            None => (Vec::new(), 0o644),
        };
        p.write_file(&item.path, &head, mode)?;
        let flags = OpenFlags::WRITE;
        let fd = p.open(&item.path, flags, 0)?;
        let sized = p.ftruncate(fd, item.size.max(head.len() as u64));
        p.close(fd)?;
        sized?;
    }
    Ok(())
}

/// Makes a directory and those above it.
pub fn make_dirs(p: &Proc, path: &str) -> Result<(), Errno> {
    p.mkdir_all(path, 0o755).map_err(|(_, e)| e)
}

/// Whether there is a way out of this network namespace.
pub fn online(p: &Proc) -> bool {
    p.network().0.iter().any(|i| !i.addr.is_loopback())
}

/// The words of a command line that are no options, and the options; an option of `valued` takes the next word.
pub fn words(cx: &Cx, valued: &[&str]) -> (Vec<String>, Vec<String>) {
    let (mut words, mut options) = (Vec::new(), Vec::new());
    let mut args = cx.args().into_iter();
    while let Some(arg) = args.next() {
        if valued.contains(&arg.as_str()) {
            options.push(arg);
            args.next();
        } else if arg.len() > 1 && arg.starts_with('-') {
            options.push(arg);
        } else {
            words.push(arg);
        }
    }
    (words, options)
}

#[cfg(test)]
mod tests {
    use super::{CATALOGUE, UNSIMULATED, items};
    use crate::coreutils::PROGRAMS;

    #[test]
    fn the_lists_are_sorted_and_apart() {
        assert!(CATALOGUE.is_sorted_by(|a, b| a.name < b.name));
        assert!(UNSIMULATED.is_sorted_by(|a, b| a < b));
        let both: Vec<&str> =
            UNSIMULATED.iter().copied().filter(|n| super::find(n, false).is_some()).collect();
        assert!(both.is_empty(), "{both:?}");
    }

    #[test]
    fn every_program_that_can_be_installed_has_a_package() {
        let named: Vec<&str> = CATALOGUE.iter().map(|p| p.name).collect();
        let missing: Vec<&str> = PROGRAMS
            .iter()
            .filter(|p| p.gnu.is_some() && !named.contains(&p.package))
            .map(|p| p.package)
            .filter(|package| !["apk-tools", "systemd", "systemd-sysv"].contains(package))
            .collect();
        assert!(missing.is_empty(), "{missing:?}");
        assert!(CATALOGUE.iter().all(|p| !items(p, false).is_empty()));
    }
}
