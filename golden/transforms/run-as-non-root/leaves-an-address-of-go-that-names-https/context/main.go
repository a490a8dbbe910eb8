package main

import "net/http"

func main() {
	server := &http.Server{Addr: ":https"}
	server.ListenAndServeTLS("", "")
}
