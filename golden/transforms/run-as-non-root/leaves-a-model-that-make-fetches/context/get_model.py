from transformers import pipeline; pipeline("x")
