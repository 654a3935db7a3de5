//! Somebody else with a part in premises or an event.

use serde::{Deserialize, Serialize};

use super::{Errors, contact::ContactFields, parts};
use crate::{
    account::one_line,
    party::{Part, Party},
};

#[cfg(test)]
mod tests;

/// The form about somebody with a part in premises or an event.
#[derive(Clone, Default, Serialize, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct PartyForm {
    /// Which part: one of [`Part::SLUGS`].
    pub part: String,
    /// The name of the person or organisation.
    pub name: String,
    /// Company or charity number; may be empty.
    pub number: String,
    /// How they stand to the responsible person. Only looked at for those with control and for
    /// whoever notifies.
    pub relationship: String,
    /// Their position or role. Only looked at for a senior individual and for whoever notifies.
    pub position: String,
    /// What authorises them. Only looked at for whoever notifies.
    pub authority: String,
    /// Day of the month on which a senior individual was designated; may be empty.
    pub designated_on_day: String,
    /// The month, as a number.
    pub designated_on_month: String,
    /// The year, in four digits.
    pub designated_on_year: String,
    /// `yes` when a senior individual has confirmed that they understand the duties of section 7.
    pub understands: String,
    /// Telephone number; may be empty.
    pub phone: String,
    /// E-mail address; may be empty.
    pub email: String,
    /// Building and street; the whole address may be empty.
    pub line1: String,
    /// More of the address.
    pub line2: String,
    /// Town or city.
    pub town: String,
    /// Postcode.
    pub postcode: String,
    /// The version that the person saw; empty for somebody new.
    pub version: String,
    /// Tells a form sent twice from two forms; empty for a change.
    pub once: String,
}

/// The fields in the order in which they stand on the page.
const FIELDS: [&str; 14] = [
    "part",
    "designated_on",
    "understands",
    "authority",
    "relationship",
    "position",
    "name",
    "number",
    "phone",
    "email",
    "line1",
    "line2",
    "town",
    "postcode",
];

impl PartyForm {
    /// The form that says what is known of somebody.
    pub fn of(party: &Party, version: u32) -> Self {
        let mut form = Self {
            part: party.part.as_str().into(),
            name: party.name.clone(),
            number: party.number.clone().unwrap_or_default(),
            version: version.to_string(),
            ..Self::default()
        };
        match &party.part {
            Part::Responsible | Part::Nested => {}
            Part::Control { relationship } => form.relationship.clone_from(relationship),
            Part::SeniorIndividual { position, designated_on, understands } => {
                form.position.clone_from(position);
                let [day, month, year] = designated_on.map(parts::parts_of).unwrap_or_default();
                (form.designated_on_day, form.designated_on_month, form.designated_on_year) =
                    (day, month, year);
                form.understands = if *understands { "yes" } else { "" }.into();
            }
            Part::Notifier { position, relationship, authority } => {
                form.position.clone_from(position);
                form.relationship.clone_from(relationship);
                form.authority.clone_from(authority);
            }
        }
        if let Some(phone) = &party.contact.phone {
            form.phone = phone.as_str().into();
        }
        if let Some(email) = &party.contact.email {
            form.email = email.as_str().into();
        }
        if let Some(address) = &party.contact.address {
            form.line1 = address.line1.as_str().into();
            form.line2 = address.line2.as_ref().map_or("", |line| line.as_str()).into();
            form.town = address.town.as_str().into();
            form.postcode = address.postcode.to_string();
        }
        form
    }

    /// What the form says.
    ///
    /// # Errors
    /// A code for each field that is wrong: `missing`, `too-long`, `not-text`, `invalid` (the part),
    /// `day-invalid` at `designated_on`, and those of [`ContactFields::check`].
    pub fn check(&self) -> Result<Party, Errors> {
        let mut errors = Errors::in_order_of(&FIELDS);
        let part = self.part(&mut errors);
        let name = one_line(&self.name, 150).map_err(|code| errors.add("name", code));
        let number = parts::optional(&self.number, 20).map_err(|code| errors.add("number", code));
        let contact = ContactFields {
            phone: &self.phone,
            email: &self.email,
            line1: &self.line1,
            line2: &self.line2,
            town: &self.town,
            postcode: &self.postcode,
        }
        .check(&mut errors);
        match (part, name, number) {
            (Some(part), Ok(name), Ok(number)) => errors.or(|| Party { part, name, number, contact }),
            _ => Err(errors),
        }
    }

    /// The version that the person saw.
    pub fn version(&self) -> Option<u32> {
        self.version.parse().ok()
    }

    fn part(&self, errors: &mut Errors) -> Option<Part> {
        let mut line = |field: &'static str, text: &str, longest| {
            one_line(text, longest).map_err(|code| errors.add(field, code)).ok()
        };
        match self.part.as_str() {
            "responsible" => Some(Part::Responsible),
            "nested" => Some(Part::Nested),
            "control" => line("relationship", &self.relationship, 150)
                .map(|relationship| Part::Control { relationship }),
            "senior-individual" => {
                let position = line("position", &self.position, 100);
                let day = [&self.designated_on_day, &self.designated_on_month, &self.designated_on_year];
                let designated_on = parts::optional_day(day.map(String::as_str))
                    .map_err(|code| errors.add("designated_on", code))
                    .ok();
                let understands = self.understands == "yes";
                Some(Part::SeniorIndividual {
                    position: position?,
                    designated_on: designated_on?,
                    understands,
                })
            }
            "notifier" => {
                let position = line("position", &self.position, 100);
                let relationship = line("relationship", &self.relationship, 150);
                let authority = line("authority", &self.authority, 150);
                Some(Part::Notifier {
                    position: position?,
                    relationship: relationship?,
                    authority: authority?,
                })
            }
            "" => {
                errors.add("part", "missing");
                None
            }
            _ => {
                errors.add("part", "invalid");
                None
            }
        }
    }
}
