docker build --build-arg SUITE=bullseye -t store .
