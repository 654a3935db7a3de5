//! GOV.UK Frontend components as Leptos functions.
//!
//! Each renders the HTML that the npm package's own macro renders for the same options;
//! `tests/fixtures.rs` holds them to it. Text is escaped everywhere. A service outside GOV.UK may
//! use the components, not the crown, the logotype or the font.

mod attributes;
mod back_link;
mod button;
mod checkboxes;
mod choice;
mod choice_list;
mod content;
mod details;
mod error_message;
mod error_summary;
mod field;
mod field_title;
mod fieldset;
mod footer;
mod generic_header;
mod hint;
mod input;
mod inset_text;
mod label;
mod notification_banner;
mod panel;
mod radios;
mod select;
mod service_navigation;
mod skip_link;
mod summary_list;
mod support;
mod table;
mod tag;
mod task_list;
mod text_area;
mod warning_text;

pub use attributes::Attributes;
pub use back_link::BackLink;
pub use button::{Button, ButtonKind, ButtonLink, ButtonType};
pub use checkboxes::Checkboxes;
pub use choice::Choice;
pub use content::Content;
pub use details::Details;
pub use error_message::ErrorMessage;
pub use error_summary::{ErrorItem, ErrorSummary};
pub use field_title::{FieldTitle, Size};
pub use fieldset::Fieldset;
pub use footer::{Footer, FooterLink};
pub use generic_header::GenericHeader;
pub use hint::Hint;
pub use input::{Affix, Input, InputType, Width};
pub use inset_text::InsetText;
pub use label::Label;
pub use notification_banner::{BannerKind, NotificationBanner};
pub use panel::Panel;
pub use radios::Radios;
pub use select::{Select, SelectItem};
pub use service_navigation::{NavItem, ServiceNavigation};
pub use skip_link::SkipLink;
pub use summary_list::{Action, SummaryCard, SummaryList, SummaryRow};
pub use support::HeadingLevel;
pub use table::{Cell, Table};
pub use tag::{Tag, TagColour};
pub use task_list::{Task, TaskList, TaskStatus};
pub use text_area::TextArea;
pub use warning_text::WarningText;
