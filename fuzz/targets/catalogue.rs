//! A catalogue of codes: refused with everything that is wrong, or usable.
#![no_main]

use engine::Catalogue;
use libfuzzer_sys::fuzz_target;

fuzz_target!(|text: &str| {
    if let Err(wrong) = Catalogue::parse(text) {
        assert!(!wrong.is_empty(), "refused without a reason");
    }
});
