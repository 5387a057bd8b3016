import { workAsyncStorage } from 'next/dist/server/app-render/work-async-storage.external.js'
import { workUnitAsyncStorage } from 'next/dist/server/app-render/work-unit-async-storage.external.js'
import { createRequestStore } from 'next/dist/server/async-storage/request-store.js'
import { createWorkStore } from 'next/dist/server/async-storage/work-store.js'

/**
 * Runs `work` as Next runs a server action: with its own `headers()`, `cookies()`, `refresh()` and `redirect()`,
 * not with copies of them. `setCookies` is told the Set-Cookie lines whenever a cookie changes.
 */
export function inRequest<T>(
  headers: Headers,
  setCookies: (lines: string[]) => void,
  work: () => Promise<T>,
): Promise<T> {
  const request = createRequestStore({
    phase: 'action',
    headers,
    onUpdateCookies: setCookies,
    url: { pathname: '/', search: '' },
    rootParams: {},
    implicitTags: { tags: [], expirationsByCacheKind: new Map() },
    resumeDataCache: null,
    previewProps: undefined,
    isHmrRefresh: false,
    serverComponentsHmrCache: undefined,
    hmrRefreshHash: undefined,
    stagedFallbackParams: null,
  })
  return workAsyncStorage.run(actionWork(), () => workUnitAsyncStorage.run(request, work))
}

function actionWork() {
  return createWorkStore({
    page: '/page',
    buildId: 'test',
    deploymentId: '',
    previouslyRevalidatedTags: [],
    renderOpts: {
      cacheLifeProfiles: { default: { stale: 0, revalidate: 0, expire: 0 } },
      staticPageGenerationTimeout: 60,
      cacheComponents: false,
      validationLevel: 'warning',
      experimental: { authInterrupts: false, useCacheTimeout: 60, durableUseCacheEntries: false },
      waitUntil: undefined,
      onClose: () => {},
      onAfterTaskError: undefined,
    },
  })
}
