import type { Thread } from '../thread.ts'

/** What people write when a ticket was closed already: it becomes a new one that follows the old. */
export const followUps: Thread[] = [
  {
    key: 'again-password',
    follows: 'password',
    team: 'digital',
    priority: 'normal',
    tell: () => ({
      subject: 'Locked out again',
      turns: [
        {
          customer:
            'It is me again. New phone, same game: the link in the mail opens a page that says "no longer valid". I took the newest one this time, I swear.',
        },
        {
          note: 'Their mail provider opens every link to check it for viruses and uses it up. Need the page with a button, not a link that works at once.',
        },
        {
          agent:
            'You did it right. Your mail provider opens each link before you do, to look for viruses, and that used it up. The link now leads to a page with a button, which only people press. Please try once more.',
          sets: 'pending',
        },
        { customer: 'Yes! In at the first try.' },
        { agent: 'Good. It helps everybody with that provider, thank you.', sets: 'solved' },
      ],
    }),
  },
  {
    key: 'again-refund',
    follows: 'refund-storm',
    team: 'bookings',
    priority: 'normal',
    tell: d => ({
      subject: 'Refund: a different sum arrived',
      turns: [
        {
          customer: `Dear Sir or Madam,\n\nI refer to my ticket above, which I cannot answer as it is closed. The transfer has come, but it is ${d.euro(4.5)} less than the fare. Is that a fee? Nobody mentioned one.\n\nYours faithfully\n${d.me}`,
        },
        {
          agent: `Dear ${d.me},\n\nthere is no fee. The difference is what one person had for a reduced ticket, which we had paid back as full somewhere else. That was our arithmetic, not yours: the ${d.euro(4.5)} follow today.\n\n${d.agent}`,
          sets: 'pending',
        },
        {
          customer:
            'Received. To the cent. I consider the matter closed, this time in agreement with your system.',
        },
        { agent: 'So do we. Good crossings!', sets: 'solved' },
      ],
    }),
  },
  {
    key: 'again-parcel',
    follows: 'parcel-stuck',
    team: 'parcels',
    priority: 'normal',
    tell: () => ({
      subject: 'Another box with foxes',
      turns: [
        {
          customer:
            'My aunt has sent the second blanket. Same tape, same week-long silence. I fear for the foxes.',
        },
        {
          agent:
            'The depot recognised the tape before I had finished the sentence. The box waits for its customs slip, which has been under the tape all along. It goes out today.',
          sets: 'pending',
        },
        { customer: 'And arrived. Please give the depot my love.' },
        { agent: 'Given. They have named the shelf after your aunt.', sets: 'solved' },
      ],
    }),
  },
  {
    key: 'again-lift',
    follows: 'lift-broken',
    team: 'access',
    priority: 'high',
    tell: d => ({
      subject: 'The sign at the ramp is still the wrong way round',
      turns: [
        {
          customer: `You wrote that the sign would be replaced. I came through ${d.port} yesterday. It still points at the stairs, and the person who was to stand there was not there. I know the way by now. Others do not.`,
        },
        { priority: 'urgent' },
        {
          note: 'The order for the sign went to the old supplier and bounced. Re-ordered by express. Pier master puts up a painted board today.',
        },
        {
          agent: `You are right, and I should have checked. The order was lost. Since this noon there is a painted board that points the right way, and the real sign comes on ${d.day(3)}. I will go and look at it myself and send you a picture.\n\n${d.agent}`,
          sets: 'pending',
        },
        { customer: 'I got the picture. Good sign. Even the arrow has a wheelchair.' },
        { agent: 'It does! Thank you for not letting go.', sets: 'solved' },
      ],
    }),
  },
  {
    key: 'again-api',
    follows: 'api-429',
    team: 'digital',
    priority: 'high',
    tell: () => ({
      subject: '429 once more',
      turns: [
        {
          customer:
            'The 429s are back since last night, this time with `X-RateLimit-Limit: 0`. Zero is a hard limit to stay under.\n\n```\nX-RateLimit-Limit: 0\nX-RateLimit-Remaining: -14\nRetry-After: 0\n```',
        },
        {
          agent:
            'Zero it was: your plan was renewed at midnight and the new one had an empty field where the limit should stand. It says 120 again, and an empty field now means "as before".',
          sets: 'pending',
        },
        { customer: 'Confirmed, 120. Minus fourteen remaining will stay in our chat for a while.' },
        { agent: 'In ours too.', sets: 'solved' },
      ],
    }),
  },
  {
    key: 'again-noise',
    follows: 'noise',
    team: 'bookings',
    priority: 'normal',
    tell: d => ({
      subject: 'Not the generator. Bagpipes.',
      turns: [
        {
          customer: `The generator is silent, thank you. But since ${d.day(-2)} somebody on the ${d.boat} practises the bagpipes at six in the morning, on deck. He is getting better, which makes it worse somehow.`,
        },
        {
          agent: `That is the second engineer, who believed that berth 1 had no neighbours. He now practises in hold 2, with the hatch shut, and apologises. He plays at the harbour festival if you want to hear how it ends.\n\n${d.agent}`,
          sets: 'solved',
        },
        { customer: 'We might. From a distance.' },
        { agent: 'Then all is well.', sets: 'solved' },
      ],
    }),
  },
]
