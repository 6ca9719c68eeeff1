function pick(list) {
  return list[Math.floor(Math.random() * list.length)];
}
const delay = 100 + Math.random() * 50;
const key = Math.random();
const token = Math.random().toString(36); // finds weak-random (warning)
const user = { name: 'x', resetToken: String(Math.random()) }; // finds weak-random (warning)
user.password = Math.random().toString(36); // finds weak-random (warning)
function generateOtp() {
  return Math.floor(Math.random() * 1e6); // finds weak-random (warning)
}
const tokens = pick(Math.random());
const passwordHint = Math.random();
const sessionId = crypto.randomUUID();
