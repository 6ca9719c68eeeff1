import { role, type Site } from '../../engine/sites';
import { enclosingFunction } from '../edits';
import type { Detection, Rule, RuleContext } from '../rule';
import { type Levels, taintAt } from '../taintRule';
import { isBuilt, isPath, leadingText } from '../textParts';
import { fixes } from './fix';

const advice = 'Look the name up in a fixed list of what may be used.';

const callLevels: Levels = {
  remote: {
    severity: 'error',
    message: `The request decides by name which function this program calls, so it can reach code that was never meant for it. ${advice}`,
  },
  uncertain: {
    severity: 'warning',
    message: `Data that may come from the request decides by name which function this program calls. ${advice}`,
  },
};

/** Loading a class runs little of it; what happens next decides. */
const classLevels: Levels = {
  remote: {
    severity: 'warning',
    message: `The request decides by name which class or module this program loads, so it can reach code that was never meant for it. ${advice}`,
  },
};

/** A prefix or an ending of the program's own keeps few classes away. */
const builtClassLevels: Levels = {
  ...classLevels,
  param: {
    severity: 'hint',
    message: `A parameter of this function begins the name of the class that is loaded. Make sure that no caller passes on what a user sent. ${advice}`,
  },
};

/** JNDI: a name may be an address, of a server that sends an object. */
const directoryLevels: Levels = {
  remote: {
    severity: 'error',
    message:
      'The request decides which name is looked up. A name such as `ldap://evil.example/a` fetches an object from there, and making it can run code. Look up only names that stand in your code.',
  },
  param: {
    severity: 'hint',
    message:
      'A parameter of this function decides which name is looked up, and a name may be the address of another server. Make sure that no caller passes on what a user sent.',
  },
};

/** Reading an attribute by name shows what it holds, but runs nothing yet. */
const attributeLevels: Levels = {
  remote: {
    severity: 'warning',
    message: `The request decides by name which attribute is used, so it can reach internal ones that were never meant for it. ${advice}`,
  },
};

/** `object[name](…)`: every object has more functions than those that were written for it. */
const memberLevels: Levels = {
  remote: {
    severity: 'warning',
    message:
      'The request decides by name which function of this object is called, `constructor` for example. Without a check it reaches code that was never meant for it, or stops the program. Use a Map, or check the name with `Object.hasOwn` first.',
  },
};

/** CWE-470: a class or a method that data from outside chooses. */
export const rule: Rule = {
  id: 'unsafe-reflection',
  title: 'Class or method chosen by untrusted data',
  cwe: [470],
  owasp: 'A05:2025 Injection',
  severity: 'error',
  languages: ['javascript', 'typescript', 'python', 'java', 'ruby', 'php'],
  siteKinds: ['reflection'],
  fixes,
  check(site, context) {
    // The framework calls these with a name that its routes have.
    if (
      /^(?:callAction|__call|__callStatic)$/.test(
        enclosingFunction(context.module, site.node)?.name ?? '',
      )
    )
      return undefined;
    if (!site.spec) return calledByName(site, context);
    const name = role(site, 'name');
    const of = site.spec?.data?.of ?? 'class';
    // `prefix_${data}` reaches only what has that prefix; a module's path may still lead elsewhere.
    if (!name) return undefined;
    if (of === 'directory') {
      return leadingText(name.value) === ''
        ? taintAt(site, name, directoryLevels, context)
        : undefined;
    }
    if (isBuilt(name.value) && !isPath(name.value)) {
      const isOpen = of === 'class' && leadingText(name.value) === '';
      return isOpen ? taintAt(site, name, builtClassLevels, context) : undefined;
    }
    const levels = { class: classLevels, attribute: attributeLevels }[of] ?? callLevels;
    return taintAt(site, name, levels, context);
  },
};

/** In JavaScript an object is no table: what is looked up may be inherited. */
function calledByName(site: Site, context: RuleContext): Detection | undefined {
  const { language } = context.module;
  if (language === 'php') return calledInPhp(site, context);
  if (language !== 'javascript' && language !== 'typescript') return undefined;
  const [name, object] = site.args;
  // A list of functions, by number; a name with a beginning of its own.
  if (!name || object?.value.shape?.kind === 'list' || isBuilt(name.value)) return undefined;
  return taintAt(site, name, memberLevels, context);
}

/** `$object->$name()`, `$name()`; not an element of a table of functions. */
function calledInPhp(site: Site, context: RuleContext): Detection | undefined {
  const [name, object] = site.args;
  if (!name || isBuilt(name.value)) return undefined;
  const between = object ? context.text.slice(object.node.end, name.node.start) : '->';
  return /^[\s)]*(?:\??->|::)/.test(between) ? taintAt(site, name, callLevels, context) : undefined;
}
