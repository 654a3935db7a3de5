//! The fields of the Schedule, and where they stand in it.

use serde::{Deserialize, Serialize};

/// A field of the Schedule to SI 2026/793 that a notification has.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Field {
    /// Name and contact details of each responsible person.
    ResponsiblePersons,
    /// The same of those bound by section 8(4).
    NestedPersons,
    /// Corporate and trading names.
    Names,
    /// Company or charity number.
    Numbers,
    /// Name, contact details and relationship of others with any control.
    OthersInControl,
    /// Whoever notifies, when that is not the responsible person.
    Notifier,
    /// The address; of an event its name too.
    Address,
    /// Whether responsible for other premises or events.
    Elsewhere,
    /// The greatest number of people at one time (paragraph 8).
    GreatestNumber,
    /// The method by which it was found (paragraph 9).
    Method,
    /// Websites and social media accounts that advertise the premises or the event.
    Online,
    /// Licences, certificates and notices.
    Licences,
    /// Confirmation that the conditions of section 2 are met.
    MeetsConditions,
    /// The relevant use (paragraph 13).
    RelevantUse,
    /// Whether a group of buildings, and how many.
    GroupOfBuildings,
    /// The address of each building, where there are several.
    BuildingAddresses,
    /// Larger premises around them, and whether those qualify.
    LargerPremises,
    /// Seats in adjoining areas.
    AdjoiningSeats,
    /// The senior individual, where one is designated.
    SeniorIndividual,
    /// Confirmation that the duties of section 7 are understood.
    UnderstandsDocument,
    /// Confirmation that the conditions of section 3 are met.
    MeetsEventConditions,
    /// When an event starts and ends.
    DateAndTime,
    /// When the first people are let in.
    FirstAdmission,
    /// A short description.
    Description,
    /// A larger event around it.
    LargerEvent,
    /// How the premises that host it stand under the Act.
    HostPremises,
    /// Whether it was held before.
    HeldBefore,
    /// When, where and by whom it was held the last time.
    LastTime,
    /// Whether it is meant to be held again.
    Repeats,
    /// When its date is first made public.
    FirstPublicised,
    /// In which format.
    PublicityFormat,
    /// That whoever notifies is responsible or authorised.
    DeclareAuthority,
    /// That they know of the offence of section 25.
    DeclareAware,
}

/// A part of the Schedule.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum SchedulePart {
    /// What everyone notifies.
    Everyone,
    /// What is notified about premises.
    Premises,
    /// What is notified about enhanced duty premises and events.
    Enhanced,
    /// What is notified about events.
    Events,
    /// What is declared.
    Declarations,
}

impl SchedulePart {
    /// Every part, in order.
    pub const ALL: [Self; 5] =
        [Self::Everyone, Self::Premises, Self::Enhanced, Self::Events, Self::Declarations];
}

impl Field {
    /// Every field, in the order of the Schedule.
    pub const ALL: [Self; 33] = [
        Self::ResponsiblePersons,
        Self::NestedPersons,
        Self::Names,
        Self::Numbers,
        Self::OthersInControl,
        Self::Notifier,
        Self::Address,
        Self::Elsewhere,
        Self::GreatestNumber,
        Self::Method,
        Self::Online,
        Self::Licences,
        Self::MeetsConditions,
        Self::RelevantUse,
        Self::GroupOfBuildings,
        Self::BuildingAddresses,
        Self::LargerPremises,
        Self::AdjoiningSeats,
        Self::SeniorIndividual,
        Self::UnderstandsDocument,
        Self::MeetsEventConditions,
        Self::DateAndTime,
        Self::FirstAdmission,
        Self::Description,
        Self::LargerEvent,
        Self::HostPremises,
        Self::HeldBefore,
        Self::LastTime,
        Self::Repeats,
        Self::FirstPublicised,
        Self::PublicityFormat,
        Self::DeclareAuthority,
        Self::DeclareAware,
    ];

    /// The part of the Schedule that it stands in.
    pub const fn part(self) -> SchedulePart {
        match self {
            Self::ResponsiblePersons
            | Self::NestedPersons
            | Self::Names
            | Self::Numbers
            | Self::OthersInControl
            | Self::Notifier
            | Self::Address
            | Self::Elsewhere
            | Self::GreatestNumber
            | Self::Method
            | Self::Online
            | Self::Licences => SchedulePart::Everyone,
            Self::MeetsConditions
            | Self::RelevantUse
            | Self::GroupOfBuildings
            | Self::BuildingAddresses
            | Self::LargerPremises
            | Self::AdjoiningSeats => SchedulePart::Premises,
            Self::SeniorIndividual | Self::UnderstandsDocument => SchedulePart::Enhanced,
            Self::MeetsEventConditions
            | Self::DateAndTime
            | Self::FirstAdmission
            | Self::Description
            | Self::LargerEvent
            | Self::HostPremises
            | Self::HeldBefore
            | Self::LastTime
            | Self::Repeats
            | Self::FirstPublicised
            | Self::PublicityFormat => SchedulePart::Events,
            Self::DeclareAuthority | Self::DeclareAware => SchedulePart::Declarations,
        }
    }

    /// Its slug, such as `relevant-use`, for files that programs read.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::ResponsiblePersons => "responsible-persons",
            Self::NestedPersons => "nested-persons",
            Self::Names => "names",
            Self::Numbers => "numbers",
            Self::OthersInControl => "others-in-control",
            Self::Notifier => "notifier",
            Self::Address => "address",
            Self::Elsewhere => "elsewhere",
            Self::GreatestNumber => "greatest-number",
            Self::Method => "method",
            Self::Online => "online",
            Self::Licences => "licences",
            Self::MeetsConditions => "meets-conditions",
            Self::RelevantUse => "relevant-use",
            Self::GroupOfBuildings => "group-of-buildings",
            Self::BuildingAddresses => "building-addresses",
            Self::LargerPremises => "larger-premises",
            Self::AdjoiningSeats => "adjoining-seats",
            Self::SeniorIndividual => "senior-individual",
            Self::UnderstandsDocument => "understands-document",
            Self::MeetsEventConditions => "meets-event-conditions",
            Self::DateAndTime => "date-and-time",
            Self::FirstAdmission => "first-admission",
            Self::Description => "description",
            Self::LargerEvent => "larger-event",
            Self::HostPremises => "host-premises",
            Self::HeldBefore => "held-before",
            Self::LastTime => "last-time",
            Self::Repeats => "repeats",
            Self::FirstPublicised => "first-publicised",
            Self::PublicityFormat => "publicity-format",
            Self::DeclareAuthority => "declare-authority",
            Self::DeclareAware => "declare-aware",
        }
    }

    /// The field with this slug.
    pub fn from_slug(slug: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|field| field.as_str() == slug)
    }

    /// Whether what was notified for it can stop being right. What somebody did or declared on the day
    /// of notice stays what they did.
    pub const fn can_change(self) -> bool {
        !matches!(
            self,
            Self::Notifier | Self::UnderstandsDocument | Self::DeclareAuthority | Self::DeclareAware
        )
    }

    /// Whether its values are a list without an order.
    pub const fn is_list(self) -> bool {
        matches!(
            self,
            Self::ResponsiblePersons
                | Self::NestedPersons
                | Self::Numbers
                | Self::OthersInControl
                | Self::Online
                | Self::Licences
                | Self::BuildingAddresses
                | Self::SeniorIndividual
        )
    }

    /// Where the regulations or the Act ask for it.
    pub const fn cite(self) -> &'static str {
        match self {
            Self::GreatestNumber => "SI 2026/793 Sch p8",
            Self::Method => "SI 2026/793 Sch p9",
            Self::RelevantUse => "SI 2026/793 Sch p13",
            Self::DeclareAware => "SI 2026/793; s25",
            Self::DeclareAuthority => "SI 2026/793",
            _ => match self.part() {
                SchedulePart::Everyone | SchedulePart::Declarations => "SI 2026/793 Sch Pt 1",
                SchedulePart::Premises => "SI 2026/793 Sch Pt 2",
                SchedulePart::Enhanced => "SI 2026/793 Sch Pt 3",
                SchedulePart::Events => "SI 2026/793 Sch Pt 4",
            },
        }
    }
}
