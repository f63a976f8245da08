//! How fast numbers are parsed and a million rows are read and checked, on one core.
//!
//! `cargo run --release -p lists --example throughput [ROWS]`

use lists::definition::recognise;
use lists::row::{CheckedRow, Checker};
use lists::sheet::{Options, Reader, Record};
use lists::{Country, phone};
use std::error::Error;
use std::fmt::Write;
use std::time::{Duration, Instant};

fn main() -> Result<(), Box<dyn Error>> {
    let rows: u32 = std::env::args()
        .nth(1)
        .map_or(Ok(1_000_000), |text| text.parse())?;
    numbers();
    list(rows)
}

fn numbers() {
    // The first call builds the tables of the library.
    let _ = phone::parse("0507070720", Country::Nl);
    let forms = [
        ("0507070720", Country::Nl),
        ("050-70 70 720", Country::Nl),
        ("+31 (0)6 12345678", Country::Nl),
        ("31 507070720", Country::Nl),
        ("030/23125-123", Country::De),
        ("044 555 01 23", Country::Ch),
        ("06 20 123 4567", Country::Hu),
        ("020 7946 0123", Country::Gb),
        ("(202) 555-0123", Country::Us),
        ("+32 470 12 34 56", Country::Nl),
    ];
    for (raw, country) in forms {
        const TIMES: u32 = 100_000;
        let start = Instant::now();
        let accepted = (0..TIMES)
            .filter(|_| phone::parse(std::hint::black_box(raw), country).is_ok())
            .count();
        let each = start.elapsed() / TIMES;
        println!(
            "{country} {raw:20} {each:?} {}",
            if accepted > 0 { "accepted" } else { "refused" }
        );
    }
}

fn list(rows: u32) -> Result<(), Box<dyn Error>> {
    let file = written(rows)?.into_bytes();
    let size = file.len();

    let start = Instant::now();
    let mut reader = Reader::from_bytes(file.clone(), &Options::default())?;
    let mut record = Record::default();
    while reader.read(&mut record).unwrap_or(true) {}
    report("read", rows, size, start.elapsed());

    let start = Instant::now();
    let mut reader = Reader::from_bytes(file, &Options::default())?;
    let definition = recognise(reader.headers());
    let mut checker = Checker::new(&definition, reader.headers(), Country::Nl)?;
    let mut row = CheckedRow::default();
    let (mut fit, mut problems) = (0, 0);
    loop {
        match reader.read(&mut record) {
            Ok(false) => break,
            Ok(true) => {
                checker.check(&record, &mut row);
                fit += u32::from(!row.numbers.is_empty());
                problems += row.problems.len();
            }
            Err(_) => problems += 1,
        }
    }
    report("read and checked", rows, size, start.elapsed());
    println!("{fit} rows with a number, {problems} problems");
    Ok(())
}

/// A list of eleven columns with two numbers in most rows and a fault in every fiftieth.
fn written(rows: u32) -> Result<String, std::fmt::Error> {
    let mut text = "Klantnr;Naam;Bedrijf;Straat;Postcode;Plaats;Telefoon;Mobiel;E-mail;optin_date;Opmerking\r\n".to_owned();
    for row in 0..rows {
        let fixed = 200_000_000 + row * 37 % 9_999_999;
        let note = if row % 20 == 0 {
            "\"belt later, \"\"na zes\"\" uur\""
        } else {
            ""
        };
        let mobile = match row % 50 {
            0 => "onbekend".to_owned(),
            even if even % 2 == 0 => format!("06-{:08}", 10_000_000 + row % 89_999_999),
            _ => String::new(),
        };
        write!(
            text,
            "{row};Jansen {row};Bedrijf {row} B.V.;Weg {};9701 AB;Groningen;0{fixed};{mobile};info{row}@example.org;2021-07-01;{note}\r\n",
            row % 400
        )?;
    }
    Ok(text)
}

fn report(what: &str, rows: u32, size: usize, time: Duration) {
    let each = time / rows.max(1);
    let per_second = f64::from(rows) / time.as_secs_f64();
    println!(
        "{what}: {rows} rows, {size} bytes in {time:?}: {each:?} each, {per_second:.0} rows/s"
    );
}
