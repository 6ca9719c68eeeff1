import type { FrameworkModel } from '../../../engine/model';
import { across, at, cleans, each, instances, kw, sinks } from '../../specs';
import { is } from './spec';

const pythonLdap = 'ldap.LDAPObject#';
const pythonSearches = each(pythonLdap, 'search search_s search_st search_ext search_ext_s');

/** ldap3 and python-ldap. */
export const ldap: FrameworkModel = {
  name: 'ldap',
  doc: 'https://ldap3.readthedocs.io/en/latest/searches.html',
  types: {
    'ldap3.Connection()': 'ldap3.Connection#',
    ...instances(pythonLdap, ['ldap.initialize()', 'ldap.open()', 'ldap.ldapobject.LDAPObject()']),
  },
  sinks: [
    ...sinks('ldap', ['ldap3.Connection#search'], {
      dn: at(0, 'search_base'),
      filter: at(1, 'search_filter'),
    }),
    ...sinks(
      'ldap',
      ['ldap3.Connection#extend.standard.paged_search', 'ldap3.abstract.cursor.Reader'],
      { dn: at(0, 'search_base'), filter: at(1, 'search_filter') },
    ),
    ...sinks('ldap', pythonSearches, { dn: at(0, 'base'), filter: at(2, 'filterstr') }),
    ...sinks('ldap', across(['*.'], 'search_s search_ext search_ext_s search_st'), {
      dn: at(0, 'base'),
      filter: at(2, 'filterstr'),
    }),
    ...sinks(
      'secret',
      ['ldap3.Connection'],
      { value: at(2, 'password') },
      { data: { of: 'password' } },
    ),
    ...sinks(
      'secret',
      each(pythonLdap, 'simple_bind simple_bind_s bind bind_s'),
      {
        value: at(1, 'cred'),
      },
      { data: { of: 'password' } },
    ),
    ...sinks(
      'clear-text',
      ['ldap3.Server'],
      {},
      {
        data: { protocol: 'ldap' },
        where: is(kw('use_ssl'), false),
      },
    ),
    ...sinks(
      'clear-text',
      ['ldap.initialize', 'ldap3.Server', 'ldap.open'],
      { url: at(0) },
      {
        data: { protocol: 'ldap' },
        where: [{ arg: at(0), matches: /^ldap:\/\/(?!localhost|127\.)/i }],
      },
    ),
  ],
  calls: [
    ...cleans(
      [
        'ldap3.utils.conv.escape_filter_chars',
        'ldap3.utils.conv.escape_bytes',
        'ldap.filter.escape_filter_chars',
        'ldap.filter.filter_format',
        'ldap3.utils.dn.escape_rdn',
        'ldap.dn.escape_dn_chars',
      ],
      ['ldap'],
    ),
    ...cleans(pythonSearches),
  ],
};
