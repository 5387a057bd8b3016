import { expect } from '@playwright/test'
import { agentPath } from '#src/people/paths.ts'
import { signIn, test } from '#tests/e2e/drivers/driver-test.ts'
import { linksIn, newEmail, onRecord } from '#tests/support/identity.ts'
import { unlike } from '#tests/support/in-administration.ts'
import { newColleague } from '#tests/support/newcomers.ts'
import { agentOf, policyNamed, teamNamed } from './standing.ts'

test('Invite an agent, who sets a password and comes to the desk', async ({ at }) => {
  const email = newEmail()
  const [admin, agent] = [await at(await newColleague('admin')), await at(null)]
  await admin.goto('/admin/agents/invite')
  await admin.fill('Name', 'Casey Colleague')
  await admin.fill('Email address', email)
  await admin.choose('Team', 'Parcels and post')
  await admin.press('Invite')
  await admin.reads('The agent was invited.')
  const [link] = await linksIn(email)
  await agent.goto(`${link?.pathname}${link?.search}`)
  await agent.fill('New password', 'nine quiet seals asleep')
  await agent.press('Set the password')
  await agent.reads('Your new password is set.')
  await signIn(agent, email, 'nine quiet seals asleep')
  await agent.follow('The desk')
  await agent.reads('Unassigned')
  const { person, mail } = await onRecord(email)
  expect(mail.map(({ kind }) => kind)).toEqual(['invited'])
  expect(await agentOf({ userId: person?.id ?? '' })).toMatchObject({ team: 'parcels', role: 'agent' })
})

test('Deactivate an agent, whose session ends with it', async ({ at }) => {
  const colleague = await newColleague('agent')
  const [admin, agent] = [await at(await newColleague('admin')), await at(colleague)]
  await admin.goto(agentPath((await agentOf(colleague))?.id ?? ''))
  await admin.follow('Deactivate')
  await admin.press('Deactivate this agent')
  await admin.reads('This agent can no longer work at the desk.')
  await agent.goto('/desk')
  await agent.reads('You stay signed in on this browser for 7 days.')
  expect(await agentOf(colleague)).toMatchObject({ active: false })
  expect((await onRecord(colleague.email)).sessions).toEqual([])
})

test('Make a team', async ({ at }) => {
  const name = unlike('Piers')
  const page = await at(await newColleague('admin'))
  await page.goto('/admin/teams/new')
  await page.fill('Name of the team', name)
  await page.press('Make this team')
  await page.reads(name)
  expect(await teamNamed(name)).toMatchObject({ retiredAt: null })
})

test('Make an SLA policy, after minutes that are none were refused', async ({ at }) => {
  const name = unlike('Night boats')
  const page = await at(await newColleague('admin'))
  await page.goto('/admin/sla/new')
  await page.fill('Name', name)
  await page.fill('Minutes to the first reply', 'soon')
  await page.fill('Minutes to each next reply', '45')
  await page.fill('Minutes to the solution', '900')
  await page.tick('High')
  await page.press('Add this policy')
  await page.reads('There is a problem')
  await page.holds('Minutes to the first reply', 'soon')
  await page.fill('Minutes to the first reply', '30')
  await page.press('Add this policy')
  await page.reads('It was added.', name)
  expect(await policyNamed(name)).toMatchObject({ priority: 'high', firstResponseMins: 30, resolveMins: 900 })
})
