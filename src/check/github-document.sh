#!/bin/sh
# Checks the requests to GitHub against GitHub's own description of its interface, which it publishes as an npm package.
#
#   src/check/github-document.sh
#
# Needs node, npm and the npm registry, so it is not a part of the tests. Takes about two minutes.
set -eu
here=$(CDPATH='' cd -- "$(dirname -- "$0")/../.." && pwd)
work=$(mktemp -d)
port=${GITHUB_MOCK_PORT:-4010}
mock=
trap '[ -z "$mock" ] || kill "$mock"; rm -rf -- "$work"' EXIT
cd "$work"
npm install --no-audit --no-fund --silent @octokit/openapi @stoplight/prism-cli
node_modules/.bin/prism mock -h 127.0.0.1 -p "$port" node_modules/@octokit/openapi/generated/ghes-3.19.json >log 2>&1 &
mock=$!
tries=0
until grep -q 'is listening' log; do
    tries=$((tries + 1))
    kill -0 "$mock" 2>/dev/null && [ "$tries" -le 120 ] || { cat log >&2; exit 1; }
    sleep 1
done
cd "$here"
mvn -q verify -Dgithub.mock="http://127.0.0.1:$port" -Dit.test=GitHubDocumentIT -Dtest=none -Dsurefire.failIfNoSpecifiedTests=false
