FROM mcr.microsoft.com/windows/servercore:ltsc2022
WORKDIR app
FROM debian:bookworm
WORKDIR /app
WORKDIR "/data"
WORKDIR C:\\app
