import type { Send } from './client.ts'

/**
 * A sender for `call` that tells how much of a file has gone (0 to 1). XMLHttpRequest, because fetch cannot tell.
 */
export function tellingProgress(tell: (share: number) => void): Send {
  return async (request) => {
    const body = await request.blob()
    return await new Promise<Response>((resolve, reject) => {
      const xhr = new XMLHttpRequest()
      xhr.open(request.method, request.url)
      for (const [name, value] of request.headers) xhr.setRequestHeader(name, value)
      xhr.responseType = 'blob'
      xhr.upload.addEventListener('progress', (event) => {
        if (event.lengthComputable) tell(event.loaded / event.total)
      })
      xhr.addEventListener('load', () => resolve(answerOf(xhr)))
      xhr.addEventListener('error', () => reject(new Error('the connection broke')))
      xhr.addEventListener('abort', () => reject(new Error('taken back')))
      request.signal.addEventListener('abort', () => xhr.abort())
      xhr.send(body)
    })
  }
}

function answerOf(xhr: XMLHttpRequest): Response {
  const answer: unknown = xhr.response
  // A body on 204 is refused by the constructor.
  const body = answer instanceof Blob && xhr.status !== 204 ? answer : null
  return new Response(body, { status: xhr.status, statusText: xhr.statusText })
}
