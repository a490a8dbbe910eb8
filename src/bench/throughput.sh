#!/bin/sh
# Files per second of whole processes: check, diff and a second check with a warm archive, over a folder.
#
#   src/bench/throughput.sh FOLDER [JOBS]
#
# Also prints the start-up time on one small file: the median of nine runs.
set -eu

[ $# -ge 1 ] || { echo "usage: $0 FOLDER [JOBS]" >&2; exit 2; }
folder=$1
jobs=${2:-$(getconf _NPROCESSORS_ONLN)}
here=$(CDPATH='' cd -- "$(dirname -- "$0")/../.." && pwd)
work=$(mktemp -d)
trap 'rm -rf -- "$work"' EXIT

now() { date +%s%N; }

measure() {
    start=$(now)
    status=0
    "$here/drydock" "$@" --isolated --no-respect-gitignore -j "$jobs" "$folder" >"$work/out" 2>"$work/err" || status=$?
    end=$(now)
    summary=$(cat "$work/out" "$work/err" | grep -E '^[0-9]+ files?:' | tail -n 1)
    files=${summary%% *}
    awk -v name="$1" -v files="${files:-0}" -v ns=$((end - start)) -v status="$status" -v summary="$summary" 'BEGIN {
        seconds = ns / 1e9
        printf "%-6s %8d files %8.2f s %8.0f files/s  exit %d  (%s)\n", name, files, seconds, files / seconds, status, summary
    }'
}

"$here/drydock" version
measure check
measure diff
measure check

printf 'FROM node:18\nCOPY . /app\nRUN apt-get update && apt-get install -y curl\nCMD ["node", "app.js"]\n' >"$work/Dockerfile"
for _ in 1 2 3 4 5 6 7 8 9; do
    start=$(now)
    "$here/drydock" diff -q --isolated "$work/Dockerfile" >/dev/null || true
    end=$(now)
    echo $(((end - start) / 1000000))
done | sort -n | sed -n 's/$/ ms for one small file (median of 9)/;5p'
