run("docker build --build-arg NPM_TOKEN=1 .");
