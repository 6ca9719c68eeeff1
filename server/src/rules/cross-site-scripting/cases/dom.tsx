import DOMPurify from 'dompurify';
import { marked } from 'marked';

declare const sanitizer: { bypassSecurityTrustHtml(text: string): string };
declare const page: { text: string };

const hash = decodeURIComponent(location.hash.slice(1));
document.body.innerHTML = hash; // finds cross-site-scripting
document.body.textContent = hash;
document.body.innerHTML = DOMPurify.sanitize(hash);
document.body.insertAdjacentHTML('beforeend', `<b>${hash}</b>`); // finds cross-site-scripting

export function Note(props: { html: string }) {
  return <div dangerouslySetInnerHTML={{ __html: props.html }} />; // finds cross-site-scripting (hint)
}

export function Fixed() {
  return <div dangerouslySetInnerHTML={{ __html: '<b>ok</b>' }} />;
}

export function Text() {
  return <p title={hash}>{hash}</p>;
}

export function Markdown() {
  const html = { __html: DOMPurify.sanitize(marked.parse(hash) as string) };
  return <div dangerouslySetInnerHTML={html} />;
}

sanitizer.bypassSecurityTrustHtml(page.text); // finds cross-site-scripting (hint)
sanitizer.bypassSecurityTrustHtml('<b>ok</b>');
sanitizer.bypassSecurityTrustHtml(DOMPurify.sanitize(page.text));
