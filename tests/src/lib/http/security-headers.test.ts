import { getScriptNonceFromHeader } from 'next/dist/server/app-render/get-script-nonce-from-header.js'
import { expect, test } from 'vitest'
import { scriptlessPolicy, scriptPolicy, securityHeaders } from '#src/lib/http/security-headers.ts'

test('Next finds the nonce for its scripts in our policy', () => {
  expect(getScriptNonceFromHeader(scriptPolicy('Zm9v+/bar=='))).toBe('Zm9v+/bar==')
})

test.each([scriptPolicy('abc'), scriptlessPolicy()])(
  'nothing comes from elsewhere or runs by being written in the page: %s',
  policy => {
    expect(policy).toContain("default-src 'none'")
    expect(policy).toContain("form-action 'self'")
    expect(policy).toContain("frame-ancestors 'none'")
    expect(policy).toContain("base-uri 'none'")
    expect(policy.replace("img-src 'self' data:", '')).not.toMatch(/unsafe-|https?:|\*|data:/)
  },
)

test('a page without scripts allows none', () => {
  expect(scriptlessPolicy()).toContain("script-src 'none'")
})

test('referrer-policy-guard: forms without scripts still say where they come from', () => {
  expect(securityHeaders(true)['referrer-policy']).toBe('same-origin')
})

test('only a desk on https tells browsers to stay on https', () => {
  expect(securityHeaders(true)['strict-transport-security']).toMatch(/max-age=31536000/)
  expect(securityHeaders(false)).not.toHaveProperty('strict-transport-security')
})
