FROM mcr.microsoft.com/dotnet/framework/aspnet:4.8 AS site
MAINTAINER Ada Example
WORKDIR /inetpub/wwwroot
