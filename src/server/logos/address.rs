//! Which addresses a server may reach on behalf of a stranger's URL: those of the public Internet alone. The standard library's own answer
//! is not stable yet.

use std::net::{IpAddr, Ipv4Addr, Ipv6Addr};

/// Whether an address is one of the public Internet: not this machine, not a neighbour, not a special purpose (IANA's registries).
pub(super) fn is_global(address: IpAddr) -> bool {
    match address {
        IpAddr::V4(v4) => is_global_v4(v4),
        IpAddr::V6(v6) => is_global_v6(v6),
    }
}

const fn is_global_v4(address: Ipv4Addr) -> bool {
    !matches!(
        address.octets(),
        [0 | 10 | 127 | 224..=255, ..]            // this network, private, loopback, multicast, reserved, broadcast
            | [100, 64..=127, ..]                 // carrier-grade NAT
            | [169, 254, ..]                      // link-local, where clouds keep their secrets
            | [172, 16..=31, ..]                  // private
            | [192, 0, 0 | 2, _]                  // protocol assignments, documentation
            | [192, 88, 99, _]                    // 6to4 relays
            | [192, 168, ..]                      // private
            | [198, 18 | 19, ..]                  // benchmarks
            | [198, 51, 100, _]                   // documentation
            | [203, 0, 113, _] // documentation
    )
}

const fn is_global_v6(address: Ipv6Addr) -> bool {
    match address.segments() {
        // NAT64, as good as the IPv4 address inside it; the only way out of some networks.
        [0x64, 0xff9b, 0, 0, 0, 0, high, low] => {
            let ([a, b], [c, d]) = (high.to_be_bytes(), low.to_be_bytes());
            is_global_v4(Ipv4Addr::new(a, b, c, d))
        }
        [0x2001, 0..=0x1ff | 0xdb8, ..]           // protocol assignments with Teredo, documentation
        | [0x2002, ..]                            // 6to4, which hides an IPv4 address
        | [0x3fff, 0..=0xfff, ..] => false,       // documentation
        [first, ..] => first & 0xe000 == 0x2000, // global unicast; all else is loopback, mapped, local, multicast or unassigned
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used, missing_docs)]
    use super::*;

    #[test]
    fn only_the_public_internet_is_reached() {
        let private = [
            "0.0.0.0",
            "0.1.2.3",
            "10.0.0.1",
            "10.255.255.255",
            "100.64.0.0",
            "100.127.255.255",
            "127.0.0.1",
            "127.255.255.254",
            "169.254.0.1",
            "169.254.169.254",
            "172.16.0.1",
            "172.31.255.255",
            "192.0.0.1",
            "192.0.0.170",
            "192.0.2.1",
            "192.88.99.1",
            "192.168.0.1",
            "192.168.255.255",
            "198.18.0.1",
            "198.19.255.255",
            "198.51.100.7",
            "203.0.113.9",
            "224.0.0.1",
            "239.255.255.255",
            "240.0.0.1",
            "255.255.255.255",
            "::",
            "::1",
            "::ffff:127.0.0.1",
            "::ffff:8.8.8.8",
            "::127.0.0.1",
            "64:ff9b::7f00:1",
            "64:ff9b::a00:1",
            "64:ff9b:1::1",
            "100::1",
            "2001::1",
            "2001:0:4136:e378::1",
            "2001:10::1",
            "2001:20::1",
            "2001:1ff::1",
            "2001:db8::1",
            "2002:7f00:1::",
            "3fff::1",
            "3fff:fff::1",
            "5f00::1",
            "fc00::1",
            "fd12:3456::1",
            "fe80::1",
            "febf::1",
            "fec0::1",
            "ff02::1",
            "4000::1",
        ];
        let public = [
            "1.1.1.1",
            "8.8.8.8",
            "9.255.255.255",
            "11.0.0.0",
            "52.216.0.1",
            "100.63.255.255",
            "100.128.0.0",
            "126.255.255.255",
            "128.0.0.1",
            "169.253.255.255",
            "169.255.0.0",
            "172.15.255.255",
            "172.32.0.0",
            "192.0.1.1",
            "192.0.3.1",
            "192.88.98.1",
            "192.167.255.255",
            "192.169.0.0",
            "198.17.255.255",
            "198.20.0.0",
            "198.51.99.1",
            "203.0.112.1",
            "223.255.255.255",
            "2001:200::1",
            "2001:4860:4860::8888",
            "2606:4700::1111",
            "2a00:1450::1",
            "3ffe::1",
            "64:ff9b::808:808",
        ];
        for text in private {
            assert!(!is_global(text.parse().unwrap()), "{text} is not public");
        }
        for text in public {
            assert!(is_global(text.parse().unwrap()), "{text} is public");
        }
    }
}
