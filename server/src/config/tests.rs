use clap::Parser;

use super::*;

fn serve(line: &str) -> Result<(), String> {
    let cli =
        Cli::try_parse_from(format!("server serve {line}").split_whitespace()).map_err(|e| e.to_string())?;
    match cli.command {
        Command::Serve(args) => args.check(),
        _ => Err("another command".into()),
    }
}

#[test]
fn demo_mode_serves_loopback_only() {
    assert!(serve("--demo").is_ok());
    assert!(serve("--demo --bind [::1]:3000").is_ok());
    for elsewhere in ["0.0.0.0:3000", "[::]:3000", "192.0.2.1:80"] {
        assert!(
            serve(&format!("--demo --tls --bind {elsewhere}")).unwrap_err().contains("loopback"),
            "{elsewhere}"
        );
    }
}

#[test]
fn passwords_do_not_travel_in_clear() {
    let contact = "--contact portal@example.org";
    assert!(serve(contact).is_ok());
    assert!(serve(&format!("{contact} --bind 0.0.0.0:3000")).unwrap_err().contains("--tls"));
    assert!(serve(&format!("{contact} --bind 0.0.0.0:3000 --tls")).is_ok());
}

#[test]
fn people_have_somebody_to_write_to() {
    assert!(serve("").unwrap_err().contains("--contact"));
    assert!(serve("--contact nobody").is_err());
}
