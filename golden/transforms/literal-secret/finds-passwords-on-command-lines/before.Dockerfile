FROM alpine:3.20
RUN docker login -u ci -p hjk34h5KJH registry.example.com
RUN curl -u ci:hjk34h5KJH https://example.com && API_TOKEN=hjk34h5KJHsd ./build
RUN git clone https://ci:hjk34h5KJH@example.com/a.git
