FROM node:24-slim
ARG REVISION
ENV REVISION=$REVISION
WORKDIR /app
COPY . .
RUN npm ci --omit=dev --silent
USER node
CMD ["node", "notes.js"]
