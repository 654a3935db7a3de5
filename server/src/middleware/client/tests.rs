use super::*;

fn ip(text: &str) -> IpAddr {
    text.parse().unwrap()
}

#[test]
fn a_stranger_cannot_choose_their_address() {
    assert_eq!(address(Some(ip("203.0.113.9")), Some("198.51.100.1"), &[]), "203.0.113.9");
    assert_eq!(address(Some(ip("203.0.113.9")), Some("198.51.100.1"), &[ip("127.0.0.1")]), "203.0.113.9");
}

#[test]
fn a_trusted_proxy_names_the_visitor_and_no_hop_before() {
    let proxies = [ip("127.0.0.1"), ip("10.0.0.2")];
    let forwarded = Some("1.2.3.4, 198.51.100.1, 10.0.0.2");
    assert_eq!(address(Some(ip("127.0.0.1")), forwarded, &proxies), "198.51.100.1");
    assert_eq!(address(Some(ip("127.0.0.1")), Some("nonsense"), &proxies), "127.0.0.1");
    assert_eq!(address(Some(ip("127.0.0.1")), None, &proxies), "127.0.0.1");
}

#[test]
fn one_network_counts_as_one() {
    let first = address(Some(ip("2001:db8:1:2:3::4")), None, &[]);
    assert_eq!(first, "2001:db8:1:2::/64");
    assert_eq!(first, address(Some(ip("2001:db8:1:2:ffff::9")), None, &[]));
    assert_eq!(address(Some(ip("::ffff:203.0.113.9")), None, &[]), "203.0.113.9");
    assert_eq!(address(None, None, &[]), "unknown");
}
