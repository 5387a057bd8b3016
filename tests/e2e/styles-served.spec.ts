import { brotliCompressSync } from 'node:zlib'
import { expect, test } from '@playwright/test'
import { newerThan2018 } from '#tests/support/browsers-of-2018.ts'

// The build rewrites what we write: it joins rules, shortens them, and leaves out what its own browsers do not need.
test('The one style sheet that is served still suits the browsers of 2018, and is small', async ({
  request,
}) => {
  const page = await (await request.get('/')).text()
  const sheets = [...page.matchAll(/<link rel="stylesheet" href="([^"]+)"/g)].map(([, href = '']) => href)
  expect(sheets).toHaveLength(1)
  const css = await (await request.get(sheets[0] ?? '')).text()
  expect(newerThan2018(css)).toEqual([])
  expect(brotliCompressSync(css).length).toBeLessThan(3_600)
})
