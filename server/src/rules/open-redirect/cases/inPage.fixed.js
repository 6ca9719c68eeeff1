const params = new URLSearchParams(location.search);

document.getElementById('go').addEventListener('click', () => {
  const next = params.get('next');
  location.href = /^\/([^/\\\s]|$)/.test(next) ? next : '/'; // finds open-redirect
});
