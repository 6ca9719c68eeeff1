FROM debian:12.8-slim
COPY start.sh /
# The script gives up root by itself.
ENTRYPOINT ["setpriv", "--reuid=10001", "/start.sh"]
