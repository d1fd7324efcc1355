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
	asked, stop := signal.NotifyContext(context.Background(), syscall.SIGTERM, os.Interrupt)
	defer stop()

	server := &http.Server{Addr: ":8080", ReadHeaderTimeout: 5 * time.Second}
	http.HandleFunc("/", answer)

	go func() {
		log.Printf("doorman %s listens on %s", version, server.Addr)
		if err := server.ListenAndServe(); !errors.Is(err, http.ErrServerClosed) {
			log.Fatal(err)
		}
	}()

	// region goodbye
	<-asked.Done()
	// Nobody new is let in, and whoever is being served is served to the end.
	patience, cancel := context.WithTimeout(context.Background(), 10*time.Second)
	defer cancel()
	if err := server.Shutdown(patience); err != nil {
		log.Print(err)
	}
	// endregion
}
