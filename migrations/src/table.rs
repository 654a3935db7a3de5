//! How a table is written here: its columns, its key, what it refers to, its indexes.

use sea_orm_migration::{prelude::*, schema::*};

/// A table to be made.
pub struct NewTable {
    name: &'static str,
    create: TableCreateStatement,
    indexes: Vec<IndexCreateStatement>,
}

impl NewTable {
    /// A table whose primary key spans the columns named in `key`.
    pub fn new(name: &'static str, key: &[&'static str], columns: Vec<ColumnDef>) -> Self {
        let mut create = Table::create();
        create.table(name);
        for column in columns {
            create.col(column);
        }
        let mut primary = Index::create();
        for column in key {
            primary.col(*column);
        }
        create.primary_key(&mut primary);
        Self { name, create, indexes: Vec::new() }
    }

    /// A column holds the `id` of a row of another table.
    pub fn refers(mut self, column: &'static str, other: &'static str) -> Self {
        self.create.foreign_key(ForeignKey::create().from(self.name, column).to(other, "id"));
        self
    }

    /// Every row meets a condition, which has a name.
    pub fn holds(mut self, name: &'static str, condition: impl Into<Expr>) -> Self {
        self.create.check((name, condition));
        self
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
}

/// A table of records that premises keep: each a sealed row.
pub fn kept(name: &'static str) -> NewTable {
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

fn index(table: &'static str, columns: &[&'static str]) -> IndexCreateStatement {
    let mut index = Index::create();
    index.name(format!("{table}_by_{}", columns.join("_"))).table(table);
    for column in columns {
        index.col(*column);
    }
    index
}
