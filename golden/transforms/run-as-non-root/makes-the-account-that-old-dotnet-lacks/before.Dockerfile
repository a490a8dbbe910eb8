FROM mcr.microsoft.com/dotnet/sdk:6.0
WORKDIR /shop
COPY out .
ENTRYPOINT ["dotnet", "shop.dll"]
