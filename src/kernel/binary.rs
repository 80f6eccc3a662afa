//! Programs as files: a program file begins as an ELF file does and names the registered code that runs;
//! `#!` names an interpreter.

use crate::vfs::{Content, text};

const ELF: &[u8] = b"\x7fELF\x02\x01\x01";
const MARK: &[u8] = b"\0drydock\0";

/// The content of a program file for registered code: `size` bytes, nearly all a hole.
pub fn elf_content(program: &str, size: u64) -> Content {
    Content::with_hole(elf_head(program), size)
}

/// How such a file begins; all after it is zeros.
pub fn elf_head(program: &str) -> Vec<u8> {
    let mut head = ELF.to_vec();
    head.resize(64, 0);
    head.extend_from_slice(MARK);
    head.extend_from_slice(program.as_bytes());
    head.push(0);
    head
}

/// The program that a file's first bytes name.
pub(super) fn elf_program(head: &[u8]) -> Option<String> {
    if !head.starts_with(ELF) {
        return None;
    }
    let name = head.get(64..)?.strip_prefix(MARK)?;
    let end = name.iter().position(|b| *b == 0)?;
    Some(String::from_utf8_lossy(&name[..end]).into_owned())
}

/// Interpreter and its argument of a `#!` line.
pub fn script_interpreter(head: &[u8]) -> Option<(String, Option<String>)> {
    let line = head.strip_prefix(b"#!")?;
    let line = &line[..line.iter().position(|b| *b == b'\n').unwrap_or(line.len())];
    let line = text::decode(line).trim().to_string();
    let (path, arg) = match line.split_once([' ', '\t']) {
        Some((p, a)) => (p.to_string(), Some(a.trim().to_string())),
        None => (line, None),
    };
    (!path.is_empty()).then_some((path, arg))
}
