import type { Condition, FrameworkModel } from '../../../engine/model';
import { across, at, cleans, each, gives, instances, remote, sinks } from '../../specs';
import { classes } from './classes';

const request = 'javax.servlet.http.HttpServletRequest#';
const response = 'javax.servlet.http.HttpServletResponse#';
const session = 'javax.servlet.http.HttpSession#';
const cookie = 'javax.servlet.http.Cookie#';
const part = 'javax.servlet.http.Part#';
/** What writes to the browser; a `PrintWriter` may write to anything. */
const writer = 'javax.servlet.ServletResponse.writer#';
const context = 'javax.servlet.ServletContext#';

const handlers = each('do', 'Get Post Put Delete Head Options Trace Patch').concat('service');
const writes = 'write print println append';
const formats = 'printf format';

/** The answer has a type that browsers do not run as markup. */
const isNoPage: Condition = {
  arg: 'receiver',
  path: ['type'],
  matches: /^(?!.*(?:html|xml|svg))/i,
};

const anyType = { data: { type: 'unknown' } };

const switchedOff = (flag: string): Condition => ({ arg: at(0), path: [flag], is: [false] });

/** A cookie of Spring's builder is looked at where it is built. */
const isBuiltElsewhere: Condition = {
  arg: at(0),
  symbol: ['org.springframework.http.ResponseCookie#'],
};

/** Java Servlet 3 to 6, under `javax` and `jakarta` alike, and JSP. */
export const servlet: FrameworkModel = {
  name: 'servlet',
  doc: 'https://jakarta.ee/specifications/servlet/6.0/apidocs/',
  types: {
    ...instances(request, [
      ...each('javax.servlet.', 'ServletRequest() ServletRequestWrapper()'),
      ...each('javax.servlet.http.', 'HttpServletRequest() HttpServletRequestWrapper()'),
    ]),
    ...instances(response, [
      ...each('javax.servlet.', 'ServletResponse() ServletResponseWrapper()'),
      ...each('javax.servlet.http.', 'HttpServletResponse() HttpServletResponseWrapper()'),
    ]),
    ...classes('javax.servlet.http.', 'HttpSession Cookie Part'),
    ...classes('javax.servlet.', 'ServletContext SessionCookieConfig'),
    [`${context}getSessionCookieConfig()`]: 'javax.servlet.SessionCookieConfig#',
    [`${request}getSession()`]: session,
    [`${request}getCookies()`]: cookie,
    [`${request}getPart()`]: part,
    [`${request}getParts()`]: part,
    [`${request}getServletContext()`]: context,
    [`${session}getServletContext()`]: context,
    'javax.servlet.jsp.JspContext#getOut()': writer,
    'javax.servlet.jsp.PageContext()': 'javax.servlet.jsp.JspContext#',
    'javax.servlet.jsp.JspWriter()': writer,
    'javax.servlet.ServletOutputStream()': writer,
    [`${response}getWriter()`]: writer,
    [`${response}getOutputStream()`]: writer,
  },
  carriers: [cookie, part],
  sources: [
    ...remote(
      'a parameter of the request',
      each(request, 'getParameter getParameterValues getParameterMap getParameterNames'),
      true,
    ),
    ...remote(
      'a header of the request',
      each(request, 'getHeader getHeaders getHeaderNames'),
      true,
    ),
    ...remote('the query string of the request', [`${request}getQueryString`], true),
    ...remote('a cookie of the request', [`${request}getCookies`], true),
    ...remote('the body of the request', each(request, 'getInputStream getReader'), true),
    ...remote(
      'the path of the request',
      each(request, 'getPathInfo getPathTranslated getRequestURI getRequestURL'),
      true,
    ),
    ...remote('the Host header of the request', [`${request}getServerName`], true),
    ...remote('an uploaded file', each(request, 'getPart getParts'), true),
    ...remote(
      'the type of the request’s body',
      each(request, 'getContentType getCharacterEncoding getRequestedSessionId'),
      true,
    ),
  ],
  entryPoints: [
    ...each('javax.servlet.http.', 'HttpServlet').map((of) => ({
      by: 'method' as const,
      of,
      names: handlers,
      params: [request, response],
    })),
    { by: 'method', of: 'javax.servlet.Filter', names: ['doFilter'], params: [request, response] },
    {
      by: 'method',
      of: 'javax.servlet.GenericServlet',
      names: ['service'],
      params: [request, response],
    },
  ],
  sinks: [
    ...sinks('html', each(writer, writes), { content: at(0) }, { unless: [isNoPage], ...anyType }),
    // The format, perhaps behind a locale, and what fills it.
    ...[0, 1, 2, 3].flatMap((position) =>
      sinks(
        'html',
        each(writer, formats),
        { content: at(position) },
        { unless: [isNoPage], ...anyType },
      ),
    ),
    ...sinks(
      'html',
      ['*.printStackTrace'],
      { content: 'receiver' },
      { where: [{ arg: at(0), symbol: [writer] }] },
    ),
    ...sinks('redirect', [`${response}sendRedirect`], { url: at(0) }),
    ...sinks('response-header', each(response, 'addHeader setHeader'), {
      name: at(0),
      value: at(1),
    }),
    ...sinks(
      'redirect',
      each(response, 'addHeader setHeader'),
      { url: at(1) },
      { where: [{ arg: at(0), is: ['Location'] }] },
    ),
    ...sinks(
      'cors-setting',
      each(response, 'addHeader setHeader'),
      { value: at(1) },
      { where: [{ arg: at(0), is: ['Access-Control-Allow-Origin'] }] },
    ),
    ...sinks(
      'cookie',
      [`${response}addCookie`],
      { cookie: at(0) },
      {
        data: { secure: 'no', httpOnly: 'no' },
        unless: [{ any: [switchedOff('secure'), switchedOff('httpOnly'), isBuiltElsewhere] }],
      },
    ),
    ...sinks(
      'cookie',
      ['*.addCookie'],
      { cookie: at(0) },
      {
        data: { secure: 'no', httpOnly: 'no' },
        where: [{ arg: at(0), symbol: [cookie] }],
        unless: [{ any: [switchedOff('secure'), switchedOff('httpOnly'), isBuiltElsewhere] }],
      },
    ),
    // A flag that is switched off by hand is reported there, once.
    ...(['secure', 'httpOnly'] as const).flatMap((flag) =>
      sinks(
        'cookie',
        [cookie, 'javax.servlet.SessionCookieConfig#'].map(
          (of) => `${of}set${flag === 'secure' ? 'Secure' : 'HttpOnly'}`,
        ),
        {},
        { data: { insecure: flag }, where: [{ arg: at(0), is: [false] }] },
      ),
    ),
    ...sinks(
      'response-header',
      ['javax.servlet.http.Cookie'],
      { value: at(1) },
      { data: { part: 'cookie' } },
    ),
    ...sinks('trust-boundary', each(session, 'setAttribute putValue'), {
      name: at(0),
      value: at(1),
    }),
    ...sinks(
      'login',
      each(session, 'setAttribute putValue'),
      { value: at(1) },
      {
        where: [
          {
            arg: at(0),
            matches:
              /^(?:current_?|logged_?in_?|auth(?:enticated)?_?)?(?:user|account|principal)$/i,
          },
        ],
      },
    ),
    ...sinks('session-renewed', [`${request}changeSessionId`, `${session}invalidate`]),
    ...sinks(
      'file-path',
      [`${request}getRequestDispatcher`, `${context}getRequestDispatcher`],
      { path: at(0) },
      { data: { op: 'serve' } },
    ),
    ...sinks(
      'file-path',
      each(context, 'getResourceAsStream getResource'),
      { path: at(0) },
      { data: { op: 'read' } },
    ),
    ...sinks('upload', [`${part}write`], { name: at(0), path: at(0) }, { data: { part: 'store' } }),
    ...sinks('file-path', [`${part}write`], { path: at(0) }, { data: { op: 'write' } }),
  ],
  calls: [
    // What the program itself put there.
    ...cleans([
      ...each(
        request,
        'getSession getServletContext getContextPath getMethod getRemoteAddr isSecure',
      ),
      ...each(
        request,
        'getUserPrincipal getRemoteUser getLocale getRequestDispatcher getDispatcherType',
      ),
      ...each(request, 'getContentLength getServerPort getScheme isUserInRole getAuthType'),
      ...each(context, 'getRealPath getInitParameter getResourceAsStream getResource'),
    ]),
    ...gives('derived', each(response, 'getWriter getOutputStream')),
    ...gives('clean', across([session, request, context], 'setAttribute'), {
      effect: { on: 'set' },
    }),
    { call: `${session}putValue`, result: 'clean', effect: { on: 'set' } },
    ...gives('element', across([session, request, context], 'getAttribute')),
    { call: `${session}getValue`, result: 'element' },
    ...gives('receiver', [`${writer}append`]),
    ...cleans(across([writer], `write print println ${formats} flush close checkError`)),
    {
      call: `${response}setContentType`,
      result: 'clean',
      effect: { on: 'field', name: 'type', value: at(0) },
    },
    ...gives('propagate', ['javax.servlet.http.Cookie']),
    {
      call: `${cookie}setSecure`,
      result: 'clean',
      effect: { on: 'field', name: 'secure', value: at(0) },
    },
    {
      call: `${cookie}setHttpOnly`,
      result: 'clean',
      effect: { on: 'field', name: 'httpOnly', value: at(0) },
    },
    {
      call: `${cookie}setAttribute`,
      result: 'clean',
      effect: { on: 'field', key: at(0), value: at(1) },
    },
    ...cleans(each(cookie, 'setMaxAge setPath setDomain setComment setVersion')),
    { call: `${cookie}setValue`, result: 'clean', effect: { on: 'absorb' } },
    ...cleans(each(response, 'setHeader addHeader addCookie setStatus sendError sendRedirect')),
    { call: `${response}encodeRedirectURL`, result: 'propagate' },
    { call: `${response}encodeURL`, result: 'propagate' },
  ],
};
