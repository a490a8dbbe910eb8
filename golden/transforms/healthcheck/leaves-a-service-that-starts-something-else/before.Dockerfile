FROM redis:7
CMD ["/own-start.sh"]
