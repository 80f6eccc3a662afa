//! The ids of the registry's layers, the SHA-256 of their tar files, by what the layers hold
//! (`engine::images::tree::Tree::key`). Written by the test in `images`, which tells when it is out of date.

/// Sorted by key.
pub static DIGESTS: &[(&str, &str)] = &[
    (
        "sha256:079d2ce52093d1a3bcdc4447e8e7784bcfd3dead877010e89dff0d5b98074927",
        "15a271b0a38ae8854deb88e45763cdd8a37bc80ff8f4f7f827186b2a17df0f17",
    ),
    (
        "sha256:33022bee7ede7bcb3762dfdacc60f1d03e593b166c42c4a01692ec23b669608c",
        "619f947cbc909ce6b00de8b2721fa2b47eaa402a3637541ef66af458694d9b35",
    ),
    (
        "sha256:6502d6e440aa0592090f597e1c78a4c6c55c34f1f0a5dbe8f7e1310bde01b7e9",
        "fccb596c81c3ed517d679a6e46308e84324d38766da8f2b8e800b26b93d36168",
    ),
    (
        "sha256:79c379ac5293bbb0b2695d39ab94ce03410b72cec05a2df7fda5fdf240fa08f1",
        "76a52e672440b57e7809c92f78f4e56b951c0df54a41d40776beec4869149f74",
    ),
    (
        "sha256:83f8fdaac13613d75e0bc538eb55e8401784302b3dbae4e780250df7bf49266d",
        "442eb7f13080f24e2a65ec6e58ac91ef020dce59891fb86d7d9b7a1c883badc0",
    ),
    (
        "sha256:93e04daa0f511ef5f3e394f99ebe4d323b3809a9ee00739c8b66be1b92d96f60",
        "53ae5a0edafd95bb8d654fa48aef3ec95a12685aaecf27c24493ca030202b5e4",
    ),
    (
        "sha256:b66b98cc16eebd65f73c42e5409a280918b3185c6ccb51b5d2fba6e9c8696082",
        "de3a8e74393a734f2c3e33cb80d8f9f63a618dd6da1198988eeb2962ccbb8093",
    ),
    (
        "sha256:c1a926dad3fb196360901750b0f0960f38ee8a003ca839fc2a5e389183595cd3",
        "436cfd6421cdcc0f0d477f3aa508abdabf52ea582ecbbbb31da968db646ad739",
    ),
    (
        "sha256:d57afe24fb532e4bff802cb099eed4b7080f7e2b1d40a4ad52e9b391d13fa741",
        "a747e8e6dd6aa017e247df22ac84234bbad9d8af95d0c9a60a57093be505bb06",
    ),
    (
        "sha256:fb39dddafbbd7eb0767a6509cb214a95dd05826ed879ebcfe7f713b76617ffed",
        "9e9ad59e38af5fd1a201cfedd088f0d65196f506595eb745bee8706553a2d3b0",
    ),
];
