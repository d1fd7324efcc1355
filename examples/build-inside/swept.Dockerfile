FROM golang:1.26
WORKDIR /src
COPY go.mod main.go ./
# Without cgo the binary needs no shared library.
RUN CGO_ENABLED=0 go build -o /usr/local/bin/greeter .
RUN rm -rf /usr/local/go /src
USER 65532:65532
EXPOSE 8080
ENTRYPOINT ["greeter"]
