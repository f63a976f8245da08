//! A house that records, its vault, and what is heard on a recording.

use crate::house::{House, address, said};
use engine::{CampaignId, Machines, Profile, Recorded};
use std::fs;
use std::path::PathBuf;
use store::{LineOrder, RecordAct, Recording, RecordingOf, RecordingState};
use vault::Vault;
use workers::Archive;

pub struct Tapes {
    pub house: House,
    pub archive: Archive,
    pub vault: Vault,
    folder: PathBuf,
}

impl Tapes {
    /// One talk for each behaviour. The first agent is somebody of the tests' network who talks for ever.
    pub fn open(name: &str, behaviours: &[u64]) -> Self {
        Self::with(name, behaviours, Profile::default())
    }

    /// The same, where it is listened first who picked up.
    pub fn listened_to(name: &str, behaviours: &[u64]) -> Self {
        let profile = Profile {
            machines: Some(Machines::HangUp),
            ..Profile::default()
        };
        Self::with(name, behaviours, profile)
    }

    fn with(name: &str, behaviours: &[u64], profile: Profile) -> Self {
        let house = House::open(name, behaviours);
        let profile = Profile {
            recorded: Some(Recorded::On),
            ..profile
        };
        house
            .store
            .set_campaign_profile(CampaignId(1), &profile)
            .unwrap();
        for (agent, _) in house.agents.iter().zip(0..1) {
            let phone = "+493023125108".parse().unwrap();
            house.store.set_phone(*agent, Some(phone)).unwrap().unwrap();
        }
        let folder =
            std::env::temp_dir().join(format!("dispo-{}-{name}-vault", std::process::id()));
        let vault = Vault::open(&folder.join("sounds"), &folder.join("keys")).unwrap();
        let (account, place) = address();
        let app = &house.app;
        let there = format!("ws://{account}@{place}/ari?trunk=carrier&app={app}");
        let there = there.parse().unwrap();
        let archive = Archive::new(house.store.clone(), vault.clone(), vec![there]);
        Self {
            house,
            archive,
            vault,
            folder,
        }
    }

    pub fn of(&self, at: usize) -> RecordingOf {
        let contact = &self.house.dialled[at];
        RecordingOf {
            list: contact.list,
            contact: contact.id,
            attempt: 1,
        }
    }

    pub fn recording(&self, at: usize) -> Recording {
        self.house.store.recording(self.of(at)).unwrap().unwrap()
    }

    pub fn runs_until(&mut self, at: usize, state: RecordingState) {
        let of = self.of(at);
        self.house.run_until(state.word(), |house| {
            let there = house.store.recording(of).unwrap();
            there.is_some_and(|there| there.state == state)
        });
    }

    pub fn act(&self, at: usize, act: RecordAct) {
        let RecordingOf {
            contact, attempt, ..
        } = self.of(at);
        let order = LineOrder::Record {
            contact,
            attempt,
            act,
        };
        self.house.switchboard.hand_in(order).unwrap();
    }

    pub fn archive(&self) {
        let mut wrong = Vec::new();
        self.archive
            .step(&mut |problem| wrong.push(problem.to_string()));
        self.archive.sweep().unwrap();
        assert!(wrong.is_empty(), "{wrong:?}");
    }

    /// The sound of a recording, as it comes out of the vault.
    pub fn sound(&self, at: usize) -> Vec<u8> {
        let mut reader = self.vault.read(&self.of(at).name()).unwrap();
        let mut sound = Vec::new();
        while (sound.len() as u64) < reader.bytes() {
            sound.extend(reader.read_at(sound.len() as u64, 100_000).unwrap());
        }
        sound
    }

    /// What of ours lies on Asterisk's disk.
    pub fn on_exchange(&self) -> Vec<String> {
        let folder = PathBuf::from(said("DISPO_TEST_ASTERISK_RUN")).join("exchange");
        let mut found = Vec::new();
        walk(&folder, &format!("{}-rec-", self.house.app), &mut found);
        found
    }

    /// Files in the vault, each without a trace of a plain head.
    pub fn in_vault(&self) -> usize {
        let files = fs::read_dir(self.folder.join("sounds")).unwrap();
        let mut count = 0;
        for file in files {
            let bytes = fs::read(file.unwrap().path()).unwrap();
            assert!(
                !bytes
                    .windows(4)
                    .any(|some| some == b"RIFF" || some == b"WAVE")
            );
            count += 1;
        }
        count
    }
}

impl Drop for Tapes {
    fn drop(&mut self) {
        let _ = fs::remove_dir_all(&self.folder);
    }
}

fn walk(folder: &PathBuf, beginning: &str, found: &mut Vec<String>) {
    for entry in fs::read_dir(folder).into_iter().flatten().flatten() {
        let name = entry.file_name().to_string_lossy().into_owned();
        if entry.path().is_dir() {
            walk(&entry.path(), beginning, found);
        } else if name.starts_with(beginning) {
            found.push(name);
        }
    }
}

/// Samples after the head of a recording.
pub fn samples(sound: &[u8]) -> Vec<f64> {
    let sound = sound[telephony::WAV_HEAD..].as_chunks::<2>().0;
    sound
        .iter()
        .map(|pair| f64::from(i16::from_le_bytes(*pair)))
        .collect()
}

/// How loud all of it is, and how loud one pitch is in its loudest half second.
pub fn levels(samples: &[f64], pitch: f64) -> (f64, f64) {
    let square: f64 = samples.iter().map(|sample| sample * sample).sum();
    let loud = (square / samples.len() as f64).sqrt();
    let of_pitch = |some: &[f64]| {
        let turn = std::f64::consts::TAU * pitch / f64::from(telephony::RATE);
        let (mut re, mut im) = (0.0, 0.0);
        for (at, sample) in some.iter().enumerate() {
            re += sample * (turn * at as f64).cos();
            im += sample * (turn * at as f64).sin();
        }
        2.0 * (re * re + im * im).sqrt() / some.len() as f64
    };
    let loudest = samples.chunks(2_000).map(of_pitch).fold(0.0, f64::max);
    (loud, loudest)
}
