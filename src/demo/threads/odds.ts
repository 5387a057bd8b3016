import type { Thread } from '../thread.ts'

/** Short ones, strange ones, and those that test a page: one letter, many lines, other people's quotes. */
export const odds: Thread[] = [
  {
    key: 'question-mark',
    team: 'bookings',
    priority: 'normal',
    tell: d => ({
      subject: 'Boat??',
      turns: [
        { customer: '?' },
        {
          agent: 'Hello! There is one, several in fact. Which way are you going, and when?',
          sets: 'pending',
        },
        { after: 2, customer: `${d.port} now` },
        { agent: `The next leaves Kelp Bay at ${d.sailing}, berth 2. Tickets on board.`, sets: 'solved' },
        { after: 1, customer: '👌' },
      ],
    }),
  },
  {
    key: 'quoted',
    team: 'bookings',
    priority: 'normal',
    tell: d => ({
      subject: `Re: Re: Fwd: Re: your booking ${d.booking}`,
      turns: [
        {
          customer: `See below, my wife says the second one is right.\n\n> On ${d.day(-4)} you wrote:\n>> Which of the two addresses is yours?\n>>\n>>> 1. 4 Harbour Row, ${d.port}\n>>> 2. 4 Harbour Row, ${d.otherPort}\n>\n> Number 1 I think\n\nNumber 2.`,
        },
        { agent: 'Number 2 it is. Please greet your wife.', sets: 'solved' },
      ],
    }),
  },
  {
    key: 'praise',
    team: 'bookings',
    priority: 'low',
    tell: d => ({
      subject: d.one('Not a complaint', 'Please tell the crew', 'Something nice for once'),
      turns: [
        {
          customer: `On the ${d.sailing} from ${d.port} a deckhand (young woman, red beard of her own knitting, I did not ask) carried my shopping up the stairs and would not take a coin. I do not know her name. Please find her and say thank you from ${d.me}.\n\nThat is all. I need no answer.`,
        },
        { note: 'That is Runa. Printed and put on the board in the crew room.' },
        {
          agent:
            'An answer all the same: her name is Runa, the beard is for charity, and your words hang in the crew room.',
          sets: 'solved',
        },
      ],
    }),
  },
  {
    key: 'poem',
    team: 'parcels',
    priority: 'low',
    tell: d => ({
      subject: 'Complaint in verse',
      turns: [
        {
          customer: `The parcel that I sent in May\nto ${d.port}, not so far away,\nhas seen, so says your tracking page,\nthe depot, and the depot's cage,\nthe depot's door, the depot's wall,\nbut never my friend's house at all.\n\n${d.parcel}`,
        },
        {
          agent: `Your parcel, we regret to say,\nstood behind a door since May.\nThe door is shut now, as doors should;\nthe parcel leaves today, for good.\n\nIt truly does. ${d.agent}`,
          sets: 'pending',
        },
        { customer: `It came. The friend has asked, in prose,\nwhat's leaking. Cheese, I would suppose.` },
        {
          agent: `For cheese as old as yours, we fear,\nour post was slow. Please have a year\nof postage free. It's in your name.\n(We'd like to keep the verse. We'll frame.)`,
          sets: 'solved',
        },
      ],
    }),
  },
  {
    key: 'seagull',
    team: 'access',
    priority: 'normal',
    tell: d => ({
      subject: `The seagull at berth ${d.one('2', '3', '4')} attacks people with sandwiches`,
      turns: [
        {
          customer:
            'There is a seagull. It knows. I use crutches and cannot run or wave. On Monday it took a whole baguette and on Wednesday my hat. I am serious, I nearly fell into the water.',
        },
        { priority: 'high' },
        {
          agent: `I take it seriously, ${d.me}: near the edge that is no joke. From tomorrow the covered way along the wall is open to everybody on crutches, sticks or wheels, ask at the gate. And the ranger comes on ${d.day(2)} to have a word with the gull.\n\n${d.agent}`,
          sets: 'pending',
        },
        { customer: 'Covered way is good. Gull sat on the roof of it the whole time.' },
        {
          note: 'Ranger: breeding pair behind the ticket hut, protected until the young have flown. No moving it. Net over the last 12 m goes up tomorrow.',
        },
        {
          agent:
            'The ranger found out why: there is a nest behind the ticket hut, so the gull may stay. The last open stretch now has a net over it. The hat was in the nest, sorry.',
          sets: 'solved',
        },
        { customer: 'Let them keep the hat.' },
      ],
    }),
  },
  {
    key: 'job',
    team: 'digital',
    priority: 'low',
    tell: d => ({
      subject: 'Do you need a lighthouse keeper',
      turns: [
        {
          customer: `I am ${d.one('19', '24', '33')}, quiet, good with tools, not afraid of heights or of the dark. I can also cook. Is there anything`,
        },
        {
          agent:
            'The lighthouses keep themselves nowadays, sadly. But the workshop in Kelp Bay looks for somebody quiet who is good with tools, from spring: kelpbay.example/work. The workshop has a window to the sea.',
          sets: 'solved',
        },
        { customer: 'applied' },
        { agent: 'Good luck!', sets: 'solved' },
      ],
    }),
  },
  {
    key: 'school-class',
    team: 'bookings',
    priority: 'low',
    tell: d => ({
      subject: 'Questions from class 3b 🚢🐙🧜‍♀️',
      turns: [
        {
          customer: `Dear captain,\n\nwe are class 3b and we have questions.\n\n1. How heavy is the anchor? (Ibrahim)\n2. Do you sleep on the boat? (Lotte)\n3. Have you seen a wale (Finn) whale (Finn's teacher)\n4. What is the longest word you know? (Aurelia) Hers is Rindfleischetikettierungsüberwachungsaufgabenübertragungsgesetz\n5. Can I be a captain if I get sick on boats (Noah)\n6. 👨‍👩‍👧‍👦 how many people fit? (everybody)\n\nFrom 3b ❤️🧡💛💚💙💜`,
        },
        { note: 'Sent to Captain Aalto, who insists on answering these himself.' },
        {
          agent: `Dear 3b,\n\nhere speaks the captain of the ${d.boat}.\n\n1. 1,140 kg, as much as a small car. (Ibrahim)\n2. No. The boat does. (Lotte)\n3. Two! And very many porpoises. (Finn)\n4. "Are-we-there-yet". I hear it every day. (Aurelia)\n5. Admiral Nelson got sick too. Yes, Noah.\n6. 299 people and me.\n\nCome and look at the bridge. I have told the office to find a day.\n\nCaptain Aalto`,
          sets: 'pending',
        },
        { customer: `Any day in the week of ${d.day(14)}! Noah will bring a bucket.` },
        {
          agent: `Then ${d.day(16)}, ten o'clock, berth 1, no charge. We also have buckets.`,
          sets: 'solved',
        },
      ],
    }),
  },
  {
    key: 'noise',
    team: 'bookings',
    priority: 'normal',
    tell: d => ({
      subject: 'Generator at night, again',
      turns: [
        {
          customer: `I live opposite berth 4. The ${d.boat} lies there with her generator running from 23:00 to 05:00, for the third night. 58 dB in the bedroom with the window shut, measured. My landlord, the council and the police each say it is you.`,
        },
        {
          agent: `It is us. She cannot take power from the land since the cable at berth 4 was damaged on ${d.day(-3)}. From tonight she lies at berth 1, behind the shed, until the cable is repaired. You should hear nothing.\n\n${d.agent}`,
          sets: 'pending',
        },
        { after: 1020, customer: 'I heard nothing and slept nine hours and was late for work.' },
        { agent: 'We write no notes for employers, but we are glad.', sets: 'solved' },
        { after: 1860, disputes: `She is back at berth 4 since last night, and so is the noise.` },
        {
          note: 'Night harbour master was not told. Now it is in the berth plan as a lock, not as a sentence in a mail.',
        },
        {
          agent:
            'I apologise. The night shift had not been told. It is now a lock in the berth plan that nobody can overlook, and she went back to berth 1 at ten this morning.',
          sets: 'solved',
        },
      ],
    }),
  },
]
