from node:22 as build
workdir /app
copy . .
run npm ci \
    # quietly
    --silent

from node:22-slim
copy --from=build /app /app