FROM alpine:3.20
RUN --mount=type=bind,source=.git,target=/src/.git git -C /src log -1 > /version
COPY . /srv
