import type { Thread } from '../thread.ts'

/** What people leave on boats. */
export const lost: Thread[] = [
  {
    key: 'teddy',
    team: 'bookings',
    priority: 'high',
    tell: d => ({
      subject: `URGENT: grey elephant left on the ${d.boat}`,
      turns: [
        {
          customer: `Cuddly elephant, grey, one ear chewed, answers to ${d.one('Mumu', 'Fant', 'Mr Gray')}. Left on the ${d.sailing} from ${d.port} today, upstairs by the window. Nobody in this house has slept and nobody will.`,
        },
        { note: 'Rang the boat. Not upstairs. Cleaner thinks she saw it "sitting in the wheelhouse".' },
        {
          agent: `Found: your elephant is in the wheelhouse, beside the compass, and has been to ${d.otherPort} and back twice. The mate hands it over at the ramp whenever you say.\n\nA photo for tonight is in your mail.\n\n${d.agent}`,
          sets: 'pending',
        },
        { customer: 'The photo is under the pillow. We are on the 7:45 tomorrow.' },
        { agent: "It will be at the ramp at 7:30, with a captain's salute.", sets: 'solved' },
        { confirms: true },
      ],
    }),
  },
  {
    key: 'glasses',
    team: 'bookings',
    priority: 'normal',
    tell: d => ({
      subject: d.one('Lost glasses', 'Reading glasses left on deck 2', 'Did anybody find a pair of glasses?'),
      turns: [
        {
          customer: `${d.one('Round, tortoiseshell', 'Blue frame, very thick lenses', 'Half moon, gold, on a string')}, in a ${d.one('red', 'green', 'flowery')} case. The ${d.boat}, ${d.day(-1)}, somewhere. Sorry for typos I canot see what I writ.`,
        },
        {
          agent:
            'We have five pairs from that day, one of them like yours. They are at the desk in Kelp Bay till the end of the month, or I send them by post today. Which do you prefer?',
          sets: 'pending',
        },
        { customer: 'Post please, adress as in my acount' },
        {
          agent: 'In the post, they come tomorrow. No charge for people who cannot see the form.',
          sets: 'solved',
        },
        { after: 1700, customer: 'They have arrived. I can see how many typos I made.' },
      ],
    }),
  },
  {
    key: 'urn',
    team: 'parcels',
    priority: 'urgent',
    tell: d => ({
      subject: 'A small wooden box',
      turns: [
        {
          customer: `I left a small dark wooden box with a brass clasp in the locker room at ${d.port}, locker 31, and could not get back before it closed. I would prefer not to write what is in it. It is important. The service is tomorrow at eleven.`,
        },
        {
          note: 'Treat with care: we think it is an urn. Pier master has opened 31 and carried the box to his own office himself.',
        },
        {
          agent: `The box is safe. The pier master has taken it to his own office and it is not left alone. He will be there for you from six tomorrow morning, or brings it to you this evening, wherever you are. Please tell me which.\n\n${d.agent}`,
          sets: 'pending',
        },
        { customer: 'If he could bring it this evening. 3 Chapel Steps. I am grateful beyond words.' },
        {
          agent: 'He is on his way and will be with you by eight. Our thoughts are with you tomorrow.',
          sets: 'solved',
        },
      ],
    }),
  },
  {
    key: 'bicycle',
    team: 'bookings',
    priority: 'normal',
    tell: d => ({
      subject: `Somebody took my bicycle off the ${d.boat} by mistake (I hope)`,
      turns: [
        {
          customer: `A green touring bike, Dutch plate on the frame, one brown pannier. When I came down to the car deck at ${d.port} it was gone, and a very similar green bike with NO pannier was left over. I have that one with me.`,
        },
        {
          agent: `That sounds like an honest mix-up. We have a call from a gentleman in ${d.otherPort} who has found somebody else's laundry in his pannier.\n\nMay I give him your number? Or we exchange them over our desk, then neither of you needs to know the other.\n\n${d.agent}`,
          sets: 'pending',
        },
        { customer: 'The number is fine. Tell him the laundry was clean.' },
        {
          agent: 'He says so was the chain, until your bike met him. You should hear from him today.',
          sets: 'pending',
        },
        { after: 2100, customer: 'Swapped, had a coffee with him, turned out we went to the same school.' },
        { agent: 'The best ending of the week. Closing this with pleasure.', sets: 'solved' },
      ],
    }),
  },
  {
    key: 'hearing-aid',
    team: 'access',
    priority: 'high',
    tell: d => ({
      subject: 'Hearing aid lost between ramp and bus stop',
      turns: [
        {
          customer: `Left ear, beige, size of a bean. Between the ramp of the ${d.boat} and the bus stop in ${d.port}, yesterday about ${d.sailing}. I know it is hopeless. It cost ${d.euro(1900)}.`,
        },
        {
          agent:
            'It is not hopeless: they whistle when they lie alone. I have asked the evening crew to walk the way with the engine off and their ears open.',
          sets: 'open',
        },
        {
          note: 'Nothing on Tuesday. Wednesday: found by the boy who sells the papers, under the bench. Battery dead, otherwise whole.',
        },
        {
          agent: `Found! Under the bench at the stop, by the boy who sells the newspapers. It needs a battery, nothing else. Shall we bring it to you?\n\n${d.agent}`,
          sets: 'pending',
        },
        { customer: 'No, I come myself, I have to thank that boy.' },
        { agent: 'He is there till noon. It lies at the desk for you.', sets: 'solved' },
      ],
    }),
  },
]
