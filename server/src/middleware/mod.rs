//! What stands between the network and the routes, a file each.

pub mod actor;
pub mod client;
pub mod csrf;
pub mod headers;
pub mod panic;
pub mod request_log;
pub mod session;
