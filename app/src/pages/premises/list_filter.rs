//! What somebody wants to see of their premises, as it stands in the address.

use domain::{
    codes::CouncilCode,
    estate::{Order, Search},
    forms::premises::SharedForm,
    premises::Stage,
    scope::Tier,
};
use govuk::SelectItem;
use serde::{Deserialize, Serialize};
use store::{Cursor, EstateFilter, TierIs};

use super::list::stage;
use crate::paths;

/// The query of the list's address. No query is written to a log.
#[derive(Clone, Debug, Default, Serialize, Deserialize)]
#[serde(default)]
pub struct Query {
    /// A tier's slug, or `neither`.
    pub tier: String,
    /// A stage's slug.
    pub stage: String,
    /// A council's code.
    pub council: String,
    /// Words of a name, or a postcode.
    pub search: String,
    /// `name`, or the newest first.
    pub sort: String,
    /// Where the page begins.
    #[serde(skip_serializing_if = "String::is_empty")]
    pub after: String,
}

impl Query {
    /// The filter. What is not understood filters nothing.
    pub fn filter(&self) -> EstateFilter {
        EstateFilter {
            tier: TierIs::from_slug(&self.tier),
            stage: Stage::from_slug(&self.stage),
            council: self.council.parse().ok(),
            search: Search::new(&self.search),
            order: if self.sort == "name" { Order::Name } else { Order::Newest },
            after: self.after.parse().ok(),
        }
    }

    /// The filter that stands in a form about many premises.
    pub fn of(form: &SharedForm) -> Self {
        Self {
            tier: form.tier.clone(),
            stage: form.stage.clone(),
            council: form.council.clone(),
            search: form.search.clone(),
            ..Self::default()
        }
    }

    /// Whether anything is left out.
    pub fn filters(&self) -> bool {
        let EstateFilter { tier, stage, council, search, .. } = self.filter();
        tier.is_some() || stage.is_some() || council.is_some() || !search.is_empty()
    }

    /// The address of the page that begins there, with the same filter.
    pub fn from(&self, cursor: Option<Cursor>) -> String {
        let after = cursor.map_or_else(String::new, |cursor| cursor.to_string());
        let query = Self { after, ..self.clone() };
        format!("{}?{}", paths::PREMISES, serde_html_form::to_string(&query).unwrap_or_default())
    }
}

/// The tiers to choose from.
pub fn tiers() -> Vec<SelectItem> {
    let words = |tier| match tier {
        TierIs::In(Tier::Standard) => "Standard",
        TierIs::In(Tier::Enhanced) => "Enhanced",
        TierIs::Neither => "Neither: not in scope, or not clear yet",
    };
    any(TierIs::ALL.map(|tier| SelectItem::new(tier.as_str(), words(tier))))
}

/// The stages to choose from.
pub fn stages() -> Vec<SelectItem> {
    any(Stage::ALL.map(|one| SelectItem::new(one.as_str(), stage(one).0)))
}

/// The councils to choose from.
pub fn councils(codes: &[CouncilCode]) -> Vec<SelectItem> {
    let mut all: Vec<_> = codes.iter().filter_map(domain::area::council).collect();
    all.sort_by_key(|council| council.name);
    any(all.into_iter().map(|council| SelectItem::new(council.code.as_str(), council.name)))
}

fn any(items: impl IntoIterator<Item = SelectItem>) -> Vec<SelectItem> {
    std::iter::once(SelectItem::new("", "Any")).chain(items).collect()
}
