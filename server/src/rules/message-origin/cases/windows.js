window.addEventListener('message', function (event) { // finds message-origin (warning)
  show(event.data);
});
window.addEventListener('message', () => refresh());
window.addEventListener('message', (event) => dispatch(event));
window.addEventListener('message', ({ origin, data }) => {
  if (origin === 'https://shop.example') show(data);
});
window.addEventListener('message', (event) => { // finds message-origin (warning)
  if (event.origin.includes('shop.example')) show(event.data);
});
window.addEventListener('message', (event) => {
  if (allowed.includes(event.origin)) show(event.data);
});
window.addEventListener('message', received); // finds message-origin (warning)
worker.addEventListener('message', received);
worker.onmessage = received;
window.onmessage = received; // finds message-origin (warning)
$(window).on('message', (event) => show(event.originalEvent.data)); // finds message-origin (warning)

function received(event) {
  show(event.data);
}

window.parent.postMessage({ height }, '*'); // finds message-origin (warning)
window.parent.postMessage('ready', '*'); // finds message-origin (hint)
window.parent.postMessage({ token }, { targetOrigin: '*' }); // finds message-origin (warning)
window.parent.postMessage({ height }, 'https://shop.example');
worker.postMessage({ height }, [buffer]);
