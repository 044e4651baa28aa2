import { Agent, type Dispatcher } from 'undici'

export type Post = (path: string, body: unknown) => Promise<number>

/** POSTs JSON to one origin over keep-alive connections, as cheaply as undici can; gives the status. */
export function createPost(origin: string, connections: number): Post {
  const agent = new Agent({ connections })
  const headers = { authorization: 'Bearer bench', 'content-type': 'application/json' }
  return (path, body) =>
    new Promise((resolve, reject) => {
      const request = { origin, path, method: 'POST', headers, body: JSON.stringify(body) } as const
      agent.dispatch(request, statusTo(resolve, reject))
    })
}

function statusTo(
  resolve: (status: number) => void,
  reject: (error: Error) => void
): Dispatcher.DispatchHandler {
  let status = 0
  return {
    onRequestStart() {},
    onResponseStart(_, code) {
      status = code
    },
    onResponseData() {},
    onResponseEnd: () => resolve(status),
    onResponseError: (_, error) => reject(error)
  }
}
