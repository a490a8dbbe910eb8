NPM_TOKEN ?= none

image:
	@NPM_TOKEN=$(NPM_TOKEN) docker build --secret id=npm_token,env=NPM_TOKEN -t app .

again:
	docker build --no-cache --secret id=npm_token,env=NPM_TOKEN -t app .

api:
	docker build --build-arg NPM_TOKEN=$$NPM_TOKEN -f api.Dockerfile .
