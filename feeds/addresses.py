"""Which addresses may be contacted: rules for a URL as written, and for the IP address it leads to.

Called by `feeds.fetch` alone: `checked_url` before every request and every redirect, `refusal` for every
socket that is about to connect (so a name that resolves elsewhere the second time gains nothing). Imports
only feeds.errors.

Python's `is_global` is not used: on 3.11 it says yes to 6to4, NAT64, fec0::/10, 192.88.99.0/24 and
multicast. The lists below follow the IANA special-purpose registries; IPv6 is allowed inside 2000::/3
alone, minus its special blocks.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from ipaddress import IPv4Address, IPv4Network, IPv6Address, IPv6Network, ip_address, ip_network
from urllib.parse import urlsplit

from yarl import URL

from feeds.errors import FetchRefused, SettingsError

USUAL_PORTS = {"http": 80, "https": 443, "ws": 80, "wss": 443}
MAX_URL = 4096

_BLOCKED_V4: tuple[tuple[IPv4Network, str], ...] = tuple(
    (IPv4Network(block), why)
    for block, why in (
        ("0.0.0.0/8", "this network"),
        ("10.0.0.0/8", "private"),
        ("100.64.0.0/10", "carrier-grade NAT"),
        ("127.0.0.0/8", "loopback"),
        ("169.254.0.0/16", "link-local, where clouds keep their metadata service"),
        ("172.16.0.0/12", "private"),
        ("192.0.0.0/24", "protocol assignments"),
        ("192.0.2.0/24", "documentation"),
        ("192.31.196.0/24", "AS112"),
        ("192.52.193.0/24", "AMT"),
        ("192.88.99.0/24", "6to4 relay"),
        ("192.168.0.0/16", "private"),
        ("192.175.48.0/24", "AS112"),
        ("198.18.0.0/15", "benchmarking"),
        ("198.51.100.0/24", "documentation"),
        ("203.0.113.0/24", "documentation"),
        ("224.0.0.0/4", "multicast"),
        ("240.0.0.0/4", "reserved or broadcast"),
        ("168.63.129.16/32", "a cloud's internal service"),
    )
)
_GLOBAL_V6 = IPv6Network("2000::/3")
_BLOCKED_V6: tuple[tuple[IPv6Network, str], ...] = tuple(
    (IPv6Network(block), why)
    for block, why in (
        ("2001::/23", "protocol assignments, with Teredo"),
        ("2001:db8::/32", "documentation"),
        ("2002::/16", "6to4"),
        ("2620:4f:8000::/48", "AS112"),
        ("3fff::/20", "documentation"),
    )
)
_LOCAL_NAMES = (
    "localhost", "localdomain", "local", "internal", "intranet", "lan", "home", "corp", "private",
    "home.arpa", "in-addr.arpa", "ip6.arpa", "onion", "test", "invalid", "example", "alt",
)  # fmt: skip
_NUMERIC_LABEL = re.compile(r"(?:0[xX][0-9a-fA-F]*|[0-9]+)\Z")
_HOST_LABEL = re.compile(r"(?!-)[a-z0-9_-]{1,63}(?<!-)\Z")
_FORBIDDEN = re.compile(
    r"[\x00-\x20\x7f-\xa0\\\u00ad\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufeff\ufff9-\ufffc]"
)


def refusal(address: str) -> str | None:
    """Why an IP address must not be contacted, in a few words, or None if it is an ordinary public one."""
    try:
        ip = ip_address(address.partition("%")[0])
    except ValueError:
        return "not an IP address"
    if isinstance(ip, IPv4Address):
        return next((why for block, why in _BLOCKED_V4 if ip in block), None)
    if ip.ipv4_mapped is not None:
        return "an IPv4 address in IPv6 clothing"
    if ip not in _GLOBAL_V6:
        return "outside the public IPv6 range"
    return next((why for block, why in _BLOCKED_V6 if ip in block), None)


@dataclass(frozen=True, slots=True)
class AllowList:
    """Hosts of the operator's own that may be contacted although they are private or use another port.

    Entries: "host:port" (that port alone), "host" (any port), "10.0.3.0/24" (any port of any address in it).
    """

    names: frozenset[tuple[str, int | None]] = frozenset()
    blocks: tuple[IPv4Network | IPv6Network, ...] = ()

    @classmethod
    def parse(cls, entries: Iterable[str]) -> AllowList:
        names: set[tuple[str, int | None]] = set()
        blocks: list[IPv4Network | IPv6Network] = []
        for entry in entries:
            text = entry.strip().lower()
            if "/" in text:
                try:
                    blocks.append(ip_network(text))
                except ValueError as error:
                    raise SettingsError(
                        f"allow_private: {entry!r} is not an address block: {error}."
                    ) from error
                continue
            try:
                parts = urlsplit(f"//[{text}]" if text.count(":") > 1 and "[" not in text else f"//{text}")
                host, port = parts.hostname, parts.port
            except ValueError as error:
                raise SettingsError(f"allow_private: {entry!r} is not host, host:port or a block.") from error
            if not host or parts.path or parts.username or "*" in host:
                raise SettingsError(
                    f"allow_private: {entry!r} is not host, host:port or a block such as 10.0.3.0/24."
                )
            names.add((host.rstrip("."), port))
        return cls(frozenset(names), tuple(blocks))

    def permits(self, host: str, port: int) -> bool:
        """Whether `host` (a name, or an IP address as text) may be contacted on `port`."""
        host = host.lower().rstrip(".")
        if (host, port) in self.names or (host, None) in self.names:
            return True
        if not self.blocks:
            return False
        try:
            ip: IPv4Address | IPv6Address = ip_address(host)
        except ValueError:
            return False
        return any(ip.version == block.version and ip in block for block in self.blocks)


def _refuse(reason: str, message: str) -> FetchRefused:
    return FetchRefused(reason, message)


def checked_url(text: str, allow: AllowList, *, schemes: tuple[str, ...] = ("http", "https")) -> URL:
    """The address as it will be contacted. Raises FetchRefused with a reason: see
    tests/feeds/test_hostile_addresses.

    Reasons: control, backslash, length, scheme, userinfo, host, numeric-host, local-name, address, port,
    syntax.
    """
    if len(text) > MAX_URL:
        raise _refuse("length", f"The address is longer than {MAX_URL} characters.")
    if "\\" in text:
        raise _refuse("backslash", "The address holds a backslash, which programs read in different ways.")
    if _FORBIDDEN.search(text):
        raise _refuse("control", "The address holds a space, control or invisible character.")
    scheme, colon, rest = text.partition(":")
    if not colon or scheme.lower() not in schemes:
        raise _refuse("scheme", f"The address must begin with {' or '.join(f'{s}://' for s in schemes)}.")
    if not rest.startswith("//") or rest.startswith("///"):
        raise _refuse("syntax", "The address must have // and a host name after its scheme.")
    authority = re.split(r"[/?#]", rest[2:], maxsplit=1)[0]
    if "@" in authority:
        raise _refuse("userinfo", "The address holds a user name or password.")
    if "%" in authority:
        raise _refuse("host", "The address has an encoded character or a zone in its host name.")
    try:
        url = URL(text)
        host, port = url.host, url.port
        other = urlsplit(text)
        _ = other.port
    except (ValueError, UnicodeError) as error:
        raise _refuse("syntax", "The address is not a well-formed URL.") from error
    if url.user is not None or url.password is not None:
        raise _refuse("userinfo", "The address holds a user name or password.")
    if not host or port is None or not other.hostname:
        raise _refuse("host", "The address has no host name.")
    _check_host(url.raw_host or "", port, allow)
    if port not in set(USUAL_PORTS.values()) and not allow.permits(url.raw_host or "", port):
        raise _refuse("port", f"Port {port} is not one of the usual ports 80 and 443.")
    return url


def _check_host(host: str, port: int, allow: AllowList) -> None:
    """Raises FetchRefused unless `host` is a dotted public name, a public literal, or allowed by the
    operator."""
    bare = host.lower().rstrip(".")
    if allow.permits(bare, port):
        return
    if ":" in bare or _is_plain_ipv4(bare):
        why = refusal(bare)
        if why:
            raise _refuse("address", f"The address leads to {bare}, which is not public ({why}).")
        return
    labels = bare.split(".")
    if not all(_HOST_LABEL.match(label) for label in labels):
        raise _refuse("host", "The host name is not a valid one.")
    if _NUMERIC_LABEL.match(labels[-1]):
        raise _refuse("numeric-host", "The host is a number in an unusual notation.")
    if len(labels) == 1:
        raise _refuse("local-name", "The host name has no dot: it can only be on the local network.")
    if any(bare == name or bare.endswith(f".{name}") for name in _LOCAL_NAMES):
        raise _refuse("local-name", "The host name belongs to a local or reserved domain.")


def _is_plain_ipv4(host: str) -> bool:
    try:
        return str(IPv4Address(host)) == host
    except ValueError:
        return False
