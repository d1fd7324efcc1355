# The site's own image. The stage that builds has Node and no Docker: chapters show what examples/ recorded.
FROM node:24-slim AS build
WORKDIR /site
COPY package.json package-lock.json .npmrc ./
RUN --mount=type=cache,target=/root/.npm npm ci --omit=dev
# .own-proof is there only where the example that builds this site is being proved.
COPY astro.config.mjs tsconfig.json .own-proof* ./
COPY src ./src
COPY nginx ./nginx
COPY public ./public
COPY content ./content
COPY examples ./examples
RUN npm run build \
    && node nginx/render.ts dist > site.conf \
    && find dist -type f \( -name '*.html' -o -name '*.css' -o -name '*.js' -o -name '*.json' -o -name '*.svg' -o -name '*.txt' -o -name '*.xml' \) -size +1k -exec gzip -9 -n -k {} +

# Only the files and the server are shipped.
FROM nginxinc/nginx-unprivileged:1.30
COPY --from=build /site/site.conf /etc/nginx/conf.d/default.conf
COPY --from=build /site/dist /usr/share/nginx/html
EXPOSE 8080
