//! A made-up operator's colleague, and what the operator says of their organisation.

use domain::{
    account::EmailAddress,
    contact::Contact,
    forms::organisation::InviteMember,
    ids::AccountId,
    organisation::{MemberRole, OrganisationDetails, OrganisationKind},
    policy::{Actor, Grant, act},
    premises::{Address, AddressLine},
};
use store::{JoinRefused, MemberInviteRefused, Store};
use uuid::Uuid;

use super::{DemoFault, operator::Operator, permit};

/// The operator invites somebody, who joins as a member.
pub async fn joins(
    store: &Store,
    operator: &Operator,
    account: AccountId,
    email: EmailAddress,
) -> Result<(), DemoFault> {
    let (actor, organisation) = operator.acts_for();
    let may = permit::<act::InviteMember>(store, actor, organisation).await?;
    let invite = InviteMember { email, role: MemberRole::Member };
    let secret = store.invite_member(&may, Uuid::new_v4(), &invite).await.map_err(|error| match error {
        MemberInviteRefused::Store(error) => error.into(),
        other => DemoFault::Data(other.to_string()),
    })?;
    let alone = Actor::Person { account, grants: vec![Grant::Operator(None)] };
    let may = permit::<act::JoinOrganisation>(store, &alone, ()).await?;
    store.join_organisation(&may, &secret).await.map_err(|error| match error {
        JoinRefused::Store(error) => error.into(),
        other => DemoFault::Data(other.to_string()),
    })?;
    Ok(())
}

/// The operator says what the law asks to be told. Names and numbers are nobody's.
pub async fn says_more(store: &Store, operator: &Operator) -> Result<(), DemoFault> {
    let (actor, organisation) = operator.acts_for();
    let may = permit::<act::EditOrganisation>(store, actor, organisation).await?;
    let now = store.organisation_to_edit(&may).await?;
    let line = |text: &str| AddressLine::new(text).map_err(|_| DemoFault::Data(text.into()));
    let data = |text: &str| DemoFault::Data(text.into());
    let details = OrganisationDetails {
        kind: Some(OrganisationKind::Company),
        corporate_name: Some("Kestrel Leisure Limited (made up)".into()),
        trading_names: vec!["Kestrel Nights (made up)".into()],
        company_number: Some("00000000".parse().map_err(|_| data("company number"))?),
        contact: Contact {
            phone: Some("0121 496 0000".parse().map_err(|_| data("phone"))?),
            email: Some("office@demo.invalid".parse().map_err(|_| data("email"))?),
            address: Some(Address {
                line1: line("1 Made-up Street")?,
                line2: None,
                town: line("Birmingham")?,
                postcode: "B1 1BB".parse().map_err(|_| data("postcode"))?,
            }),
        },
        websites: vec!["www.kestrel.invalid".into()],
        social_media: vec!["Instagram @kestrel.invalid".into()],
        ..now.details
    };
    Ok(store.change_organisation(&may, now.version, &details).await?)
}
