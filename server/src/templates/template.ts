import type { Comment, Span } from '../ir/types';

/** Families of templates. `html` is a page in which several of them may show. */
export const templateLanguages = [
  'ejs',
  'erb',
  'jsp',
  'handlebars',
  'jinja',
  'twig',
  'blade',
  'pug',
  'vue',
  'html',
] as const;

export type TemplateLanguage = (typeof templateLanguages)[number];

/** Where in the page a value appears. */
export interface Place {
  /**
   * - `attribute`: in quotes; `unquoted`: an attribute without them; `tag`: among the attributes
   * - `script`, `style`: in the code of the page; `data`: in a script element that is not run
   */
  readonly kind:
    | 'text'
    | 'attribute'
    | 'unquoted'
    | 'tag'
    | 'comment'
    | 'script'
    | 'style'
    | 'data';
  /** Name of the element in whose tag it is, in lower case. */
  readonly element: string | undefined;
  /** Name of the attribute, in lower case. */
  readonly attribute: string | undefined;
  /** The value of the attribute begins here: for an address it decides the scheme. */
  readonly isStart: boolean;
  /** Inside a string of the script. */
  readonly isQuoted: boolean;
}

export const textPlace: Place = {
  kind: 'text',
  element: undefined,
  attribute: undefined,
  isStart: false,
  isQuoted: false,
};

/** A value that the template puts into the page. */
export interface Output extends Span {
  /** What is put there, without the marks of the template and without filters. */
  readonly expression: string;
  readonly expressionAt: Span;
  /** Names of the filters that it passes, in order. */
  readonly filters: readonly string[];
  /** Special characters of HTML are replaced. */
  readonly isEscaped: boolean;
  /** What switches the escaping off, as a person writes it: `<%-`, `|safe`; empty when escaped. */
  readonly by: string;
  readonly place: Place;
}

/** A template as data. */
export interface Template {
  readonly language: TemplateLanguage;
  readonly text: string;
  /** Has elements of HTML, or is called so: no script or list that happens to be made by a template. */
  readonly isPage: boolean;
  readonly outputs: readonly Output[];
  /** Code that runs and puts nothing out. */
  readonly code: readonly Span[];
  readonly comments: readonly Comment[];
}

/** A piece of a template between its marks. */
export interface Tag extends Span {
  readonly kind: 'output' | 'code' | 'comment' | 'literal';
  /** The mark at its start. */
  readonly open: string;
  readonly inner: Span;
}

/** An attribute of an element of the page. */
export interface Attribute {
  readonly element: string;
  /** As written. */
  readonly name: string;
  readonly nameAt: Span;
  /** Without quotes. */
  readonly valueAt: Span;
}
