import React from 'react';

const params = new URLSearchParams(location.search);

export const next = <a href={params.get('next')}>next</a>; // finds cross-site-scripting (warning)
export const page = <a href={`/pages/${params.get('page')}`}>page</a>;
export const frame = <iframe srcDoc={params.get('html')} />; // finds cross-site-scripting (error)
export const raw = React.createElement('p', { dangerouslySetInnerHTML: { __html: location.hash } }); // finds cross-site-scripting (error)
