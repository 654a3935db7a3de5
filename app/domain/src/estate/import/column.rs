//! The columns of a file.

/// A column, in the order of the template.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Column {
    /// The premises' name.
    Name,
    /// Building and street.
    Line1,
    /// More of the address.
    Line2,
    /// Town or city.
    Town,
    /// Postcode.
    Postcode,
    /// The council code of a district of Northern Ireland.
    District,
    /// Unique Property Reference Number.
    Uprn,
    /// Paragraphs of Schedule 1, the principal use first.
    Uses,
    /// Whether the uses are for visiting members of the public.
    ForPublic,
    /// Whether the premises are wholly or mainly used for these uses.
    Mainly,
    /// Whether there is a building.
    Building,
    /// Entries of Schedule 2.
    Exclusions,
    /// How the premises stand to larger ones.
    PartOf,
    /// The greatest number of people at the same time.
    Number,
    /// How the number was worked out.
    Method,
    /// On which day.
    CountedOn,
    /// In the operator's words.
    Note,
}

impl Column {
    /// Every column, in the order of the template.
    pub const ALL: [Self; 17] = [
        Self::Name,
        Self::Line1,
        Self::Line2,
        Self::Town,
        Self::Postcode,
        Self::District,
        Self::Uprn,
        Self::Uses,
        Self::ForPublic,
        Self::Mainly,
        Self::Building,
        Self::Exclusions,
        Self::PartOf,
        Self::Number,
        Self::Method,
        Self::CountedOn,
        Self::Note,
    ];

    /// The columns that a file must have. What the others would say is "not known" without them.
    pub const NEEDED: [Self; 4] = [Self::Name, Self::Line1, Self::Town, Self::Postcode];

    /// Whether scope depends on it, so that nothing is decided where it is not known.
    pub const fn decides_scope(self) -> bool {
        matches!(
            self,
            Self::Uses
                | Self::ForPublic
                | Self::Mainly
                | Self::Building
                | Self::Exclusions
                | Self::PartOf
                | Self::Number
        )
    }

    /// Its name in the first row.
    pub const fn header(self) -> &'static str {
        match self {
            Self::Name => "name",
            Self::Line1 => "address_line_1",
            Self::Line2 => "address_line_2",
            Self::Town => "town",
            Self::Postcode => "postcode",
            Self::District => "district",
            Self::Uprn => "uprn",
            Self::Uses => "uses",
            Self::ForPublic => "for_visiting_public",
            Self::Mainly => "mainly_used",
            Self::Building => "building",
            Self::Exclusions => "exclusions",
            Self::PartOf => "part_of_larger_premises",
            Self::Number => "greatest_number",
            Self::Method => "method",
            Self::CountedOn => "counted_on",
            Self::Note => "note",
        }
    }

    /// The column with this name: capitals, spaces, hyphens and underscores do not matter.
    pub fn from_header(text: &str) -> Option<Self> {
        let plain = |text: &str| -> String {
            text.chars().filter(|c| c.is_alphanumeric()).flat_map(char::to_lowercase).collect()
        };
        let wanted = plain(text);
        Self::ALL.into_iter().find(|column| plain(column.header()) == wanted)
    }

    /// Its place in [`Column::ALL`].
    pub(super) fn place(self) -> usize {
        Self::ALL.iter().position(|column| *column == self).unwrap_or_default()
    }
}
