# What many laptops have: Go, and a C compiler beside it.
FROM golang:1.26
# hadolint ignore=DL3008
RUN apt-get update -qq \
 && apt-get install -qq --no-install-recommends gcc libc6-dev \
 && rm -rf /var/lib/apt/lists/*
