import type { Thread } from '../thread.ts'

/** Money back: storms, illness, receipts, one case that is refused kindly. */
export const refunds: Thread[] = [
  {
    key: 'refund-storm',
    team: 'bookings',
    priority: 'normal',
    tell: d => ({
      subject: `Refund for the cancelled crossing of ${d.day(-2)}`,
      turns: [
        {
          customer: `Dear Sir or Madam,\n\nthe ${d.boat} did not sail on ${d.day(-2)} (storm). We were told on the quay that the fare, ${d.fare} for ${d.people} persons, would be returned "automatically". I see nothing automatic on my account.\n\nBooking: ${d.booking}\n\nYours faithfully\n${d.me}`,
        },
        {
          agent: `Dear ${d.me},\n\nit is automatic for cards, but you paid with a gift voucher, and a voucher cannot be paid back to where it came from. Would you rather have a new voucher (good for three years), or a transfer? For a transfer I need the account's IBAN; please do not write it here, use the form behind the link in the mail you get in a minute.\n\n${d.agent}`,
          sets: 'pending',
        },
        {
          customer:
            'A transfer, please. I have filled in the form. It asked for my "swift", I hope that is not a bird.',
        },
        { note: 'IBAN arrived in the safe form, checked, payment ordered.' },
        {
          agent: `Not a bird, though we have those too. ${d.fare} left for your account today and should be there within two working days.\n\n${d.agent}`,
          sets: 'solved',
        },
      ],
    }),
  },
  {
    key: 'refund-illness',
    team: 'bookings',
    priority: 'normal',
    tell: d => ({
      subject: `Cannot travel on ${d.day(2)}, in hospital`,
      turns: [
        {
          customer: `I am writing for my ${d.one('mother', 'husband', 'sister')}, who fell and broke a hip and is in hospital in ${d.otherPort}. We had a crossing on ${d.day(2)}, booking ${d.booking}, the cheap fare without refund. I know the rules but wanted to ask.`,
        },
        {
          note: 'Saver fare. Rule 7: illness with any written proof, refund minus nothing. A photo of the hospital wristband is enough, do not ask for diagnoses.',
        },
        {
          agent: `I am very sorry to read that, and please pass on our good wishes.\n\nThe rules do allow it: when somebody on the booking falls ill, we return the whole fare, saver or not. All I need is any piece of paper that shows it, a photo of the admission slip is plenty. Cover everything that is nobody's business.\n\nThere is no hurry, it can be done afterwards.\n\n${d.agent}`,
          sets: 'pending',
        },
        { customer: 'Thank you. I sent a picture of the slip to the address you gave. Operation went well.' },
        {
          agent: `That is the better half of the message. The fare (${d.fare}) is on its way back to your card.\n\n${d.agent}`,
          sets: 'solved',
        },
        { confirms: true },
      ],
    }),
  },
  {
    key: 'refund-refused',
    team: 'bookings',
    priority: 'low',
    tell: d => ({
      subject: 'I want my money back for the view',
      turns: [
        {
          customer: `We took the "panorama crossing" to ${d.port} on ${d.day(-1)}. There was fog. I could not see the end of the boat. Panorama of what??\n\nI would like ${d.fare} back, please.`,
        },
        {
          agent: `Hello ${d.me},\n\nI laughed, and I am sorry, it must have been a very white afternoon. The panorama crossing is the ordinary crossing by the longer route, and fog is one of the things we cannot promise away, so I cannot give the fare back.\n\nWhat I can do: a voucher for the same route on a clear day, for all ${d.people} of you, good until next autumn. Would you like it?\n\n${d.agent}`,
          sets: 'pending',
        },
        { customer: 'On a clear day, who decides what is clear' },
        { agent: 'You do. It is an open voucher: look out of the window and come.', sets: 'pending' },
        { customer: 'OK deal' },
        { agent: 'It is in your mail. May you see all four lighthouses.', sets: 'solved' },
      ],
    }),
  },
  {
    key: 'receipt',
    team: 'bookings',
    priority: 'low',
    tell: d => ({
      subject: d.one(
        'Receipt for my employer',
        `Receipt for ${d.booking}, with VAT`,
        'Invoice with company address needed',
      ),
      turns: [
        {
          customer: `Hello, I need a receipt for ${d.booking} (${d.fare}), made out to the company, with the VAT shown, otherwise accounts will not have it:\n\nTidewater Surveying Ltd\n14 Rope Walk\n${d.port}`,
        },
        {
          agent: `Hello ${d.me}, you find it under My bookings, ${d.booking}, "Receipt", where the address can be changed before printing. I have made this one for you; it is in the booking now.\n\n${d.agent}`,
          sets: 'solved',
        },
        {
          disputes:
            'Thanks, but it says "Tidewater Surveying Ltd, 14 Rope Walk, 14 Rope Walk". Accounts sent it back. I wish I was joking.',
        },
        {
          agent:
            'One Rope Walk is enough for anybody. New receipt, same place, address once. Please greet accounts.',
          sets: 'solved',
        },
      ],
    }),
  },
  {
    key: 'charged-twice',
    team: 'bookings',
    priority: 'high',
    tell: d => ({
      subject: `Charged twice: 2 x ${d.fare}`,
      turns: [
        {
          customer: `My bank shows two payments to KELPBAY FERRIES from ${d.day(-1)}, ${d.fare} each, 40 seconds apart. I have ONE booking, ${d.booking}. I can send a screenshot.`,
        },
        {
          agent: `Hello ${d.me},\n\nno screenshot needed. I see one payment and one reservation of the same amount. The second is not money gone, the bank only holds it; it falls away by itself, at most banks after five days.\n\nI know that does not help if rent is due. If it must go faster, your bank can lift it on the phone with this release code: 7741-K.\n\n${d.agent}`,
          sets: 'pending',
        },
        {
          customer:
            'Rent IS due. Called them, with the code it took two minutes. Why does your page not say this?',
        },
        { note: 'Fair point. Suggested to digital: a sentence about reservations on the payment page.' },
        {
          agent:
            'Because nobody had written the sentence. From today on the payment page says it, more or less in your words. Thank you.',
          sets: 'solved',
        },
      ],
    }),
  },
  {
    key: 'voucher-expired',
    team: 'bookings',
    priority: 'low',
    tell: d => ({
      subject: 'Gift voucher expired three days ago',
      turns: [
        {
          customer: `I was given a voucher for ${d.euro(50)} for my birthday two years ago and found it in a coat. It ran out three days ago. Is there any mercy?`,
        },
        {
          agent:
            'There is. By law it lives three years whatever is printed on it, and we have mended the date. Same code, just use it.',
          sets: 'solved',
        },
        { customer: 'The coat and I thank you!' },
      ],
    }),
  },
  {
    key: 'fine-on-board',
    team: 'bookings',
    priority: 'normal',
    tell: d => ({
      subject: `Penalty fare although I had a ticket (${d.boat}, ${d.sailing})`,
      turns: [
        {
          customer: `I was fined ${d.euro(60)} on ${d.day(-3)} because the inspector's machine said my ticket was "used". It was used. BY ME. TEN MINUTES EARLIER. To get on the boat.\n\nHe would not listen. There were people watching. I have never been so embarassed and I have been taking this ferry for 31 years.`,
        },
        { priority: 'high' },
        {
          note: `Gate log of ${d.day(-3)}: scanned once at the ramp, once by the inspector. His device had not synced and took the gate scan for an earlier trip. Our fault entirely.`,
        },
        {
          agent: `Dear ${d.me},\n\nI have read the log of the gate. You were right in every point: the inspector's device had not heard from the gate and took your own boarding for somebody else's.\n\nThe fine is cancelled and was paid back a moment ago. That does not undo the people watching, and for that I apologise, also in the name of the inspector, who has asked me to say so. The devices are being set to check the gate first.\n\n${d.agent}`,
          sets: 'pending',
        },
        { customer: 'I accept. Tell him no hard feelings, but he might listen next time.' },
        { agent: 'I told him, in these words. Thank you for 31 years.', sets: 'solved' },
      ],
    }),
  },
]
