import { expect, type Page, test } from '@playwright/test'
import { ada, elif, jonas, mira } from '#src/demo/cast.ts'
import { deactivate } from '#src/people/deactivate.ts'
import { agentPath, teamPath } from '#src/people/paths.ts'
import { retireTeam } from '#src/people/retire-team.ts'
import { changePolicy } from '#src/sla/change-policy.ts'
import { policyPath } from '#src/sla/paths.ts'
import { removePolicy } from '#src/sla/remove-policy.ts'
import { confirmFixed } from '#src/tickets/confirm-fixed.ts'
import { formatReference } from '#src/tickets/reference.ts'
import { reply } from '#src/tickets/reply.ts'
import { act, asked, bring } from '#tests/support/desk.ts'
import { newAgent, newTeam } from '#tests/support/in-administration.ts'
import { added, policyFormOf } from '#tests/support/policies.ts'
import { signIn } from './support/sign-in.ts'

/** A second administrator, as the verbs take them. */
const colleague = { ...jonas, role: 'admin' as const }
const problem = (page: Page) => page.getByRole('main').getByRole('alert')

async function openAs(page: Page, person: { email: string }, path: string) {
  await signIn(page, person)
  await page.goto(path)
}

test('Who deactivates an agent whom a colleague has just deactivated reads who it was, and goes on', async ({
  page,
}) => {
  const agentId = await newAgent()
  await openAs(page, ada, `${agentPath(agentId)}/deactivate`)
  await act(deactivate, colleague, { agentId })
  await page.getByRole('button', { name: 'Deactivate this agent' }).click()
  await expect(problem(page)).toContainText(`${jonas.name} has already deactivated this agent.`)
  await expect(page).toHaveTitle(/^Error: /)
  await page
    .getByRole('main')
    .getByRole('link', { name: /^Back to / })
    .click()
  await expect(page).toHaveURL(agentPath(agentId))
  await page.goto(`${agentPath(agentId)}/deactivate`)
  await expect(page.getByText(`${jonas.name} has deactivated`)).toBeVisible()
  await expect(page.getByRole('button', { name: 'Deactivate this agent' })).toHaveCount(0)
})

test('A team that a colleague has just retired is told with their name, and a new name for it is kept', async ({
  page,
}) => {
  const team = await newTeam()
  await openAs(page, ada, teamPath(team))
  await page.getByLabel('Name of the team').fill('The night crew')
  await act(retireTeam, colleague, { teamId: team })
  await page.getByRole('button', { name: 'Save' }).click()
  await expect(problem(page)).toContainText(`${jonas.name} has already retired the team`)
  await expect(page.getByLabel('Name of the team')).toHaveValue('The night crew')
})

test('A policy that a colleague has just removed is told as gone, and what was typed stays', async ({
  page,
}) => {
  const policyId = await added()
  await openAs(page, ada, policyPath(policyId))
  await page.getByLabel('Minutes to the solution').fill('777')
  await act(removePolicy, colleague, { policyId })
  await page.getByRole('button', { name: 'Save' }).click()
  await expect(problem(page)).toContainText('This policy is not there any more.')
  await expect(page.getByLabel('Minutes to the solution')).toHaveValue('777')
  await page.goto(`${policyPath(policyId)}/remove`)
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('This policy is not there any more')
})

test('stale-version-conflict: two administrators at one policy merge, and what both changed is named', async ({
  page,
}) => {
  const policyId = await added()
  await openAs(page, ada, policyPath(policyId))
  await act(changePolicy, colleague, await policyFormOf(policyId, { nextReplyMins: 77, resolveMins: 800 }))
  await page.getByLabel('Minutes to the solution').fill('900')
  await page.getByRole('button', { name: 'Save' }).click()
  await expect(page.getByLabel('Minutes to the solution')).toHaveAccessibleDescription(/the solution to 800 /)
  await expect(page.getByLabel('Minutes to the solution')).toHaveValue('900')
  await page.getByRole('button', { name: 'Save' }).click()
  await expect(page.getByRole('status').first()).toHaveText('Your changes were saved.')
  await page.goto(policyPath(policyId))
  await expect(page.getByLabel('Minutes to each next reply')).toHaveValue('77')
  await expect(page.getByLabel('Minutes to the solution')).toHaveValue('900')
})

test('A ticket that was closed while its customer looked at “This is fixed” is told in words', async ({
  page,
}) => {
  const reference = await asked()
  const path = `/tickets/${formatReference(reference)}`
  await bring(reference, mira, { status: 'solved' })
  await openAs(page, elif, `${path}/fixed`)
  await act(confirmFixed, elif, { reference })
  await page.getByRole('button', { name: 'Yes, this is fixed' }).click()
  await expect(page.getByRole('status').first()).toHaveText('Thank you. We have noted that this is fixed.')
  await page.goto(`${path}/fixed`)
  await expect(page.getByText('This ticket is closed.')).toBeVisible()
  await expect(page.getByRole('button', { name: 'Yes, this is fixed' })).toHaveCount(0)
})

for (const [kind, label, send, done] of [
  ['reply', 'Your reply', 'Send the reply', 'Your reply was sent.'],
  ['note', 'Your note', 'Add the note', 'Your note was added. The customer does not see it.'],
] as const)
  test(`An agent on the page for a ${kind} reads what was written meanwhile, and sends it anyway`, async ({
    page,
  }) => {
    const reference = await asked()
    await openAs(page, mira, `/desk/tickets/${formatReference(reference)}/${kind}`)
    await page.getByLabel(label).fill('Which pier?')
    await act(reply, elif, { reference, seen: 0, body: 'I found it!' })
    await page.getByRole('button', { name: send }).click()
    const news = page.getByRole('region', { name: 'Written while you were typing' })
    await expect(news).toContainText('I found it!')
    await expect(page.getByLabel(label)).toHaveValue('Which pier?')
    await expect(page.getByRole('button', { name: 'Keep as draft' })).toBeVisible()
    await page.getByRole('button', { name: 'Send anyway' }).click()
    await expect(page.getByRole('status').first()).toHaveText(done)
    await expect(page.getByRole('article').filter({ hasText: 'Which pier?' })).toHaveCount(1)
  })
