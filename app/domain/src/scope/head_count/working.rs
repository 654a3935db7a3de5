//! From figures to a number of people, and the line that shows how.

use serde::{Deserialize, Serialize};

use super::{Amount, MOST};
use crate::{
    digits::thousands,
    law::{Method, MethodInput, Operation},
};

/// A figure that somebody entered for one of a method's inputs.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Figure {
    /// The input's id.
    pub input: String,
    /// What was entered.
    pub amount: Amount,
}

/// A number of people with how it came about.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Working {
    /// People: from 1 to [`MOST`].
    pub number: u32,
    /// The figures, in the order of the method.
    pub figures: Vec<Figure>,
    /// How it came about, such as `780 seats + 35 staff = 815`.
    pub line: String,
}

/// Why figures give no number of people.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum BadWorking {
    /// More is taken away than there is.
    #[error("less than nobody")]
    Negative,
    /// Divided by nothing.
    #[error("divided by nothing")]
    ByNothing,
    /// Nobody, or more than [`MOST`].
    #[error("number out of range")]
    Range,
}

/// Works the number out: each figure in the method's order, what has none passed over, the end
/// rounded up to a whole person.
///
/// # Errors
/// [`BadWorking`].
pub fn work_out(method: &Method, figures: &[Figure]) -> Result<Working, BadWorking> {
    let given: Vec<(&MethodInput, Amount)> = method
        .inputs
        .iter()
        .filter_map(|input| {
            figures.iter().find(|figure| figure.input == input.id).map(|figure| (input, figure.amount))
        })
        .collect();
    let mut so_far = Fraction { over: 0, under: 1 };
    for (input, amount) in &given {
        so_far = so_far.then(input.operation, *amount)?;
    }
    let number = so_far.rounded_up().filter(|number| (1..=MOST).contains(number)).ok_or(BadWorking::Range)?;
    let figures =
        given.iter().map(|(input, amount)| Figure { input: input.id.into(), amount: *amount }).collect();
    Ok(Working { number, figures, line: line(&given, number, so_far.is_whole()) })
}

/// Brackets stand where a sum is multiplied, as the figures are taken from left to right.
fn line(given: &[(&MethodInput, Amount)], number: u32, exact: bool) -> String {
    let mut line = String::new();
    let mut is_sum = false;
    for (input, amount) in given {
        let sums = matches!(input.operation, Operation::Add | Operation::Subtract);
        if !sums && is_sum {
            line = format!("({line})");
            is_sum = false;
        }
        let figure = match input.operation {
            Operation::PercentOf => format!("{amount}%"),
            _ => format!("{} {}", thousands(amount), input.unit),
        };
        if line.is_empty() {
            line = figure;
            continue;
        }
        is_sum |= sums;
        let sign = match input.operation {
            Operation::Add => '+',
            Operation::Subtract => '−',
            Operation::Times | Operation::PercentOf => '×',
            Operation::DividedBy => '÷',
        };
        line = format!("{line} {sign} {figure}");
    }
    let rounded = if exact { "" } else { ", rounded up" };
    format!("{line} = {}{rounded}", thousands(number))
}

/// An exact number: no rounding until the end.
#[derive(Clone, Copy)]
struct Fraction {
    over: u128,
    under: u128,
}

impl Fraction {
    fn then(self, operation: Operation, amount: Amount) -> Result<Self, BadWorking> {
        let amount = amount.hundredths();
        let times = |a: u128, b: u128| a.checked_mul(b).ok_or(BadWorking::Range);
        // The amount is hundredths; so is a per cent, of which there are a hundred more.
        let (over, under) = match operation {
            Operation::Add | Operation::Subtract => {
                let (have, moved) = (times(self.over, 100)?, times(amount, self.under)?);
                let over = match operation {
                    Operation::Add => have.checked_add(moved).ok_or(BadWorking::Range)?,
                    _ => have.checked_sub(moved).ok_or(BadWorking::Negative)?,
                };
                (over, times(self.under, 100)?)
            }
            Operation::Times => (times(self.over, amount)?, times(self.under, 100)?),
            Operation::PercentOf => (times(self.over, amount)?, times(self.under, 10_000)?),
            Operation::DividedBy if amount == 0 => return Err(BadWorking::ByNothing),
            Operation::DividedBy => (times(self.over, 100)?, times(self.under, amount)?),
        };
        Ok(Self { over, under }.reduced())
    }

    fn reduced(self) -> Self {
        let (mut a, mut b) = (self.over, self.under);
        while b != 0 {
            (a, b) = (b, a % b);
        }
        Self { over: self.over / a.max(1), under: self.under / a.max(1) }
    }

    fn is_whole(self) -> bool {
        self.under == 1 || self.over == 0
    }

    fn rounded_up(self) -> Option<u32> {
        u32::try_from(self.over.div_ceil(self.under)).ok()
    }
}
