//! Lines of the screen as HTML. Owns how colours and attributes become classes and custom properties that
//! read well in both themes; the palette's values are in `style/terminal.css`.

use std::fmt::Write as _;

use avt::{Cell, Color, Line, Pen};

/// Adds one row to `out`, with its line end. A soft-wrapped row ends in a mark that breaks the line on
/// the screen but is not part of what is copied.
pub fn row(out: &mut String, line: &Line) {
    let cells = line.cells();
    let mut end = cells.len();
    if !line.is_wrapped() {
        while end > 0 && cells[end - 1].char() == ' ' && cells[end - 1].pen().is_default() {
            end -= 1;
        }
    }
    let mut start = 0;
    while start < end {
        let pen = *cells[start].pen();
        let run = cells[start..end].iter().take_while(|cell| *cell.pen() == pen).count();
        span(out, &cells[start..start + run], &pen);
        start += run;
    }
    out.push_str(if line.is_wrapped() { "<i class=\"wrap\"></i>" } else { "\n" });
}

/// One cell for the cursor to show.
pub fn cell(out: &mut String, cell: &Cell) {
    character(out, cell.char(), cell.width());
}

fn span(out: &mut String, cells: &[Cell], pen: &Pen) {
    let plain = pen.is_default();
    if !plain {
        open(out, pen);
    }
    for cell in cells {
        if cell.width() > 0 {
            character(out, cell.char(), cell.width());
        }
    }
    if !plain {
        out.push_str("</span>");
    }
}

fn character(out: &mut String, c: char, width: u8) {
    match c {
        '&' => out.push_str("&amp;"),
        '<' => out.push_str("&lt;"),
        ' '..='~' => out.push(c),
        _ if c.is_control() => out.push(' '),
        // A font that lacks a character borrows one of another width: pin it to its cells.
        _ => {
            let class = if width == 2 { "w2" } else { "w1" };
            let _ = write!(out, "<b class=\"{class}\">{c}</b>");
        }
    }
}

#[derive(Clone, Copy)]
enum Paint {
    Index(u8),
    Rgb(u8, u8, u8),
    /// The terminal's own text colour.
    Text,
    /// The terminal's own background.
    Ground,
}

fn paint(color: Color) -> Paint {
    match color {
        Color::Indexed(n @ 0..=15) => Paint::Index(n),
        Color::Indexed(n @ 232..) => {
            let grey = 8 + (n - 232) * 10;
            Paint::Rgb(grey, grey, grey)
        }
        Color::Indexed(n) => {
            let step = |i: u8| if i == 0 { 0 } else { 55 + i * 40 };
            let n = n - 16;
            Paint::Rgb(step(n / 36), step(n / 6 % 6), step(n % 6))
        }
        Color::RGB(rgb) => Paint::Rgb(rgb.r, rgb.g, rgb.b),
    }
}

fn open(out: &mut String, pen: &Pen) {
    let (mut text, mut ground) = (pen.foreground().map(paint), pen.background().map(paint));
    if pen.is_inverse() {
        (text, ground) = (Some(ground.unwrap_or(Paint::Ground)), Some(text.unwrap_or(Paint::Text)));
    }
    let mut class = String::new();
    let mut style = String::new();
    match (text, ground) {
        (None, None) => {}
        (Some(text), None) => alone(&mut class, &mut style, text),
        (text, Some(ground)) => pair(&mut style, text, ground),
    }
    for (on, name) in [
        (pen.is_bold(), "bold"),
        (pen.is_faint(), "faint"),
        (pen.is_italic(), "italic"),
        (pen.is_underline() && !pen.is_strikethrough(), "under"),
        (pen.is_strikethrough() && !pen.is_underline(), "strike"),
        (pen.is_strikethrough() && pen.is_underline(), "under-strike"),
        (pen.is_blink(), "blink"),
    ] {
        if on {
            let gap = if class.is_empty() { "" } else { " " };
            let _ = write!(class, "{gap}{name}");
        }
    }
    out.push_str("<span");
    if !class.is_empty() {
        let _ = write!(out, " class=\"{class}\"");
    }
    if !style.is_empty() {
        let _ = write!(out, " style=\"{style}\"");
    }
    out.push('>');
}

/// Coloured text on the terminal's own background: the theme's palette for the sixteen, otherwise the
/// asked-for colour moved towards black or white until it can be read.
fn alone(class: &mut String, style: &mut String, text: Paint) {
    match text {
        Paint::Index(n) => {
            let _ = write!(class, "t{n}");
        }
        Paint::Rgb(r, g, b) => {
            class.push_str("tx");
            let [lr, lg, lb] = readable([r, g, b], false);
            let [dr, dg, db] = readable([r, g, b], true);
            let _ = write!(style, "--l:#{lr:02x}{lg:02x}{lb:02x};--d:#{dr:02x}{dg:02x}{db:02x}");
        }
        Paint::Text | Paint::Ground => style.push_str("color:var(--term-ground)"),
    }
}

/// Text on a background that was asked for: both as they are.
fn pair(style: &mut String, text: Option<Paint>, ground: Paint) {
    style.push_str("background:");
    raw(style, ground);
    style.push_str(";color:");
    match (text, ground) {
        (Some(text), _) => raw(style, text),
        (None, Paint::Text) => style.push_str("var(--term-ground)"),
        (None, Paint::Ground) => style.push_str("var(--term-text)"),
        (None, Paint::Index(n)) => {
            let _ = write!(style, "var(--on{n})");
        }
        (None, Paint::Rgb(r, g, b)) => {
            style.push_str(if luminance([r, g, b]) > 0.18 { "#000" } else { "#fff" });
        }
    }
}

fn raw(style: &mut String, paint: Paint) {
    let _ = match paint {
        Paint::Index(n) => write!(style, "var(--raw{n})"),
        Paint::Rgb(r, g, b) => write!(style, "#{r:02x}{g:02x}{b:02x}"),
        Paint::Text => write!(style, "var(--term-text)"),
        Paint::Ground => write!(style, "var(--term-ground)"),
    };
}

/// WCAG's relative luminance.
fn luminance(rgb: [u8; 3]) -> f32 {
    let linear = |v: u8| {
        let v = f32::from(v) / 255.0;
        if v <= 0.04045 { v / 12.92 } else { ((v + 0.055) / 1.055).powf(2.4) }
    };
    0.2126 * linear(rgb[0]) + 0.7152 * linear(rgb[1]) + 0.0722 * linear(rgb[2])
}

/// The colour nearest to `rgb` that stands out 4.5 to 1 from the terminal's background.
fn readable(rgb: [u8; 3], dark: bool) -> [u8; 3] {
    // A little past the darkest and the lightest background that the themes use.
    let ground = if dark { 0.012 } else { 0.93 };
    let mut mixed = rgb;
    for step in 0u16..=20 {
        let towards = if dark { 255 } else { 0 };
        mixed = rgb.map(|v| ((u16::from(v) * (20 - step) + towards * step) / 20) as u8);
        let own = luminance(mixed);
        let contrast = if own > ground {
            (own + 0.05) / (ground + 0.05)
        } else {
            (ground + 0.05) / (own + 0.05)
        };
        if contrast >= 4.5 {
            break;
        }
    }
    mixed
}
