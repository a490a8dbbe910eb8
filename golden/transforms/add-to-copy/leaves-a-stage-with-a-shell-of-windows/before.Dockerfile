ARG BASE
FROM ${BASE} AS tools
SHELL ["C:\\Windows\\System32\\cmd.exe", "/S", "/C"]
ADD conf conf

FROM tools
ADD site site
