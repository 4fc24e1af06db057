#!/usr/bin/env python3
"""Makes catalogue/apps.json: the bundled list of apps that serves when no live list can be had.

    scripts/make_catalogue.py INTEGRATIONS.json

INTEGRATIONS.json holds the facts (name, slug, whether the slug is certain, categories, data types); catalogue/editorial.tsv holds what we
add (popularity, colours, other names, one purpose per app). Every app of the one must be in the other. The output is stable: the same
input gives the same bytes.
"""

import json
import sys
from pathlib import Path

HERE = Path(__file__).resolve().parent.parent / "catalogue"
CATEGORIES = ["hris", "ats", "crm", "accounting", "ticketing", "filestorage", "knowledgebase"]
# Parts of other data types, or lists that need a parent: nothing that can be read on its own.
NESTED = {"accounting.Address", "accounting.AccountingPhoneNumber", "crm.CustomObjectClass"}
# Apps that are offered but missing from the facts.
ADDED = [{"name": "Guru", "slug": "guru", "slug_certain": False, "categories": ["knowledgebase"], "models": {}}]


def editorial():
    rows = {}
    for number, line in enumerate((HERE / "editorial.tsv").read_text(encoding="utf-8").splitlines(), 1):
        if line.startswith("#") or not line:
            continue
        fields = line.split("\t")
        if len(fields) != 4:
            sys.exit(f"editorial.tsv, line {number}: expected 4 columns, found {len(fields)}")
        slug, color, aliases, purpose = fields
        if slug in rows:
            sys.exit(f"editorial.tsv, line {number}: {slug} appears twice")
        rows[slug] = {"color": color or None, "aliases": [a for a in aliases.split("|") if a], "purpose": purpose, "rank": len(rows)}
    return rows


def app(fact, ours):
    made = {"slug": fact["slug"], "name": fact["name"]}
    made["categories"] = [c for c in CATEGORIES if c in fact["categories"]]
    made["purpose"] = ours["purpose"]
    if color := fact.get("color") or ours["color"]:
        made["color"] = color.lower()
    made["slug_certain"] = bool(fact.get("slug_certain"))
    made["popularity"] = ours["rank"]
    if ours["aliases"]:
        made["aliases"] = ours["aliases"]
    readable = [m for m, verbs in fact.get("models", {}).items() if "GET" in verbs and m not in NESTED and m.split(".")[0] in made["categories"]]
    if readable:
        made["models"] = sorted(readable)
    return made


def main():
    if len(sys.argv) != 2:
        sys.exit(__doc__)
    facts = [f for f in json.loads(Path(sys.argv[1]).read_text(encoding="utf-8")) + ADDED if set(f["categories"]) & set(CATEGORIES)]
    ours = editorial()
    slugs = {f["slug"] for f in facts}
    if problems := sorted(slugs ^ ours.keys()):
        sys.exit("in one of the two lists only: " + ", ".join(problems))
    apps = sorted((app(f, ours[f["slug"]]) for f in facts), key=lambda a: a["popularity"])
    lines = ",\n".join(json.dumps(a, ensure_ascii=False, separators=(",", ":")) for a in apps)
    (HERE / "apps.json").write_text(f"[\n{lines}\n]\n", encoding="utf-8")
    print(f"{len(apps)} apps")


if __name__ == "__main__":
    main()
