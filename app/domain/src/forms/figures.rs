//! The figures that a way of counting people asks for.

use crate::{
    forms::Errors,
    law::{Method, MethodInput, Operation},
    scope::head_count::{Amount, BadWorking, Figure, Working, work_out},
};

/// The name of the field for an input.
pub fn field(prefix: &str, input: &MethodInput) -> String {
    format!("{prefix}in-{}", input.id)
}

/// The number that a method's figures come to. `typed` is what stands in a field.
///
/// # Errors
/// A code for each field that is wrong: `missing`, `not-number`, `not-whole`; `too-many-out` (more
/// is taken away than there is), `by-nothing`; and `number-range` at the first field.
pub fn read<'t>(
    method: &Method,
    prefix: &str,
    typed: impl Fn(&str) -> Option<&'t str>,
) -> Result<Working, Errors> {
    let mut errors = Errors::none();
    let mut figures = Vec::new();
    for input in method.inputs {
        let name = field(prefix, input);
        let text = typed(&name).unwrap_or_default();
        if input.optional && text.trim().is_empty() {
            continue;
        }
        match Amount::read(text, input.decimals) {
            Ok(amount) => figures.push(Figure { input: input.id.to_owned(), amount }),
            Err(code) => errors.add(name, code),
        }
    }
    if !errors.is_empty() {
        return Err(errors);
    }
    work_out(method, &figures).map_err(|bad| {
        let (operation, code) = match bad {
            BadWorking::Negative => (Operation::Subtract, "too-many-out"),
            BadWorking::ByNothing => (Operation::DividedBy, "by-nothing"),
            BadWorking::Range => (Operation::Add, "number-range"),
        };
        let at = method.inputs.iter().find(|input| input.operation == operation);
        Errors::one(at.map_or_else(|| "method".to_owned(), |input| field(prefix, input)), code)
    })
}
