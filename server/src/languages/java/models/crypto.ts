import type { FrameworkModel } from '../../../engine/model';
import { across, at, cleans, each, gives, instances, sinks } from '../../specs';
import { classes } from './classes';

const generators = each('java.util.', 'Random SplittableRandom concurrent.ThreadLocalRandom');
const draws = `nextInt nextLong nextDouble nextFloat nextBoolean nextBytes nextGaussian ints longs doubles`;
const drawn = { gives: { kind: 'weak-random', label: 'a number that can be predicted' } };

/** Ciphers, hashes, keys and random numbers of the JDK. */
export const cryptography: FrameworkModel = {
  name: 'java-crypto',
  doc: 'https://docs.oracle.com/en/java/javase/21/security/java-cryptography-architecture-jca-reference-guide.html',
  types: {
    ...instances('java.util.Random#', [
      ...generators.map((name) => `${name}()`),
      'java.util.concurrent.ThreadLocalRandom.current()',
    ]),
    'java.security.SecureRandom()': 'java.security.SecureRandom#',
    'java.security.SecureRandom.getInstance()': 'java.security.SecureRandom#',
    'java.security.SecureRandom.getInstanceStrong()': 'java.security.SecureRandom#',
    ...classes('java.security.', 'MessageDigest KeyPairGenerator Signature'),
    'java.security.MessageDigest.getInstance()': 'java.security.MessageDigest#',
    'java.security.KeyPairGenerator.getInstance()': 'java.security.KeyPairGenerator#',
    ...classes('javax.crypto.', 'Cipher KeyGenerator Mac SecretKeyFactory'),
    'javax.crypto.Cipher.getInstance()': 'javax.crypto.Cipher#',
    'javax.crypto.KeyGenerator.getInstance()': 'javax.crypto.KeyGenerator#',
  },
  sinks: [
    // Where it is made: a parameter of the type Random may well be a SecureRandom.
    ...sinks('random', [
      ...generators,
      'java.util.concurrent.ThreadLocalRandom.current',
      'java.lang.Math.random',
    ]),
    ...sinks(
      'random',
      each(
        'org.apache.commons.lang3.RandomStringUtils.',
        'random randomAlphabetic randomAlphanumeric randomNumeric randomAscii',
      ),
    ),
    ...sinks(
      'random',
      each(
        'org.apache.commons.lang.RandomStringUtils.',
        'random randomAlphabetic randomAlphanumeric randomNumeric',
      ),
    ),
    ...sinks('hash', ['java.security.MessageDigest.getInstance'], { algorithm: at(0) }),
    ...sinks('hash', ['java.security.Signature.getInstance'], { algorithm: at(0) }),
    ...['md2', 'md5', 'sha1'].flatMap((algorithm) =>
      sinks(
        'hash',
        [
          ...each(
            'org.apache.commons.codec.digest.DigestUtils.',
            `${algorithm} ${algorithm}Hex get${algorithm[0]!.toUpperCase()}${algorithm.slice(1)}Digest`,
          ),
          `com.google.common.hash.Hashing.${algorithm}`,
        ],
        { data: at(0) },
        { data: { algorithm } },
      ),
    ),
    ...sinks(
      'hash',
      each('org.apache.commons.codec.digest.DigestUtils.', 'sha shaHex'),
      { data: at(0) },
      { data: { algorithm: 'sha1' } },
    ),
    ...sinks(
      'hash',
      each('org.springframework.util.DigestUtils.', 'md5Digest md5DigestAsHex'),
      { data: at(0) },
      { data: { algorithm: 'md5' } },
    ),
    ...sinks(
      'hash',
      each('org.apache.commons.codec.digest.', 'DigestUtils DigestUtils.getDigest'),
      { algorithm: at(0) },
    ),
    ...sinks('cipher', ['javax.crypto.Cipher.getInstance'], { algorithm: at(0) }),
    ...(
      [
        ['DES', 'DESEngine'],
        ['DESede', 'DESedeEngine'],
        ['RC2', 'RC2Engine'],
        ['RC4', 'RC4Engine'],
        ['Blowfish', 'BlowfishEngine'],
      ] as const
    ).flatMap(([algorithm, name]) =>
      sinks('cipher', [`org.bouncycastle.crypto.engines.${name}`], {}, { data: { algorithm } }),
    ),
    ...sinks('cipher', ['javax.crypto.NullCipher'], {}, { data: { algorithm: 'null' } }),
    ...sinks(
      'cipher',
      ['javax.crypto.KeyGenerator.getInstance', 'javax.crypto.SecretKeyFactory.getInstance'],
      { algorithm: at(0) },
      {
        where: [
          {
            arg: at(0),
            matches:
              /^(?:DES|DESede|TripleDES|RC2|RC4|ARCFOUR|Blowfish|PBEWith\w*And(?:DES|TripleDES|DESede|RC[24]).*)$/i,
          },
        ],
      },
    ),
    ...sinks('cipher', each('javax.crypto.spec.', 'IvParameterSpec'), { iv: at(0) }),
    ...sinks('cipher', each('javax.crypto.spec.', 'GCMParameterSpec'), { iv: at(1) }),
    ...sinks(
      'secret',
      ['javax.crypto.spec.SecretKeySpec'],
      { value: at(0) },
      { data: { of: 'cipher' } },
    ),
    ...sinks(
      'secret',
      ['javax.crypto.spec.PBEKeySpec'],
      { value: at(0) },
      { data: { of: 'cipher' } },
    ),
    ...sinks(
      'work-factor',
      ['javax.crypto.spec.PBEKeySpec'],
      { cost: at(2), password: at(0) },
      { data: { algorithm: 'pbkdf2', min: '100000' } },
    ),
    ...sinks(
      'key-size',
      ['java.security.KeyPairGenerator#initialize', 'javax.crypto.KeyGenerator#init'],
      { bits: at(0), algorithm: 'receiver' },
    ),
    ...sinks(
      'key-size',
      ['java.security.spec.RSAKeyGenParameterSpec'],
      { bits: at(0) },
      { data: { algorithm: 'rsa' } },
    ),
    ...sinks(
      'key-size',
      ['org.bouncycastle.crypto.params.RSAKeyGenerationParameters'],
      { bits: at(2) },
      { data: { algorithm: 'rsa' } },
    ),
    ...sinks(
      'key-size',
      [
        'java.security.spec.ECGenParameterSpec',
        ...each(
          'org.bouncycastle.jce.',
          'ECNamedCurveTable.getParameterSpec spec.ECNamedCurveGenParameterSpec',
        ),
      ],
      { bits: at(0) },
      { data: { algorithm: 'ec' } },
    ),
    ...sinks(
      'work-factor',
      ['org.mindrot.jbcrypt.BCrypt.gensalt'],
      { cost: at(0) },
      { data: { algorithm: 'bcrypt', min: '10' } },
    ),
    ...sinks(
      'fast-hash',
      ['java.security.MessageDigest#digest', 'java.security.MessageDigest#update'],
      { data: at(0) },
    ),
  ],
  calls: [
    ...gives('clean', [...each('java.util.Random#', draws), 'java.lang.Math.random'], drawn),
    ...cleans(each('java.security.SecureRandom#', `${draws} generateSeed`)),
    ...cleans([
      'java.security.MessageDigest#digest',
      'javax.crypto.Mac#doFinal',
      'javax.crypto.Cipher#doFinal',
    ]),
    ...cleans(['java.security.MessageDigest.getInstance', 'javax.crypto.Cipher.getInstance']),
  ],
};

const email = 'org.apache.commons.mail.Email#';

const noVerifiers = [
  'org.apache.http.conn.ssl.NoopHostnameVerifier.INSTANCE',
  'org.apache.hc.client5.http.ssl.NoopHostnameVerifier.INSTANCE',
  'org.apache.http.conn.ssl.SSLConnectionSocketFactory.ALLOW_ALL_HOSTNAME_VERIFIER',
];

/** What takes any certificate, or any that signs itself. */
const trustsAll = [
  'io.netty.handler.ssl.util.InsecureTrustManagerFactory.INSTANCE',
  ...across(
    ['org.apache.http.conn.ssl.', 'org.apache.http.ssl.', 'org.apache.hc.client5.http.ssl.'],
    'TrustAllStrategy.INSTANCE TrustAllStrategy() TrustSelfSignedStrategy.INSTANCE TrustSelfSignedStrategy()',
  ),
];

const oldProtocol = /^(?:SSL(?:v[23](?:Hello)?)?|TLSv?1(?:\.[01])?)$/i;

/** TLS that checks nothing, and connections without it. */
export const tls: FrameworkModel = {
  name: 'java-tls',
  doc: 'https://docs.oracle.com/en/java/javase/21/security/java-secure-socket-extension-jsse-reference-guide.html',
  types: instances(email, [
    ...across(
      ['org.apache.commons.mail.', 'org.apache.commons.mail2.javax.'],
      'Email() SimpleEmail() HtmlEmail() MultiPartEmail() ImageHtmlEmail()',
    ),
  ]),
  sinks: [
    ...sinks(
      'tls-off',
      [
        ...across(
          ['org.apache.http.conn.ssl.', 'org.apache.hc.client5.http.ssl.'],
          'NoopHostnameVerifier AllowAllHostnameVerifier',
        ),
        'org.apache.commons.net.ssl.AllowAllHostnameVerifier',
      ],
      {},
      { data: { part: 'hostname' } },
    ),
    ...sinks(
      'tls-off',
      ['org.apache.http.impl.client.DefaultHttpClient'],
      {},
      { data: { part: 'hostname' } },
    ),
    ...sinks(
      'tls-off',
      ['javax.net.ssl.SSLContext.getInstance'],
      { value: at(0) },
      {
        data: { part: 'protocol' },
        where: [{ arg: at(0), matches: /^(?:SSL|SSLv2|SSLv3|TLSv1|TLSv1\.0|TLSv1\.1)$/i }],
      },
    ),
    ...sinks(
      'tls-off',
      each(
        '*.',
        'setHostnameVerifier setDefaultHostnameVerifier hostnameVerifier setSSLHostnameVerifier',
      ),
      { value: at(0) },
      {
        data: { part: 'hostname' },
        where: [
          {
            arg: at(0),
            symbol: [
              'org.apache.http.conn.ssl.NoopHostnameVerifier.INSTANCE',
              'org.apache.hc.client5.http.ssl.NoopHostnameVerifier.INSTANCE',
              'org.apache.http.conn.ssl.SSLConnectionSocketFactory.ALLOW_ALL_HOSTNAME_VERIFIER',
              'org.apache.http.conn.ssl.SSLSocketFactory.ALLOW_ALL_HOSTNAME_VERIFIER',
            ],
          },
        ],
      },
    ),
    // A client of Apache's with its sockets; which position depends on the version.
    ...[1, 2, 3].flatMap((position) =>
      sinks(
        'tls-off',
        [
          'org.apache.http.conn.ssl.SSLConnectionSocketFactory',
          'org.apache.hc.client5.http.ssl.SSLConnectionSocketFactory',
        ],
        { value: at(position) },
        {
          data: { part: 'hostname' },
          where: [{ arg: at(position), symbol: [...noVerifiers] }],
        },
      ),
    ),
    ...[0, 1].flatMap((position) =>
      sinks(
        'tls-off',
        each('*.', 'loadTrustMaterial trustManager'),
        { value: at(position) },
        {
          data: { part: 'certificate' },
          where: [{ arg: at(position), symbol: trustsAll }],
        },
      ),
    ),
    ...sinks(
      'tls-off',
      each('*.', 'verifySsl setVerifySsl validateTLSCertificates setValidateCertificates'),
      { value: at(0) },
      { data: { part: 'certificate' }, where: [{ arg: at(0), is: [false] }] },
    ),
    ...sinks(
      'tls-off',
      each('*.', 'setTrustAll trustAll setTrustAllCertificates'),
      { value: at(0) },
      { data: { part: 'certificate' }, where: [{ arg: at(0), is: [true] }] },
    ),
    ...sinks(
      'tls-off',
      ['*.setVerifyHost'],
      { value: at(0) },
      { data: { part: 'hostname' }, where: [{ arg: at(0), is: [false] }] },
    ),
    // Old versions among those that a socket, a server or a client allows.
    ...[0, 1, 2, 3].flatMap((position) => [
      ...sinks(
        'tls-off',
        across(
          ['org.apache.http.conn.ssl.', 'org.apache.hc.client5.http.ssl.'],
          'SSLConnectionSocketFactory',
        ),
        {},
        {
          data: { part: 'protocol' },
          where: [{ arg: at(1), path: [String(position)], matches: oldProtocol }],
        },
      ),
      ...sinks(
        'tls-off',
        each('*.', 'setEnabledProtocols setProtocols setIncludeProtocols protocols'),
        {},
        {
          data: { part: 'protocol' },
          where: [{ arg: at(0), path: [String(position)], matches: oldProtocol }],
        },
      ),
      ...sinks(
        'tls-off',
        ['*.tlsVersions'],
        {},
        {
          data: { part: 'protocol' },
          where: [
            {
              arg: at(position),
              symbol: each('okhttp3.TlsVersion.', 'SSL_3_0 TLS_1_0 TLS_1_1'),
            },
          ],
        },
      ),
    ]),
    ...sinks(
      'tls-off',
      ['java.lang.System.setProperty'],
      {},
      {
        data: { part: 'renegotiation' },
        where: [
          { arg: at(0), is: ['sun.security.ssl.allowUnsafeRenegotiation'] },
          { arg: at(1), is: ['true', true] },
        ],
      },
    ),
    ...sinks(
      'tls-off',
      ['java.lang.System.setProperty'],
      {},
      {
        data: { part: 'hostname' },
        where: [
          {
            arg: at(0),
            is: [
              'com.sun.jndi.ldap.object.disableEndpointIdentification',
              'jdk.internal.httpclient.disableHostnameVerification',
            ],
          },
          { arg: at(1), is: ['true', true] },
        ],
      },
    ),
    // Commons Email compares the name of the mail server only when it is told to.
    ...sinks(
      'tls-off',
      [`${email}send`],
      {},
      {
        data: { part: 'hostname' },
        where: [
          {
            any: [
              { arg: 'receiver', path: ['ssl'], is: [true] },
              { arg: 'receiver', path: ['startTls'], is: [true] },
            ],
          },
          { arg: 'receiver', path: ['identity'], missing: true },
        ],
      },
    ),
    ...sinks(
      'clear-text',
      ['java.net.Socket'],
      { url: at(0) },
      { data: { protocol: 'tcp' }, where: [{ arg: at(0), missing: false }] },
    ),
    ...sinks('clear-text', ['java.net.ServerSocket'], {}, { data: { protocol: 'tcp' } }),
    ...sinks(
      'clear-text',
      ['org.springframework.integration.ftp.session.DefaultFtpSessionFactory'],
      {},
      { data: { protocol: 'ftp' } },
    ),
    ...sinks(
      'tls-off',
      ['java.lang.System.setProperty'],
      { value: at(1) },
      {
        data: { part: 'protocol' },
        where: [
          { arg: at(0), is: ['jdk.tls.client.protocols', 'https.protocols'] },
          { arg: at(1), matches: /(?:^|,)\s*(?:SSL(?:v[23])?|TLSv?1(?:\.[01])?)\s*(?:,|$)/i },
        ],
      },
    ),
    ...sinks(
      'clear-text',
      each('org.apache.commons.net.', 'ftp.FTPClient'),
      {},
      { data: { protocol: 'ftp' } },
    ),
    ...sinks(
      'clear-text',
      each('org.apache.commons.net.', 'telnet.TelnetClient'),
      {},
      { data: { protocol: 'telnet' } },
    ),
  ],
  calls: [
    ...gives('receiver', each(email, 'setSSLOnConnect setSSL setTLS'), {
      effect: { on: 'field', name: 'ssl', value: at(0) },
    }),
    ...gives('receiver', each(email, 'setStartTLSEnabled setStartTLSRequired'), {
      effect: { on: 'field', name: 'startTls', value: at(0) },
    }),
    ...gives('receiver', [`${email}setSSLCheckServerIdentity`], {
      effect: { on: 'field', name: 'identity', value: at(0) },
    }),
  ],
};
