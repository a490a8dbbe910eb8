from fastapi import FastAPI
from transformers import pipeline
app = FastAPI()
pipe = pipeline("fill-mask", model="bert-base-uncased")
