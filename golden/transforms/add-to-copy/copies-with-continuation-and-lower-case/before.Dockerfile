from node:20
add a.json \
  # one more
  b.json \
  /app/
