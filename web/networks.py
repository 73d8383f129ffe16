"""Which network addresses belong to the public internet: our own list, and nothing else counts.

Python's `is_global` says yes to addresses that carry one of the inside: 64:ff9b::7f00:1 is 127.0.0.1 behind
a NAT64. So IPv6 is refused unless it is handed out for the public (2000::/3), and there what carries another
address is refused too. A network that has a NAT64 prefix of its own cannot be told from outside; it has to
keep its own addresses out of it.
"""

from ipaddress import IPv4Address, IPv6Address, ip_network

_IPV4_NOT_PUBLIC = [
    ip_network(each)
    for each in (
        "0.0.0.0/8",  # this network (RFC 791)
        "10.0.0.0/8",  # private (RFC 1918)
        "100.64.0.0/10",  # behind the NAT of a provider (RFC 6598)
        "127.0.0.0/8",  # this machine (RFC 1122)
        "168.63.129.16/32",  # what a machine at Azure asks its host, at an address that looks public
        "169.254.0.0/16",  # this link, and metadata of clouds (RFC 3927)
        "172.16.0.0/12",  # private (RFC 1918)
        "192.0.0.0/24",  # protocols (RFC 6890)
        "192.0.2.0/24",  # documentation (RFC 5737)
        "192.31.196.0/24",  # AS112 (RFC 7535)
        "192.52.193.0/24",  # tunnels of multicast (RFC 7450)
        "192.88.99.0/24",  # 6to4 relays (RFC 7526)
        "192.168.0.0/16",  # private (RFC 1918)
        "192.175.48.0/24",  # AS112 (RFC 7534)
        "198.18.0.0/15",  # benchmarks (RFC 2544)
        "198.51.100.0/24",  # documentation (RFC 5737)
        "203.0.113.0/24",  # documentation (RFC 5737)
        "224.0.0.0/4",  # multicast (RFC 5771)
        "240.0.0.0/4",  # reserved, and broadcast (RFC 1112)
    )
]

_IPV6_HANDED_OUT = ip_network("2000::/3")
"""All that is public. Outside it are ::1, mapped, compatible and translated IPv4, NAT64 (64:ff9b::/96 and
64:ff9b:1::/48), discard (100::/64), segment routing (5f00::/16), unique local (fc00::/7), link-local
(fe80::/10), site-local (fec0::/10) and multicast (ff00::/8)."""

_IPV6_NOT_PUBLIC = [
    ip_network(each)
    for each in (
        "2001::/23",  # protocols, with Teredo, ORCHID and benchmarks (RFC 2928)
        "2001:db8::/32",  # documentation (RFC 3849)
        "2002::/16",  # 6to4: carries an IPv4 address (RFC 3056)
        "2620:4f:8000::/48",  # AS112 (RFC 7534)
        "3fff::/20",  # documentation (RFC 9637)
    )
]

_ISATAP = (b"\x00\x00\x5e\xfe", b"\x02\x00\x5e\xfe")
"""How the last half of an address begins that carries an IPv4 address (RFC 5214 6.1)."""


def is_public(address: IPv4Address | IPv6Address) -> bool:
    """Tell whether an address may be that of a host on the public internet.

    >>> is_public(IPv6Address("64:ff9b::7f00:1"))
    False
    """
    if isinstance(address, IPv4Address):
        return not any(address in network for network in _IPV4_NOT_PUBLIC)
    if address.scope_id is not None or address not in _IPV6_HANDED_OUT:
        return False
    carries_another = address.packed[8:12] in _ISATAP
    return not carries_another and not any(address in network for network in _IPV6_NOT_PUBLIC)
