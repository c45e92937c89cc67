# Sightglass as an image: docs/deploy.md says how to build and run it, and scripts/prove-image.mjs carries it out
# without a container engine.

# The version of .node-version. Whoever wants these very bytes gives the name with a digest, see docs/deploy.md.
ARG NODE_IMAGE=node:20.20.2-bookworm-slim

FROM ${NODE_IMAGE} AS packages
WORKDIR /app
COPY package.json package-lock.json .npmrc ./
RUN npm ci --omit=dev --ignore-scripts
# The framework's compiler, and tools that npm lays beside the framework, as it may use them in development.
RUN rm -r node_modules/@next/swc-* node_modules/@babel node_modules/babel-plugin-react-compiler node_modules/@playwright node_modules/playwright node_modules/playwright-core

FROM ${NODE_IMAGE} AS build
# Its path gets into the build, and nothing else of it; without a path nobody needs to give it. See docs/deploy.md.
ARG PUBLIC_BASE_URL=
ENV NEXT_TELEMETRY_DISABLED=1
WORKDIR /app
COPY package.json package-lock.json .npmrc ./
RUN npm ci --ignore-scripts
COPY . .
# What only the build reads of its own result stays behind.
RUN npm run build && rm -rf .next/build .next/cache .next/types && find .next -name "*.map" -delete

FROM ${NODE_IMAGE}
# A container is reached from outside, so the server does not start without ACCESS_PASSWORD or TRUSTED_PROXY.
ENV NODE_ENV=production NEXT_TELEMETRY_DISABLED=1 HOST=0.0.0.0 PORT=3000 DATA_DIR=/data
WORKDIR /app
COPY --from=packages /app/node_modules ./node_modules
COPY --from=build /app/.next ./.next
COPY package.json next.config.mjs ./
COPY public ./public
COPY server ./server
COPY scripts/hash-password.mjs ./scripts/
# Only what is remembered can be written, by the user that the base image has for this.
RUN mkdir /data && chown 1000:1000 /data
VOLUME /data
USER 1000:1000
EXPOSE 3000
HEALTHCHECK --interval=10s --timeout=3s --start-period=30s CMD ["node", "-e", "fetch('http://127.0.0.1:' + process.env.PORT + '/healthz').then((answer) => process.exit(answer.ok ? 0 : 1), () => process.exit(1))"]
CMD ["node", "server/main.mjs", "--prod"]
