//! Passwords: argon2id, off the threads that serve, a few at a time.

use std::{
    fmt,
    sync::{Arc, OnceLock},
};

use argon2::{
    Argon2,
    password_hash::{PasswordHash, PasswordHasher, PasswordVerifier, SaltString},
};
use tokio::sync::Semaphore;

use crate::{domain::secret::Secret, server::clock::Rng};

/// Hashes at the same time: each takes 19 MiB and a core.
const AT_ONCE: usize = 2;
/// Hashes that may wait for their turn; beyond that we say that we are busy.
const WAITING: usize = 64;

/// Why there is no hash.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum PasswordError {
    /// Too many wait already.
    #[error("too many passwords are being checked")]
    Busy,
    /// The library refused, or the program is going down.
    #[error("the password could not be hashed")]
    Failed,
}

/// Hashes and verifies.
pub struct Passwords {
    turns: Semaphore,
    places: Arc<Semaphore>,
    /// A hash of nobody's password, against which an unknown person's is checked, so that both take the same time.
    nobody: Arc<OnceLock<String>>,
}

impl Passwords {
    /// With no work under way.
    pub fn new() -> Self {
        Self { turns: Semaphore::new(AT_ONCE), places: Arc::new(Semaphore::new(WAITING)), nobody: Arc::default() }
    }

    /// A PHC string of the password.
    ///
    /// # Errors
    /// [`PasswordError`].
    pub async fn hash(&self, password: Secret, rng: &dyn Rng) -> Result<String, PasswordError> {
        let salt = salt(rng)?;
        self.off_thread(move || hash(&password, &salt)).await?
    }

    /// Whether the password is the one of this PHC string; without a string never, in the same time.
    ///
    /// # Errors
    /// [`PasswordError`].
    pub async fn verify(&self, password: Secret, phc: Option<String>, rng: &dyn Rng) -> Result<bool, PasswordError> {
        let nobody = Arc::clone(&self.nobody);
        let salt = salt(rng)?;
        self.off_thread(move || {
            let known = phc.is_some();
            let phc = match phc {
                Some(phc) => phc,
                None => match nobody.get() {
                    Some(phc) => phc.clone(),
                    None => {
                        let made = hash(&Secret::new("nobody's"), &salt)?;
                        nobody.get_or_init(|| made).clone()
                    }
                },
            };
            let parsed = PasswordHash::new(&phc).map_err(|_| PasswordError::Failed)?;
            Ok(Argon2::default().verify_password(password.expose().as_bytes(), &parsed).is_ok() && known)
        })
        .await?
    }

    async fn off_thread<T: Send + 'static>(&self, work: impl FnOnce() -> T + Send + 'static) -> Result<T, PasswordError> {
        let _place = self.places.try_acquire().map_err(|_| PasswordError::Busy)?;
        let _turn = self.turns.acquire().await.map_err(|_| PasswordError::Failed)?;
        tokio::task::spawn_blocking(work).await.map_err(|_| PasswordError::Failed)
    }
}

impl Default for Passwords {
    fn default() -> Self {
        Self::new()
    }
}

impl fmt::Debug for Passwords {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Passwords")
    }
}

fn salt(rng: &dyn Rng) -> Result<SaltString, PasswordError> {
    let bytes = rng.bytes();
    SaltString::encode_b64(bytes.first_chunk::<16>().unwrap_or(&[0; 16])).map_err(|_| PasswordError::Failed)
}

fn hash(password: &Secret, salt: &SaltString) -> Result<String, PasswordError> {
    // Argon2id with 19 MiB, two passes and one lane: the library's default and the usual advice.
    let hash = Argon2::default().hash_password(password.expose().as_bytes(), salt).map_err(|_| PasswordError::Failed)?;
    Ok(hash.to_string())
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing, missing_docs)]
    use super::*;
    use crate::server::clock::SystemRng;

    #[tokio::test]
    async fn only_the_right_password_of_a_known_person_passes() {
        let passwords = Passwords::new();
        let phc = passwords.hash(Secret::new("correct horse"), &SystemRng).await.unwrap();
        assert!(phc.starts_with("$argon2id$"));
        let verify = |text: &str, phc: Option<&String>| passwords.verify(Secret::new(text), phc.cloned(), &SystemRng);
        assert_eq!(verify("correct horse", Some(&phc)).await, Ok(true));
        assert_eq!(verify("wrong horse", Some(&phc)).await, Ok(false));
        assert_eq!(verify("nobody's", None).await, Ok(false));
        assert_eq!(verify("x", Some(&"not a hash".to_owned())).await, Err(PasswordError::Failed));
    }

    #[tokio::test]
    async fn the_same_password_never_has_the_same_hash() {
        let passwords = Passwords::new();
        let one = passwords.hash(Secret::new("correct horse"), &SystemRng).await.unwrap();
        let other = passwords.hash(Secret::new("correct horse"), &SystemRng).await.unwrap();
        assert_ne!(one, other);
    }
}
