#!/usr/bin/env python3
"""Writes what the records look like, from the upstream's OpenAPI documents: `models.py FOLDER_OF_YAML_FILES`.

`../data/models.json`: by category the models that have a list (path, name, query parameters, fields) and the types inside them.
A field is `[name, type]`; a type is a word (`string`, `uuid`, `date-time`, `number`, …), `enum:A,B`, `ref:Model`, `object:Type`; `[…]` is a
list of it and `?` says that it may be null. Which model a reference leads to is not in the documents, so it is said here.
"""

import json
import pathlib
import sys

import yaml

from schemas import FILES, PLATFORM

# Both are gone from the documents, and the clients still call them.
OLD = {
    "hris": [{
        "path": "teams", "name": "Team", "old": True,
        "fields": [["name", "string?"], ["parent_team", "ref:Team?"]],
    }],
    "ticketing": [{
        "path": "projects", "name": "Project", "old": True,
        "fields": [["name", "string?"], ["description", "string?"]],
    }],
}
USUAL = ["cursor", "page_size", "created_after", "created_before", "modified_after", "modified_before", "include_deleted_data",
         "include_remote_data", "include_shell_data", "remote_id"]
HEAD = [["id", "uuid"], ["remote_id", "string?"], ["created_at", "date-time"], ["modified_at", "date-time"]]
TAIL = [["remote_was_deleted", "boolean"], ["field_mappings", "object:FieldMappings?"], ["remote_data", "[object:RemoteData]?"]]

TARGETS = {
    "hris": {"approver": "Employee", "manager": "Employee", "home_location": "Location", "work_location": "Location"},
    "ats": {
        "creator": "RemoteUser", "credited_to": "RemoteUser", "user": "RemoteUser", "organizer": "RemoteUser", "interviewer": "RemoteUser",
        "interviewers": "RemoteUser", "hiring_managers": "RemoteUser", "recruiters": "RemoteUser", "current_stage": "JobInterviewStage",
        "interview": "ScheduledInterview", "question": None,
    },
    "crm": {"owner": "User", "converted_account": "Account", "converted_contact": "Contact"},
    "accounting": {
        "company": "CompanyInfo", "vendor": "Contact", "customer": "Contact", "purchase_account": "Account", "sales_account": "Account",
        "purchase_tax_rate": "TaxRate", "sales_tax_rate": "TaxRate", "parent_category": "TrackingCategory", "applied_payments": None,
        "delivery_address": None, "shipping_address": None, "sales_order_line": None, "related_object_id": "Invoice",
    },
    "ticketing": {
        "assignees": "User", "creator": "User", "uploaded_by": "User", "applied_to_users": "User", "applied_to_teams": "Team",
        "applied_to_roles": "Role", "applied_to_collections": "Collection", "assigned_teams": "Team",
    },
    "filestorage": {},
    "knowledgebase": {"author": "User", "last_edited_by": "User", "root_container": "Container"},
}
# Of the long lists, the words that records plausibly have.
FEW = {"US": ["US", "GB", "DE", "FR", "CA", "NL", "ES", "AU"], "USD": ["USD", "EUR", "GBP", "CAD"]}


def camel(name):
    return "".join(part.capitalize() for part in name.split("_"))


def singular(name):
    return name[:-3] + "y" if name.endswith("ies") else name.removesuffix("s")


class Reader:
    def __init__(self, category, document):
        self.category, self.schemas, self.types, self.names = category, document["components"]["schemas"], {}, set()

    def target(self, field, many):
        own = TARGETS[self.category]
        if field in own:
            return own[field]
        name = camel(singular(field) if many else field)
        if name in self.names:
            return name
        if name.startswith("Parent") and name.removeprefix("Parent") in self.names:
            return name.removeprefix("Parent")
        if name.startswith("Child") and name.removeprefix("Child") in self.names:
            return name.removeprefix("Child")
        raise SystemExit(f"{self.category}: where does {field} lead to?")

    def word(self, field, schema, inside):
        null = ""
        if "oneOf" in schema:
            null = "?" if any(one.get("type") == "null" for one in schema["oneOf"]) else ""
            schema = next(one for one in schema["oneOf"] if one.get("type") != "null")
        kind = schema.get("type")
        if isinstance(kind, list):
            null = "?" if "null" in kind else null
            kind = next(one for one in kind if one != "null")
        if kind == "array":
            items = dict(schema["items"])
            if items.get("format") == "uuid":
                target = self.target(field, True)
                return f"[{'uuid' if target is None else 'ref:' + target}]{null}"
            return f"[{self.word(field, items, inside)}]{null}"
        if "$ref" in schema:
            name = schema["$ref"].rsplit("/", 1)[1]
            enum = self.schemas[name].get("enum")
            if enum:
                few = next((words for one, words in FEW.items() if one in enum and len(enum) > 100), enum)
                return "enum:" + ",".join(few) + null
            if name.endswith("FieldMappings"):
                name = "FieldMappings"
            elif name not in self.types:
                self.types[name] = None
                self.types[name] = self.fields(name)
            return f"object:{name}{null}"
        if schema.get("format") == "uuid" and field != "id":
            target = self.target(field, False)
            return f"{'uuid' if target is None else 'ref:' + target}{null}"
        return f"{schema.get('format') if kind == 'string' and schema.get('format') else kind or 'any'}{null}"

    def fields(self, name):
        return [[field, self.word(field, schema, name)] for field, schema in self.schemas[name].get("properties", {}).items()]


def main(folder):
    result = {}
    for category, file in FILES.items():
        document = yaml.safe_load((pathlib.Path(folder) / f"merge-{file}.openapi.yaml").read_text())
        reader = Reader(category, document)
        lists = {}
        for path, operations in document["paths"].items():
            rest = path.removeprefix(f"/{category}/v1/")
            if "/" in rest or rest in PLATFORM or "get" not in operations:
                continue
            page = operations["get"]["responses"]["200" if "200" in operations["get"]["responses"] else 200]["content"]["application/json"]["schema"]
            name = reader.schemas[page["$ref"].rsplit("/", 1)[1]]["properties"]["results"]["items"]["$ref"].rsplit("/", 1)[1]
            lists[rest] = (name, [one["name"] for one in operations["get"].get("parameters", []) if one["in"] == "query"])
        reader.names = {name for name, _ in lists.values()} | {old["name"] for old in OLD.get(category, [])}
        models = [
            {"path": path, "name": name, "parameters": parameters, "fields": reader.fields(name)}
            for path, (name, parameters) in sorted(lists.items())
        ]
        models += [{**old, "parameters": USUAL, "fields": HEAD + old["fields"] + TAIL} for old in OLD.get(category, [])]
        # These four are made by their own rules.
        for own in ("RemoteData", "RemoteField", "FieldMappings", "RemoteFieldClass"):
            reader.types.pop(own, None)
        result[category] = {"models": models, "types": dict(sorted(reader.types.items()))}
        print(f"{category}: {len(models)} models, {len(reader.types)} types")
    target = pathlib.Path(__file__).resolve().parent.parent / "data" / "models.json"
    lines = ["{"]
    for category, parts in result.items():
        lines.append(f"{json.dumps(category)}: {{\"models\": [")
        lines.append(",\n".join(json.dumps(model, separators=(",", ":")) for model in parts["models"]))
        lines.append(f"], \"types\": {json.dumps(parts['types'], separators=(',', ':'))}}},")
    lines[-1] = lines[-1].removesuffix(",")
    lines.append("}")
    target.write_text("\n".join(lines) + "\n")


if __name__ == "__main__":
    if len(sys.argv) != 2:
        sys.exit(__doc__)
    main(sys.argv[1])
