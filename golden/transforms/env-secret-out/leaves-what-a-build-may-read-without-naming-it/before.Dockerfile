FROM node:22 AS builder
WORKDIR /app
COPY . .
# prisma.config.js reads it; nothing connects while building
ENV DATABASE_URL=postgres://shop:correct-horse@localhost/shop
RUN npm run build

FROM python:3.13 AS admin
WORKDIR /srv
COPY . .
ENV DJANGO_SECRET=hjk34h5KJHsdq9
RUN python manage.py collectstatic --noinput

FROM python:3.13
WORKDIR /srv
COPY . .
ENV SECRET_KEY=pq93KJHsdq9aa1
RUN pip install -r requirements.txt
RUN python manage.py collectstatic --noinput
ENV API_TOKEN=hjk34h5KJHsdx1
CMD ["python", "manage.py", "runserver"]
