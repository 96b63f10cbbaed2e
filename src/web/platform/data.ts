// Reads and writes of the server for the hooks of the slices: one cache, keyed by endpoint and input.
import {
  type InfiniteData,
  keepPreviousData,
  MutationCache,
  QueryCache,
  QueryClient,
  useInfiniteQuery,
  useMutation,
  useQuery,
  useQueryClient,
} from '@tanstack/react-query'
import { useRef } from 'react'
import type { AnyEndpoint, ReplyOf } from '#contract/endpoint.ts'
import { ApiProblem } from './api-problem.ts'
import { call, type CallInput, type Send } from './client.ts'
import { noteSignedOut } from './signed-out.ts'

/** The one cache of the page. It notes when an answer says that the session has ended, and when it is back. */
export function makeQueryClient(): QueryClient {
  const hear = (error: unknown) => {
    if (error instanceof ApiProblem && error.code === 'not_signed_in') noteSignedOut(queries, true)
  }
  const queries = new QueryClient({
    queryCache: new QueryCache({ onError: hear }),
    mutationCache: new MutationCache({ onError: hear }),
    defaultOptions: {
      queries: { staleTime: 30_000, retry: mayTryAgain, retryDelay: (count) => 500 * 2 ** count },
      mutations: { retry: false },
    },
  })
  return queries
}

// A refusal stays a refusal; only a broken connection or a busy server is asked again.
function mayTryAgain(count: number, error: unknown): boolean {
  const passing =
    error instanceof ApiProblem && (error.code === 'unreachable' || error.code === 'database_busy')
  return passing && count < 2
}

function keyOf<E extends AnyEndpoint>(endpoint: E, input: CallInput<E>): readonly unknown[] {
  const { params, query } = { params: null, query: null, ...input }
  return [endpoint.path, params, query]
}

export type ReadOptions = {
  /** false: not yet, something it needs is missing. */
  when?: boolean
  /** While another input is fetched the former answer stays on the screen (search, filters). */
  keepFormer?: boolean
  /** Asked again after so many milliseconds, while the page is looked at. */
  every?: number
  /** Asked again whenever the person comes back to the page, however fresh it is. */
  onReturn?: boolean
}

/** What a screen reads: `data`, or `error` (an ApiProblem), and `refetch`. Show it with `Loaded`. */
export function useRead<E extends AnyEndpoint>(endpoint: E, input: CallInput<E>, options: ReadOptions = {}) {
  return useQuery<ReplyOf<E>, ApiProblem>({
    queryKey: keyOf(endpoint, input),
    queryFn: async ({ signal }) => await call(endpoint, withSignal(input, signal)),
    enabled: options.when ?? true,
    refetchInterval: options.every ?? false,
    refetchOnWindowFocus: options.onReturn === true ? 'always' : true,
    ...(options.keepFormer === true ? { placeholderData: keepPreviousData } : {}),
  })
}

function withSignal<E extends AnyEndpoint>(input: CallInput<E>, signal: AbortSignal): CallInput<E> {
  return { ...input, signal }
}

/** A list that goes on: `nextOf` gives the input of the following page, or null at the end. */
export function useReadPages<E extends AnyEndpoint>(
  endpoint: E,
  input: CallInput<E>,
  nextOf: (last: ReplyOf<E>, input: CallInput<E>) => CallInput<E> | null,
) {
  return useInfiniteQuery<ReplyOf<E>, ApiProblem, InfiniteData<ReplyOf<E>>, readonly unknown[], CallInput<E>>(
    {
      queryKey: [...keyOf(endpoint, input), 'pages'],
      initialPageParam: input,
      // The page's parameter is the input that `nextOf` made; the library's conditional type does not say so for a generic.
      queryFn: async ({ pageParam, signal }) =>
        await call(endpoint, withSignal(pageParam as CallInput<E>, signal)),
      getNextPageParam: (last, _all, asked) => nextOf(last, asked),
    },
  )
}

export type WriteOptions<E extends AnyEndpoint> = {
  /** What is read anew afterwards; everything on the screen, if left out. */
  refresh?: readonly AnyEndpoint[]
  onDone?: (reply: ReplyOf<E>) => void
}

/** What a screen writes: `send`, `busy`, and `problem` when it was refused. Nothing is sent twice. */
export function useWrite<E extends AnyEndpoint>(endpoint: E, options: WriteOptions<E> = {}) {
  const queries = useQueryClient()
  // Two presses within one picture would both see `isPending` false.
  const under = useRef(false)
  const mutation = useMutation<ReplyOf<E>, ApiProblem, CallInput<E> & { sender?: Send }>({
    mutationFn: async ({ sender, ...input }) =>
      // Taking `sender` off leaves the endpoint's own input.
      await call(endpoint, input as unknown as CallInput<E>, sender === undefined ? {} : { send: sender }),
    onSettled: () => {
      under.current = false
    },
    onSuccess: async (reply) => {
      options.onDone?.(reply)
      await Promise.all(
        options.refresh === undefined
          ? [queries.invalidateQueries()]
          : options.refresh.map((read) => queries.invalidateQueries({ queryKey: [read.path] })),
      )
    },
  })
  return {
    send: (input: CallInput<E> & { sender?: Send }) => {
      if (under.current) return
      under.current = true
      mutation.mutate(input)
    },
    sendAndWait: mutation.mutateAsync,
    busy: mutation.isPending,
    problem: mutation.error,
    reply: mutation.data,
    clear: mutation.reset,
  }
}
