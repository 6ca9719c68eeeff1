import type { EntryPointSpec, FrameworkModel } from '../../../engine/model';
import { at, cleans, decorators, each, instances, kw, remote, sinks } from '../../specs';
import { classes } from './classes';

const parameters: readonly EntryPointSpec[] = [
  ['QueryParam', 'a parameter of the request'],
  ['PathParam', 'the path of the request'],
  ['FormParam', 'a form field of the request'],
  ['HeaderParam', 'a header of the request'],
  ['CookieParam', 'a cookie of the request'],
  ['MatrixParam', 'the path of the request'],
  ['BeanParam', 'a parameter of the request'],
].map(
  ([name, label]): EntryPointSpec => ({
    by: 'param-decorator',
    decorator: `javax.ws.rs.${name}`,
    label: label!,
  }),
);

const verbs = ['GET', 'POST', 'PUT', 'DELETE', 'PATCH', 'HEAD'];
const response = 'javax.ws.rs.core.Response#';

/** JAX-RS, under `javax` and `jakarta` alike. */
export const jaxrs: FrameworkModel = {
  name: 'jax-rs',
  doc: 'https://jakarta.ee/specifications/restful-ws/3.1/apidocs/',
  types: {
    ...classes(
      'javax.ws.rs.core.',
      'UriInfo HttpHeaders MultivaluedMap SecurityContext Request Application',
    ),
    ...classes('javax.ws.rs.container.', 'AsyncResponse ResourceContext ContainerRequestContext'),
    ...classes('javax.ws.rs.ext.', 'Providers'),
    ...instances('javax.ws.rs.client.Client#', [
      'javax.ws.rs.client.Client()',
      'javax.ws.rs.client.ClientBuilder.newClient()',
    ]),
    ...instances(response, [
      'javax.ws.rs.core.Response()',
      ...each(
        'javax.ws.rs.core.Response.',
        'ok() status() serverError() noContent() created() seeOther() temporaryRedirect()',
      ),
      ...each(response, 'entity() header() type() build() status() cookie()'),
    ]),
  },
  sources: [
    ...remote(
      'the path of the request',
      each(
        'javax.ws.rs.core.UriInfo#',
        'getPath getQueryParameters getPathParameters getRequestUri getAbsolutePath',
      ),
      true,
    ),
    ...remote(
      'a header of the request',
      each(
        'javax.ws.rs.core.HttpHeaders#',
        'getHeaderString getRequestHeader getRequestHeaders getCookies',
      ),
      true,
    ),
  ],
  entryPoints: [
    ...parameters,
    ...verbs.map(
      (verb): EntryPointSpec => ({
        by: 'decorator',
        decorator: `javax.ws.rs.${verb}`,
        tainted: ['POST', 'PUT', 'PATCH'].includes(verb) ? 'all' : 'none',
        label: 'the body of the request',
        returns: { kind: 'response', data: { type: 'unknown' } },
      }),
    ),
  ],
  sinks: [
    ...verbs.flatMap((verb) =>
      decorators('route', [`javax.ws.rs.${verb}`], {}, { data: { method: verb.toLowerCase() } }),
    ),
    // Every format that the server can read, Java's own objects too.
    ...['0', undefined].flatMap((element) =>
      decorators(
        'deserialize',
        ['javax.ws.rs.Consumes'],
        {},
        {
          data: { format: 'any' },
          where: [
            {
              arg: at(0, 'value'),
              ...(element && { path: [element] }),
              matches: /^(?:\*|application)\/\*$|^application\/x-java-serialized-object$/,
            },
          ],
        },
      ),
    ),
    ...sinks('redirect', each('javax.ws.rs.core.Response.', 'seeOther temporaryRedirect'), {
      url: at(0),
    }),
    ...sinks(
      'response',
      ['javax.ws.rs.core.Response.ok', `${response}entity`],
      { content: at(0) },
      { data: { type: 'unknown' } },
    ),
    ...sinks(
      'file-path',
      ['javax.ws.rs.core.Response.ok', `${response}entity`],
      { path: at(0) },
      { data: { op: 'serve' }, where: [{ arg: at(0), symbol: ['java.io.File#'] }] },
    ),
    // With these two alone, every flag is off.
    ...sinks(
      'cookie',
      ['javax.ws.rs.core.NewCookie'],
      { name: at(0), value: at(1), secure: kw('secure'), httpOnly: kw('httpOnly') },
      { data: { secure: 'no', httpOnly: 'no' }, where: [{ arg: at(2), missing: true }] },
    ),
    ...sinks('response-header', [`${response}header`], { name: at(0), value: at(1) }),
  ],
  calls: cleans([
    ...each('javax.ws.rs.core.Response.', 'ok status serverError noContent created'),
    ...each(response, 'entity header type build status cookie'),
  ]),
};
