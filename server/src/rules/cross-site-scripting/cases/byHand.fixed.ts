import escapeHtml from 'escape-html';
export const once = (text: string) => escapeHtml(text); // finds cross-site-scripting (warning)
export const tags = (text: string) => escapeHtml(text); // finds cross-site-scripting (hint)
export const pattern = (text: string) => escapeHtml(text); // finds cross-site-scripting (hint)
export const full = (text: string) =>
  text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;').replace(/"/g, '&quot;');
export const fullAll = (text: string) =>
  text.replaceAll('"', '&quot;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
export const words = (text: string) => text.replaceAll('<', 'less than');
