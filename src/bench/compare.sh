#!/usr/bin/env bash
# Whole processes side by side over one folder: Drydock and whichever of its peers are installed, one after the other in each
# round, so that what else the machine does meets all of them. Prints processor and wall time, minimum and median.
#
#   src/bench/compare.sh FOLDER [ROUNDS]
set -eu
[ $# -ge 1 ] || { echo "usage: $0 FOLDER [ROUNDS]" >&2; exit 2; }
folder=$1
rounds=${2:-5}
here=$(cd "$(dirname "$0")/../.." && pwd)
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
TIMEFORMAT='%R %U %S'

files() { find "$folder" -name 'Dockerfile*' -print0 | xargs -0 "$@"; }
drydock_check() { "$here/drydock" check -q "$folder"; }
drydock_diff() { "$here/drydock" diff -q "$folder"; }
drydock_version() { "$here/drydock" --version; }
hadolint_check() { files hadolint; }
tally_check() { tally lint "$folder"; }
compose_lint_check() { find "$folder" -name '*compose*.y*ml' -print0 | xargs -0 compose-lint; }
doctor_check() { files dockerfile-doctor; }

tools=(drydock_version drydock_check drydock_diff)
! command -v hadolint >/dev/null || tools+=(hadolint_check)
! command -v tally >/dev/null || tools+=(tally_check)
! command -v compose-lint >/dev/null || tools+=(compose_lint_check)
! command -v dockerfile-doctor >/dev/null || tools+=(doctor_check)

for ((round = 0; round < rounds; round++)); do
    for tool in "${tools[@]}"; do
        { time "$tool" >/dev/null 2>&1 || true; } 2>>"$work/$tool"
    done
done
printf '%-20s %10s %10s %10s %10s\n' '' 'CPU min' 'CPU median' 'wall min' 'wall median'
for tool in "${tools[@]}"; do
    awk '{ print $2 + $3 }' "$work/$tool" | sort -n >"$work/cpu"
    awk '{ print $1 }' "$work/$tool" | sort -n >"$work/wall"
    middle=$(((rounds + 1) / 2))
    printf '%-20s %10.2f %10.2f %10.2f %10.2f\n' "$tool" "$(sed -n 1p "$work/cpu")" "$(sed -n ${middle}p "$work/cpu")" \
        "$(sed -n 1p "$work/wall")" "$(sed -n ${middle}p "$work/wall")"
done
