from alpine:3.20
arg API_TOKEN
run ./fetch "$API_TOKEN"
