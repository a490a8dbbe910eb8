FROM registry.example.com/platform/runtime:4
COPY shop /app/shop
CMD ["/app/shop"]
