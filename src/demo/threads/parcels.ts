import type { Thread } from '../thread.ts'

/** Post and parcels: late, wet, stuck in customs, with the neighbour. */
export const parcels: Thread[] = [
  {
    key: 'parcel-stuck',
    team: 'parcels',
    priority: 'normal',
    tell: d => ({
      subject: `Parcel ${d.parcel} has been "on board" for nine days`,
      turns: [
        {
          customer: `Tracking says:\n\n> ${d.day(-9)}  Accepted, Kelp Bay\n> ${d.day(-9)}  On board ${d.boat}\n\nand then nothing. It is a nine day voyage of 40 minutes. Has it joined the crew?`,
        },
        {
          agent: `Hello ${d.me},\n\nnot officially. I have asked the depot in ${d.port} to look for it by hand; usually a label has come off. What does it look like, and is there anything on it besides our label?\n\n${d.agent}`,
          sets: 'pending',
        },
        {
          customer:
            'Brown box, shoebox size, tape with little foxes on it. Inside: a knitted blanket, yellow and grey. It took my aunt a year.',
        },
        {
          note: 'Depot found a box with fox tape in the cage for unlabelled items. Re-labelled, goes out tomorrow with the first van.',
        },
        {
          agent:
            'Foxes found. The label had come off in the rain. It goes out tomorrow with the first van, by hand, to your door.',
          sets: 'pending',
        },
        { after: 1650, customer: 'IT IS HERE. Dry. My aunt says you may have a scarf each.' },
        { agent: 'Please tell your aunt that the depot is cold and takes her seriously.', sets: 'solved' },
      ],
    }),
  },
  {
    key: 'neighbour',
    team: 'parcels',
    priority: 'low',
    tell: d => ({
      subject: 'Delivered to "neighbour". Which one?',
      turns: [
        {
          customer: `Card in my letter box says "left with neighbor", name unreadable, could be Smith, Snitch or Swift. I live in a house with 40 flats. ${d.parcel}`,
        },
        {
          agent: `The driver's device says "Sm. 3rd fl. left". That would be the Smallwoods, third floor on the left. If they have not got it either, write back and I will send the driver up with you.\n\n${d.agent}`,
          sets: 'solved',
        },
      ],
    }),
  },
  {
    key: 'wet-books',
    team: 'parcels',
    priority: 'normal',
    tell: d => ({
      subject: `${d.parcel} arrived soaking wet, books ruined`,
      turns: [
        {
          customer: `Fourteen second-hand books, most of them out of print. The box stood in water, you can see the line. I have photos, I can send them.\n\nSome of these cannot be bought again. I do not know what to ask for.`,
        },
        {
          agent: `I am sorry, ${d.me}. That is a sad parcel to open.\n\nPlease keep box and books until this is settled, and send the photos to the address in the mail you will get. In money, we are liable up to ${d.euro(500)}; a list with a guess of the price beside each title is enough, nobody will ask for receipts of second-hand books.\n\nAnd one practical thing: wet books can often be saved. Freeze them, flat, in bags, today. The library in ${d.port} has a freeze dryer and does it for us at no charge.\n\n${d.agent}`,
          sets: 'pending',
        },
        {
          customer:
            'They are between the peas and the bread. I had no idea. List: ten at 8 to 12 euros, two at about 30, and two where I really dont know: a 1931 tide table with pencil notes by a pilot, and a school atlas of my grandfathers.',
        },
        {
          note: 'Hold 2 of the vehicle deck had standing water, drain blocked. Four other parcels. Pay in full, no haggling.',
        },
        {
          agent:
            'The library has opened its freezer for you, bring them any day until six. For the twelve we pay 176 euros. About the two last ones let us speak again when they are dry; if they cannot be saved, we will find a fair word for them together.',
          sets: 'pending',
        },
        {
          customer:
            'The tide table is readable!! Wavy, like it should be, I suppose. The atlas lost its cover. I would be content with having it rebound.',
        },
        {
          agent: 'Rebound it will be, by the same library, at our cost. Leave it with them.',
          sets: 'solved',
        },
        {
          after: 4100,
          customer: 'Got it back today. It is beautiful. Thank you for treating old paper as if it mattered.',
        },
        { agent: 'It does. All the best.', sets: 'solved' },
      ],
    }),
  },
  {
    key: 'customs',
    team: 'parcels',
    priority: 'normal',
    tell: d => ({
      subject: `Customs wants an invoice for ${d.parcel}, it was a present`,
      turns: [
        {
          customer: `I got a letter that my parcel is kept because there is no invoice. There is no invoice because my friend MADE it. It is a ceramic owl. What is an owl worth?`,
        },
        {
          agent: `Hello,\n\nwrite "gift between private persons, hand made, no commercial value, about ${d.euro(20)}" on the form, sign it, done. Below ${d.euro(45)} there is nothing to pay. The form is here and does not need an account:\n\nhttps://www.kelpbay.example/parcels/customs/declare?parcel=${encodeURIComponent(d.parcel)}&why=gift\n\n${d.agent}`,
          sets: 'pending',
        },
        { customer: 'Done, hope 20 does not hurt her feelings' },
        { agent: 'The owl has been released and flies tomorrow.', sets: 'solved' },
        { confirms: true },
      ],
    }),
  },
  {
    key: 'address-typo',
    team: 'parcels',
    priority: 'high',
    tell: d => ({
      subject: `Wrong house number on ${d.parcel}, please stop it`,
      turns: [
        {
          customer: `I wrote 12 and it must be 21 Lighthouse Road. Posted an hour ago in Kelp Bay. There are medicines in it (insulin, in a cool bag), it cannot lie about!`,
        },
        { priority: 'urgent' },
        {
          note: 'Not on the van yet. Rang the sorting hall: Pekka takes it out, puts a new label on. Cool bag in the fridge of the canteen.',
        },
        {
          agent:
            'Stopped it in the sorting hall. It stands in a fridge and goes to number 21 with the special van, this afternoon before five. Somebody must be at home to take it. Is that so?',
          sets: 'pending',
        },
        { customer: 'Yes my brother is there the whole day. Thank you!!!' },
        { agent: 'Delivered at 16:20, taken by your brother.', sets: 'solved' },
      ],
    }),
  },
  {
    key: 'stamps',
    team: 'parcels',
    priority: 'low',
    tell: d => ({
      subject: 'New seabird stamps',
      turns: [
        {
          customer: `Dear Post,\n\nI collect the island issues since ${d.one('1974', '1961', '1988')}. On the sheet of the new puffin the third stamp in the second row has a puffin with two beaks. Is this a misprint or is it so on all sheets? Asking for a friend who is me.\n\n${d.me}`,
        },
        {
          agent: `Dear ${d.me},\n\nwe put a loupe to three sheets in the office. One puffin has two beaks on each. The printers are blushing. The sheets in the shop stay as they are, so buy early; corrected ones come in the new year.\n\n${d.agent}`,
          sets: 'solved',
        },
        { customer: 'My friend has bought ten.' },
        { agent: 'Your friend is wise.', sets: 'solved' },
      ],
    }),
  },
  {
    key: 'not-home',
    team: 'parcels',
    priority: 'normal',
    tell: d => ({
      subject: d.one(
        'Driver says I was not home. I WAS HOME',
        '"We missed you", no you did not',
        `${d.parcel}: card without a ring`,
      ),
      turns: [
        {
          customer: `I sat at the kitchen table, three metres from the door, all morning, because of this parcel. No bell. Then a card: "We missed you." You did not miss me. You did not try.`,
        },
        {
          agent: `I would be cross too. The van stood in your street for 38 seconds, says its log; that is not enough for stairs and a bell. I have spoken with the depot. They come again on ${d.day(1)} between 9 and 11, and I have asked the driver to ring me if nobody opens.\n\n${d.agent}`,
          sets: 'pending',
        },
        {
          after: 1500,
          customer:
            'He came, rang, said sorry. Also the bell was broken, I noticed when he used it. So, half sorry from me.',
        },
        {
          agent: 'Half sorry received and passed on. Thank you for telling us the whole of it.',
          sets: 'solved',
        },
      ],
    }),
  },
  {
    key: 'big-item',
    team: 'parcels',
    priority: 'normal',
    tell: d => ({
      subject: `How do I send a cello to ${d.port}?`,
      turns: [
        {
          customer: `It is in a hard case, 1.35 x 0.5 x 0.4 m, 14 kg, insured for ${d.euro(18000)}. Your calculator stops at 1.20 m. I would go with it but I have to work.`,
        },
        {
          agent: `As a "companion item": it gets a seat of its own on deck 2, belted, with the mate beside it, adult fare. We do that for cellos, urns and once for a wedding cake. Your own insurance must cover it, ours ends at ${d.euro(2500)}.\n\nShall I book it? Which day?\n\n${d.agent}`,
          sets: 'pending',
        },
        {
          customer: `${d.day(6)} please, the ${d.sailing}. Who takes it off the boat? My pupil is 12 and will be there with her father.`,
        },
        {
          agent:
            'Her father may take it against the number of the booking. One adult fare, booked and paid with your card on file. It will hear the engine in D flat, I am told.',
          sets: 'solved',
        },
      ],
    }),
  },
  {
    key: 'pickup-code',
    team: 'parcels',
    priority: 'normal',
    tell: d => ({
      subject: 'Parcel locker does not take the code',
      turns: [
        {
          customer: `Locker at ${d.port} pier. Code from the text message: 4 8 1 5. It says "WRONG. 2 TRIES LEFT". I dont want to use them up. I stand in front of it now`,
        },
        {
          agent: 'Please wait, I open it from here. Which number is on the door below the screen?',
          sets: 'pending',
          after: 6,
        },
        { customer: '17', after: 2 },
        { agent: 'Number 17 should have sprung open just now.', sets: 'pending', after: 3 },
        { customer: '👍', after: 2 },
        {
          note: 'Locker bank has its clock 40 minutes slow, codes expire early. Ticket with the maker: LM-2291.',
        },
        {
          agent:
            'Wonderful. The clock of that locker was wrong, which is why your code looked old to it. It is being put right.',
          sets: 'solved',
        },
      ],
    }),
  },
  {
    key: 'parcel-api-label',
    team: 'parcels',
    priority: 'normal',
    tell: d => ({
      subject: 'Labels print at half size since Monday',
      turns: [
        {
          customer: `We are a small shop in ${d.port} and print 30 labels a day. Since Monday the PDF comes out as A6 on an A5 sheet, tiny, in the corner, and your scanners in Kelp Bay refuse them. Browser and printer are the same as ever.`,
        },
        { moveTo: 'digital' },
        {
          note: 'Since the release of Monday the PDF has /MediaBox A5 and the drawing scaled to A6. Parcels people: please take small labels by hand until Wednesday.',
        },
        {
          agent: `Hello,\n\nthat was us: Monday's release mixed two paper sizes. A correction comes tomorrow night. Until then choose "Thermal 100 x 150" when printing, that one is right. Small labels that you have used already will be taken, I have told the hall.\n\n${d.agentOf('digital')}`,
          sets: 'pending',
        },
        { customer: 'Thermal works on plain paper too, good enough. Waiting for the fix.' },
        { agent: 'The correction is live. A5 gives A5 again.', sets: 'solved' },
        { confirms: true },
      ],
    }),
  },
]
