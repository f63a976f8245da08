//! scratch
use rlibphonenumber::{PHONE_NUMBER_UTIL, PhoneNumber, Region};
use std::time::Instant;
fn main() {
    let u = &PHONE_NUMBER_UTIL;
    let n = 200_000u64;
    let _ = u.parse("0507070720", Some(Region::NL));
    let t = Instant::now();
    let mut ok = 0;
    for i in 0..n {
        let s = format!("0{}", 507070000 + i % 9999);
        if let Ok(p) = u.parse(&s, Some(Region::NL)) {
            if u.is_valid_number(&p) {
                ok += 1
            }
        }
    }
    println!("lib parse+valid {:?} ok {ok}", t.elapsed() / n as u32);
    for (cc, base) in [
        (31, 507070000u64),
        (31, 612345678),
        (49, 3023125000),
        (44, 2079460000),
        (44, 7700900000),
        (1, 2025550100),
        (36, 201234567),
        (41, 446681800),
    ] {
        let t = Instant::now();
        let mut ok = 0;
        for i in 0..n {
            let mut p = PhoneNumber::default();
            p.country_code = cc;
            p.national_number = base + i % 99;
            if u.is_valid_number(&p) {
                ok += 1
            }
        }
        println!("{cc} valid {:?} ok {ok}", t.elapsed() / n as u32);
    }
}
