import type { FrameworkModel } from '../../../engine/model';
import { across, at, checks, cleans, each, gives, instances, kw, sinks } from '../../specs';

/**
 * Classes that nothing here declares count as models: Rails loads them by name. A relation has the
 * methods of its model, so both are `Model`.
 */
const chain =
  'where not or and order reorder group having joins left_joins left_outer_joins includes preload ' +
  'eager_load references select distinct limit offset lock from all none unscoped unscope rewhere ' +
  'extending readonly merge in_order_of with';
const fragments =
  'where not or having group order reorder joins select from pluck rewhere lock pick';
const calculations = 'calculate sum average minimum maximum count';
const records =
  'find find_by find_by! first last take create create! new find_or_create_by find_or_create_by! find_or_initialize_by sole find_sole_by';

const fragment = { driver: 'active-record', placeholder: '?', form: 'fragment' };
const statement = { driver: 'active-record', placeholder: '?' };
const unknown = { certain: 'no' };

/** Active Record: what reaches the database as SQL, and records that take their fields from a hash. */
export const activeRecord: FrameworkModel = {
  name: 'active-record',
  doc: 'https://guides.rubyonrails.org/active_record_querying.html',
  types: {
    ...instances('Model', [
      'ActiveRecord.Base',
      ...each('Model.', chain).map((name) => `${name}()`),
    ]),
    ...instances('Model#', [
      'Model()',
      'ActiveRecord.Base()',
      ...each('Model.', records).map((name) => `${name}()`),
    ]),
    ...instances('ActiveRecord.Connection#', [
      'Model.connection',
      'Model.connection()',
      'ActiveRecord.Base.connection()',
      'Model.lease_connection()',
    ]),
  },
  // What stands in a module may be a model; more often than a model's name it is another class.
  typePatterns: [{ symbol: /^Model\.[A-Z]\w*$/, type: 'Model.Inner' }],
  extends: { 'Model.Inner': ['Model'] },
  sinks: [
    ...sinks('sql', each('Model.', fragments), { text: at(0), params: at(1) }, { data: fragment }),
    ...sinks(
      'sql',
      each('Model.', 'delete_all destroy_all update_all exists? find_by find_by!'),
      { text: at(0) },
      { data: fragment },
    ),
    ...sinks('sql', each('Model.', calculations), { text: at(0) }, { data: fragment }),
    ...sinks('sql', ['Model.calculate'], { text: at(1) }, { data: fragment }),
    ...sinks(
      'sql',
      each('Model.', 'find_by_sql count_by_sql'),
      { text: at(0) },
      { data: fragment },
    ),
    ...sinks(
      'sql',
      each(
        '*.',
        'where having find_by_sql count_by_sql joins order reorder pluck group update_all delete_all select from exists?',
      ),
      { text: at(0), params: at(1) },
      { data: { ...fragment, ...unknown } },
    ),
    ...sinks(
      'sql',
      each('Model.', 'first last take'),
      { text: at(0) },
      { data: { ...fragment, ...unknown } },
    ),
    // Options of finders, as Rails 2 and 3 have them.
    ...'conditions group having joins select from lock order'
      .split(' ')
      .flatMap((option) =>
        sinks(
          'sql',
          each('Model.', `find first last all exists? paginate ${calculations}`),
          { text: kw(option) },
          { data: fragment, where: [{ arg: kw(option), missing: false }] },
        ),
      ),
    ...sinks('sql', ['Arel.sql'], { text: at(0) }, { data: fragment }),
    ...sinks(
      'sql',
      each(
        'ActiveRecord.Connection#',
        'execute exec_query select_all select_one select_value select_values select_rows insert update delete exec_insert exec_update exec_delete query',
      ),
      { text: at(0) },
      { data: statement },
    ),
    // Records.
    ...sinks(
      'mass-assignment',
      [
        'Model',
        ...each(
          'Model.',
          'new create create! insert insert! insert_all insert_all! upsert upsert_all build find_or_create_by find_or_initialize_by',
        ),
        ...each(
          'Model#',
          'update update! assign_attributes attributes= update_attributes update_attributes! update_columns',
        ),
        ...each('*.', 'update_attributes update_attributes! assign_attributes create_with'),
      ],
      { attributes: at(0) },
      { data: { orm: 'active-record' } },
    ),
    ...sinks(
      'mass-assignment',
      ['*.permit!'],
      { attributes: 'receiver' },
      { data: { orm: 'active-record', guard: 'no' } },
    ),
    // Lists of the fields that a request may set.
    ...sinks(
      'mass-assignment',
      ['*.permit', '*.attr_accessible', 'attr_accessible', 'Model.attr_accessible'],
      {},
      { data: { orm: 'active-record', part: 'fields' } },
    ),
    ...sinks('object-lookup', each('Model.', 'find destroy delete update'), { id: at(0) }),
    ...sinks('object-lookup', each('Model.', 'find_by find_by!'), { id: kw('id') }),
    // `password` itself may belong to `has_secure_password`, which hashes it: the rule looks.
    ...across(['Model.', 'Model#'], 'create create! update update! insert upsert').flatMap(
      (symbol) =>
        ['password_digest', 'encrypted_password', 'password_hash', 'hashed_password'].flatMap(
          (name) =>
            sinks(
              'password-record',
              [symbol],
              { password: kw(name) },
              { where: [{ arg: kw(name), missing: false }] },
            ),
        ),
    ),
    ...sinks(
      'password-record',
      across(['Model.', 'Model#'], 'new create create! update update! insert upsert'),
      { password: kw('password') },
      { data: { framework: 'rails' }, where: [{ arg: kw('password'), missing: false }] },
    ),
    ...sinks(
      'password-lookup',
      each('Model.', 'find_by find_by! where'),
      { password: kw('password') },
      { where: [{ arg: kw('password'), missing: false }] },
    ),
  ],
  calls: [
    // What is left is a hash of fields by name.
    ...gives('clean', ['*.permit'], {
      cleans: ['mass-assignment', 'redirect', 'sql'],
      where: [{ arg: at(0), not: ['host', 'domain', 'subdomain', 'port', 'protocol'] }],
    }),
    ...cleans(['*.permit'], ['mass-assignment', 'sql']),
    ...cleans(['*.expect'], ['mass-assignment', 'redirect', 'sql']),
    ...cleans(['*.to_h', '*.to_hash', '*.to_unsafe_h', '*.to_unsafe_hash'], ['sql']),
    // Numbers and names of the program's own.
    ...cleans(
      each(
        '*.',
        'id ids table_name quoted_table_name primary_key column_names attribute_names adapter_name',
      ),
    ),
    ...cleans(
      [
        '*.sanitize_sql_like',
        '*.sanitize_sql',
        '*.sanitize_sql_array',
        '*.sanitize_sql_for_conditions',
        '*.sanitize_sql_for_order',
        '*.quote_column_name',
        '*.quote_table_name',
        '*.quote_string',
        '*.quote',
        'sanitize_sql_like',
        'sanitize_sql',
        'sanitize_sql_array',
      ],
      ['sql'],
    ),
    // What comes out of the database is not what went in.
    ...cleans([
      ...each('Model.', `${chain} ${records}`),
      ...each(
        'Model.',
        'find_by_sql pluck exists? count sum average minimum maximum update_all delete_all destroy_all',
      ),
      ...each('ActiveRecord.Connection#', 'execute exec_query select_all select_value'),
    ]),
    // A record of what was sent is more than that: its id, its tokens, what belongs to it.
    ...cleans(['Model']),
  ],
  checks: [...checks(['*.column_names.include?', '*.attribute_names.include?'], at(0))],
};
