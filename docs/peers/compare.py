#!/usr/bin/env python3
"""What Carnet and other tools report of ten defects in one payload, as a Markdown table.

    python3 docs/peers/compare.py [--path FOLDER]... [--raw FOLDER]

Tools are looked for in the folders of --path, and on the PATH; what is not installed is left out:

    pip install check-jsonschema
    npm install ajv-cli ajv-formats @sourcemeta/jsonschema @stoplight/spectral-cli @redocly/cli

Every defect is tried alone, in a payload that is right but for it, so that nobody has to guess what
a message is about; then all ten in one payload. --raw keeps payloads and outputs, to read them.
"""

import argparse
import json
import os
import re
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent.parent
SCHEMA = ROOT / "schemas/revnue/revnue.customer.create.request.schema.json"
OPERATION = "revnue.customer.create"

# Blank lines before the payload: a line number in an output is then no other number.
BLANK = 700

# The lines of a payload that is right, without commas between members.
RIGHT = {
    "company": '"company": 1',
    "name": '"name": "Example Ltd"',
    "contact": '"contact_person": {"name": "Ada", "email": "ada@example.com"}',
    "city": '"city": "Example Town"',
    "phone": '"phone": "555-0100"',
    "fax": '"fax": "555-0101"',
    "signed": '"nda_signed": true',
    "date": '"nda_signed_date": "2026-12-31"',
    "text": '"template": {"id": 7, "fields": [{"id": 1, "value": "blue"}',
    "number": '{"id": 2, "value": 999999999999999.00}]}',
}

# Defect, the member it is in, that member with it, the words of a remedy for it, and those that only
# a message about it has.
DEFECTS = [
    ("a name of 51 emoji, where 50 characters are allowed", "name", '"name": "' + "😀" * 51 + '"',
     r"shorten|by 1\b", r"50 (char|are)|at most 50|too long|<= 50|less than or equal to 50"),
    ("a text where an integer is documented", "company", '"company": "1"',
     r"write 1\b|without quotes", r"integer"),
    ("a misspelt key, `citty`", "city", '"citty": "Example Town"',
     r"did you mean|`city`|rename", r"citty|additional propert"),
    ("a key that stands twice", "phone", '"phone": "555-0100",\n"phone": "555-0199"',
     r"remove|keep one|rename", r"duplicat|twice"),
    ("a required member that is missing", "text", '"template": {"id": 7, "fields": [{"value": "blue"}',
     r"\badd\b", r"\bid\b.*(required|missing)|required.*\bid\b"),
    ("a date the other way round", "date", '"nda_signed_date": "31-12-2026"',
     r"2026-12-31|write it like", r"31-12-2026|nda_signed_date"),
    ("999999999999999.01, one hundredth above the bound", "number", '{"id": 2, "value": 999999999999999.01}]}',
     r"at most|lower|write 9", r"999999999999999"),
    ("a comma before the closing bracket", "number", '{"id": 2, "value": 999999999999999.00}]},',
     r"remove|delete|drop", r"comma\b|expecting property name|double-quoted property|parse the JSON document"),
    ("an e-mail address without the name that it needs", "contact", '"contact_person": {"email": "ada@example.com"}',
     r"\badd\b", r"email"),
    ("null where absent is meant", "fax", '"fax": null',
     r"leave|remove|omit", r"\bnull\b|\bfax\b"),
]


def payload(defects):
    """The text of a payload with these defects, and the line that each begins in."""
    lines, where, number = [""] * BLANK + ["{"], {}, BLANK + 2
    changed = {}
    for index in defects:
        _, member, text, _, _ = DEFECTS[index]
        # Two defects of one member: a comma behind the wrong number.
        if member in changed and text.endswith("},"):
            text = changed[member] + ","
        changed[member] = text
        where.setdefault(index, member)
    starts = {}
    names = list(RIGHT)
    for at, member in enumerate(names):
        text = changed.get(member, RIGHT[member])
        if at + 1 < len(names):
            text += ","
        starts[member] = number
        lines.append(text)
        number += text.count("\n") + 1
    lines.append("}")
    # Of a key that stands twice, readers may name the second.
    return "\n".join(lines) + "\n", {index: starts[member] for index, member in where.items()}


def run(words, folder):
    done = subprocess.run(words, cwd=folder, capture_output=True, text=True, timeout=300,
                          env={**os.environ, "NO_COLOR": "1", "FORCE_COLOR": "0",
                               "REDOCLY_TELEMETRY": "off", "REDOCLY_SUPPRESS_UPDATE_NOTICE": "true"})
    # Advice on how to silence a tool is no remedy.
    output = [line for line in (done.stdout + done.stderr).splitlines() if "ignore-file" not in line]
    return done.returncode, "\n".join(output)


class Tool:
    def __init__(self, title, program, version, words, prepare=None, package=""):
        self.title, self.program, self.words, self.package = title, program, words, package
        self.version_words, self.prepare = version, prepare
        self.version = None

    def find(self, folders):
        path = [*map(str, folders), *os.environ.get("PATH", "").split(os.pathsep)]
        found = [found for it in path if (found := shutil.which(self.program, path=it))]
        # Another package may have a program of the same name.
        found = [it for it in found if self.package in str(Path(it).resolve())]
        if not found:
            return False
        self.program = str(Path(found[0]).absolute())
        self.version = self.version_words(self.program)
        return True

    def check(self, folder):
        return run([self.program, *self.words], folder)


def says(*words):
    """The first number with dots that a command prints."""
    def ask(program):
        _, text = run([program, *words], ".")
        found = re.search(r"\d+\.\d+(\.\d+)?", text)
        return found.group() if found else "?"
    return ask


def of_package(program):
    """The version in the package.json beside a program that does not tell."""
    for folder in Path(program).resolve().parents:
        package = folder / "package.json"
        if package.is_file():
            return json.loads(package.read_text()).get("version", "?")
    return "?"


def spectral(folder, _payload):
    schema = json.loads(SCHEMA.read_text())
    rule = {"given": "$", "severity": "error", "then": {"function": "schema", "functionOptions": {
        "schema": schema, "dialect": "draft2020-12", "allErrors": True}}}
    (folder / "ruleset.json").write_text(json.dumps({"rules": {"payload": rule}}))


def redocly(folder, payload):
    """Redocly checks examples within a description of an API: the payload becomes one, in lines of
    the same numbers."""
    schema = json.loads(SCHEMA.read_text())
    schema.pop("$schema")
    schema.pop("$id")
    definitions = schema.pop("$defs")
    text = json.dumps(schema).replace("#/$defs/", "#/components/schemas/")
    definitions = json.dumps(definitions).replace("#/$defs/", "#/components/schemas/")
    content = {"schema": {"$ref": "#/components/schemas/Payload"},
               "examples": {"one": {"value": "PAYLOAD"}}}
    api = {"openapi": "3.1.0", "info": {"title": "t", "version": "1"}, "paths": {"/c": {"post": {
        "requestBody": {"content": {"application/json": content}},
        "responses": {"200": {"description": "ok"}}}}},
        "components": {"schemas": {"Payload": json.loads(text), **json.loads(definitions)}}}
    (folder / "openapi.json").write_text(json.dumps(api).replace('"PAYLOAD"', payload))
    (folder / "redocly.yaml").write_text(
        "rules:\n  struct: off\n  no-unresolved-refs: error\n"
        "  no-invalid-media-type-examples:\n    severity: error\n    allowAdditionalProperties: true\n")


TOOLS = [
    Tool("Carnet", "carnet", says("--version"), ["lint", "--operation", OPERATION, "payload.json"]),
    Tool("check-jsonschema", "check-jsonschema", says("--version"),
         ["--schemafile", str(SCHEMA), "payload.json"]),
    Tool("sourcemeta jsonschema", "jsonschema", says("version"),
         ["validate", str(SCHEMA), "payload.json", "--format-assertion", "--verbose"],
         package="sourcemeta"),
    Tool("ajv-cli", "ajv", of_package,
         ["validate", "--spec=draft2020", "--strict=false", "--all-errors", "-c", "ajv-formats",
          "--errors=text", "-s", str(SCHEMA), "-d", "payload.json"]),
    Tool("Spectral", "spectral", says("--version"),
         ["lint", "--ruleset", "ruleset.json", "payload.json"], spectral),
    Tool("Redocly", "redocly", says("--version"),
         ["lint", "openapi.json", "--config", "redocly.yaml", "--max-problems", "1000"], redocly),
]


def verdict(index, status, output, line):
    """What an output says about the one defect of a payload."""
    _, _, text, remedy, _ = DEFECTS[index]
    if status == 0:
        return "–"
    # The second of two keys, and what stands behind a comma, are in the line below.
    lines = [line, line + 1] if "\n" in text or text.endswith(",") else [line]
    cell = "yes"
    if any(re.search(rf"(?<!\d){number}(?!\d)", output) for number in lines):
        cell += ", line"
    if re.search(remedy, output, re.IGNORECASE):
        cell += ", remedy"
    return cell


def compare(tool, folder, raw):
    """One cell for every defect alone, and one for all of them in one payload."""
    def check(name, defects):
        text, lines = payload(defects)
        if tool.prepare:
            tool.prepare(folder, text)
        (folder / "payload.json").write_text(text)
        status, output = tool.check(folder)
        if raw:
            (raw / f"{tool.title} {name}.txt").write_text(f"{status}\n{output}")
        return status, output, lines
    status, output, _ = check("right", [])
    if status != 0:
        sys.exit(f"{tool.title} refuses the right payload:\n{output}")
    cells = []
    for index in range(len(DEFECTS)):
        status, output, lines = check(f"{index + 1:02}", [index])
        cells.append(verdict(index, status, output, lines[index]))
    def together(name, defects):
        _, output, _ = check(name, defects)
        return sum(bool(re.search(DEFECTS[it][4], output, re.IGNORECASE)) for it in defects)
    every = list(range(len(DEFECTS)))
    parsed = [index for index in every if not DEFECTS[index][2].endswith("},")]
    return cells, [together("all", every), together("all but the comma", parsed)]


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("--path", action="append", default=[], type=Path)
    parser.add_argument("--raw", type=Path)
    options = parser.parse_args()
    if options.raw:
        options.raw.mkdir(parents=True, exist_ok=True)
    tools = [tool for tool in TOOLS if tool.find(options.path)]
    columns = []
    for tool in tools:
        with tempfile.TemporaryDirectory() as folder:
            columns.append(compare(tool, Path(folder), options.raw))
    print("| defect | " + " | ".join(f"{tool.title} {tool.version}" for tool in tools) + " |")
    print("|---|" + "---|" * len(tools))
    for index, (defect, *_) in enumerate(DEFECTS):
        print(f"| {defect} | " + " | ".join(cells[index] for cells, _ in columns) + " |")
    alone = [sum(cell != "–" for cell in cells) for cells, _ in columns]
    print("| **reported, each alone** | " + " | ".join(f"{count} of 10" for count in alone) + " |")
    for at, title, most in [(0, "all ten in one payload", 10), (1, "all but the comma in one", 9)]:
        counts = [f"{counts[at]} of {most}" for _, counts in columns]
        print(f"| **reported, {title}** | " + " | ".join(counts) + " |")


main()
