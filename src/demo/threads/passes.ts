import type { Thread } from '../thread.ts'

/** Season passes and the machines on the piers. */
export const passes: Thread[] = [
  {
    key: 'machine-ate-card',
    team: 'bookings',
    priority: 'high',
    tell: d => ({
      subject: `Ticket machine at ${d.port} pier has my card`,
      turns: [
        {
          customer: `The left one. It took the card, made a noise like a tired cow and said "Please wait". I waited 25 minutes. It is still waiting, I had to board.`,
        },
        {
          agent: `I have switched the machine off from here so that nobody can take it. The technician opens it at ${d.one('two', 'three', 'four')} this afternoon. Shall we keep the card at the desk in ${d.port}, or destroy it? (If you have already stopped it, destroying is safest.)\n\n${d.agent}`,
          sets: 'pending',
        },
        { customer: 'Keep please, I am back on the 17:40' },
        {
          note: 'Card out, undamaged. In the safe at the desk, envelope with the number of this ticket. Give only against ID.',
        },
        {
          agent:
            'It lies in the safe at the desk in an envelope, undamaged. Please show something with your name.',
          sets: 'solved',
        },
        { confirms: true },
      ],
    }),
  },
  {
    key: 'machine-language',
    team: 'digital',
    priority: 'low',
    tell: () => ({
      subject: 'The machine on the pier changed to Finnish and stays there',
      turns: [
        {
          customer:
            'Ticket machine no. 3 at Kelp Bay. All in Finnish since yesterday. I pressed everything. "Peruuta" gives the money back, I have learned that much.',
        },
        {
          agent:
            "Kiitos! Somebody held two buttons for ten seconds, which is the engineers' way in. It speaks English again, and the way in has moved.",
          sets: 'solved',
        },
      ],
    }),
  },
  {
    key: 'pass-photo',
    team: 'bookings',
    priority: 'normal',
    tell: d => ({
      subject: d.one(
        'Season pass: photo refused',
        'Photo for the season pass is "not a face"',
        'Cannot upload photo for my pass',
      ),
      turns: [
        {
          customer: `Your upload says "no face found". There is a face, it is mine, I am wearing ${d.one('a headscarf, as on my passport', 'a turban, as I do every day', 'an eye patch, for good')}. The last two years it was fine.`,
        },
        {
          agent: `I apologise. The new check is a machine and it has not seen enough people. I have accepted your photo by hand; the pass is valid from now.\n\nThe check is switched to "a person looks at it" from today on.\n\n${d.agent}`,
          sets: 'solved',
        },
        { customer: 'Thank you. Please keep the person.' },
        { agent: 'We will.', sets: 'solved' },
      ],
    }),
  },
  {
    key: 'pass-student',
    team: 'bookings',
    priority: 'low',
    tell: d => ({
      subject: 'Student pass for the evening school?',
      turns: [
        {
          customer: `I am ${d.one('58', '61', '47')} and learn ${d.one('boat building', 'Arabic', 'bookkeeping')} in the evenings in ${d.port}. Three crossings a week. Does the student pass have an age?`,
        },
        {
          agent: 'It does not. A slip from the school with a stamp is all it needs; a photo of it is enough.',
          sets: 'pending',
        },
        { customer: 'Slip sent. The secretary was delighted to use the stamp.' },
        { note: 'Slip is fine. Student pass until the end of June.' },
        {
          agent:
            'You are a student until the end of June. It is in your account, and at the gate of the machine it beeps twice, do not worry, that means "reduced".',
          sets: 'solved',
        },
      ],
    }),
  },
  {
    key: 'pass-stolen',
    team: 'bookings',
    priority: 'high',
    tell: d => ({
      subject: 'Bag stolen, season pass was in it',
      turns: [
        {
          customer: `My bag was taken on the bus in ${d.otherPort} this morning. Keys, glasses, everything, and the season pass (paid until spring, ${d.euro(410)}). How do I get to work tomorrow?`,
        },
        {
          agent: `What a rotten morning. The pass is blocked and a new one with another number is already in your account: show it on the phone, or get a printed one at any desk, tell them your name. It costs nothing.\n\nIf you need a receipt for the police, I make one.\n\n${d.agent}`,
          sets: 'pending',
        },
        {
          customer:
            'Phone was in the bag as well. I write from the library. I will go to the desk. And yes, a receipt please',
        },
        {
          agent:
            'The desk at Kelp Bay has the printed pass and the receipt in an envelope for you, open until nine tonight.',
          sets: 'pending',
        },
        { after: 300, customer: 'Have both. They also lent me an umbrella.' },
        {
          agent: 'Keep the umbrella till it stops. All the best, and I hope the glasses turn up.',
          sets: 'solved',
        },
      ],
    }),
  },
  {
    key: 'crisps',
    team: 'parcels',
    priority: 'low',
    tell: d => ({
      subject: 'Vending machine owes me a bag of crisps',
      turns: [
        {
          customer: `Waiting room at ${d.port}, machine next to the post counter, row C4. ${d.euro(1.8)} in, bag moved, bag stopped, bag hangs there. It has been hanging since ${d.day(-2)}, I pass it every day. We look at each other.`,
        },
        {
          agent:
            'It is freed. Ask at the post counter for "the bag from C4", it has your name on it. And the coil has been bent back.',
          sets: 'solved',
        },
        { after: 190, customer: 'We are reunited. Salt and vinegar.' },
      ],
    }),
  },
]
