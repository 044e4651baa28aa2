import { request as plain } from 'node:http'
import { request as secure } from 'node:https'
import type { Readable } from 'node:stream'

/** What is at the other end of a URL, without following it anywhere. */
export type Reached =
  | { kind: 'answered'; status: number; location: string | undefined; date: number | undefined; body: string }
  | { kind: 'failed'; says: string; change: string }

const maxBodyBytes = 4_096

export function reach(
  url: URL,
  { method, timeoutMs }: { method: 'GET' | 'HEAD'; timeoutMs: number }
): Promise<Reached> {
  return new Promise(resolve => {
    const failed = (code: string) => resolve(failure(code, url))
    const request = url.protocol === 'https:' ? secure : plain
    const asked = request(
      url,
      { method, agent: false, headers: { 'user-agent': 'Footbridge' } },
      response => {
        const { statusCode: status = 0, headers } = response
        const date = Date.parse(headers.date ?? '')
        readSome(response).then(
          body => {
            resolve({
              kind: 'answered',
              status,
              location: headers.location,
              date: Number.isNaN(date) ? undefined : date,
              body
            })
            asked.destroy()
          },
          () => failed('ECONNRESET')
        )
      }
    )
    asked.setTimeout(timeoutMs, () => {
      failed('ETIMEDOUT')
      asked.destroy()
    })
    asked.on('error', error => failed('code' in error ? String(error.code) : ''))
    asked.end()
  })
}

async function readSome(stream: Readable): Promise<string> {
  let text = ''
  for await (const chunk of stream) {
    text += String(chunk)
    if (text.length >= maxBodyBytes) break
  }
  return text
}

const tls: Readonly<Record<string, string>> = {
  CERT_HAS_EXPIRED: 'its certificate has expired',
  CERT_NOT_YET_VALID: 'its certificate is not valid yet, or the clock of this machine is wrong',
  DEPTH_ZERO_SELF_SIGNED_CERT: 'its certificate is signed by itself',
  SELF_SIGNED_CERT_IN_CHAIN: 'its certificate is signed by somebody whom nobody knows',
  UNABLE_TO_VERIFY_LEAF_SIGNATURE: 'it does not send the certificates between its own and one that is known',
  UNABLE_TO_GET_ISSUER_CERT_LOCALLY:
    'it does not send the certificates between its own and one that is known',
  ERR_TLS_CERT_ALTNAME_INVALID: 'its certificate is for another name',
  EPROTO: 'what listens there does not speak TLS',
  ERR_SSL_WRONG_VERSION_NUMBER: 'what listens there does not speak TLS',
  ERR_SSL_PACKET_LENGTH_TOO_LONG: 'what listens there does not speak TLS'
}

/** By the error's code alone: its message may quote the URL. */
export function failure(code: string, { host }: Pick<URL, 'host'>): Extract<Reached, { kind: 'failed' }> {
  const says = (what: string, change: string) =>
    ({ kind: 'failed', says: `${host}: ${what}`, change }) as const
  const secured = tls[code]
  if (secured !== undefined)
    return says(`TLS fails: ${secured}`, 'Mend the certificate, or the port in the URL.')
  switch (code) {
    case 'ENOTFOUND':
      return says(
        'DNS knows no such name',
        'Check the spelling; a new name may take a while to be known everywhere.'
      )
    case 'EAI_AGAIN':
      return says('DNS did not answer', 'Check the name servers of this machine.')
    case 'ECONNREFUSED':
      return says('nothing listens there', 'Check host and port, and that whatever stands there is running.')
    case 'ETIMEDOUT':
    case 'EHOSTUNREACH':
    case 'ENETUNREACH':
      return says('no answer in time', 'A firewall or a wrong address: open the way between here and there.')
    default:
      return says(
        `the connection broke (${/^[A-Z0-9_]{1,40}$/.test(code) ? code : 'unknown'})`,
        'Try again; look into the log of whatever stands there.'
      )
  }
}
