import type { FrameworkModel } from '../../../engine/model';
import { across, at, cleans, each, gives, kw, sinks } from '../../specs';
import { is } from './spec';

const pickles = each(
  '',
  'pickle. cPickle. _pickle. dill. cloudpickle. pickle5. six.moves.cPickle. zodbpickle.pickle.',
);

/** Formats whose objects may be of any class: pickle and what is built on it, YAML, marshal. */
export const serialization: FrameworkModel = {
  name: 'serialization',
  doc: 'https://docs.python.org/3/library/pickle.html',
  types: { 'ruamel.yaml.YAML()': 'ruamel.YAML#' },
  sinks: [
    ...sinks(
      'deserialize',
      across(pickles, 'load loads'),
      { data: at(0) },
      { data: { format: 'pickle' } },
    ),
    ...sinks(
      'deserialize',
      across(pickles, 'Unpickler'),
      { data: at(0) },
      { data: { format: 'pickle' } },
    ),
    ...sinks(
      'deserialize',
      [
        ...each('shelve.', 'open DbfilenameShelf'),
        'joblib.load',
        'pandas.read_pickle',
        'pandas.io.pickle.read_pickle',
        'sklearn.externals.joblib.load',
        'jsonpickle.decode',
        'jsonpickle.loads',
        'jsonpickle.unpickler.decode',
        ...each('shelve.', 'Shelf BsdDbShelf'),
        ...each('dill.', 'load_session load_module'),
        ...each('srsly.', 'pickle_loads read_pickle'),
        'statsmodels.iolib.smpickle.load_pickle',
        'hickle.load',
        'compress_pickle.load',
        'pandas.HDFStore',
        'pandas.read_hdf',
      ],
      { data: at(0) },
      { data: { format: 'pickle' } },
    ),
    // Since PyTorch 2.6 only tensors are read unless that is switched off.
    ...sinks(
      'deserialize',
      ['torch.load', 'torch.jit.load'],
      { data: at(0, 'f') },
      {
        data: { format: 'pickle' },
        where: [
          {
            any: [
              { arg: kw('weights_only'), missing: true },
              { arg: kw('weights_only'), is: [false] },
            ],
          },
        ],
      },
    ),
    ...sinks(
      'deserialize',
      across(['keras.models.', 'tensorflow.keras.models.', 'keras.saving.'], 'load_model'),
      { data: at(0, 'filepath') },
      { data: { format: 'pickle' }, where: is(kw('safe_mode'), false) },
    ),
    ...sinks(
      'deserialize',
      each('django.core.signing.', 'loads get_signed_cookie'),
      { data: at(0) },
      {
        data: { format: 'pickle' },
        where: [
          {
            arg: kw('serializer'),
            symbol: ['django.contrib.sessions.serializers.PickleSerializer'],
          },
        ],
      },
    ),
    ...sinks(
      'deserialize',
      ['numpy.load'],
      { data: at(0) },
      { data: { format: 'pickle' }, where: is(kw('allow_pickle'), true) },
    ),
    ...sinks(
      'deserialize',
      ['marshal.load', 'marshal.loads'],
      { data: at(0) },
      { data: { format: 'marshal' } },
    ),
    // What `recv` of a connection gives is unpickled.
    ...sinks(
      'deserialize',
      across(
        ['multiprocessing.connection.Client().', 'multiprocessing.connection.Listener().accept().'],
        'recv',
      ),
      { data: 'receiver' },
      { data: { format: 'pickle' } },
    ),
    // Since PyYAML 6 the loader has to be named; before, `load` took the unsafe one.
    ...sinks(
      'deserialize',
      ['yaml.load', 'yaml.load_all'],
      { data: at(0, 'stream'), options: at(1, 'Loader') },
      {
        data: { format: 'yaml' },
        where: [
          {
            any: [
              { arg: at(1, 'Loader'), missing: true },
              {
                arg: at(1, 'Loader'),
                symbol: across(
                  ['yaml.', 'yaml.loader.', 'yaml.cyaml.'],
                  'Loader CLoader UnsafeLoader FullLoader',
                ),
              },
            ],
          },
        ],
      },
    ),
    ...sinks(
      'deserialize',
      each('yaml.', 'unsafe_load unsafe_load_all full_load full_load_all'),
      { data: at(0, 'stream') },
      { data: { format: 'yaml' } },
    ),
    ...sinks(
      'deserialize',
      ['ruamel.YAML#load', 'ruamel.YAML#load_all'],
      { data: at(0) },
      { data: { format: 'yaml' }, where: [{ arg: 'receiver', path: ['typ'], is: ['unsafe'] }] },
    ),
    // ruamel.yaml took the unsafe loader where none was named, and only warned.
    ...sinks(
      'deserialize',
      ['ruamel.yaml.load', 'ruamel.yaml.load_all'],
      { data: at(0, 'stream'), options: at(1, 'Loader') },
      {
        data: { format: 'yaml' },
        where: [
          {
            any: [
              { arg: at(1, 'Loader'), missing: true },
              {
                arg: at(1, 'Loader'),
                symbol: across(
                  ['ruamel.yaml.', 'ruamel.yaml.loader.'],
                  'Loader CLoader UnsafeLoader',
                ),
              },
            ],
          },
        ],
      },
    ),
    ...sinks(
      'deserialize',
      ['ruamel.yaml.YAML', 'ruamel.yaml.main.YAML'],
      { options: at(0, 'typ') },
      {
        data: { format: 'yaml' },
        where: is(kw('typ'), 'unsafe'),
      },
    ),
  ],
  calls: [
    ...gives('propagate', across(pickles, 'load loads dumps')),
    ...gives('propagate', each('yaml.', 'load safe_load load_all safe_load_all dump')),
    ...cleans(['marshal.dumps']),
  ],
};
