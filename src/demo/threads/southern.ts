import type { Thread } from '../thread.ts'

/** Spanish, Portuguese, Italian. */
export const southern: Thread[] = [
  {
    key: 'es-silla',
    team: 'access',
    priority: 'high',
    language: 'es',
    tell: d => ({
      subject: `¿Hay rampa en ${d.port} con marea baja?`,
      turns: [
        {
          customer: `Hola, buenas:\n\nviajo con mi padre, que va en silla de ruedas (manual, 68 cm de ancho), el ${d.day(6)} a las ${d.sailing}. He visto fotos en las que, con marea baja, la rampa parece una pared. ¿Se puede bajar o hay que esperar?\n\n¡Gracias!\n${d.me}`,
        },
        {
          agent: `Hola ${d.me}:\n\nese día, a su hora, la marea está a media altura y la rampa queda al 6 %, bien para una silla. Por si acaso dos compañeros estarán en el muelle. Si prefiere ir con marea alta, el barco siguiente la tiene a su favor y el cambio no cuesta nada.\n\n${d.agent}`,
          sets: 'pending',
        },
        {
          customer:
            'Nos quedamos con la hora. Mi padre pregunta si los compañeros son fuertes, que él come bien.',
        },
        { agent: 'Los dos reman. Dígale que venga tranquilo y desayunado.', sets: 'solved' },
        { confirms: true },
      ],
    }),
  },
  {
    key: 'es-factura',
    team: 'digital',
    priority: 'low',
    language: 'es',
    tell: d => ({
      subject: `La web me llama «${d.me.slice(0, -1)}»`,
      turns: [
        {
          customer: `Vuestra página corta mi nombre por detrás. Soy «${d.me}», con todas las letras. En el billete ${d.booking} también. No es grave pero me hace gracia solo la primera vez, y van siete.`,
        },
        {
          agent:
            '¡Toda la razón! El campo contaba bytes y no letras, y una letra con acento ocupa dos. Está corregido y su billete también: ya pone su nombre entero, con todos sus acentos.',
          sets: 'solved',
        },
        { customer: 'Perfecto 😊 gracias' },
        { agent: '¡A usted!', sets: 'solved' },
      ],
    }),
  },
  {
    key: 'es-paquete',
    team: 'parcels',
    priority: 'normal',
    language: 'es',
    tell: d => ({
      subject: `Paquete ${d.parcel}: ¿en qué isla está?`,
      turns: [
        {
          customer: `El seguimiento dice que mi paquete salió de Kelp Bay, llegó a ${d.otherPort}, volvió a Kelp Bay y ahora está otra vez en ${d.otherPort}. Yo vivo en ${d.port}. El paquete ha viajado más que yo este año.`,
        },
        { note: 'Código postal leído como 4107 en vez de 4170. Corregido a mano.' },
        {
          agent: `Tiene razón, y le damos las gracias por el humor. La máquina leía mal el código postal; lo hemos corregido a mano y sale mañana, directo, hacia ${d.port}.`,
          sets: 'pending',
        },
        { after: 2500, customer: 'Llegó. Traía arena, ¿de recuerdo?' },
        { agent: 'Cortesía de la casa. Un saludo.', sets: 'solved' },
      ],
    }),
  },
  {
    key: 'pt-passe',
    team: 'bookings',
    priority: 'normal',
    language: 'pt',
    tell: d => ({
      subject: 'O passe anual não abre o torniquete',
      turns: [
        {
          customer: `Bom dia. Renovei o passe anual no dia ${d.day(-2)}, paguei ${d.euro(410)}, e o torniquete continua a dizer «expirado». O senhor do cais deixa-me passar porque me conhece, mas amanhã está de folga.`,
        },
        {
          agent: `Bom dia, ${d.me}. O passe está válido; o que está velho é o cartão, que só se atualiza quando o encosta à máquina amarela (não ao torniquete). Basta uma vez. Se não resultar, mostre esta mensagem.`,
          sets: 'pending',
        },
        { customer: 'Já abriu. Porque é que ninguém diz isso da máquina amarela?' },
        {
          agent:
            'A partir de hoje diz: há um letreiro em cada cais e uma linha no recibo. Obrigado pela pergunta.',
          sets: 'solved',
        },
        { confirms: true },
      ],
    }),
  },
  {
    key: 'pt-saudade',
    team: 'parcels',
    priority: 'low',
    language: 'pt',
    tell: d => ({
      subject: 'Enviar um bolo para longe',
      turns: [
        {
          customer: `Quero enviar um bolo de mel à minha filha em ${d.port}, para chegar no dia ${d.day(9)}. Aguenta? Posso escrever «frágil» e também «não virar» e também «é para os anos dela»?`,
        },
        {
          agent:
            'O bolo de mel aguenta mais do que nós. Ponha «não virar» de dois lados e entregue até dois dias antes. «É para os anos dela» não consta do regulamento, mas o carteiro lê tudo. Escreva.',
          sets: 'pending',
        },
        { after: 13000, customer: 'Chegou inteiro, e o carteiro cantou.' },
        { agent: 'Ficamos a saber que canta. Parabéns à sua filha!', sets: 'solved' },
      ],
    }),
  },
  {
    key: 'it-cane',
    team: 'bookings',
    priority: 'normal',
    language: 'it',
    tell: d => ({
      subject: `Prenotazione ${d.booking}: aggiungere un passeggero e un gatto`,
      turns: [
        {
          customer: `Buongiorno, siamo in ${d.people} ma viene anche mia suocera. E il gatto. Il gatto è più semplice: sta in una borsa. Il sito mi fa aggiungere solo biciclette.`,
        },
        {
          agent: `Buongiorno! Ho aggiunto una passeggera (${d.euro(24.5)}, il link per pagare è nella posta). Il gatto viaggia gratis, nella sua borsa, in tutti i saloni.`,
          sets: 'pending',
        },
        { customer: 'Pagato. La suocera chiede se può stare in un altro salone rispetto al gatto.' },
        { agent: 'Abbiamo due ponti: uno per ciascuno. Buon viaggio a tutti!', sets: 'solved' },
      ],
    }),
  },
]
