NAME := web
run: build ## starts it
	@docker run -d --name $(NAME) -p $(PORT):80 \
	    --cap-drop=ALL \
	    --cap-add=CHOWN \
	    --cap-add=NET_BIND_SERVICE \
	    --cap-add=SETGID \
	    --cap-add=SETUID \
	    nginx:1.26
	-docker run --detach \
	  --name=$(NAME)-$$USER \
	  -v $(shell pwd)/html:/usr/share/nginx/html \
	  --cap-drop=ALL \
	  --cap-add=CHOWN \
	  --cap-add=DAC_OVERRIDE \
	  --cap-add=NET_BIND_SERVICE \
	  --cap-add=SETGID \
	  --cap-add=SETUID \
	  nginx:1.26
OTHER = docker run -d nginx:1.26
