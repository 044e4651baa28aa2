import { expect, test } from 'vitest'
import { addressOf, headersOf, read } from './uploading.ts'

test('[FI64] a file goes to the relay of the socket, for its site and its preview, by a name that is written safely', () => {
  const url = 'wss://chat.example/relay/ws?site=shop&preview=code'
  expect(addressOf({ url }, 'a & b?.png')).toBe(
    'https://chat.example/relay/files?site=shop&preview=code&name=a+%26+b%3F.png'
  )
  expect(addressOf({ url: 'ws://127.0.0.1:80/ws?site=shop' }, 'a')).toBe(
    'http://127.0.0.1/files?site=shop&name=a'
  )
})

test('[FI64] who sends it is said as in hello, and in no address', () => {
  const type = { 'content-type': 'application/octet-stream' }
  const token = 'secret' as never
  expect(headersOf({ token })).toEqual({ ...type, authorization: 'Bearer secret' })
  expect(headersOf({ token, identity: 'jwt' })).toEqual({ ...type, 'x-footbridge-identity': 'jwt' })
})

test.each([
  ['kept', 201, { file: { id: 'f1' } }, { is: 'kept', id: 'f1' }],
  ['refused by the relay', 409, { error: 'noAgent' }, { is: 'refused', error: 'noAgent' }],
  ['refused by somebody on the way', 413, null, { is: 'refused', error: '' }],
  ['taken for something else on the way', 200, null, { is: 'refused', error: '' }],
  ['cut off', 0, null, { is: 'lost' }],
  ['cut off as the relay saw it', 400, { error: 'brokenOff' }, { is: 'lost' }],
  ['not stored', 503, { error: 'notStored' }, { is: 'lost' }],
  ['before a relay that was not there', 502, null, { is: 'lost' }]
])('[FI63] an upload that was %s', (_, status, response, is) => {
  expect(read({ status, response })).toEqual(is)
})
