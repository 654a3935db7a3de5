//! Websites and social media accounts that advertise premises or an event.

use serde::{Deserialize, Serialize};

use super::{Errors, parts, premises::keep};

/// The form about where an event is advertised. Premises are asked the same among other things.
#[derive(Clone, Default, Serialize, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct OnlineForm {
    /// `none` or `some`.
    pub online: String,
    /// Each website and account, one a line. Only looked at for `some`.
    pub online_list: String,
    /// The version that the person saw.
    pub version: String,
}

impl OnlineForm {
    /// The form that says what is known.
    pub fn of(online: Option<&[String]>, seen: u32) -> Self {
        let [online, online_list] = said(online);
        Self { online, online_list, version: seen.to_string() }
    }

    /// What the form says; empty where there are none.
    ///
    /// # Errors
    /// A code for each field that is wrong: `missing`, `invalid`, `too-long`, `too-many`, `not-text`.
    pub fn check(&self) -> Result<Vec<String>, Errors> {
        let mut errors = Errors::none();
        match read(&mut errors, &self.online, &self.online_list) {
            Some(list) => errors.or(|| list),
            None if errors.is_empty() => Err(Errors::one("online", "missing")),
            None => Err(errors),
        }
    }
}

/// The choice and the list that say what is known.
pub(super) fn said(online: Option<&[String]>) -> [String; 2] {
    match online {
        None => Default::default(),
        Some([]) => ["none".into(), String::new()],
        Some(list) => ["some".into(), list.join("\n")],
    }
}

/// What choice and list say; `None` where nothing is said.
pub(super) fn read(errors: &mut Errors, online: &str, list: &str) -> Option<Vec<String>> {
    match online {
        "" => None,
        "none" => Some(Vec::new()),
        "some" => keep(errors, "online_list", parts::list(list)),
        _ => keep(errors, "online", Err("invalid")),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn form(online: &str, list: &str) -> OnlineForm {
        OnlineForm { online: online.into(), online_list: list.into(), version: "3".into() }
    }

    #[test]
    fn what_is_said_comes_back_and_none_is_an_answer() {
        let list = form("some", " www.example.org \r\n\r\n@meadow").check().unwrap();
        assert_eq!(list, ["www.example.org", "@meadow"]);
        assert_eq!(OnlineForm::of(Some(&list), 3).check().unwrap(), list);
        assert_eq!(OnlineForm::of(Some(&[]), 3).check().unwrap(), [""; 0]);
        assert_eq!(OnlineForm::of(None, 3).online, "");
    }

    #[test]
    fn every_wrong_field_has_its_code() {
        for (form, field, code) in [
            (form("", ""), "online", "missing"),
            (form("perhaps", ""), "online", "invalid"),
            (form("some", " \n "), "online_list", "missing"),
            (form("some", &"x\n".repeat(51)), "online_list", "too-many"),
            (form("some", &"x".repeat(301)), "online_list", "too-long"),
        ] {
            assert_eq!(form.check().unwrap_err().of(field), Some(code));
        }
    }
}
