NPM_TOKEN ?= none

image:
	@docker build --build-arg=NPM_TOKEN=$(NPM_TOKEN) -t app .

again:
	docker build --no-cache --build-arg NPM_TOKEN=$${NPM_TOKEN} -t app .

api:
	docker build --build-arg NPM_TOKEN=$$NPM_TOKEN -f api.Dockerfile .
