import { FixedQuestion } from '#app/(portal)/tickets/[reference]/fixed-question.tsx'
import { guestPage } from '#app/guest-page.tsx'

export default guestPage('/guest/[key]/fixed', given => <FixedQuestion {...given} trail={[]} />)
