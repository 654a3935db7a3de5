//! The qualifications to choose from.

/// A qualification that a person may hold.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Qualification {
    /// A slug, never reused.
    pub id: &'static str,
    /// Its name.
    pub label: &'static str,
    /// What it is, or which number goes with it.
    pub hint: &'static str,
    /// Whether the operator must say which it is.
    pub described: bool,
}

/// The qualifications, in the order to offer them. Sources: law notes on the Competent Persons
/// Scheme (NaCTSO), the Register of Security Engineers and Specialists, and ProtectUK.
pub const fn qualifications() -> &'static [Qualification] {
    &QUALIFICATIONS
}

/// The qualification with this id.
pub fn qualification(id: &str) -> Option<&'static Qualification> {
    QUALIFICATIONS.iter().find(|one| one.id == id)
}

static QUALIFICATIONS: [Qualification; 8] = [
    Qualification {
        id: "ctpsap-3",
        label: "CTPSaP, level 3",
        hint: "Counter Terrorism Protective Security and Preparedness award",
        described: false,
    },
    Qualification {
        id: "psa-4",
        label: "PSA, level 4",
        hint: "Certificate for Protective Security Advisers",
        described: false,
    },
    Qualification {
        id: "ctssr",
        label: "CTSSR or RSES registration",
        hint: "Counter Terrorism Security Specialists Register. Give the register number.",
        described: false,
    },
    Qualification { id: "act", label: "ACT awareness", hint: "Action Counters Terrorism", described: false },
    Qualification { id: "scan", label: "SCaN", hint: "See, Check and Notify", described: false },
    Qualification {
        id: "first-aid",
        label: "First aid",
        hint: "Any course, with or without bleed control",
        described: false,
    },
    Qualification {
        id: "sia-licence",
        label: "SIA licence",
        hint: "A personal licence of the Security Industry Authority. Give the licence number.",
        described: false,
    },
    Qualification { id: "other", label: "Another", hint: "Say which below", described: true },
];
