//! What stands at the top of a Compose file beside services: volumes, networks, files (compose-spec).

use super::parts::{LIST_OR_DICT, STRING_OR_LIST};
use super::service::SERVICE;
use super::{BOOL, EXTENSIONS, INT, MAP, Map, NULL, NUMBER, OPEN, Pattern, STR, Schema};

/// `include`.
pub(super) const INCLUDE: Schema = Schema::OneOf(&[
    Schema::Type(STR),
    Schema::Map(&Map {
        known: &[
            ("env_file", STRING_OR_LIST),
            ("path", STRING_OR_LIST),
            ("project_directory", Schema::Type(STR)),
        ],
        closed: true,
        ..OPEN
    }),
]);

/// `network`.
pub(super) const NETWORK: Schema = Schema::Map(&Map {
    types: MAP | NULL,
    known: &[
        ("attachable", Schema::Type(BOOL | STR)),
        ("driver", Schema::Type(STR)),
        (
            "driver_opts",
            Schema::Map(&Map { pattern: Some((Pattern::Any, Schema::Type(STR | NUMBER))), ..OPEN }),
        ),
        ("enable_ipv4", Schema::Type(BOOL | STR)),
        ("enable_ipv6", Schema::Type(BOOL | STR)),
        (
            "external",
            Schema::Map(&Map {
                types: BOOL | STR | MAP,
                known: &[("name", Schema::Type(STR))],
                pattern: EXTENSIONS,
                closed: true,
                ..OPEN
            }),
        ),
        ("internal", Schema::Type(BOOL | STR)),
        (
            "ipam",
            Schema::Map(&Map {
                known: &[
                    (
                        "config",
                        Schema::List {
                            item: &Schema::Map(&Map {
                                known: &[
                                    (
                                        "aux_addresses",
                                        Schema::Map(&Map {
                                            pattern: Some((Pattern::Any, Schema::Type(STR))),
                                            closed: true,
                                            ..OPEN
                                        }),
                                    ),
                                    ("gateway", Schema::Type(STR)),
                                    ("ip_range", Schema::Type(STR)),
                                    ("subnet", Schema::Type(STR)),
                                ],
                                pattern: EXTENSIONS,
                                closed: true,
                                ..OPEN
                            }),
                            unique: false,
                        },
                    ),
                    ("driver", Schema::Type(STR)),
                    (
                        "options",
                        Schema::Map(&Map {
                            pattern: Some((Pattern::Any, Schema::Type(STR))),
                            closed: true,
                            ..OPEN
                        }),
                    ),
                ],
                pattern: EXTENSIONS,
                closed: true,
                ..OPEN
            }),
        ),
        ("labels", LIST_OR_DICT),
        ("name", Schema::Type(STR)),
    ],
    pattern: EXTENSIONS,
    closed: true,
    ..OPEN
});

/// `volume`.
pub(super) const VOLUME: Schema = Schema::Map(&Map {
    types: MAP | NULL,
    known: &[
        ("driver", Schema::Type(STR)),
        (
            "driver_opts",
            Schema::Map(&Map { pattern: Some((Pattern::Any, Schema::Type(STR | NUMBER))), ..OPEN }),
        ),
        (
            "external",
            Schema::Map(&Map {
                types: BOOL | STR | MAP,
                known: &[("name", Schema::Type(STR))],
                pattern: EXTENSIONS,
                closed: true,
                ..OPEN
            }),
        ),
        ("labels", LIST_OR_DICT),
        ("name", Schema::Type(STR)),
    ],
    pattern: EXTENSIONS,
    closed: true,
    ..OPEN
});

/// `secret`.
pub(super) const SECRET: Schema = Schema::Map(&Map {
    known: &[
        ("driver", Schema::Type(STR)),
        (
            "driver_opts",
            Schema::Map(&Map { pattern: Some((Pattern::Any, Schema::Type(STR | NUMBER))), ..OPEN }),
        ),
        ("environment", Schema::Type(STR)),
        (
            "external",
            Schema::Map(&Map {
                types: BOOL | STR | MAP,
                known: &[("name", Schema::Type(STR))],
                ..OPEN
            }),
        ),
        ("file", Schema::Type(STR)),
        ("labels", LIST_OR_DICT),
        ("name", Schema::Type(STR)),
        ("template_driver", Schema::Type(STR)),
    ],
    pattern: EXTENSIONS,
    closed: true,
    ..OPEN
});

/// `config`.
pub(super) const CONFIG: Schema = Schema::Map(&Map {
    known: &[
        ("content", Schema::Type(STR)),
        ("environment", Schema::Type(STR)),
        (
            "external",
            Schema::Map(&Map {
                types: BOOL | STR | MAP,
                known: &[("name", Schema::Type(STR))],
                ..OPEN
            }),
        ),
        ("file", Schema::Type(STR)),
        ("labels", LIST_OR_DICT),
        ("name", Schema::Type(STR)),
        ("template_driver", Schema::Type(STR)),
    ],
    pattern: EXTENSIONS,
    closed: true,
    ..OPEN
});

/// `model`.
pub(super) const MODEL: Schema = Schema::Map(&Map {
    known: &[
        ("context_size", Schema::Type(INT)),
        ("model", Schema::Type(STR)),
        ("name", Schema::Type(STR)),
        ("runtime_flags", Schema::List { item: &Schema::Type(STR), unique: false }),
    ],
    pattern: EXTENSIONS,
    closed: true,
    required: &["model"],
    ..OPEN
});

/// The whole file.
pub(super) const FILE: Schema = Schema::Map(&Map {
    known: &[
        (
            "configs",
            Schema::Map(&Map { pattern: Some((Pattern::Name, CONFIG)), closed: true, ..OPEN }),
        ),
        ("include", Schema::List { item: &INCLUDE, unique: false }),
        ("models", Schema::Map(&Map { pattern: Some((Pattern::Name, MODEL)), ..OPEN })),
        ("name", Schema::Type(STR)),
        ("networks", Schema::Map(&Map { pattern: Some((Pattern::Name, NETWORK)), ..OPEN })),
        (
            "secrets",
            Schema::Map(&Map { pattern: Some((Pattern::Name, SECRET)), closed: true, ..OPEN }),
        ),
        (
            "services",
            Schema::Map(&Map { pattern: Some((Pattern::Name, SERVICE)), closed: true, ..OPEN }),
        ),
        ("version", Schema::Type(STR)),
        (
            "volumes",
            Schema::Map(&Map { pattern: Some((Pattern::Name, VOLUME)), closed: true, ..OPEN }),
        ),
    ],
    pattern: EXTENSIONS,
    closed: true,
    ..OPEN
});
