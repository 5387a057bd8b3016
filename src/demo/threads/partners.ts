import type { Thread } from '../thread.ts'

/** Partners who book for others: the programming interface, invoices, contracts. */
export const partners: Thread[] = [
  {
    key: 'api-429',
    team: 'digital',
    priority: 'high',
    tell: d => ({
      subject: 'Partner API answers 429 although we are below the limit',
      turns: [
        {
          customer: `Hello,\n\nsince ${d.day(-1)} about every tenth call of ours gets 429, at 20 calls a minute. Our contract says 120.\n\n\`\`\`\nGET /v2/sailings?from=KEL&to=SKA&date=${d.isoDay(9)} HTTP/1.1\nAuthorization: Bearer kb_live_…redacted…\n\nHTTP/1.1 429 Too Many Requests\nRetry-After: 3600\nX-RateLimit-Remaining: 97\n\`\`\`\n\n97 remaining and still 429? And an hour of waiting?\n\nRegards\n${d.me}\nHarbour Hostels`,
        },
        {
          note: 'The new gateway counts per address, and three partners come from the same cloud address range. Limit per key was meant.',
        },
        {
          agent: `Hello ${d.me},\n\nyour reading is right. The gateway counted per address instead of per key since the change of yesterday, and you share your cloud's address with others.\n\nIt counts per key again since 10:40. Do you still see any?\n\n${d.agent}`,
          sets: 'pending',
        },
        {
          customer: `None since 10:40. One thing: \`Retry-After: 3600\` made our client sleep for an hour, dutifully. Something like this is kinder:\n\n    const wait = Math.min(Number(res.headers.get('retry-after') ?? 1), 60)\n\nbut we would rather you sent the real number.`,
        },
        {
          agent:
            'The header now carries the real number of seconds until the window ends, 60 at most. Thank you for the good report.',
          sets: 'solved',
        },
        { confirms: true },
      ],
    }),
  },
  {
    key: 'api-daylight',
    team: 'digital',
    priority: 'normal',
    tell: d => ({
      subject: 'Departure times off by one hour in /v2/sailings',
      turns: [
        {
          customer: `Your JSON for the ${d.sailing}:\n\n\`\`\`json\n{\n  "boat": "${d.boat}",\n  "departs": "${d.isoDay(2)}T${d.sailing}:00",\n  "berth": 2\n}\n\`\`\`\n\nNo zone. We took it for UTC, as for all other fields, and showed our guests one hour wrong for two days. 11 people missed the boat.`,
        },
        {
          agent:
            'That is a hole in our documentation and I am sorry for your eleven guests. `departs` is the local time at the pier. We add `departs_at` with the offset (`T07:45:00+01:00`) this week and leave the old field as it is.\n\nThe eleven travel free on the next boat that suits them; please send me the booking numbers.',
          sets: 'pending',
        },
        {
          customer: `Nine of them, two went home by bus:\n\nKB-20117, KB-20118, KB-20119,\nKB-20311, KB-20312,\nKB-20377 (2 persons), KB-20381 (2 persons)`,
        },
        {
          agent:
            'All nine have a free crossing in their accounts, and so do the two of the bus. `departs_at` is live on the test system: please look at it before Thursday.',
          sets: 'pending',
        },
        { customer: 'Looks right, also for March. Thanks.' },
        { agent: 'Then it goes live tonight.', sets: 'solved' },
      ],
    }),
  },
  {
    key: 'invoice-po',
    team: 'digital',
    priority: 'low',
    tell: d => ({
      subject: `${d.invoice}: purchase order number missing`,
      turns: [
        {
          customer: `Dear all,\n\nwe cannot book ${d.invoice} (${d.euro(1284.6)}) as it lacks our purchase order number 4500${d.order.slice(1)}. Kindly send a corrected invoice. Please do not reply to this address. Please reply to this address.\n\nAccounts Payable`,
        },
        {
          agent: `Dear Accounts Payable,\n\nthe corrected invoice with your number is attached to your partner account, the old one is cancelled. I have replied to this address, and also not.\n\n${d.agent}`,
          sets: 'solved',
        },
      ],
    }),
  },
  {
    key: 'webhook',
    team: 'digital',
    priority: 'normal',
    tell: () => ({
      subject: 'Webhook signature never matches',
      turns: [
        {
          customer: `We check your webhook like this and it never matches:\n\n\`\`\`python\nexpected = hmac.new(secret.encode(), json.dumps(request.json).encode(), hashlib.sha256).hexdigest()\nif expected != request.headers["X-KelpBay-Signature"]:\n    abort(400)\n\`\`\`\n\nSecret is right, I copied it three times.`,
        },
        {
          agent:
            'The signature is over the bytes as sent, and `json.dumps` writes other bytes (spaces, order). Take the raw body, and compare in constant time while you are there:\n\n```python\nexpected = hmac.new(secret.encode(), request.get_data(), hashlib.sha256).hexdigest()\nif not hmac.compare_digest(expected, request.headers["X-KelpBay-Signature"]):\n    abort(400)\n```',
          sets: 'pending',
        },
        { customer: 'Of course. It was late. Matches.' },
        { agent: 'It is always late. The documentation has a Python example now.', sets: 'solved' },
      ],
    }),
  },
  {
    key: 'contract',
    team: 'digital',
    priority: 'low',
    tell: d => ({
      subject: 'New partner: small guesthouse, eight rooms',
      turns: [
        {
          customer: `Hello! We have a guesthouse in ${d.port} with eight rooms and would like to sell crossings together with them. We are not "technical". Is there a way without an API, whatever that is?`,
        },
        {
          agent: `Hello ${d.me}, welcome! There is: a partner page where you type name and day and get a ticket to print. No API, which is only a word for "programs talking to each other". You get 8 % of each fare.\n\nThe contract has two pages; I have put it in the post and in your mail. Sign whichever arrives first.\n\n${d.agent}`,
          sets: 'pending',
        },
        { customer: 'The one by post won. Signed and sent back with your own parcel service 😊' },
        {
          agent:
            'It arrived, dry. Your partner page is open: the name is your mail address, the password you choose with the link in your mail.',
          sets: 'solved',
        },
      ],
    }),
  },
  {
    key: 'export-csv',
    team: 'digital',
    priority: 'normal',
    tell: () => ({
      subject: 'CSV of bookings opens as gibberish',
      turns: [
        {
          customer: `The monthly CSV: "Müller" comes out as "MÃ¼ller" and all numbers land in one column. I use the spreadsheet my office gave me, I cannot choose another.\n\n| what I see | what I want |\n|---|---|\n| MÃ¼ller;3;18,50 in A1 | Müller / 3 / 18,50 in A1, B1, C1 |`,
        },
        {
          agent:
            'Your spreadsheet wants a mark at the start of the file to know the letters, and semicolons. There is a switch for both: Exports → Format → "For office programs". I have set it for your account.',
          sets: 'pending',
        },
        { customer: 'It now opens well. What is the mark?' },
        {
          agent:
            'Three invisible bytes that say "what follows is UTF-8". One of the few cases where saying nothing loudly helps.',
          sets: 'solved',
        },
      ],
    }),
  },
]
