A = "s3 cret"
B := '$(shell cat pw.txt)'
include more.mk
define D
"x y"
endef
login:
	printf '%s' $(A) | docker login -u ci --password-stdin r.example.org
	printf '%s' "$(B)" | docker login -u ci --password-stdin r.example.org
	printf '%s' ${C} | docker login -u ci --password-stdin r.example.org
	docker login -u ci -p $(D)$$TAIL r.example.org
