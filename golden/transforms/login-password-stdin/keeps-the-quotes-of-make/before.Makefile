A = "s3 cret"
B := '$(shell cat pw.txt)'
include more.mk
define D
"x y"
endef
login:
	docker login -u ci -p $(A) r.example.org
	docker login -u ci -p "$(B)" r.example.org
	docker login -u ci --password=${C} r.example.org
	docker login -u ci -p $(D)$$TAIL r.example.org
