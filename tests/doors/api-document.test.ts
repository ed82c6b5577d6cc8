import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { STATUS } from '../../src/platform/errors.ts';
import { startProgram, type TestProgram } from '../support/program.ts';
import { listProcedures } from './procedures.ts';

interface Operation {
  operationId: string;
  summary: string;
  tags: string[];
  parameters?: { name: string; in: string; required?: boolean; schema: object }[];
  requestBody?: { content: Record<string, { schema: { additionalProperties?: boolean } }> };
  responses: Record<string, { content?: Record<string, { schema: { type?: string; $ref?: string } }> }>;
}

let program: TestProgram;
let document: {
  openapi: string;
  info: { title: string; version: string; description: string };
  paths: Record<string, Record<string, Operation>>;
  components: { schemas: { Problem: { required: string[]; properties: object } } };
};

beforeAll(async () => {
  program = await startProgram();
  document = (await (await fetch(`${program.address}/api/openapi.json`)).json()) as typeof document;
});
afterAll(() => program?.stop());

describe('the document of the API', () => {
  test('is OpenAPI 3.1, says what a command needs, and what an error looks like', () => {
    expect(document.openapi).toMatch(/^3\.1\.\d+$/);
    expect(document.info.description).toMatch(/Idempotency-Key.*x-heli/s);
    expect(document.components.schemas.Problem.required).toEqual(['code', 'reason', 'sentence']);
  });

  test('has every procedure once, and nothing else', () => {
    const named = Object.values(document.paths).flatMap((methods) =>
      Object.values(methods).map((one) => one.operationId),
    );
    expect(named.sort()).toEqual(
      listProcedures()
        .map((one) => one.place)
        .sort(),
    );
  });

  test.each(
    listProcedures().map(({ place, route, meta }): [string, typeof route, string] => [place, route, meta.kind]),
  )('%s: what goes in, what comes out, and every error', (place, route, kind) => {
    const operation = document.paths[route.path ?? '']?.[(route.method ?? '').toLowerCase()];
    if (!operation) throw new Error('not there');
    expect(operation.tags).toEqual([place.split('.')[0]]);
    expect(operation.summary).toBe(route.summary);
    expect(operation.responses['200']?.content?.['application/json']?.schema).toMatchObject({ type: 'object' });
    for (const status of Object.values(STATUS)) {
      expect(operation.responses[status]?.content?.['application/json']?.schema).toEqual({
        $ref: '#/components/schemas/Problem',
      });
    }
    if (kind !== 'query') {
      const schema = operation.requestBody?.content['application/json']?.schema;
      expect(schema?.additionalProperties).toBe(false);
    }
  });

  test('keeps its word: an error at the REST door is a problem as the document says', async () => {
    const response = await fetch(`${program.address}/api/people/list?station=x&limit=many`);
    const problem = (await response.json()) as object;
    expect(response.status).toBe(401);
    expect(Object.keys(problem).sort()).toEqual(['code', 'reason', 'sentence']);
  });
});
