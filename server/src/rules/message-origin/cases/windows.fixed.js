window.addEventListener('message', function (event) {
  if (event.origin !== 'https://app.example.com') return; // finds message-origin (warning)
  show(event.data);
});
window.addEventListener('message', () => refresh());
window.addEventListener('message', (event) => dispatch(event));
window.addEventListener('message', ({ origin, data }) => {
  if (origin === 'https://shop.example') show(data);
});
window.addEventListener('message', (event) => { // finds message-origin (warning)
  if (event.origin === 'https://app.example.com') show(event.data);
});
window.addEventListener('message', (event) => {
  if (allowed.includes(event.origin)) show(event.data);
});
window.addEventListener('message', received); // finds message-origin (warning)
worker.addEventListener('message', received);
worker.onmessage = received;
window.onmessage = received; // finds message-origin (warning)
$(window).on('message', (event) => { if (event.originalEvent.origin !== 'https://app.example.com') return; show(event.originalEvent.data); }); // finds message-origin (warning)

function received(event) {
  if (event.origin !== 'https://app.example.com') return;
  show(event.data);
}

window.parent.postMessage({ height }, 'https://app.example.com'); // finds message-origin (warning)
window.parent.postMessage('ready', 'https://app.example.com'); // finds message-origin (hint)
window.parent.postMessage({ token }, { targetOrigin: 'https://app.example.com' }); // finds message-origin (warning)
window.parent.postMessage({ height }, 'https://shop.example');
worker.postMessage({ height }, [buffer]);
