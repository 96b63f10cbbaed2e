// The open API as a program of another office would use it: what a journey needs but does not show.
import type { BrowserContext } from 'playwright-core'
import type { z } from 'zod'
import type { AnyEndpoint } from '#contract/endpoint.ts'

type Given<E extends AnyEndpoint> = {
  params?: z.input<E['params']>
  query?: z.input<E['query']>
  body?: z.input<E['body']>
}

/** Calls one entry of the contract with the session of a browser's context; what is refused fails the test with its reason. */
export async function call<E extends AnyEndpoint>(
  context: BrowserContext,
  endpoint: E,
  given: Given<E> = {},
): Promise<z.output<E['reply']>> {
  const path = endpoint.path.replaceAll(/:(\w+)/g, (_, name: string) =>
    encodeURIComponent(textOf(namedIn(given.params, name))),
  )
  const query = new URLSearchParams(
    Object.entries(given.query ?? {}).flatMap(([name, value]) =>
      value === undefined ? [] : [[name, textOf(value)]],
    ),
  )
  const answer = await context.request.fetch(`${path}${query.size === 0 ? '' : `?${query.toString()}`}`, {
    method: endpoint.method,
    // As the product's own pages say it: not a form of another site.
    headers: { 'x-csrf': '1' },
    ...(given.body === undefined ? {} : { data: given.body }),
  })
  if (!answer.ok()) throw new Error(`${endpoint.method} ${path}: ${answer.status()} ${await answer.text()}`)
  const text = await answer.text()
  // The schema says what it is; zod checks it.
  return endpoint.reply.parse(text === '' ? {} : JSON.parse(text)) as z.output<E['reply']>
}

function namedIn(params: unknown, name: string): unknown {
  return params !== null && typeof params === 'object'
    ? Object.entries(params).find(([key]) => key === name)?.[1]
    : undefined
}

// Addresses carry words and numbers only.
function textOf(value: unknown): string {
  return typeof value === 'string' ? value : JSON.stringify(value)
}
