import type { FrameworkModel } from '../../../engine/model';

/** Functions of AWS Lambda. */
export const lambda: FrameworkModel = {
  name: 'aws-lambda',
  doc: 'https://docs.aws.amazon.com/lambda/latest/dg/java-handler.html',
  entryPoints: ['RequestHandler', 'RequestStreamHandler'].map((name) => ({
    by: 'method',
    of: `com.amazonaws.services.lambda.runtime.${name}`,
    names: ['handleRequest'],
    params: [{ source: 'the event of the function' }, undefined],
  })),
};
