FROM mcr.microsoft.com/dotnet/sdk:6.0
RUN groupadd --gid 10001 app \
    && useradd --uid 10001 --gid app --no-log-init --create-home app
WORKDIR /shop
COPY --chown=app:app out .
RUN chown app:app /shop
USER 10001:10001
ENTRYPOINT ["dotnet", "shop.dll"]
