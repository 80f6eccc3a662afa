//! drydock

fn main() {}
