import type { FrameworkModel, SinkSpec } from '../../../engine/model';
import { across, at, each, instances, sinks } from '../../specs';
import { classes } from './classes';

function secret(symbols: readonly string[], position: number, of: string): readonly SinkSpec[] {
  return sinks('secret', symbols, { value: at(position) }, { data: { of } });
}

const pool = 'javax.sql.DataSource#';
const broker = 'com.rabbitmq.client.ConnectionFactory#';
const redis = 'redis.clients.jedis.Jedis#';
const store = 'java.security.KeyStore#';

/** Where programs log in: databases, caches, queues, mail, key stores, other services. */
export const credentials: FrameworkModel = {
  name: 'java-credentials',
  doc: 'https://docs.oracle.com/en/java/javase/21/docs/api/java.base/java/security/KeyStore.html, https://docs.spring.io/spring-framework/docs/current/javadoc-api/',
  types: {
    ...instances(pool, [
      ...each('com.zaxxer.hikari.', 'HikariConfig()'),
      'com.alibaba.druid.pool.DruidDataSource()',
      'com.mchange.v2.c3p0.ComboPooledDataSource()',
      'org.apache.commons.dbcp.BasicDataSource()',
      'org.apache.tomcat.jdbc.pool.DataSource()',
      ...each('org.postgresql.ds.', 'PGSimpleDataSource() PGPoolingDataSource()'),
      'com.mysql.cj.jdbc.MysqlDataSource()',
      'oracle.jdbc.pool.OracleDataSource()',
      'org.h2.jdbcx.JdbcDataSource()',
    ]),
    ...instances(broker, [
      'com.rabbitmq.client.ConnectionFactory()',
      'org.springframework.amqp.rabbit.connection.CachingConnectionFactory()',
      'org.apache.activemq.ActiveMQConnectionFactory()',
    ]),
    ...instances(redis, each('redis.clients.jedis.', 'Jedis() JedisPooled()')),
    ...instances('org.springframework.data.redis.RedisConfiguration#', [
      'org.springframework.data.redis.connection.RedisStandaloneConfiguration()',
      'org.springframework.data.redis.connection.jedis.JedisConnectionFactory()',
      'org.springframework.data.redis.connection.lettuce.LettuceConnectionFactory()',
    ]),
    ...classes('org.springframework.mail.javamail.', 'JavaMailSenderImpl'),
    ...classes('java.security.', 'KeyStore'),
    'java.security.KeyStore.getInstance()': store,
    ...classes('javax.net.ssl.', 'KeyManagerFactory'),
    'javax.net.ssl.KeyManagerFactory.getInstance()': 'javax.net.ssl.KeyManagerFactory#',
    ...classes('org.apache.commons.net.ftp.', 'FTPClient FTPSClient'),
  },
  sinks: [
    ...secret(each(pool, 'setPassword'), 0, 'database'),
    ...secret([`${broker}setPassword`], 0, 'queue'),
    ...secret(
      [`${redis}auth`, 'org.springframework.data.redis.RedisConfiguration#setPassword'],
      0,
      'cache',
    ),
    ...secret(['org.springframework.mail.javamail.JavaMailSenderImpl#setPassword'], 0, 'mail'),
    ...secret(
      each('org.apache.commons.mail.', 'Email#setAuthentication DefaultAuthenticator'),
      1,
      'mail',
    ),
    ...secret(
      [
        ...across(
          [
            'org.apache.http.auth.',
            'org.apache.hc.client5.http.auth.',
            'org.apache.commons.httpclient.',
          ],
          'UsernamePasswordCredentials',
        ),
        ...each('java.net.', 'PasswordAuthentication'),
        ...each('javax.mail.', 'PasswordAuthentication'),
        'okhttp3.Credentials.basic',
        ...each('org.springframework.http.client.support.', 'BasicAuthenticationInterceptor'),
        ...across(['com.amazonaws.auth.'], 'BasicAWSCredentials BasicSessionCredentials'),
        'software.amazon.awssdk.auth.credentials.AwsBasicCredentials.create',
        ...each('org.apache.commons.net.ftp.', 'FTPClient#login FTPSClient#login'),
      ],
      1,
      'service',
    ),
    ...secret(['com.mongodb.MongoCredential.createCredential'], 2, 'database'),
    ...secret([`${store}load`, `${store}getKey`], 1, 'key store'),
    ...secret(['javax.net.ssl.KeyManagerFactory#init'], 1, 'key store'),
    ...secret(each('javax.crypto.spec.', 'DESKeySpec DESedeKeySpec'), 0, 'cipher'),
    ...secret(each('java.security.spec.', 'PKCS8EncodedKeySpec'), 0, 'cipher'),
    ...secret(['org.springframework.security.crypto.encrypt.Encryptors.text'], 0, 'cipher'),
  ],
};
