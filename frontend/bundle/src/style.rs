//! The stylesheet and the GOV.UK script, from the npm packages.

use std::fs;
use std::process::Command;

use crate::failure::{Failure, cannot};
use crate::places::Places;

/// Compiles `app/style/portal.scss`.
///
/// # Errors
/// When Sass is not installed, finds a fault, or the result names a font file or the crest: the design system
/// allows neither to a service outside GOV.UK.
pub fn stylesheet(places: &Places) -> Result<Vec<u8>, Failure> {
    let output = Command::new(places.packages.join(".bin/sass"))
        .args(["--style=compressed", "--no-source-map", "--load-path"])
        .arg(&places.packages)
        .arg(places.root.join("app/style/portal.scss"))
        .output()
        .map_err(cannot("start Sass from e2e/node_modules (run `make setup`)"))?;
    if !output.status.success() {
        return Err(Failure(format!("Sass found a fault:\n{}", String::from_utf8_lossy(&output.stderr))));
    }
    refuse_branding("the stylesheet", &output.stdout)?;
    Ok(output.stdout)
}

/// GOV.UK Frontend's script as published, without the line that sends developer tools after a source map.
///
/// # Errors
/// When the package is not installed.
pub fn govuk_script(places: &Places) -> Result<Vec<u8>, Failure> {
    let file = places.packages.join("govuk-frontend/dist/govuk/govuk-frontend.min.js");
    let script = fs::read_to_string(&file)
        .map_err(cannot(format_args!("read {} (run `make setup`)", file.display())))?;
    let script = script.split("//# sourceMappingURL=").next().unwrap_or_default().trim_end();
    refuse_branding("GOV.UK Frontend's script", script.as_bytes())?;
    Ok(script.as_bytes().to_vec())
}

fn refuse_branding(what: &str, bytes: &[u8]) -> Result<(), Failure> {
    let text = String::from_utf8_lossy(bytes).to_lowercase();
    match ["@font-face", "gds transport", "crest", ".woff"].iter().find(|mark| text.contains(**mark)) {
        Some(mark) => Err(Failure(format!("{what} contains \"{mark}\", which only GOV.UK itself may use"))),
        None => Ok(()),
    }
}

#[cfg(test)]
mod tests;
