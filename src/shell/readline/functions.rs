//! The editing functions by readline's names: which keys they are bound to at the start, and what the editor
//! does for them. Bindings that a user makes are `bindings`'.

use super::keys::Key;

/// What the editor does that no key stands for at the start, or that a key of another kind stands for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Act {
    CharSearch,
    CharSearchBack,
    InsertComment,
    ShellExpandLine,
    TildeExpand,
    GlobExpand,
    GlobList,
    OperateAndNext,
    SetMark,
    ExchangeMark,
    MacroBegin,
    MacroEnd,
    MacroRun,
    EditAndRun,
    PossibleCompletions,
    InsertCompletions,
    MenuComplete,
    MenuCompleteBackward,
    HistorySearchBackward,
    HistorySearchForward,
    KillWholeLine,
    KillRegion,
    CopyRegion,
    BackwardKillLine,
    FileRubout,
    Redraw,
    HistoryExpand,
    MagicSpace,
    Overwrite,
    Version,
    YankNth,
    ViMode,
    EmacsMode,
    ViCommand,
}

/// A function: its name, its keys in Emacs mode as `bind -p` writes them, and what does it.
pub(super) struct Function {
    pub name: &'static str,
    pub keys: &'static [&'static str],
    pub does: Option<Key>,
}

macro_rules! functions {
    ($($name:literal $([$($key:literal)*])? $(=> $does:expr)?;)*) => {
        /// Every function that readline and bash have, sorted by name.
        pub(super) static FUNCTIONS: &[Function] = &[$(Function {
            name: $name,
            keys: functions!(@keys $([$($key)*])?),
            does: functions!(@does $($does)?),
        },)*];
    };
    (@keys) => { &[] };
    (@keys [$($key:literal)*]) => { &[$($key),*] };
    (@does) => { None };
    (@does $does:expr) => { Some($does) };
}

functions! {
    "abort" [r"\C-g" r"\C-x\C-g" r"\e\C-g"] => Key::Ctrl('g');
    "accept-line" [r"\C-j" r"\C-m"] => Key::Enter;
    "alias-expand-line";
    "arrow-key-prefix";
    "backward-byte" => Key::Left;
    "backward-char" [r"\C-b" r"\eOD" r"\e[D"] => Key::Left;
    "backward-delete-char" [r"\C-h" r"\C-?"] => Key::Backspace;
    "backward-kill-line" [r"\C-x\C-?"] => Key::Act(Act::BackwardKillLine);
    "backward-kill-word" [r"\e\C-h" r"\e\C-?"] => Key::AltBackspace;
    "backward-word" [r"\e[1;3D" r"\e[1;5D" r"\eb"] => Key::WordLeft;
    "beginning-of-history" [r"\e<"] => Key::Alt('<');
    "beginning-of-line" [r"\C-a" r"\eOH" r"\e[H"] => Key::Home;
    "bracketed-paste-begin" [r"\e[200~"];
    "call-last-kbd-macro" [r"\C-xe"] => Key::Act(Act::MacroRun);
    "capitalize-word" [r"\ec"] => Key::Alt('c');
    "character-search" [r"\C-]"] => Key::Act(Act::CharSearch);
    "character-search-backward" [r"\e\C-]"] => Key::Act(Act::CharSearchBack);
    "clear-display" [r"\e\C-l"] => Key::AltCtrl('l');
    "clear-screen" [r"\C-l"] => Key::Ctrl('l');
    "complete" [r"\C-i" r"\e\e"] => Key::Tab;
    "complete-command" [r"\e!"];
    "complete-filename" [r"\e/"];
    "complete-hostname" [r"\e@"];
    "complete-into-braces" [r"\e{"];
    "complete-username" [r"\e~"];
    "complete-variable" [r"\e$"];
    "copy-backward-word";
    "copy-forward-word";
    "copy-region-as-kill" => Key::Act(Act::CopyRegion);
    "dabbrev-expand";
    "delete-char" [r"\C-d" r"\e[3~"] => Key::Delete;
    "delete-char-or-list";
    "delete-horizontal-space" [r"\e\\"] => Key::Alt('\\');
    "digit-argument" [r"\e-" r"\e0" r"\e1" r"\e2" r"\e3" r"\e4" r"\e5" r"\e6" r"\e7" r"\e8" r"\e9"];
    "display-shell-version" [r"\C-x\C-v"] => Key::Act(Act::Version);
    "do-lowercase-version" [r"\C-xA" r"\C-xB" r"\C-xC" r"\C-xD" r"\C-xE" r"\C-xF"];
    "downcase-word" [r"\el"] => Key::Alt('l');
    "dump-functions";
    "dump-macros";
    "dump-variables";
    "dynamic-complete-history" [r"\e\C-i"];
    "edit-and-execute-command" [r"\C-x\C-e"] => Key::Act(Act::EditAndRun);
    "emacs-editing-mode" => Key::Act(Act::EmacsMode);
    "end-kbd-macro" [r"\C-x)"] => Key::Act(Act::MacroEnd);
    "end-of-history" [r"\e>"] => Key::Alt('>');
    "end-of-line" [r"\C-e" r"\eOF" r"\e[F"] => Key::End;
    "exchange-point-and-mark" [r"\C-x\C-x"] => Key::Act(Act::ExchangeMark);
    "fetch-history";
    "forward-backward-delete-char";
    "forward-byte" => Key::Right;
    "forward-char" [r"\C-f" r"\eOC" r"\e[C"] => Key::Right;
    "forward-search-history" [r"\C-s"] => Key::Ctrl('s');
    "forward-word" [r"\e[1;3C" r"\e[1;5C" r"\ef"] => Key::WordRight;
    "glob-complete-word" [r"\eg"];
    "glob-expand-word" [r"\C-x*"] => Key::Act(Act::GlobExpand);
    "glob-list-expansions" [r"\C-xg"] => Key::Act(Act::GlobList);
    "history-and-alias-expand-line";
    "history-expand-line" [r"\e^"] => Key::Act(Act::HistoryExpand);
    "history-search-backward" [r"\e[5~"] => Key::Act(Act::HistorySearchBackward);
    "history-search-forward" [r"\e[6~"] => Key::Act(Act::HistorySearchForward);
    "history-substring-search-backward";
    "history-substring-search-forward";
    "insert-comment" [r"\e#"] => Key::Act(Act::InsertComment);
    "insert-completions" [r"\e*"] => Key::Act(Act::InsertCompletions);
    "insert-last-argument" [r"\e." r"\e_"] => Key::Alt('.');
    "kill-line" [r"\C-k"] => Key::Ctrl('k');
    "kill-region" => Key::Act(Act::KillRegion);
    "kill-whole-line" => Key::Act(Act::KillWholeLine);
    "kill-word" [r"\e[3;5~" r"\ed"] => Key::Alt('d');
    "magic-space" => Key::Act(Act::MagicSpace);
    "menu-complete" => Key::Act(Act::MenuComplete);
    "menu-complete-backward" => Key::Act(Act::MenuCompleteBackward);
    "next-history" [r"\C-n" r"\eOB" r"\e[B"] => Key::Down;
    "next-screen-line";
    "non-incremental-forward-search-history" [r"\en"];
    "non-incremental-forward-search-history-again";
    "non-incremental-reverse-search-history" [r"\ep"];
    "non-incremental-reverse-search-history-again";
    "old-menu-complete";
    "operate-and-get-next" [r"\C-o"] => Key::Act(Act::OperateAndNext);
    "overwrite-mode" [r"\e[2~"] => Key::Act(Act::Overwrite);
    "possible-command-completions" [r"\C-x!"];
    "possible-completions" [r"\e=" r"\e?"] => Key::Act(Act::PossibleCompletions);
    "possible-filename-completions" [r"\C-x/"];
    "possible-hostname-completions" [r"\C-x@"];
    "possible-username-completions" [r"\C-x~"];
    "possible-variable-completions" [r"\C-x$"];
    "previous-history" [r"\C-p" r"\eOA" r"\e[A"] => Key::Up;
    "previous-screen-line";
    "print-last-kbd-macro";
    "quoted-insert" [r"\C-q" r"\C-v"] => Key::Ctrl('v');
    "re-read-init-file" [r"\C-x\C-r"];
    "redraw-current-line" => Key::Act(Act::Redraw);
    "reverse-search-history" [r"\C-r"] => Key::Ctrl('r');
    "revert-line" [r"\e\C-r" r"\er"] => Key::Alt('r');
    "self-insert";
    "set-mark" [r"\C-@" r"\e "] => Key::Act(Act::SetMark);
    "shell-backward-kill-word" => Key::Ctrl('w');
    "shell-backward-word" [r"\e\C-b"];
    "shell-expand-line" [r"\e\C-e"] => Key::Act(Act::ShellExpandLine);
    "shell-forward-word" [r"\e\C-f"];
    "shell-kill-word" [r"\e\C-d"];
    "shell-transpose-words" [r"\e\C-t"];
    "skip-csi-sequence" => Key::Unknown;
    "spell-correct-word" [r"\C-xs"];
    "start-kbd-macro" [r"\C-x("] => Key::Act(Act::MacroBegin);
    "tab-insert" => Key::Char('\t');
    "tilde-expand" [r"\e&"] => Key::Act(Act::TildeExpand);
    "transpose-chars" [r"\C-t"] => Key::Ctrl('t');
    "transpose-words" [r"\et"] => Key::Alt('t');
    "tty-status";
    "undo" [r"\C-x\C-u" r"\C-_"] => Key::Ctrl('_');
    "universal-argument";
    "unix-filename-rubout" => Key::Act(Act::FileRubout);
    "unix-line-discard" [r"\C-u"] => Key::Ctrl('u');
    "unix-word-rubout" [r"\C-w"] => Key::Ctrl('w');
    "upcase-word" [r"\eu"] => Key::Alt('u');
    "vi-append-eol";
    "vi-append-mode";
    "vi-arg-digit";
    "vi-bWord";
    "vi-back-to-indent";
    "vi-backward-bigword";
    "vi-backward-word";
    "vi-bword";
    "vi-change-case";
    "vi-change-char";
    "vi-change-to";
    "vi-char-search";
    "vi-column";
    "vi-complete";
    "vi-delete";
    "vi-delete-to";
    "vi-eWord";
    "vi-edit-and-execute-command";
    "vi-editing-mode" => Key::Act(Act::ViMode);
    "vi-end-bigword";
    "vi-end-word";
    "vi-eof-maybe";
    "vi-eword";
    "vi-fWord";
    "vi-fetch-history";
    "vi-first-print";
    "vi-forward-bigword";
    "vi-forward-word";
    "vi-fword";
    "vi-goto-mark";
    "vi-insert-beg";
    "vi-insertion-mode";
    "vi-match";
    "vi-movement-mode" => Key::Act(Act::ViCommand);
    "vi-next-word";
    "vi-overstrike";
    "vi-overstrike-delete";
    "vi-prev-word";
    "vi-put";
    "vi-redo";
    "vi-replace";
    "vi-rubout";
    "vi-search";
    "vi-search-again";
    "vi-set-mark";
    "vi-subst";
    "vi-tilde-expand";
    "vi-undo";
    "vi-unix-word-rubout";
    "vi-yank-arg";
    "vi-yank-pop";
    "vi-yank-to";
    "yank" [r"\C-y"] => Key::Ctrl('y');
    "yank-last-arg" [r"\e." r"\e_"] => Key::Alt('.');
    "yank-nth-arg" [r"\e\C-y"] => Key::Act(Act::YankNth);
    "yank-pop" [r"\ey"] => Key::Alt('y');
}

/// A function by its name.
pub(super) fn function(name: &str) -> Option<&'static Function> {
    FUNCTIONS.iter().find(|f| f.name.eq_ignore_ascii_case(name))
}

/// Settings of `bind -v` in its order, with their values at the start.
pub(super) static VARIABLES: &[(&str, &str)] = &[
    ("bind-tty-special-chars", "on"),
    ("blink-matching-paren", "off"),
    ("byte-oriented", "off"),
    ("colored-completion-prefix", "off"),
    ("colored-stats", "off"),
    ("completion-ignore-case", "off"),
    ("completion-map-case", "off"),
    ("convert-meta", "off"),
    ("disable-completion", "off"),
    ("echo-control-characters", "on"),
    ("enable-active-region", "on"),
    ("enable-bracketed-paste", "on"),
    ("enable-keypad", "off"),
    ("enable-meta-key", "on"),
    ("expand-tilde", "off"),
    ("history-preserve-point", "off"),
    ("horizontal-scroll-mode", "off"),
    ("input-meta", "on"),
    ("mark-directories", "on"),
    ("mark-modified-lines", "off"),
    ("mark-symlinked-directories", "off"),
    ("match-hidden-files", "on"),
    ("menu-complete-display-prefix", "off"),
    ("meta-flag", "on"),
    ("output-meta", "on"),
    ("page-completions", "on"),
    ("prefer-visible-bell", "on"),
    ("print-completions-horizontally", "off"),
    ("revert-all-at-newline", "off"),
    ("show-all-if-ambiguous", "off"),
    ("show-all-if-unmodified", "off"),
    ("show-mode-in-prompt", "off"),
    ("skip-completed-text", "off"),
    ("visible-stats", "off"),
    ("bell-style", "audible"),
    ("comment-begin", "#"),
    ("completion-display-width", "-1"),
    ("completion-prefix-display-length", "0"),
    ("completion-query-items", "100"),
    ("editing-mode", "emacs"),
    ("emacs-mode-string", "@"),
    ("history-size", "500"),
    ("keymap", "emacs"),
    ("keyseq-timeout", "500"),
    ("vi-cmd-mode-string", "(cmd)"),
    ("vi-ins-mode-string", "(ins)"),
];
