//! Parts that several places of a Compose file share: commands, lists that may be maps, limits (compose-spec).

use super::{BOOL, EXTENSIONS, INT, Map, NULL, NUMBER, OPEN, Pattern, STR, Schema};

/// `healthcheck`.
pub(super) const HEALTHCHECK: Schema = Schema::Map(&Map {
    known: &[
        ("disable", Schema::Type(BOOL | STR)),
        ("interval", Schema::Type(STR)),
        ("retries", Schema::Type(NUMBER | STR)),
        ("start_interval", Schema::Type(STR)),
        ("start_period", Schema::Type(STR)),
        (
            "test",
            Schema::OneOf(&[
                Schema::Type(STR),
                Schema::List { item: &Schema::Type(STR), unique: false },
            ]),
        ),
        ("timeout", Schema::Type(STR)),
    ],
    pattern: EXTENSIONS,
    closed: true,
    ..OPEN
});

/// `command`.
pub(super) const COMMAND: Schema = Schema::OneOf(&[
    Schema::Type(NULL),
    Schema::Type(STR),
    Schema::List { item: &Schema::Type(STR), unique: false },
]);

/// `service_hook`.
pub(super) const SERVICE_HOOK: Schema = Schema::Map(&Map {
    known: &[
        ("command", COMMAND),
        ("environment", LIST_OR_DICT),
        ("privileged", Schema::Type(BOOL | STR)),
        ("user", Schema::Type(STR)),
        ("working_dir", Schema::Type(STR)),
    ],
    pattern: EXTENSIONS,
    closed: true,
    required: &["command"],
    ..OPEN
});

/// `env_file`.
pub(super) const ENV_FILE: Schema = Schema::OneOf(&[
    Schema::Type(STR),
    Schema::List {
        item: &Schema::OneOf(&[
            Schema::Type(STR),
            Schema::Map(&Map {
                known: &[
                    ("format", Schema::Type(STR)),
                    ("path", Schema::Type(STR)),
                    ("required", Schema::Type(BOOL | STR)),
                ],
                closed: true,
                required: &["path"],
                ..OPEN
            }),
        ]),
        unique: false,
    },
]);

/// `label_file`.
pub(super) const LABEL_FILE: Schema =
    Schema::OneOf(&[Schema::Type(STR), Schema::List { item: &Schema::Type(STR), unique: false }]);

/// `string_or_list`.
pub(super) const STRING_OR_LIST: Schema = Schema::OneOf(&[Schema::Type(STR), LIST_OF_STRINGS]);

/// `list_of_strings`.
pub(super) const LIST_OF_STRINGS: Schema = Schema::List { item: &Schema::Type(STR), unique: true };

/// `list_or_dict`.
pub(super) const LIST_OR_DICT: Schema = Schema::OneOf(&[
    Schema::Map(&Map {
        pattern: Some((Pattern::Any, Schema::Type(STR | NUMBER | BOOL | NULL))),
        closed: true,
        ..OPEN
    }),
    Schema::List { item: &Schema::Type(STR), unique: true },
]);

/// `extra_hosts`.
pub(super) const EXTRA_HOSTS: Schema = Schema::OneOf(&[
    Schema::Map(&Map {
        pattern: Some((
            Pattern::Any,
            Schema::OneOf(&[
                Schema::Type(STR),
                Schema::List { item: &Schema::Type(STR), unique: false },
            ]),
        )),
        closed: true,
        ..OPEN
    }),
    Schema::List { item: &Schema::Type(STR), unique: true },
]);

/// `blkio_limit`.
pub(super) const BLKIO_LIMIT: Schema = Schema::Map(&Map {
    known: &[("path", Schema::Type(STR)), ("rate", Schema::Type(INT | STR))],
    closed: true,
    ..OPEN
});

/// `blkio_weight`.
pub(super) const BLKIO_WEIGHT: Schema = Schema::Map(&Map {
    known: &[("path", Schema::Type(STR)), ("weight", Schema::Type(INT | STR))],
    closed: true,
    ..OPEN
});

/// `service_config_or_secret`.
pub(super) const SERVICE_CONFIG_OR_SECRET: Schema = Schema::List {
    item: &Schema::OneOf(&[
        Schema::Type(STR),
        Schema::Map(&Map {
            known: &[
                ("gid", Schema::Type(STR)),
                ("mode", Schema::Type(NUMBER | STR)),
                ("source", Schema::Type(STR)),
                ("target", Schema::Type(STR)),
                ("uid", Schema::Type(STR)),
            ],
            pattern: EXTENSIONS,
            closed: true,
            ..OPEN
        }),
    ]),
    unique: false,
};

/// `ulimits`.
pub(super) const ULIMITS: Schema = Schema::Map(&Map {
    pattern: Some((
        Pattern::Lower,
        Schema::OneOf(&[
            Schema::Type(INT | STR),
            Schema::Map(&Map {
                known: &[("hard", Schema::Type(INT | STR)), ("soft", Schema::Type(INT | STR))],
                pattern: EXTENSIONS,
                closed: true,
                required: &["soft", "hard"],
                ..OPEN
            }),
        ]),
    )),
    ..OPEN
});
