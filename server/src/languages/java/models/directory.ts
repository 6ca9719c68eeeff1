import type { FrameworkModel } from '../../../engine/model';
import { at, cleans, each, instances, sinks } from '../../specs';
import { classes } from './classes';

const context = 'javax.naming.directory.DirContext#';

/** JNDI and LDAP, Spring LDAP, UnboundID. */
export const directory: FrameworkModel = {
  name: 'java-ldap',
  doc: 'https://docs.oracle.com/en/java/javase/21/docs/api/java.naming/javax/naming/directory/DirContext.html',
  types: {
    ...instances(context, [
      ...each(
        'javax.naming.',
        `directory.DirContext() directory.InitialDirContext() ldap.LdapContext() ldap.InitialLdapContext()
         event.EventDirContext()`,
      ),
      'com.sun.jndi.ldap.LdapCtx()',
    ]),
    ...instances('javax.naming.Context#', each('javax.naming.', 'Context() InitialContext()')),
    ...classes('org.springframework.ldap.core.', 'LdapTemplate LdapOperations'),
    ...classes('org.springframework.jndi.', 'JndiTemplate JndiLocatorDelegate'),
    ...classes('com.unboundid.ldap.sdk.', 'LDAPConnection'),
    ...classes('javax.naming.directory.', 'SearchControls'),
  },
  extends: {
    [context]: ['javax.naming.Context#'],
    'org.springframework.ldap.core.LdapOperations#': [
      'org.springframework.ldap.core.LdapTemplate#',
    ],
  },
  sinks: [
    ...sinks('ldap', [`${context}search`], { dn: at(0), filter: at(1) }),
    ...sinks(
      'ldap',
      each(
        'org.springframework.ldap.core.LdapTemplate#',
        'search searchForObject searchForContext authenticate',
      ),
      { dn: at(0), filter: at(1) },
    ),
    ...sinks(
      'ldap',
      each('org.springframework.ldap.core.LdapTemplate#', 'lookup lookupContext list findByDn'),
      { dn: at(0) },
    ),
    ...sinks('ldap', ['com.unboundid.ldap.sdk.LDAPConnection#search'], {
      dn: at(0),
      filter: at(2),
    }),
    ...sinks('ldap', ['com.unboundid.ldap.sdk.Filter.create'], { filter: at(0) }),
    // What is bound in the directory then comes as an object of any class.
    ...sinks(
      'ldap',
      ['javax.naming.directory.SearchControls'],
      {},
      { data: { objects: 'yes' }, where: [{ arg: at(4), is: [true] }] },
    ),
    ...sinks(
      'ldap',
      ['javax.naming.directory.SearchControls#setReturningObjFlag'],
      {},
      { data: { objects: 'yes' }, where: [{ arg: at(0), is: [true] }] },
    ),
    // A name of JNDI may load a class from another host.
    ...sinks(
      'reflection',
      [
        ...each('javax.naming.Context#', 'lookup lookupLink'),
        'javax.naming.InitialContext.doLookup',
        'org.springframework.jndi.JndiTemplate#lookup',
        ...each('org.springframework.jndi.JndiLocatorDelegate#', 'lookup'),
      ],
      { name: at(0) },
      { data: { of: 'directory' } },
    ),
  ],
  calls: [
    ...cleans(
      [
        ...each('org.springframework.ldap.support.LdapEncoder.', 'filterEncode nameEncode'),
        'com.unboundid.ldap.sdk.Filter.encodeValue',
        'javax.naming.ldap.Rdn.escapeValue',
      ],
      ['ldap'],
    ),
    ...cleans([`${context}search`, ...each('javax.naming.Context#', 'lookup')]),
  ],
};
