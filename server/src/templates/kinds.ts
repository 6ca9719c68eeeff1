import type { TemplateLanguage } from './template';

const byEnding: readonly (readonly [RegExp, TemplateLanguage])[] = [
  [/\.blade\.php$/, 'blade'],
  [/\.(?:html|htm|xhtml|turbo_stream)\.erb$|^[^.]+\.erb$|\.rhtml$/, 'erb'],
  [/\.ejs$/, 'ejs'],
  [/\.(?:hbs|handlebars|mustache|mst)$/, 'handlebars'],
  [/\.(?:jinja|jinja2|njk|djhtml)$|\.html?\.j2$/, 'jinja'],
  [/\.twig$/, 'twig'],
  [/\.(?:jsp|jspf|jspx|tag|tagx)$/, 'jsp'],
  [/\.(?:pug|jade)$/, 'pug'],
  [/\.vue$/, 'vue'],
  [/\.(?:html?|xhtml)$/, 'html'],
];

/**
 * Which family a template belongs to, by the name of its file. Templates of other things than pages
 * (`database.yml.erb`, `nginx.conf.j2`, `mail.text.twig`) are none.
 */
export function templateLanguageOf(path: string): TemplateLanguage | undefined {
  const name = path
    .slice(Math.max(path.lastIndexOf('/'), path.lastIndexOf('\\')) + 1)
    .toLowerCase();
  if (
    /\.(?:txt|text|js|json|xml|ya?ml|conf|cfg|ini|sh|sql|csv|md|css|rb|py|ts|java|toml|env)\.\w+$/.test(
      name,
    )
  ) {
    return undefined;
  }
  return byEnding.find(([ending]) => ending.test(name))?.[1];
}

/** LSP language ids of templates. */
export const templateLanguageIds: Readonly<Record<string, TemplateLanguage>> = {
  blade: 'blade',
  erb: 'erb',
  'html-erb': 'erb',
  ejs: 'ejs',
  handlebars: 'handlebars',
  mustache: 'handlebars',
  jinja: 'jinja',
  'jinja-html': 'jinja',
  'django-html': 'jinja',
  nunjucks: 'jinja',
  twig: 'twig',
  jsp: 'jsp',
  jade: 'pug',
  pug: 'pug',
  vue: 'vue',
  html: 'html',
};
