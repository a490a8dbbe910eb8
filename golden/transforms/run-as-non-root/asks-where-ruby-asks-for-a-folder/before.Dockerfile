FROM ruby:3.3
WORKDIR /app
COPY . .
EXPOSE 3000
CMD ["ruby", "app.rb"]
