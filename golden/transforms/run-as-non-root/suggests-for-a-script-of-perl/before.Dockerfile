FROM perl:5.38
WORKDIR /app
COPY . .
EXPOSE 3000
CMD ["perl", "app.pl"]
