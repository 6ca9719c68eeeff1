import type { FrameworkModel } from '../../../engine/model';
import { across, at, cleans, each, gives, instances, sinks } from '../../specs';
import { classes } from './classes';

const ognlUtil = 'com.opensymphony.xwork2.ognl.OgnlUtil#';
const expression = { data: { form: 'expression' } };

/** Text that runs: script engines, expression languages (SpEL, OGNL, EL, MVEL), templates. */
export const scripting: FrameworkModel = {
  name: 'java-scripting',
  doc: 'https://docs.spring.io/spring-framework/reference/core/expressions.html',
  types: {
    ...instances('javax.script.ScriptEngine#', [
      'javax.script.ScriptEngine()',
      ...each(
        'javax.script.ScriptEngineManager#',
        'getEngineByName() getEngineByExtension() getEngineByMimeType()',
      ),
    ]),
    ...classes('javax.script.', 'ScriptEngineManager'),
    ...instances('org.springframework.expression.ExpressionParser#', [
      'org.springframework.expression.ExpressionParser()',
      'org.springframework.expression.spel.standard.SpelExpressionParser()',
    ]),
    ...classes('javax.el.', 'ExpressionFactory ELProcessor'),
    'javax.el.ExpressionFactory.newInstance()': 'javax.el.ExpressionFactory#',
    ...classes('groovy.lang.', 'GroovyShell GroovyClassLoader'),
    'groovy.lang.GroovyCodeSource()': 'groovy.lang.GroovyCodeSource#',
    ...classes('freemarker.template.', 'Template Configuration'),
    ...classes('org.apache.velocity.app.', 'VelocityEngine'),
    ...instances('org.thymeleaf.TemplateEngine#', [
      'org.thymeleaf.TemplateEngine()',
      'org.thymeleaf.spring5.SpringTemplateEngine()',
      'org.thymeleaf.spring6.SpringTemplateEngine()',
    ]),
    ...classes('bsh.', 'Interpreter'),
    ...instances(ognlUtil, [
      ...each('com.opensymphony.xwork2.', 'ognl.OgnlUtil() util.OgnlUtil()'),
      ...each(
        'com.opensymphony.xwork2.',
        'ognl.OgnlReflectionProvider() util.reflection.ReflectionProvider()',
      ),
    ]),
    ...classes('com.opensymphony.xwork2.util.', 'ValueStack'),
    ...classes('org.apache.struts2.util.', 'StrutsUtil'),
    ...classes('org.apache.struts2.views.velocity.', 'VelocityStrutsUtil'),
    ...instances('org.apache.commons.jexl3.JexlEngine#', [
      ...each('org.apache.commons.jexl3.', 'JexlEngine() JexlBuilder#create()'),
      'org.apache.commons.jexl2.JexlEngine()',
    ]),
    ...classes('org.apache.commons.jexl3.', 'JexlBuilder'),
    ...instances('org.mozilla.javascript.Context#', [
      ...each('org.mozilla.javascript.Context', '() .enter() .getCurrentContext()'),
    ]),
    ...instances('org.graalvm.polyglot.Context#', [
      ...each('org.graalvm.polyglot.Context', '() .create()'),
    ]),
    ...classes('org.python.util.', 'PythonInterpreter'),
    ...classes('org.jruby.embed.', 'ScriptingContainer'),
    ...classes('org.codehaus.janino.', 'ExpressionEvaluator ScriptEvaluator SimpleCompiler'),
    ...classes('com.googlecode.aviator.', 'AviatorEvaluatorInstance'),
    'com.googlecode.aviator.AviatorEvaluator.newInstance()':
      'com.googlecode.aviator.AviatorEvaluatorInstance#',
    ...classes('com.ql.util.express.', 'ExpressRunner'),
    ...classes('com.github.jknack.handlebars.', 'Handlebars'),
    ...classes('freemarker.cache.', 'StringTemplateLoader'),
    ...instances(
      'org.jboss.seam.log.Log#',
      each('org.jboss.seam.log.', 'Log() Logging.getLog() LogProvider() Logging.getLogProvider()'),
    ),
  },
  carriers: ['groovy.lang.GroovyCodeSource#'],
  sinks: [
    ...sinks(
      'code',
      ['groovy.lang.GroovyClassLoader#parseClass'],
      { code: at(0) },
      { data: { form: 'script' } },
    ),
    ...sinks(
      'code',
      ['javax.script.ScriptEngine#eval'],
      { code: at(0) },
      { data: { form: 'script' } },
    ),
    ...sinks(
      'code',
      each('org.springframework.expression.ExpressionParser#', 'parseExpression parseRaw'),
      { code: at(0) },
      expression,
    ),
    ...sinks('code', ['*.parseExpression'], { code: at(0) }, expression),
    ...sinks(
      'code',
      each('ognl.Ognl.', 'parseExpression getValue setValue'),
      { code: at(0) },
      expression,
    ),
    ...sinks(
      'code',
      [
        'com.opensymphony.xwork2.util.TextParseUtil.translateVariables',
        'com.opensymphony.xwork2.util.TextParseUtil.translateVariablesCollection',
        ...each(ognlUtil, 'getValue setValue callMethod compile setProperties setProperty'),
        ...each(
          'org.apache.struts2.util.StrutsUtil#',
          'isTrue findString findValue getText translateVariables makeSelectList',
        ),
        'org.apache.struts2.views.velocity.VelocityStrutsUtil#evaluate',
        ...each(
          'com.opensymphony.xwork2.util.ValueStack#',
          'findString findValue setValue setParameter',
        ),
      ],
      { code: at(0) },
      expression,
    ),
    ...sinks(
      'code',
      each('javax.el.ELProcessor#', 'eval getValue setValue'),
      { code: at(0) },
      expression,
    ),
    ...sinks(
      'code',
      each('javax.el.ExpressionFactory#', 'createValueExpression createMethodExpression'),
      { code: at(1) },
      expression,
    ),
    ...sinks(
      'code',
      each('org.mvel2.MVEL.', 'eval compileExpression executeExpression'),
      { code: at(0) },
      expression,
    ),
    ...sinks(
      'code',
      each('groovy.lang.GroovyShell#', 'evaluate parse run'),
      { code: at(0) },
      { data: { form: 'script' } },
    ),
    ...sinks(
      'code',
      ['groovy.util.Eval.me', ...each('bsh.Interpreter#', 'eval source')],
      { code: at(0) },
      { data: { form: 'script' } },
    ),
    ...sinks(
      'code',
      [
        ...each(
          'org.apache.commons.jexl3.JexlEngine#',
          'createExpression createScript createTemplate',
        ),
        ...each('com.googlecode.aviator.AviatorEvaluator.', 'execute compile exec'),
        ...each('com.googlecode.aviator.AviatorEvaluatorInstance#', 'execute compile exec'),
        ...each('org.mvel2.templates.TemplateRuntime.', 'eval'),
        ...each('javax.faces.application.Application#', 'createValueBinding createMethodBinding'),
        'com.ql.util.express.ExpressRunner#execute',
        'org.apache.commons.jxpath.JXPathContext.compile',
      ],
      { code: at(0) },
      expression,
    ),
    ...sinks('code', ['groovy.util.Eval.x'], { code: at(1) }, { data: { form: 'script' } }),
    ...sinks(
      'code',
      [
        'org.mozilla.javascript.Context#evaluateString',
        'org.graalvm.polyglot.Context#eval',
        'org.graalvm.polyglot.Source.create',
        'org.mozilla.javascript.Context#compileString',
      ],
      { code: at(1) },
      { data: { form: 'script' } },
    ),
    ...sinks(
      'code',
      [
        ...each('org.python.util.PythonInterpreter#', 'exec eval'),
        ...each('org.jruby.embed.ScriptingContainer#', 'runScriptlet parse'),
        ...across(
          each('org.codehaus.janino.', 'ExpressionEvaluator# ScriptEvaluator# SimpleCompiler#'),
          'cook',
        ),
        ...each('org.codehaus.janino.', 'ExpressionEvaluator ScriptEvaluator ClassBodyEvaluator'),
      ],
      { code: at(0) },
      { data: { form: 'script' } },
    ),
    // A property by its name, which OGNL reads as an expression.
    ...sinks(
      'code',
      each(ognlUtil, 'getGetMethod getSetMethod getField setProperty getRealTarget'),
      { code: at(1) },
      expression,
    ),
    ...sinks('template-source', ['freemarker.template.Template'], { template: at(1) }),
    ...sinks('template-source', ['freemarker.cache.StringTemplateLoader#putTemplate'], {
      template: at(1),
    }),
    ...sinks('template-source', each('org.stringtemplate.v4.', 'ST'), { template: at(0) }),
    ...sinks('template-source', ['com.github.jknack.handlebars.Handlebars#compileInline'], {
      template: at(0),
    }),
    ...sinks('template-source', ['org.apache.velocity.runtime.RuntimeServices#parse'], {
      template: at(0),
    }),
    ...sinks(
      'template-source',
      [
        'org.apache.velocity.app.VelocityEngine#evaluate',
        'org.apache.velocity.app.Velocity.evaluate',
      ],
      { template: at(3) },
    ),
    ...sinks('template-source', ['org.thymeleaf.TemplateEngine#process'], { template: at(0) }),
    ...sinks(
      'template-source',
      [
        'com.hubspot.jinjava.Jinjava#render',
        'com.mitchellbosecki.pebble.PebbleEngine#getLiteralTemplate',
      ],
      { template: at(0) },
    ),
    // Seam reads `#{…}` in the text of a log entry as an expression.
    ...sinks(
      'code',
      each('org.jboss.seam.log.Log#', 'trace debug info warn error fatal'),
      { code: at(0) },
      expression,
    ),
    // A message of bean validation is an expression.
    ...sinks('code', ['*.buildConstraintViolationWithTemplate'], { code: at(0) }, expression),
  ],
  calls: [
    ...cleans(['javax.script.ScriptEngine#eval']),
    ...gives('propagate', ['groovy.lang.GroovyCodeSource']),
  ],
};
