FROM mcr.microsoft.com/dotnet/sdk:8.0-alpine
WORKDIR /src
COPY . .
RUN dotnet publish -c Release -o /out
EXPOSE 8080
CMD ["dotnet", "/out/Shop.dll"]
