exports.handler = async (event, context, callback) => {
  const { name } = event.queryStringParameters;
  if (event.path === '/json') {
    return { statusCode: 200, headers: { 'content-type': 'application/json' }, body: `<b>${name}` };
  }
  if (event.path === '/callback') {
    callback(null, { headers: { 'Content-Type': 'text/html' }, body: `<b>${name}</b>` }); // finds cross-site-scripting (error)
  }
  return {
    statusCode: 200,
    headers: { 'Content-Type': 'text/html' },
    body: `<b>${name}</b>`, // finds cross-site-scripting (error)
  };
};
