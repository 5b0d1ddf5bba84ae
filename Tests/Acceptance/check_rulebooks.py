"""Checks every shipped rulebook and case file against the JSON Schemas that editors use.

Ends with 0 where all agree, 1 where one does not, 77 where PyYAML or jsonschema is not installed.
"""
import datetime
import glob
import json
import os
import re
import sys

try:
    import jsonschema
    import yaml
except ImportError:
    print("PyYAML or jsonschema is missing: not checked")
    sys.exit(77)


def plain(value):
    """Dates as the text they were written in."""
    if isinstance(value, dict):
        return {str(key): plain(entry) for key, entry in value.items()}
    if isinstance(value, list):
        return [plain(entry) for entry in value]
    return value.isoformat() if isinstance(value, datetime.date) else value


def main(folder):
    schemas = {}
    for name in ("rulebook", "cases"):
        with open(os.path.join(folder, name + ".schema.json"), encoding="utf-8") as file:
            schema = json.load(file)
        jsonschema.Draft202012Validator.check_schema(schema)
        schemas[name] = jsonschema.Draft202012Validator(schema)
    wrong = 0
    files = sorted(glob.glob(os.path.join(folder, "*", "[0-9]*.yaml")))
    for path in files:
        with open(path, encoding="utf-8") as file:
            content = plain(yaml.safe_load(file))
        validator = schemas["cases" if path.endswith(".cases.yaml") else "rulebook"]
        for error in validator.iter_errors(content):
            print(f"{path}: {'/'.join(map(str, error.absolute_path))}: {error.message[:200]}")
            wrong += 1
    # The examples of the language reference are rulebooks and cases too.
    with open(os.path.join(folder, "README.md"), encoding="utf-8") as file:
        examples = re.findall(r"```yaml (办法|算例)\n(.*?)```", file.read(), re.S)
    for kind, text in examples:
        content = plain(yaml.safe_load(text))
        for error in schemas["rulebook" if kind == "办法" else "cases"].iter_errors(content):
            print(f"README.md {content.get('编号') or content.get('考核办法')}: {error.message[:200]}")
            wrong += 1
    print(f"{len(files)} files, {len(examples)} examples, {wrong} findings")
    return 1 if wrong or not files else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1]))
