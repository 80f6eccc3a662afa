//! Key presses as the bytes an xterm sends. Owns the table of special and control keys; plain text does
//! not pass here: it arrives as input events (`field`), so that an input method, a phone's keyboard and
//! a test tool's `fill` all work.

/// The modifier keys held down.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Mods {
    /// Control.
    pub ctrl: bool,
    /// Alt or Option.
    pub alt: bool,
    /// Shift.
    pub shift: bool,
    /// Command or the Windows key: such presses are the browser's.
    pub meta: bool,
}

/// What a key press means to the terminal.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Press {
    /// Send these bytes.
    Send(Vec<u8>),
    /// Copy the selection.
    Copy,
    /// Scroll the history by this many pages (down is positive).
    Scroll(i32),
    /// Leave the key to the browser: text comes back as an input event, the rest are its shortcuts.
    Pass,
}

/// What `key` (a `KeyboardEvent.key`) means. `app_cursor` is DECCKM: arrows as SS3 instead of CSI.
pub fn press(key: &str, mods: Mods, app_cursor: bool) -> Press {
    if mods.meta {
        return Press::Pass;
    }
    if let Some(bytes) = special(key, mods, app_cursor) {
        return bytes;
    }
    let mut chars = key.chars();
    let (Some(c), None) = (chars.next(), chars.next()) else { return Press::Pass };
    // Control with Alt is AltGr on Windows, and types a character.
    if mods.ctrl && mods.alt {
        return Press::Pass;
    }
    if mods.ctrl {
        return control(c, mods.shift);
    }
    if mods.alt && c.is_ascii() {
        return Press::Send(vec![0x1b, c as u8]);
    }
    Press::Pass
}

fn control(c: char, shift: bool) -> Press {
    match c.to_ascii_lowercase() {
        // Control C alone always interrupts.
        'c' if shift => return Press::Copy,
        // The browser answers with a paste event, as the learner is used to; readline's `quoted-insert`
        // is on Control Q too.
        'v' => return Press::Pass,
        _ => {}
    }
    match control_byte(c) {
        Some(byte) => Press::Send(vec![byte]),
        None => Press::Pass,
    }
}

/// The byte that Control makes of a character: `^C` is 3. None where Control has nothing to say, or
/// where the press is the browser's own (zooming with `+`, `-` and `0`).
pub fn control_byte(c: char) -> Option<u8> {
    Some(match c.to_ascii_lowercase() {
        c @ 'a'..='z' => c as u8 - b'a' + 1,
        ' ' | '@' | '2' => 0,
        '[' | '3' => 0x1b,
        '\\' | '4' => 0x1c,
        ']' | '5' => 0x1d,
        '^' | '6' => 0x1e,
        '_' | '/' | '7' => 0x1f,
        '?' | '8' => 0x7f,
        _ => return None,
    })
}

fn special(key: &str, mods: Mods, app_cursor: bool) -> Option<Press> {
    let letter = |c: char| Some(Press::Send(cursor_key(c, mods, app_cursor)));
    let tilde = |n: u8| Some(Press::Send(tilde_key(n, mods)));
    match key {
        "Enter" => meta_prefix(b"\r", mods),
        "Backspace" => meta_prefix(if mods.ctrl { b"\x08" } else { b"\x7f" }, mods),
        "Tab" if mods.ctrl || mods.alt => Some(Press::Pass),
        "Tab" if mods.shift => Some(Press::Send(b"\x1b[Z".to_vec())),
        "Tab" => Some(Press::Send(b"\t".to_vec())),
        "Escape" => meta_prefix(b"\x1b", mods),
        "ArrowUp" => letter('A'),
        "ArrowDown" => letter('B'),
        "ArrowRight" => letter('C'),
        "ArrowLeft" => letter('D'),
        "End" => letter('F'),
        "Home" => letter('H'),
        "PageUp" if mods.shift => Some(Press::Scroll(-1)),
        "PageDown" if mods.shift => Some(Press::Scroll(1)),
        "PageUp" => tilde(5),
        "PageDown" => tilde(6),
        // Shift-Insert pastes and Control-Insert copies, as everywhere.
        "Insert" if mods.shift => Some(Press::Pass),
        "Insert" if mods.ctrl => Some(Press::Copy),
        "Insert" => tilde(2),
        "Delete" => tilde(3),
        "F2" => ss3('Q', mods),
        "F3" => ss3('R', mods),
        "F4" => ss3('S', mods),
        "F7" => tilde(18),
        "F8" => tilde(19),
        "F9" => tilde(20),
        "F10" => tilde(21),
        _ => None,
    }
}

fn meta_prefix(bytes: &[u8], mods: Mods) -> Option<Press> {
    let mut out = if mods.alt { vec![0x1b] } else { Vec::new() };
    out.extend_from_slice(bytes);
    Some(Press::Send(out))
}

/// xterm's number for a set of modifiers ("PC-style function keys"); 1 is none.
fn modifier(mods: Mods) -> u8 {
    1 + u8::from(mods.shift) + 2 * u8::from(mods.alt) + 4 * u8::from(mods.ctrl)
}

fn cursor_key(letter: char, mods: Mods, app_cursor: bool) -> Vec<u8> {
    match modifier(mods) {
        1 if app_cursor => format!("\x1bO{letter}"),
        1 => format!("\x1b[{letter}"),
        m => format!("\x1b[1;{m}{letter}"),
    }
    .into_bytes()
}

fn tilde_key(n: u8, mods: Mods) -> Vec<u8> {
    match modifier(mods) {
        1 => format!("\x1b[{n}~"),
        m => format!("\x1b[{n};{m}~"),
    }
    .into_bytes()
}

fn ss3(letter: char, mods: Mods) -> Option<Press> {
    Some(Press::Send(match modifier(mods) {
        1 => format!("\x1bO{letter}").into_bytes(),
        m => format!("\x1b[1;{m}{letter}").into_bytes(),
    }))
}

/// Typed text as bytes: a new line is the Enter key.
pub fn typed(text: &str) -> Vec<u8> {
    text.replace("\r\n", "\r").replace('\n', "\r").into_bytes()
}

/// Pasted text as bytes. Control characters other than tab and new line are left out, so that nothing
/// pasted can press a key; with `bracketed` the application is told where the paste begins and ends.
pub fn pasted(text: &str, bracketed: bool) -> Vec<u8> {
    let text = text.replace("\r\n", "\r").replace('\n', "\r");
    let clean: String =
        text.chars().filter(|&c| c == '\r' || c == '\t' || !c.is_control()).collect();
    if bracketed { format!("\x1b[200~{clean}\x1b[201~").into_bytes() } else { clean.into_bytes() }
}

#[cfg(test)]
mod tests {
    use super::{Mods, Press, pasted, press, typed};

    const NONE: Mods = Mods { ctrl: false, alt: false, shift: false, meta: false };
    const CTRL: Mods = Mods { ctrl: true, ..NONE };
    const ALT: Mods = Mods { alt: true, ..NONE };
    const SHIFT: Mods = Mods { shift: true, ..NONE };

    fn sent(key: &str, mods: Mods) -> String {
        match press(key, mods, false) {
            Press::Send(bytes) => String::from_utf8(bytes).unwrap(),
            other => format!("{other:?}"),
        }
    }

    #[test]
    fn control_keys_are_single_bytes() {
        assert_eq!(sent("c", CTRL), "\x03");
        assert_eq!(sent("R", CTRL), "\x12");
        assert_eq!(sent("\\", CTRL), "\x1c");
        assert_eq!(sent("/", CTRL), "\x1f");
        assert_eq!(sent(" ", CTRL), "\0");
    }

    #[test]
    fn the_browser_keeps_text_and_its_own_shortcuts() {
        for (key, mods) in [
            ("a", NONE),
            ("ü", NONE),
            ("+", CTRL),
            ("-", CTRL),
            ("0", CTRL),
            ("v", CTRL),
            ("v", Mods { shift: true, ..CTRL }),
            ("@", Mods { alt: true, ..CTRL }),
            ("c", Mods { meta: true, ..NONE }),
            ("F5", NONE),
            ("F6", NONE),
            ("Tab", CTRL),
            ("Dead", NONE),
        ] {
            assert_eq!(press(key, mods, false), Press::Pass, "{key}");
        }
        assert_eq!(press("C", Mods { shift: true, ..CTRL }, false), Press::Copy);
    }

    #[test]
    fn special_keys_follow_xterm() {
        assert_eq!(sent("ArrowUp", NONE), "\x1b[A");
        assert_eq!(sent("ArrowLeft", CTRL), "\x1b[1;5D");
        assert_eq!(press("ArrowUp", NONE, true), Press::Send(b"\x1bOA".to_vec()));
        assert_eq!(sent("Delete", NONE), "\x1b[3~");
        assert_eq!(sent("Backspace", NONE), "\x7f");
        assert_eq!(sent("Backspace", ALT), "\x1b\x7f");
        assert_eq!(sent("Tab", SHIFT), "\x1b[Z");
        assert_eq!(sent("b", ALT), "\x1bb");
        assert_eq!(press("PageUp", SHIFT, false), Press::Scroll(-1));
    }

    #[test]
    fn pasted_text_cannot_press_keys() {
        assert_eq!(pasted("a\nb\r\n", false), b"a\rb\r");
        assert_eq!(pasted("x\x1b[201~\x03y", true), b"\x1b[200~x[201~y\x1b[201~");
        assert_eq!(typed("ls\n"), b"ls\r");
    }
}
