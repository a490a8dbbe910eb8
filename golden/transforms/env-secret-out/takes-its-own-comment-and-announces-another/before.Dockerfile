FROM debian:12-slim
# API_TOKEN is for the metrics
ENV API_TOKEN=zz9-plural-zalpha-4
# for the database
ENV DB_PASSWORD=kq8-Vt2-mm1
ENV PORT=80
CMD ["env"]
