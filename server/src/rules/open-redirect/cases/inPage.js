const params = new URLSearchParams(location.search);

document.getElementById('go').addEventListener('click', () => {
  location.href = params.get('next'); // finds open-redirect
});
