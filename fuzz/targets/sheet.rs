//! A file to be imported: refused as a whole with a reason, or read to its end.
#![no_main]

use libfuzzer_sys::fuzz_target;
use lists::sheet::{Options, Reader};

fuzz_target!(|bytes: &[u8]| {
    if let Ok(reader) = Reader::from_bytes(bytes.to_vec(), &Options::default()) {
        // A row that cannot be read is told, and the others follow.
        let rows = reader.take(10_000).count();
        assert!(rows <= bytes.len().max(10_000));
    }
});
