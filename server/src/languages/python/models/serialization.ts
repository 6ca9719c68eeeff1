import type { FrameworkModel } from '../../../engine/model';
import { across, at, cleans, each, gives, kw, sinks } from '../../specs';
import { is } from './spec';

const pickles = ['pickle.', 'cPickle.', '_pickle.', 'dill.', 'cloudpickle.', 'pickle5.'];

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
      across(pickles, 'Unpickler').concat('pickle.Unpickler().load'),
      { data: at(0) },
      { data: { format: 'pickle' } },
    ),
    ...sinks(
      'deserialize',
      [
        'shelve.open',
        'shelve.DbfilenameShelf',
        'joblib.load',
        'pandas.read_pickle',
        'pandas.io.pickle.read_pickle',
        'sklearn.externals.joblib.load',
        'torch.load',
        'jsonpickle.decode',
        'jsonpickle.loads',
        'jsonpickle.unpickler.decode',
      ],
      { data: at(0) },
      { data: { format: 'pickle' } },
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
    ...sinks(
      'deserialize',
      ['ruamel.yaml.load', 'ruamel.yaml.load_all'],
      { data: at(0) },
      { data: { format: 'yaml' } },
    ),
  ],
  calls: [
    ...gives('propagate', across(pickles, 'load loads dumps')),
    ...gives('propagate', each('yaml.', 'load safe_load load_all safe_load_all dump')),
    ...cleans(['marshal.dumps']),
  ],
};
