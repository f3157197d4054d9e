import { texts } from '../../parts/texts.tsx'

export const myDossier = texts(
  {
    title: 'Mijn dossier',
    hello: (name: string) => `Hoi${name && ` ${name}`}. Dit is jouw overstapdossier. Jij beslist wat je deelt.`,
    nowTitle: 'Hoe staat het ervoor?',
    waitingTitle: 'Wat wacht er op jou?',
    nothingWaits: 'Er wacht nu niets op jou.',
    waits: {
      request: (school: string, groups: string) => `${school} vraagt of je dit wilt delen: ${groups}.`,
      ownYes: (school: string) => `Jouw ja voor delen met ${school} is nog nodig.`,
      talk: (school: string) => `${school} stelt een moment voor de kennismaking voor.`,
      advice: 'Er is een advies van je school dat je nog niet hebt gelezen en aangenomen.',
      approve: 'Kijk je dossier na en zeg ja als het klopt.',
    },
    talk: (school: string, moment: string) => `Kennismaking bij ${school}: ${moment}.`,
    guardianStill: (names: string) => `Jij hebt ja gezegd. ${names} moet ook nog ja zeggen.`,
    guardian: 'Je ouder of verzorger',
    or: ' of ',
    notReady: {
      advice:
        'Je dossier kan pas klaar zijn als je elk advies hebt aangenomen. Ben je het er niet mee eens? Vraag je mentor om het aan te passen of weg te halen.',
      identity: 'Je dossier kan pas klaar zijn als je persoonlijke gegevens compleet zijn. Je mentor vult die in.',
    },
    guardianWaits: (names: string, school: string) =>
      `${names} moet nog ja zeggen tegen iets wat je wilt delen met ${school}.`,
    draftText:
      'Je dossier gaat dan terug naar "mee bezig". Er moet daarna opnieuw ja tegen worden gezegd. Wat je al deelt, blijft gedeeld.',
    draftYes: 'Ja, ik ga verder met invullen',
    steps: {
      consultation: 'Bekijk het samen met je mentor',
      draft: 'Ga verder met invullen',
      ready: 'Mijn dossier is klaar voor akkoord',
      approve: 'Ik zeg ja tegen dit dossier',
    },
    stepsText: {
      DRAFT: 'Je bent je dossier aan het invullen. Je mag dingen leeg laten.',
      IN_CONSULTATION: 'Je bekijkt je dossier samen met je mentor.',
      READY: 'Je dossier is klaar. Er is nog een ja nodig van wie mee beslist.',
      APPROVED: 'Je dossier is goedgekeurd. Je kunt nu delen met een school.',
      SHARED: 'Je deelt een deel van je dossier met een of meer scholen.',
      IN_INTAKE: 'Je hebt een afspraak voor de kennismaking.',
      ENROLLED: 'Je hebt een plek op het mbo.',
      CLOSED: 'Je overstap is klaar.',
      ERASED: 'Je dossier is weggehaald.',
    },
    saidYes: (names: string) => `Ja gezegd tegen je dossier: ${names}.`,
    pause: 'Even stoppen met delen',
    resume: 'Weer verder met delen',
    pauseText: 'Alle scholen zien dan even niets van je dossier. Je kunt altijd weer verder.',
  },
  {
    title: 'My file',
    hello: (name: string) => `Hi${name && ` ${name}`}. This is your transfer file. You decide what you share.`,
    nowTitle: 'Where does it stand?',
    waitingTitle: 'What waits for you?',
    nothingWaits: 'Nothing waits for you now.',
    waits: {
      request: (school: string, groups: string) => `${school} asks whether you want to share: ${groups}.`,
      ownYes: (school: string) => `Your yes to sharing with ${school} is still needed.`,
      talk: (school: string) => `${school} proposes a time for the first talk.`,
      advice: 'There is advice from your school that you have not read and accepted yet.',
      approve: 'Check your file and say yes if it is right.',
    },
    talk: (school: string, moment: string) => `First talk at ${school}: ${moment}.`,
    guardianStill: (names: string) => `You said yes. ${names} still has to say yes too.`,
    guardian: 'Your parent or guardian',
    or: ' or ',
    notReady: {
      advice:
        'Your file can only be ready when you have accepted each piece of advice. Do you not agree? Ask your mentor to change or remove it.',
      identity: 'Your file can only be ready when your personal data are complete. Your mentor fills those in.',
    },
    guardianWaits: (names: string, school: string) =>
      `${names} still has to say yes to something you want to share with ${school}.`,
    draftText:
      'Your file then goes back to "being written". After that a yes must be given again. What you share already stays shared.',
    draftYes: 'Yes, I go on filling in',
    steps: {
      consultation: 'Look at it together with your mentor',
      draft: 'Go on filling in',
      ready: 'My file is ready for approval',
      approve: 'I say yes to this file',
    },
    stepsText: {
      DRAFT: 'You are filling in your file. You may leave things empty.',
      IN_CONSULTATION: 'You are looking at your file together with your mentor.',
      READY: 'Your file is ready. A yes is still needed from who decides with you.',
      APPROVED: 'Your file is approved. You can now share with a school.',
      SHARED: 'You share a part of your file with one or more schools.',
      IN_INTAKE: 'You have an appointment for the first talk.',
      ENROLLED: 'You have a place at the mbo.',
      CLOSED: 'Your transfer is complete.',
      ERASED: 'Your file has been removed.',
    },
    saidYes: (names: string) => `Said yes to your file: ${names}.`,
    pause: 'Stop sharing for now',
    resume: 'Go on sharing',
    pauseText: 'All schools then see nothing of your file for a while. You can always go on.',
  },
)
