docker build -t shop:dev .
