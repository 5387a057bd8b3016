import { StillWrong } from '#app/(portal)/tickets/[reference]/still-wrong.tsx'
import { guestPage } from '#app/guest-page.tsx'
import { noticeFrom } from '#app/notices.ts'

export default guestPage('/guest/[key]/not-fixed', async ({ query, ...given }) => (
  <StillWrong {...given} notice={await noticeFrom(query)} trail={[]} />
))
