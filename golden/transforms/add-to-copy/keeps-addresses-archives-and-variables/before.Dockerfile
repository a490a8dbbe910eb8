FROM node:20
ADD https://example.com/a.txt /a
ADD app.tar.gz /app/
ADD ${FILE} /b
ADD *.tgz /c/
