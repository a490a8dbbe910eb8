FROM nginx:1.28
ENTRYPOINT ["nginx", "-g", "daemon off;"]
