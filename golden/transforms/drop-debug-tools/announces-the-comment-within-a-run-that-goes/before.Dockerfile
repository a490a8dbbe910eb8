FROM nginx:1.27
RUN apt-get update && \
    # for the pager
    apt-get install -y strace && \
    rm -rf /var/lib/apt/lists/*
CMD ["nginx", "-g", "daemon off;"]
