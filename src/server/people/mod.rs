//! People (§11): signing up, in and out, and the demo organisation.

pub mod members;
pub mod passwords;
pub mod session;

use std::{fmt, net::IpAddr, sync::Arc};

use self::passwords::{PasswordError, Passwords};
use super::{
    clock::{Clock, Rng, SystemClock, SystemRng},
    config::{Config, SignUp},
    security::cookie::{self, SESSION_SECONDS},
    store::{
        self,
        ports::{NewMember, NewOrganization, Person, Store, StoreResult},
    },
    vault::sha256_hex,
};
use crate::{
    api::error::{ApiError, Code},
    app::copy,
    domain::{
        ids::{OrganizationId, UserId},
        people::Role,
        secret::Secret,
        text::{self, Fault},
    },
};

const MINUTE: i64 = 60_000;
/// Tries to sign in with one e-mail address, a minute.
const SIGN_INS_PER_EMAIL: u32 = 10;
/// Tries to sign in from one address, a minute: an office has one.
const SIGN_INS_PER_ADDRESS: u32 = 60;
/// Sign-ups from one address, an hour.
const SIGN_UPS_PER_ADDRESS: u32 = 20;

const DEMO_ORGANIZATION: &str = "Acme Inc";
const DEMO_NAME: &str = "Dana Kim";
const DEMO_EMAIL: &str = "dana.kim@acme.example";

/// What the configuration says about people.
#[derive(Clone, Copy, Debug)]
pub struct PeopleConfig {
    /// Who may sign up.
    pub sign_up: SignUp,
    /// Whether one click enters the demo organisation (P4): in development, with the sandbox.
    pub demo: bool,
    /// Whether the limits per address hold for the loop-back interface too. Only in production: a developer's browser tests sign up by the
    /// dozen.
    pub limit_loopback: bool,
}

impl From<&Config> for PeopleConfig {
    fn from(config: &Config) -> Self {
        let production = config.env.is_production();
        Self { sign_up: config.sign_up, demo: !production && config.upstream.is_sandbox(), limit_loopback: production }
    }
}

/// What a person types to sign up.
#[derive(Clone, Debug)]
pub struct SignUpInput {
    /// The organisation's name.
    pub organization_name: String,
    /// The person's name.
    pub name: String,
    /// The e-mail address.
    pub email: String,
    /// The password.
    pub password: Secret,
}

/// A person who has just signed in.
#[derive(Debug)]
pub struct SignedIn {
    /// Who.
    pub person: Person,
    /// The cookie's value; we keep its digest.
    pub cookie: Secret,
}

/// The use cases of people.
pub struct People {
    store: Arc<dyn Store>,
    clock: Arc<dyn Clock>,
    rng: Arc<dyn Rng>,
    passwords: Passwords,
    config: PeopleConfig,
}

impl People {
    /// The use cases over their ports.
    pub fn new(store: Arc<dyn Store>, clock: Arc<dyn Clock>, rng: Arc<dyn Rng>, config: PeopleConfig) -> Self {
        Self { store, clock, rng, passwords: Passwords::new(), config }
    }

    /// The use cases over the database that the configuration names, for a command beside the server.
    ///
    /// # Errors
    /// When the database cannot be opened.
    pub async fn open(config: &Config) -> StoreResult<Self> {
        let store = store::open(config.database_url.expose()).await?;
        Ok(Self::new(store, Arc::new(SystemClock), Arc::new(SystemRng), PeopleConfig::from(config)))
    }

    /// What the configuration says.
    pub const fn config(&self) -> PeopleConfig {
        self.config
    }

    /// Makes an organisation with its admin and signs them in (P1).
    ///
    /// # Errors
    /// `sign_up_closed`, `invalid_input` naming the field, `email_taken`, `too_many_requests`.
    pub async fn sign_up(&self, input: SignUpInput, address: Option<IpAddr>) -> Result<SignedIn, ApiError> {
        if self.config.sign_up != SignUp::Open {
            return Err(ApiError::new(Code::SignUpClosed, "Sign-up is closed here. Ask an admin of your organisation to add you."));
        }
        let organization_name =
            text::name("Organisation", &input.organization_name).map_err(|error| ApiError::text("organization_name", &error))?;
        let name = text::name("Name", &input.name).map_err(|error| ApiError::text("name", &error))?;
        let email = text::email(&input.email).map_err(|error| ApiError::text("email", &error))?;
        text::password(input.password.expose()).map_err(|error| ApiError::text("password", &error))?;
        self.take_for_address("sign-up", address, SIGN_UPS_PER_ADDRESS, 60 * MINUTE).await?;
        let password_hash = Some(self.hash(input.password).await?);
        let new = NewOrganization {
            organization: OrganizationId(self.rng.uuid()),
            organization_name,
            user: UserId(self.rng.uuid()),
            name,
            email: email.clone(),
            password_hash,
            operator: false,
        };
        if !self.store.create_organization(&new, self.clock.now()).await? {
            return Err(email_taken());
        }
        let Some((person, _)) = self.store.by_email(&email).await? else { return Err(ApiError::internal()) };
        self.start_session(person).await
    }

    /// Signs in (P1). Unknown person and wrong password cannot be told apart, by the answer or by its time.
    ///
    /// # Errors
    /// `invalid_input` naming the field, `wrong_credentials`, `too_many_requests`.
    pub async fn sign_in(&self, email: &str, password: Secret, address: Option<IpAddr>) -> Result<SignedIn, ApiError> {
        let email = text::email(email).map_err(|error| ApiError::text("email", &error))?;
        if password.expose().is_empty() {
            return Err(ApiError::field("password", copy::told_text("password", Fault::Missing)));
        }
        self.take_for_address("sign-in", address, SIGN_INS_PER_ADDRESS, MINUTE).await?;
        self.take(&format!("sign-in:email:{}", sha256_hex(&email)), SIGN_INS_PER_EMAIL, MINUTE).await?;
        let found = self.store.by_email(&email).await?;
        let phc = found.as_ref().and_then(|(_, phc)| phc.clone());
        let right = self.passwords.verify(password, phc, self.rng.as_ref()).await.map_err(hashing)?;
        match found {
            Some((person, _)) if right => self.start_session(person).await,
            // The password is what is typed again, whichever of the two was wrong.
            _ => {
                Err(ApiError::new(Code::WrongCredentials, "That e-mail and password don't match. Check both and try again.").at("password"))
            }
        }
    }

    /// Enters the demo organisation, made on the first click (P4). Its person is its admin and an operator, and has no password.
    ///
    /// # Errors
    /// `not_found` where there is no demo.
    pub async fn enter_demo(&self) -> Result<SignedIn, ApiError> {
        if !self.config.demo {
            return Err(ApiError::new(Code::NotFound, "There is no demo here."));
        }
        if let Some((person, _)) = self.store.by_email(DEMO_EMAIL).await? {
            return self.start_session(person).await;
        }
        let new = NewOrganization {
            organization: OrganizationId(self.rng.uuid()),
            organization_name: DEMO_ORGANIZATION.to_owned(),
            user: UserId(self.rng.uuid()),
            name: DEMO_NAME.to_owned(),
            email: DEMO_EMAIL.to_owned(),
            password_hash: None,
            operator: true,
        };
        // `false`: two first clicks at once; the other one made it.
        self.store.create_organization(&new, self.clock.now()).await?;
        let Some((person, _)) = self.store.by_email(DEMO_EMAIL).await? else { return Err(ApiError::internal()) };
        self.start_session(person).await
    }

    /// Adds a member to the organisation of one of its admins, until there are invitations.
    ///
    /// # Errors
    /// `invalid_input` naming the field, `not_found`, `not_allowed`, `email_taken`.
    pub async fn add_member(&self, admin_email: &str, name: &str, email: &str, password: Secret) -> Result<(), ApiError> {
        let admin_email = text::email(admin_email).map_err(|error| ApiError::text("admin_email", &error))?;
        let name = text::name("Name", name).map_err(|error| ApiError::text("name", &error))?;
        let email = text::email(email).map_err(|error| ApiError::text("email", &error))?;
        text::password(password.expose()).map_err(|error| ApiError::text("password", &error))?;
        let Some((admin, _)) = self.store.by_email(&admin_email).await? else {
            return Err(ApiError::new(Code::NotFound, format!("There is nobody with the e-mail address {admin_email}.")).at("admin_email"));
        };
        if admin.role != Role::Admin {
            return Err(ApiError::new(Code::NotAllowed, format!("{admin_email} is not an admin.")).at("admin_email"));
        }
        let password_hash = Some(self.hash(password).await?);
        let new = NewMember { user: UserId(self.rng.uuid()), name, email, password_hash, role: Role::Member };
        if self.store.add_member(&admin.org(), &new, self.clock.now()).await? { Ok(()) } else { Err(email_taken()) }
    }

    /// Counts somebody whom a host product brings as one more who signs in from this address. Nobody guesses at what is signed, so there is no
    /// limit on a person.
    ///
    /// # Errors
    /// `too_many_requests`.
    pub async fn count_entry(&self, address: Option<IpAddr>) -> Result<(), ApiError> {
        self.take_for_address("sign-in", address, SIGN_INS_PER_ADDRESS, MINUTE).await
    }

    async fn start_session(&self, person: Person) -> Result<SignedIn, ApiError> {
        let cookie = cookie::fresh(self.rng.as_ref());
        let now = self.clock.now();
        let expires_at = now.plus_millis(SESSION_SECONDS.saturating_mul(1000));
        self.store.start_session(&sha256_hex(cookie.expose()), &person, expires_at, now).await?;
        Ok(SignedIn { person, cookie })
    }

    async fn hash(&self, password: Secret) -> Result<String, ApiError> {
        self.passwords.hash(password, self.rng.as_ref()).await.map_err(hashing)
    }

    async fn take_for_address(&self, what: &str, address: Option<IpAddr>, limit: u32, window: i64) -> Result<(), ApiError> {
        match address {
            Some(address) if address.is_loopback() && !self.config.limit_loopback => Ok(()),
            Some(address) => self.take(&format!("{what}:address:{}", neighbourhood(address)), limit, window).await,
            None => Ok(()),
        }
    }

    async fn take(&self, key: &str, limit: u32, window: i64) -> Result<(), ApiError> {
        match self.store.take(key, limit, window).await? {
            Ok(()) => Ok(()),
            Err(seconds) => {
                let seconds = seconds.max(1);
                let minutes = seconds.div_ceil(60);
                let when = if minutes == 1 { "in a minute".to_owned() } else { format!("in {minutes} minutes") };
                Err(ApiError::new(Code::TooManyRequests, format!("Too many attempts. Try again {when}.")).retry_after(seconds))
            }
        }
    }
}

impl fmt::Debug for People {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("People").field("config", &self.config).finish_non_exhaustive()
    }
}

fn email_taken() -> ApiError {
    ApiError::new(Code::EmailTaken, "Somebody signed up with this e-mail address already. Sign in instead.").at("email")
}

fn hashing(error: PasswordError) -> ApiError {
    match error {
        PasswordError::Busy => {
            ApiError::new(Code::NotReady, "Many people are signing in right now. Please try again in a moment.").retry_after(2)
        }
        PasswordError::Failed => {
            tracing::error!("a password could not be hashed, or a stored hash could not be read");
            ApiError::internal()
        }
    }
}

/// What one subscriber holds: an IPv4 address, or an IPv6 network of 64 bits.
fn neighbourhood(address: IpAddr) -> String {
    match address.to_canonical() {
        IpAddr::V4(address) => address.to_string(),
        IpAddr::V6(address) => {
            let [a, b, c, d, ..] = address.segments();
            format!("{a:x}:{b:x}:{c:x}:{d:x}::/64")
        }
    }
}
