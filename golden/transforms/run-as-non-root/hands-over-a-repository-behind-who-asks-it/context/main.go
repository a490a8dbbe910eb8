package main

import (
	"fmt"
	"net/http"
)

var version = "none"

func main() {
	http.HandleFunc("/", func(w http.ResponseWriter, r *http.Request) { fmt.Fprintln(w, version) })
	http.ListenAndServe(":8080", nil)
}
