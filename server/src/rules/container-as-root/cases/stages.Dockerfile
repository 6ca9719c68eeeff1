# The user comes from the stage that the last one is built on.
FROM node:22.11-slim AS base
USER node
FROM golang:1.23.4 AS tools
CMD ["go", "version"]
FROM base AS final
CMD ["node", "server.js"]
