from node:20
copy a.json \
  # one more
  b.json \
  /app/
