FROM node:20
FROM mcr.microsoft.com/dotnet/sdk:8.0
FROM grafana/grafana:11
FROM public.ecr.aws/docker/library/node:20
FROM scratch
