import type { FrameworkModel } from '../../../engine/model';
import { at, cleans, each, gives, instances, kw, sinks } from '../../specs';
import { classes } from './classes';

/** Formats that make objects: Java's own, XStream, Jackson with types, SnakeYAML, Kryo, Hessian. */
export const serialization: FrameworkModel = {
  name: 'java-serialization',
  doc: 'https://cheatsheetseries.owasp.org/cheatsheets/Deserialization_Cheat_Sheet.html#java',
  types: {
    ...instances(
      'java.io.ObjectInputStream#',
      each('java.io.', 'ObjectInputStream() ObjectInput()'),
    ),
    ...classes('com.thoughtworks.xstream.', 'XStream'),
    ...classes('java.beans.', 'XMLDecoder'),
    ...classes('org.yaml.snakeyaml.', 'Yaml'),
    ...classes('org.yaml.snakeyaml.constructor.', 'SafeConstructor Constructor'),
    ...instances('com.fasterxml.jackson.databind.ObjectMapper#', [
      ...each('com.fasterxml.jackson.databind.', 'ObjectMapper() json.JsonMapper()'),
      'com.fasterxml.jackson.dataformat.xml.XmlMapper()',
    ]),
    ...classes('com.esotericsoftware.kryo.', 'Kryo'),
    ...instances(
      'com.caucho.hessian.io.HessianInput#',
      each('com.caucho.hessian.io.', 'HessianInput() Hessian2Input()'),
    ),
    ...classes('com.google.gson.', 'Gson'),
    ...classes('flexjson.', 'JSONDeserializer'),
    ...classes('com.esotericsoftware.yamlbeans.', 'YamlReader'),
    ...classes('org.exolab.castor.xml.', 'Unmarshaller'),
    ...classes('javax.jms.', 'ObjectMessage'),
    ...classes('com.alibaba.fastjson.parser.', 'ParserConfig'),
    'com.alibaba.fastjson.parser.ParserConfig.getGlobalInstance()':
      'com.alibaba.fastjson.parser.ParserConfig#',
    ...classes('org.apache.xmlrpc.client.', 'XmlRpcClientConfigImpl'),
    ...classes('org.apache.xmlrpc.server.', 'XmlRpcServerConfigImpl'),
  },
  carriers: ['java.io.ObjectInputStream#', 'java.beans.XMLDecoder#'],
  sinks: [
    // The stream itself, where nothing else is known of it.
    ...sinks(
      'deserialize',
      ['java.io.ObjectInputStream'],
      { data: at(0) },
      { data: { format: 'java', part: 'reader' } },
    ),
    ...sinks(
      'deserialize',
      ['com.cedarsoftware.util.io.JsonReader', 'com.cedarsoftware.util.io.JsonReader.jsonToJava'],
      { data: at(0) },
      { data: { format: 'json' } },
    ),
    ...sinks(
      'deserialize',
      ['flexjson.JSONDeserializer#deserialize'],
      { data: at(0) },
      { data: { format: 'json' } },
    ),
    ...sinks(
      'deserialize',
      ['com.esotericsoftware.yamlbeans.YamlReader'],
      { data: at(0) },
      { data: { format: 'yaml' } },
    ),
    ...sinks(
      'deserialize',
      each('org.exolab.castor.xml.Unmarshaller', '#unmarshal .unmarshal'),
      { data: at(0) },
      { data: { format: 'xml' } },
    ),
    // Settings that let the data name any class.
    ...sinks(
      'deserialize',
      ['org.yaml.snakeyaml.Yaml'],
      {},
      {
        data: { format: 'yaml', part: 'yaml' },
        where: [
          {
            any: [
              { arg: at(0), missing: true },
              { arg: at(0), symbol: ['org.yaml.snakeyaml.constructor.Constructor#'] },
            ],
          },
        ],
      },
    ),
    ...sinks(
      'deserialize',
      ['javax.jms.ObjectMessage#getObject'],
      {},
      { data: { format: 'java', part: 'setting' } },
    ),
    ...sinks(
      'deserialize',
      each(
        'com.fasterxml.jackson.databind.ObjectMapper#',
        'enableDefaultTyping activateDefaultTyping activateDefaultTypingAsProperty',
      ),
      {},
      { data: { format: 'json', part: 'setting' } },
    ),
    ...sinks(
      'deserialize',
      ['com.fasterxml.jackson.annotation.JsonTypeInfo'],
      {},
      {
        data: { format: 'json', part: 'setting' },
        where: [
          {
            arg: kw('use'),
            symbol: each(
              'com.fasterxml.jackson.annotation.JsonTypeInfo.Id.',
              'CLASS MINIMAL_CLASS',
            ),
          },
        ],
      },
    ),
    ...sinks(
      'deserialize',
      ['com.alibaba.fastjson.parser.ParserConfig#setAutoTypeSupport'],
      {},
      { data: { format: 'json', part: 'setting' }, where: [{ arg: at(0), is: [true] }] },
    ),
    ...sinks(
      'deserialize',
      [
        'org.apache.xmlrpc.client.XmlRpcClientConfigImpl#setEnabledForExtensions',
        'org.apache.xmlrpc.server.XmlRpcServerConfigImpl#setEnabledForExtensions',
      ],
      {},
      { data: { format: 'xml', part: 'setting' }, where: [{ arg: at(0), is: [true] }] },
    ),
    ...sinks(
      'deserialize',
      each('java.io.ObjectInputStream#', 'readObject readUnshared'),
      { data: 'receiver' },
      { data: { format: 'java' } },
    ),
    ...sinks(
      'deserialize',
      ['com.thoughtworks.xstream.XStream#fromXML'],
      { data: at(0) },
      { data: { format: 'xml' } },
    ),
    ...sinks(
      'deserialize',
      ['java.beans.XMLDecoder#readObject'],
      { data: 'receiver' },
      { data: { format: 'xml' } },
    ),
    ...sinks(
      'deserialize',
      each('org.yaml.snakeyaml.Yaml#', 'load loadAll loadAs'),
      { data: at(0) },
      { data: { format: 'yaml' } },
    ),
    ...sinks(
      'deserialize',
      each('com.fasterxml.jackson.databind.ObjectMapper#', 'readValue readTree'),
      { data: at(0) },
      { data: { format: 'json' }, where: [{ arg: 'receiver', path: ['typing'], is: [true] }] },
    ),
    ...sinks(
      'deserialize',
      each('com.esotericsoftware.kryo.Kryo#', 'readObject readClassAndObject readObjectOrNull'),
      { data: at(0) },
      { data: { format: 'java' } },
    ),
    ...sinks(
      'deserialize',
      ['com.caucho.hessian.io.HessianInput'],
      { data: at(0) },
      { data: { format: 'java' } },
    ),
    ...sinks(
      'deserialize',
      each('org.apache.commons.lang3.SerializationUtils.', 'deserialize'),
      { data: at(0) },
      { data: { format: 'java' } },
    ),
    ...sinks(
      'deserialize',
      each('org.apache.commons.lang.SerializationUtils.', 'deserialize'),
      { data: at(0) },
      { data: { format: 'java' } },
    ),
    ...sinks(
      'deserialize',
      ['org.springframework.util.SerializationUtils.deserialize'],
      { data: at(0) },
      { data: { format: 'java' } },
    ),
    ...sinks(
      'deserialize',
      ['com.alibaba.fastjson.JSON.parseObject', 'com.alibaba.fastjson.JSON.parse'],
      { data: at(0) },
      { data: { format: 'json' } },
    ),
  ],
  calls: [
    ...gives('propagate', ['com.esotericsoftware.kryo.io.Input']),
    // With this constructor, YAML holds only data.
    {
      call: 'org.yaml.snakeyaml.Yaml',
      result: 'clean',
      where: [{ arg: at(0), symbol: ['org.yaml.snakeyaml.constructor.SafeConstructor#'] }],
    },
    ...gives('propagate', ['java.io.ObjectInputStream', 'java.beans.XMLDecoder']),
    ...gives(
      'receiver',
      each(
        'com.fasterxml.jackson.databind.ObjectMapper#',
        'enableDefaultTyping activateDefaultTyping activateDefaultTypingAsProperty',
      ),
      {
        effect: { on: 'field', name: 'typing', value: true },
      },
    ),
    // Data in a known shape; the fields are as tainted as the text.
    ...gives('propagate', [
      ...each(
        'com.fasterxml.jackson.databind.ObjectMapper#',
        'readValue readTree convertValue writeValueAsString',
      ),
      ...each('com.google.gson.Gson#', 'fromJson toJson'),
      ...each('com.google.gson.JsonParser.', 'parseString'),
      'org.json.JSONObject',
      'org.json.JSONArray',
    ]),
    ...cleans(each('com.thoughtworks.xstream.XStream#', 'allowTypes allowTypesByWildcard')),
  ],
};
