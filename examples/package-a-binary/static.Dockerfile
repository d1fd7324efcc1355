FROM gcr.io/distroless/static-debian13:nonroot
COPY greeter /greeter
EXPOSE 8080
ENTRYPOINT ["/greeter"]
