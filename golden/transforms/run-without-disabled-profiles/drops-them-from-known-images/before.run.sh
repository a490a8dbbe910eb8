docker run -d --security-opt=seccomp=unconfined --security-opt apparmor:unconfined nginx:1.26
