package main

import (
	"net/http/httptest"
	"testing"
)

func TestGreeting(t *testing.T) {
	answer := httptest.NewRecorder()
	routes().ServeHTTP(answer, httptest.NewRequest("GET", "/", nil))

	if want := "Hello from a container\n"; answer.Body.String() != want {
		t.Errorf("GET / = %q, want %q", answer.Body, want)
	}
}
