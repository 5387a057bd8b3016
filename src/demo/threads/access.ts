import type { Thread } from '../thread.ts'

/** Travelling and reading with a disability: lifts, captions, screen readers, assistance dogs. */
export const access: Thread[] = [
  {
    key: 'lift-broken',
    team: 'access',
    priority: 'urgent',
    tell: d => ({
      subject: `Is the lift on the ${d.boat} working tomorrow? I use a power chair`,
      turns: [
        {
          customer: `My chair is 140 kg, I cannot be carried. Last time I was told at the ramp that the lift was "out" and I spent the crossing between two lorries. I will not do that again.\n\nI need a clear yes or no before I leave home. I leave at ${d.one('six', 'half past five')}.`,
        },
        {
          note: 'Engineer on board says: lift tested this evening, sign-off 18:40. If it fails overnight, the Eider sails in place of her, berth 1, level boarding.',
        },
        {
          agent: `Yes. I have spoken to the engineer, who tested it this evening with weight in it.\n\nAnd if it should fail overnight: another boat sails in her place, from berth 1, with level boarding, at the same time. You will get a text by 5 either way, and there is no case in which you sail on the car deck.\n\n${d.agent}`,
          sets: 'pending',
        },
        { customer: 'That is what I needed. I will come.' },
        {
          after: 610,
          agent:
            'The lift is still working this morning, I have just rung. See you at the ramp; ask for Leif.',
          sets: 'solved',
        },
        {
          after: 420,
          customer: 'Leif was great. The lift worked. The ramp sign still points at the stairs, though.',
        },
        {
          note: 'Sign: photo asked for from the pier master. It points at the stairs since the repaint. Replacement ordered.',
        },
        {
          agent:
            'Thank you for telling us. The sign was turned round after the repaint, and a new one is ordered. Until then somebody stands there.',
          sets: 'solved',
        },
      ],
    }),
  },
  {
    key: 'screen-reader-date',
    team: 'access',
    priority: 'high',
    tell: d => ({
      subject: 'Date picker cannot be used with a screen reader',
      turns: [
        {
          customer: `I use NVDA with Firefox. In the booking form the date field opens a "calendar". What I hear is:\n\n> clickable clickable clickable blank clickable\n\nand no dates. Typing a date does not work either, it is deleted when I leave the field. So I cannot book. I ask my neighbour each time, and I would prefer not to.\n\nBooking form, second step, "Outward".`,
        },
        {
          agent: `Thank you for the exact description, ${d.me}. That is a fault and it should not be there.\n\nUntil it is mended there are two ways round it: the plain form at /book/plain has three simple fields for the date, and we book for you on the phone or here, at the online fare.\n\nMay I tell the people who mend it what you heard, word for word?\n\n${d.agent}`,
          sets: 'pending',
        },
        { customer: 'Word for word please. The plain form is good by the way. Why is it not THE form?' },
        { moveTo: 'digital' },
        {
          note: 'The customer asks the right question. Proposal: make /book/plain the form and drop the calendar. Yuki and I both sign this.',
        },
        {
          agent: `An answer to your question: from the first of next month it is. The plain form becomes the only one, and the calendar goes. If you like to try it before everybody else, here it is: https://beta.kelpbay.example/book\n\n${d.agentOf('digital')}`,
          sets: 'pending',
        },
        {
          customer:
            'Tried it. Three fields, it says the day of the week after I type it, the error was read out and focus went to the field. I booked a crossing alone. Do you know how long I have waited to write that sentence',
        },
        {
          agent: 'We have printed your sentence and hung it up. Thank you for your patience with us.',
          sets: 'solved',
        },
      ],
    }),
  },
  {
    key: 'captions',
    team: 'access',
    priority: 'normal',
    tell: d => ({
      subject: 'Announcements on board for deaf passengers',
      turns: [
        {
          customer: `I am deaf. On the ${d.boat} all announcements are over loudspeakers. Last ${d.one('Friday', 'Sunday')} we changed the port of arrival and I learned it from the shape of the harbour.`,
        },
        {
          agent: `That must have been a strange moment. The screens on deck 2 should show every announcement, and on that day they did not, because nobody had typed it.\n\nTwo things are done: announcements must now be typed before they can be spoken, and you can get them as a text message for each crossing. Shall I switch that on for your number?\n\n${d.agent}`,
          sets: 'pending',
        },
        { customer: 'Yes please, for all crossings.' },
        { agent: 'Switched on. You will get the first one as a test in a minute.', sets: 'solved' },
        { after: 3, customer: 'Got it: "TEST. This is Kelp Bay, the sea is there." 😂' },
      ],
    }),
  },
  {
    key: 'assistance-dog',
    team: 'access',
    priority: 'normal',
    tell: d => ({
      subject: 'Guide dog refused at the café on board',
      turns: [
        {
          customer: `My guide dog Biscuit and I were asked to leave the café on the ${d.sailing} to ${d.port}, ${d.day(-2)}. I showed the card. "No dogs, no exceptions."\n\nI would like three things: an apology, to know that it will not happen to the next one, and the soup.`,
        },
        { priority: 'high' },
        {
          note: 'The café is run by a contractor (Galley & Co). Their contract, annex 4, says assistance dogs welcome. Spoke to the manager, new staff had not been told. Training on Thursday, sign on the door by the weekend.',
        },
        {
          agent: `Dear ${d.me},\n\n1. I apologise, and so does the person who sent you out, whose letter is in the post to you, because he wanted to write it by hand.\n2. Everyone who works in the cafés is taught on Thursday, and from the weekend on a sign on every door says that assistance dogs are welcome. \n3. Soup for two (Biscuit prefers the ham, I suppose) whenever you travel next. Your booking carries a note.\n\n${d.agent}`,
          sets: 'pending',
        },
        {
          after: 2950,
          customer: 'The letter came. It is a good letter. Biscuit accepts on both our behalves.',
        },
        { agent: 'Thank you both.', sets: 'solved' },
      ],
    }),
  },
  {
    key: 'large-print',
    team: 'access',
    priority: 'low',
    tell: d => ({
      subject: 'TIMETABLE IN LARGE PRINT',
      turns: [
        {
          customer:
            'I WRITE IN CAPITALS BECAUSE I CAN READ THEM, I AM NOT ANGRY. IS THERE A TIMETABLE IN LARGE PRINT ON PAPER? 24 POINTS OR MORE. THE ONE ON THE PIER IS FOR ANTS.',
        },
        {
          agent:
            'THERE IS. I HAVE PUT ONE INTO THE POST FOR YOU TODAY, 28 POINTS, WINTER TIMETABLE. YOU GET THE SUMMER ONE IN APRIL WITHOUT ASKING.',
          sets: 'solved',
        },
        { after: 2900, customer: 'IT CAME. IT IS AS BIG AS A TABLECLOTH. PERFECT.' },
        { agent: `GLAD TO HEAR IT. ${d.agent.toUpperCase()}`, sets: 'solved' },
      ],
    }),
  },
  {
    key: 'timeout',
    team: 'access',
    priority: 'high',
    tell: d => ({
      subject: 'Your booking page runs out of time before I can finish',
      turns: [
        {
          customer: `I type with a switch. One letter takes me about four seconds. Your page gives me 10 minutes and then everything is gone, and I begin again. I have begun again five times. Today I wrote this message in another program first so that nothing could take it.\n\nI do not need help booking. I need time.`,
        },
        { moveTo: 'digital' },
        {
          note: 'WCAG 2.2.1. The limit holds car deck space. No reason to lose what was typed. Asked for: hold 20 h, keep the form.',
        },
        {
          agent: `${d.me}, thank you for spending the time to tell us.\n\nThere is now no time limit on your account at all, and the places you choose are held until you are done. For everybody else the page will ask before it ends, and keep what was typed; that is being built.\n\n${d.agentOf('digital')}`,
          sets: 'pending',
        },
        { after: 1600, customer: 'Booked. It took 55 minutes and nobody hurried me.' },
        {
          agent: 'That is how it should be. I leave a note here when the change for everybody is out.',
          sets: 'solved',
        },
      ],
    }),
  },
  {
    key: 'quiet-place',
    team: 'access',
    priority: 'normal',
    tell: d => ({
      subject: 'A quiet corner for my autistic son',
      turns: [
        {
          customer: `We travel on ${d.day(10)} to ${d.port}. The horn is the problem (he is 7 and covers his ears for an hour after it), and the crowd when boarding. Is there a place where both are less?`,
        },
        {
          agent: `Yes to both. You may board first, 20 minutes before the others; tell the marshal "early boarding", no reasons asked. And the reading room on deck 1 is the quietest place on the ${d.boat}: you feel the horn there more than you hear it. It sounds once, two minutes after casting off. Ear defenders are at the desk, in his size.\n\nShall I send you pictures of the way from the ramp to the room, so he knows it before?\n\n${d.agent}`,
          sets: 'pending',
        },
        { customer: 'Pictures would be perfect, he likes to know things before.' },
        {
          agent:
            'Eleven pictures in order, numbered, are in your mail. The last one is the cat of the ship. She is usually there.',
          sets: 'solved',
        },
        { customer: `He has asked for the cat's name. It is important.` },
        { agent: 'Her name is Bollard. She is fourteen and very calm.', sets: 'solved' },
      ],
    }),
  },
]
