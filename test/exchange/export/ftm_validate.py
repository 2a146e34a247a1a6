"""Holds our FollowTheMoney exports against FollowTheMoney itself.

    ftm_validate.py FOLDER NAME...

For each NAME, FOLDER/NAME.entities.json (and FOLDER/NAME.statements.json, where it is there) is read with the commands
that a partner would use: `ftm validate`, which leaves out what it does not take and says nothing of it, and
`ftm aggregate-statements`. What differs goes to standard output, as one JSON object; FOLDER/NAME.validated.json is what
FollowTheMoney has kept.
"""

import json
import string
import sys
from itertools import groupby
from pathlib import Path
from types import ModuleType


class Transliterator:
    """Stands in for the C++ library behind transliteration, which PyPI has as source only.

    FollowTheMoney transliterates what it compares by name, as a country whose code it does not know.
    """

    @staticmethod
    def createInstance(script):
        return Transliterator()

    def transliterate(self, text):
        raise RuntimeError(f"FollowTheMoney wants to transliterate {text!r}: it looks a value up by name.")


icu = ModuleType("icu")
icu.Transliterator = Transliterator
sys.modules["icu"] = icu

from followthemoney import model  # noqa: E402
from followthemoney.cli.cli import cli  # noqa: E402
from followthemoney.dataset import Dataset  # noqa: E402
from followthemoney.statement import Statement, StatementEntity  # noqa: E402
from followthemoney.types import registry  # noqa: E402


def read(path):
    with open(path, encoding="utf-8") as lines:
        return [json.loads(line) for line in lines]


def values(entity):
    """All that an entity says, one value at a time."""
    for prop, texts in entity["properties"].items():
        yield from ((prop, text) for text in texts)
    for field in ("schema", "first_seen", "last_seen"):
        yield field, entity.get(field)
    for field in ("datasets", "referents"):
        yield from ((field, text) for text in entity.get(field, []))


def differences(before, after):
    """What is in one list of entities and not in the other, by id."""
    theirs = {entity["id"]: set(values(entity)) for entity in after}
    return [
        [entity["id"], prop, text]
        for entity in before
        for prop, text in values(entity)
        if (prop, text) not in theirs.get(entity["id"], set())
    ]


def misfits(entities):
    """What `ftm validate` does not look at: properties that are required, and what references lead to."""
    schemata = {entity["id"]: entity["schema"] for entity in entities}
    for entity in entities:
        schema = model[entity["schema"]]
        for prop in schema.required:
            if not entity["properties"].get(prop):
                yield [entity["id"], prop, None]
        for prop, text in values(entity):
            target = schema.get(prop)
            if target is None or target.type != registry.entity or prop not in entity["properties"]:
                continue
            if text not in schemata or not model[schemata[text]].is_a(target.range):
                yield [entity["id"], prop, text]


def wrong_ids(rows):
    """Statements whose id is not the one that FollowTheMoney gives them."""
    for row in rows:
        stated = Statement.from_dict({**row, "id": None})
        if stated.id != row["id"] or stated.lang != row["lang"]:
            yield [row["entity_id"], row["prop"], row["value"]]
    key = lambda row: (row["canonical_id"], row["dataset"])  # noqa: E731
    for (_, dataset), group in groupby(sorted(rows, key=key), key=key):
        group = list(group)
        entity = StatementEntity.from_statements(Dataset.make({"name": dataset}), map(Statement.from_dict, group))
        computed = {(s.prop, s.value, s.lang): s.id for s in entity.statements}
        ours = {(row["prop"], row["value"], row["lang"]): row["id"] for row in group}
        yield from ([dataset, *key] for key in computed.keys() ^ ours.keys())


def check(folder, name):
    entities, validated = folder / f"{name}.entities.json", folder / f"{name}.validated.json"
    cli(["validate", "-i", str(entities), "-o", str(validated)], standalone_mode=False)
    before, after = read(entities), read(validated)
    report = {
        "entities": len(before),
        "lost": differences(before, after),
        "gained": differences(after, before),
        "misfits": list(misfits(before)),
    }
    statements, aggregated = folder / f"{name}.statements.json", folder / f"{name}.aggregated.json"
    if statements.exists():
        arguments = ["-f", "json", "-i", str(statements), "-o", str(aggregated)]
        cli(["aggregate-statements", *arguments], standalone_mode=False)
        rows, together = read(statements), read(aggregated)
        report["statements"] = len(rows)
        report["wrong"] = list(wrong_ids(rows))
        report["apart"] = differences(before, together) + differences(together, before)
    return report


def codes():
    """The codes of countries that it takes as they are, and the languages by two letters."""
    pairs = [a + b for a in string.ascii_lowercase for b in string.ascii_lowercase]
    languages = {pair: registry.language.clean_text(pair) for pair in pairs}
    known = [code for code in registry.country.codes if len(code) == 2]
    return {
        "countries": sorted(code for code in known if registry.country.clean_text(code) == code),
        "languages": {pair: language for pair, language in languages.items() if language},
    }


if __name__ == "__main__":
    folder, *names = sys.argv[1:]
    reports = {name: check(Path(folder), name) for name in names}
    print(json.dumps({"codes": codes(), "reports": reports}))
