//! Compressed copies, made once here so that the server never compresses a static file.

use std::io::Write;

use brotli::BrotliCompress;
use brotli::enc::BrotliEncoderParams;
use flate2::Compression;
use flate2::write::GzEncoder;

use crate::failure::{Failure, cannot};

/// Brotli at its highest quality.
///
/// # Errors
/// Never for memory in, memory out; the library's signature allows it.
pub fn brotli(bytes: &[u8]) -> Result<Vec<u8>, Failure> {
    let params = BrotliEncoderParams { quality: 11, lgwin: 22, size_hint: bytes.len(), ..Default::default() };
    let mut out = Vec::new();
    BrotliCompress(&mut &*bytes, &mut out, &params).map_err(cannot("compress with brotli"))?;
    Ok(out)
}

/// Gzip at its highest quality, without name or time.
///
/// # Errors
/// Never for memory in, memory out; the library's signature allows it.
pub fn gzip(bytes: &[u8]) -> Result<Vec<u8>, Failure> {
    let mut encoder = GzEncoder::new(Vec::new(), Compression::best());
    encoder.write_all(bytes).map_err(cannot("compress with gzip"))?;
    encoder.finish().map_err(cannot("compress with gzip"))
}
