'use client'

import { useEffect, useState } from 'react'
import { leftBehind } from '#src/ui/form/left-behind.ts'
import { Trouble } from '#src/ui/trouble.tsx'

// With scripts only: without them a fault in rendering is answered by the last-resort page.
export default function PageError() {
  const [texts, setTexts] = useState<string[]>([])
  // The form leaves its text behind when it goes, which is after this was rendered first.
  useEffect(() => setTexts(leftBehind()), [])
  return (
    <main id="main" tabIndex={-1}>
      <title>This page did not work – Holdfast</title>
      <Trouble
        heading="This page did not work"
        links={[
          { href: '', words: 'Load this page again' },
          { href: '/', words: 'Go to the first page' },
        ]}
      >
        <p>
          The page did not arrive whole, or something went wrong on our side. If you have just sent something,
          load the page again to see whether it is there.
        </p>
        {texts.length > 0 && (
          <section className="kept">
            <h2>What you wrote</h2>
            <p>If it is not there, copy it from here before you go on.</p>
            {texts.map(text => (
              <pre key={text} dir="auto">
                {text}
              </pre>
            ))}
          </section>
        )}
      </Trouble>
    </main>
  )
}
