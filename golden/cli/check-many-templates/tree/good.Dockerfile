FROM scratch
ADD app /app
