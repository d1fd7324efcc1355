FROM busybox:1.38 AS build
RUN echo "Hello from a container" > /greeting

FROM build AS test
RUN grep Goodbye /greeting

FROM busybox:1.38
COPY --from=build /greeting /greeting
CMD ["cat", "/greeting"]
