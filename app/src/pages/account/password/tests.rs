use super::*;

fn weak(password: &str, known: &[&str]) -> bool {
    weakness(&Password::new(password).unwrap(), known).is_some()
}

#[test]
fn common_and_known_passwords_are_refused() {
    for password in ["password1234", "qwertyuiop123", "aaaaaaaaaaaaaaaa", "martynslaw2025", "123456789012"] {
        assert!(weak(password, &[]), "{password}");
    }
    assert!(weak("ann.lee@example.org", &["Ann Lee", "ann.lee@example.org"]));
}

#[test]
fn unlikely_words_are_accepted() {
    for password in ["a quiet harbour at dusk", "teapot-lantern-gravel", "пароль из трёх слов"]
    {
        assert!(!weak(password, &["Ann Lee"]), "{password}");
    }
}
