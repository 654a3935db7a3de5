//! Could these be the same premises, entered twice?
//!
//! Looked at within one organisation only: nobody learns what others registered.

use std::collections::HashMap;

use crate::{
    area::Postcode,
    forms::premises::NameAndAddress,
    premises::{Premises, PremisesName, Uprn},
};

#[cfg(test)]
mod tests;

/// How alike two names at one postcode must be, from 0 to 1, to be asked about: the normalised
/// Damerau-Levenshtein measure of the names without filler words, their words sorted. At 0.8 one
/// letter in five may differ: "Millbrook Theatre" and "Milbrook Theater" are alike, "Kestrel Bar"
/// and "Kestrel Cafe" are not.
pub const ALIKE: f64 = 0.8;

/// The most pairs of names that one search measures. A shopping centre of 300 units at one postcode
/// stays below; past it only equal names and equal UPRNs are found.
const MOST_MEASURED: usize = 50_000;

/// Words that tell no premises from others.
const FILLER: [&str; 7] = ["the", "and", "ltd", "limited", "plc", "llp", "at"];

/// Why two are likely to be the same.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Alike {
    /// They have the same UPRN.
    Uprn,
    /// They have the same postcode, and much the same name.
    Name,
}

/// What is compared of premises.
#[derive(Clone, PartialEq, Eq)]
pub struct Sketch {
    uprn: Option<Uprn>,
    postcode: Postcode,
    words: String,
    numbers: Vec<String>,
}

impl Sketch {
    /// The sketch of premises with this name, postcode and UPRN.
    pub fn new(name: &PremisesName, postcode: &Postcode, uprn: Option<Uprn>) -> Self {
        let plain = name.as_str().to_lowercase().replace(['\'', '’'], "");
        let all: Vec<&str> =
            plain.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty()).collect();
        let mut words: Vec<&str> = all.iter().copied().filter(|word| !FILLER.contains(word)).collect();
        if words.is_empty() {
            words = all;
        }
        words.sort_unstable();
        let numbers = words.iter().filter(|word| word.contains(|c: char| c.is_numeric()));
        Self {
            uprn,
            postcode: postcode.clone(),
            numbers: numbers.map(|&word| word.to_owned()).collect(),
            words: words.join(" "),
        }
    }

    /// The sketch of premises that are registered.
    pub fn of(premises: &Premises) -> Self {
        Self::new(&premises.name, &premises.address.postcode, premises.uprn)
    }

    /// The sketch of premises that are about to be.
    pub fn of_place(place: &NameAndAddress) -> Self {
        Self::new(&place.name, &place.address.postcode, place.uprn)
    }

    /// Whether another is likely to be the same, and why.
    pub fn alike(&self, other: &Self) -> Option<Alike> {
        if self.uprn.is_some() && self.uprn == other.uprn {
            Some(Alike::Uprn)
        } else {
            (self.postcode == other.postcode && self.same_name(other)).then_some(Alike::Name)
        }
    }

    /// Whether the names are alike. Numbers must agree: "Unit 1" is not "Unit 2".
    fn same_name(&self, other: &Self) -> bool {
        self.words == other.words
            || (self.numbers == other.numbers
                && strsim::normalized_damerau_levenshtein(&self.words, &other.words) >= ALIKE)
    }
}

/// Sketches to compare others with, each under what it stands for.
pub struct Index<T> {
    entries: Vec<(Sketch, T)>,
    by_uprn: HashMap<Uprn, usize>,
    by_postcode: HashMap<Postcode, Vec<usize>>,
    by_name: HashMap<(Postcode, String), usize>,
    measured: usize,
}

impl<T> Default for Index<T> {
    fn default() -> Self {
        Self {
            entries: Vec::new(),
            by_uprn: HashMap::new(),
            by_postcode: HashMap::new(),
            by_name: HashMap::new(),
            measured: 0,
        }
    }
}

impl<T: Copy> Index<T> {
    /// Adds a sketch. Of several that are the same, the first is found.
    pub fn add(&mut self, sketch: Sketch, what: T) {
        let at = self.entries.len();
        if let Some(uprn) = sketch.uprn {
            self.by_uprn.entry(uprn).or_insert(at);
        }
        self.by_postcode.entry(sketch.postcode.clone()).or_default().push(at);
        self.by_name.entry((sketch.postcode.clone(), sketch.words.clone())).or_insert(at);
        self.entries.push((sketch, what));
    }

    /// The first that is likely to be the same, and why.
    pub fn find(&mut self, sketch: &Sketch) -> Option<(T, Alike)> {
        if let Some(found) = sketch.uprn.and_then(|uprn| self.entry(*self.by_uprn.get(&uprn)?)) {
            return Some((found, Alike::Uprn));
        }
        let key = (sketch.postcode.clone(), sketch.words.clone());
        if let Some(found) = self.by_name.get(&key).and_then(|at| self.entry(*at)) {
            return Some((found, Alike::Name));
        }
        let near = self.by_postcode.get(&sketch.postcode)?;
        for at in near {
            if self.measured >= MOST_MEASURED {
                return None;
            }
            self.measured += 1;
            if let Some((other, what)) = self.entries.get(*at)
                && sketch.same_name(other)
            {
                return Some((*what, Alike::Name));
            }
        }
        None
    }

    fn entry(&self, at: usize) -> Option<T> {
        self.entries.get(at).map(|(_, what)| *what)
    }
}
