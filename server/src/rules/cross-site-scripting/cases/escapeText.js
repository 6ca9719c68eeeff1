const name = new URLSearchParams(location.search).get('name');
document.querySelector('#name').innerHTML = name; // finds cross-site-scripting
$('#name').html(name); // finds cross-site-scripting
document.querySelector('#hello').innerHTML = `<b>${name}</b>`; // finds cross-site-scripting
