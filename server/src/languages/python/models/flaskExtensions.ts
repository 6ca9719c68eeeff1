import type { FrameworkModel } from '../../../engine/model';
import { at, cleans, decorators, each, instances, kw, remoteText, sinks } from '../../specs';
import { is, off, settings } from './spec';

/** Flask-CORS: everything is open unless `origins` says otherwise. */
export const flaskCors: FrameworkModel = {
  name: 'flask-cors',
  doc: 'https://flask-cors.readthedocs.io/en/latest/api.html',
  sinks: [
    ...sinks(
      'cors-options',
      ['flask_cors.CORS'],
      {
        origins: kw('origins'),
        credentials: kw('supports_credentials'),
      },
      { data: { framework: 'flask-cors', application: '0' } },
    ),
    ...sinks(
      'cors-options',
      ['flask_cors.CORS().init_app'],
      { origins: kw('origins'), credentials: kw('supports_credentials') },
      { data: { framework: 'flask-cors', part: 'init_app' } },
    ),
    ...sinks(
      'cors-options',
      ['flask_cors.cross_origin'],
      { origins: kw('origins'), credentials: kw('supports_credentials') },
      { data: { framework: 'flask-cors' } },
    ),
  ],
};

/** Flask-WTF and WTForms: forms with CSRF protection. */
export const flaskWtf: FrameworkModel = {
  name: 'flask-wtf',
  doc: 'https://flask-wtf.readthedocs.io/en/latest/csrf/',
  types: instances('flask_wtf.FlaskForm#', [
    'flask_wtf.FlaskForm()',
    'flask_wtf.Form()',
    'flask_wtf.form.FlaskForm()',
    'wtforms.Form()',
  ]),
  typePatterns: [
    {
      symbol:
        /^wtforms\.(?:fields\.)?(?:String|TextArea|Text|Password|Hidden|Search|Tel|URL|Email)Field\(\)$/,
      type: 'wtforms.Field#',
    },
  ],
  sources: remoteText('a form field of the request', [
    'flask_wtf.FlaskForm#data',
    'wtforms.Field#data',
  ]),
  sinks: [
    // `class Meta: csrf = False` in a form.
    ...settings('csrf-off', 'csrf', { where: off }),
    ...['csrf_enabled', 'csrf'].flatMap((name) =>
      sinks(
        'csrf-off',
        ['flask_wtf.FlaskForm', 'flask_wtf.Form', 'flask_wtf.FlaskForm#', 'flask_wtf.Form#'],
        { value: kw(name) },
        { where: is(kw(name), false) },
      ),
    ),
    ...decorators('csrf-off', [
      'flask_wtf.csrf.CSRFProtect().exempt',
      'flask_wtf.CSRFProtect().exempt',
      'flask_wtf.csrf.CsrfProtect().exempt',
    ]),
    ...sinks('csrf-off', ['flask_wtf.csrf.CSRFProtect().exempt', 'flask_wtf.CSRFProtect().exempt']),
  ],
};

/** Flask-Login: who is logged in. */
export const flaskLogin: FrameworkModel = {
  name: 'flask-login',
  doc: 'https://flask-login.readthedocs.io/en/latest/',
  sinks: [
    ...sinks('login', ['flask_login.login_user'], { value: at(0) }),
    // Flask-Login marks the session as fresh and binds it to the client.
    ...sinks('session-renewed', ['flask_login.login_user']),
    ...decorators(
      'guard',
      [
        ...each('flask_login.', 'login_required fresh_login_required'),
        ...each('flask_security.', 'login_required auth_required roles_required roles_accepted'),
        ...each('flask_jwt_extended.', 'jwt_required fresh_jwt_required'),
        ...each('flask_jwt.', 'jwt_required'),
        'flask_httpauth.HTTPBasicAuth().login_required',
        'flask_httpauth.HTTPTokenAuth().login_required',
      ],
      {},
      { data: { scope: 'route' } },
    ),
    ...sinks(
      'guard',
      ['flask_jwt_extended.verify_jwt_in_request'],
      {},
      { data: { scope: 'route' } },
    ),
  ],
  calls: cleans(['flask_login.login_user', 'flask_login.logout_user']),
};

/** Flask-Limiter and Flask-Talisman: limits of requests, security headers. */
export const flaskHardening: FrameworkModel = {
  name: 'flask-hardening',
  doc: 'https://flask-limiter.readthedocs.io/en/stable/',
  types: instances('flask_limiter.Limiter#', ['flask_limiter.Limiter()']),
  sinks: [
    ...sinks('throttle', ['flask_limiter.Limiter', 'flask_limiter.Limiter#limit']),
    ...decorators('throttle', [
      'flask_limiter.Limiter#limit',
      'flask_limiter.Limiter#shared_limit',
    ]),
    ...sinks(
      'security-headers',
      ['flask_talisman.Talisman', 'flask_talisman.Talisman().init_app', 'flask_seasurf.SeaSurf'],
      {},
      { data: { part: 'set' } },
    ),
  ],
};

/** Flask-RESTful and Flask-RESTX: resources and their arguments. */
export const flaskRestful: FrameworkModel = {
  name: 'flask-restful',
  doc: 'https://flask-restful.readthedocs.io/en/latest/api.html',
  types: {
    ...instances('flask_restful.Resource#', ['flask_restful.Resource()', 'flask_restx.Resource()']),
    ...instances('flask_restful.RequestParser#', [
      'flask_restful.reqparse.RequestParser()',
      'flask_restx.reqparse.RequestParser()',
    ]),
  },
  sources: remoteText(
    'a parameter of the request',
    ['flask_restful.RequestParser#parse_args'],
    true,
  ),
  entryPoints: [
    {
      by: 'method',
      of: 'flask_restful.Resource#',
      names: ['get', 'post', 'put', 'patch', 'delete'],
      params: [],
      returns: { kind: 'response', data: { type: 'json' } },
    },
  ],
  calls: [{ call: 'flask_restful.abort', result: 'never' }],
};
