/** An error that the client may read: throw it in a route. */
class HttpError extends Error {
  constructor(status, message) {
    super(message);
    this.status = status;
  }
}

/** For `app.use` behind all routes. Four parameters make it a handler of errors. */
function handleError(error, request, response, next) {
  if (error instanceof HttpError) {
    response.status(error.status).json({ error: error.message });
    return;
  }
  // Express gives a status to what a client did wrong, such as a body that is no JSON.
  const { status = 500 } = error;
  if (status >= 500) console.error(error);
  const text = status >= 500 ? 'Something went wrong.' : 'This request cannot be read.';
  response.status(status).json({ error: text });
}

module.exports = { HttpError, handleError };
