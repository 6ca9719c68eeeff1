import { describe, expect, it } from 'vitest';
import { parseHttpFile } from './parse';

describe('a file of requests', () => {
  it('has requests with names, variables, headers and bodies', () => {
    const text = [
      '@host = http://localhost:3000',
      '@products = {{host}}/products',
      '',
      '### All products',
      '# the first page',
      'GET {{products}}?page=1 HTTP/1.1',
      'Accept: application/json',
      '',
      '### A new one',
      'POST {{products}}',
      'Content-Type: application/json',
      '',
      '{',
      '  "name": "Pen"',
      '}',
      '',
      '###',
      '{{host}}/health',
    ].join('\r\n');
    const { requests, mistakes } = parseHttpFile(text);
    expect(mistakes).toEqual([]);
    expect(requests).toEqual([
      {
        name: 'All products',
        method: 'GET',
        url: 'http://localhost:3000/products?page=1',
        headers: { Accept: 'application/json' },
        body: undefined,
        line: 5,
      },
      {
        name: 'A new one',
        method: 'POST',
        url: 'http://localhost:3000/products',
        headers: { 'Content-Type': 'application/json' },
        body: '{\n  "name": "Pen"\n}',
        line: 9,
      },
      {
        name: 'GET http://localhost:3000/health',
        method: 'GET',
        url: 'http://localhost:3000/health',
        headers: {},
        body: undefined,
        line: 17,
      },
    ]);
  });

  it.each([
    ['FETCH http://localhost/', 0, 'method'],
    ['GET {{host}}/', 0, '{{host}} is not defined'],
    ['GET localhost:3000', 0, 'http://'],
    ['GET http://localhost/\nAccept', 1, 'header'],
    ['POST http://localhost/\n\n{{name}}', 0, '{{name}} is not defined'],
  ])('%j has a mistake', (text, line, message) => {
    const { requests, mistakes } = parseHttpFile(text);
    expect(requests).toEqual([]);
    expect(mistakes).toHaveLength(1);
    expect(mistakes[0]!.line).toBe(line);
    expect(mistakes[0]!.message).toContain(message);
  });

  it('is empty when nothing is in it', () => {
    expect(parseHttpFile('# a comment\n\n###\n')).toEqual({ requests: [], mistakes: [] });
  });
});
