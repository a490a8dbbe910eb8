FROM ubuntu:24.04
RUN apt-get update && apt-get install -y --no-install-recommends g++ cmake make && rm -rf /var/lib/apt/lists/*
WORKDIR /src
COPY CMakeLists.txt server.cpp ./
RUN cmake -B out -DCMAKE_INSTALL_PREFIX=/opt/server . && cmake --build out && cmake --install out
CMD ["/opt/server/bin/server"]
