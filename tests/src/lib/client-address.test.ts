import { afterEach, expect, test, vi } from 'vitest'
import { networkOf } from '#src/lib/client-address.ts'
import { asVisitor } from '#tests/support/visit.ts'

afterEach(() => {
  vi.unstubAllEnvs()
  vi.resetModules()
})

/** The network that the desk sees, with its settings read anew. */
async function seen(headers: Record<string, string>, address: string) {
  vi.resetModules()
  const { clientNetwork } = await import('#src/lib/client-address.ts')
  let network: string | undefined
  await asVisitor({ headers, address }, async () => {
    network = await clientNetwork()
    return null
  })
  return network
}

test('An IPv4 address stands for itself, also where the socket wraps it into IPv6', () => {
  expect(networkOf('192.0.2.7')).toBe('192.0.2.7')
  expect(networkOf('::ffff:192.0.2.7')).toBe('192.0.2.7')
})

test('All addresses of one IPv6 /64 are one network, however they are written', () => {
  const network = '2001:db8:0:7::/64'
  for (const address of ['2001:db8:0:7::1', '2001:0DB8:0:7:aaaa:bbbb:cccc:dddd', '2001:db8:0:7::192.0.2.1'])
    expect(networkOf(address)).toBe(network)
  expect(networkOf('2001:db8:0:8::1')).not.toBe(network)
  expect(networkOf('fe80::1%eth0')).toBe('fe80:0:0:0::/64')
  expect(networkOf('::1')).toBe('0:0:0:0::/64')
})

test('What is no address is no network', () => {
  for (const address of [undefined, '', 'unknown', '192.0.2.7:443', '2001:db8', "'; drop table"])
    expect(networkOf(address)).toBeUndefined()
})

test('Without a proxy that we trust, only the socket counts, whatever the client says', async () => {
  const forged = {
    'x-forwarded-for': '198.51.100.1',
    'x-real-ip': '198.51.100.1',
    forwarded: 'for=198.51.100.1',
  }
  expect(await seen(forged, '192.0.2.7')).toBe('192.0.2.7')
})

test('Behind a proxy that we trust, the last value of its header counts: the one that the proxy wrote', async () => {
  vi.stubEnv('TRUSTED_PROXY_HEADER', 'X-Forwarded-For')
  expect(await seen({ 'x-forwarded-for': '203.0.113.9, 198.51.100.1' }, '10.0.0.1')).toBe('198.51.100.1')
  expect(await seen({}, '10.0.0.1')).toBeUndefined()
})
