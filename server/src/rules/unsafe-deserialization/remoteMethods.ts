import type { Expr, Module } from '../../ir/types';
import { nodesOf } from '../../ir/walk';
import type { Observation } from '../rule';

const message =
  'Whoever calls this remote method sends its parameter as a serialized object, of any class that this program has. Reading it can run code. Take text and numbers, or set a filter (`ObjectInputFilter`) where the object is exported.';

/** Types whose values are sent without an object, or as a class that nothing can be hidden in. */
const plain =
  /^(?:byte|short|int|long|char|float|double|boolean|Byte|Short|Integer|Long|Character|Float|Double|Boolean|String|(?:java\.lang\.)?String)(?:\[\])*$/;

/**
 * Java RMI: methods of remote interfaces that take objects.
 * https://docs.oracle.com/en/java/javase/21/core/serialization-filtering1.html
 */
export function remoteObjects(module: Module): readonly Observation[] {
  if (module.language !== 'java') return [];
  return [...nodesOf(module, 'class'), ...nodesOf(module, 'class-decl')].flatMap(({ cls }) => {
    if (!cls.supers.some(isRemote)) return [];
    return cls.methods.flatMap(({ body, params }) => {
      // A class that implements the interface says the same once more.
      const isDeclared = body.end === body.start;
      const taken = params.find(({ type }) => type !== undefined && !plain.test(type));
      if (!isDeclared || !taken) return [];
      return [{ at: { start: taken.start, end: taken.end }, severity: 'hint', message } as const];
    });
  });
}

function isRemote(base: Expr): boolean {
  const name = base.kind === 'member' ? base.property : base.kind === 'name' ? base.name : '';
  return name === 'Remote';
}
