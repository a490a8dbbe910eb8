# The image is there for ssh, so that nobody has to be told to leave it out.
FROM linuxserver/openssh-server:version-9.7
EXPOSE 22
