//! The addresses of pages, written once. No address says anything but where.

/// The sign-in page that leads back to a page of this portal.
pub fn sign_in_and_back(back: &str) -> String {
    if back == "/" { "/sign-in".into() } else { format!("/sign-in?back={}", back.replace('/', "%2F")) }
}

/// Where somebody signs in again whose session ended while they typed.
pub const SIGN_IN_AGAIN: &str = "/sign-in/again";

/// The scope check.
pub const SCOPE_CHECK: &str = "/scope-check";

/// Where the answers of a scope check are carried on to registration.
pub const SCOPE_CHECK_REGISTER: &str = "/scope-check/register";

/// Where the answers of a scope check are forgotten.
pub const SCOPE_CHECK_FORGET: &str = "/scope-check/forget";

/// The scope check with these answers.
pub fn scope_check(answers: &[(String, String)]) -> String {
    if answers.is_empty() { SCOPE_CHECK.into() } else { format!("{SCOPE_CHECK}?{}", self::answers(answers)) }
}

/// Answers of a scope check, as an address holds them.
pub fn answers(answers: &[(String, String)]) -> String {
    crate::form::encoded(answers)
}

/// Where premises are registered.
pub const REGISTER_PREMISES: &str = "/premises/register";

/// Where an organisation is registered.
pub const REGISTER_ORGANISATION: &str = "/organisation/register";

/// Where the sign-out button posts to.
pub const SIGN_OUT: &str = "/sign-out";

/// Where the button posts to that ends every session of an account.
pub const SIGN_OUT_EVERYWHERE: &str = "/account/sign-out-everywhere";

/// The organisation that one acts for.
pub const ORGANISATION: &str = "/organisation";

/// Where what is known of the organisation is changed.
pub const ORGANISATION_DETAILS: &str = "/organisation/details";

/// Who acts for the organisation.
pub const MEMBERS: &str = "/organisation/members";

/// Where a colleague is invited.
pub const MEMBERS_INVITE: &str = "/organisation/members/invite";

/// A page about a member, such as `role`.
pub fn member_part(id: domain::ids::MembershipId, part: &str) -> String {
    format!("{MEMBERS}/{id}/{part}")
}

/// Where the button posts to that takes an invitation back.
pub fn take_back_invitation(id: domain::ids::InvitationId) -> String {
    format!("{ORGANISATION}/invitations/{id}/take-back")
}

/// What stands before the secret of a link to join an organisation.
pub const JOIN: &str = "/join/";

/// A link to join an organisation.
pub fn join(secret: &store::Secret) -> String {
    format!("{JOIN}{secret}")
}

/// The organisation's premises.
pub const PREMISES: &str = "/premises";

/// Importing premises from a file.
pub const IMPORT: &str = "/premises/import";

/// The file to fill in.
pub const IMPORT_TEMPLATE: &str = "/premises/import/template.csv";

/// A file that was checked.
pub fn import(id: domain::ids::ImportId) -> String {
    format!("{IMPORT}/{id}")
}

/// Changing what several premises share.
pub const SHARED: &str = "/premises/shared";

/// Screening many sites from a file.
pub const SCREENING: &str = "/screening";

/// One of the premises.
pub fn premises(id: domain::ids::PremisesId) -> String {
    format!("/premises/{id}")
}

/// A page about one of the premises, such as `number`.
pub fn premises_part(id: domain::ids::PremisesId, part: &str) -> String {
    format!("/premises/{id}/{part}")
}

/// Premises or an event.
pub fn of(of: domain::ids::PremisesOrEvent) -> String {
    match of {
        domain::ids::PremisesOrEvent::Premises(id) => premises(id),
        domain::ids::PremisesOrEvent::Event(id) => event(id),
    }
}

/// A page about premises or an event, such as `control`.
pub fn part(of: impl Into<domain::ids::PremisesOrEvent>, part: &str) -> String {
    match of.into() {
        domain::ids::PremisesOrEvent::Premises(id) => premises_part(id, part),
        domain::ids::PremisesOrEvent::Event(id) => event_part(id, part),
    }
}

/// The page to end a link of premises, or take an offer back.
pub fn end_link(premises: domain::ids::PremisesId, id: domain::ids::CoordinationId) -> String {
    format!("{}/{id}/end", premises_part(premises, "coordination"))
}

/// Somebody with a part in premises or an event.
pub fn party(id: domain::ids::PartyId) -> String {
    format!("/parties/{id}")
}

/// A licence of premises or an event.
pub fn licence(id: domain::ids::LicenceId) -> String {
    format!("/licences/{id}")
}

/// The record of a notice to the regulator.
pub fn notice(id: domain::ids::NoticeId) -> String {
    format!("/notices/{id}")
}

/// A drill or exercise.
pub fn drill(id: domain::ids::DrillId) -> String {
    format!("/drills/{id}")
}

/// The lessons of a drill, to put into the plan.
pub fn drill_lessons(id: domain::ids::DrillId) -> String {
    format!("/drills/{id}/lessons")
}

/// Something in the plan of premises.
pub fn plan_item(id: domain::ids::PlanItemId) -> String {
    format!("/plan/{id}")
}

/// The calendar of all that the organisation has.
pub const CALENDAR: &str = "/calendar";

/// The same as a file.
pub const CALENDAR_FILE: &str = "/calendar.ics";

/// A record of training.
pub fn training(id: domain::ids::TrainingId) -> String {
    format!("/training/{id}")
}

/// The organisation's events.
pub const EVENTS: &str = "/events";

/// Registering an event.
pub const REGISTER_EVENT: &str = "/events/register";

/// One of the events.
pub fn event(id: domain::ids::EventId) -> String {
    format!("/events/{id}")
}

/// A page about one of the events, such as `dates`.
pub fn event_part(id: domain::ids::EventId, part: &str) -> String {
    format!("/events/{id}/{part}")
}

/// A council's released figures, one's own council's without its code.
pub const AREA: &str = "/area";

/// The released figures of a council.
pub fn area(council: &domain::codes::CouncilCode) -> String {
    format!("{AREA}/{council}")
}

/// An assessment's task list.
pub fn assessment(id: domain::ids::AssessmentId) -> String {
    format!("/assessments/{id}")
}

/// A page of an assessment, such as `check`.
pub fn assessment_part(id: domain::ids::AssessmentId, part: &str) -> String {
    format!("/assessments/{id}/{part}")
}

/// A question of an assessment.
pub fn question(id: domain::ids::AssessmentId, question: &domain::content::QuestionId) -> String {
    format!("/assessments/{id}/questions/{question}")
}

/// Whether a path is a question's.
pub fn is_question(path: &str) -> bool {
    matches!(path.split('/').collect::<Vec<_>>()[..], ["", "assessments", _, "questions", _])
}

/// A submission.
pub fn submission(id: domain::ids::SubmissionId) -> String {
    format!("/submissions/{id}")
}

/// A page of a submission, such as `withdraw`.
pub fn submission_part(id: domain::ids::SubmissionId, part: &str) -> String {
    format!("/submissions/{id}/{part}")
}

/// The organisation's Competent Person records.
pub const COMPETENT_PERSONS: &str = "/competent-persons";

/// One Competent Person record.
pub fn competent_person(id: domain::ids::CompetentPersonId) -> String {
    format!("/competent-persons/{id}")
}

/// The queue of submissions.
pub const QUEUE: &str = "/queue";

/// A case on the CTSA's desk.
pub fn case(id: domain::ids::CaseId) -> String {
    format!("/cases/{id}")
}

/// A page about a case, such as `authority`.
pub fn case_part(id: domain::ids::CaseId, part: &str) -> String {
    format!("/cases/{id}/{part}")
}

/// Everybody with an account.
pub const PEOPLE: &str = "/admin/people";

/// The page to suspend an account, or let it in again.
pub fn suspend(id: domain::ids::AccountId) -> String {
    format!("{PEOPLE}/{id}/suspend")
}

/// The page to take an invitation back.
pub fn take_back(id: domain::ids::InvitationId) -> String {
    format!("/admin/invitations/{id}/take-back")
}
