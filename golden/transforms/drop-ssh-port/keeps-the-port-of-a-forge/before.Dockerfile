FROM gogs/gogs:0.13
EXPOSE 22 3000
CMD ["/app/gogs/gogs", "web"]
