//! The ids of the registry's layers, the SHA-256 of their tar files, by what the layers hold
//! (`engine::images::tree::Tree::mark`). Written by the test in `images`, which tells when it is out of date.

/// Sorted by mark.
pub static DIGESTS: &[(u64, &str)] = &[
    (0x1c3796951b090e61, "2a89264bb84e375cd792bae2aa34b5f239f6849116a555438ff0c5c67f59fd4f"),
    (0x3cb3eec40c55dd84, "f5a20aec41004ecabe0143801cb8ff81a7a9d5f48570e3aa4f045123efe9fc88"),
    (0x3d13c7e3845982aa, "9e9ad59e38af5fd1a201cfedd088f0d65196f506595eb745bee8706553a2d3b0"),
    (0x4bbbbbd62551e349, "c3ae5396d266295a852e5265fc21e1e40dbcbcddcdc1d099c16ecc9e88a37200"),
    (0x5a7940b4a9598460, "619f947cbc909ce6b00de8b2721fa2b47eaa402a3637541ef66af458694d9b35"),
    (0x7a109d43f4947e61, "d74ba04f2920b8dfcea0a0ef5bc9d2dde576a258c4f57cee1e7891494a3d0c3f"),
    (0x82faab0dc65a495f, "53ae5a0edafd95bb8d654fa48aef3ec95a12685aaecf27c24493ca030202b5e4"),
    (0x9f00c2cb9547cf26, "15a271b0a38ae8854deb88e45763cdd8a37bc80ff8f4f7f827186b2a17df0f17"),
    (0x9fd4d79ee46b94af, "e61d79f2106dcd2c2db4321ad7a96fa27abbebbbce2ba177bbc0f7bda7860d47"),
    (0xa3b73f303110584f, "56d1008bfc6fafec9c3c66dfd8437ee477d75e32951ccc7e4ae2d2f063688e6b"),
    (0xaa64867b3819c783, "fccb596c81c3ed517d679a6e46308e84324d38766da8f2b8e800b26b93d36168"),
    (0xf3307d4a6b6dbf76, "39b3fe867364dd2789c4ac881ba24a668598a661fb01ddbb0acac59efd7b0006"),
    (0xfe80a8a46389cff0, "76a52e672440b57e7809c92f78f4e56b951c0df54a41d40776beec4869149f74"),
    (0xff11058e6490a8f1, "de3a8e74393a734f2c3e33cb80d8f9f63a618dd6da1198988eeb2962ccbb8093"),
];
