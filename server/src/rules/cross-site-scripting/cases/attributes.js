const params = new URLSearchParams(location.search);
const link = document.querySelector('a');

link.setAttribute('href', params.get('next')); // finds cross-site-scripting (warning)
link.setAttribute('href', `/pages/${params.get('page')}`);
link.setAttribute('onclick', params.get('run')); // finds cross-site-scripting (error)
link.setAttribute('title', params.get('title'));
