# syntax=docker/dockerfile:1
from alpine:3.20
run --mount=type=secret,id=api_token,env=API_TOKEN,required=true ./fetch "$API_TOKEN"
