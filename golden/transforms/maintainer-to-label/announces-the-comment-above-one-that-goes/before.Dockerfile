FROM debian:12
MAINTAINER Ada <ada@example.org>
# looks after it since spring
MAINTAINER Bob <bob@example.org>
