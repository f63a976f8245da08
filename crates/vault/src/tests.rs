//! What was sealed comes out again, all of it or a stretch; what was changed is found.

use super::*;
use crate::sealing::{HEAD, PIECE, SEALED};
use std::fs;
use std::path::PathBuf;

struct Place {
    folder: PathBuf,
    keys: PathBuf,
}

impl Place {
    fn new(name: &str) -> Self {
        let base = std::env::temp_dir().join(format!("vault-{}-{name}", std::process::id()));
        let _ = fs::remove_dir_all(&base);
        fs::create_dir_all(&base).unwrap();
        Self {
            folder: base.join("sounds"),
            keys: base.join("keys"),
        }
    }

    fn vault(&self) -> Vault {
        Vault::open(&self.folder, &self.keys).unwrap()
    }

    fn file(&self, name: &str) -> PathBuf {
        self.folder.join(format!("{name}.rec"))
    }
}

impl Drop for Place {
    fn drop(&mut self) {
        if let Some(base) = self.keys.parent() {
            let _ = fs::remove_dir_all(base);
        }
    }
}

fn sound(bytes: usize) -> Vec<u8> {
    let mut sound = b"RIFF".to_vec();
    sound.extend((0..bytes).map(|at| u8::try_from(at % 251).unwrap()));
    sound.truncate(bytes);
    sound
}

fn seal(vault: &Vault, name: &str, sound: &[u8]) -> Sealed {
    let mut writer = vault.write(name).unwrap();
    for some in sound.chunks(50_000) {
        writer.push(some).unwrap();
    }
    writer.finish().unwrap()
}

fn all(reader: &mut Reader) -> Result<Vec<u8>, VaultProblem> {
    let mut sound = Vec::new();
    loop {
        let some = reader.read_at(sound.len() as u64, 30_000)?;
        if some.is_empty() {
            return Ok(sound);
        }
        sound.extend(some);
    }
}

#[test]
fn what_was_sealed_comes_out_again() {
    let place = Place::new("whole");
    let vault = place.vault();
    for bytes in [0, 1, PIECE - 1, PIECE, PIECE + 1, 3 * PIECE, 200_000] {
        let sound = sound(bytes);
        let sealed = seal(&vault, "7-1-1", &sound);
        assert_eq!(sealed.bytes, bytes as u64);
        let mut reader = vault.read("7-1-1").unwrap();
        assert_eq!(reader.bytes(), bytes as u64);
        assert_eq!(reader.digest().unwrap(), sealed.digest);
        assert!(all(&mut reader).unwrap() == sound, "{bytes}");
        let on_disk = fs::read(place.file("7-1-1")).unwrap();
        assert!(!on_disk.windows(4).any(|some| some == b"RIFF"));
    }
}

#[test]
fn any_stretch_is_heard_without_the_rest() {
    let place = Place::new("stretch");
    let vault = place.vault();
    let sound = sound(200_000);
    seal(&vault, "a", &sound);
    // The first piece is spoilt; nobody who listens further on needs it.
    let mut on_disk = fs::read(place.file("a")).unwrap();
    on_disk[HEAD + 5] ^= 1;
    fs::write(place.file("a"), on_disk).unwrap();
    let mut reader = vault.read("a").unwrap();
    assert_eq!(
        reader.read_at(150_000, 10).unwrap(),
        sound[150_000..150_010]
    );
    assert_eq!(reader.read_at(200_000, 10).unwrap(), [0_u8; 0]);
    let refused = reader.read_at(0, 10).unwrap_err();
    assert!(matches!(refused, VaultProblem::Changed { piece: 0, .. }));
}

#[test]
fn every_kind_of_change_is_found() {
    let place = Place::new("changed");
    let vault = place.vault();
    seal(&vault, "a", &sound(150_000));
    let whole = fs::read(place.file("a")).unwrap();
    let with = |change: &dyn Fn(&mut Vec<u8>)| {
        let mut bytes = whole.clone();
        change(&mut bytes);
        fs::write(place.file("a"), bytes).unwrap();
        vault.read("a").and_then(|mut reader| reader.digest())
    };
    assert!(with(&|_| {}).is_ok());
    for at in [0, 10, 20, HEAD, HEAD + SEALED, whole.len() - 1] {
        assert!(with(&|bytes| bytes[at] ^= 0x40).is_err(), "byte {at}");
    }
    assert!(with(&|bytes| bytes.truncate(HEAD + 2 * SEALED)).is_err());
    assert!(with(&|bytes| bytes.truncate(HEAD + SEALED + 7)).is_err());
    assert!(with(&|bytes| bytes.truncate(3)).is_err());
    assert!(with(&|bytes| bytes.extend([0; 20])).is_err());
    assert!(with(&|bytes| bytes[HEAD..].rotate_left(SEALED)).is_err());
    // One recording in the place of another.
    fs::write(place.file("b"), &whole).unwrap();
    assert!(vault.read("b").unwrap().digest().is_err());
}

#[test]
fn a_new_key_seals_what_is_new_and_the_old_one_opens_what_is_old() {
    let place = Place::new("keys");
    let vault = place.vault();
    assert_eq!(seal(&vault, "old", b"one").key, 1);
    assert_eq!(Keys::rotate(&place.keys).unwrap(), 2);
    assert_eq!(seal(&vault, "new", b"two").key, 2);
    for (name, sound) in [("old", b"one"), ("new", b"two")] {
        assert_eq!(all(&mut vault.read(name).unwrap()).unwrap(), sound);
    }
    let text = fs::read_to_string(&place.keys).unwrap();
    let second: String = text
        .lines()
        .filter(|line| !line.starts_with("1 "))
        .fold(String::new(), |text, line| text + line + "\n");
    fs::write(&place.keys, second).unwrap();
    let problem = vault.read("old").err().unwrap().to_string();
    assert!(problem.contains("key 1"), "{problem}");
    // A lost key is not made anew over what it sealed.
    fs::remove_file(&place.keys).unwrap();
    assert!(Vault::open(&place.folder, &place.keys).is_err());
}

#[test]
fn keys_that_others_can_read_or_nobody_can_are_refused() {
    use std::os::unix::fs::PermissionsExt;
    let place = Place::new("refused");
    place.vault();
    let mode = fs::metadata(&place.keys).unwrap().permissions().mode();
    assert_eq!(mode & 0o777, 0o600);
    for text in [
        "",
        "1 00",
        "x 00",
        "hello",
        &format!("1 {0}\n1 {0}", "00".repeat(32)),
    ] {
        fs::write(&place.keys, text).unwrap();
        assert!(Keys::read(&place.keys).is_err(), "{text}");
    }
    fs::set_permissions(&place.keys, fs::Permissions::from_mode(0o644)).unwrap();
    let problem = Keys::read(&place.keys).err().unwrap().to_string();
    assert!(problem.contains("chmod 600"), "{problem}");
}

#[test]
fn half_a_file_and_one_that_is_removed_are_not_there() {
    let place = Place::new("gone");
    let vault = place.vault();
    let mut writer = vault.write("a").unwrap();
    writer.push(&sound(100_000)).unwrap();
    drop(writer);
    assert_eq!(fs::read_dir(&place.folder).unwrap().count(), 0);
    assert!(vault.read("a").err().unwrap().is_missing());
    seal(&vault, "a", b"sound");
    vault.remove("a").unwrap();
    vault.remove("a").unwrap();
    assert!(vault.read("a").is_err());
    seal(&vault, "../a", b"sound");
    assert!(place.folder.join("___a.rec").exists());
}
