//! The server's entry: reads the configuration, then does what its first argument says.

use std::{
    env,
    io::{self, IsTerminal, Read, Write},
    path::Path,
    process::ExitCode,
};

use patchbay::{
    domain::secret::Secret,
    server::{
        checkup,
        clock::SystemRng,
        config::{self, Config, Vars, secrets},
        desk::Desk,
        serve::serve,
        start::{SandboxHome, Started, start},
        store, telemetry,
    },
};
use tokio::{
    net::TcpListener,
    signal::unix::{SignalKind, signal},
    sync::watch,
};

const USAGE: &str = "\
Patchbay: the App Center that a software company puts into its product.

Usage: patchbay [COMMAND]

Commands:
  serve                                  Serve until interrupted (what it does without a command)
  migrate                                Bring the database's tables up to date
  health                                 Ask how every connected app is and print the list; fails when one is broken
  operator grant EMAIL                   Let a person see the operator's pages
  operator revoke EMAIL                  Take that away again
  member add ADMIN_EMAIL NAME EMAIL      Add a member to an admin's organisation; the password is read from standard input
  api-key create [--organization ID] NAME
                                         Make a key with which a program reads; it is printed once
  api-key revoke ID                      Take a key away
  api-key list                           Print the keys, without what opens
  inbox list [STATE]                     Print the newest events: received, processing, done, retry or dead
  inbox replay ID                        Work an event again
  keys rewrap                            Seal all stored tokens with the first of TOKEN_ENCRYPTION_KEYS
  help                                   Print this
  version                                Print the version

Configuration comes from the environment and from the file .env; the README lists it.
";

/// Something that a person asked for did not happen: the sentence to print.
type Failure = Box<dyn std::error::Error>;

/// What the first arguments say.
enum Command {
    Serve,
    Migrate,
    Health,
    Operator { email: String, operator: bool },
    MemberAdd { admin_email: String, name: String, email: String },
    Desk(Desk),
    Rewrap,
    Help,
    Version,
}

fn command(arguments: &[String]) -> Option<Command> {
    let words: Vec<&str> = arguments.iter().map(String::as_str).collect();
    Some(match words.as_slice() {
        [] | ["serve"] => Command::Serve,
        ["migrate"] => Command::Migrate,
        ["health"] => Command::Health,
        ["operator", "grant", email] => Command::Operator { email: (*email).to_owned(), operator: true },
        ["operator", "revoke", email] => Command::Operator { email: (*email).to_owned(), operator: false },
        ["member", "add", admin_email, name, email] => {
            Command::MemberAdd { admin_email: (*admin_email).to_owned(), name: (*name).to_owned(), email: (*email).to_owned() }
        }
        ["keys", "rewrap"] => Command::Rewrap,
        ["help" | "--help" | "-h"] => Command::Help,
        ["version" | "--version" | "-V"] => Command::Version,
        words => Command::Desk(Desk::parse(words)?),
    })
}

fn main() -> ExitCode {
    let arguments: Vec<String> = env::args().skip(1).collect();
    let Some(command) = command(&arguments) else {
        say_error(&format!("patchbay: I don't know the command \"{}\".\n\n{USAGE}", arguments.join(" ")));
        return ExitCode::from(2);
    };
    match run(command) {
        Ok(()) => ExitCode::SUCCESS,
        Err(failure) => {
            say_error(&format!("patchbay: {failure}\n"));
            ExitCode::FAILURE
        }
    }
}

fn run(command: Command) -> Result<(), Failure> {
    match command {
        Command::Help => return Ok(say(USAGE)?),
        Command::Version => return Ok(say(concat!("patchbay ", env!("CARGO_PKG_VERSION"), "\n"))?),
        _ => {}
    }
    // Before any thread starts, for this writes to the environment, where Leptos looks for its own variables.
    match dotenvy::dotenv() {
        Err(error) if !error.not_found() => return Err(format!("the file .env can't be read: {error}").into()),
        _ => {}
    }
    let mut vars: Vars = env::vars_os().filter_map(|(name, value)| Some((name.into_string().ok()?, value.into_string().ok()?))).collect();
    secrets::fill_in(&mut vars, Path::new(config::DATA), &SystemRng)?;
    let config = Config::from_vars(&vars)?;
    telemetry::start_logging(&config);
    tokio::runtime::Builder::new_multi_thread().enable_all().build()?.block_on(execute(command, config))
}

async fn execute(command: Command, config: Config) -> Result<(), Failure> {
    match command {
        Command::Serve => serve_until_interrupted(config).await,
        Command::Migrate => {
            store::migrate(config.database_url.expose()).await?;
            Ok(say("The database is up to date.\n")?)
        }
        Command::Health => {
            let checked = checkup::all(&config).await?;
            say(&checked.to_string())?;
            match checked.broken() {
                0 => Ok(()),
                1 => Err("1 connected app is broken".into()),
                broken => Err(format!("{broken} connected apps are broken").into()),
            }
        }
        Command::Operator { email, operator } => {
            let store = store::open(config.database_url.expose()).await?;
            let found = store.set_operator(&email.trim().to_lowercase(), operator).await;
            store.close().await;
            if !found? {
                return Err(format!("there is nobody with the e-mail address {email}").into());
            }
            Ok(say(&format!("{email} {} an operator.\n", if operator { "is now" } else { "is no longer" }))?)
        }
        Command::MemberAdd { admin_email, name, email } => {
            let password = password()?;
            let people = patchbay::server::people::People::open(&config).await?;
            people.add_member(&admin_email, &name, &email, password).await?;
            Ok(say(&format!("{email} is now a member of {admin_email}'s organisation.\n"))?)
        }
        Command::Desk(desk) => Ok(say(&desk.run(&config).await?)?),
        Command::Rewrap => {
            let store = store::open(config.database_url.expose()).await?;
            let vault = patchbay::server::vault::Vault::new(&config.sealing_keys, config.session_secret.clone())?;
            let done = vault.rewrap(store.as_ref()).await;
            store.close().await;
            Ok(say(&format!("{} values were sealed again with the key {}.\n", done?, vault.sealing_kid()))?)
        }
        Command::Help | Command::Version => Ok(()),
    }
}

async fn serve_until_interrupted(config: Config) -> Result<(), Failure> {
    telemetry::start_metrics()?;
    let leptos = config::leptos::options(&config)?;
    let addr = leptos.site_addr;
    // First, so that a second server on the same address stops before it touches anything.
    let listener = TcpListener::bind(addr).await.map_err(|error| format!("{addr}: {error}; LEPTOS_SITE_ADDR chooses another address"))?;
    let Started { state, sandbox } = start(config, leptos, SandboxHome::data()).await?;
    if let Some(sandbox) = &sandbox {
        tracing::info!(addr = %sandbox.addr(), "the sandbox stands in for the real service");
    }
    let (stop, stopped) = watch::channel(false);
    let (mut interrupt, mut terminate) = (signal(SignalKind::interrupt())?, signal(SignalKind::terminate())?);
    tokio::spawn(async move {
        tokio::select! {
            _ = interrupt.recv() => {}
            _ = terminate.recv() => {}
        }
        tracing::info!("stopping");
        stop.send_replace(true);
    });
    say(&format!("Patchbay serves {}\n", state.config.public_url.as_str().trim_end_matches('/')))?;
    serve(state, listener, stopped).await?;
    if let Some(sandbox) = sandbox {
        sandbox.shutdown().await;
    }
    Ok(())
}

/// From a pipe, so that it stands in no list of processes.
fn password() -> Result<Secret, Failure> {
    let mut input = io::stdin().lock();
    if input.is_terminal() {
        say("Password: ")?;
        let mut line = String::new();
        io::BufRead::read_line(&mut input, &mut line)?;
        return Ok(Secret::new(line.trim_end_matches(['\r', '\n'])));
    }
    let mut text = String::new();
    input.take(4096).read_to_string(&mut text)?;
    Ok(Secret::new(text.trim_end_matches(['\r', '\n'])))
}

fn say(text: &str) -> io::Result<()> {
    let mut out = io::stdout().lock();
    out.write_all(text.as_bytes())?;
    out.flush()
}

fn say_error(text: &str) {
    // Nobody is left to tell when this fails.
    let _unheard = io::stderr().write_all(text.as_bytes());
}
