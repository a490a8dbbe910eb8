#!/usr/bin/env bash
# Processor time of whole runs of `drydock check` over generated files, each series at N, 2 N, 4 N ..., and the ratio of each
# to the one before: 2 is proportional to the text.
#
#   src/bench/growth.sh [SERIES...]     runs, stages, services, commands, files; all without one
set -eu
here=$(cd "$(dirname "$0")/../.." && pwd)
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
TIMEFORMAT='%U %S'

runs() { printf 'FROM debian:12\n'; for ((i = 0; i < $1; i++)); do echo 'RUN apt-get install curl'; done; }
stages() {
    printf 'FROM debian:12 AS s0\n'
    for ((i = 0; i < $1; i++)); do printf 'FROM s%d AS s%d\nRUN apt-get install curl\n' "$i" $((i + 1)); done
}
services() {
    echo 'services:'
    for ((i = 0; i < $1; i++)); do
        printf '  s%d:\n    image: nginx:1.25\n    ports:\n      - "%d:80"\n' "$i" $((8000 + i))
    done
}
commands() {
    echo '#!/bin/sh'
    for ((i = 0; i < $1; i++)); do printf 'docker build -t i%d .\ndocker run -d --name c%d i%d\n' "$i" "$i" "$i"; done
}
generate() { # SERIES N FOLDER
    mkdir -p "$3"
    case $1 in
        services) services "$2" >"$3/compose.yaml" ;;
        commands)
            printf 'FROM debian:12\nCMD ["sleep", "1"]\n' >"$3/Dockerfile"
            commands "$2" >"$3/run.sh"
            ;;
        files)
            for ((i = 0; i < $2; i++)); do
                mkdir -p "$3/p$i"
                printf 'FROM node:20\nWORKDIR /app\nCOPY . .\nRUN npm install\nCMD node server.js\n' >"$3/p$i/Dockerfile"
            done
            ;;
        *) "$1" "$2" >"$3/Dockerfile" ;;
    esac
}

[ $# -gt 0 ] || set -- runs stages services commands files
for series; do
    case $series in
        runs) first=1250 ;;
        stages) first=1250 ;;
        services | commands) first=500 ;;
        *) first=2500 ;;
    esac
    before=
    for n in "$first" $((first * 2)) $((first * 4)) $((first * 8)); do
        generate "$series" "$n" "$work/$series-$n"
        seconds=$({ time "$here/drydock" check -q "$work/$series-$n" >/dev/null 2>&1 || true; } 2>&1 | awk '{ print $1 + $2 }')
        ratio=$(awk -v now="$seconds" -v before="$before" 'BEGIN { print before == "" ? "" : sprintf("x %.2f", now / before) }')
        printf '%-9s %6d %8.2f s %s\n' "$series" "$n" "$seconds" "$ratio"
        before=$seconds
    done
done
