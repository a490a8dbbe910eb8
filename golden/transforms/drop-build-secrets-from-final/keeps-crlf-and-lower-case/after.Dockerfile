from node:22 as build
workdir /app
copy . .
run npm ci \
    # quietly
    --silent
run rm -rf /app/.netrc

from node:22-slim
copy --from=build /app /app