FROM mcr.microsoft.com/dotnet/core/sdk:latest
WORKDIR /shop
COPY out .
ENTRYPOINT ["dotnet", "shop.dll"]
