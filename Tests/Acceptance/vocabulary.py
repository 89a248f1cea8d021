"""What the vocabulary of schema.org refuses in a JSON-LD block: types, properties of a type, values of a property."""

from __future__ import annotations

import datetime
import json
from collections.abc import Iterator
from urllib.parse import urlsplit

from pyld import jsonld
from schema_org import registry

SCHEMA = "https://schema.org/"


def problems(block: str) -> list[str]:
    """The block is read by a JSON-LD processor, and each node in it is held to the vocabulary."""
    document = json.loads(block)
    if document.get("@context") not in (SCHEMA, SCHEMA.rstrip("/")):
        return [f"the context is {document.get('@context')!r}, and not that of schema.org"]
    expanded = jsonld.expand(document, {"documentLoader": _context})
    return [problem for node in expanded for problem in _of_node(node, "")]


def _context(url: str, _options: object) -> dict:
    """All names without a colon are schema.org's: what its published context comes to for types and properties."""
    return {
        "contextUrl": None,
        "documentUrl": url,
        "document": {"@context": {"@vocab": SCHEMA}},
        "contentType": "application/ld+json",
    }


def _name(address: str) -> str:
    """`name` of `https://schema.org/name`; what is not of schema.org stays whole, and so is unknown."""
    return address.removeprefix(SCHEMA)


def _ancestry(node: dict) -> set[str]:
    """The node's types and all above them."""
    known = [_name(kind) for kind in node.get("@type", []) if _name(kind) in registry.CLASS_METADATA]
    return {each for kind in known for each in (kind, *registry.ancestry(kind))}


def _of_node(node: dict, place: str) -> Iterator[str]:
    if not node.get("@type"):
        yield f"{place or '/'}: has no type"
    for kind in node.get("@type", []):
        if _name(kind) not in registry.CLASS_METADATA:
            yield f"{place or '/'}: no type is called {_name(kind)}"
    types = _ancestry(node)
    for address, values in node.items():
        if address.startswith("@"):
            continue
        name = _name(address)
        here = f"{place}/{name}"
        known = registry.PROPERTY_BY_SCHEMA.get(name)
        if not known:
            yield f"{here}: no property is called so"
            continue
        if known.superseded_by:
            yield f"{here}: is superseded by {known.superseded_by}"
        if not types & set(known.domains):
            yield f"{here}: is a property of {', '.join(known.domains)}"
        for value in values:
            if "@value" in value:
                if not any(_fits(value["@value"], kind) for kind in known.ranges):
                    yield f"{here}: {value['@value']!r} is none of {', '.join(known.ranges)}"
            else:
                if not _ancestry(value) & set(known.ranges):
                    yield f"{here}: must be one of {', '.join(known.ranges)}"
                yield from _of_node(value, here)


def _fits(value: object, kind: str) -> bool:
    """Whether a plain value is one of a data type, or the address of a member of an enumeration."""
    readers = {
        "Date": datetime.date.fromisoformat,
        "DateTime": datetime.datetime.fromisoformat,
        "Time": datetime.time.fromisoformat,
    }
    if kind in readers:
        try:
            return isinstance(value, str) and readers[kind](value) is not None
        except ValueError:
            return False
    if kind in ("Number", "Integer", "Float"):
        return type(value) is int or (type(value) is float and kind != "Integer")
    if kind == "Boolean":
        return type(value) is bool
    if not isinstance(value, str):
        return False
    if kind == "Text":
        return bool(value)
    if kind == "URL":
        return urlsplit(value).scheme in ("http", "https") and bool(urlsplit(value).netloc)
    return _name(value) != value and _name(value) in registry.ENUM_MEMBERS.get(kind, ())
