//! Arithmetic without a shell around it.

use std::collections::BTreeMap;

use super::{ArithError, Expr, Target, Vars, eval, parse};

#[derive(Default)]
struct Map(BTreeMap<String, String>);

impl Vars for Map {
    fn number(&mut self, name: &str) -> Option<i64> {
        let _ = name;
        None
    }
    fn text(&mut self, t: &Target) -> Result<Option<String>, ArithError> {
        Ok(self.0.get(&*t.name).cloned())
    }
    fn store(&mut self, t: &Target, value: i64) -> Result<(), ArithError> {
        self.0.insert(t.name.to_string(), value.to_string());
        Ok(())
    }
}

fn value(text: &str) -> i64 {
    let mut m = Map::default();
    m.0.insert("x".into(), "5".into());
    m.0.insert("e".into(), "x + 1".into());
    eval(&parse(text), &mut m).expect("a value")
}

#[test]
fn operators() {
    for (text, want) in [
        ("1 + 2 * 3", 7),
        ("(1+2)*3", 9),
        ("2**3**2", 512),
        ("-2**2", 4),
        ("7 % -3", 1),
        ("1 << 4 | 1", 17),
        ("x++ + ++x", 12),
        ("x += 2, x * 2", 14),
        ("e * 2", 12),
        ("0x1f + 017 + 2#101", 51),
        ("1 ? 2 : 3 ? 4 : 5", 2),
        ("!x || x == 5 && 3 > 2", 1),
        ("x<=5", 1),
        ("- - 3", 3),
        ("64#_", 63),
        ("", 0),
        ("9223372036854775807 + 1", i64::MIN),
        ("y = x == 5 ? 10 : 20", 10),
        ("-9223372036854775808 / -1", i64::MIN),
    ] {
        assert_eq!(value(text), want, "{text}");
    }
}

#[test]
fn errors() {
    for text in ["1 +", "1 2", "(1", "1 = 2", "08", "1 ? 2", "2#3", "1 / 0", "2 ** -1", "x["] {
        let mut m = Map::default();
        assert!(eval(&parse(text), &mut m).is_err(), "{text}");
    }
    let deep = "(".repeat(10_000);
    assert!(matches!(parse(&deep), Expr::Broken(_, ArithError::Recursion(_))));
    let mut m = Map::default();
    m.0.insert("a".into(), "b".into());
    m.0.insert("b".into(), "a".into());
    let e = parse("a");
    let text = "b: expression recursion level exceeded (error token is \"b\")";
    assert_eq!(eval(&e, &mut m), Err(ArithError::Inner(text.to_string())));
}

#[test]
fn what_stands_before_an_error_has_its_effects() {
    // The token behind a value is read before the value is stored.
    let cases = [
        ("x++ + 08", "6"),
        ("x = 7, 1 2", "7"),
        ("x++ ? y", "6"),
        ("0 && (x = 9", "5"),
        ("x = 7 8", "7"),
        ("x = 7 :", "7"),
        ("x = 7 08", "5"),
        ("x = 7 # seven", "5"),
        ("x = 6, x = 7 ]", "6"),
        ("x++ #", "6"),
    ];
    for (text, x) in cases {
        let mut m = Map::default();
        m.0.insert("x".into(), "5".into());
        assert!(eval(&parse(text), &mut m).is_err(), "{text}");
        assert_eq!(m.0["x"], x, "{text}");
    }
    let mut m = Map::default();
    assert!(matches!(eval(&parse("1/0 + 08"), &mut m), Err(ArithError::DivideByZero(_))));
}
