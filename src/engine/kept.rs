//! Parts of a container that seldom change, kept beside their JSON: they are written with every record of it.

use std::cell::OnceCell;
use std::ops::{Deref, DerefMut};
use std::rc::Rc;

use serde::{Serialize, Serializer};
use serde_json::value::{RawValue, to_raw_value};

/// A value that copies share until one of them changes, and its JSON once that was asked for.
#[derive(Clone, Debug)]
pub struct Kept<T> {
    value: Rc<T>,
    json: Rc<OnceCell<Box<RawValue>>>,
}

impl<T> From<T> for Kept<T> {
    fn from(value: T) -> Kept<T> {
        Kept { value: Rc::new(value), json: Rc::default() }
    }
}

impl<T: Default> Default for Kept<T> {
    fn default() -> Kept<T> {
        Kept::from(T::default())
    }
}

impl<T: PartialEq> PartialEq for Kept<T> {
    fn eq(&self, other: &Kept<T>) -> bool {
        self.value == other.value
    }
}

impl<T: Serialize> Serialize for Kept<T> {
    fn serialize<S: Serializer>(&self, to: S) -> Result<S::Ok, S::Error> {
        self.value.serialize(to)
    }
}

impl<T> Deref for Kept<T> {
    type Target = T;

    fn deref(&self) -> &T {
        &self.value
    }
}

impl<T: Clone> DerefMut for Kept<T> {
    fn deref_mut(&mut self) -> &mut T {
        self.json = Rc::default();
        Rc::make_mut(&mut self.value)
    }
}

impl<T: Serialize> Kept<T> {
    /// As JSON; null where it has none.
    pub fn json(&self) -> &RawValue {
        self.json.get_or_init(|| {
            let null = || RawValue::NULL.to_owned();
            to_raw_value(&*self.value).unwrap_or_else(|_| null())
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_change_shows_in_the_json_of_one_copy() {
        let mut one = Kept::from(vec![1]);
        let other = one.clone();
        assert_eq!((one.json().get(), other.json().get()), ("[1]", "[1]"));
        one.push(2);
        assert_eq!((one.json().get(), other.json().get()), ("[1,2]", "[1]"));
    }
}
