import type { Thread } from '../thread.ts'

/** The longest of them: one ticket, many weeks, more than twenty messages. */
export const wedding: Thread = {
  key: 'wedding',
  team: 'bookings',
  priority: 'low',
  tell: d => ({
    subject: `Our wedding party, ${d.day(75)}: 86 guests, one boat and a piano`,
    turns: [
      {
        customer: `Hello,\n\nwe met on the ${d.boat} eleven years ago (I was seasick, he had mints) and would like to be married on ${d.port}, with everybody coming over together. 86 guests, about a third with cars, some from far away, and my uncle who insists on bringing the piano.\n\nWhere do we even start?\n\n${d.me}`,
      },
      {
        agent: `Dear ${d.me},\n\nwhat a lovely reason to write. We start with three questions: which crossing, there and back the same day or not, and what kind of piano?\n\n${d.agent}`,
        sets: 'pending',
      },
      {
        after: 2900,
        customer:
          'The 11:35 there. Back in two groups: grandparents on the 19:05, everybody else on the last one, whatever state they are in. The piano is an upright, 210 kg, on wheels of its own, which is not saying much.',
      },
      {
        note: 'Deck plan: 86 foot passengers fine on the 11:35, 28 cars leaves 12 for others. Piano: by the forward ramp before the cars, wedge and two straps.',
      },
      {
        agent:
          'That fits. I have held 86 places and 28 cars on the 11:35. The piano boards first, alone, with two of ours and your uncle. The last boat that day is the 23:10, and we can keep it five minutes for a bride.',
        sets: 'pending',
      },
      {
        after: 4300,
        customer:
          'Five minutes is what my mother needs to find her shoes. Thank you!! How do we pay, all at once or each for themselves?',
      },
      {
        agent:
          'Both are possible. Each with the code WEDDING at the ordinary page gets the group fare; whatever is left you pay in one invoice a week before.',
        sets: 'pending',
      },
      {
        after: 1200,
        customer:
          'Each with the code, please. Now the guests begin to ask things and I collect them here if I may:\n\n- Aunt Rosalind: may she bring her parrot?\n- My friend Amadou uses a wheelchair, which side is the lift?\n- Can somebody fly a drone for pictures?',
      },
      {
        agent:
          '- The parrot may come, in a cage, and please not beside the piano.\n- The lift is on the left, by the forward door. Tell him to ask for Leif.\n- A drone not, because of the mast and the gulls. But the mate climbs up with a camera if you ask her nicely, and her pictures are better.',
        sets: 'pending',
      },
      { after: 5200, customer: 'We ask her nicely. 💐' },
      { note: 'Signe says yes. She wants cake.' },
      { agent: 'She says yes, and mentions cake.', sets: 'pending' },
      {
        after: 3900,
        customer:
          'It is 58 who have booked by now. 21 have not answered, you know how it is. Until when do you hold the places?',
      },
      {
        agent: 'Until two weeks before. After that I keep ten for people who know how it is.',
        sets: 'pending',
      },
      {
        after: 2600,
        customer:
          'A complication. His grandmother cannot do stairs any more, and the registrar says that the ceremony room in the old lighthouse has nine steps. Not your business, but perhaps you know somebody?',
      },
      {
        note: "Asked Samuel (accessible travel): the pilots' house next door is level, has the same view and a stove, belongs to us. Harbour board agrees, no rent.",
      },
      {
        agent: `It is a little our business. The pilots' house beside the lighthouse is ours, it is level from the quay to the window, and you may have it. No rent. The registrar has seen it and calls it "sufficiently solemn".\n\n${d.agent}`,
        sets: 'pending',
      },
      {
        after: 4800,
        customer: 'I am crying at my desk. The good way. Grandmother says she will dance, on the flat.',
      },
      { agent: 'Then the piano had better be in tune.', sets: 'pending' },
      {
        after: 3300,
        customer: 'It never is. It is 79 now. One more: if the weather is so bad that nothing sails?',
      },
      {
        agent:
          "Then we know it two days before. I have noted the day after for all of you, at no charge, and the pilots' house is free on both. In eleven years, how often did the 11:35 not sail in that week? Twice.",
        sets: 'pending',
      },
      {
        after: 3700,
        customer:
          'Twice is fine. We were on one of those two, come to think of it. That is what the mints were for.',
      },
      {
        agent:
          'Then all is said until the final list. I set this ticket aside and wait for your numbers, two weeks before. Anything else, just write here.',
        sets: 'pending',
      },
      { after: 2200, customer: 'The parrot has cancelled. Everybody else is coming: 85 and the piano.' },
      {
        agent:
          '85 and the piano. It is written in the big book. All that is missing is the final list of cars, whenever you have it.',
        sets: 'pending',
      },
    ],
  }),
}
