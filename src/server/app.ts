import { OpenAPIHandler } from '@orpc/openapi/fetch';
import { ORPCError } from '@orpc/server';
import { RPCHandler } from '@orpc/server/fetch';
import { SmartCoercionPlugin } from '@orpc/json-schema';
import { ZodToJsonSchemaConverter } from '@orpc/zod/zod4';
import { getConnInfo } from '@hono/node-server/conninfo';
import { type Context as HonoContext, Hono } from 'hono';
import { bodyLimit } from 'hono/body-limit';
import { secureHeaders } from 'hono/secure-headers';
import { HeliError } from '../platform/errors.ts';
import type { Asker } from '../platform/pipeline/asker.ts';
import type { ServerContext, Services } from '../platform/pipeline/context.ts';
import type { Problem } from '../platform/pipeline/procedure.ts';
import { languageOf } from '../platform/words/sentence.ts';
import type { Addresses } from './address.ts';
import { refuseCrossSite } from './cross-site.ts';
import { apiPage, makeDocument } from './open-api.ts';
import { orpcProblem, problemOf } from './problem.ts';
import type { Router } from './router.ts';
import { servePages } from './pages.ts';

export interface AppParts {
  router: Router;
  services: Services;
  addresses: Addresses;
  findAsker: (headers: Headers, again?: 'again') => Promise<Asker | undefined>;
  /** Writes a backup and streams it; the asker was checked. */
  backup: (context: ServerContext) => Promise<Response>;
  webFolder: string;
  secure: boolean;
}

const MEGABYTE = 1024 * 1024;
const MOST_MB = 2;
/** Doors that take files: how large a file may be. It travels as base64, a third larger. */
const FILES_MB: Record<string, number> = {
  '/ledger/attach': 10,
  '/reports/keepTemplate': 4,
  '/reports/keep-template': 4,
};

function contextOf(parts: AppParts, c: HonoContext): ServerContext {
  const headers = c.req.raw.headers;
  const peer = getConnInfo(c).remote.address ?? '';
  const forwarded = headers.get('x-forwarded-for');
  return {
    services: parts.services,
    headers,
    answerHeaders: new Headers(),
    address: parts.addresses.of(peer, forwarded),
    local: parts.addresses.isHere(peer, forwarded),
    language: languageOf(headers.get('accept-language')),
    findAsker: async (again) => asMeant(headers, await parts.findAsker(headers, again)),
  };
}

/** A device may say whose work it sends (x-heli-account). Under anybody else's cookie it is nobody's. */
function asMeant(headers: Headers, asker: Asker | undefined): Asker | undefined {
  const meant = headers.get('x-heli-account');
  return meant === null || meant === asker?.id ? asker : undefined;
}

interface Step {
  context: ServerContext;
  next: () => Promise<unknown>;
}

/**
 * How each handler tells its errors: those of a procedure in our own words; an input that could not even be read as
 * such. Lists of its own for each handler, because their plugins add to them.
 */
function telling() {
  const reached = new WeakSet<ServerContext>();
  const call = async ({ context, next }: Step) => {
    reached.add(context);
    return next().catch((error: unknown) => {
      throw orpcProblem(context.language, error);
    });
  };
  const read = async ({ context, next }: Step) =>
    next().catch((error: unknown) => {
      if (error instanceof ORPCError && (error.data as Problem | undefined)?.sentence) throw error; // told already
      const unread = !reached.has(context) && !(error instanceof ORPCError);
      throw orpcProblem(context.language, unread ? new HeliError('invalid', 'not-json') : error);
    });
  return { clientInterceptors: [call], interceptors: [read] } as unknown as {
    clientInterceptors: never[];
    interceptors: never[];
  };
}

function withCookies(response: Response, context: ServerContext): Response {
  for (const cookie of context.answerHeaders.getSetCookie()) response.headers.append('set-cookie', cookie);
  return response;
}

/** The HTTP door: pages, the web client's calls (/rpc), the REST API (/api) and its document. */
export function makeApp(parts: AppParts): Hono {
  const app = new Hono();
  const rpc = new RPCHandler(parts.router, telling());
  const rest = new OpenAPIHandler(parts.router, {
    ...telling(),
    customErrorResponseBodyEncoder: (error) => error.data,
    plugins: [new SmartCoercionPlugin({ schemaConverters: [new ZodToJsonSchemaConverter()] })],
  });

  app.onError((error, c) => tell(c, error));
  app.use(secureHeaders(headerRules(parts.secure)));
  for (const door of ['/rpc/*', '/api/*']) {
    app.use(door, keepNothing);
    app.use(door, limitBody);
  }
  app.use(async (c, next) => {
    refuseCrossSite(c.req.method, c.req.raw.headers);
    await next();
  });
  app.get('/api/openapi.json', async (c) => c.json(await makeDocument(parts.router)));
  app.get('/api', (c) => c.html(apiPage()));
  app.post('/api/host/backup', async (c) => parts.backup(contextOf(parts, c)));
  app.all('/rpc/*', (c) => answer(c, { handler: rpc as never, prefix: '/rpc', parts }));
  app.all('/api/*', (c) => answer(c, { handler: rest as never, prefix: '/api', parts }));
  servePages(app, { webFolder: parts.webFolder, clock: parts.services.clock });
  return app;
}

interface Handler {
  handle: (
    request: Request,
    options: { prefix: string; context: ServerContext },
  ) => Promise<{ matched: boolean; response?: Response }>;
}

interface Answering {
  handler: Handler;
  prefix: '/rpc' | '/api';
  parts: AppParts;
}

async function answer(c: HonoContext, { handler, prefix, parts }: Answering): Promise<Response> {
  const context = contextOf(parts, c);
  const { matched, response } = await handler.handle(c.req.raw, { prefix, context });
  if (!matched || !response) throw new HeliError('not-found', 'not-found');
  return withCookies(response, context);
}

/** An error as each door's callers read it: /rpc in oRPC's envelope, everything else as the plain problem. */
function tell(c: HonoContext, error: unknown): Response {
  const { status, body } = problemOf(languageOf(c.req.header('accept-language')), error);
  const envelope = new ORPCError(body.code, { status, message: body.sentence, data: body });
  return c.json(c.req.path.startsWith('/rpc/') ? { json: envelope.toJSON() } : body, status as never);
}

/** No answer of the program is kept by a browser or a proxy. */
async function keepNothing(c: HonoContext, next: () => Promise<void>): Promise<void> {
  await next();
  c.res.headers.set('cache-control', 'no-store');
}

/** How large a request may be: more where it carries a file. */
async function limitBody(c: HonoContext, next: () => Promise<void>): Promise<Response | undefined> {
  const file = FILES_MB[c.req.path.replace(/^\/(rpc|api)/, '')];
  const maxSize = file ? Math.ceil((file * MEGABYTE * 4) / 3) + MEGABYTE : MOST_MB * MEGABYTE;
  const limit = file ?? MOST_MB;
  return (await bodyLimit({ maxSize, onError: (at) => tooLarge(at, limit) })(c, next)) ?? undefined;
}

const HEARD_OUT_MB = 100;

/** Reads a body to nowhere: whoever is still sending would not hear the answer. Beyond a bound the connection ends. */
async function hearOut(body: ReadableStream<Uint8Array> | null): Promise<void> {
  let heard = 0;
  for await (const part of body ?? []) {
    heard += part.length;
    if (heard > HEARD_OUT_MB * MEGABYTE) return;
  }
}

async function tooLarge(c: HonoContext, limit: number): Promise<Response> {
  await hearOut(c.req.raw.body).catch(() => {}); // gone, or read already: the answer is the same
  c.header('connection', 'close');
  return tell(c, new HeliError('invalid', 'too-large', { params: { limit } }));
}

function headerRules(secure: boolean): Parameters<typeof secureHeaders>[0] {
  return {
    contentSecurityPolicy: {
      defaultSrc: ["'self'"],
      styleSrc: ["'self'", "'unsafe-inline'"],
      imgSrc: ["'self'", 'data:', 'blob:'],
      objectSrc: ["'none'"],
      baseUri: ["'self'"],
      frameAncestors: ["'none'"],
      formAction: ["'self'"],
    },
    xFrameOptions: 'DENY',
    referrerPolicy: 'no-referrer',
    strictTransportSecurity: secure ? 'max-age=31536000' : false,
    crossOriginOpenerPolicy: secure ? 'same-origin' : false,
    originAgentCluster: false,
  };
}
