login:
	@docker login -u $(USER) -p $(PASS) $(REGISTRY)
	-docker login -u ci -p "$$TOKEN"
