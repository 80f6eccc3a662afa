//! Snapshots there and back, and one that the real server wrote.

use super::super::value::{Db, Entry, Ordered, Sorted, Value};
use super::{Broken, Header, dump, load};

/// As a real server 8.0 wrote it: strings, a packed string, numbers, a list, sets, a hash, a sorted set,
/// an end, and a second database.
const REAL: &[u8] = include_bytes!("real.rdb");

fn header() -> Header {
    let (version, seconds, memory) = ("8.0.6", 1_795_252_349, 728_272);
    Header { version, seconds, memory, base: false, pack: true, checksum: true }
}

fn str(db: &Db, key: &str) -> String {
    match &db.keys[key.as_bytes()].value {
        Value::Str(s) => String::from_utf8(s.clone()).unwrap(),
        other => panic!("{other:?}"),
    }
}

#[test]
fn a_real_one_is_read() {
    let mut aux = Vec::new();
    let got = load(REAL, "dump.rdb", 0, 16, &mut aux).unwrap();
    assert_eq!((got.keys, got.expired, got.end), (12, 0, REAL.len()));
    assert_eq!(aux[0], ("redis-ver".to_string(), "8.0.6".to_string()));
    let db = &got.dbs[0];
    assert_eq!(
        (str(db, "a"), str(db, "num"), str(db, "neg")),
        ("b".into(), "12345".into(), "-5".into())
    );
    assert_eq!(str(db, "big"), "x".repeat(300));
    assert_eq!(db.keys[&b"t"[..]].expires, Some(1_795_253_282_983_000));
    assert_eq!(db.keys[&b"i"[..]].value.encoding(), "intset");
    assert!(matches!(&db.keys[&b"l"[..]].value, Value::List(l) if l.len() == 3 && l[0] == b"3"));
    assert!(matches!(&db.keys[&b"z"[..]].value, Value::Sorted(z) if z.score(b"a") == Some(1.5)));
    assert!(
        matches!(&db.keys[&b"h"[..]].value, Value::Hash(h) if h.get(b"n") == Some(&b"12".to_vec()))
    );
    assert_eq!(str(&got.dbs[1], "q"), "1");
}

#[test]
fn the_smallest_is_written_as_the_real_one_is() {
    let mut dbs = vec![Db::default(); 16];
    for (k, v) in [("a", "b"), ("c", "d")] {
        let value = Value::Str(v.as_bytes().to_vec());
        dbs[0].keys.insert(k.as_bytes().to_vec(), Entry { value, expires: None });
    }
    assert_eq!(dump(&dbs, &header()), include_bytes!("small.rdb"));
}

#[test]
fn there_and_back() {
    let mut db = Db::default();
    let mut put = |k: &str, value| {
        db.keys.insert(k.as_bytes().to_vec(), Entry { value, expires: Some(5_000) });
    };
    let word = |i: usize| format!("{i}-{}", "w".repeat(i % 90)).into_bytes();
    put("list", Value::List((0..3000).map(word).chain([vec![b'p'; 9000]]).collect()));
    let (mut set, mut hash, mut sorted) =
        (Ordered::default(), Ordered::default(), Sorted::default());
    for i in 0..700 {
        set.insert(&word(i), ());
        hash.insert(&word(i), word(i + 1));
        sorted.insert(&word(i), i as f64 / 3.0);
    }
    put("set", Value::Set(set));
    put("hash", Value::Hash(hash));
    put("sorted", Value::Sorted(sorted));
    let dbs = vec![Db::default(), db];
    let bytes = dump(&dbs, &header());
    let got = load(&bytes, "f", 0, 2, &mut Vec::new()).unwrap();
    assert_eq!(format!("{:?}", dbs[1].keys), format!("{:?}", got.dbs[1].keys));
    assert_eq!(load(&bytes, "f", 5_001, 2, &mut Vec::new()).unwrap().expired, 4);
}

#[test]
fn broken_ones_are_told_apart() {
    let mut aux = Vec::new();
    let mut load = |data: &[u8]| load(data, "dump.rdb", 0, 16, &mut aux).unwrap_err();
    assert_eq!(load(b"garbagegarbage"), Broken::Signature);
    assert_eq!(load(b"REDIS0099x"), Broken::Version(99));
    let small = include_bytes!("small.rdb");
    let Broken::Short(report) = load(&small[..100]) else { panic!() };
    assert!(report.ends_with(
        "[offset 81] Selecting DB ID 0\n--- RDB ERROR DETECTED ---\n[offset 95] Unexpected EOF reading RDB file\n\
         [additional info] While doing: check-sum\n[info] 2 keys read\n[info] 0 expires\n[info] 0 already expired\n\
         [info] 0 subexpires\n"
    ), "{report}");
    let mut wrong = small.to_vec();
    wrong[95..].copy_from_slice(b"12345678");
    assert!(matches!(
        load(&wrong),
        Broken::Checksum(0x5923_c7c5_038a_6311, 0x3837_3635_3433_3231, _)
    ));
    // No beginning of a snapshot is one, and none is a reason to panic.
    for n in 0..REAL.len() {
        let whole = super::load(&REAL[..n], "f", 0, 16, &mut Vec::new());
        assert!(whole.is_err(), "{n}");
    }
    for n in 9..REAL.len() {
        let mut bent = REAL.to_vec();
        bent[n] ^= 0xff;
        let _ = super::load(&bent, "f", 0, 16, &mut Vec::new());
    }
}
