NAME = web
up:
	docker run -d --name $(NAME) nginx:1.26
shell:
	docker exec -it $(NAME) sh
