import type { CallSpec, CheckSpec, FrameworkModel } from '../../../engine/model';
import {
  across,
  addressChecks,
  at,
  checks,
  cleans,
  each,
  gives,
  local,
  plainText,
  sinks,
  withoutMarks,
} from '../../specs';

import { classes } from './classes';

/** Wrappers of data whose content is that of what they are made from. */
const wrappers = [
  ...each(
    'java.io.',
    `InputStreamReader BufferedReader LineNumberReader StringReader CharArrayReader
     ByteArrayInputStream BufferedInputStream DataInputStream PushbackInputStream SequenceInputStream`,
  ),
  ...each('java.util.', 'Scanner StringTokenizer StringJoiner Date'),
  ...each('java.net.', 'URL URI'),
  'java.io.File',
  'java.lang.String',
  'java.lang.Object',
];

const text: readonly CallSpec[] = [
  { call: '*.toUpperCase', result: { text: 'upper' } },
  { call: '*.toLowerCase', result: { text: 'lower' } },
  ...gives({ text: 'trim' }, each('*.', 'trim strip')),
  { call: '*.charAt', result: { text: 'char-at' } },
  { call: '*.substring', result: { text: 'substring' } },
  { call: '*.concat', result: { text: 'concat' } },
  { call: '*.equals', result: { text: 'equals' } },
  { call: '*.contentEquals', result: { text: 'equals' } },
  { call: '*.equalsIgnoreCase', result: { text: 'equals-ignore-case' } },
  { call: '*.isEmpty', result: { text: 'is-empty' } },
  { call: '*.startsWith', result: { text: 'starts-with' } },
  { call: '*.endsWith', result: { text: 'ends-with' } },
  { call: '*.indexOf', result: { text: 'index-of' } },
  { call: '*.toString', result: { text: 'to-string' } },
  {
    call: '*.replace',
    result: 'clean',
    cleans: ['log', 'response-header'],
    where: [{ arg: at(0), matches: /[\r\n]/ }],
  },
  ...withoutMarks('*.replace', at(0), at(1)),
  ...withoutMarks('*.replaceAll', at(0), at(1)),
  { call: '*.replace', result: { text: 'replace-all' } },
  // What is left over are letters, digits and such.
  ...across(['*.'], 'replaceAll').flatMap((call): readonly CallSpec[] => [
    {
      call,
      result: 'clean',
      cleans: plainText,
      where: [{ arg: at(0), matches: /^\[\^(?:[\w\s.-]|\\[wds.-])+\]\+?$|^\\W\+?$/ }],
    },
    {
      call,
      result: 'clean',
      cleans: ['log', 'response-header'],
      where: [{ arg: at(0), matches: /\\[rns]|[\r\n]|\\p\{Cntrl\}/ }],
    },
    { call, result: 'clean', cleans: ['html', 'response'], where: [{ arg: at(0), matches: /</ }] },
  ]),
  ...cleans(
    each(
      '*.',
      `length lastIndexOf hashCode compareTo compareToIgnoreCase codePointAt size count
       isBlank isPresent intValue longValue doubleValue booleanValue ordinal`,
    ),
  ),
  ...gives('propagate', each('java.lang.String.', 'valueOf copyValueOf join')),
  ...gives(
    'propagate',
    each('java.util.', 'Base64.getEncoder Base64.getDecoder Objects.toString Arrays.toString'),
  ),
  ...gives({ text: 'format-percent' }, ['java.lang.String.format', '*.formatted']),
  ...gives('concat', each('java.lang.', 'StringBuilder StringBuffer')),
  { call: '*.append', result: 'receiver', effect: { on: 'append' } },
  { call: '*.insert', result: 'receiver', effect: { on: 'absorb' } },
  {
    call: '*.setLength',
    result: 'clean',
    effect: { on: 'clear' },
    where: [{ arg: at(0), is: [0] }],
  },
  ...gives('receiver', each('*.', 'intern reverse deleteCharAt getBytes toCharArray')),
];

/** Numbers, truth values, identifiers and dates carry no text. */
const values: readonly CallSpec[] = [
  ...cleans([
    ...across(
      each('java.lang.', 'Integer Long Short Byte Double Float Boolean'),
      `.valueOf .parse .parseInt .parseLong .parseShort .parseByte .parseDouble .parseFloat
       .parseBoolean .decode .toString .toHexString .toBinaryString`,
    ),
    ...each('java.lang.Math.', 'abs min max round floor ceil pow sqrt floorMod'),
    ...each('java.math.', 'BigDecimal BigInteger'),
    ...each('java.util.UUID.', 'fromString randomUUID nameUUIDFromBytes'),
    ...across(
      each('java.time.', 'LocalDate LocalDateTime LocalTime Instant ZonedDateTime Duration'),
      '.parse .now .of',
    ),
    ...each(
      'java.lang.Character.',
      'isDigit isLetter isLetterOrDigit isWhitespace getNumericValue',
    ),
    ...each('java.lang.System.', 'currentTimeMillis nanoTime identityHashCode lineSeparator'),
    ...each('*.', 'parseInt parseLong'),
  ]),
  { call: 'java.lang.System.arraycopy', result: 'clean', effect: { on: 'fill', argument: at(2) } },
  ...gives('never', ['java.lang.System.exit', 'java.lang.Runtime#exit', 'java.lang.Runtime#halt']),
];

const lists = each(
  'java.util.',
  'ArrayList LinkedList Vector Stack ArrayDeque PriorityQueue HashSet LinkedHashSet TreeSet',
);
const maps = each(
  'java.util.',
  `HashMap LinkedHashMap TreeMap Hashtable Properties IdentityHashMap WeakHashMap
   concurrent.ConcurrentHashMap`,
);

const ofArray = ['java.util.Arrays.asList', 'java.util.stream.Stream.of'];

const collections: readonly CallSpec[] = [
  ...gives('list', lists, { where: [{ arg: at(0), missing: true }] }),
  ...gives('argument', lists),
  ...gives('map', maps, { where: [{ arg: at(0), missing: true }] }),
  ...gives('argument', maps),
  // One argument that is no text is an array with the elements.
  ...gives('list', ofArray, { where: [{ arg: at(0), matches: /^/ }] }),
  ...gives('argument', ofArray, { where: [{ arg: at(1), missing: true }] }),
  ...gives('list', [
    ...ofArray,
    ...each('java.util.', 'List.of Set.of Collections.singletonList Collections.singleton'),
  ]),
  ...gives('map', each('java.util.', 'Map.of Collections.singletonMap Map.entry')),
  ...gives('argument', [
    ...each(
      'java.util.Collections.',
      `unmodifiableList unmodifiableSet unmodifiableMap unmodifiableCollection synchronizedList
       synchronizedMap list enumeration`,
    ),
    ...each('java.util.', 'Arrays.stream Arrays.copyOf Arrays.copyOfRange List.copyOf Set.copyOf'),
    ...each('java.util.', 'Map.copyOf Optional.of Optional.ofNullable Objects.requireNonNull'),
    ...each('java.util.', 'Objects.requireNonNullElse Iterator Map.entrySet'),
  ]),
  { call: '*.get', result: 'element' },
  { call: '*.getOrDefault', result: 'element' },
  { call: '*.getProperty', result: 'element' },
  { call: '*.getResourceAsStream', result: 'resource' },
  { call: '*.load', result: 'clean', effect: { on: 'extend' } },
  { call: '*.elementAt', result: 'element' },
  {
    call: '*.add',
    result: 'clean',
    effect: { on: 'append' },
    where: [{ arg: at(1), missing: true }],
  },
  { call: '*.add', result: 'clean', effect: { on: 'absorb' } },
  ...gives('clean', each('*.', 'addLast addElement offer offerLast'), { effect: { on: 'append' } }),
  ...gives('clean', each('*.', 'push addFirst offerFirst'), { effect: { on: 'prepend' } }),
  { call: '*.addAll', result: 'clean', effect: { on: 'extend' } },
  { call: '*.putAll', result: 'clean', effect: { on: 'extend' } },
  ...gives('clean', each('*.', 'put putIfAbsent setProperty set'), { effect: { on: 'set' } }),
  {
    call: '*.remove',
    result: 'any-element',
    effect: { on: 'remove-first' },
    where: [{ arg: at(0), missing: true }],
  },
  { call: '*.remove', result: 'element', effect: { on: 'remove' } },
  ...gives('first-element', each('*.', 'removeFirst poll pop pollFirst'), {
    effect: { on: 'remove-first' },
  }),
  ...gives('first-element', each('*.', 'peek getFirst firstElement peekFirst')),
  ...gives('last-element', each('*.', 'getLast lastElement peekLast')),
  ...gives(
    'any-element',
    each('*.', 'next nextElement previous findFirst findAny getKey getValue'),
  ),
  ...gives(
    'receiver',
    each(
      '*.',
      `iterator listIterator elements stream parallelStream values entrySet keySet keys subList
       toArray toList clone sorted distinct limit skip parallel boxed`,
    ),
  ),
  { call: '*.clear', result: 'clean', effect: { on: 'clear' } },
  ...gives('mapped', each('*.', 'map flatMap mapToObj'), { callback: ['element'] }),
  { call: '*.filter', result: 'filtered', callback: ['element'] },
  { call: '*.forEach', result: 'clean', callback: ['element', 'element'] },
  ...gives('propagate', each('*.', 'collect reduce orElse orElseGet orElseThrow joining')),
  ...cleans(each('*.', 'hasNext hasMoreElements hasMoreTokens')),
  ...gives('clean', each('*.', 'anyMatch allMatch noneMatch ifPresent forEachOrdered'), {
    callback: ['element'],
  }),
];

const tests: readonly CheckSpec[] = [
  ...addressChecks(['*.matches'], 'receiver', at(0)),
  ...checks(['*.matches'], 'receiver', { pattern: at(0), anchored: true }),
  ...checks(['java.util.regex.Pattern.matches'], at(1), { pattern: at(0), anchored: true }),
  // `..` is what leads out of a folder.
  ...checks(['*.contains'], 'receiver', {
    when: false,
    cleans: ['file-path', 'extract', 'upload'],
    where: [{ arg: at(0), matches: /^\.\.[\\/]?$/ }],
  }),
  ...checks(['*.contains', '*.containsKey', '*.containsValue'], at(0), { members: 'receiver' }),
  ...checks(['*.equals', '*.equalsIgnoreCase', '*.contentEquals'], 'receiver', {
    where: [{ arg: at(0), matches: /^/ }],
  }),
  ...checks(['*.equals', '*.equalsIgnoreCase'], at(0), {
    where: [{ arg: 'receiver', matches: /^/ }],
  }),
  ...checks(['java.util.Objects.equals'], at(0), { where: [{ arg: at(1), matches: /^/ }] }),
  ...checks(['java.util.Objects.equals'], at(1), { where: [{ arg: at(0), matches: /^/ }] }),
  // A prefix that names the host ties the address to it.
  ...checks(['*.startsWith'], 'receiver', {
    cleans: ['http-request', 'redirect'],
    where: [{ arg: at(0), matches: /^https?:\/\/[^/?#@]+\// }],
  }),
  ...checks(['*.startsWith'], 'receiver', { cleans: ['file-path', 'extract', 'upload'] }),
  ...checks(['*.endsWith'], 'receiver', { cleans: ['upload'] }),
];

/** Java's own texts, numbers, collections and streams. */
export const javaLanguage: FrameworkModel = {
  name: 'java',
  doc: 'https://docs.oracle.com/en/java/javase/21/docs/api/java.base/module-summary.html',
  types: {
    ...classes('java.lang.', 'StringBuilder StringBuffer'),
    'java.lang.Runtime.getRuntime()': 'java.lang.Runtime#',
    'java.lang.Runtime()': 'java.lang.Runtime#',
  },
  carriers: ['java.lang.StringBuilder#', 'java.lang.StringBuffer#'],
  sources: [
    ...local('an environment variable', ['java.lang.System.getenv'], true),
    ...local('a system property', ['java.lang.System.getProperty'], true),
    ...local('what the user types', ['java.lang.System.in']),
    ...local('what the user types', ['java.io.Console#readLine'], true),
  ],
  entryPoints: [
    {
      by: 'signature',
      names: [['args', 'argv']],
      params: [{ source: 'a command-line argument', kind: 'local' }],
    },
  ],
  sinks: [
    ...sinks('compare', ['*.equals'], { left: 'receiver', right: at(0) }),
    ...sinks('regex', ['java.util.regex.Pattern.compile'], { pattern: at(0) }),
    ...sinks('regex', ['java.util.regex.Pattern.matches'], { pattern: at(0), input: at(1) }),
    ...sinks(
      'regex',
      ['*.matches'],
      { pattern: at(0), input: 'receiver' },
      {
        where: [
          { arg: at(0), missing: false },
          { arg: at(1), missing: true },
        ],
      },
    ),
    ...sinks(
      'regex',
      each('*.', 'replaceAll replaceFirst'),
      { pattern: at(0), input: 'receiver' },
      {
        where: [
          { arg: at(1), missing: false },
          { arg: at(2), missing: true },
        ],
      },
    ),
    ...sinks(
      'reflection',
      ['java.lang.Class.forName', 'java.lang.ClassLoader#loadClass', 'java.net.URLClassLoader'],
      { name: at(0) },
      { data: { of: 'class' } },
    ),
    ...sinks('reflection', ['*.loadClass'], { name: at(0) }, { data: { of: 'class' } }),
    ...sinks(
      'reflection',
      each('*.', 'getMethod getDeclaredMethod'),
      { name: at(0) },
      { data: { of: 'method' } },
    ),
  ],
  calls: [...gives('propagate', wrappers), ...text, ...values, ...collections],
  checks: tests,
};
