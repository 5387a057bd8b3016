import type { Criterion, Result } from './criterion.ts'
import { documentationAndSupport, functionalPerformance, genericRequirements } from './en-301-549.ts'
import { levelA } from './level-a.ts'
import { levelAA } from './level-aa.ts'
import { levelAAA } from './level-aaa.ts'

/** The day on which a person last read the whole statement against the product. Tests run with every change. */
export const readOn = '2026-11-30'

export const resultWords: Record<Result, string> = {
  supports: 'Met',
  'partially-supports': 'Met in part',
  'does-not-support': 'Not met',
  'not-applicable': 'Does not apply',
  'not-evaluated': 'Not evaluated',
}

/** A part of the statement. `id` is the chapter's name in the catalogue of OpenACR. */
export type Chapter = { id: string; standard: 'WCAG' | 'EN 301 549'; name: string; criteria: Criterion[] }

export const chapters: Chapter[] = [
  { id: 'success_criteria_level_a', name: 'WCAG 2.2, level A', standard: 'WCAG', criteria: levelA },
  { id: 'success_criteria_level_aa', name: 'WCAG 2.2, level AA', standard: 'WCAG', criteria: levelAA },
  { id: 'success_criteria_level_aaa', name: 'WCAG 2.2, level AAA', standard: 'WCAG', criteria: levelAAA },
  {
    id: 'en_301_549_functional_performance',
    name: 'EN 301 549, functional performance',
    standard: 'EN 301 549',
    criteria: functionalPerformance,
  },
  {
    id: 'en_301_549_generic_requirements',
    name: 'EN 301 549, generic requirements',
    standard: 'EN 301 549',
    criteria: genericRequirements,
  },
  {
    id: 'en_301_549_documentation_and_support_services',
    name: 'EN 301 549, documentation and support',
    standard: 'EN 301 549',
    criteria: documentationAndSupport,
  },
]

/** What no test can tell, each in a sentence. */
export const unjudged = [
  'No person with a disability has judged Holdfast yet, and no screen reader, switch or voice control was used in a test.',
  'A test can tell that a name, a hint or an error is there, not that its words help.',
  'A test can tell in which order things come, not whether the order makes sense to you.',
  'What people write in tickets is theirs: we cannot promise that it is easy to read.',
  'What a mail looks like was not tried in mail programs.',
  'We test with Chromium and with the text browser w3m, and not with Firefox or Safari.',
]
