docker build --build-arg API_TOKEN -t shop .
