import type { Thread } from '../thread.ts'

export const germanAndFrench: Thread[] = [
  {
    key: 'de-fahrrad',
    team: 'bookings',
    priority: 'normal',
    language: 'de',
    tell: d => ({
      subject: `Fahrradmitnahme nach ${d.port} – Tandem mit Anhänger`,
      turns: [
        {
          customer: `Guten Tag,\n\nwir möchten am ${d.day(11)} mit einem Tandem (2,60 m) und einem Kinderanhänger nach ${d.port} übersetzen. Ihr Formular kennt nur „Fahrrad (max. 2,00 m)“.\n\nZählt das Tandem als zwei Räder, als eins, oder als Kleinwagen?\n\nMit freundlichen Grüßen\n${d.me}`,
        },
        {
          agent: `Guten Tag ${d.me},\n\nals ein Fahrrad – so viel Freude darf nicht doppelt kosten. Der Anhänger ist frei. Bitte kommen Sie 20 Minuten vorher an Spur 1, Räder fahren zuerst an Bord. Ich habe es in ${d.booking} eingetragen.\n\n${d.agent}`,
          sets: 'pending',
        },
        {
          customer:
            'Wunderbar. Gibt es an Bord eine Möglichkeit, es anzubinden? Beim letzten Mal ist es bei Seegang umgefallen, auf einen Herrn.',
        },
        {
          agent: 'Ja, an der Steuerbordwand hängen Gurte, grün markiert. Dem Herrn geht es hoffentlich gut.',
          sets: 'solved',
        },
        { customer: 'Er war Orthopäde. Danke für die schnelle Antwort!' },
        { agent: 'Gute Überfahrt!', sets: 'solved' },
      ],
    }),
  },
  {
    key: 'de-rechnung',
    team: 'digital',
    priority: 'low',
    language: 'de',
    tell: d => ({
      subject: `Rechnung ${d.invoice}: Umsatzsteuer fehlt`,
      turns: [
        {
          customer: `Sehr geehrte Damen und Herren,\n\nauf der Rechnung ${d.invoice} über ${d.euro(246.4)} ist keine Umsatzsteuer ausgewiesen. Unsere Buchhaltung nimmt sie so nicht an. Ich bitte um Korrektur.\n\nHochachtungsvoll\n${d.me}`,
        },
        { note: 'Stimmt, die Vorlage „Gruppe“ zeigt die Steuer nicht. An Greta gegeben.' },
        {
          agent:
            'Guten Tag, Sie haben recht. Die korrigierte Rechnung liegt in Ihrem Konto, die alte ist storniert. Die Vorlage ist jetzt für alle richtig.',
          sets: 'solved',
        },
        { confirms: true },
      ],
    }),
  },
  {
    key: 'de-kinderwagen',
    team: 'access',
    priority: 'high',
    language: 'de',
    tell: d => ({
      subject: d.one('Aufzug defekt, mit Zwillingswagen auf der Treppe', `Kein Aufzug auf der ${d.boat}`),
      turns: [
        {
          customer: `der Aufzug war heute wieder kaputt. Ich stand mit dem Zwillingswagen unten und zwei fremde Leute haben mir geholfen, von der Besatzung niemand. Das ist jetzt das dritte Mal in diesem Monat!!! Was ist eigentlich wenn jemand im Rollstuhl kommt??`,
        },
        { priority: 'urgent' },
        {
          agent: `Guten Tag ${d.me}, es tut mir leid, so darf es nicht sein. Der Aufzug wird heute Nacht instand gesetzt, bis dahin fährt auf dieser Strecke ein Schiff mit ebenem Einstieg. Und die Mannschaft ist angewiesen, bei einem Ausfall am Einstieg zu stehen und nicht zu warten, bis jemand fragt.\n\n${d.agent}`,
          sets: 'pending',
        },
        { after: 1500, customer: 'Heute ging er. Und es stand tatsächlich jemand da. Danke.' },
        {
          agent:
            'Danke, dass Sie sich noch einmal gemeldet haben. Ich schließe ab; wenn er wieder ausfällt, genügt ein Satz.',
          sets: 'solved',
        },
      ],
    }),
  },
  {
    key: 'de-paket',
    team: 'parcels',
    priority: 'normal',
    language: 'de',
    tell: d => ({
      subject: `Sendung ${d.parcel} – Empfänger „verzogen“, wohnt aber da`,
      turns: [
        {
          customer: `Mein Paket an meine Großmutter kam zurück: „Empfänger verzogen“. Meine Großmutter wohnt seit 1958 in diesem Haus und ist seither höchstens bis zum Garten verzogen.`,
        },
        {
          agent: `Das klingt nach einer sehr standorttreuen Dame. Der Zusteller war neu und am falschen Haus (12a statt 12). Wir holen das Paket morgen bei Ihnen ab und bringen es ihr noch am selben Tag, kostenlos.`,
          sets: 'pending',
        },
        {
          customer:
            'Angekommen. Der Zusteller hat ein Glas Quittengelee bekommen und wird den Weg jetzt wohl finden.',
        },
        { agent: 'Er hat es im Team herumgezeigt. Vielen Dank!', sets: 'solved' },
      ],
    }),
  },
  {
    key: 'fr-bagage',
    team: 'bookings',
    priority: 'high',
    language: 'fr',
    tell: d => ({
      subject: `Sac à dos oublié à bord du ${d.boat}`,
      turns: [
        {
          customer: `Bonjour,\n\nj’ai oublié un sac à dos bleu marine sur le bateau de ${d.sailing}, pont supérieur, côté gauche. Dedans : mon ordinateur, un manuscrit (le seul exemplaire !) et un camembert. Le camembert, vous pouvez le garder.\n\nMerci d’avance,\n${d.me}`,
        },
        { note: 'Trouvé par le nettoyage, à la consigne de Kelp Bay. Le camembert aussi, on l’a senti.' },
        {
          agent: `Bonjour ${d.me},\n\nvotre sac est retrouvé, manuscrit compris. Il vous attend à la consigne de Kelp Bay, ouverte jusqu’à 22 h. Nous vous rendons aussi le camembert : le règlement l’exige, et le personnel également.\n\n${d.agent}`,
          sets: 'pending',
        },
        { customer: 'Vous me sauvez trois ans de travail ! Je passe ce soir.' },
        { agent: 'Bonne soirée, et bon courage pour la fin du livre.', sets: 'solved' },
        { confirms: true },
      ],
    }),
  },
  {
    key: 'fr-remboursement',
    team: 'bookings',
    priority: 'normal',
    language: 'fr',
    tell: d => ({
      subject: `Remboursement de la réservation ${d.booking}`,
      turns: [
        {
          customer: `Bonjour, la traversée du ${d.day(-3)} a été annulée. On m’a promis ${d.fare} « sous 48 heures ». Cela fait trois jours. Où en est-on ?`,
        },
        {
          agent:
            'Bonjour, le virement est parti ce matin, avec un jour de retard dont je vous prie de nous excuser. Il devrait être visible demain.',
          sets: 'pending',
        },
        { customer: 'Toujours rien…' },
        {
          agent:
            'Votre banque l’a reçu à 9 h 12, la référence est KB-REM-20417. Elle l’inscrit en fin de journée. Je garde le dossier ouvert jusqu’à ce que vous l’ayez.',
          sets: 'pending',
        },
        { customer: 'C’est bon, je l’ai. Merci de votre suivi.' },
        { agent: 'Parfait, merci à vous.', sets: 'solved' },
      ],
    }),
  },
  {
    key: 'fr-horaires',
    team: 'access',
    priority: 'low',
    language: 'fr',
    tell: d => ({
      subject: 'Les horaires sont illisibles sur le panneau',
      turns: [
        {
          customer: `Je vois très mal. À l’arrêt de ${d.port}, les horaires sont imprimés en gris clair sur gris, derrière une vitre rayée. Serait-il possible d’avoir du noir sur blanc, en plus grand ? Ou un bouton qui les dit ?`,
        },
        {
          agent:
            'Merci de nous l’avoir écrit. Le nouveau panneau (noir sur jaune clair, lettres de 3 cm) sera posé demain matin. Le bouton vocal demande une prise de courant qui n’existe pas encore ; elle est commandée. En attendant, le 0800 27 27 lit les prochains départs.',
          sets: 'solved',
        },
        { after: 1900, customer: 'Le panneau est là, je le lis depuis le banc ! Merci.' },
      ],
    }),
  },
]
