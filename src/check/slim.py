#!/usr/bin/env python3
"""slim.py [--mirror ADDRESS] SUITE...: which libraries that transforms/knowledge/runtime-images.yaml takes for granted a slim image lacks.

An empty list there says that the libraries of a development package are in every image of the suite. What debootstrap installs for a
minimal image, which is what the slim images are, follows from the package index: what is required, apt, and what these depend on."""
import pathlib, re, sys
from packages import arguments, index

FILE = pathlib.Path(__file__).resolve().parents[2] / "transforms/knowledge/runtime-images.yaml"


def fields(text):
    """Returns the fields of each package of an index."""
    blocks = (dict(re.findall(r"^([A-Za-z-]+): (.*)$", block, re.M)) for block in text.split("\n\n"))
    return {each["Package"]: each for each in blocks if "Package" in each}


def names(relation):
    """Returns the alternatives of each dependency."""
    return [[re.split(r"[ :(]", each.strip())[0] for each in one.split("|")] for one in relation.split(", ") if one]


def minimal(packages):
    """Returns the names of what a minimal image holds."""
    providers = {}
    for name, fields in packages.items():
        for virtual in names(fields.get("Provides", "")):
            providers.setdefault(virtual[0], []).append(name)
    queue = [name for name, fields in packages.items() if fields.get("Priority") == "required" or fields.get("Essential") == "yes"] + ["apt"]
    there = set(queue)
    while queue:
        fields = packages[queue.pop(0)]
        for alternatives in names(fields.get("Pre-Depends", "")) + names(fields.get("Depends", "")):
            choices = [each for name in alternatives for each in ([name] if name in packages else []) + providers.get(name, [])]
            if choices and not there.intersection(choices):
                # Of the packages that merge /usr, debootstrap takes the one that has nothing left to do.
                chosen = "usr-is-merged" if "usr-is-merged" in choices else choices[0]
                there.add(chosen)
                queue.append(chosen)
    return there


def main():
    suites, address = arguments(__doc__.splitlines()[0])
    text = FILE.read_text()
    for suite in suites:
        found = index(address, suite, "main")
        if found is None:
            print("# no index of %s" % suite, file=sys.stderr)
            continue
        packages = fields(found)
        there = minimal(packages)
        for name in re.findall(r"^  (\S+): \{.*\b(?:all|%s): \[\]" % suite, text, re.M):
            needed = [one[0] for one in names(packages.get(name, {}).get("Depends", "")) if not one[0].endswith("-dev")]
            lacking = [each for each in needed if each not in there and re.match("lib|zlib", each)]
            if lacking:
                print("%s: %s needs %s" % (suite, name, ", ".join(lacking)))


main()
