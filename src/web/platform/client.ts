// The browser's side of the contract: one function for every endpoint. It knows no screen and keeps nothing.
import type { AnyEndpoint, CallOf, ReplyOf } from '#contract/endpoint.ts'
import { errorCodes, type ErrorCode } from '#contract/errors.ts'
import type { Language } from '#contract/error-texts.ts'
import { ApiProblem } from './api-problem.ts'
import { en } from './client.en.ts'
import { vi } from './client.vi.ts'
import { readLanguage } from './language.tsx'

const texts = { vi, en }

// A part that can be left out whole may be; one with something required must be given.
type Part<Name extends string, Value> = [Value] extends [undefined]
  ? unknown
  : Record<never, never> extends Value
    ? { [K in Name]?: Value }
    : { [K in Name]: Value }

/** What `call` takes for an endpoint; `bytes` is the file of an upload. */
export type CallInput<E extends AnyEndpoint> = Part<'params', Exclude<CallOf<E>['params'], undefined>> &
  Part<'query', Exclude<CallOf<E>['query'], undefined>> &
  Part<'body', Exclude<CallOf<E>['body'], undefined>> & { bytes?: Blob; signal?: AbortSignal }

export type Send = (request: Request) => Promise<Response>
type Setting = { base?: string; language?: () => Language; send?: Send }

/** Calls an endpoint; answers its reply, or throws ApiProblem and nothing else (an abort by `signal` aside). */
export async function call<E extends AnyEndpoint>(
  endpoint: E,
  input: CallInput<E>,
  setting: Setting = {},
): Promise<ReplyOf<E>> {
  const response = await ask(endpoint, input, setting)
  const reply: unknown = response.status === 204 ? {} : await read(response, setting)
  // The server has shaped the reply by this very endpoint; both come from one build.
  return reply as ReplyOf<E>
}

async function ask<E extends AnyEndpoint>(
  endpoint: E,
  input: CallInput<E>,
  setting: Setting,
): Promise<Response> {
  const language = (setting.language ?? readLanguage)()
  const request = requestFor(endpoint, input, language, setting.base ?? '')
  const response = await (setting.send ?? fetch)(request).catch((error: unknown) => {
    if (request.signal.aborted) throw error
    throw new ApiProblem({ ...nothingMore, ...texts[language].unreachable, status: 0, code: 'unreachable' })
  })
  if (!response.ok) throw await problemOf(response, language)
  return response
}

/** The file that an endpoint answers with, for what is no link: a body has to be sent for it. */
export async function fetchFile<E extends AnyEndpoint>(
  endpoint: E,
  input: CallInput<E>,
  setting: Setting = {},
): Promise<{ blob: Blob; fileName: string }> {
  const response = await ask(endpoint, input, setting)
  const name = /filename\*=UTF-8''([^;]+)/.exec(response.headers.get('content-disposition') ?? '')?.[1]
  return { blob: await response.blob(), fileName: name === undefined ? 'namhoc' : decodeURIComponent(name) }
}

async function read(response: Response, setting: Setting): Promise<unknown> {
  return await response.json().catch(() => {
    throw unreadable(response.status, (setting.language ?? readLanguage)())
  })
}

/** The address of an endpoint, for links that fetch a file. */
export function addressOf<E extends AnyEndpoint>(endpoint: E, input: CallInput<E>): string {
  // Both parts are plain objects of texts, numbers and lists, by the schemas of the contract.
  const { params, query } = input as { params?: Record<string, unknown>; query?: Record<string, unknown> }
  const path = endpoint.path.replaceAll(/:(\w+)/g, (_, name: string) =>
    encodeURIComponent(String(params?.[name])),
  )
  const search = new URLSearchParams()
  for (const [name, value] of Object.entries(query ?? {})) {
    for (const one of Array.isArray(value) ? value : [value]) {
      if (one !== undefined && one !== null) search.append(name, String(one))
    }
  }
  return search.size === 0 ? path : `${path}?${search}`
}

function requestFor<E extends AnyEndpoint>(
  endpoint: E,
  input: CallInput<E>,
  language: Language,
  base: string,
): Request {
  const headers = new Headers({ accept: 'application/json', 'accept-language': language })
  const init: RequestInit = { method: endpoint.method, headers, credentials: 'same-origin' }
  if (input.signal !== undefined) init.signal = input.signal
  if (endpoint.method !== 'GET') {
    headers.set('x-csrf', '1')
    headers.set('content-type', endpoint.upload ? 'application/octet-stream' : 'application/json')
    const body = 'body' in input ? input.body : {}
    init.body = endpoint.upload ? (input.bytes ?? new Blob()) : JSON.stringify(body)
  }
  return new Request(base + addressOf(endpoint, input), init)
}

const nothingMore = { reason: null, fields: [], details: {}, instance: '' }

async function problemOf(response: Response, language: Language): Promise<ApiProblem> {
  // What stands between (a proxy, a gateway) may answer with a page of its own.
  const said: unknown = await response.json().catch(() => null)
  if (!isProblem(said)) return unreadable(response.status, language)
  return new ApiProblem({ ...nothingMore, ...said, status: response.status })
}

function unreadable(status: number, language: Language): ApiProblem {
  return new ApiProblem({ ...nothingMore, ...texts[language].unreadable, status, code: 'internal' })
}

function isProblem(value: unknown): value is { code: ErrorCode; title: string; detail: string } {
  return (
    typeof value === 'object' &&
    value !== null &&
    'code' in value &&
    errorCodes.some((code) => code === value.code) &&
    'title' in value &&
    typeof value.title === 'string' &&
    'detail' in value &&
    typeof value.detail === 'string'
  )
}
