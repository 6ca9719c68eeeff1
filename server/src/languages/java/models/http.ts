import type { FrameworkModel } from '../../../engine/model';
import { at, cleans, each, gives, instances, sinks } from '../../specs';
import { classes } from './classes';

const url = { url: at(0) };
const rest = 'org.springframework.web.client.RestTemplate#';

const unirest = each(
  'kong.unirest.Unirest.',
  'get post put delete patch head options request jsonPatch',
);

/** Calls that take an address and send to it. */
const addresses = [
  ...each(
    'org.apache.http.client.methods.',
    'HttpGet HttpPost HttpPut HttpDelete HttpHead HttpPatch',
  ),
  ...each(rest, 'getForObject getForEntity postForObject postForEntity put delete exchange'),
  'okhttp3.Request#url',
  'org.springframework.web.reactive.function.client.WebClient.create',
];

/** Requests that the server sends: the JDK, Spring, Apache HttpClient, OkHttp, jsoup. */
export const httpClients: FrameworkModel = {
  name: 'java-http',
  doc: 'https://docs.oracle.com/en/java/javase/21/docs/api/java.net.http/java/net/http/HttpClient.html',
  types: {
    ...classes('java.net.', 'URL URI'),
    'java.net.URI#toURL()': 'java.net.URL#',
    'java.net.URI.create()': 'java.net.URI#',
    ...instances(rest, [
      ...each('org.springframework.web.client.', 'RestTemplate() RestOperations()'),
      'org.springframework.boot.web.client.RestTemplateBuilder#build()',
    ]),
    ...instances('org.springframework.web.reactive.function.client.WebClient#', [
      'org.springframework.web.reactive.function.client.WebClient()',
      ...each('org.springframework.web.reactive.function.client.WebClient.', 'create()'),
      ...each(
        'org.springframework.web.reactive.function.client.WebClient#',
        'get() post() put() delete() patch() method()',
      ),
    ]),
    ...instances('java.net.http.HttpRequest#', ['java.net.http.HttpRequest.newBuilder()']),
    ...instances('okhttp3.Request#', ['okhttp3.Request.Builder()']),
    ...classes('org.apache.http.impl.client.', 'CloseableHttpClient'),
  },
  carriers: ['java.net.URL#', 'java.net.URI#'],
  sinks: [
    ...sinks('http-request', each('java.net.URL#', 'openConnection openStream getContent'), {
      url: 'receiver',
    }),
    ...sinks(
      'http-request',
      ['java.net.http.HttpRequest.newBuilder', 'java.net.http.HttpRequest#uri'],
      url,
    ),
    ...sinks(
      'http-request',
      each(
        rest,
        'getForObject getForEntity postForObject postForEntity postForLocation put delete exchange patchForObject headForHeaders execute',
      ),
      url,
    ),
    ...sinks(
      'http-request',
      [
        'org.springframework.web.reactive.function.client.WebClient.create',
        'org.springframework.web.reactive.function.client.WebClient#uri',
      ],
      url,
    ),
    ...sinks(
      'http-request',
      each(
        'org.apache.http.client.methods.',
        'HttpGet HttpPost HttpPut HttpDelete HttpHead HttpPatch',
      ),
      url,
    ),
    ...sinks(
      'http-request',
      each('org.apache.http.client.fluent.Request.', 'Get Post Put Delete'),
      url,
    ),
    ...sinks(
      'http-request',
      each('org.apache.hc.client5.http.classic.methods.', 'HttpGet HttpPost HttpPut HttpDelete'),
      url,
    ),
    ...sinks(
      'http-request',
      each('org.apache.commons.httpclient.methods.', 'GetMethod PostMethod'),
      url,
    ),
    ...sinks('http-request', ['okhttp3.Request#url'], url),
    ...sinks('http-request', unirest, url),
    ...sinks('clear-text', [...addresses, ...unirest, 'java.net.URL', 'java.net.URI.create'], url, {
      data: { protocol: 'http' },
      where: [{ arg: at(0), matches: /^(?:http|ftp):\/\//i }],
    }),
    ...sinks('http-request', ['org.jsoup.Jsoup.connect'], url),
    ...sinks('http-request', each('org.apache.commons.io.', 'IOUtils.toString'), url, {
      where: [{ arg: at(0), symbol: ['java.net.URL#'] }],
    }),
    ...sinks('http-request', each('javax.ws.rs.client.Client#', 'target'), url),
    ...sinks('http-request', each('java.net.', 'Socket'), { host: at(0) }),
    ...sinks('http-request', ['javax.imageio.ImageIO.read'], url, {
      where: [{ arg: at(0), symbol: ['java.net.URL#'] }],
    }),
  ],
  calls: [
    ...gives('propagate', [
      'java.net.URL',
      'java.net.URI',
      'java.net.URI.create',
      'java.net.URI#toURL',
      'java.net.URL#toURI',
    ]),
    ...gives(
      'propagate',
      each('org.springframework.web.util.UriComponentsBuilder.', 'fromUriString fromHttpUrl'),
    ),
    // What another host answers is not what the request said.
    ...cleans([
      ...each('java.net.URL#', 'openConnection openStream getContent'),
      ...each(rest, 'getForObject getForEntity postForObject postForEntity exchange'),
      'java.net.http.HttpRequest.newBuilder',
    ]),
  ],
};
