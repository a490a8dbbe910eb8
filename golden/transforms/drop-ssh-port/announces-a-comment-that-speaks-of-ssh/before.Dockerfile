FROM nginx:1.27
# the site, and SSH for the admins
EXPOSE 80 22
