//! A PostgreSQL cluster in a temporary folder, on a free loopback port, for as long as this process
//! lives.

use std::{
    io::{BufRead, BufReader, Error},
    net::TcpListener,
    process::{Child, Command, Stdio},
    sync::{
        Mutex, OnceLock,
        atomic::{AtomicU32, Ordering},
    },
};

use sea_orm::{ConnectionTrait, Database};

/// Starts a cluster, says `ready`, and waits for its input to close: that is when the test process
/// ends, however it ends. PostgreSQL refuses to run as root, so root steps down first.
const SCRIPT: &str = r#"
set -eu
bin=$(ls -d /usr/lib/postgresql/*/bin | tail -n 1)
dir=$(mktemp -d)
as() { "$@"; }
if [ "$(id -u)" = 0 ]; then
  chown 65534:65534 "$dir"
  chmod 755 "$dir"
  as() { setpriv --reuid=65534 --regid=65534 --clear-groups env HOME=/tmp "$@"; }
fi
cd "$dir"
as "$bin/initdb" -D "$dir/data" -U portal -A trust --no-sync -E UTF8 --locale=C >"$dir/log" 2>&1 || { cat "$dir/log" >&2; exit 1; }
trap 'as "$bin/pg_ctl" -D "$dir/data" -m immediate stop >/dev/null 2>&1 || true; rm -rf "$dir"' EXIT
as "$bin/pg_ctl" -D "$dir/data" -w -l "$dir/server.log" -o "-p $PORT -c listen_addresses=127.0.0.1 \
  -c unix_socket_directories= -c max_connections=200" start >/dev/null </dev/null 2>&1 || { cat "$dir/server.log" >&2; exit 1; }
echo ready
cat >/dev/null
"#;

static CLUSTER: OnceLock<Result<u16, String>> = OnceLock::new();
static DATABASES: AtomicU32 = AtomicU32::new(0);
/// Its input closes when the process ends.
static SCRIPT_PROCESS: Mutex<Option<Child>> = Mutex::new(None);

/// The address of an empty database on the cluster that the tests share.
///
/// # Errors
/// When PostgreSQL does not start.
pub async fn new_database() -> Result<String, Error> {
    let port =
        tokio::task::spawn_blocking(|| CLUSTER.get_or_init(|| start().map_err(|e| e.to_string())).clone())
            .await?
            .map_err(Error::other)?;
    let url = |name: &str| format!("postgres://portal@127.0.0.1:{port}/{name}");
    let name = format!("portal_{}", DATABASES.fetch_add(1, Ordering::Relaxed));
    let admin = Database::connect(url("postgres")).await.map_err(Error::other)?;
    admin.execute_unprepared(&format!("CREATE DATABASE {name}")).await.map_err(Error::other)?;
    admin.close().await.map_err(Error::other)?;
    Ok(url(&name))
}

fn start() -> Result<u16, Error> {
    let port = TcpListener::bind("127.0.0.1:0")?.local_addr()?.port();
    let mut child = Command::new("sh")
        .args(["-c", SCRIPT])
        .env("PORT", port.to_string())
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .spawn()?;
    let mut said = String::new();
    if let Some(output) = child.stdout.take() {
        BufReader::new(output).read_line(&mut said)?;
    }
    if said.trim() != "ready" {
        return Err(Error::other("no PostgreSQL cluster: is the package postgresql installed?"));
    }
    if let Ok(mut process) = SCRIPT_PROCESS.lock() {
        *process = Some(child);
    }
    Ok(port)
}
