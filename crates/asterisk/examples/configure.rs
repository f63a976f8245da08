//! Settings in, configuration out: `configure SETTINGS FOLDER`. What `dispo telephony config` does,
//! without building all of Dispo; `scripts/asterisk-for-tests` is configured by it.

use std::path::Path;
use std::process::ExitCode;

fn main() -> ExitCode {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let [settings, folder] = arguments.as_slice() else {
        eprintln!("configure SETTINGS FOLDER");
        return ExitCode::from(2);
    };
    match configure(settings, Path::new(folder)) {
        Ok(()) => ExitCode::SUCCESS,
        Err(problems) => {
            eprintln!("{}", problems.join("\n"));
            ExitCode::from(2)
        }
    }
}

fn configure(settings: &str, folder: &Path) -> Result<(), Vec<String>> {
    let text =
        std::fs::read_to_string(settings).map_err(|error| vec![format!("{settings}: {error}")])?;
    let settings = asterisk::Settings::read(&text)?;
    asterisk::write(&settings, folder, false).map_err(|problem| vec![problem.to_string()])?;
    Ok(())
}
