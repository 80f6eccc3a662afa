//! Templates with what Go prints for them.

use super::{Mode, Template, Val};
use serde_json::json;

fn render(text: &str) -> String {
    let data = json!({
        "Name": "/app", "Mounts": [{"Destination": "/a"}, {"Destination": "/b"}], "N": 3,
        "Labels": {"b": "2", "a": "1"}, "Args": ["x", "y"], "Empty": null, "On": true,
        "Deep": {"In": {"It": "v"}}, "Html": "<b>&\"'"
    });
    let run = |t: Template| t.run(&Val::raw(&data), Mode { strict: true, headings: false });
    match Template::parse(text).and_then(run) {
        Ok(out) => out,
        Err(e) => format!("! {e}"),
    }
}

#[test]
fn what_is_printed() {
    for (text, want) in [
        ("{{.Name}}", "/app"),
        ("a {{- .Name -}} b", "a/appb"),
        ("{{/* no */}}x{{- /* no */ -}} y", "xy"),
        ("{{.Mounts}}", "[map[Destination:/a] map[Destination:/b]]"),
        ("{{.Labels}}", "map[a:1 b:2]"),
        ("{{.Empty}}", "<no value>"),
        ("{{print .Empty}}", "<nil>"),
        ("{{range .Mounts}}{{.Destination}},{{end}}", "/a,/b,"),
        ("{{range $i, $m := .Mounts}}{{if $i}}, {{end}}{{$m.Destination}}{{end}}", "/a, /b"),
        ("{{range $k, $v := .Labels}}{{$k}}={{$v}} {{end}}", "a=1 b=2 "),
        (
            "{{range .Empty}}x{{else}}none{{end}}",
            "! template: :1:8: executing \"\" at <.Empty>: range can't iterate over <nil>",
        ),
        (
            "{{range .Mounts}}{{break}}{{end}}{{range 3}}{{if eq . 1}}{{continue}}{{end}}{{.}}{{end}}",
            "02",
        ),
        ("{{with .Deep}}{{.In.It}}{{$.Name}}{{end}}", "v/app"),
        ("{{with .Empty}}a{{else}}b{{end}}", "b"),
        ("{{if .Empty}}a{{else if .On}}b{{else}}c{{end}}", "b"),
        ("{{(index .Mounts 0).Destination}}", "/a"),
        ("{{index .Labels \"b\"}}{{index .Labels \"zz\"}}", "2<no value>"),
        ("{{len .Mounts}} {{len .Name}}", "2 4"),
        (
            "{{json .Labels}} {{json .Args}} {{.Html | json}}",
            "{\"a\":\"1\",\"b\":\"2\"} [\"x\",\"y\"] \"<b>&\\\"'\"",
        ),
        ("{{upper .Name | printf \"%-6s|\"}}", "/APP  |"),
        (
            "{{printf \"%d %05d %x %q %v %t\" 5 42 255 \"a\" .Args true}}",
            "5 00042 ff \"a\" [x y] true",
        ),
        (
            "{{printf \"%s\" 5}} {{printf \"%d\" \"a\"}} {{printf \"%d\"}} {{printf \"a\" 1}}",
            "%!s(int=5) %!d(string=a) %!d(MISSING) a%!(EXTRA int=1)",
        ),
        ("{{printf \"%.2f %5.1f %e\" 3.14159 2.5 1500.0}}", "3.14   2.5 1.500000e+03"),
        ("{{print 1 2 \"a\" 3}} {{println 1 \"b\"}}", "1 2a3 1 b\n"),
        (
            "{{html .Html}} {{js \"a'b\"}} {{urlquery \"a b&c\"}}",
            "&lt;b&gt;&amp;&#34;&#39; a\\'b a+b%26c",
        ),
        (
            "{{eq 1 2 1}} {{ne \"a\" \"b\"}} {{lt 1 2}} {{and true 0}} {{or \"\" \"x\"}} {{not true}}",
            "true true true 0 x false",
        ),
        ("{{$x := 1}}{{if true}}{{$x = 2}}{{end}}{{$x}}", "2"),
        (
            "{{define \"t\"}}[{{.}}]{{end}}{{template \"t\" .Name}}{{block \"b\" 7}}<{{.}}>{{end}}",
            "[/app]<7>",
        ),
        ("{{slice .Name 1 3}} {{slice .Args 1}}", "ap [y]"),
        (
            "{{split \"a,b\" \",\"}} {{join (split \"a,b\" \",\") \"-\"}} {{title \"ab cd\"}} {{truncate \"abcdef\" 3}} {{pad \"a\" 1 2}}|",
            "[a b] a-b Ab Cd abc  a  |",
        ),
        (
            "{{`raw`}} {{'a'}} {{0x10}} {{1e3}} {{-2}} {{nil | print}}",
            "! template: :1:44: executing \"\" at <nil>: nil is not a command",
        ),
        ("{{\"a\\tb\"}}", "a\tb"),
    ] {
        assert_eq!(render(text), want, "{text}");
    }
}

#[test]
fn what_is_refused() {
    for (text, want) in [
        ("{{", "template: :1: unclosed action"),
        ("{{.Nope", "template: :1: unclosed action"),
        (
            "{{.NoSuch}}",
            "template: :1:2: executing \"\" at <.NoSuch>: map has no entry for key \"NoSuch\"",
        ),
        (
            "x\n {{.Deep.No}}",
            "template: :2:8: executing \"\" at <.Deep.No>: map has no entry for key \"No\"",
        ),
        (
            "{{.Name.X}}",
            "template: :1:7: executing \"\" at <.Name.X>: can't evaluate field X in type interface {}",
        ),
        ("{{nope}}", "template: :1: function \"nope\" not defined"),
        ("{{$x}}", "template: :1: undefined variable \"$x\""),
        ("{{if}}{{end}}", "template: :1: missing value for if"),
        ("{{}}", "template: :1: missing value for command"),
        ("{{if true}}", "template: :1: unexpected EOF"),
        ("{{end}}", "template: :1: unexpected {{end}}"),
        ("{{else}}", "template: :1: unexpected {{else}}"),
        ("{{.A | 3}}", "template: :1: non executable command in pipeline stage 2"),
        ("{{(.A}}", "template: :1: unclosed left paren"),
        ("{{.A)}}", "template: :1: unexpected right paren"),
        ("{{\"a}}", "template: :1: unterminated quoted string"),
        ("{{.A !}}", "template: :1: unexpected \"!\" in operand"),
        ("{{break}}", "template: :1: {{break}} outside {{range}}"),
        (
            "{{index .Mounts 9}}",
            "template: :1:2: executing \"\" at <index .Mounts 9>: error calling index: index out of range: 9",
        ),
        (
            "{{len 3}}",
            "template: :1:2: executing \"\" at <len 3>: error calling len: len of type int",
        ),
        ("{{lower 3}}", "template: :1:8: executing \"\" at <3>: expected string; found 3"),
        (
            "{{join .Args}}",
            "template: :1:2: executing \"\" at <join>: wrong number of args for join: want 2 got 1",
        ),
        (
            "{{eq 1 \"a\"}}",
            "template: :1:2: executing \"\" at <eq 1 \"a\">: error calling eq: incompatible types for comparison: int and string",
        ),
        (
            "{{template \"zz\"}}",
            "template: :1:11: executing \"\" at <{{template \"zz\"}}>: template \"zz\" not defined",
        ),
        (
            "{{.Name 1}}",
            "template: :1:2: executing \"\" at <.Name>: Name is not a method but has arguments",
        ),
    ] {
        assert_eq!(render(text), format!("! {want}"), "{text}");
    }
}
