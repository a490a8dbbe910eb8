FROM mcr.microsoft.com/dotnet/sdk:8.0-alpine AS build
WORKDIR /src
COPY . .
RUN dotnet publish -c Release -o /out

FROM mcr.microsoft.com/dotnet/aspnet:8.0-alpine
WORKDIR /src
COPY --from=build /out /out
EXPOSE 8080
CMD ["dotnet", "/out/Shop.dll"]
