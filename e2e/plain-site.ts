import { createServer } from 'node:http'
import { listenAnywhere } from './ports.ts'

/** A website that knows nothing of any chat, perhaps with a policy of its own. */
export interface PlainSite {
  url: string
  close(): Promise<void>
}

export async function openPlainSite(policy: string): Promise<PlainSite> {
  const server = createServer((_, response) => {
    response.writeHead(200, {
      'content-type': 'text/html; charset=utf-8',
      ...(policy && { 'content-security-policy': policy })
    })
    response.end(
      '<!doctype html><html lang="en"><title>A bakery</title><h1>A bakery</h1><p>Bread, daily.</p>'
    )
  })
  const port = await listenAnywhere(server)
  return {
    url: `http://127.0.0.1:${port}/`,
    close() {
      server.closeAllConnections()
      return new Promise(resolve => server.close(() => resolve()))
    }
  }
}
