FROM node:24-slim
WORKDIR /app
COPY . .
RUN npm ci --omit=dev --silent
USER node
CMD ["node", "notes.js"]
