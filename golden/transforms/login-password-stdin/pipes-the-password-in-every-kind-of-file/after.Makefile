login:
	@printf '%s' $(PASS) | docker login -u $(USER) --password-stdin $(REGISTRY)
	-printf '%s' "$$TOKEN" | docker login -u ci --password-stdin
