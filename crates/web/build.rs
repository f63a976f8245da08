//! Bundles the scripts and style sheets in `assets/` for the browser.
//!
//! Packages come from the npm registry by the lock file; what is bundled is embedded into the
//! program, nothing of it is committed.

use std::path::{Path, PathBuf};
use std::process::Command;

fn main() {
    let assets = PathBuf::from(variable("CARGO_MANIFEST_DIR")).join("assets");
    let out = PathBuf::from(variable("OUT_DIR"));
    for watched in ["assets/ts", "assets/css", "assets/package-lock.json"] {
        println!("cargo:rerun-if-changed={watched}");
    }
    println!("cargo:rerun-if-changed=../../locales");
    let made = install(&assets)
        .and_then(|()| bundle(&assets, &out))
        .and_then(|()| locales(&assets, &out));
    if let Err(problem) = made {
        println!("cargo:error={problem}");
        std::process::exit(1);
    }
}

fn variable(name: &str) -> String {
    std::env::var(name).unwrap_or_default()
}

/// Installs the packages if they are not there or older than the lock file.
fn install(assets: &Path) -> Result<(), String> {
    let installed = modified(&assets.join("node_modules/.package-lock.json"));
    let wanted = modified(&assets.join("package-lock.json"));
    if installed.is_some() && installed >= wanted {
        return Ok(());
    }
    run(Command::new("npm")
        .args(["ci", "--ignore-scripts", "--no-audit", "--no-fund"])
        .current_dir(assets))
}

fn modified(file: &Path) -> Option<std::time::SystemTime> {
    file.metadata().and_then(|about| about.modified()).ok()
}

fn bundle(assets: &Path, out: &Path) -> Result<(), String> {
    run(Command::new("node")
        .arg("node_modules/esbuild/bin/esbuild")
        .args(["ts/app.ts", "ts/phone.ts", "css/app.css"])
        .args(["--bundle", "--minify", "--define:global=window"])
        .args(["--target=es2022", "--log-level=warning"])
        .arg("--entry-names=[name]")
        .arg(format!("--outdir={}", out.display()))
        .current_dir(assets))?;
    license(assets, &out.join("phone.js"))
}

/// Packages in the phone's bundle. Each wants its licence to go wherever it goes.
const PHONE: [(&str, &str); 5] = [
    ("jssip", "LICENSE.md"),
    ("debug", "LICENSE"),
    ("ms", "license.md"),
    ("events", "LICENSE"),
    ("sdp-transform", "LICENSE"),
];

/// Puts the licences before a bundle.
fn license(assets: &Path, bundle: &Path) -> Result<(), String> {
    let read = |file: &Path| {
        std::fs::read_to_string(file)
            .map_err(|error| format!("{} cannot be read: {error}", file.display()))
    };
    let mut text = String::new();
    for (package, name) in PHONE {
        let licence = read(&assets.join("node_modules").join(package).join(name))?;
        text.push_str(&format!(
            "/*! {package}\n\n{}\n*/\n",
            licence.replace("*/", "* /").trim()
        ));
    }
    text.push_str(&read(bundle)?);
    std::fs::write(bundle, text)
        .map_err(|error| format!("{} cannot be written: {error}", bundle.display()))
}

fn run(command: &mut Command) -> Result<(), String> {
    let program = command.get_program().to_string_lossy().into_owned();
    let output = command.output().map_err(|error| {
        format!(
            "`{program}` cannot be started ({error}); the pages' scripts are bundled with Node.js: \
             install it (Debian: apt-get install nodejs npm)"
        )
    })?;
    if output.status.success() {
        return Ok(());
    }
    let said = String::from_utf8_lossy(&output.stderr);
    Err(format!(
        "`{program}` failed: {}",
        said.trim().replace('\n', " | ")
    ))
}

/// Puts the files of each language together as one.
fn locales(assets: &Path, out: &Path) -> Result<(), String> {
    let all = assets.join("../../../locales");
    for language in ["en", "nl", "de", "hu"] {
        let folder = all.join(language);
        let unreadable = |error| format!("{} cannot be read: {error}", folder.display());
        let mut files: Vec<PathBuf> = std::fs::read_dir(&folder)
            .map_err(unreadable)?
            .filter_map(|entry| entry.ok().map(|entry| entry.path()))
            .filter(|path| path.extension().is_some_and(|ending| ending == "ftl"))
            .collect();
        files.sort();
        let mut texts = String::new();
        for file in files {
            texts.push_str(&std::fs::read_to_string(&file).map_err(unreadable)?);
            texts.push('\n');
        }
        std::fs::write(out.join(format!("{language}.ftl")), texts).map_err(unreadable)?;
    }
    Ok(())
}
