import type { EntryPointSpec, FrameworkModel } from '../../../engine/model';
import { across, at, cleans, each, instances, remote, sinks } from '../../specs';
import { classes } from './classes';

const javalin = 'io.javalin.http.Context#';
const spark = 'spark.Request#';
const sparkResponse = 'spark.Response#';
const vertx = 'io.vertx.ext.web.RoutingContext#';
const vertxRequest = 'io.vertx.core.http.HttpServerRequest#';
const vertxResponse = 'io.vertx.core.http.HttpServerResponse#';
const play = 'play.mvc.Http.Request#';
const faces = 'javax.faces.context.ExternalContext#';
const upload = 'org.apache.commons.fileupload.FileItem#';
const micronaut = 'io.micronaut.http.annotation.';

const request = 'a parameter of the request';
const body = 'the body of the request';
const header = 'a header of the request';

const micronautParameters: readonly EntryPointSpec[] = (
  [
    ['QueryValue', request],
    ['PathVariable', 'the path of the request'],
    ['Body', body],
    ['Part', body],
    ['Header', header],
    ['CookieValue', 'a cookie of the request'],
  ] as const
).map(([name, label]) => ({ by: 'param-decorator', decorator: `${micronaut}${name}`, label }));

/** Javalin, Spark, Vert.x Web, Micronaut, Play, JSF, Struts, Wicket and Commons FileUpload. */
export const webFrameworks: FrameworkModel = {
  name: 'java-web-frameworks',
  doc: 'https://javalin.io/documentation#context, https://sparkjava.com/documentation#request, https://vertx.io/docs/apidocs/io/vertx/ext/web/RoutingContext.html, https://docs.micronaut.io/latest/guide/#binding',
  types: {
    ...classes('io.javalin.http.', 'Context'),
    ...classes('spark.', 'Request Response'),
    ...classes('io.vertx.ext.web.', 'RoutingContext'),
    ...instances(vertxRequest, ['io.vertx.core.http.HttpServerRequest()', `${vertx}request()`]),
    ...instances(vertxResponse, [
      'io.vertx.core.http.HttpServerResponse()',
      `${vertx}response()`,
      ...each(vertxResponse, 'putHeader() setStatusCode()'),
    ]),
    ...instances(play, ['play.mvc.Http.Request()', 'play.mvc.Controller.request()']),
    ...instances(faces, [
      'javax.faces.context.ExternalContext()',
      'javax.faces.context.FacesContext#getExternalContext()',
    ]),
    ...instances('javax.faces.context.FacesContext#', [
      ...each('javax.faces.context.FacesContext', '() .getCurrentInstance()'),
    ]),
    ...instances('javax.servlet.http.HttpServletRequest#', [
      'org.apache.struts2.ServletActionContext.getRequest()',
      'org.springframework.web.context.request.ServletRequestAttributes#getRequest()',
    ]),
    ...instances('javax.servlet.http.HttpServletResponse#', [
      'org.apache.struts2.ServletActionContext.getResponse()',
    ]),
    ...classes('org.springframework.web.context.request.', 'ServletRequestAttributes'),
    ...instances(upload, [
      'org.apache.commons.fileupload.FileItem()',
      'org.apache.commons.fileupload2.core.FileItem()',
      'org.apache.commons.fileupload.disk.DiskFileItem()',
    ]),
  },
  carriers: [upload],
  sources: [
    ...remote(
      request,
      [
        ...each(
          javalin,
          'queryParam queryParams queryParamMap formParam formParams formParamMap queryString',
        ),
        ...each(spark, 'queryParams queryParamsValues queryMap queryString'),
        ...each(vertx, 'queryParam queryParams'),
        ...each(vertxRequest, 'getParam params getFormAttribute formAttributes query'),
        ...each(play, 'getQueryString queryString'),
        ...each(
          faces,
          'getRequestParameterMap getRequestParameterValuesMap getRequestParameterNames',
        ),
      ],
      true,
    ),
    ...remote(
      'the path of the request',
      [
        ...each(javalin, 'pathParam pathParamMap path url fullUrl'),
        ...each(spark, 'params splat pathInfo uri url'),
        ...each(vertx, 'pathParam pathParams'),
        ...each(vertxRequest, 'path uri absoluteURI'),
        ...each(play, 'path uri'),
        ...each(faces, 'getRequestPathInfo'),
      ],
      true,
    ),
    ...remote(
      body,
      [
        ...each(javalin, 'body bodyAsBytes bodyAsClass bodyInputStream bodyStreamAsClass'),
        ...each(spark, 'body bodyAsBytes'),
        ...each(vertx, 'getBodyAsString getBodyAsJson getBody body'),
        ...each(play, 'body'),
      ],
      true,
    ),
    ...remote(
      header,
      [
        ...each(javalin, 'header headerMap userAgent'),
        ...each(spark, 'headers userAgent'),
        ...each(vertxRequest, 'getHeader headers'),
        ...each(play, 'header getHeaders'),
        ...each(faces, 'getRequestHeaderMap getRequestHeaderValuesMap'),
      ],
      true,
    ),
    ...remote(
      'a cookie of the request',
      [
        ...each(javalin, 'cookie cookieMap'),
        ...each(spark, 'cookie cookies'),
        ...each(vertxRequest, 'getCookie cookies'),
        ...each(faces, 'getRequestCookieMap'),
      ],
      true,
    ),
    ...remote(
      'an uploaded file',
      [
        ...each(javalin, 'uploadedFile uploadedFiles'),
        ...each(upload, 'getName getString getFieldName getContentType getInputStream get'),
      ],
      true,
    ),
  ],
  entryPoints: [
    ...micronautParameters,
    ...each(micronaut, 'Get Post Put Delete Patch').map(
      (decorator): EntryPointSpec => ({
        by: 'decorator',
        decorator,
        tainted: 'all',
        label: request,
      }),
    ),
  ],
  sinks: [
    ...sinks('html', [`${javalin}html`], { content: at(0) }),
    ...sinks(
      'response',
      [`${javalin}result`, `${sparkResponse}body`, `${vertxResponse}end`],
      { content: at(0) },
      { data: { type: 'unknown' } },
    ),
    ...sinks(
      'redirect',
      [
        `${javalin}redirect`,
        `${sparkResponse}redirect`,
        `${vertx}redirect`,
        `${faces}redirect`,
        ...each('play.mvc.Results.', 'redirect found seeOther temporaryRedirect'),
        ...each('io.micronaut.http.HttpResponse.', 'redirect temporaryRedirect seeOther'),
      ],
      { url: at(0) },
    ),
    ...sinks(
      'response-header',
      [
        `${javalin}header`,
        `${sparkResponse}header`,
        `${vertxResponse}putHeader`,
        `${faces}addResponseHeader`,
        `${faces}setResponseHeader`,
      ],
      { name: at(0), value: at(1) },
    ),
    ...sinks('file-path', [`${vertxResponse}sendFile`], { path: at(0) }, { data: { op: 'serve' } }),
    // Struts shows what stands at the path of a forward, configuration too.
    ...sinks(
      'file-path',
      ['org.apache.struts.action.ActionForward'],
      { path: at(0) },
      { data: { op: 'serve' }, where: [{ arg: at(2), missing: true }] },
    ),
    ...sinks(
      'file-path',
      ['org.apache.struts.action.ActionForward'],
      { path: at(1) },
      { data: { op: 'serve' }, where: [{ arg: at(2), missing: false }] },
    ),
    ...sinks(
      'upload',
      [`${upload}write`],
      { path: at(0), name: at(0) },
      { data: { part: 'store' } },
    ),
    ...sinks('file-path', [`${upload}write`], { path: at(0) }, { data: { op: 'write' } }),
    ...sinks(
      'escape-off',
      ['*.setEscapeModelStrings'],
      { value: at(0) },
      { where: [{ arg: at(0), is: [false] }] },
    ),
    ...sinks(
      'mass-assignment',
      across(
        ['org.apache.commons.beanutils.BeanUtils.', 'org.apache.commons.beanutils.BeanUtilsBean#'],
        'populate',
      ),
      { attributes: at(1) },
      { data: { orm: 'beanutils' } },
    ),
  ],
  calls: cleans([
    ...each(vertxRequest, 'method version isSSL'),
    ...each(javalin, 'method ip status'),
  ]),
};
