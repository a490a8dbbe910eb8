#!/usr/bin/env python3
"""recommends.py [--mirror ADDRESS] SUITE...: which packages that transforms/knowledge/recommends.yaml adds are missing in a suite.

Reads the package index of each suite (main and, in Ubuntu, universe) from a mirror: that of apt on this machine, unless another one
is given. Prints a line for every package that some suite lacks, with the suites that have it, as the section `available` wants it.
Needs a line of the form `name: {breaks: [...], degrades: [...]}` for each loss, as the file has them."""
import pathlib, re, sys
from packages import arguments, index

FILE = pathlib.Path(__file__).resolve().parents[2] / "transforms/knowledge/recommends.yaml"


def additions():
    """Returns every package that the section `losses` names as an addition."""
    text = FILE.read_text()
    losses = text[text.index("\nlosses:"): text.index("\nreasons:")]
    return sorted({name.strip() for found in re.findall(r"(?:breaks|degrades): \[([^\]]*)\]", losses) for name in found.split(",")})


def names(text):
    """Returns the names of the packages of an index, and what they provide."""
    found = set(re.findall(r"^Package: (\S+)$", text, re.M))
    for provided in re.findall(r"^Provides: (.*)$", text, re.M):
        found |= {each.split()[0] for each in provided.split(", ")}
    return found


def main():
    suites, address = arguments(__doc__.splitlines()[0])
    known = {}
    for suite in suites:
        parts = [index(address, suite, component) for component in ("main", "universe")]
        if parts[0] is None:
            print("# no index of %s" % suite, file=sys.stderr)
            continue
        known[suite] = set().union(*[names(each) for each in parts if each])
    for name in additions():
        there = [suite for suite in known if name in known[suite]]
        if len(there) < len(known):
            print("  %s: [%s]" % (name, ", ".join(there)))


main()
