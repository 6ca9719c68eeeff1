import type { FrameworkModel } from '../../../engine/model';
import { across, cleans, each, gives, instances, markup } from '../../specs';

const esapi = 'org.owasp.esapi.Encoder#';
const owasp = 'org.owasp.encoder.Encode.';

/** Functions that make text safe for one place: OWASP ESAPI and Encoder, Apache Commons, Guava. */
export const encoders: FrameworkModel = {
  name: 'java-encoders',
  doc: 'https://owasp.org/www-project-java-encoder/',
  types: {
    ...instances(esapi, ['org.owasp.esapi.ESAPI.encoder()', 'org.owasp.esapi.Encoder()']),
    ...instances('org.owasp.esapi.Validator#', ['org.owasp.esapi.ESAPI.validator()']),
  },
  calls: [
    ...cleans(
      [
        ...each(
          esapi,
          'encodeForHTML encodeForHTMLAttribute encodeForJavaScript encodeForCSS encodeForXML encodeForXMLAttribute',
        ),
        ...each(
          owasp,
          'forHtml forHtmlContent forHtmlAttribute forHtmlUnquotedAttribute forJavaScript forJavaScriptBlock forJavaScriptAttribute forCssString forXml forXmlContent forXmlAttribute',
        ),
        ...across(
          each(
            'org.apache.commons.',
            'text.StringEscapeUtils. lang.StringEscapeUtils. lang3.StringEscapeUtils.',
          ),
          'escapeHtml escapeHtml3 escapeHtml4 escapeXml escapeXml10 escapeXml11 escapeEcmaScript escapeJavaScript',
        ),
        'com.google.common.html.HtmlEscapers.htmlEscaper',
        'com.google.common.escape.Escaper#escape',
        'org.jsoup.Jsoup.clean',
        'org.owasp.html.PolicyFactory#sanitize',
      ],
      markup,
    ),
    ...cleans(each(esapi, 'encodeForSQL'), ['sql']),
    ...cleans(each(esapi, 'encodeForLDAP encodeForDN'), ['ldap']),
    ...cleans(each(esapi, 'encodeForXPath'), ['xpath']),
    ...cleans(each(esapi, 'encodeForOS'), ['command']),
    ...cleans(
      [
        `${esapi}encodeForURL`,
        'java.net.URLEncoder.encode',
        ...each(owasp, 'forUri forUriComponent'),
      ],
      [...markup, 'redirect', 'http-request', 'response-header', 'log', 'file-path'],
    ),
    ...gives('propagate', [
      'java.net.URLDecoder.decode',
      `${esapi}canonicalize`,
      `${esapi}decodeForHTML`,
      `${esapi}encodeForBase64`,
      `${esapi}decodeFromBase64`,
    ]),
    ...gives('propagate', [
      ...each(
        'org.apache.commons.codec.binary.Base64.',
        'encodeBase64 decodeBase64 encodeBase64String',
      ),
      ...across(
        each('org.apache.commons.', 'lang3.StringUtils. lang.StringUtils.'),
        'trim strip join defaultString lowerCase upperCase substring replace left right',
      ),
    ]),
    ...cleans(
      across(
        each('org.apache.commons.', 'lang3.StringUtils. lang.StringUtils.'),
        'isBlank isEmpty isNotBlank isNotEmpty length',
      ),
    ),
    ...cleans(['org.owasp.esapi.Validator#getValidInput']),
  ],
};
