//! Serving, until told to stop.

use std::{net::SocketAddr, time::Duration};

use app::Portal;
use store::Store;
use tokio::net::TcpListener;

use crate::{assets, config::ServeArgs, router};

/// How often what ended is deleted.
const SWEEP: Duration = Duration::from_mins(10);

/// Serves the portal until the process is told to stop; requests under way are finished.
pub async fn serve(store: Store, args: ServeArgs) -> Result<(), String> {
    let sweeping = tokio::spawn(sweep(store.clone()));
    let portal = Portal { store, assets: assets::assets()?, demo: args.demo, contact: args.contact().into() };
    if !portal.assets.islands {
        eprintln!(
            "The browser half is missing (no wasm toolchain): pages work, without their extra comfort."
        );
    }
    let router = router::router(portal, &args)?;
    let listener = TcpListener::bind(args.bind).await.map_err(|error| format!("{}: {error}", args.bind))?;
    let at = listener.local_addr().map_err(|error| error.to_string())?;
    println!("The portal is at http://{at}");
    let served = axum::serve(listener, router.into_make_service_with_connect_info::<SocketAddr>())
        .with_graceful_shutdown(stopped())
        .await;
    sweeping.abort();
    served.map_err(|error| error.to_string())
}

/// Deletes sessions and files of premises that ended, again and again.
async fn sweep(store: Store) {
    let mut tick = tokio::time::interval(SWEEP);
    loop {
        tick.tick().await;
        for swept in [store.sessions().sweep().await, store.sweep_imports().await] {
            if let Err(error) = swept {
                tracing::warn!(%error, "not swept");
            }
        }
    }
}

/// Ends when the process is told to.
async fn stopped() {
    use tokio::signal::unix::{SignalKind, signal};
    let Ok(mut terminate) = signal(SignalKind::terminate()) else { return };
    tokio::select! {
        _ = tokio::signal::ctrl_c() => {}
        _ = terminate.recv() => {}
    }
}
