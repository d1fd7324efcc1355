// Greeter answers every request with one line of text.
package main

import (
	"cmp"
	"context"
	"fmt"
	"log"
	"net/http"
	"os"
	"os/signal"
	"syscall"
	"time"
)

// region settings
var (
	port     = cmp.Or(os.Getenv("PORT"), "8080")
	greeting = cmp.Or(os.Getenv("GREETING"), "Hello")
)

// endregion

func main() {
	// A container's log is what its program writes to standard output.
	log.SetOutput(os.Stdout)
	log.SetFlags(0)

	server := &http.Server{Addr: ":" + port, Handler: routes(), ReadHeaderTimeout: 5 * time.Second}

	go func() {
		log.Print("listening on port ", port)
		if err := server.ListenAndServe(); err != http.ErrServerClosed {
			log.Fatal(err)
		}
	}()

	// region stop
	// "docker stop" sends SIGTERM. Whoever is PID 1 must handle it, or be killed ten seconds later.
	stop, cancel := signal.NotifyContext(context.Background(), syscall.SIGTERM, os.Interrupt)
	defer cancel()
	<-stop.Done()

	deadline, cancel := context.WithTimeout(context.Background(), 5*time.Second)
	defer cancel()
	if err := server.Shutdown(deadline); err != nil {
		log.Fatal(err)
	}
	log.Print("goodbye")
	// endregion
}

func routes() http.Handler {
	mux := http.NewServeMux()
	mux.HandleFunc("GET /{$}", func(w http.ResponseWriter, r *http.Request) {
		log.Print(r.Method, " ", r.URL.Path)
		fmt.Fprintf(w, "%s from a container\n", greeting)
	})
	mux.HandleFunc("GET /healthz", func(w http.ResponseWriter, _ *http.Request) {
		fmt.Fprintln(w, "ok")
	})
	return mux
}
