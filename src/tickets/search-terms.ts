import { parseReference } from './reference.ts'
import { beginningOf } from './search-days.ts'
import { priorities, type Status, statuses } from './status.ts'

/** One word or phrase: `exact` as it stands, `absent` where it must not stand. */
export type SearchWord = { text: string; exact: boolean; absent: boolean }

/** What somebody typed into a search, as it was understood. `problems` are whole sentences about what was not. */
export type SearchTerms = {
  words: SearchWord[]
  requester: string[]
  status?: Status
  priority?: (typeof priorities)[number]
  assignee?: string
  team?: string
  /** Found is what was written at or after the one and before the other. */
  after?: Date
  before?: Date
  /** The stored form of a reference, when nothing else was typed. */
  reference?: string
  problems: string[]
}

export const deskOperators = [
  'status',
  'priority',
  'assignee',
  'team',
  'requester',
  'before',
  'after',
] as const
export const portalOperators = ['status', 'before', 'after'] as const

type Operator = (typeof deskOperators)[number]

const longestSearch = 300
const mostWords = 16

// An operator and its value, a phrase, or a word; an address such as https://… is a word.
const pieces = /(-?)(?:([a-z]{2,12}):(?!\/\/)(?:"([^"]*)"?|(\S+))|"([^"]*)"?|(\S+))/giu

/** Reads a search of somebody who may use these operators. Never throws, whatever was typed. */
export function readSearch(typed: string, operators: readonly Operator[]): SearchTerms {
  const terms: SearchTerms = { words: [], requester: [], problems: [] }
  const text = typed
    .normalize('NFC')
    .replace(/[\p{Cc}\p{Cf}]/gu, ' ')
    .replace(/[“”„«»]/gu, '"')
    .trim()
  if (text.length > longestSearch)
    return { ...terms, problems: [`Use at most ${longestSearch} characters in a search.`] }
  const whole = parseReference(text)
  if (whole.ok) terms.reference = whole.reference
  for (const [, minus, name, quoted, bare, phrase, word] of text.matchAll(pieces)) {
    if (name !== undefined) take(terms, operators, `${minus}${name.toLowerCase()}`, quoted ?? bare ?? '')
    else addWord(terms, phrase ?? word ?? '', phrase !== undefined, minus === '-')
  }
  if (terms.words.length > mostWords) terms.problems.push(`Use at most ${mostWords} words in a search.`)
  if (terms.after && terms.before && terms.after >= terms.before)
    terms.problems.push('Nothing can be after “after:” and before “before:” at once. Change one of the days.')
  return terms
}

/** Whether anything was asked for at all. */
export function asksNothing({ problems, words, requester, ...operators }: SearchTerms): boolean {
  return problems.length + words.length + requester.length + Object.keys(operators).length === 0
}

function addWord({ words }: SearchTerms, text: string, exact: boolean, absent: boolean) {
  if (/[\p{L}\p{N}]/u.test(text)) words.push({ text, exact, absent })
}

function take(terms: SearchTerms, operators: readonly Operator[], typed: string, value: string) {
  const { problems } = terms
  const name = operators.find(operator => operator === typed)
  if (!name) {
    const all = operators.map(operator => `${operator}:`).join(', ')
    problems.push(
      `“${typed}:” is no filter of this search. There are ${all}. Put text with a colon in quotation marks.`,
    )
  } else if (value.trim() === '') problems.push(`Write something behind “${name}:”, without a space.`)
  else if (name !== 'requester' && terms[name] !== undefined) problems.push(`Write “${name}:” only once.`)
  else readers[name](terms, value.trim())
}

const readers: Record<Operator, (terms: SearchTerms, value: string) => void> = {
  status: (terms, value) => {
    terms.status = oneOf(statuses, value)
    if (!terms.status) terms.problems.push(notOne('status', value, statuses))
  },
  priority: (terms, value) => {
    terms.priority = oneOf(priorities, value)
    if (!terms.priority) terms.problems.push(notOne('priority', value, priorities))
  },
  assignee: (terms, value) => {
    terms.assignee = value
  },
  team: (terms, value) => {
    terms.team = value
  },
  requester: (terms, value) => {
    if (/[\p{L}\p{N}]/u.test(value)) terms.requester.push(value)
  },
  after: (terms, value) => {
    terms.after = beginningOf(value)
    if (!terms.after) terms.problems.push(noDay('after', value))
  },
  before: (terms, value) => {
    terms.before = beginningOf(value)
    if (!terms.before) terms.problems.push(noDay('before', value))
  },
}

function oneOf<Known extends string>(known: readonly Known[], value: string): Known | undefined {
  return known.find(one => one === value.toLowerCase())
}

function notOne(name: string, value: string, known: readonly string[]) {
  return `“${name}:${value}” is not known. Write one of ${known.map(one => `${name}:${one}`).join(', ')}.`
}

function noDay(name: string, value: string) {
  return `“${name}:${value}” is no day. Write it like ${name}:2026-01-31, ${name}:2026-01 or ${name}:2026.`
}
