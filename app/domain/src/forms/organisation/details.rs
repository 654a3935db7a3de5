//! What the law asks to be told about an organisation, in one form. Only the name must be given.

use serde::{Deserialize, Serialize};

use super::optional_line;
use crate::{
    account::one_line,
    forms::{Errors, contact::ContactFields, parts::version},
    organisation::{
        BadCompanyNumber, CharityNumber, CompanyNumber, Organisation, OrganisationDetails, OrganisationKind,
    },
};

/// The form about an organisation.
#[derive(Clone, Default, Serialize, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct DetailsForm {
    /// What sort of organisation it is, as a slug; empty while nobody says.
    pub kind: String,
    /// Its name.
    pub name: String,
    /// Its corporate name, where that is another.
    pub corporate_name: String,
    /// Trading names, one a line.
    pub trading_names: String,
    /// Its number at Companies House.
    pub company_number: String,
    /// Its number as a charity.
    pub charity_number: String,
    /// A number of another register.
    pub number: String,
    /// Telephone number.
    pub phone: String,
    /// E-mail address.
    pub email: String,
    /// Building and street.
    pub line1: String,
    /// More of the address.
    pub line2: String,
    /// Town or city.
    pub town: String,
    /// Postcode.
    pub postcode: String,
    /// Websites, one a line.
    pub websites: String,
    /// Social media accounts, one a line.
    pub social_media: String,
    /// The version that the person saw.
    pub version: String,
}

/// What a form about an organisation says.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct StatedDetails {
    /// What is said of it.
    pub details: OrganisationDetails,
    /// The version that the person saw.
    pub seen: u32,
}

impl DetailsForm {
    /// The form for an organisation, as it stands. A number from its registration goes where it
    /// can only belong; `SC` and 6 digits may be a company's or a charity's, and stays.
    pub fn of(organisation: &Organisation) -> Self {
        let details = &organisation.details;
        let mut form = Self {
            kind: details.kind.map_or("", OrganisationKind::as_str).into(),
            name: details.name.clone(),
            corporate_name: details.corporate_name.clone().unwrap_or_default(),
            trading_names: details.trading_names.join("\n"),
            company_number: details.company_number.as_ref().map_or("", |n| n.as_str()).into(),
            charity_number: details.charity_number.as_ref().map_or("", |n| n.as_str()).into(),
            number: details.number.clone().unwrap_or_default(),
            phone: details.contact.phone.as_ref().map_or("", |phone| phone.as_str()).into(),
            email: details.contact.email.as_ref().map_or("", |email| email.as_str()).into(),
            websites: details.websites.join("\n"),
            social_media: details.social_media.join("\n"),
            version: organisation.version.to_string(),
            ..Self::default()
        };
        if let Some(address) = &details.contact.address {
            form.line1 = address.line1.as_str().into();
            form.line2 = address.line2.as_ref().map_or("", |line| line.as_str()).into();
            form.town = address.town.as_str().into();
            form.postcode = address.postcode.to_string();
        }
        let (company, charity) =
            (form.number.parse::<CompanyNumber>().is_ok(), form.number.parse::<CharityNumber>().is_ok());
        if company && !charity && form.company_number.is_empty() {
            form.company_number = std::mem::take(&mut form.number);
        } else if charity && !company && form.charity_number.is_empty() {
            form.charity_number = std::mem::take(&mut form.number);
        }
        form
    }

    /// What the form says.
    ///
    /// # Errors
    /// A code for each field that is wrong: `missing`, `too-long`, `not-text`, `too-many` (lines);
    /// `kind-invalid`; `company-short`, `company-form`, `charity-form`, `not-an-individuals`
    /// (numbers); `website-form`; those of [`ContactFields::check`]; `invalid` (the version).
    pub fn check(&self) -> Result<StatedDetails, Errors> {
        type D = OrganisationDetails;
        let mut errors = Errors::none();
        let e = &mut errors;
        let kind = self.kind(e);
        let name = one_line(&self.name, D::LONGEST_NAME).map_err(|code| e.add("name", code));
        let corporate_name = optional_line(e, "corporate_name", &self.corporate_name, D::LONGEST_NAME);
        let trading_names = lines(e, "trading_names", &self.trading_names, D::LONGEST_NAME);
        let company_number = number(e, "company_number", &self.company_number, BadCompanyNumber::code);
        let charity_number = number(e, "charity_number", &self.charity_number, |_| "charity-form");
        if kind == Some(OrganisationKind::Individual) {
            for (field, given) in
                [("company_number", company_number.is_some()), ("charity_number", charity_number.is_some())]
            {
                if given {
                    e.add(field, "not-an-individuals");
                }
            }
        }
        let number = optional_line(e, "number", &self.number, D::LONGEST_NUMBER);
        let contact = self.contact().check(e);
        let websites = lines(e, "websites", &self.websites, D::LONGEST_ADDRESS);
        if !websites.iter().all(|line| is_web_address(line)) {
            e.add("websites", "website-form");
        }
        let social_media = lines(e, "social_media", &self.social_media, D::LONGEST_ADDRESS);
        let seen = version(&self.version).map_err(|code| e.add("version", code));
        match (name, seen) {
            (Ok(name), Ok(seen)) => errors.or(|| StatedDetails {
                details: OrganisationDetails {
                    name,
                    number,
                    kind,
                    corporate_name,
                    trading_names,
                    company_number,
                    charity_number,
                    contact,
                    websites,
                    social_media,
                },
                seen,
            }),
            _ => Err(errors),
        }
    }

    fn kind(&self, errors: &mut Errors) -> Option<OrganisationKind> {
        let kind = OrganisationKind::from_slug(&self.kind);
        if kind.is_none() && !self.kind.is_empty() {
            errors.add("kind", "kind-invalid");
        }
        kind
    }

    fn contact(&self) -> ContactFields<'_> {
        ContactFields {
            phone: &self.phone,
            email: &self.email,
            line1: &self.line1,
            line2: &self.line2,
            town: &self.town,
            postcode: &self.postcode,
        }
    }
}

/// Lines of text, each once, the empty ones left out.
fn lines(errors: &mut Errors, field: &'static str, text: &str, longest: usize) -> Vec<String> {
    let mut read: Vec<String> = Vec::new();
    for line in text.lines().filter(|line| !line.trim().is_empty()) {
        match one_line(line, longest) {
            Ok(line) if read.contains(&line) => {}
            Ok(line) => read.push(line),
            Err(code) => errors.add(field, code),
        }
    }
    if read.len() > OrganisationDetails::MOST_LINES {
        errors.add(field, "too-many");
    }
    read
}

/// A number that may be left out.
fn number<T: std::str::FromStr>(
    errors: &mut Errors,
    field: &'static str,
    text: &str,
    code: impl FnOnce(T::Err) -> &'static str,
) -> Option<T> {
    if text.trim().is_empty() {
        return None;
    }
    text.parse().map_err(|error| errors.add(field, code(error))).ok()
}

/// Whether a line reads as a web address: no spaces, a dot, and no scheme but HTTP's.
fn is_web_address(line: &str) -> bool {
    let lower = line.to_lowercase();
    let rest = lower.strip_prefix("https://").or_else(|| lower.strip_prefix("http://")).unwrap_or(&lower);
    let host = rest.split('/').next().unwrap_or_default();
    host.contains('.')
        && !host.contains('@')
        && !host.starts_with('.')
        && !rest.contains("://")
        && !rest.contains(char::is_whitespace)
}
