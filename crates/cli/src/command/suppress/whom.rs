//! Persons and domains as they are typed.

use crate::failure::Failure;
use store::Subject;

#[derive(Debug, clap::Args)]
pub struct Whom {
    /// Whoever has this e-mail address
    #[arg(long, value_name = "ADDRESS")]
    person: Vec<String>,
    /// All e-mail addresses of this domain, and of those below it
    #[arg(long, value_name = "NAME")]
    domain: Vec<String>,
}

impl Whom {
    /// All of them, or what is wrong with each that is.
    pub fn read(&self) -> Result<Vec<Subject>, Failure> {
        let (mut subjects, mut wrong) = (Vec::new(), Vec::new());
        for text in &self.person {
            match Subject::person(text) {
                Some(person) => subjects.push(person),
                None => wrong.push(format!(
                    "--person `{text}` is not one e-mail address: write it as name@example.org"
                )),
            }
        }
        for text in &self.domain {
            match Subject::domain(text) {
                Some(domain) => subjects.push(domain),
                None => wrong.push(format!(
                    "--domain `{text}` is no domain of one company: suppress the person instead"
                )),
            }
        }
        match wrong.is_empty() {
            true => Ok(subjects),
            false => Err(Failure::all(wrong)),
        }
    }
}
