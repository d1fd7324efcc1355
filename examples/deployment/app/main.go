// Command doorman tells every visitor which version of it is on duty.
package main

import (
	"context"
	"errors"
	"fmt"
	"log"
	"net/http"
	"os"
	"os/signal"
	"syscall"
	"time"
)

// region answer

// version is the linker's to set: go build -ldflags "-X main.version=1.0".
var version = "dev"

func answer(w http.ResponseWriter, _ *http.Request) {
	fmt.Fprintf(w, "doorman %s at your service\n", version)
}

// endregion

func main() {
	asked, cancel := signal.NotifyContext(context.Background(), syscall.SIGTERM, os.Interrupt)
	defer cancel()

	server := &http.Server{Addr: ":8080", ReadHeaderTimeout: 5 * time.Second}
	http.HandleFunc("/", answer)

	// region goodbye
	go func() {
		<-asked.Done()
		// Whoever is being served is served to the end; nobody new is let in.
		ctx, cancel := context.WithTimeout(context.Background(), 10*time.Second)
		defer cancel()
		_ = server.Shutdown(ctx)
	}()
	// endregion

	log.Printf("doorman %s listens on %s", version, server.Addr)
	if err := server.ListenAndServe(); !errors.Is(err, http.ErrServerClosed) {
		log.Fatal(err)
	}
}
