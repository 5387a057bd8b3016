'use client'

import { useEffect } from 'react'

/** Fetches what keeps an open page right, when the page has loaded. Without scripts it stays as it was read. */
export function OpenPage() {
  useEffect(() => {
    const fetchIt = () => void import('./keep-right.ts').catch(() => undefined)
    if (document.readyState === 'complete') fetchIt()
    else addEventListener('load', fetchIt)
  }, [])
  return null
}
