import { bodyLimit } from './limits.ts'

type Words = { title: string; said: string[] }

const kept =
  'Nothing you typed is lost: press Back in your browser, and it is still in the form. Copy a long text before you go on, to be safe.'

/**
 * What a person reads when the answer that was meant for them could not be made.
 * @param submitted whether they had sent a form, which they now fear for
 * @param most how many bytes a form may hold at that address
 */
export function lastResortWords(status: number | 'busy', submitted: boolean, most: number): Words {
  const words = wordsFor(status, most)
  return submitted ? { title: words.title, said: [...words.said, ...(words.submitted ?? [kept])] } : words
}

function wordsFor(status: number | 'busy', most: number): AllWords {
  if (status === 'busy') return busy
  if (status === 413) return tooLarge(most)
  return byStatus[status] ?? (status >= 500 ? fault : refused)
}

type AllWords = Words & { submitted?: string[] }

const stale: AllWords = {
  title: 'This form was out of date',
  said: [
    'The desk has changed since you opened the page with this form, and it cannot take the form in its old shape. It was not sent.',
  ],
  submitted: [
    'Nothing you typed is lost: press Back in your browser, and it is still in the form. Copy your text, load the page again, put the text back in and send it.',
  ],
}

const fault: AllWords = {
  title: 'Something went wrong on our side',
  said: ['The page could not be made. The fault is ours, and it has been written down.'],
  submitted: [
    'Your form may have been taken or not: look at the page it belongs to before you send it again.',
    kept,
  ],
}

const refused: AllWords = {
  title: 'We could not read what your browser sent',
  said: ['The request was not complete or not in a form that we understand. Nothing was changed.'],
}

const busy: AllWords = {
  title: 'Too many files are on their way',
  said: ['Many people are sending large files right now, and yours did not get its turn. Nothing was sent.'],
  submitted: [
    'Nothing you typed is lost: press Back in your browser, and it is still in the form. Send it again in a minute. You may have to choose the files again.',
  ],
}

function tooLarge(most: number): AllWords {
  const title = 'That was too much at once'
  const megabytes = Math.floor(most / 1_000_000)
  if (most === bodyLimit.bytes)
    return {
      title,
      said: [
        'A form may hold up to 1 megabyte, all fields together. This one was larger, and it was not sent.',
      ],
      submitted: [
        'Nothing you typed is lost: press Back in your browser, and it is still in the form. Make it shorter, or send it in parts.',
      ],
    }
  return {
    title,
    said: [
      `A form may hold up to ${megabytes} megabytes, its files included. This one was larger, and it was not sent.`,
    ],
    submitted: [
      'Nothing you typed is lost: press Back in your browser, and it is still in the form. Choose fewer files at once and attach them one after the other, or choose a smaller one.',
    ],
  }
}

const byStatus: Record<number, AllWords> = {
  403: {
    title: 'This form came from somewhere else',
    said: [
      'The form was sent from a page that is not part of this desk, or your browser hides where it came from. To be safe we did not take it. Nothing was changed.',
    ],
  },
  404: {
    title: 'There is no such page',
    said: [
      'Nothing is at this address, or it is not yours to see. Check the address, or start from the front page.',
    ],
  },
  405: {
    title: 'This address cannot be used like that',
    said: [
      'Pages can be read and forms can be sent; your browser or program asked for something else. Nothing was changed.',
    ],
  },
  409: stale,
  503: {
    title: 'The desk is away for a moment',
    said: ['We cannot reach our records right now. Please try again in a minute.'],
    submitted: [
      'Your form may have been taken or not: look at the page it belongs to before you send it again.',
      kept,
    ],
  },
}
