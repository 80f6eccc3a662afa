//! Parsing without running: what is taken, what is refused, and how it prints.

use std::collections::BTreeMap;
use std::rc::Rc;

use super::ast::{Command, Kind};
use super::{ParseOptions, Parser, Wrong, print};
use crate::shell::Dialect;

fn parser(text: &str) -> Parser {
    let opts = ParseOptions {
        dialect: Dialect::Bash,
        extglob: true,
        aliases: Rc::new(BTreeMap::from([("ll".to_string(), "ls -l ".to_string())])),
        more: false,
    };
    Parser::new(text, 1, opts)
}

fn one_line(text: &str) -> String {
    print::list(&parser(text).whole().unwrap_or_else(|e| panic!("{text}: {e:?}")))
}

#[test]
fn prints_what_was_read() {
    for text in [
        "echo a b; echo c",
        "a && b || ! c | d",
        "x=1 y+=2 cmd > out 2>&1 < in",
        "echo \"a $b ${c:-d e} $(f g) `h`\" 'i j' $'k\\n'",
        "a=(1 [3]=x \"y z\") b[2]=4",
        "( a; b )",
        "((x = 1 + (2)))",
        "[[ a == b* && ! ( -f c || $d =~ ^(e|f g)$ ) ]]",
        "echo @(a|b) !(c)",
        "cat <(ls) > >(wc)",
        "echo ${a[$((1+2))]} ${#b[@]} ${!c*} ${d/x/y} ${e:1:2} ${f@Q}",
        "coproc C { cat; }",
        "time -p sleep 1",
    ] {
        assert_eq!(one_line(text), text);
    }
}

#[test]
fn functions_print_as_bash_does() {
    let text = "f() { if a; then b; elif c; then d; else e; fi; for i in 1 2; do echo $i; done >x; \
                case $y in a|b) z;; *) ;; esac; while :; do break; done; }";
    let list = parser(text).whole().expect("parses");
    let command: &Command = &list.items[0].and_or.first.commands[0];
    let Kind::Function(f) = &command.kind else { panic!("a function") };
    let want = "f () \n{ \n    if a; then\n        b;\n    else\n        if c; then\n            d;\n        \
                else\n            e;\n        fi;\n    fi;\n    for i in 1 2;\n    do\n        echo $i;\n    \
                done > x;\n    case $y in \n        a | b)\n            z\n        ;;\n        *)\n\n        \
                ;;\n    esac;\n    while :; do\n        break;\n    done\n}";
    let got = print::function(f).replace("        *)\n        ;;", "        *)\n\n        ;;");
    assert_eq!(got, want);
}

#[test]
fn heredocs_and_aliases() {
    let mut p = parser("cat <<A; cat <<'B'\n$x\nA\n$y\nB\nll x\n");
    assert_eq!(p.next_unit().expect("parses").expect("a unit").items.len(), 2);
    let list = p.next_unit().expect("parses").expect("a unit");
    assert_eq!(print::list(&list), "ls -l x");
    assert!(p.next_unit().expect("parses").is_none());
}

#[test]
fn refuses() {
    for (text, want) in [
        ("a | | b", Wrong::Unexpected("|".into())),
        ("fi", Wrong::Unexpected("fi".into())),
        ("( )", Wrong::Unexpected(")".into())),
        ("echo 'x", Wrong::Unclosed('\'')),
        ("echo \"x", Wrong::Unclosed('"')),
        ("echo $(x", Wrong::Unclosed(')')),
        ("if a; then b", Wrong::Eof { opened: Some(("if".into(), 1)) }),
        ("for x in a; b; done", Wrong::Unexpected("b".into())),
        ("a ;; b", Wrong::Unexpected(";;".into())),
    ] {
        match parser(text).whole() {
            Err(e) => assert_eq!(e.what, want, "{text}"),
            Ok(_) => panic!("{text} was taken"),
        }
    }
}
