import { beforeAll, describe, expect, it } from 'vitest';
import type { Analysis } from '../../analysis';
import { openAnalysis } from '../../testing/analysis';

let analysis: Analysis;
beforeAll(async () => {
  analysis = await openAnalysis();
});

/** Rules that report something, hints too. */
async function reported(text: string): Promise<readonly string[]> {
  const document = await analysis.open('Case.java', undefined, text);
  expect(document.hasSyntaxError).toBe(false);
  return document.findings({ rules: {}, sqlDialect: 'auto' }).map(({ ruleId }) => ruleId);
}

/** Statements in which `x` comes from the request and of `in`, `key` and `host` nothing is known. */
const program = (statements: string) => `
import javax.servlet.http.*;
class Case extends HttpServlet {
  protected void doGet(HttpServletRequest request, HttpServletResponse response) throws Exception {
    String x = request.getParameter("x");
    ${statements}
  }
}`;

/** Rule → statements in which it reports something, and statements in which it does not. */
const cases: readonly (readonly [rule: string, bad: readonly string[], good: readonly string[]])[] =
  [
    [
      'jwt-unverified',
      [
        'io.jsonwebtoken.Jwts.builder().setSubject("a").compact();',
        'com.auth0.jwt.JWT.create().sign(com.auth0.jwt.algorithms.Algorithm.none());',
        'new com.nimbusds.jwt.PlainJWT(null);',
      ],
      [
        'io.jsonwebtoken.Jwts.builder().setSubject("a").signWith(load()).compact();',
        'com.auth0.jwt.JWT.create().sign(load());',
      ],
    ],
    [
      'ldap-injection',
      [
        'new javax.naming.directory.SearchControls(1, 2, 3, null, true, false);',
        'javax.naming.directory.SearchControls c = new javax.naming.directory.SearchControls(); c.setReturningObjFlag(true);',
      ],
      ['new javax.naming.directory.SearchControls(1, 2, 3, null, false, false);'],
    ],
    [
      'insecure-cookie',
      [
        'Cookie c = new Cookie("a", "b"); c.setSecure(true); c.setHttpOnly(false);',
        'request.getServletContext().getSessionCookieConfig().setHttpOnly(false);',
        'new javax.ws.rs.core.NewCookie("session", "b");',
      ],
      [
        'Cookie c = new Cookie("a", "b"); c.setSecure(true); c.setHttpOnly(true); response.addCookie(c);',
      ],
    ],
    [
      'command-injection',
      ['System.loadLibrary(x);', 'Runtime.getRuntime().load(String.format("/a/%s.so", x));'],
      ['System.loadLibrary("crypto");'],
    ],
    [
      'short-key',
      [
        'java.security.KeyPairGenerator g = java.security.KeyPairGenerator.getInstance("RSA"); g.initialize(1024);',
        'java.security.KeyPairGenerator.getInstance("DSA").initialize(1024);',
        'javax.crypto.KeyGenerator g = javax.crypto.KeyGenerator.getInstance("AES"); g.init(64);',
        'new java.security.spec.ECGenParameterSpec("secp112r1");',
      ],
      [
        'java.security.KeyPairGenerator g = java.security.KeyPairGenerator.getInstance("EC"); g.initialize(256);',
        'javax.crypto.KeyGenerator.getInstance("AES").init(256);',
      ],
    ],
    [
      'weak-cipher',
      [
        'javax.crypto.Cipher.getInstance("RSA/ECB/NoPadding");',
        'javax.crypto.Cipher.getInstance("RSA/ECB/PKCS1Padding");',
        'javax.crypto.SecretKeyFactory.getInstance("PBEWithMD5AndDES");',
        'new javax.crypto.spec.IvParameterSpec(new byte[16]);',
      ],
      [
        'javax.crypto.Cipher.getInstance("RSA/ECB/OAEPWithSHA-256AndMGF1Padding");',
        'new javax.crypto.spec.IvParameterSpec(random());',
      ],
    ],
    [
      'tls-verification-disabled',
      [
        'org.apache.http.ssl.SSLContexts.custom().loadTrustMaterial(null, (chain, type) -> true);',
        'org.apache.http.conn.ssl.TrustStrategy all = (chain, type) -> true;',
        'System.setProperty("sun.security.ssl.allowUnsafeRenegotiation", "true");',
        'socket().setEnabledProtocols(new String[] {"TLSv1.2", "TLSv1"});',
        'org.apache.commons.mail.Email m = new org.apache.commons.mail.SimpleEmail(); m.setSSLOnConnect(true); m.send();',
      ],
      [
        'socket().setEnabledProtocols(new String[] {"TLSv1.2", "TLSv1.3"});',
        'org.apache.commons.mail.Email m = new org.apache.commons.mail.SimpleEmail(); m.setSSLOnConnect(true); m.setSSLCheckServerIdentity(true); m.send();',
      ],
    ],
    [
      'cleartext-transport',
      [
        'new java.net.Socket("shop.com", 80);',
        'new java.net.URL("ftp://user:pass@shop.com/a");',
        'org.springframework.web.client.RestClient.create("http://shop.com");',
        'kong.unirest.Unirest.post("http://shop.com/a");',
        'org.jsoup.Jsoup.connect("http://shop.com");',
      ],
      [
        'new java.net.Socket("localhost", 80);',
        'org.springframework.web.client.RestClient.create("https://shop.com");',
      ],
    ],
    [
      'unsafe-deserialization',
      [
        'new java.io.ObjectInputStream(file()).readObject();',
        'new com.fasterxml.jackson.databind.ObjectMapper().enableDefaultTyping();',
        'new org.yaml.snakeyaml.Yaml();',
        'com.cedarsoftware.util.io.JsonReader.jsonToJava(x);',
      ],
      [
        'new com.fasterxml.jackson.databind.ObjectMapper().readValue(x, Case.class);',
        'new org.yaml.snakeyaml.Yaml(new org.yaml.snakeyaml.constructor.SafeConstructor());',
      ],
    ],
    [
      'code-injection',
      [
        'org.jboss.seam.log.Logging.getLog(Case.class).info("got " + x);',
        'new org.apache.commons.jexl3.JexlBuilder().create().createExpression(x);',
        'new org.python.util.PythonInterpreter().exec(x);',
        'groovy.util.Eval.x(1, x);',
      ],
      ['org.jboss.seam.log.Logging.getLog(Case.class).info("got #0", x);'],
    ],
    [
      'nosql-injection',
      ['org.bson.Document.parse("{a: \'" + x + "\'}");'],
      ['new org.bson.Document("a", x);'],
    ],
    [
      'open-redirect',
      [
        'new org.springframework.web.servlet.ModelAndView("redirect:" + x);',
        'org.springframework.web.servlet.view.RedirectView v = new org.springframework.web.servlet.view.RedirectView(); v.setUrl(x);',
      ],
      ['new org.springframework.web.servlet.ModelAndView("redirect:/people/" + x);'],
    ],
    [
      'weak-password-hash',
      [
        'org.springframework.security.crypto.password.NoOpPasswordEncoder.getInstance();',
        'new org.springframework.security.crypto.password.LdapShaPasswordEncoder();',
      ],
      ['new org.springframework.security.crypto.bcrypt.BCryptPasswordEncoder();'],
    ],
    [
      'permissive-cors',
      [
        'org.springframework.web.cors.CorsConfiguration c = new org.springframework.web.cors.CorsConfiguration(); c.addAllowedOrigin("*");',
      ],
      [
        'org.springframework.web.cors.CorsConfiguration c = new org.springframework.web.cors.CorsConfiguration(); c.addAllowedOrigin("https://shop.com");',
      ],
    ],
    [
      'xml-external-entities',
      [
        'new nu.xom.Builder().build(request.getInputStream());',
        'javax.xml.transform.TransformerFactory f = javax.xml.transform.TransformerFactory.newInstance(); f.setAttribute("http://javax.xml.XMLConstants/property/accessExternalDTD", ""); f.newTransformer(sheet());',
      ],
      [
        'javax.xml.transform.TransformerFactory f = javax.xml.transform.TransformerFactory.newInstance(); f.setAttribute("http://javax.xml.XMLConstants/property/accessExternalDTD", ""); f.setAttribute("http://javax.xml.XMLConstants/property/accessExternalStylesheet", ""); f.newTransformer(sheet());',
      ],
    ],
    [
      'sql-injection',
      ['org.jooq.impl.DSL.using(connection()).fetch("SELECT a FROM t WHERE b = \'" + x + "\'");'],
      ['org.jooq.impl.DSL.using(connection()).fetch("SELECT a FROM t WHERE b = ?", x);'],
    ],
    [
      'unsafe-reflection',
      ['Class.forName(x + "Handler");'],
      ['Class.forName("shop.handlers." + x);'],
    ],
    [
      'hardcoded-secret',
      [
        'new org.apache.http.auth.UsernamePasswordCredentials("shop", "Tq9-vLm2x8");',
        'com.zaxxer.hikari.HikariConfig c = new com.zaxxer.hikari.HikariConfig(); c.setPassword("Tq9-vLm2x8");',
        'java.security.KeyStore.getInstance("PKCS12").load(null, "Tq9-vLm2x8".toCharArray());',
      ],
      [
        'new org.apache.http.auth.UsernamePasswordCredentials("shop", System.getenv("PASSWORD"));',
        'java.security.KeyStore.getInstance("PKCS12").load(null, null);',
      ],
    ],
    [
      'unsafe-reflection',
      ['new javax.naming.InitialContext().lookup(x);'],
      ['new javax.naming.InitialContext().lookup("java:comp/env/" + x);'],
    ],
    [
      'mass-assignment',
      ['org.apache.commons.beanutils.BeanUtils.populate(new Case(), request.getParameterMap());'],
      ['org.apache.commons.beanutils.BeanUtils.populate(new Case(), java.util.Map.of("a", x));'],
    ],
  ];

describe.each(cases)('%s', (rule, bad, good) => {
  it.each(bad)('reports %s', async (statements) => {
    expect(await reported(program(statements))).toContain(rule);
  });
  it.each(good)('is silent about %s', async (statements) => {
    expect(await reported(program(statements))).not.toContain(rule);
  });
});

const security = (body: string) => `
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
class Security { void configure(HttpSecurity http) throws Exception { ${body} } }`;

describe('Spring Security', () => {
  it.each([
    ['csrf-disabled', 'http.csrf(csrf -> csrf.disable());'],
    ['csrf-disabled', 'http.cors().and().csrf().disable();'],
    ['security-headers-missing', 'http.headers(h -> h.frameOptions(f -> f.disable()));'],
    ['security-headers-missing', 'http.headers().frameOptions().disable();'],
    ['session-fixation', 'http.sessionManagement().sessionFixation().none();'],
  ])('%s: %s', async (rule, body) => {
    expect(await reported(security(body))).toContain(rule);
  });

  it('is silent where the protections stay', async () => {
    expect(await reported(security('http.csrf(csrf -> {}).headers(h -> {});'))).toEqual([]);
  });
});

describe('declarations', () => {
  it.each([
    [
      'weak-hash',
      'class Own extends java.security.MessageDigest { protected byte[] engineDigest() { return new byte[4]; } }',
    ],
    ['unsafe-deserialization', 'interface Shop extends java.rmi.Remote { void put(Object o); }'],
    [
      'unsafe-deserialization',
      'class A { @javax.ws.rs.POST @javax.ws.rs.Consumes("*/*") public void put(Shop a) {} }',
    ],
    [
      'unsafe-deserialization',
      'import com.fasterxml.jackson.annotation.*; @JsonTypeInfo(use = JsonTypeInfo.Id.CLASS) class A {}',
    ],
    [
      'open-redirect',
      'class A { @org.springframework.web.bind.annotation.GetMapping("/a") public String a(String x) { return "redirect:" + x; } }',
    ],
    [
      'path-traversal',
      'class A { void a(io.javalin.http.Context c) throws Exception { new java.io.FileInputStream("/a/" + c.queryParam("x")); } }',
    ],
  ])('%s: %s', async (rule, text) => {
    expect(await reported(text)).toContain(rule);
  });

  it.each([
    'class Own extends java.security.MessageDigest { java.security.MessageDigest d; protected byte[] engineDigest() { return d.digest(); } }',
    'interface Shop extends java.rmi.Remote { void put(String name, int count); }',
    'import com.fasterxml.jackson.annotation.*; @JsonTypeInfo(use = JsonTypeInfo.Id.NAME) class A {}',
    'class A { @org.springframework.web.bind.annotation.GetMapping("/a") public String a(String x) { return "redirect:/people/" + x; } }',
    'class A { void a(javax.persistence.EntityManager em, String x) { em.createQuery("from Person p where p.name = :x").setParameter("x", x); } }',
    'class Builder {} class A { Object b = new Builder(); }',
  ])('is silent about %s', async (text) => {
    expect(await reported(text)).toEqual([]);
  });
});
