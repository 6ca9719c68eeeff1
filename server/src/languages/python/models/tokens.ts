import type { FrameworkModel } from '../../../engine/model';
import { across, at, cleans, gives, kw, sinks } from '../../specs';

const decoders = ['jwt.decode', 'jwt.api_jwt.decode', 'jwt.PyJWT().decode'];
const encoders = ['jwt.encode', 'jwt.api_jwt.encode', 'jwt.PyJWT().encode'];
const jose = ['jose.jwt.', 'jose.jws.'];
const token = { token: at(0), key: at(1), algorithms: at(2, 'algorithms'), options: kw('options') };
const unverified = { unverified: 'yes' };

/** JSON Web Tokens: PyJWT, python-jose, Authlib. */
export const tokens: FrameworkModel = {
  name: 'jwt',
  doc: 'https://pyjwt.readthedocs.io/en/stable/api.html',
  sinks: [
    ...sinks('jwt-verify', decoders, token, {
      data: unverified,
      where: [
        {
          any: [
            { arg: kw('options'), path: ['verify_signature'], is: [false] },
            { arg: kw('verify'), is: [false] },
            { arg: at(2), is: [false] },
          ],
        },
      ],
    }),
    ...sinks('jwt-verify', decoders, token, {
      where: [
        {
          any: [
            { arg: kw('options'), missing: true },
            { arg: kw('options'), path: ['verify_signature'], missing: true },
            { arg: kw('options'), path: ['verify_signature'], is: [true] },
          ],
        },
      ],
    }),
    ...sinks(
      'jwt-verify',
      ['jose.jwt.get_unverified_claims', 'jose.jws.get_unverified_claims'],
      { token: at(0) },
      { data: unverified },
    ),
    ...sinks('jwt-verify', across(jose, 'decode verify'), token, {
      data: unverified,
      where: [{ arg: kw('options'), path: ['verify_signature'], is: [false] }],
    }),
    ...sinks('jwt-verify', across(jose, 'decode verify'), token, {
      where: [{ arg: kw('options'), missing: true }],
    }),
    ...sinks(
      'jwt-sign',
      [...encoders, ...across(jose, 'encode sign')],
      { payload: at(0, 'payload'), key: at(1, 'key'), algorithm: at(2, 'algorithm') },
      { data: { expiry: 'payload' } },
    ),
    ...sinks(
      'jwt-sign',
      ['authlib.jose.jwt.encode'],
      { payload: at(1), key: at(2) },
      {
        data: { expiry: 'payload' },
      },
    ),
    ...sinks(
      'secret',
      [...encoders, ...decoders, ...across(jose, 'encode sign decode verify')],
      { value: at(1, 'key') },
      {
        data: { of: 'jwt' },
      },
    ),
    ...sinks(
      'secret',
      across(
        ['itsdangerous.'],
        'URLSafeTimedSerializer URLSafeSerializer TimestampSigner Signer Serializer TimedJSONWebSignatureSerializer',
      ),
      {
        value: at(0, 'secret_key'),
      },
      { data: { of: 'session' } },
    ),
    ...sinks(
      'secret',
      ['itsdangerous.JSONWebSignatureSerializer'],
      { value: at(0) },
      {
        data: { of: 'session' },
      },
    ),
  ],
  calls: [...gives('propagate', decoders), ...cleans(encoders)],
};
