import { OpenAPIGenerator } from '@orpc/openapi';
import { ZodToJsonSchemaConverter } from '@orpc/zod/zod4';
import { Problem } from '../platform/pipeline/procedure.ts';
import { VERSION } from '../platform/version.ts';
import type { Router } from './router.ts';

const generator = new OpenAPIGenerator({ schemaConverters: [new ZodToJsonSchemaConverter()] });

/** The OpenAPI 3.1 document of every procedure. */
export function makeDocument(router: Router) {
  return generator.generate(router, {
    info: {
      title: 'Heli 合力',
      version: VERSION,
      description:
        'Commands (POST) need a session cookie, an Idempotency-Key header (a UUID) and, outside a browser, the header x-heli: 1. Errors carry {code, reason, sentence, fields}.',
    },
    servers: [{ url: '/api' }],
    commonSchemas: { Problem: { schema: Problem } },
    customErrorResponseBodySchema: { $ref: '#/components/schemas/Problem' },
  });
}

/** A readable page of the document; its script is a file of ours, because no inline script may run here. */
export function apiPage(): string {
  return `<!doctype html><html lang="zh-CN"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width">
<title>Heli 合力 API</title><link rel="stylesheet" href="/api-page.css"></head>
<body><main id="api"><h1>Heli 合力 API</h1><p><a href="/api/openapi.json">openapi.json</a></p></main>
<script type="module" src="/api-page.js"></script></body></html>`;
}
