//! Settings: from the command line, or from the environment variables that its help names.

use std::{
    net::{IpAddr, SocketAddr},
    path::PathBuf,
};

use clap::{Args, Parser, Subcommand};
use domain::account::EmailAddress;

/// The venue security self-assessment portal.
#[derive(Parser)]
#[command(version, about)]
pub struct Cli {
    /// Where the database and its keys are.
    #[command(flatten)]
    pub data: DataArgs,
    /// What to do.
    #[command(subcommand)]
    pub command: Command,
}

/// Where the database and its keys are.
#[derive(Args)]
pub struct DataArgs {
    /// The data folder: the SQLite file and the key file, unless they are named.
    #[arg(long, env = "PORTAL_DATA", default_value = "data", global = true)]
    pub data: PathBuf,
    /// The database, when it is not the SQLite file in the data folder: postgres://…
    #[arg(long, env = "DATABASE_URL", global = true, hide_env_values = true)]
    pub database: Option<String>,
    /// The key file. Whoever loses it loses every answer.
    #[arg(long, env = "PORTAL_KEY_FILE", global = true)]
    pub key_file: Option<PathBuf>,
}

/// What to do.
#[derive(Subcommand)]
pub enum Command {
    /// Serve the portal.
    Serve(ServeArgs),
    /// Bring the database's schema up to date.
    Migrate,
    /// Accounts: invite somebody, make a link for a new password, give a role.
    User(UserArgs),
    /// Freeze the figures that councils see, as of a day that is over. Prints how many, and none of them.
    Release {
        /// The day, such as 2026-11-30.
        #[arg(long)]
        as_of: chrono::NaiveDate,
        /// Act as if this many days had passed already: to see what a release will show.
        #[arg(long, default_value_t = 0, hide = true)]
        days_ahead: u32,
    },
    /// Say for many sites which tier each is in, and why. Reads and keeps nothing else.
    Scope {
        /// A CSV file with the columns id, schedule1_use, peak_individuals, is_building_or_with_building,
        /// is_event, public_access, access_controlled and excluded_reason.
        file: PathBuf,
    },
    /// Say the last day in time for many cases, and how it was counted. Reads and keeps nothing else.
    Deadlines {
        /// A CSV file with the columns id, kind, commencement_date and trigger_date.
        file: PathBuf,
    },
    /// Say as JSON what each set of questions holds: its edition, how many questions by how binding they are, how long
    /// they take, and which subjects they ask about.
    Content,
    /// Write an encrypted copy of the database, while it is in use. The key file is not in it: keep that elsewhere.
    Backup {
        /// The file to write; it must not exist.
        file: PathBuf,
    },
    /// Open an encrypted copy again.
    Restore {
        /// The file that `backup` wrote.
        file: PathBuf,
        /// The folder that gets a `portal.db`; it must not hold one.
        #[arg(long)]
        to: PathBuf,
    },
}

/// Accounts, from the command line.
#[derive(Args)]
pub struct UserArgs {
    /// Where people reach the portal, for links.
    #[arg(long, env = "PORTAL_URL", default_value = "http://127.0.0.1:3000", global = true)]
    pub url: String,
    /// What to do.
    #[command(subcommand)]
    pub command: UserCommand,
}

/// What to do with accounts.
#[derive(Subcommand)]
pub enum UserCommand {
    /// Invite somebody to a role: prints a link that works once, for 60 minutes.
    Add(RoleArgs),
    /// Make a link for a new password: prints it; it works once, for 30 minutes.
    Reset {
        /// The account's email address.
        email: String,
    },
    /// Give an account one more role. It is signed out everywhere.
    Grant(RoleArgs),
}

/// A role for somebody.
#[derive(Args)]
pub struct RoleArgs {
    /// The email address.
    pub email: String,
    /// The role: ctsa, council or administrator.
    #[arg(long)]
    pub role: String,
    /// The region of a CTSA (such as west-midlands), or the code of a council (such as E08000025).
    #[arg(long, default_value = "")]
    pub place: String,
    /// This portal has no passkeys yet. Say that a password alone will do for a role that sees many venues.
    #[arg(long)]
    pub accept_password_only: bool,
    /// For the demonstration, with made-up premises.
    #[arg(long, env = "PORTAL_DEMO")]
    pub demo: bool,
}

/// How to serve.
#[derive(Args, Clone)]
pub struct ServeArgs {
    /// The address to listen on.
    #[arg(long, env = "BIND", default_value = "127.0.0.1:3000")]
    pub bind: SocketAddr,
    /// Made-up premises and a choice of people to sign in as; on loopback only.
    #[arg(long, env = "PORTAL_DEMO")]
    pub demo: bool,
    /// Browsers reach the portal over TLS: cookies are marked for it. Needed on any address but loopback.
    #[arg(long, env = "PORTAL_TLS")]
    pub tls: bool,
    /// The e-mail address of those who run the portal, for feedback and privacy requests.
    #[arg(long, env = "PORTAL_CONTACT")]
    pub contact: Option<EmailAddress>,
    /// A reverse proxy whose word on the visitor's address counts. May be repeated.
    #[arg(long = "trusted-proxy", env = "PORTAL_TRUSTED_PROXIES", value_delimiter = ',')]
    pub trusted_proxies: Vec<IpAddr>,
}

impl ServeArgs {
    /// Refuses settings that would be unsafe, with a sentence.
    pub fn check(&self) -> Result<(), String> {
        let loopback = self.bind.ip().is_loopback();
        if self.demo && !loopback {
            return Err(format!("Demo mode serves made-up data on loopback only, not on {}.", self.bind));
        }
        if !loopback && !self.tls {
            return Err(format!(
                "Serving on {} needs TLS in front, and --tls to say so: passwords would travel in clear.",
                self.bind
            ));
        }
        if !self.demo && self.contact.is_none() {
            return Err("People need somebody to write to: give an address with --contact.".into());
        }
        Ok(())
    }

    /// The address to write to.
    pub fn contact(&self) -> &str {
        self.contact.as_ref().map_or("nobody@portal.example", EmailAddress::as_str)
    }
}

impl DataArgs {
    /// The database's URL.
    pub fn url(&self) -> String {
        self.database
            .clone()
            .unwrap_or_else(|| format!("sqlite://{}?mode=rwc", self.data.join("portal.db").display()))
    }

    /// The key file's path.
    pub fn key_file(&self) -> PathBuf {
        self.key_file.clone().unwrap_or_else(|| self.data.join("portal.key"))
    }
}

#[cfg(test)]
mod tests;
