FROM debian:12-slim
# for the database
ENV PORT=80
CMD ["env"]
