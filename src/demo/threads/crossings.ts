import type { Thread } from '../thread.ts'

/** Ferry bookings: changes, storms, cars that grew, groups, names. */
export const crossings: Thread[] = [
  {
    key: 'wrong-day',
    team: 'bookings',
    priority: 'high',
    tell: d => ({
      subject: `I booked ${d.booking} for the wrong day`,
      turns: [
        {
          customer: `Hello,\n\nI have just booked ${d.people} seats and a car from Kelp Bay to ${d.port} and only saw on the confirmation that I picked ${d.day(8)}. I need ${d.day(9)}, same time (${d.sailing}).\n\nThe site says changes cost half the fare. I noticed within about four minutes, surely that is not what that rule is for?\n\n${d.me}`,
        },
        {
          note: 'Booked 11:02, written 11:09. Well inside the hour of grace, no fee. The day after still has car deck space.',
        },
        {
          agent: `Hello ${d.me},\n\nyou are right, it is not. Within an hour of booking we change the day for nothing.\n\nBefore I do it: the ${d.sailing} on ${d.day(9)} is sailed by the ${d.boat}, where cars over 1.95 m (roof boxes count) go on the open deck. Is that all right for you?\n\n${d.agent}`,
          sets: 'pending',
        },
        { customer: 'No roof box, just a very dirty Fabia. Open deck is fine, maybe it gets washed.' },
        {
          agent: `Then it is done: ${d.booking} is now for ${d.day(9)}, ${d.sailing}. You have the new confirmation in your mail; the old one no longer opens the barrier, so please throw it away.\n\nSalt water is not kind to paint, but it is free.\n\n${d.agent}`,
          sets: 'solved',
        },
        { confirms: true },
      ],
    }),
  },
  {
    key: 'storm-alone-with-children',
    team: 'bookings',
    priority: 'urgent',
    tell: d => ({
      subject: `${d.sailing} to ${d.port} cancelled, standing at the pier with two kids`,
      turns: [
        {
          customer: `The board says CANCELLED and there is nobody at the desk. It is raining sideways. Two children, one of them has a hospital apointment at 8 tomorow in ${d.port}.\n\nWhat do we do? Is there another boat? Do we have to find a hotel ourself?\n\nBooking ${d.booking}, phone is at 9 %`,
        },
        {
          agent: `I am sorry, ${d.me}. Short, because of your battery:\n\n1. The 20:30 still sails, from berth 2 (not 4). I have put you on it. No new ticket needed.\n2. The waiting room by berth 2 is open and warm, the code on the door is in a text to you now.\n3. If that one is cancelled too, we pay for the room at the Anchor. Just give your booking number there.\n\n${d.agent}`,
          sets: 'pending',
        },
        { after: 14, customer: 'in the waiting room. thank you thank you' },
        {
          note: `Rang the bridge of the ${d.boat}: they expect to sail, decision at 20:00. I stay on this one.`,
        },
        {
          after: 35,
          agent:
            'The captain has just confirmed: you sail at 20:30. Boarding in ten minutes. Good luck tomorrow morning.',
          sets: 'solved',
        },
        { after: 190, customer: 'We are in bed, in the right town. You were very kind. 🙏' },
        { agent: 'That is the best thing I read today. Sleep well, all three of you.', sets: 'solved' },
      ],
    }),
  },
  {
    key: 'trailer',
    team: 'bookings',
    priority: 'normal',
    tell: d => ({
      subject: `Can I add a boat trailer to ${d.booking}?`,
      turns: [
        {
          customer: `Hi, ${d.day(12)}, ${d.sailing}, Kelp Bay - ${d.port}. I have a car on the booking and would like to bring a trailer with a small sailing dinghy:\n\n- trailer with boat 5.40 m long\n- 1.70 wide\n- mast sticks out about 60 cm at the back, with a red rag on it\n\nThe booking page has only "caravan" and "horse box". It is neither. (The horse would not like it.)`,
        },
        {
          agent: `Hi ${d.me},\n\n"horse box up to 6 m" is the right one, whatever stands in it; the mast counts, so you are at 6.00 m exactly. ${d.euro(31)} more. Shall I add it and send you a payment link?\n\n${d.agent}`,
          sets: 'pending',
        },
        { customer: 'Yes please. I will saw off the mast if it comes to 6.01.' },
        {
          agent: `Please leave the mast on. The link is ${'https://pay.kelpbay.example/l/'}${d.booking.toLowerCase()}, good for 48 hours.`,
          sets: 'pending',
        },
        { customer: 'Paid.' },
        { agent: 'Seen. Be there 45 minutes before, trailers board first. Fair winds!', sets: 'solved' },
      ],
    }),
  },
  {
    key: 'name-on-ticket',
    team: 'bookings',
    priority: 'normal',
    tell: d => ({
      subject: "My husband's name on the ticket is not his name",
      turns: [
        {
          customer: `Your form refuses his surname. It is O’Súilleabháin-Nguyễn, it says "letters only please". These ARE letters.\n\nSo the ticket now says OSUILLEABHAINNGUYEN and the last time the man at the gate compared it with his passport for a full minute.\n\nBooking ${d.booking}.`,
        },
        {
          agent: `You are right and the form is wrong. I have put his name on ${d.booking} as he writes it. The gate will see it like that too.\n\nI have passed the form itself on to the people who can mend it, and leave this ticket open until they have.\n\n${d.agent}`,
          sets: 'open',
        },
        {
          note: 'For digital: the booking form validates surnames with /^[A-Za-z ]+$/. Third complaint this month. Apostrophes, hyphens, everything outside ASCII.',
        },
        { customer: 'Thank you for not telling us to shorten it.' },
        {
          agent: `The form was mended this morning: it now takes any name that a person can have. If it ever refuses his again, I want to know.\n\n${d.agent}`,
          sets: 'solved',
        },
      ],
    }),
  },
  {
    key: 'group-of-scouts',
    team: 'bookings',
    priority: 'normal',
    tell: d => ({
      subject: `34 scouts, 5 leaders, 1 very large tent: ${d.port}, ${d.day(40)}`,
      turns: [
        {
          customer: `Dear ferry people,\n\nour group would like to cross to ${d.port} on ${d.day(40)} and come back three days later. We are:\n\n  34 scouts (11 to 15 years)\n   5 leaders\n   1 tent, 190 kg, on a handcart, 2.10 m x 0.90 m\n   2 wheelchairs (manual, they fold)\n\nQuestions\n1. Is there a group fare, and from how many?\n2. May the handcart go with us or is it freight?\n3. Two children are allergic to nuts. Does the café on board sell open nuts?\n4. May we pay by bank transfer? Our treasurer does not believe in cards.\n\nBest wishes\n${d.me}`,
        },
        {
          agent: `Dear ${d.me},\n\nwhat a fine list. In your order:\n\n1. From 15 people on, 30 % less for everybody, leaders too. Children under 12 pay nothing anyway.\n2. The handcart travels with you if two of you stay with it on the ramp.\n3. No open nuts on board, but the flapjacks "may contain traces". I have told the café of both crossings.\n4. Yes, against an invoice, 14 days before.\n\nThe two wheelchairs: no need to fold them, there is a lift on the ${d.boat}. How many of the 34 are under 12 on the day?\n\n${d.agent}`,
          sets: 'pending',
        },
        {
          customer:
            'Eleven of them are under 12. One turns 12 on the boat, on the way back. Does she pay half way?',
        },
        {
          agent: `She does not. Birthdays on board are free, and if you tell me her first name, the captain says it over the loudspeaker. Or does not, if she would die of it.\n\nThe invoice is on its way to your treasurer.\n\n${d.agent}`,
          sets: 'pending',
        },
        { customer: 'She would die of it. Please do it.' },
        {
          note: 'Birthday: Wilhelmina, return crossing. Captain Aalto knows. Do not mention to the group again.',
        },
        {
          agent:
            'Noted, with pleasure. Payment arrived today, tickets are attached to the booking. See you at the pier.',
          sets: 'solved',
        },
      ],
    }),
  },
  {
    key: 'dog',
    team: 'bookings',
    priority: 'low',
    tell: d => ({
      subject: d.one(
        'Dog on board?',
        'Travelling with a dog',
        `Is there a place for a big dog on the ${d.boat}?`,
      ),
      turns: [
        {
          customer: `Good morning, may my dog come with me to ${d.port}? ${d.one('He is a Leonberger, 62 kg, and believes he is a cat.', 'She is old, nearly blind and sleeps all day.', 'A whippet. She shakes when it is loud, so not on the car deck please.')} I do not want to leave ${d.one('him', 'the dog', 'my friend')} in the car.`,
        },
        {
          agent: `Good morning,\n\ngladly. Dogs travel free, on a lead, on the whole of deck 2 and outside. Only the café is without dogs. The quietest corner is at the back of deck 2 on the left, away from the engine.\n\nThere is water by the door; bring a bowl.\n\n${d.agent}`,
          sets: 'solved',
        },
      ],
    }),
  },
  {
    key: 'no-confirmation',
    team: 'bookings',
    priority: 'high',
    tell: d => ({
      subject: `${d.fare} taken from my account but no tickets came`,
      turns: [
        {
          customer: `Paid yesterday evening, the money is gone, no mail with tickets. Not in spam, I looked. I pressed Pay, then there was a white page, I pressed it again. I travel ON ${d.day(1)}!!`,
        },
        {
          agent: `Hello ${d.me},\n\nI found your booking, it is ${d.booking} and it is valid. The payment came through once (the second click did not count, that is how it should be).\n\nThe mail went to an address ending in "@gmial.com". I have corrected it and sent the tickets again. Can you see them now?\n\n${d.agent}`,
          sets: 'pending',
        },
        {
          customer:
            'oh no. gmial. i have had this phone for too long. yes they are there, sorry for shouting',
        },
        { agent: 'No harm done, you are not the first this week. Good crossing!', sets: 'solved' },
        { confirms: true },
      ],
    }),
  },
  {
    key: 'crossing-moved',
    team: 'bookings',
    priority: 'normal',
    tell: d => ({
      subject: `You moved my crossing to ${d.port} by two hours, I miss the last bus`,
      turns: [
        {
          customer: `I got the mail that the ${d.sailing} goes two hours later on ${d.day(5)}. Fine for you. For me the last bus to ${d.otherPort} leaves 15 minutes before we land and there is no other until the morning.\n\nNobody asked me. What now?`,
        },
        { priority: 'high' },
        {
          agent: `You are right to ask, ${d.me}. When we move a crossing by more than an hour, you may choose:\n\n a) any other crossing, the same day or a day either side, no charge;\n b) your money back;\n c) we pay the taxi to the stop you would have reached by bus (keep the receipt, up to ${d.euro(60)}).\n\nWhich would help?\n\n${d.agent}`,
          sets: 'pending',
        },
        { customer: 'c. But I do not have the 60 to lay out. That is sort of why I take the bus.' },
        {
          note: 'Ordered a taxi on our account with Bay Cabs, ref. in the booking. This should be the normal way, nobody should have to lay it out.',
        },
        {
          agent: `Then we order it: a car from Bay Cabs waits for you at the ramp, with your name. Nothing to pay.\n\n${d.agent}`,
          sets: 'pending',
        },
        { customer: 'That is really decent. Thank you.' },
        {
          agent:
            'With pleasure. I close this when you have arrived; write if anything goes wrong on the way.',
          sets: 'solved',
        },
      ],
    }),
  },
  {
    key: 'electric-car',
    team: 'bookings',
    priority: 'low',
    tell: d => ({
      subject: 'Charging an electric car during the crossing',
      turns: [
        {
          customer: `Are there sockets on the car deck? I will arrive with about 6 %, and the next charger in ${d.port} is 22 km up a hill.`,
        },
        {
          agent: `Not yet on the ${d.boat} (two sockets come with the refit in spring). But there are four chargers in the waiting lanes at Kelp Bay, lanes 3 and 4. If you come an hour early, that is worth about 60 km. Ask the marshal for lane 3.\n\n${d.agent}`,
          sets: 'solved',
        },
        { customer: 'And when lane 3 is full of diesel vans, like last Friday?' },
        {
          agent:
            'Then show the marshal this message. I have asked for cones on lane 3 from Friday noon on, and they said yes.',
          sets: 'solved',
        },
      ],
    }),
  },
  {
    key: 'two-bookings',
    team: 'bookings',
    priority: 'normal',
    tell: d => ({
      subject: 'Booked twice, please keep one',
      turns: [
        {
          customer: `Hi. Train was in the tunnel, page did not answer, I tried again on the other phone. Now I have ${d.booking} and another one, the same ${d.people} people, same boat. I only have ${d.people} people.`,
        },
        {
          agent: `Hi ${d.me}, I kept the first and gave back the second in full, ${d.fare}. On your card in three to five days.\n\n${d.agent}`,
          sets: 'solved',
        },
        { after: 4520, customer: 'It has been three days and nothing' },
        {
          note: 'Finance: the refund file of that day was rejected by the bank (wrong value date). Re-sent this morning, 41 customers.',
        },
        {
          agent:
            'I am sorry: our bank sent the whole batch of that day back. It left again this morning and I have seen the receipt with your amount on it. Please look on Thursday.',
          sets: 'pending',
        },
        { customer: 'There it is. 👍' },
        { agent: 'Good. Sorry that it took two goes, like the booking.', sets: 'solved' },
      ],
    }),
  },
  {
    key: 'phone-timetable',
    team: 'bookings',
    priority: 'normal',
    channel: 'phone',
    tell: d => ({
      subject: `By phone: seat near the door for a traveller with a walking frame, ${d.day(3)}`,
      turns: [
        {
          customer: `(Written down from a call.)\n\n${d.me} is 84, travels alone to ${d.port} on ${d.day(3)} with the ${d.sailing}, uses a walking frame and does not want "a fuss with a wheelchair". Would like a seat near the door, and someone to say when it is time to get up, because the last announcement could not be understood.\n\nBest reached by phone in the mornings.`,
        },
        {
          agent: `Dear ${d.me}, as promised in writing too: seats 2 and 3 by the forward door are kept for you. The mate's name is Signe, she knows, and will fetch you ten minutes before landing. No fuss.\n\n${d.agent}`,
          sets: 'pending',
        },
        { note: 'Rang to read the answer aloud. All fine, will bring Signe biscuits.' },
        { agent: 'As we said on the phone: all is arranged. We look forward to seeing you.', sets: 'solved' },
      ],
    }),
  },
]
