FROM mcr.microsoft.com/dotnet/sdk:8.0
WORKDIR /desk
COPY . .
RUN dotnet build
EXPOSE 5000
CMD ["dotnet", "run", "--no-build"]
