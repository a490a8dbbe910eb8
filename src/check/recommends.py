#!/usr/bin/env python3
"""recommends.py [--mirror ADDRESS] SUITE...: which packages that transforms/knowledge/recommends.yaml adds are missing in a suite.

Reads the package index of each suite (main and, in Ubuntu, universe) from a mirror: that of apt on this machine, unless another one
is given. Prints a line for every package that some suite lacks, with the suites that have it, as the section `available` wants it.
Needs a line of the form `name: {breaks: [...], degrades: [...]}` for each loss, as the file has them."""
import argparse, gzip, lzma, pathlib, re, subprocess, sys, urllib.error, urllib.request

FILE = pathlib.Path(__file__).resolve().parents[2] / "transforms/knowledge/recommends.yaml"


def mirror():
    """Returns the address of the first mirror that apt uses here."""
    lines = subprocess.run(["apt-get", "indextargets", "--format", "$(SITE)"], capture_output=True, text=True).stdout
    return lines.splitlines()[0] if lines else sys.exit("apt knows no mirror here; name one with --mirror")


def additions():
    """Returns every package that the section `losses` names as an addition."""
    text = FILE.read_text()
    losses = text[text.index("\nlosses:"): text.index("\nreasons:")]
    return sorted({name.strip() for found in re.findall(r"(?:breaks|degrades): \[([^\]]*)\]", losses) for name in found.split(",")})


def index(address, suite, component):
    """Returns the names of the packages of a component, or None if there is no index."""
    for ending, unpack in ((".xz", lzma.decompress), (".gz", gzip.decompress)):
        try:
            with urllib.request.urlopen("%s/dists/%s/%s/binary-amd64/Packages%s" % (address.rstrip("/"), suite, component, ending), timeout=300) as answer:
                text = unpack(answer.read()).decode("utf-8", "replace")
        except (urllib.error.URLError, OSError):
            continue
        names = set(re.findall(r"^Package: (\S+)$", text, re.M))
        for provided in re.findall(r"^Provides: (.*)$", text, re.M):
            names |= {each.split()[0] for each in provided.split(", ")}
        return names
    return None


def main():
    arguments = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    arguments.add_argument("--mirror")
    arguments.add_argument("suites", nargs="+")
    given = arguments.parse_args()
    address = given.mirror or mirror()
    known = {}
    for suite in given.suites:
        parts = [index(address, suite, component) for component in ("main", "universe")]
        if parts[0] is None:
            print("# no index of %s" % suite, file=sys.stderr)
            continue
        known[suite] = set().union(*[each for each in parts if each])
    for name in additions():
        there = [suite for suite in known if name in known[suite]]
        if len(there) < len(known):
            print("  %s: [%s]" % (name, ", ".join(there)))


main()
