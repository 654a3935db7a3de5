//! Where a request came from. Only a proxy that the settings name is believed.

use std::{
    net::{IpAddr, Ipv6Addr, SocketAddr},
    sync::Arc,
};

use app::ClientAddress;
use axum::{
    extract::{ConnectInfo, Request, State},
    middleware::Next,
    response::Response,
};

/// The proxies whose word counts.
#[derive(Clone)]
pub struct Proxies(Arc<[IpAddr]>);

impl Proxies {
    /// These proxies.
    pub fn new(addresses: &[IpAddr]) -> Self {
        Self(addresses.into())
    }
}

/// Notes where the request came from.
pub async fn find(State(proxies): State<Proxies>, mut request: Request, next: Next) -> Response {
    let peer = request.extensions().get::<ConnectInfo<SocketAddr>>().map(|info| info.0.ip());
    let forwarded = request.headers().get("x-forwarded-for").and_then(|value| value.to_str().ok());
    let address = address(peer, forwarded, &proxies.0);
    request.extensions_mut().insert(ClientAddress(address.into()));
    next.run(request).await
}

/// The nearest address that is not a trusted proxy, as a name to count by: an IPv6 visitor has a
/// whole /64 to choose from, so that counts as one.
fn address(peer: Option<IpAddr>, forwarded: Option<&str>, proxies: &[IpAddr]) -> String {
    let Some(mut nearest) = peer else { return "unknown".into() };
    for hop in forwarded.unwrap_or("").rsplit(',') {
        if !proxies.contains(&nearest) {
            break;
        }
        let Ok(before) = hop.trim().parse() else { break };
        nearest = before;
    }
    match nearest.to_canonical() {
        IpAddr::V4(address) => address.to_string(),
        IpAddr::V6(address) => {
            let [a, b, c, d, ..] = address.segments();
            format!("{}/64", Ipv6Addr::new(a, b, c, d, 0, 0, 0, 0))
        }
    }
}

#[cfg(test)]
mod tests;
