//! What somebody wants to see of the queue, as it stands in the address.

use domain::{codes::RegionCode, content::Audience, law::UseCode, submission::CaseState};
use serde::{Deserialize, Serialize};
use store::{QueueCursor, QueueFilter, QueueStates};

/// The query of the queue's address. Codes only: nobody's name.
#[derive(Clone, Debug, Default, Serialize, Deserialize)]
#[serde(default)]
pub struct Query {
    /// Empty for what waits, `all`, or a state's name.
    pub state: String,
    /// A tier's slug, or `event`.
    pub tier: String,
    /// A council's code.
    pub council: String,
    /// A paragraph of Schedule 1.
    #[serde(rename = "use")]
    pub used_for: String,
    /// `newest`, or whoever has waited longest first.
    pub sort: String,
    /// Where the page begins.
    #[serde(skip_serializing_if = "String::is_empty")]
    pub after: String,
}

impl Query {
    /// The filter. What is not understood filters nothing.
    pub fn filter(&self) -> QueueFilter {
        QueueFilter {
            states: match self.state.as_str() {
                "all" => QueueStates::All,
                name => CaseState::from_name(name).map_or(QueueStates::Waiting, QueueStates::Only),
            },
            audience: Audience::from_set(&self.tier),
            council: self.council.parse().ok(),
            used_for: self.used_for.parse().ok().map(UseCode),
            newest_first: self.sort == "newest",
            after: self.after.parse().ok(),
        }
    }

    /// Whether anything is asked for but what waits.
    pub fn filters(&self) -> bool {
        [&self.state, &self.tier, &self.council, &self.used_for].iter().any(|field| !field.is_empty())
    }

    /// The address of the page that begins there, with the same filter.
    pub fn next(&self, cursor: &QueueCursor) -> String {
        let query = Self { after: cursor.to_string(), ..self.clone() };
        format!("{}?{}", crate::paths::QUEUE, serde_html_form::to_string(&query).unwrap_or_default())
    }
}

/// The councils to choose from: those of the region.
pub fn councils(region: &RegionCode) -> Vec<govuk::SelectItem> {
    let mut all: Vec<_> = domain::area::councils_in(region).collect();
    all.sort_by_key(|council| council.name);
    std::iter::once(govuk::SelectItem::new("", "Any"))
        .chain(all.into_iter().map(|council| govuk::SelectItem::new(council.code.as_str(), council.name)))
        .collect()
}
