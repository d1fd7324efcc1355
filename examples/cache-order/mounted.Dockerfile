FROM node:24-slim
WORKDIR /app
COPY package.json package-lock.json ./
RUN --mount=type=cache,target=/root/.npm npm ci --omit=dev --silent --prefer-offline
COPY . .
USER node
CMD ["node", "notes.js"]
