import type { FrameworkModel } from '../../../engine/model';
import { across, at, cleans, each, gives, instances, sinks } from '../../specs';
import { classes } from './classes';

const url = { url: at(0) };
const rest = 'org.springframework.web.client.RestTemplate#';

const unirest = each(
  'kong.unirest.Unirest.',
  'get post put delete patch head options request jsonPatch',
);

const client = 'org.springframework.web.reactive.function.client.WebClient';
const restClient = 'org.springframework.web.client.RestClient';
const methods = 'HttpGet HttpPost HttpPut HttpDelete HttpHead HttpPatch HttpOptions';

/** Calls that take an address and send to it, sooner or later. */
const addresses = [
  ...each(
    rest,
    `getForObject getForEntity postForObject postForEntity postForLocation put delete exchange
     patchForObject headForHeaders optionsForAllow execute`,
  ),
  ...each(`${client}.`, 'create'),
  ...each(`${client}#`, 'uri baseUrl'),
  ...each(`${restClient}.`, 'create'),
  ...each(`${restClient}#`, 'uri baseUrl'),
  'org.springframework.web.client.RestTemplate#rootUri',
  'java.net.http.HttpRequest.newBuilder',
  'java.net.http.HttpRequest#uri',
  ...each('org.apache.http.client.methods.', methods),
  ...each(
    'org.apache.http.client.methods.RequestBuilder.',
    'get post put delete head patch options',
  ),
  ...each('org.apache.http.client.fluent.Request.', 'Get Post Put Delete Head Patch Options'),
  ...across(
    ['org.apache.hc.client5.http.classic.methods.', 'org.apache.hc.client5.http.async.methods.'],
    methods,
  ),
  ...each(
    'org.apache.hc.client5.http.classic.methods.ClassicHttpRequests.',
    'get post put delete head patch',
  ),
  ...each('org.apache.hc.client5.http.fluent.Request.', 'get post put delete head patch'),
  ...each(
    'org.apache.commons.httpclient.methods.',
    'GetMethod PostMethod PutMethod DeleteMethod HeadMethod',
  ),
  'okhttp3.Request#url',
  'retrofit2.Retrofit#baseUrl',
  'org.jsoup.Jsoup.connect',
  'javax.ws.rs.client.Client#target',
  'feign.Feign#target',
  ...each(
    'org.asynchttpclient.AsyncHttpClient#',
    'prepareGet preparePost preparePut prepareDelete prepareHead',
  ),
  ...each('com.google.api.client.http.', 'GenericUrl'),
  ...each('io.restassured.RestAssured.', 'get post put delete'),
  ...unirest,
];

/** Requests that the server sends: the JDK, Spring, Apache HttpClient, OkHttp, jsoup and others. */
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
    ...instances(`${client}#`, [
      ...each(client, '() .create() .builder() .Builder()'),
      ...each(
        `${client}#`,
        'get() post() put() delete() patch() head() method() baseUrl() build()',
      ),
    ]),
    ...instances(`${restClient}#`, [
      ...each(restClient, '() .create() .builder() .Builder()'),
      ...each(
        `${restClient}#`,
        'get() post() put() delete() patch() head() method() baseUrl() build()',
      ),
    ]),
    ...instances('retrofit2.Retrofit#', ['retrofit2.Retrofit.Builder()']),
    ...instances('feign.Feign#', ['feign.Feign.builder()']),
    ...instances('org.asynchttpclient.AsyncHttpClient#', [
      'org.asynchttpclient.AsyncHttpClient()',
      'org.asynchttpclient.DefaultAsyncHttpClient()',
      'org.asynchttpclient.Dsl.asyncHttpClient()',
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
    ...sinks('http-request', addresses, url),
    ...sinks('http-request', ['feign.Feign#target'], { url: at(1) }),
    ...sinks('clear-text', [...addresses, 'java.net.URL'], url, {
      data: { protocol: 'http' },
      where: [{ arg: at(0), matches: /^(?:http|ftp|ws):\/\//i }],
    }),
    // `new HttpHost("shop.example", 80, "http")`
    ...sinks(
      'clear-text',
      each('org.apache.http.', 'HttpHost'),
      { url: at(0) },
      { data: { protocol: 'http' }, where: [{ arg: at(2), is: ['http'] }] },
    ),
    ...sinks('http-request', each('org.apache.commons.io.', 'IOUtils.toString'), url, {
      where: [{ arg: at(0), symbol: ['java.net.URL#'] }],
    }),
    ...sinks('http-request', each('java.net.', 'Socket'), { host: at(0) }),
    ...sinks('http-request', ['javax.imageio.ImageIO.read'], url, {
      where: [{ arg: at(0), symbol: ['java.net.URL#'] }],
    }),
  ],
  calls: [
    ...gives('concat', ['java.net.URL', 'java.net.URI', 'java.net.URI.create'], {
      where: [{ arg: at(1), missing: true }],
    }),
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
