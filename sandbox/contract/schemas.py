#!/usr/bin/env python3
"""Trims the upstream's OpenAPI documents to the answers of the platform endpoints and of the models: `schemas.py FOLDER_OF_YAML_FILES`.

Writes `../tests/schemas/{category}.json`: by "METHOD /path status" the schema of the answer (`answers` of the platform, `records` of the lists
and the single records), and the schemas that these need.
Two things are changed, both on purpose:
- an object that lists its properties allows no others, so that a misspelt field fails; the fields that only the client libraries know
  (`EXTRA`) are added;
- `completed_at` of a linked account may be null: an account that was never completed has no such time, and account-details says so.
"""

import json
import pathlib
import sys

import yaml

FILES = {
    "hris": "hris", "ats": "ats", "accounting": "accounting", "ticketing": "ticketing", "crm": "crm", "filestorage": "file-storage",
    "knowledgebase": "knowledge-base",
}
PLATFORM = {
    "account-details", "account-token", "async-passthrough", "audit-trail", "default-scopes", "delete-account", "field-mappings",
    "generate-key", "issues", "link-token", "linked-accounts", "linked-account-scopes", "passthrough", "regenerate-key", "remote-fields",
    "sync-status", "target-fields",
}
EXTRA = {"SyncStatus": {"data_fresh_as_of": {"type": "string", "format": "date-time"}, "historical_data_since": {"type": "string", "format": "date-time"}, "sync_status_reason": {"type": "string"}}}
KEPT = {"type", "properties", "required", "items", "enum", "format", "oneOf", "anyOf", "allOf", "additionalProperties", "$ref"}


def trim(schema):
    if not isinstance(schema, dict):
        return schema
    out = {key: value for key, value in schema.items() if key in KEPT}
    if "$ref" in out:
        return {"$ref": "#/$defs/" + out["$ref"].rsplit("/", 1)[1]}
    if "properties" in out:
        out["properties"] = {name: trim(value) for name, value in out["properties"].items()}
        if out["properties"] and "additionalProperties" not in out:
            out["additionalProperties"] = False
    for key in ("items", "additionalProperties"):
        if key in out:
            out[key] = trim(out[key])
    for key in ("oneOf", "anyOf", "allOf"):
        if key in out:
            out[key] = [trim(value) for value in out[key]]
    return out


def needed(schema, schemas, found):
    if isinstance(schema, dict):
        name = schema.get("$ref", "").removeprefix("#/$defs/")
        if name and name not in found:
            found[name] = None
            found[name] = trim(schemas[name])
            found[name].get("properties", {}).update(EXTRA.get(name, {}))
            if name == "AccountDetailsAndActions":
                found[name]["properties"]["completed_at"]["type"] = ["string", "null"]
            needed(found[name], schemas, found)
        for value in schema.values():
            needed(value, schemas, found)
    elif isinstance(schema, list):
        for value in schema:
            needed(value, schemas, found)


def main(folder):
    target = pathlib.Path(__file__).resolve().parent.parent / "tests" / "schemas"
    target.mkdir(exist_ok=True)
    for category, file in FILES.items():
        document = yaml.safe_load((pathlib.Path(folder) / f"merge-{file}.openapi.yaml").read_text())
        answers, records, definitions = {}, {}, {}
        lists = {path.removeprefix(f"/{category}/v1/") for path, operations in document["paths"].items() if "get" in operations}
        for path, operations in document["paths"].items():
            rest = path.removeprefix(f"/{category}/v1/")
            parts = rest.split("/")
            of_model = parts[0] not in PLATFORM
            if of_model and (parts[1:] not in ([], ["{id}"]) or parts[0] not in lists):
                continue
            for method, operation in operations.items():
                if of_model and method != "get":
                    continue
                for status, response in operation.get("responses", {}).items():
                    content = response.get("content", {}).get("application/json", {}).get("schema")
                    if str(status).startswith("2") and content is not None:
                        (records if of_model else answers)[f"{method.upper()} /{rest} {status}"] = schema = trim(content)
                        needed(schema, document["components"]["schemas"], definitions)
        result = {"answers": dict(sorted(answers.items())), "records": dict(sorted(records.items())), "$defs": dict(sorted(definitions.items()))}
        (target / f"{category}.json").write_text(json.dumps(result, separators=(",", ":")) + "\n")
        print(f"{category}: {len(answers)} answers, {len(records)} of records, {len(definitions)} schemas")


if __name__ == "__main__":
    if len(sys.argv) != 2:
        sys.exit(__doc__)
    main(sys.argv[1])
