FROM alpine:3.20
RUN docker login -u ci -p "$PASSWORD" registry.example.com
RUN curl -u ci:${PASSWORD} https://example.com
RUN docker run -p 80:80 x
RUN git clone https://$U:$P@example.com/a.git
