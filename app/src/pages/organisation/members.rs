//! Who acts for the organisation, and who was invited to.

use domain::{
    day::in_london,
    ids::AccountId,
    policy::{Role, act},
};
use govuk::Cell;
use leptos::prelude::*;
use store::{Member, MemberInvitation, Members};

use super::role_name;
use crate::{
    Page, PageError,
    components::{Heading, Listing, day},
    paths,
    request::Ctx,
};

/// The list.
pub async fn get(ctx: Ctx) -> Result<Page, PageError> {
    let permit = ctx.permit::<act::ListMembers>(ctx.organisation()?).await?;
    let members = ctx.store.members(&permit).await?;
    let may_change = ctx.viewer.actor.has(Role::OperatorAdmin);
    let own = ctx.account()?;
    Ok(Page::new("Members", move || view(&members, own, may_change)).with_back(paths::ORGANISATION))
}

fn view(members: &Members, own: AccountId, may_change: bool) -> impl IntoView + use<> {
    let mut head = vec![Heading::title("Name"), "Email address".into(), "Role".into(), "Member since".into()];
    if may_change {
        head.push(Heading::hidden("Actions"));
    }
    let rows: Vec<_> = members.people.iter().map(|member| person(member, own, may_change)).collect();
    let invite = may_change.then(|| {
        view! {
            <govuk::ButtonLink href=paths::MEMBERS_INVITE>"Invite a colleague"</govuk::ButtonLink>
        }
    });
    let only = (!may_change).then(|| {
        view! {
            <p class="govuk-body">
                "Only an administrator of the organisation can invite people, change roles or remove members."
            </p>
        }
    });
    view! {
        <h1 class="govuk-heading-l">"Members"</h1>
        <p class="govuk-body">
            "Members see and change everything about your organisation’s premises, and can sign and send answers."
        </p>
        {only}
        {invite}
        <Listing
            name="Members"
            caption="People who act for your organisation"
            caption_size=govuk::Size::M
            head=head
            rows=rows
        />
        {open(&members.invitations, may_change)}
    }
}

fn person(member: &Member, own: AccountId, may_change: bool) -> Vec<Cell> {
    let name = member.name.as_str().to_owned();
    let shown = if member.account == own { format!("{name} (you)") } else { name.clone() };
    let mut cells: Vec<Cell> = vec![
        shown.into(),
        member.email.as_str().into(),
        role_name(member.role).into(),
        day(in_london(member.since)).into(),
    ];
    if may_change {
        let link = |text: &'static str, part: &str, hidden: String| {
            view! {
                <a class="govuk-link govuk-!-margin-right-3" href=paths::member_part(member.id, part)>
                    {text} <span class="govuk-visually-hidden">{hidden}</span>
                </a>
            }
        };
        let links = (
            link("Change role", "role", format!(" of {name}")),
            link("Remove", "remove", format!(" {name}")),
        );
        cells.push(govuk::Content::view(view! { {links.0} {links.1} }).into());
    }
    cells
}

fn open(invitations: &[MemberInvitation], may_change: bool) -> Option<impl IntoView + use<>> {
    let rows: Vec<_> = invitations.iter().map(|one| invitation(one, may_change)).collect();
    (!rows.is_empty()).then(|| {
        let mut head = vec![Heading::title("Email address"), "Role".into(), "Link works until".into()];
        if may_change {
            head.push(Heading::hidden("Actions"));
        }
        view! {
            <Listing
                name="Open invitations"
                caption="Open invitations"
                caption_size=govuk::Size::M
                head=head
                rows=rows
            />
        }
    })
}

fn invitation(open: &MemberInvitation, may_change: bool) -> Vec<Cell> {
    let email = open.email.as_str().to_owned();
    let mut cells: Vec<Cell> =
        vec![email.clone().into(), role_name(open.role).into(), day(in_london(open.until)).into()];
    if may_change {
        let button = view! {
            <form method="post" action=paths::take_back_invitation(open.id)>
                <button class="portal-link-button" type="submit">
                    "Take back" <span class="govuk-visually-hidden">{format!(" the invitation of {email}")}</span>
                </button>
            </form>
        };
        cells.push(govuk::Content::view(button).into());
    }
    cells
}
