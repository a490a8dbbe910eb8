from framework import App

app = App(__name__)
