const { HttpError } = require('./errors');

const MOST_ATTEMPTS = 5;

/** How many attempts each name had since its last login. */
const attempts = new Map();
setInterval(() => attempts.clear(), 15 * 60 * 1000).unref();

/** Counts before the password is compared: guesses that come at the same time count too. */
function throttle(name) {
  const count = (attempts.get(name.toLowerCase()) ?? 0) + 1;
  if (count > MOST_ATTEMPTS) {
    throw new HttpError(429, 'Too many attempts. Try again in a quarter of an hour.');
  }
  attempts.set(name.toLowerCase(), count);
}

function forgetAttempts(name) {
  attempts.delete(name.toLowerCase());
}

module.exports = { forgetAttempts, throttle };
