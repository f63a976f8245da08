//! `dispo imports`, `undo` and `cancel`: what was imported, and taking it back.

use crate::Done;
use crate::database;
use crate::failure::Failure;
use crate::out::{Align, Out, Table};
use jiff::Timestamp;
use serde::Serialize;
use store::{AuditActor, AuditEntry, AuditWord, Import, ImportCounts};

#[derive(Debug, clap::Args)]
#[command(after_help = "Example:\n  dispo imports --list spring")]
pub struct ListArgs {
    /// The list
    #[arg(long, value_name = "NAME")]
    list: String,
}

#[derive(Debug, clap::Args)]
#[command(
    after_help = "Example:\n  dispo undo --import 3\n\n`dispo imports` tells the number. A contact that has been worked on stays."
)]
pub struct OneArgs {
    /// The number of the import
    #[arg(long, value_name = "ID")]
    import: i64,
}

#[derive(Serialize)]
struct Shown {
    import: i64,
    state: String,
    mode: String,
    file: String,
    at: Timestamp,
    lines_done: u64,
    #[serde(flatten)]
    counts: ImportCounts,
}

#[derive(Serialize)]
struct Switched {
    import: i64,
    state: &'static str,
    /// Contacts that stay because they have a history.
    kept: u64,
}

pub fn list(args: &ListArgs, db: &str, out: Out) -> Result<Done, Failure> {
    let store = database::existing(db)?;
    let list = database::list(&store, &args.list)?;
    let imports: Vec<Shown> = store.imports(list.id)?.into_iter().map(shown).collect();
    out.show(&imports, |imports| table(imports))?;
    Ok(Done::Clean)
}

pub fn undo(args: &OneArgs, db: &str, out: Out) -> Result<Done, Failure> {
    let store = database::existing(db)?;
    let kept = store.undo_import(args.import)?;
    let (who, what) = (AuditActor::Program, AuditWord::Undone);
    store.audit(AuditEntry::about(who, what, "import", Some(args.import)))?;
    let done = Switched {
        import: args.import,
        state: "undone",
        kept,
    };
    out.show(&done, |done| match done.kept {
        0 => format!("import {} is undone", done.import),
        kept => format!(
            "import {} is undone; {kept} contacts have a history and stay",
            done.import
        ),
    })?;
    Ok(Done::clean_if(kept == 0))
}

pub fn cancel(args: &OneArgs, db: &str, out: Out) -> Result<Done, Failure> {
    database::existing(db)?.cancel_import(args.import)?;
    let done = Switched {
        import: args.import,
        state: "cancelled",
        kept: 0,
    };
    out.show(&done, |done| {
        format!(
            "import {} is cancelled: nothing of it will be seen",
            done.import
        )
    })?;
    Ok(Done::Clean)
}

fn shown(import: Import) -> Shown {
    Shown {
        import: import.id,
        state: import.state,
        mode: import.mode,
        file: import.file,
        at: import.at,
        lines_done: import.lines_done,
        counts: import.counts,
    }
}

fn table(imports: &[Shown]) -> String {
    if imports.is_empty() {
        return "nothing was imported yet".to_owned();
    }
    let mut table = Table::new([
        ("import", Align::Right),
        ("state", Align::Left),
        ("file", Align::Left),
        ("at", Align::Left),
        ("rows", Align::Right),
        ("imported", Align::Right),
        ("updated", Align::Right),
        ("unchanged", Align::Right),
        ("rejected", Align::Right),
    ]);
    for import in imports {
        let counts = import.counts;
        table.row([
            import.import.to_string(),
            import.state.clone(),
            import.file.clone(),
            import.at.to_string(),
            counts.rows.to_string(),
            counts.imported.to_string(),
            counts.updated.to_string(),
            counts.unchanged.to_string(),
            counts.rejected.to_string(),
        ]);
    }
    table.text()
}
