import type { Page } from '@playwright/test'

/** Opens a page and counts the requests that left the browser for it; what its cache held is none. */
export async function countRequests(page: Page, path: string): Promise<number> {
  const network = await page.context().newCDPSession(page)
  const sent = new Set<string>()
  network.on('Network.requestWillBeSent', ({ requestId }) => sent.add(requestId))
  network.on('Network.requestServedFromCache', ({ requestId }) => sent.delete(requestId))
  network.on('Network.responseReceived', ({ requestId, response }) => {
    if (response.fromDiskCache) sent.delete(requestId)
  })
  await network.send('Network.enable')
  await page.goto(path, { waitUntil: 'networkidle' })
  await network.detach()
  return sent.size
}
