import type { FrameworkModel } from '../../../engine/model';
import { at, sinks } from '../../specs';

const createTransport = ['nodemailer.createTransport', 'nodemailer.default.createTransport'];

/** nodemailer. */
export const mail: FrameworkModel = {
  name: 'nodemailer',
  doc: 'https://nodemailer.com/smtp/#tls-options',
  sinks: [
    ...sinks(
      'tls-off',
      createTransport,
      {},
      {
        data: { part: 'certificate' },
        where: [{ arg: at(0), path: ['tls', 'rejectUnauthorized'], is: [false] }],
      },
    ),
    // Without `secure`, the connection is upgraded when the server can; this forbids it.
    ...sinks(
      'clear-text',
      createTransport,
      {},
      {
        data: { protocol: 'smtp' },
        where: [{ arg: at(0), path: ['ignoreTLS'], is: [true] }],
      },
    ),
    ...sinks('secret', createTransport, { value: at(0) }, { data: { of: 'mail' } }),
  ],
};
