FROM nginx:1.27
COPY certs /etc/nginx/certs
COPY .env.production /app/.env
COPY deploy/id_rsa.pub /keys/
COPY conf/*.key /keys/
