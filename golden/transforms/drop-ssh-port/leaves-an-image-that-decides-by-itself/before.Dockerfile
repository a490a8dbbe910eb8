FROM registry.example.com/platform/base:2
EXPOSE 22
