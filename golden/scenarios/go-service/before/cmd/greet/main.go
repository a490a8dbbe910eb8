// Greets whoever asks.
package main

import (
	"html/template"
	"log"
	"net/http"
	"os"
)

func main() {
	page := template.Must(template.ParseFiles("web/greeting.html"))
	http.HandleFunc("/", func(answer http.ResponseWriter, request *http.Request) {
		if err := page.Execute(answer, os.Getenv("GREETING")+", "+request.URL.Query().Get("name")); err != nil {
			log.Print(err)
		}
	})
	log.Fatal(http.ListenAndServe(":8080", nil))
}
