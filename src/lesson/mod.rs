//! Lessons: Markdown with front matter and a few fences of its own, read into data that the page shows,
//! and checked against the world. Drawing them is the page's; running anything is the world's.

mod fence;
mod front;
mod html;
mod model;
mod parse;
mod play;

pub use model::{
    Block, Check, Choice, Hint, Lesson, Level, Outcome, Predict, Problem, Quiz, Section, Shell,
    Solution,
};
pub use parse::parse;
pub use play::{Finding, play};

/// One lesson as it lies in the repository.
#[derive(Debug)]
pub struct Source {
    /// The file's path from the root of the repository, for messages.
    pub path: &'static str,
    /// What the file says.
    pub text: &'static str,
}

macro_rules! lessons {
    ($($file:literal,)*) => {
        &[$(Source {
            path: concat!("lessons/", $file),
            text: include_str!(concat!("../../lessons/", $file)),
        },)*]
    };
}

/// Every lesson that is built in, sorted by file name. A new one is one file and one line here.
pub static LESSONS: &[Source] = lessons![
    "01-lost-with-the-container.md",
    "02-keep-it-in-a-volume.md",
    "03-back-up-and-restore.md",
    "04-bind-mounts.md",
    "05-anonymous-volumes.md",
    "06-tmpfs.md",
    "07-what-holds-a-volume.md",
    "08-what-was-there-before.md",
    "09-who-may-write.md",
    "10-what-compose-leaves.md",
    "11-installed-in-a-container.md",
];

/// The built-in lessons in the order that they are meant to be taken. One that does not parse is left out
/// here; `tests/lessons.rs` sees to it that there is none.
pub fn all() -> Vec<Lesson> {
    let mut lessons: Vec<Lesson> =
        LESSONS.iter().filter_map(|source| parse(source.text).ok()).collect();
    lessons.sort_by(|a, b| (a.order, &a.id).cmp(&(b.order, &b.id)));
    lessons
}
