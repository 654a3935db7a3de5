//! How a table is written here: its columns, its key, what it refers to, its indexes.

use sea_orm_migration::{prelude::*, schema::*};

/// A table to be made.
pub struct NewTable {
    name: &'static str,
    create: TableCreateStatement,
    columns: Vec<String>,
    indexes: Vec<IndexCreateStatement>,
}

impl NewTable {
    /// A table whose primary key spans the columns named in `key`.
    pub fn new(name: &'static str, key: &[&'static str], columns: Vec<ColumnDef>) -> Self {
        let mut create = Table::create();
        create.table(name);
        let mut primary = Index::create();
        for column in key {
            primary.col(*column);
        }
        create.primary_key(&mut primary);
        let new = Self { name, create, columns: Vec::new(), indexes: Vec::new() };
        columns.into_iter().fold(new, Self::column)
    }

    /// One more column.
    fn column(mut self, column: ColumnDef) -> Self {
        self.columns.push(column.get_column_name());
        self.create.col(column);
        self
    }

    /// A column holds the `id` of a row of another table.
    pub fn refers(mut self, column: &'static str, other: &'static str) -> Self {
        self.create.foreign_key(ForeignKey::create().from(self.name, column).to(other, "id"));
        self
    }

    /// Every row is of premises or of an event, as one of two columns says.
    pub fn of_one(self) -> Self {
        let one = Expr::col("premises_id").is_null().ne(Expr::col("event_id").is_null());
        let mut of_one = self
            .column(uuid_null("premises_id"))
            .column(uuid_null("event_id"))
            .refers("premises_id", "premises")
            .refers("event_id", "event");
        of_one.create.check((Alias::new(format!("{}_of_one", of_one.name)), one));
        of_one
    }

    /// Rows are looked up by these columns.
    pub fn index(mut self, columns: &[&'static str]) -> Self {
        self.indexes.push(index(self.name, columns));
        self
    }

    /// No two rows agree in these columns.
    pub fn unique(mut self, columns: &[&'static str]) -> Self {
        self.indexes.push(index(self.name, columns).unique().to_owned());
        self
    }

    /// Makes the table and its indexes.
    ///
    /// # Errors
    /// What the database says.
    pub async fn create(self, manager: &SchemaManager<'_>) -> Result<(), DbErr> {
        manager.create_table(self.create).await?;
        for index in self.indexes {
            manager.create_index(index).await?;
        }
        Ok(())
    }

    /// Makes a table anew that is there already, and lets its rows go on. `renamed` are columns with what they were
    /// called before; those that are new are empty. Where the database minds it, no other table may refer to it.
    ///
    /// # Errors
    /// What the database says.
    pub async fn remake(self, manager: &SchemaManager<'_>, renamed: &[(&str, &str)]) -> Result<(), DbErr> {
        let name = self.name;
        let (mut to, mut from) = (Vec::new(), Vec::new());
        for column in &self.columns {
            let before =
                renamed.iter().find(|(now, _)| now == column).map_or(column.as_str(), |(_, was)| was);
            if manager.has_column(name, before).await? {
                to.push(format!("\"{column}\""));
                from.push(format!("\"{before}\""));
            }
        }
        let db = manager.get_connection();
        db.execute_unprepared(&format!("CREATE TABLE {name}_before AS SELECT * FROM \"{name}\"")).await?;
        db.execute_unprepared(&format!("DROP TABLE \"{name}\"")).await?;
        self.create(manager).await?;
        let (to, from) = (to.join(", "), from.join(", "));
        let rows = format!("INSERT INTO \"{name}\" ({to}) SELECT {from} FROM {name}_before");
        db.execute_unprepared(&rows).await?;
        db.execute_unprepared(&format!("DROP TABLE {name}_before")).await?;
        Ok(())
    }
}

/// A table of records that premises and events keep: each a sealed row.
pub fn kept(name: &'static str) -> NewTable {
    let columns = vec![
        uuid("id"),
        uuid("organisation_id"),
        blob("details"),
        big_integer("added_at"),
        integer("version"),
    ];
    NewTable::new(name, &["id"], columns)
        .of_one()
        .refers("organisation_id", "organisation")
        .index(&["premises_id", "added_at"])
        .index(&["event_id", "added_at"])
}

/// Such a table as it was when premises alone kept records.
pub fn kept_by_premises(name: &'static str) -> NewTable {
    let columns = vec![
        uuid("id"),
        uuid("premises_id"),
        uuid("organisation_id"),
        blob("details"),
        big_integer("added_at"),
        integer("version"),
    ];
    NewTable::new(name, &["id"], columns)
        .refers("premises_id", "premises")
        .refers("organisation_id", "organisation")
        .index(&["premises_id", "added_at"])
}

/// An index of a table by columns.
pub fn index(table: &'static str, columns: &[&'static str]) -> IndexCreateStatement {
    let mut index = Index::create();
    index.name(format!("{table}_by_{}", columns.join("_"))).table(table);
    for column in columns {
        index.col(*column);
    }
    index
}
