//! The engine's containers by their ids. A look at one costs no copy: whoever holds it keeps it as it was,
//! whatever becomes of it meanwhile.

use std::collections::BTreeMap;
use std::ops::Bound;
use std::rc::Rc;

use crate::engine::state::Container;

/// Containers by id.
#[derive(Clone, Debug, Default)]
pub struct Containers {
    all: BTreeMap<String, Rc<Container>>,
}

impl Containers {
    /// One of them.
    pub fn get(&self, id: &str) -> Option<&Rc<Container>> {
        self.all.get(id)
    }

    /// One of them, to be changed.
    pub fn get_mut(&mut self, id: &str) -> Option<&mut Container> {
        self.all.get_mut(id).map(Rc::make_mut)
    }

    /// Whether there is one of this id.
    pub fn contains_key(&self, id: &str) -> bool {
        self.all.contains_key(id)
    }

    /// Adds one.
    pub fn insert(&mut self, id: String, container: Container) {
        self.all.insert(id, Rc::new(container));
    }

    /// Takes one away.
    pub fn remove(&mut self, id: &str) -> Option<Rc<Container>> {
        self.all.remove(id)
    }

    /// All ids, sorted.
    pub fn keys(&self) -> impl Iterator<Item = &String> {
        self.all.keys()
    }

    /// All of them, sorted by id.
    pub fn values(&self) -> impl Iterator<Item = &Rc<Container>> {
        self.all.values()
    }

    /// Those whose ids begin so, sorted.
    pub fn beginning(&self, with: &str) -> impl Iterator<Item = &Rc<Container>> {
        let from = (Bound::Included(with), Bound::Unbounded);
        let there = self.all.range::<str, _>(from).take_while(move |(id, _)| id.starts_with(with));
        there.map(|(_, c)| c)
    }
}
