# The last stage is for developers; the image is the one before.
# finds container-as-root (warning)
FROM node:22.11-slim AS production
CMD ["node", "server.js"]
FROM production AS development
USER root
CMD ["node", "--watch", "server.js"]
