//! The ids of the registry's layers, the SHA-256 of their tar files, by what the layers hold
//! (`engine::images::tree::Tree::mark`). Written by the test in `images`, which tells when it is out of date.

/// Sorted by mark.
pub static DIGESTS: &[(u64, &str)] = &[
    (0x3d13c7e3845982aa, "9e9ad59e38af5fd1a201cfedd088f0d65196f506595eb745bee8706553a2d3b0"),
    (0x43ef1e7f3015c3a8, "290d9b8be99b55be2c31922fefb955ad0dfc9c75f36f3143687be73be23483be"),
    (0x44445860bc69da37, "fd33e54c57ee37117db831e44912fd7daf6c6d53cbe8315c8941af61577c7121"),
    (0x4bbbbbd62551e349, "c3ae5396d266295a852e5265fc21e1e40dbcbcddcdc1d099c16ecc9e88a37200"),
    (0x5a7940b4a9598460, "619f947cbc909ce6b00de8b2721fa2b47eaa402a3637541ef66af458694d9b35"),
    (0x6428e2ada141c103, "efd06bba2b8a4d607b7b24c4dd9602902e1851aea6e1a433c8147c576bfd83c1"),
    (0x82faab0dc65a495f, "53ae5a0edafd95bb8d654fa48aef3ec95a12685aaecf27c24493ca030202b5e4"),
    (0x8b2941d3284cfe87, "e44a2ebc0e5f9c0f3ed5d90903da754db77ad8e9ff2c5490d54b1c85bc2167ad"),
    (0x98b7e556d7fd7ae9, "3bef6ff1a0daf5f0c927e5c008593f4e692306356a70daa8919a2bafa4a03f98"),
    (0x9f00c2cb9547cf26, "15a271b0a38ae8854deb88e45763cdd8a37bc80ff8f4f7f827186b2a17df0f17"),
    (0xaa64867b3819c783, "fccb596c81c3ed517d679a6e46308e84324d38766da8f2b8e800b26b93d36168"),
    (0xf3307d4a6b6dbf76, "39b3fe867364dd2789c4ac881ba24a668598a661fb01ddbb0acac59efd7b0006"),
    (0xfe80a8a46389cff0, "76a52e672440b57e7809c92f78f4e56b951c0df54a41d40776beec4869149f74"),
    (0xff11058e6490a8f1, "de3a8e74393a734f2c3e33cb80d8f9f63a618dd6da1198988eeb2962ccbb8093"),
];
