//! The addresses of pages, written once. No address says anything but where.

/// The sign-in page that leads back to a page of this portal.
pub fn sign_in_and_back(back: &str) -> String {
    if back == "/" { "/sign-in".into() } else { format!("/sign-in?back={}", back.replace('/', "%2F")) }
}

/// Where the sign-out button posts to.
pub const SIGN_OUT: &str = "/sign-out";

/// Where the button posts to that ends every session of an account.
pub const SIGN_OUT_EVERYWHERE: &str = "/account/sign-out-everywhere";

/// The organisation's premises.
pub const PREMISES: &str = "/premises";

/// One of the premises.
pub fn premises(id: domain::ids::PremisesId) -> String {
    format!("/premises/{id}")
}

/// A page about one of the premises, such as `number`.
pub fn premises_part(id: domain::ids::PremisesId, part: &str) -> String {
    format!("/premises/{id}/{part}")
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
