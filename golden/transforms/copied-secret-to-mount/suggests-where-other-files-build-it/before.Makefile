image:
	docker build -t shop .

image-with-token:
	docker build --secret id=npmrc,src=.npmrc -t shop .
