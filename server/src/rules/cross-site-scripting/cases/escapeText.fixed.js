const name = new URLSearchParams(location.search).get('name');
document.querySelector('#name').textContent = name; // finds cross-site-scripting
$('#name').text(name); // finds cross-site-scripting
document.querySelector('#hello').innerHTML = `<b>${name}</b>`; // finds cross-site-scripting
