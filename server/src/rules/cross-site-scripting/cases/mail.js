exports.handler = async (event) => {
  await sendMail(`<h1>Hello ${event.name}</h1>`); // finds cross-site-scripting (hint)
  await sendMail(`Hello ${event.name}`);
  console.log(`<h1>${event.name}</h1>`);
  let list = '<ul>';
  list += `<li>${event.first}</li>`; // finds cross-site-scripting (hint)
  list += `<li>${event.second}</li>`;
  await sendMail(list);
};
