#!/usr/bin/env bash
# Processor time of whole runs of `drydock check` over generated files, each series at N, 2 N, 4 N and 8 N, and the ratio of
# each to the one before: 2 is proportional to the text.
#
#   [RUNS=3] [JAVA_TOOL_OPTIONS=-Xmx512m] src/bench/growth.sh [SERIES[:FIRST]...]
#
# Without a series all are measured. FIRST is the smallest N; each figure is the least of RUNS runs, 1 if not given.
set -eu
here=$(cd "$(dirname "$0")/../.." && pwd)
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
TIMEFORMAT='%U %S'

# Each line of awk gets the number i, from 0 to N - 1.
each() { awk -v n="$1" "BEGIN { for (i = 0; i < n; i++) { $2 } }"; }
dockerfile() { { printf 'FROM %s\n' "$3"; each "$1" "$4"; } >"$2/Dockerfile"; }
compose() { { echo 'services:'; each "$1" "$3"; } >"$2/compose.yaml"; }

# Series of instructions in one Dockerfile.
runs() { dockerfile "$1" "$2" debian:12 'print "RUN apt-get install curl"'; }
stages() { dockerfile "$1" "$2" 'debian:12 AS s0' 'printf "FROM s%d AS s%d\nRUN apt-get install curl\n", i, i + 1'; }
starts() { dockerfile "$1" "$2" node:20 'printf "FROM node:20 AS s%d\nCMD node server%d.js\n", i, i'; }
health() { dockerfile "$1" "$2" node:20 'printf "HEALTHCHECK CMD curl -f http://localhost:%d/\n", i'; }
ports() { dockerfile "$1" "$2" node:20 'printf "EXPOSE 22 %d\n", 3000 + i'; }
keys() { dockerfile "$1" "$2" golang:1.22 'printf "COPY id_rsa /root/.ssh/k%d/id_rsa\nRUN ssh -i /root/.ssh/k%d/id_rsa git@example.com\n", i, i'; }
yarns() { dockerfile "$1" "$2" node:22 'printf "COPY package.json yarn.lock ./a%d/\nRUN cd a%d && yarn install --frozen-lockfile\n", i, i'; }
secrets() { dockerfile "$1" "$2" node:22 'printf "ENV SERVICE_%d_PASSWORD=%dqX7w%dTz9k\n", i, i * 7919, i'; }

# Series of services in one compose file.
services() { compose "$1" "$2" 'printf "  s%d:\n    image: nginx:1.25\n    ports:\n      - \"%d:80\"\n", i, 8000 + i'; }
passwords() { compose "$1" "$2" 'printf "  s%d:\n    image: postgres:16\n    environment:\n      POSTGRES_PASSWORD: %dqX7w%dTz9k\n", i, i * 7919, i'; }
heirs() { compose "$1" "$2" 'printf "  s%d:\n", i; if (i) printf "    extends: s%d\n", i - 1; else print "    image: nginx:1.25"; printf "    ports:\n      - \"%d:80\"\n", 8000 + i'; }
built() {
    printf 'FROM node:20\nCMD ["node", "server.js"]\n' >"$2/Dockerfile"
    compose "$1" "$2" 'printf "  s%d:\n    build: .\n    ports:\n      - \"%d:80\"\n", i, 8000 + i'
}

# Series of command lines in one script.
commands() {
    printf 'FROM debian:12\nCMD ["sleep", "1"]\n' >"$2/Dockerfile"
    each "$1" 'printf "docker build -t i%d .\ndocker run -d --name c%d i%d\n", i, i, i' >"$2/run.sh"
}

# Series of files: in folders of their own, and in one context.
files() {
    for ((i = 0; i < $1; i++)); do
        mkdir "$2/p$i"
        printf 'FROM node:20\nWORKDIR /app\nCOPY . .\nRUN npm install\nCMD node server.js\n' >"$2/p$i/Dockerfile"
    done
}
context() {
    for ((i = 0; i < $1; i++)); do
        printf 'FROM node:20\nWORKDIR /app\nCOPY . .\nRUN npm install\nCMD node server.js\n' >"$2/Dockerfile.p$i"
    done
}

[ $# -gt 0 ] || set -- runs stages starts health ports keys yarns secrets services passwords heirs built commands files context
for series; do
    first=${series#*:}
    series=${series%%:*}
    if [ "$first" = "$series" ]; then
        case $series in
            runs) first=1250 ;;
            files) first=2500 ;;
            services) first=250 ;;
            stages) first=625 ;;
            *) first=250 ;;
        esac
    fi
    before=
    for n in "$first" $((first * 2)) $((first * 4)) $((first * 8)); do
        mkdir "$work/$series-$n"
        "$series" "$n" "$work/$series-$n"
        for ((run = 0; run < ${RUNS:-1}; run++)); do
            { time "$here/drydock" check -q "$work/$series-$n" >/dev/null 2>"$work/errors" || true; } 2>&1
        done >"$work/times"
        grep 'error' "$work/errors" >&2 || true
        seconds=$(awk '{ print $1 + $2 }' "$work/times" | sort -n | head -n 1)
        ratio=$(awk -v now="$seconds" -v before="$before" 'BEGIN { print before == "" ? "" : sprintf("x %.2f", now / before) }')
        printf '%-9s %6d %8.2f s %s\n' "$series" "$n" "$seconds" "$ratio"
        before=$seconds
        rm -rf "${work:?}/$series-$n"
    done
done
