import { z } from 'zod'

/** One operation of the open API; the server mounts it, the browser's client calls it, OpenAPI describes it. */
export type Endpoint<
  Access extends 'public' | 'signed_in' = 'public' | 'signed_in',
  Params extends z.ZodType = z.ZodType,
  Query extends z.ZodType = z.ZodType,
  Body extends z.ZodType = z.ZodType,
  Reply extends z.ZodType = z.ZodType,
> = {
  method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE'
  /** As the router writes it: "/api/units/:unitId". */
  path: `/api/${string}`
  summary: string
  access: Access
  params: Params
  query: Query
  body: Body
  reply: Reply
  /** The request body is the bytes of one file (application/octet-stream); its name comes in the query. */
  upload: boolean
  /** The body may be as large as a file: a list of thousands of rows. */
  large: boolean
  /** The answer is a file of this media type; `reply` is then the schema of nothing. */
  download: string | null
}

export type AnyEndpoint = Endpoint

const nothing = z.object({})
type Nothing = typeof nothing

export function endpoint<
  const Access extends 'public' | 'signed_in' = 'signed_in',
  Params extends z.ZodType = Nothing,
  Query extends z.ZodType = Nothing,
  Body extends z.ZodType = Nothing,
  Reply extends z.ZodType = Nothing,
>(entry: {
  method: Endpoint['method']
  path: `/api/${string}`
  summary: string
  access?: Access
  params?: Params
  query?: Query
  body?: Body
  reply?: Reply
  upload?: true
  large?: true
  download?: string
}): Endpoint<Access, Params, Query, Body, Reply> {
  return {
    method: entry.method,
    path: entry.path,
    summary: entry.summary,
    access: entry.access ?? 'signed_in',
    params: entry.params ?? nothing,
    query: entry.query ?? nothing,
    body: entry.body ?? nothing,
    reply: entry.reply ?? nothing,
    upload: entry.upload ?? false,
    large: entry.large ?? false,
    download: entry.download ?? null,
    // The defaults above make a part left out what it is here; the compiler cannot follow that through `??`.
  } as unknown as Endpoint<Access, Params, Query, Body, Reply>
}

/** What a handler receives: everything parsed. `bytes` is there for an upload. */
export type InputOf<E extends AnyEndpoint> = {
  params: z.output<E['params']>
  query: z.output<E['query']>
  body: z.output<E['body']>
  bytes: Uint8Array
}

/** What a caller hands over. */
export type CallOf<E extends AnyEndpoint> = {
  params?: z.input<E['params']>
  query?: z.input<E['query']>
  body?: z.input<E['body']>
  bytes?: Uint8Array
}

export type ReplyOf<E extends AnyEndpoint> = z.output<E['reply']>
