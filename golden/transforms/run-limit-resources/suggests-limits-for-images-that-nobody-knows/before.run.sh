docker run -d example.com/team/app:1
docker run example.com/team/app:1
docker run --rm example.com/team/tool:1
docker run -it example.com/team/shell:1
docker run example.com/team/tool:1 convert a b
version=$(docker run example.com/team/app:1)
