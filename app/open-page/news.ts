import { headOf } from './ask.ts'

const everyMs = 60_000
const mostFailures = 3

const words = {
  offer: 'Tell me of new activity',
  stop: 'Stop telling me',
  none: 'Nothing is new so far. This page looks again every minute.',
  some: 'There is new activity.',
  load: 'Load this page again',
  ended: 'This page cannot look for new activity any more. Load it again.',
  stopped: 'This page no longer looks for new activity.',
}

/**
 * Offers to look for new activity on the page whose line "As of …" this is, and does so for as long as somebody wants it.
 * What it finds is told politely beside the button: nothing is loaded, moved or overwritten by itself.
 */
export function newsOf(line: HTMLElement) {
  const button = document.createElement('button')
  const told = document.createElement('span')
  let isWanted = false
  let looked = 0
  let failures = 0
  let foundOver: string | undefined

  button.type = 'button'
  button.className = 'quiet'
  button.addEventListener('click', () => {
    if (isWanted) return end(words.stopped)
    isWanted = true
    failures = 0
    button.textContent = words.stop
    look(words.none)
  })
  told.setAttribute('role', 'status')
  button.textContent = words.offer
  if (line.dataset.version && !savesData(navigator)) line.append(' ', button, ' ', told)

  async function look(whenNothing?: string) {
    looked = performance.now()
    const version = line.dataset.version ?? ''
    const answer = await headOf(hereWithout('done', 'since'), version)
    // What was asked may be over meanwhile, or the page another one.
    if (!isWanted || line.dataset.version !== version) return
    if (answer?.status === 304) {
      failures = 0
      if (whenNothing) told.textContent = whenNothing
    } else if (answer?.ok && answer.headers.has('etag')) found(version)
    else if (answer && answer.status < 500) end(words.ended)
    else {
      failures += 1
      if (failures === mostFailures) end(words.ended)
    }
  }

  function found(version: string) {
    end(words.some)
    foundOver = version
    const again = document.createElement('a')
    again.href = hereWithout('done', 'since')
    again.textContent = words.load
    again.addEventListener('click', keepingWhatIsWritten)
    told.append(' ', again)
  }

  function end(why: string) {
    isWanted = false
    button.textContent = words.offer
    told.textContent = why
  }

  return {
    /** Looks when a minute is over since it last did. What was found is not new any more on a page that shows it. */
    lookWhenDue() {
      if (isWanted && performance.now() - looked >= everyMs) look()
      if (foundOver === undefined || foundOver === line.dataset.version) return
      foundOver = undefined
      told.textContent = ''
    },
  }
}

// The form that somebody writes in has a button that keeps the text and then shows the page again.
function keepingWhatIsWritten(event: Event) {
  const keep = document.querySelector<HTMLElement>('button[name="intent"][value="look"]')
  if (!keep) return
  event.preventDefault()
  keep.click()
}

function hereWithout(...names: string[]): string {
  const here = new URL(location.href)
  for (const name of names) here.searchParams.delete(name)
  return here.pathname + here.search
}

function savesData(browser: Navigator & { connection?: { saveData?: boolean } }): boolean {
  return browser.connection?.saveData === true
}
