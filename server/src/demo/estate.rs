//! An estate large enough to page: one made-up operator imports a file of halls, galleries and more.

use chrono::NaiveDate;
use domain::{
    estate::import::{check, decode},
    law,
    policy::act,
};
use store::{HeldFile, ImportDone, Store};
use uuid::Uuid;

use super::{DemoFault, operator::Operator, permit};

/// A town, and a postcode in it.
const TOWNS: [(&str, &str); 14] = [
    ("Birmingham", "B1 3EH"),
    ("Coventry", "CV1 5YR"),
    ("Dudley", "DY1 4QL"),
    ("Hereford", "HR3 6NX"),
    ("Leamington Spa", "CV31 9JU"),
    ("Redditch", "B97 9SS"),
    ("Rugby", "CV22 5AL"),
    ("Shrewsbury", "SY13 4ET"),
    ("Solihull", "B37 5JN"),
    ("Stafford", "ST16 9JY"),
    ("Tamworth", "B77 9DB"),
    ("Telford", "TF2 2DX"),
    ("Walsall", "WS2 8JH"),
    ("Worcester", "WR2 5AH"),
];

/// What stands in every town: what it is called, its use in Schedule 1, and people there.
const KINDS: [(&str, u8, &str); 6] = [
    ("Library", 5, "180"),
    ("Concert Hall", 6, "1,150"),
    ("Gallery", 5, "260"),
    ("Studio Theatre", 3, "320"),
    ("Rehearsal Rooms", 6, ""),
    ("Open Air Stage", 3, "790"),
];

/// The file, as somebody would send it on a day.
fn file(today: NaiveDate) -> String {
    let mut text = String::from(
        "name,address_line_1,town,postcode,uses,for_visiting_public,mainly_used,building,exclusions,\
         part_of_larger_premises,greatest_number,method,counted_on\n",
    );
    for (number, (town, postcode)) in TOWNS.into_iter().enumerate() {
        for (kind, used_for, people) in KINDS {
            let counted = if people.is_empty() { ",".to_owned() } else { format!("ticket-cap,{today}") };
            let line = format!(
                "Millbrook {kind} {town},{} Made Up Lane,{town},{postcode},{used_for},yes,yes,yes,none,no,\"{people}\",{counted}\n",
                number + 1
            );
            text.push_str(&line);
        }
    }
    text
}

/// Has the file checked and imports it.
pub async fn import(store: &Store, operator: &Operator) -> Result<(), DemoFault> {
    let bad = |error: &dyn std::fmt::Display| DemoFault::Data(format!("the file of premises: {error}"));
    let today = store.clock().today();
    let held = HeldFile::new(decode(file(today).as_bytes()).map_err(|error| bad(&error))?, today);
    let checked = check(&held.text, &law::known(), today).map_err(|error| bad(&error))?;
    if let Some(fault) = checked.faults.first() {
        return Err(DemoFault::Data(format!("{fault:?}")));
    }
    let (actor, organisation) = operator.acts_for();
    let may = permit::<act::ImportPremises>(store, actor, organisation).await?;
    let id = store.hold_import(&may, Uuid::new_v4(), &held).await?;
    let premises: Vec<_> = checked.good.into_iter().map(|row| row.registration).collect();
    let imported = u32::try_from(premises.len()).unwrap_or_default();
    let done = ImportDone { imported, bad: Vec::new(), left_out: Vec::new() };
    let may = permit::<act::ConfirmImport>(store, actor, id).await?;
    Ok(store.import_premises(&may, &premises, &done).await?)
}
