//! The made-up people that the demonstration lets everybody sign in as.

/// A made-up person.
pub struct DemoPerson {
    /// The value in the form.
    pub slug: &'static str,
    /// Their name.
    pub name: &'static str,
    /// The address of their account.
    pub email: &'static str,
    /// What they do.
    pub what: &'static str,
}

const fn person(
    slug: &'static str,
    name: &'static str,
    email: &'static str,
    what: &'static str,
) -> DemoPerson {
    DemoPerson { slug, name, email, what }
}

/// Everybody, in the order of the list.
pub const CAST: [DemoPerson; 8] = [
    person("operator-1", "Priya Nair", "priya@demo.invalid", "Venue operator, Kestrel Leisure (made up)"),
    person(
        "operator-1-colleague",
        "Leila Brooks",
        "leila@demo.invalid",
        "Venue operator’s colleague, Kestrel Leisure (made up)",
    ),
    person("operator-2", "Tom Hale", "tom@demo.invalid", "Venue operator, Millbrook Arts Trust (made up)"),
    person("ctsa", "Sam Okafor", "sam@demo.invalid", "CTSA, West Midlands"),
    person("ctsa-elsewhere", "Jo Lind", "jo@demo.invalid", "CTSA, North West"),
    person("council", "Maya Begum", "maya@demo.invalid", "Local authority viewer, Birmingham"),
    person("council-elsewhere", "Lee Parker", "lee@demo.invalid", "Local authority viewer, Coventry"),
    person("administrator", "Alex Rowe", "alex@demo.invalid", "Administrator"),
];
