"""Schemas of documents, and which of their properties documents had."""

import json

import jsonschema

COMMON = "cadre.common-1.schema.json"


class Schemas:
    """The schemas of the repository, by name, such as `plan`; `common` is what they refer to."""

    def __init__(self, folder):
        self.raw = {}
        for path in sorted(folder.glob("cadre.*-1.schema.json")):
            name = path.name.removeprefix("cadre.").removesuffix("-1.schema.json")
            self.raw[name] = json.loads(path.read_text(encoding="utf-8"))
            assert self.raw[name]["$id"] == path.name, f"{path.name} is called otherwise by its $id"
        self.formats = set(self.raw) - {"common"}
        self.validators = {name: jsonschema.Draft202012Validator(self.bundle(name))
                           for name in self.formats}

    def bundle(self, name):
        """A schema with what it refers to inside of it, as `cadre schema` prints it."""
        local = {f'"{COMMON}#/$defs/': '"#/$defs/common/$defs/'}
        schema = renamed(self.raw[name], local)
        if schema != self.raw[name]:
            parts = renamed(self.raw["common"]["$defs"], {'"#/$defs/': '"#/$defs/common/$defs/'})
            schema["$defs"] = {"common": {"$defs": parts}} | schema.get("$defs", {})
        return schema

    def resolve(self, name, reference):
        """The place of a reference in a schema: name of the schema, pointer, and what is there."""
        file, pointer = reference.split("#")
        if file:
            assert file == COMMON, f"{name} refers to {file}"
            name = "common"
        found = self.raw[name]
        for key in pointer.strip("/").split("/"):
            found = found[key]
        return name, pointer, found

    def open(self):
        """Places of objects that let keys pass without a description."""
        for name, schema in self.raw.items():
            for place, part in objects(schema, ""):
                if "additionalProperties" not in part:
                    yield f"{name}#{place}"

    def properties(self):
        """Every property that some schema describes, as name and pointer."""
        for name, schema in self.raw.items():
            yield from ((name, pointer) for pointer in described(schema, ""))


def renamed(schema, names):
    """The same with other texts in its references."""
    text = json.dumps(schema)
    for before, after in names.items():
        text = text.replace(before, after)
    return json.loads(text)


def objects(schema, place):
    """The schemas of objects, with their places."""
    inner = schema.items() if isinstance(schema, dict) else enumerate(schema)
    if isinstance(schema, dict) and schema.get("type") == "object":
        yield place, schema
    for key, value in inner:
        if isinstance(value, (dict, list)):
            yield from objects(value, f"{place}/{key}")


def described(schema, place):
    """Pointers to the properties that a schema describes."""
    if isinstance(schema, dict):
        for key, value in schema.items():
            if key == "properties" and isinstance(value, dict):
                for property, inner in value.items():
                    # A condition on a property describes nothing.
                    if not place.endswith("/if"):
                        yield f"{place}/properties/{property}"
                    yield from described(inner, f"{place}/properties/{property}")
            else:
                yield from described(value, f"{place}/{key}")
    elif isinstance(schema, list):
        for index, value in enumerate(schema):
            yield from described(value, f"{place}/{index}")


class Coverage:
    """Which properties documents had with a value other than null, unless they have no other."""

    def __init__(self, schemas):
        self.schemas = schemas
        self.seen = set()

    def walk(self, value, schema, name, place):
        if "$ref" in schema:
            target, pointer, found = self.schemas.resolve(name, schema["$ref"])
            self.walk(value, found, target, pointer)
        for index, branch in enumerate(schema.get("anyOf", [])):
            if self.fits(value, branch, name):
                self.walk(value, branch, name, f"{place}/anyOf/{index}")
                break
        if isinstance(value, dict):
            known = schema.get("properties", {})
            for key, item in value.items():
                if key in known:
                    at = f"{place}/properties/{key}"
                    if item is not None or known[key].get("type") == "null":
                        self.seen.add((name, at))
                    self.walk(item, known[key], name, at)
                elif isinstance(schema.get("additionalProperties"), dict):
                    at = f"{place}/additionalProperties"
                    self.walk(item, schema["additionalProperties"], name, at)
        elif isinstance(value, list) and "items" in schema:
            for item in value:
                self.walk(item, schema["items"], name, f"{place}/items")

    def fits(self, value, schema, name):
        """Whether a branch is the one that a value was written by: null, or else by its keys."""
        if "$ref" in schema:
            name, _, schema = self.schemas.resolve(name, schema["$ref"])
        if schema.get("type") == "null" or value is None:
            return schema.get("type") == "null" and value is None
        if isinstance(value, dict) and "properties" in schema:
            return set(schema["required"]) <= set(value) <= set(schema["properties"]) and all(
                "const" not in inner or value.get(key) == inner["const"]
                for key, inner in schema["properties"].items())
        return True
