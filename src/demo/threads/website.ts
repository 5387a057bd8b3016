import type { Thread } from '../thread.ts'

/** The website and the accounts on it: passwords, newsletters, old phones. */
export const website: Thread[] = [
  {
    key: 'password',
    team: 'digital',
    priority: 'normal',
    tell: d => ({
      subject: d.one('Cannot sign in', 'Password link does not work', 'Locked out of my account'),
      turns: [
        {
          customer: `I asked for a new password ${d.one('three', 'four', 'six')} times. Every link says "no longer valid". I click it right away!!`,
        },
        {
          agent:
            'Each new request makes the links before it invalid, and the mails arrive in any order. Please ask once more, wait five minutes, and use only the newest. If that fails too, tell me at what time you clicked.',
          sets: 'pending',
        },
        { customer: 'worked. maybe write that on the page' },
        { agent: 'We will: "Only the newest link works." Thank you.', sets: 'solved' },
      ],
    }),
  },
  {
    key: 'newsletter',
    team: 'digital',
    priority: 'low',
    tell: d => ({
      subject: `Unsubscribed ${d.one('three', 'four', 'five')} times and counting`,
      turns: [
        {
          customer:
            'I do not want the newsletter. I have clicked "unsubscribe". I have clicked "unsubscribe from everything". I have received a newsletter about how to unsubscribe. Please.',
        },
        {
          agent: `You are off, and this time it holds: you were on the list twice, once with a capital letter in the address, and the link only ever took one of you off.\n\n${d.agent}`,
          sets: 'solved',
        },
        { confirms: true },
      ],
    }),
  },
  {
    key: 'old-phone',
    team: 'digital',
    priority: 'normal',
    tell: () => ({
      subject: 'Page stays white on my phone',
      turns: [
        {
          customer: `Samsung from 2015, Android 5, the browser it came with. I see your logo and then white. My bank works, the weather works, only the ferry doesnt. I am not buying a phone to buy a ferry ticket.`,
        },
        {
          agent:
            'Nor should you. Try https://www.kelpbay.example/book/plain, it is made of nothing but text and forms. If that stays white too, tell me what you see instead.',
          sets: 'pending',
        },
        { customer: 'that works and its faster than the bank' },
        {
          note: 'Browser is Chrome 44. Main bundle uses syntax from 2020. One more for "make plain the default".',
        },
        {
          agent: 'We like it too. It will be the normal page soon. Your phone may grow old in peace.',
          sets: 'solved',
        },
      ],
    }),
  },
  {
    key: 'html-in-profile',
    team: 'digital',
    priority: 'high',
    tell: d => ({
      subject: 'Security: my <b>nickname</b> is bold on your page',
      turns: [
        {
          customer: `Hi, I put this into "display name" for fun:\n\n    <b>Kapitän</b><img src=x onerror=alert(document.cookie)>\n\nand the box popped up when I opened my own bookings. It also pops up for the friend I shared the booking with. I have told nobody else and removed it again.\n\nSteps:\n1. Account → Display name → paste the line above → Save\n2. Bookings → Share with a friend\n3. The friend opens the link\n\nNo bug bounty needed, but please fix it fast.`,
        },
        { priority: 'urgent' },
        {
          note: 'Confirmed on staging. The share page writes the name with innerHTML (share.js line 88). Fix: textContent. Looked through logs for others who used it: none but the reporter.',
        },
        {
          agent: `Thank you, this is real and you reported it in the best way.\n\nThe share page is corrected since 14:05 (it put the name into the page as markup, \`el.innerHTML = name\`, and now as text). We looked through the logs: nobody but you has ever used it.\n\nWould you check whether it is gone for you as well?\n\n${d.agent}`,
          sets: 'pending',
        },
        { customer: 'Gone. I now see the tags as text, as it should be. Quick work, hats off.' },
        {
          agent: 'We have no bounty, but we have a boat: a season pass is in your account. Thank you.',
          sets: 'solved',
        },
      ],
    }),
  },
  {
    key: 'delete-account',
    team: 'digital',
    priority: 'low',
    tell: d => ({
      subject: d.one(
        'Delete my account',
        'Please erase everything you have about me',
        'Right to be forgotten',
      ),
      turns: [
        {
          customer: `I have moved away from the coast and would like my account and everything in it erased. Please confirm in writing what was erased and what you must keep. Thank you, and thanks for ${d.one('twelve', 'nine', 'twenty')} good years.`,
        },
        {
          agent: `Gladly, if with regret. There is one open credit of ${d.fare}. Shall we pay it out first? Afterwards there will be nobody to pay it to.\n\n${d.agent}`,
          sets: 'pending',
        },
        { customer: 'Oh! Yes please, to the card on file.' },
        {
          agent:
            'Paid out. Erased today: account, bookings, addresses, travel history. Kept, because the tax law wants it, for ten years: four invoices, with name and amount and nothing else. All the best inland!',
          sets: 'solved',
        },
      ],
    }),
  },
  {
    key: 'wifi',
    team: 'digital',
    priority: 'low',
    tell: d => ({
      subject: `Wifi on the ${d.boat}`,
      turns: [
        {
          customer: `it asks for a password and the sign says "ask the crew" and the crew says "its on the sign"`,
        },
        {
          agent: 'A perfect circle. It is saltwater-23, all small. A new sign is on its way.',
          sets: 'solved',
        },
        { after: 4, customer: 'in' },
      ],
    }),
  },
  {
    key: 'long-word',
    team: 'digital',
    priority: 'low',
    tell: d => ({
      subject: 'Your page breaks with long words',
      turns: [
        {
          customer: `My company is called Donaudampfschifffahrtselektrizitätenhauptbetriebswerkbauunterbeamtengesellschaft (yes, the joke; my grandfather meant it). On the receipt it runs over the price, over the edge of the paper and, I believe, into the sea.\n\nFor testing, here is something longer:\n\n${'Aalfischerei'.repeat(16)}\n\nKind regards`,
        },
        {
          agent: `That is a fine name. The receipt now breaks long words, and prints yours on two lines:\n\n${'https://www.kelpbay.example/account/bookings/'}${d.booking}/receipt/preview?${'width=210&height=297&'.repeat(6)}hyphens=auto\n\nIs that as your grandfather would have liked it?`,
          sets: 'pending',
        },
        { customer: 'He would have asked for one line and larger paper. But yes.' },
        { agent: 'Then let us call it done, before somebody makes larger paper.', sets: 'solved' },
      ],
    }),
  },
  {
    key: 'phishing',
    team: 'digital',
    priority: 'urgent',
    tell: () => ({
      subject: 'Is this text message from you? It wants 1.99 "redelivery"',
      turns: [
        {
          customer: `I got:\n\n> KelpBay Post: your parcel is held. Pay EUR 1,99 within 12h: hxxp://kelpbay-redelivery[.]top/p/88121\n\nI am waiting for a parcel, so I nearly did. Then I did, actually. I gave my card. Am I stupid?`,
        },
        {
          note: 'Sixth report since this morning. Reported the address for take-down. Banner on the front page asked for.',
        },
        {
          agent:
            'No. You were expecting a parcel, and they count on that.\n\nIt is not from us; we never ask for money by text message. Please do this now, in this order:\n\n1. Ring the number on the back of your card and have it stopped. It takes three minutes.\n2. Keep the message as it is.\n3. Write to me when it is done, and I help with the report to the police.\n\nYour real parcel comes tomorrow and costs nothing.',
          sets: 'pending',
        },
        {
          customer:
            'Card is stopped, they had tried 400 already, it was refused. My hands are still shaking.',
        },
        {
          agent:
            'You were in time. I have put a ready-made report for the police in your mail, you only need to sign it. And the address is being taken down.',
          sets: 'solved',
        },
        { customer: 'Thank you for not making me feel like a fool.' },
      ],
    }),
  },
]
