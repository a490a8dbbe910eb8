lint:
	@docker run --rm -v $(CURDIR):/src node:20@sha256:786b786b786b786b786b786b786b786b786b786b786b786b786b786b786b786b \
		npm run lint -- $$HOME
	docker run $(IMAGE)
build:
	docker build -t tool:1 .
	docker run tool:1
