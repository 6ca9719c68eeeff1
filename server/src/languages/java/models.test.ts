import { beforeAll, describe, expect, it } from 'vitest';
import type { Analysis } from '../../analysis';
import { openAnalysis } from '../../testing/analysis';

let analysis: Analysis;
beforeAll(async () => {
  analysis = await openAnalysis();
});

/** Rules that report something of at least a warning in a text. */
async function reported(text: string): Promise<readonly string[]> {
  const document = await analysis.open('Case.java', undefined, text);
  expect(document.hasSyntaxError).toBe(false);
  const findings = document.findings({ rules: {}, sqlDialect: 'auto' });
  return findings.filter(({ severity }) => severity !== 'hint').map(({ ruleId }) => ruleId);
}

/** Statements of a servlet, in which `x` comes from the request. */
const servlet = (statements: string, imports: readonly string[], fields: string) => `
import javax.servlet.http.*;
${imports.map((name) => `import ${name};`).join('\n')}
class Case extends HttpServlet {
  ${fields}
  protected void doGet(HttpServletRequest request, HttpServletResponse response) throws Exception {
    String x = request.getParameter("x");
    ${statements}
  }
}`;

interface Case {
  readonly rule: string;
  readonly imports?: readonly string[];
  readonly fields?: string;
  /** Each of them is found on its own. */
  readonly bad: readonly string[];
  readonly good?: readonly string[];
}

const cases: Readonly<Record<string, Case>> = {
  'sources of a request': {
    rule: 'cross-site-scripting',
    bad: [
      'request.getHeader("a")',
      'request.getHeaders("a").nextElement()',
      'request.getQueryString()',
      'request.getCookies()[0].getValue()',
      'request.getParameterMap().get("a")[0]',
      'request.getParameterValues("a")[0]',
      'request.getReader().readLine()',
      'new java.io.BufferedReader(new java.io.InputStreamReader(request.getInputStream())).readLine()',
      'request.getPart("a").getSubmittedFileName()',
      'request.getRequestURI()',
    ].map((source) => `response.getWriter().println("<p>" + ${source});`),
    good: [
      'request.getMethod()',
      'request.getRemoteUser()',
      'request.getSession().getId()',
      'Integer.parseInt(x)',
      'request.getContextPath()',
    ].map((source) => `response.getWriter().println("<p>" + ${source});`),
  },
  'what a servlet writes': {
    rule: 'cross-site-scripting',
    bad: [
      'response.getWriter().print("<p>" + x);',
      'response.getWriter().printf("<p>%s</p>", x);',
      'response.getWriter().format(java.util.Locale.US, x, 1);',
      'response.getOutputStream().print("<p>" + x);',
      'java.io.PrintWriter out = response.getWriter(); out.append("<p>").append(x);',
    ],
    good: [
      'response.setContentType("application/json"); response.getWriter().print(x);',
      'response.getWriter().print("<p>");',
    ],
  },
  'ways of text and collections': {
    rule: 'cross-site-scripting',
    imports: ['java.util.*', 'java.util.stream.*'],
    bad: [
      'x.trim().toUpperCase()',
      'new StringBuilder("a").append(x).toString()',
      'String.format(FORMAT, x)',
      'String.join(",", List.of("a", x))',
      'Optional.ofNullable(x).orElse("a")',
      'new String(x.getBytes())',
      'List.of(x).stream().map(String::trim).collect(Collectors.joining())',
      'Arrays.asList("a", x).get(1)',
      'Map.of("a", x).get("a")',
      'x.split(",")[0]',
      'Objects.requireNonNull(x)',
      '(x.length() > 3 ? x : "")',
    ].map((way) => `response.getWriter().println("<p>" + ${way});`),
    good: [
      'Arrays.asList("a", x).get(0)',
      'Map.of("a", "b", "c", x).get("a")',
      'x.length()',
      'x.equals("a")',
      'UUID.fromString(x)',
      'x.replaceAll("[^a-z0-9]", "")',
      '(x.matches("[a-z]+") ? x : "")',
      '(NAMES.contains(x) ? x : "")',
    ].map((way) => `response.getWriter().println("<p>" + ${way});`),
    fields: 'static final Set<String> NAMES = Set.of("a", "b"); String FORMAT = "%s";',
  },
  'functions that escape': {
    rule: 'cross-site-scripting',
    bad: ['response.getWriter().println("<p>" + java.net.URLDecoder.decode(x, "UTF-8"));'],
    good: [
      'org.owasp.encoder.Encode.forHtml(x)',
      'org.owasp.esapi.ESAPI.encoder().encodeForHTML(x)',
      'org.apache.commons.text.StringEscapeUtils.escapeHtml4(x)',
      'org.apache.commons.lang.StringEscapeUtils.escapeHtml(x)',
      'org.springframework.web.util.HtmlUtils.htmlEscape(x)',
      'java.net.URLEncoder.encode(x, "UTF-8")',
    ].map((escaped) => `response.getWriter().println("<p>" + ${escaped});`),
  },
  JDBC: {
    rule: 'sql-injection',
    imports: ['java.sql.*'],
    fields: 'Connection c;',
    bad: [
      'c.createStatement().executeQuery("SELECT a FROM t WHERE b = \'" + x + "\'");',
      'Statement s = c.createStatement(); s.addBatch("DELETE FROM t WHERE b = " + x);',
      'PreparedStatement p = c.prepareStatement("SELECT a FROM t WHERE b = " + x);',
      'c.prepareCall("{call " + x + "}");',
    ],
    good: [
      'PreparedStatement p = c.prepareStatement("SELECT a FROM t WHERE b = ?"); p.setString(1, x); p.executeQuery();',
    ],
  },
  'Spring JDBC': {
    rule: 'sql-injection',
    imports: ['org.springframework.jdbc.core.*', 'org.springframework.jdbc.core.simple.*'],
    fields: 'JdbcTemplate db; JdbcClient client;',
    bad: [
      'db.update("DELETE FROM t WHERE b = " + x);',
      'db.queryForObject("SELECT a FROM t WHERE b = " + x, String.class);',
      'client.sql("SELECT a FROM t WHERE b = " + x);',
    ],
    good: ['db.update("DELETE FROM t WHERE b = ?", x);'],
  },
  'JPA and Hibernate': {
    rule: 'sql-injection',
    imports: ['jakarta.persistence.EntityManager', 'org.hibernate.SessionFactory'],
    fields: 'EntityManager em; SessionFactory sessions;',
    bad: [
      'em.createQuery("SELECT u FROM User u WHERE u.name = \'" + x + "\'");',
      'em.createNativeQuery("SELECT a FROM t WHERE b = " + x);',
      'sessions.openSession().createSQLQuery("SELECT a FROM t WHERE b = " + x);',
      'org.hibernate.criterion.Restrictions.sqlRestriction("a = " + x);',
    ],
    good: ['em.createQuery("SELECT u FROM User u WHERE u.name = :n").setParameter("n", x);'],
  },
  'Vert.x': {
    rule: 'sql-injection',
    imports: ['io.vertx.sqlclient.SqlClient'],
    fields: 'SqlClient db;',
    bad: ['db.query("SELECT a FROM t WHERE b = " + x);'],
    good: ['db.preparedQuery("SELECT a FROM t WHERE b = $1");'],
  },
  processes: {
    rule: 'command-injection',
    imports: ['java.util.*'],
    bad: [
      'Runtime.getRuntime().exec("sh -c ls " + x);',
      'Runtime.getRuntime().exec(new String[] {"sh", "-c", x});',
      'new ProcessBuilder("sh", "-c", x).start();',
      'List<String> list = new ArrayList<>(); list.add("sh"); list.add("-c"); list.add(x); new ProcessBuilder(list).start();',
      'ProcessBuilder pb = new ProcessBuilder(); pb.command("sh", "-c", x);',
    ],
    good: ['new ProcessBuilder("ls", "--", x).start();', 'Runtime.getRuntime().exec("ls");'],
  },
  files: {
    rule: 'path-traversal',
    imports: ['java.io.*', 'java.nio.file.*', 'org.apache.commons.io.FileUtils'],
    bad: [
      'new FileInputStream("data/" + x);',
      'new FileReader(new File("data", x));',
      'Files.readAllBytes(Paths.get("data", x));',
      'Files.write(Path.of("data").resolve(x), new byte[0]);',
      'new File("data", x).delete();',
      'FileUtils.readFileToString(new File(x));',
      'request.getPart("a").write("data/" + x);',
    ],
    good: [
      'new FileInputStream(new File("data", new File(x).getName()));',
      'File f = new File("data", x); if (!f.getCanonicalPath().startsWith("/srv/data/")) { return; } new FileInputStream(f);',
      'File f = new File("data", x); String p = f.getCanonicalPath(); if (!p.startsWith("/srv/data/")) { throw new IOException(); } new FileInputStream(f);',
      'Path p = Path.of("/srv/data").resolve(x).normalize(); if (p.startsWith("/srv/data")) { Files.readAllBytes(p); }',
      'if (!x.contains("..")) { new FileInputStream("data/" + x); }',
    ],
  },
  'names inside archives': {
    rule: 'zip-slip',
    imports: ['java.io.*', 'java.util.zip.*'],
    bad: [
      'ZipInputStream z = new ZipInputStream(request.getInputStream()); ZipEntry e = z.getNextEntry(); new FileOutputStream(new File("data", e.getName()));',
    ],
    good: [
      'ZipInputStream z = new ZipInputStream(new FileInputStream("a.zip")); ZipEntry e = z.getNextEntry(); new FileOutputStream(new File("data", new File(e.getName()).getName()));',
    ],
  },
  ciphers: {
    rule: 'weak-cipher',
    imports: ['javax.crypto.*', 'javax.crypto.spec.*'],
    bad: [
      'Cipher.getInstance("DES/CBC/PKCS5Padding");',
      'Cipher.getInstance("AES");',
      'Cipher c = new NullCipher();',
      'KeyGenerator.getInstance("RC4");',
      'new IvParameterSpec("0123456789abcdef".getBytes());',
    ],
    good: ['Cipher.getInstance("AES/GCM/NoPadding");', 'KeyGenerator.getInstance("AES");'],
  },
  hashes: {
    rule: 'weak-hash',
    imports: ['java.security.MessageDigest', 'org.apache.commons.codec.digest.DigestUtils'],
    bad: ['MessageDigest.getInstance("SHA-1");', 'DigestUtils.md5Hex(x);'],
    good: ['MessageDigest.getInstance("SHA-256");', 'DigestUtils.sha256Hex(x);'],
  },
  'random numbers': {
    rule: 'weak-random',
    imports: ['java.util.Random', 'java.security.SecureRandom'],
    bad: ['new Random().nextInt();', 'double d = Math.random();'],
    good: ['new SecureRandom().nextInt();', 'Random r = new SecureRandom(); r.nextInt();'],
  },
  'XML parsers': {
    rule: 'xml-external-entities',
    imports: ['javax.xml.parsers.*', 'javax.xml.stream.*', 'org.xml.sax.*'],
    bad: [
      'DocumentBuilderFactory.newInstance().newDocumentBuilder().parse(request.getInputStream());',
      'SAXParserFactory.newInstance().newSAXParser().parse(request.getInputStream(), handler);',
      'XMLInputFactory.newInstance().createXMLStreamReader(request.getInputStream());',
      'new org.dom4j.io.SAXReader().read(request.getInputStream());',
    ],
    good: [
      'XMLInputFactory f = XMLInputFactory.newInstance(); f.setProperty("javax.xml.stream.supportDTD", false); f.setProperty("javax.xml.stream.isSupportingExternalEntities", false); f.createXMLStreamReader(request.getInputStream());',
      'SAXParserFactory f = SAXParserFactory.newInstance(); f.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true); f.newSAXParser().parse(request.getInputStream(), handler);',
    ],
  },
  XPath: {
    rule: 'xpath-injection',
    imports: ['javax.xml.xpath.*'],
    bad: ['XPathFactory.newInstance().newXPath().compile("//a[b=\'" + x + "\']");'],
    good: ['XPathFactory.newInstance().newXPath().compile("//a[b=$x]");'],
  },
  'JNDI and LDAP': {
    rule: 'ldap-injection',
    imports: ['javax.naming.directory.*', 'org.springframework.ldap.core.LdapTemplate'],
    fields: 'DirContext directory; LdapTemplate template;',
    bad: [
      'directory.search("ou=a", "(uid=" + x + ")", new SearchControls());',
      'new InitialDirContext().search("ou=" + x, "(uid=a)", null);',
      'template.search("ou=a", "(uid=" + x + ")", mapper);',
    ],
    good: [
      'directory.search("ou=a", "(uid=" + org.springframework.ldap.support.LdapEncoder.filterEncode(x) + ")", null);',
    ],
  },
  'classes by name': {
    rule: 'unsafe-reflection',
    imports: ['javax.naming.InitialContext'],
    bad: ['Class.forName(x).newInstance();', 'new InitialContext().lookup(x);'],
    good: ['Class.forName("a.B").newInstance();'],
  },
  deserialization: {
    rule: 'unsafe-deserialization',
    imports: [
      'java.io.ObjectInputStream',
      'com.thoughtworks.xstream.XStream',
      'com.fasterxml.jackson.databind.ObjectMapper',
      'org.yaml.snakeyaml.Yaml',
      'org.yaml.snakeyaml.constructor.SafeConstructor',
    ],
    bad: [
      'new ObjectInputStream(request.getInputStream()).readObject();',
      'new XStream().fromXML(x);',
      'new Yaml().load(x);',
      'ObjectMapper m = new ObjectMapper(); m.enableDefaultTyping(); m.readValue(x, Object.class);',
      'new java.beans.XMLDecoder(request.getInputStream()).readObject();',
    ],
    good: [
      'new ObjectMapper().readValue(x, Order.class);',
      'new Yaml(new SafeConstructor()).load("a: 1");',
    ],
  },
  'text that runs': {
    rule: 'code-injection',
    imports: [
      'javax.script.*',
      'org.springframework.expression.spel.standard.SpelExpressionParser',
      'groovy.lang.GroovyShell',
    ],
    bad: [
      'new ScriptEngineManager().getEngineByName("js").eval(x);',
      'new SpelExpressionParser().parseExpression(x);',
      'ognl.Ognl.getValue(x, this);',
      'new GroovyShell().evaluate(x);',
      'org.mvel2.MVEL.eval(x);',
    ],
    good: ['new ScriptEngineManager().getEngineByName("js").eval("1 + 1");'],
  },
  templates: {
    rule: 'template-injection',
    imports: ['freemarker.template.Template', 'org.apache.velocity.app.Velocity'],
    bad: ['new Template("a", x, null);', 'Velocity.evaluate(null, null, "a", x);'],
    good: ['new Template("a", "text", null);'],
  },
  'requests of the server': {
    rule: 'server-side-request-forgery',
    imports: [
      'org.springframework.web.client.RestTemplate',
      'java.net.http.HttpRequest',
      'java.net.URI',
      'org.apache.http.client.methods.HttpGet',
      'org.jsoup.Jsoup',
    ],
    bad: [
      'new RestTemplate().getForObject(x, String.class);',
      'HttpRequest.newBuilder(URI.create(x)).build();',
      'new HttpGet("https://" + x + "/a");',
      'Jsoup.connect(x).get();',
    ],
    good: [
      'new RestTemplate().getForObject("https://a.example.com/" + Long.parseLong(x), String.class);',
    ],
  },
  redirects: {
    rule: 'open-redirect',
    bad: ['response.sendRedirect(x);', 'response.setHeader("Location", x);'],
    good: ['response.sendRedirect("/home");'],
  },
  sessions: {
    rule: 'trust-boundary',
    bad: ['request.getSession().setAttribute("plan", x);', 'request.getSession().putValue(x, 1);'],
    good: ['request.getSession().setAttribute("plan", Integer.parseInt(x));'],
  },
  cookies: {
    rule: 'insecure-cookie',
    bad: [
      'response.addCookie(new Cookie("session", "a"));',
      'Cookie k = new Cookie("session", "a"); k.setSecure(false); k.setHttpOnly(true); response.addCookie(k);',
    ],
    good: [
      'Cookie k = new Cookie("session", "a"); k.setSecure(true); k.setHttpOnly(true); response.addCookie(k);',
    ],
  },
  tokens: {
    rule: 'jwt-no-expiry',
    imports: ['io.jsonwebtoken.Jwts'],
    bad: ['Jwts.builder().setSubject("a").signWith(key).compact();'],
    good: ['Jwts.builder().setSubject("a").setExpiration(end).signWith(key).compact();'],
  },
  'old versions of TLS': {
    rule: 'tls-verification-disabled',
    bad: ['javax.net.ssl.SSLContext.getInstance("SSLv3");'],
    good: ['javax.net.ssl.SSLContext.getInstance("TLSv1.3");'],
  },
  'short keys': {
    rule: 'short-key',
    imports: ['java.security.KeyPairGenerator'],
    bad: ['KeyPairGenerator g = KeyPairGenerator.getInstance("RSA"); g.initialize(1024);'],
    good: ['KeyPairGenerator g = KeyPairGenerator.getInstance("RSA"); g.initialize(3072);'],
  },
  MongoDB: {
    rule: 'nosql-injection',
    imports: ['org.bson.Document'],
    bad: ['new Document("$where", "this.a == \'" + x + "\'");'],
    good: ['new Document("a", x);'],
  },
};

describe.each(Object.entries(cases))(
  '%s',
  (_name, { rule, imports = [], fields = '', bad, good }) => {
    it.each(bad)('finds %s', async (statements) => {
      expect(await reported(servlet(statements, imports, fields))).toContain(rule);
    });

    it.each(good ?? [])('is silent about %s', async (statements) => {
      expect(await reported(servlet(statements, imports, fields))).not.toContain(rule);
    });
  },
);

describe('entry points', () => {
  const sink = 'new java.io.FileInputStream(x);';
  it.each([
    [
      'Spring',
      '@org.springframework.web.bind.annotation.GetMapping("/a") void a(String x) { SINK }',
    ],
    ['Spring', 'void a(@org.springframework.web.bind.annotation.PathVariable String x) { SINK }'],
    ['JAX-RS', '@jakarta.ws.rs.GET void a(@jakarta.ws.rs.QueryParam("x") String x) { SINK }'],
    [
      'messages',
      '@org.springframework.messaging.handler.annotation.MessageMapping("/a") void a(String x) { SINK }',
    ],
  ])('finds what %s passes', async (_framework, method) => {
    expect(await reported(`class A { ${method.replace('SINK', sink)} }`)).toContain(
      'path-traversal',
    );
  });

  it('takes numbers for harmless', async () => {
    const text = `class A { void a(@org.springframework.web.bind.annotation.PathVariable long x) { ${sink} } }`;
    expect(await reported(text)).toEqual([]);
  });

  it('finds what a function of AWS Lambda gets', async () => {
    const text = `import com.amazonaws.services.lambda.runtime.*;
class A implements RequestHandler<String, String> {
  public String handleRequest(String x, Context context) { ${sink} return ""; }
}`;
    expect(await reported(text)).toContain('path-traversal');
  });
});

describe('names without import', () => {
  it('knows full names, packages and what is not imported yet', async () => {
    const body = (type: string) =>
      `class A { void a() throws Exception { ${type}.getInstance("MD5"); } }`;
    expect(await reported(body('java.security.MessageDigest'))).toContain('weak-hash');
    expect(await reported(`import java.security.*;\n${body('MessageDigest')}`)).toContain(
      'weak-hash',
    );
    expect(await reported(body('MessageDigest'))).toContain('weak-hash');
    expect(await reported(body('shop.MessageDigest'))).toEqual([]);
  });
});

describe('objects in fields', () => {
  it('are as the constructor leaves them', async () => {
    const text = `import javax.xml.parsers.*;
class A {
  private final DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
  A() throws Exception { factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true); }
  void read(java.io.InputStream in) throws Exception { factory.newDocumentBuilder().parse(in); }
}`;
    expect(await reported(text)).toEqual([]);
    const unsafe = text.replace(/factory\.setFeature.*?;/, '');
    expect(await reported(unsafe)).toContain('xml-external-entities');
  });
});
