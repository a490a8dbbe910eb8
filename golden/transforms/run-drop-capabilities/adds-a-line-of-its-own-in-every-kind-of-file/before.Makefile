NAME := web
run: build ## starts it
	@docker run -d --name $(NAME) -p $(PORT):80 nginx:1.26
	-docker run --detach \
	  --name=$(NAME)-$$USER \
	  -v $(shell pwd)/html:/usr/share/nginx/html \
	  nginx:1.26
OTHER = docker run -d nginx:1.26
