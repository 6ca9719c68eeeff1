import type { EntryPointSpec, FrameworkModel, SinkSpec } from '../../../engine/model';
import { at, cleans, each, remote, sinks } from '../../specs';

const html = (assign: string): SinkSpec => ({
  kind: 'html',
  at: { assign },
  roles: { content: at(0) },
  data: { context: 'body' },
});

/** Hanami: an action gets the request and the response. */
export const hanami: FrameworkModel = {
  name: 'hanami',
  doc: 'https://guides.hanamirb.org/v2.2/actions/overview/',
  entryPoints: [
    {
      by: 'method',
      of: 'Hanami.Action',
      names: ['handle', 'call'],
      params: ['Hanami.Request#', 'Hanami.Response#'],
    },
  ],
  sources: [
    ...remote('a parameter of the request', each('Hanami.Request#', 'params')),
    ...remote('a cookie of the request', each('Hanami.Request#', 'cookies')),
    ...remote('the body of the request', each('Hanami.Request#', 'body')),
    ...remote(
      'a header of the request',
      each('Hanami.Request#', 'env user_agent referer get_header'),
    ),
  ],
  sinks: [
    html('Hanami.Response#body'),
    ...sinks('redirect', ['Hanami.Response#redirect_to'], { url: at(0) }),
  ],
};

/** WEBrick: servlets and blocks get the request and the response. */
export const webrick: FrameworkModel = {
  name: 'webrick',
  doc: 'https://github.com/ruby/webrick#readme',
  types: { 'WEBrick.HTTPServer()': 'WEBrick.Server#' },
  entryPoints: [
    {
      by: 'method',
      of: 'WEBrick.HTTPServlet.AbstractServlet',
      names: ['do_GET', 'do_POST', 'do_PUT', 'do_DELETE', 'service'],
      params: ['WEBrick.Request#', 'WEBrick.Response#'],
    },
    {
      by: 'registration',
      call: 'WEBrick.Server#mount_proc',
      from: 0,
      params: ['WEBrick.Request#', 'WEBrick.Response#'],
    },
  ],
  sources: [
    ...remote('a parameter of the request', each('WEBrick.Request#', 'query query_string')),
    ...remote('the body of the request', each('WEBrick.Request#', 'body')),
    ...remote('a cookie of the request', each('WEBrick.Request#', 'cookies')),
    ...remote(
      'the address of the request',
      each('WEBrick.Request#', 'path path_info unparsed_uri'),
    ),
    ...remote('a header of the request', each('WEBrick.Request#', 'header [] each')),
  ],
  sinks: [
    html('WEBrick.Response#body'),
    ...sinks('redirect', ['WEBrick.Response#set_redirect'], { url: at(1) }),
  ],
};

/** CGI scripts print their answer. */
export const cgi: FrameworkModel = {
  name: 'cgi',
  doc: 'https://docs.ruby-lang.org/en/3.4/CGI.html',
  types: { 'CGI()': 'CGI#' },
  sources: [
    ...remote('a parameter of the request', ['CGI#*', 'CGI#params']),
    ...remote('a parameter of the request', ['CGI#[]', 'CGI#value'], true),
    ...remote('a cookie of the request', ['CGI#cookies']),
  ],
  calls: cleans(['CGI#header', 'CGI#http_header']),
};

const branches = 'get post put patch delete is on root';

/** Roda: blocks inside blocks; what one gives back is the page. */
export const roda: FrameworkModel = {
  name: 'roda',
  doc: 'https://roda.jeremyevans.net/rdoc/files/README_rdoc.html',
  entryPoints: [
    { by: 'registration', call: 'route', from: 0, params: ['Roda.Request#'] },
    ...each('Roda.Request#', branches).map(
      (call): EntryPointSpec => ({
        by: 'registration',
        call,
        from: 0,
        params: [{ source: 'the path of the request' }, { source: 'the path of the request' }],
        returns: { kind: 'html', data: { context: 'body' } },
      }),
    ),
  ],
  sources: [
    ...remote('a parameter of the request', each('Roda.Request#', 'params POST GET')),
    ...remote('the body of the request', each('Roda.Request#', 'body')),
    ...remote('a cookie of the request', each('Roda.Request#', 'cookies')),
    ...remote('the address of the request', each('Roda.Request#', 'path path_info fullpath url')),
  ],
  sinks: sinks('redirect', ['Roda.Request#redirect'], { url: at(0) }),
};
