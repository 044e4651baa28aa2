import { createServer, type Server } from 'node:http'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { addressOf } from './address.ts'

let server: Server
let url: string
let proxies = 0
beforeEach(async () => {
  server = createServer((request, response) => response.end(addressOf(request, proxies)))
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve))
  const bound = server.address()
  url = `http://127.0.0.1:${typeof bound === 'object' ? bound?.port : 0}`
})
afterEach(() => {
  server.closeAllConnections()
  server.close()
})

async function seen(forwarded: string, behind = 1): Promise<string> {
  proxies = behind
  return (await fetch(url, { headers: { 'x-forwarded-for': forwarded } })).text()
}

test('[K11] what a visitor writes into the header is not where they are', async () => {
  expect(await seen('198.51.100.1', 0)).toBe('127.0.0.1')
  expect(await seen('198.51.100.1, 203.0.113.7')).toBe('203.0.113.7')
  expect(await seen('198.51.100.1, 203.0.113.7, 10.0.0.1', 2)).toBe('203.0.113.7')
  expect(await seen('203.0.113.7', 2)).toBe('127.0.0.1')
  expect(await seen('')).toBe('127.0.0.1')
})

test('[K11] a host has its whole network of IPv6, however an address of it is written', async () => {
  const ways = [
    '2001:db8::1',
    '2001:db8::2',
    '2001:db8::a:b:c:d',
    '2001:0DB8:0:0:ffff::',
    '2001:db8:0:0:1:2:3:4',
    '2001:db8::203.0.113.7',
    '[2001:db8::5]:50123'
  ]
  expect(new Set(await Promise.all(ways.map(way => seen(way)))).size).toBe(1)
  const others = [
    '2001:db8::1',
    '2001:db8:0:1::1',
    '2001:db8:1::1',
    '2001:db8:0:1:0:0:0:1',
    '::1',
    'fe80::1%eth0'
  ]
  expect(new Set(await Promise.all(others.map(way => seen(way)))).size).toBe(5)
})

test('[K11] IPv4 is itself inside IPv6, and beside a port', async () => {
  const ways = [
    '203.0.113.7',
    '::ffff:203.0.113.7',
    '::FFFF:cb00:7107',
    '0:0:0:0:0:ffff:cb00:7107',
    '203.0.113.7:50123'
  ]
  expect(new Set(await Promise.all(ways.map(way => seen(way))))).toEqual(new Set(['203.0.113.7']))
  expect(await seen('::ffff:203.0.113.8')).toBe('203.0.113.8')
})
