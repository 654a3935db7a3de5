//! Task list.

use leptos::prelude::*;

use crate::support::join;
use crate::{Attributes, Content, Tag, TagColour};

/// How far a task is.
#[derive(Default)]
pub struct TaskStatus {
    content: Content,
    classes: String,
}

impl TaskStatus {
    /// "Completed", in plain text: done things do not shout.
    pub fn completed() -> Self {
        Self::text("Completed")
    }

    /// "Cannot start yet", in grey.
    pub fn cannot_start() -> Self {
        Self::text("Cannot start yet").classes("govuk-task-list__status--cannot-start-yet")
    }

    /// A tag: `TaskStatus::tag("In progress", TagColour::Teal)`.
    pub fn tag(text: impl Into<Content>, colour: TagColour) -> Self {
        Self::text(Content::view(view! { <Tag text=text.into() colour=colour/> }))
    }

    /// Any other text or view.
    pub fn text(text: impl Into<Content>) -> Self {
        Self { content: text.into(), classes: String::new() }
    }

    /// More class names.
    #[must_use]
    pub fn classes(mut self, classes: impl Into<String>) -> Self {
        self.classes = classes.into();
        self
    }
}

/// One task.
#[derive(Default)]
pub struct Task {
    title: Content,
    href: Option<String>,
    hint: Content,
    status: TaskStatus,
    classes: String,
    title_classes: String,
}

impl Task {
    /// A task that can be opened.
    pub fn new(title: impl Into<Content>, href: impl Into<String>, status: TaskStatus) -> Self {
        Self { title: title.into(), href: Some(href.into()), status, ..Self::default() }
    }

    /// A task that cannot be opened (yet).
    pub fn closed(title: impl Into<Content>, status: TaskStatus) -> Self {
        Self { title: title.into(), status, ..Self::default() }
    }

    /// Help under the title.
    #[must_use]
    pub fn hint(mut self, hint: impl Into<Content>) -> Self {
        self.hint = hint.into();
        self
    }

    /// More class names of the item.
    #[must_use]
    pub fn classes(mut self, classes: impl Into<String>) -> Self {
        self.classes = classes.into();
        self
    }

    /// More class names of the title.
    #[must_use]
    pub fn title_classes(mut self, classes: impl Into<String>) -> Self {
        self.title_classes = classes.into();
        self
    }

    fn view(self, prefix: &str, position: usize) -> AnyView {
        let status_id = format!("{prefix}-{position}-status");
        let hint_id = if self.hint.is_empty() { String::new() } else { format!("{prefix}-{position}-hint") };
        let with_link = if self.href.is_some() { "govuk-task-list__item--with-link" } else { "" };
        let title = match self.href {
            Some(href) => view! {
                <a
                    class=join(&["govuk-link govuk-task-list__link", &self.title_classes])
                    href=href
                    aria-describedby=join(&[&hint_id, &status_id])
                >
                    {self.title}
                </a>
            }
            .into_any(),
            // Leptos writes an empty class for None.
            None if self.title_classes.is_empty() => view! { <div>{self.title}</div> }.into_any(),
            None => view! { <div class=self.title_classes>{self.title}</div> }.into_any(),
        };
        let hint = (!self.hint.is_empty())
            .then(|| view! { <div id=hint_id class="govuk-task-list__hint">{self.hint}</div> });
        view! {
            <li class=join(&["govuk-task-list__item", with_link, &self.classes])>
                <div class="govuk-task-list__name-and-hint">{title}{hint}</div>
                <div class=join(&["govuk-task-list__status", &self.status.classes]) id=status_id>
                    {self.status.content}
                </div>
            </li>
        }
        .into_any()
    }
}

/// The tasks of a journey, each with its status.
///
/// ```text
/// <TaskList tasks=vec![Task::new("Evacuation", url, TaskStatus::completed()),
///     Task::closed("Check and submit", TaskStatus::cannot_start())]/>
/// ```
#[component]
pub fn TaskList(
    /// The tasks.
    tasks: Vec<Task>,
    /// Start of the ids; one of its own for each list of a page.
    #[prop(default = "task-list".to_owned(), into)]
    id_prefix: String,
    /// More class names.
    #[prop(optional, into)]
    classes: String,
    /// More attributes.
    #[prop(optional, into)]
    attributes: Attributes,
) -> AnyView {
    let tasks: Vec<AnyView> =
        tasks.into_iter().enumerate().map(|(index, task)| task.view(&id_prefix, index + 1)).collect();
    view! { <ul class=join(&["govuk-task-list", &classes]) {..attributes.spread()}>{tasks}</ul> }.into_any()
}
