//! Every column is in the data map, and the map names no other.

use std::collections::{BTreeMap, BTreeSet};

use sea_orm::{ConnectionTrait, Database, DbBackend, Statement};
use serde::Deserialize;

use crate::{both::Fixture, on_both};

on_both!(the_data_map_is_the_schema);

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Table {
    #[serde(flatten)]
    lines: Lines,
    columns: BTreeMap<String, Column>,
}

/// What must be known of each column, said for the table or for the column.
#[derive(Clone, Default, Deserialize)]
struct Lines {
    subject: Option<String>,
    purpose: Option<String>,
    basis: Option<String>,
    retention: Option<String>,
    export: Option<String>,
    erase: Option<String>,
    log: Option<String>,
}

#[derive(Deserialize)]
struct Column {
    class: String,
    #[serde(flatten)]
    lines: Lines,
}

/// One of the lines.
type Pick = fn(&Lines) -> &Option<String>;

const CLASSES: [&str; 8] = ["identifier", "personal", "security", "token", "secret", "code", "time", "count"];

fn map() -> BTreeMap<String, Table> {
    let path = "../../docs/data-map.toml";
    toml::from_str(&std::fs::read_to_string(path).unwrap()).unwrap()
}

/// Table, column, and whether it holds bytes.
async fn schema(url: &str) -> BTreeSet<(String, String, bool)> {
    let db = Database::connect(url).await.unwrap();
    let sql = match db.get_database_backend() {
        DbBackend::Sqlite => {
            "SELECT m.name, p.name, p.type FROM sqlite_master m JOIN pragma_table_info(m.name) p \
             WHERE m.type = 'table'"
        }
        _ => {
            "SELECT table_name::text, column_name::text, data_type::text FROM information_schema.columns \
             WHERE table_schema = current_schema()"
        }
    };
    let rows = db.query_all_raw(Statement::from_string(db.get_database_backend(), sql)).await.unwrap();
    let text = |row: &sea_orm::QueryResult, at| row.try_get_by_index::<String>(at).unwrap();
    rows.iter()
        .map(|row| {
            let kind = text(row, 2).to_lowercase();
            (text(row, 0), text(row, 1), kind.contains("blob") || kind == "bytea")
        })
        .collect()
}

/// What is wrong between a schema and a map, a sentence each.
fn faults(schema: &BTreeSet<(String, String, bool)>, map: &BTreeMap<String, Table>) -> Vec<String> {
    let mut found = Vec::new();
    for (table, column, bytes) in schema {
        let Some((entry, line)) = map.get(table).and_then(|entry| Some((entry, entry.columns.get(column)?)))
        else {
            found.push(format!("{table}.{column} is not in the data map"));
            continue;
        };
        let parts: [(&str, Pick); 7] = [
            ("subject", |lines| &lines.subject),
            ("purpose", |lines| &lines.purpose),
            ("basis", |lines| &lines.basis),
            ("retention", |lines| &lines.retention),
            ("export", |lines| &lines.export),
            ("erase", |lines| &lines.erase),
            ("log", |lines| &lines.log),
        ];
        for (name, pick) in parts {
            let said = pick(&line.lines).as_ref().or(pick(&entry.lines).as_ref());
            let known: &[&str] = match name {
                "export" => &["yes", "no"],
                "erase" => &["row", "key", "keep"],
                "log" => &["never", "id"],
                _ => &[],
            };
            let fine = said
                .is_some_and(|said| !said.is_empty() && (known.is_empty() || known.contains(&said.as_str())));
            if !fine {
                found.push(format!("{table}.{column} does not say its {name}"));
            }
        }
        if !CLASSES.contains(&line.class.as_str()) {
            found.push(format!("{table}.{column} is of the unknown class {:?}", line.class));
        }
        // What is sealed, hashed or a digest is bytes, and bytes are nothing else.
        if *bytes != matches!(line.class.as_str(), "personal" | "security" | "token" | "secret") {
            found.push(format!("{table}.{column} cannot be of the class {:?}", line.class));
        }
    }
    for (table, entry) in map {
        for column in entry.columns.keys() {
            if !schema.iter().any(|(t, c, _)| t == table && c == column) {
                found.push(format!("{table}.{column} is in the data map only"));
            }
        }
    }
    found
}

async fn the_data_map_is_the_schema(t: Fixture) {
    let mut schema = schema(&t.database.url).await;
    assert!(schema.len() > 100, "{} columns", schema.len());
    assert_eq!(faults(&schema, &map()), [""; 0]);

    // The comparison can fail.
    let unsealed = ("premises".to_owned(), "details".to_owned());
    schema.remove(&(unsealed.0.clone(), unsealed.1.clone(), true));
    schema.insert((unsealed.0, unsealed.1, false));
    schema.insert(("premises".into(), "telephone".into(), false));
    schema.remove(&("case".into(), "state".into(), false));
    assert_eq!(
        faults(&schema, &map()),
        [
            "premises.details cannot be of the class \"security\"",
            "premises.telephone is not in the data map",
            "case.state is in the data map only",
        ]
    );
}
