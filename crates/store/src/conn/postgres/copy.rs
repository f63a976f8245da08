//! Filling a table by COPY, the fastest way in.

use tokio_postgres::binary_copy::BinaryCopyInWriter;
use tokio_postgres::types::Type;

use super::AT_ONCE;
use super::session::{Parameter, Session, parameter};
use crate::conn::Value;
use crate::error::Result;
use crate::sql::{Bulk, Column};

pub fn copy(
    session: &mut Session,
    bulk: &'static Bulk,
    rows: &mut dyn Iterator<Item = Result<Vec<Value>>>,
) -> Result<u64> {
    let types: Vec<Type> = bulk.columns.iter().map(postgres_type).collect();
    let text = bulk.copy();
    let sink = session.wait(bulk.name, |client| client.copy_in(&text))?;
    // Dropped before `finish`, by an error of a row, it makes the server forget them all.
    let mut writer = Box::pin(BinaryCopyInWriter::new(sink, &types));
    loop {
        let some: Vec<Vec<Value>> = rows.take(AT_ONCE).collect::<Result<_>>()?;
        if some.is_empty() {
            return session.wait(bulk.name, |_| writer.as_mut().finish());
        }
        session.wait(bulk.name, |_| async {
            for row in &some {
                let values: Vec<Parameter<'_>> = types
                    .iter()
                    .zip(row)
                    .map(|(kind, value)| parameter(kind, value))
                    .collect();
                writer.as_mut().write(&values).await?;
            }
            Ok(())
        })?;
    }
}

fn postgres_type(column: &Column) -> Type {
    match column.is_int() {
        true => Type::INT8,
        false => Type::TEXT,
    }
}
