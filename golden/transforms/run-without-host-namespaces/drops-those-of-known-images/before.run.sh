docker run -d --pid host --ipc=host --name web nginx:1.26
