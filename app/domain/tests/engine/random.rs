//! Random cases from a seed, the same on every run.

use domain::{
    law::UseCode,
    scope::{EventFacts, Exclusions, HostUse, Known, PartOf, ScopeFacts, StatedUse},
};

const ENTRIES: [&str; 10] = [
    "parliament",
    "devolved",
    "open-air",
    "aerodrome-plan",
    "rail-instruction",
    "channel-tunnel",
    "port-facility-plan",
    "port-plan",
    "match-day-checks",
    "uk-government",
];

/// SplitMix64.
pub struct Random(u64);

impl Random {
    pub fn new(seed: u64) -> Self {
        Self(seed)
    }

    fn below(&mut self, most: u64) -> u64 {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut z = self.0;
        z = (z ^ (z >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        z = (z ^ (z >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        (z ^ (z >> 31)) % most
    }

    /// Yes in so many of ten cases.
    fn known(&mut self, yes: u64) -> Known {
        if self.below(10) < yes { Known::Yes } else { Known::No }
    }

    fn number(&mut self) -> u32 {
        match self.below(12) {
            0 => 199,
            1 => 200,
            2 => 201,
            3 => 799,
            4 => 800,
            5 => 801,
            6 => self.below(200) as u32,
            7 => self.below(100_000) as u32,
            _ => 200 + self.below(1_200) as u32,
        }
    }

    fn code(&mut self) -> UseCode {
        UseCode(1 + self.below(17) as u8)
    }

    fn exclusions(&mut self) -> Exclusions {
        if self.below(10) < 6 {
            return Exclusions::Nothing;
        }
        let count = 1 + self.below(2);
        Exclusions::These((0..count).map(|_| ENTRIES[self.below(10) as usize].to_owned()).collect())
    }

    /// Premises of which everything is known.
    pub fn premises(&mut self) -> ScopeFacts {
        let count = self.below(5);
        let uses: Vec<StatedUse> =
            (0..count).map(|_| StatedUse { code: self.code(), for_public: self.known(8) }).collect();
        // The principal use is one that counts, where any does.
        let counting: Vec<UseCode> = uses
            .iter()
            .filter(|stated| stated.for_public == Known::Yes || ![1, 2, 3, 5, 6, 17].contains(&stated.code.0))
            .map(|stated| stated.code)
            .collect();
        let principal = match counting.len() as u64 {
            0 => uses.first().map(|stated| stated.code),
            1 if self.below(2) == 0 => None,
            many => Some(counting[self.below(many) as usize]),
        };
        ScopeFacts {
            building: self.known(9),
            mainly: if uses.is_empty() { Known::No } else { self.known(9) },
            uses,
            principal,
            number: Some(self.number()),
            exclusions: self.exclusions(),
            part_of: [
                PartOf::Nothing,
                PartOf::Nothing,
                PartOf::SameResponsible,
                PartOf::OtherResponsible,
                PartOf::SomeInCommon,
            ][self.below(5) as usize],
        }
    }

    /// An event of which everything is known.
    pub fn event(&mut self) -> EventFacts {
        EventFacts {
            host_enhanced: self.known(1),
            host_use: if self.below(3) == 0 { HostUse::None } else { HostUse::Mainly(self.code()) },
            exclusions: self.exclusions(),
            public_access: self.known(8),
            entry_checked: self.known(8),
            number: Some(self.number()),
        }
    }

    /// The same premises with some of it not known.
    pub fn forget(&mut self, facts: &ScopeFacts) -> ScopeFacts {
        let mut facts = facts.clone();
        if self.below(4) == 0 {
            facts.building = Known::NotSure;
        }
        if self.below(4) == 0 && !facts.uses.is_empty() {
            facts.mainly = Known::NotSure;
        }
        if self.below(4) == 0 {
            facts.number = None;
        }
        if self.below(4) == 0 {
            facts.exclusions = Exclusions::NotSure;
        }
        if self.below(4) == 0 {
            facts.principal = None;
        }
        if self.below(4) == 0 {
            facts.part_of = PartOf::NotSure;
        }
        for stated in &mut facts.uses {
            if self.below(4) == 0 {
                stated.for_public = Known::NotSure;
            }
        }
        facts
    }
}
