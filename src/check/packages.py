"""The package indices of Debian and Ubuntu, as the checks beside this file read them."""
import argparse, gzip, lzma, subprocess, sys, urllib.error, urllib.request


def arguments(description):
    """Returns the suites that are named on the command line, and the address of the mirror to ask."""
    parser = argparse.ArgumentParser(description=description)
    parser.add_argument("--mirror")
    parser.add_argument("suites", nargs="+")
    given = parser.parse_args()
    return given.suites, given.mirror or mirror()


def mirror():
    """Returns the address of the first mirror that apt uses here."""
    lines = subprocess.run(["apt-get", "indextargets", "--format", "$(SITE)"], capture_output=True, text=True).stdout
    return lines.splitlines()[0] if lines else sys.exit("apt knows no mirror here; name one with --mirror")


def index(address, suite, component):
    """Returns the text of the index of a component, or None if there is none."""
    for ending, unpack in ((".xz", lzma.decompress), (".gz", gzip.decompress)):
        try:
            with urllib.request.urlopen("%s/dists/%s/%s/binary-amd64/Packages%s" % (address.rstrip("/"), suite, component, ending), timeout=300) as answer:
                return unpack(answer.read()).decode("utf-8", "replace")
        except (urllib.error.URLError, OSError):
            continue
    return None
