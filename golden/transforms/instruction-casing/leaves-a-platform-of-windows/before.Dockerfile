FROM --platform=windows/amd64 example/tool:1
run tool --check
CMD ["tool"]
