import type { FrameworkModel } from '../../../engine/model';
import {
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

const anyMethod = (names: string) => each('*.', names);

/** What Ruby's own classes do with values: texts, lists, hashes, numbers. */
export const core: FrameworkModel = {
  name: 'ruby-core',
  doc: 'https://docs.ruby-lang.org/en/3.4/String.html',
  calls: [
    // Numbers, truth values and sizes carry no attack.
    ...cleans(
      anyMethod(
        'to_i to_f to_r to_c to_d size length count bytesize ord hash object_id empty? any? all? none? one? ' +
          'include? member? start_with? end_with? match? nil? blank? present? is_a? kind_of? instance_of? ' +
          'respond_to? eql? equal? index rindex find_index key? has_key? value? zero? positive? negative? ' +
          'even? odd? between? hex oct sum class frozen? to_date to_datetime to_time iso8601 abs round floor ceil',
      ),
    ),
    ...cleans(['Integer', 'Float', 'Rational', 'Complex', 'BigDecimal']),
    ...cleans(['Integer.sqrt', 'Date.parse', 'Date.strptime', 'Time.parse', 'Time.at', 'Date.new']),
    // Texts.
    ...gives({ text: 'upper' }, anyMethod('upcase upcase!')),
    ...gives({ text: 'lower' }, anyMethod('downcase downcase!')),
    ...gives({ text: 'trim' }, anyMethod('strip strip!')),
    ...withoutMarks('*.gsub', at(0), at(1)),
    ...gives('clean', anyMethod('delete'), {
      cleans: ['xpath'],
      where: [{ arg: at(0), is: ["'", '"'] }],
    }),
    ...gives({ text: 'replace-all' }, anyMethod('gsub'), {
      where: [{ arg: at(0), matches: /^[^\\^$.*+?()[\]{}|]*$/ }],
    }),
    ...gives({ text: 'to-string' }, [...anyMethod('to_s to_str to_sym'), 'String'], {
      where: [{ arg: 'receiver', matches: /^/ }],
    }),
    // Text is no filter with operators.
    ...cleans([...anyMethod('to_s to_str to_sym'), 'String'], ['nosql-query']),
    // Without line breaks.
    ...cleans(anyMethod('inspect dump'), ['log', 'response-header']),
    ...gives('clean', anyMethod('delete tr tr_s gsub squish'), {
      cleans: ['log', 'response-header'],
      where: [{ arg: at(0), matches: /\\[nrs]|[\n\r]/ }],
    }),
    // Of a hash, the fields of these names.
    ...gives('clean', anyMethod('slice'), {
      cleans: ['mass-assignment', 'redirect', 'sql'],
      where: [{ arg: at(0), matches: /^[A-Za-z_]/ }],
    }),
    ...gives(
      'propagate',
      anyMethod(
        'lstrip rstrip chomp chop chomp! squish squeeze capitalize capitalize! swapcase titleize humanize ' +
          'camelize underscore pluralize singularize sub sub! gsub gsub! tr tr_s delete delete_prefix ' +
          'delete_suffix slice slice! byteslice scan match split lines chars bytes each_char each_line ' +
          'partition rpartition center ljust rjust reverse encode force_encoding unicode_normalize scrub ' +
          'succ next unpack unpack1 pack truncate first_line indent strip_heredoc dump undump b ' +
          'as_json to_a to_ary symbolize_keys ' +
          'stringify_keys deep_symbolize_keys except only values keys values_at ' +
          'fetch_values flatten compact uniq sort reverse_each take drop take_while drop_while rotate ' +
          'sample shuffle min max invert permit! require original_filename read body string',
      ),
    ),
    ...gives(
      'receiver',
      anyMethod('freeze itself presence dup clone deep_dup with_indifferent_access'),
    ),
    ...gives('concat', anyMethod('concat prepend'), {
      effect: { on: 'absorb' },
    }),
    ...gives('receiver', anyMethod('<<'), { effect: { on: 'append' } }),
    ...gives('receiver', anyMethod('push append'), { effect: { on: 'append' } }),
    ...gives('receiver', anyMethod('unshift'), { effect: { on: 'prepend' } }),
    ...gives('receiver', anyMethod('merge! concat!'), { effect: { on: 'extend' } }),
    ...gives('receiver', anyMethod('store'), { effect: { on: 'set' } }),
    ...gives('last-element', anyMethod('pop last'), {}),
    ...gives('first-element', anyMethod('shift first'), {}),
    ...gives('receiver', anyMethod('clear'), { effect: { on: 'clear' } }),
    ...gives('element', anyMethod('fetch dig')),
    ...gives('joined', anyMethod('join')),
    // Blocks.
    ...gives(
      'receiver',
      anyMethod('each each_with_index each_entry each_value each_slice each_cons tap times upto'),
      { callback: ['element', 'unknown'] },
    ),
    ...gives('receiver', anyMethod('each_pair each_key'), { callback: ['element', 'element'] }),
    ...gives(
      'mapped',
      anyMethod('map collect flat_map filter_map collect_concat each_with_object map! collect!'),
      { callback: ['element', 'unknown'] },
    ),
    ...gives('propagate', anyMethod('select filter reject find_all sort_by group_by'), {
      callback: ['element', 'element'],
    }),
    ...gives('any-element', anyMethod('find detect max_by min_by'), { callback: ['element'] }),
    ...gives('propagate', anyMethod('inject reduce'), { callback: ['element', 'element'] }),
    ...gives('callback', anyMethod('then yield_self'), { callback: ['receiver'] }),
    // Kernel.
    ...gives('never', ['exit', 'abort', 'exit!', 'raise', 'fail', 'throw']),
    ...gives('propagate', ['Array', 'Hash', 'Array.new', 'String.new', 'Set.new', 'StringIO.new']),
    ...gives({ text: 'format-percent' }, ['format', 'sprintf']),
    ...gives('propagate', ['URI.decode_www_form_component', 'CGI.unescape', 'Base64.decode64']),
    ...gives('propagate', ['Base64.strict_decode64', 'Base64.urlsafe_decode64', 'URI.decode']),
    ...cleans(['Base64.encode64', 'Base64.strict_encode64', 'Base64.urlsafe_encode64'], plainText),
    ...cleans(
      ['URI.encode_www_form_component', 'CGI.escape', 'ERB.Util.url_encode', 'url_encode'],
      plainText,
    ),
    ...cleans(['URI.encode_www_form', ...anyMethod('to_query to_param')], ['html', 'response']),
    ...cleans([...anyMethod('parameterize')], plainText),
  ],
  checks: [
    ...checks(['*.start_with?'], 'receiver', { cleans: ['file-path', 'extract', 'upload'] }),
    ...checks(anyMethod('include? member?'), at(0), { members: 'receiver' }),
    ...checks(anyMethod('key? has_key?'), at(0), { members: 'receiver' }),
    ...checks(['*.in?'], 'receiver', { members: at(0) }),
    ...addressChecks(anyMethod('match? match'), at(0), 'receiver'),
    ...addressChecks(anyMethod('match? match'), 'receiver', at(0)),
    ...checks(anyMethod('match? match'), 'receiver', {
      pattern: at(0),
      where: [{ arg: at(0), matches: /^\// }],
    }),
    ...checks(anyMethod('match? match'), at(0), { pattern: 'receiver' }),
    ...checks(['*.is_a?', '*.kind_of?', '*.instance_of?'], 'receiver', {
      where: [{ arg: at(0), symbol: ['Integer', 'Float', 'Numeric', 'Symbol'] }],
    }),
  ],
  sources: [
    ...local('the command line', ['ARGV', 'ARGF']),
    ...local('the environment', ['ENV']),
    ...local('what is typed in', ['gets', 'readline', 'readlines'], true),
    ...local('what is typed in', ['STDIN', '$stdin']),
  ],
  sinks: [
    // A pattern decides how long a search takes; made of data it can be any.
    ...sinks('regex', ['Regexp', 'Regexp.new', 'Regexp.compile'], { pattern: at(0) }),
    // A hash that stands for a record.
    ...sinks(
      'mass-assignment',
      ['*.merge!', '*.update'],
      { attributes: at(0) },
      { data: { orm: 'fields' } },
    ),
  ],
};

/** `Regexp.escape` makes text that stands for itself. */
export const regexp: FrameworkModel = {
  name: 'regexp',
  doc: 'https://docs.ruby-lang.org/en/3.4/Regexp.html#method-c-escape',
  calls: [...cleans(['Regexp.escape', 'Regexp.quote'], ['regex', 'nosql-query'])],
};
