'use client'

import { useEffect, useState } from 'react'

/**
 * What stands in place of a page that could not be shown. With scripts only: without them a fault in rendering is answered by
 * the last-resort page. Every page loads it before it is needed, so it is made of elements alone.
 */
export default function PageError() {
  const [texts, setTexts] = useState<string[]>([])
  // The form leaves its text behind when it goes, which is after this was rendered first.
  useEffect(() => setTexts(window.leftBehind ?? []), [])
  return (
    <main id="main" tabIndex={-1} className="trouble">
      <title>This page did not work – Holdfast</title>
      <h1>This page did not work</h1>
      <p>
        The page did not arrive whole, or something went wrong on our side. Load it again to see whether what
        you sent is there.
      </p>
      {texts.length > 0 && (
        <section className="kept">
          <p>If it is not, copy what you wrote from here before you go on.</p>
          {texts.map(text => (
            <pre key={text} dir="auto">
              {text}
            </pre>
          ))}
        </section>
      )}
      <p>
        {/* biome-ignore lint/a11y/useValidAnchor: the empty address is that of this page, with all that it asks for */}
        <a href="">Load this page again</a>
      </p>
    </main>
  )
}
