import { checks } from './checks.ts'
import type { Criterion } from './criterion.ts'
import { type Chapter, chapters, readOn, unjudged } from './statement.ts'

/** The chapters of the catalogue that are about other things than a website, each with the reason. */
const disabled: Record<string, string> = {
  hardware: 'Holdfast is no hardware.',
  software: 'Holdfast is a website; see the tables of WCAG.',
  functional_performance_criteria: 'See the functional performance statements of EN 301 549.',
  support_documentation_and_services: 'See chapter 12 of EN 301 549.',
  'en_301_549_ict_with_two-way_voice': 'Holdfast carries no voice.',
  en_301_549_ict_with_video: 'Holdfast carries no video.',
  en_301_549_hardware: 'Holdfast is no hardware.',
  en_301_549_web: 'See the tables of WCAG.',
  'en_301_549_non-web-documents': 'Holdfast makes no documents; the files that people attach are theirs.',
  en_301_549_software: 'Holdfast is a website.',
  en_301_549_ict_providing_relay_or_emergency_service_access: 'Holdfast gives no access to such services.',
}

/**
 * The statement as an OpenACR, in YAML: the schema openacr-0.1.0 of the GSA, with the numbers of its catalogue
 * 2.5-edition-wcag-2.2-508-eu-en. Every text is written as a JSON string, which is YAML too.
 * @param contact an address that answers, such as the one that mails are sent from
 * @param site where this desk is reached, without a slash at the end
 */
export function openAcr(contact: string, site: string): string {
  const text = JSON.stringify
  return [
    `title: ${text('Holdfast Accessibility Conformance Report')}`,
    'product:',
    `  name: ${text('Holdfast')}`,
    `  description: ${text('A helpdesk whose every form works without JavaScript.')}`,
    'author:',
    `  company_name: ${text('Holdfast')}`,
    `  email: ${text(contact)}`,
    `  website: ${text(site)}`,
    `report_date: ${text(readOn)}`,
    'version: 1',
    'catalog: 2.5-edition-wcag-2.2-508-eu-en',
    `notes: ${text(unjudged.join(' '))}`,
    `evaluation_methods_used: ${text(`Tests that run with every change: ${site}/accessibility/checks lists them.`)}`,
    `feedback: ${text(`${site}/ask`)}`,
    'license: MIT',
    'chapters:',
    ...chapters.flatMap(chapterLines),
    ...Object.entries(disabled).flatMap(([id, notes]) => [
      `  ${id}:`,
      '    disabled: true',
      `    notes: ${text(notes)}`,
    ]),
    '',
  ].join('\n')
}

function chapterLines({ id, standard, criteria }: Chapter): string[] {
  return [
    `  ${id}:`,
    '    criteria:',
    ...criteria.flatMap(criterion => criterionLines(criterion, standard === 'WCAG' ? 'web' : 'none')),
  ]
}

function criterionLines(
  { number, result, words, gap, checks: items }: Criterion,
  component: string,
): string[] {
  const shown = items.map(item => checks[item]?.words).join('; ')
  const notes = [words, gap, shown && `Tested: ${shown}.`].filter(Boolean).join(' ')
  return [
    `      - num: ${JSON.stringify(number)}`,
    '        components:',
    `          - name: ${component}`,
    '            adherence:',
    `              level: ${result}`,
    `              notes: ${JSON.stringify(notes)}`,
  ]
}
