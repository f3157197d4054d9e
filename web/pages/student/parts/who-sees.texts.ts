import { texts } from '../../../parts/texts.tsx'

export const whoSees = texts(
  {
    inside: 'Op school en thuis',
    you: 'Jij.',
    sees: (name: string, role: string) => `${name} (${role}) ziet dit.`,
    seesNot: (name: string, role: string) => `${name} (${role}) ziet dit niet. Jij kiest of dat zo blijft.`,
    seesShared: (name: string, role: string) => `${name} (${role}) ziet dit, omdat jij het deelt.`,
    share: (name: string) => `Laat ${name} dit zien`,
    stop: (name: string) => `Stop: ${name} ziet dit niet meer`,
    shareText: (name: string) =>
      `Vanaf dat moment kan ${name} dit lezen. Je kunt het altijd weer stoppen. Wat al gelezen is, kan niet worden teruggehaald.`,
    nowShared: (name: string) => `${name} ziet dit nu.`,
    nowStopped: (name: string) =>
      `Gestopt. ${name} ziet dit nu niet meer. Wat al gelezen is, kunnen wij niet terughalen.`,
    both: 'Dit geldt voor al je ouders en verzorgers die hier staan.',
    schools: 'Nieuwe scholen',
    notSeen: (name: string) => `${name} ziet dit niet.`,
    school: (name: string, purpose: string) => `Je deelt dit met ${name}, voor ${purpose}.`,
    enrolled: {
      open: (name: string) => `${name} ziet dit, omdat je daar bent ingeschreven.`,
      number: (name: string) =>
        `Je bent ingeschreven bij ${name}. Is er ja gezegd voor je onderwijsnummer, dan ziet die school het.`,
      special: (name: string) =>
        `Je bent ingeschreven bij ${name}. Die school ziet dit alleen als jij het deelt, of in een bijzonder geval. Zo'n geval zie jij altijd.`,
    },
    noSchool: 'Je hebt je nog bij geen nieuwe school aangemeld. Geen nieuwe school ziet dit.',
    advice: 'Van een advies ziet een nieuwe school alleen de versie die jij hebt aangenomen.',
    paused: 'Je deelt nu even niets. Nieuwe scholen zien dit niet.',
    change: 'Delen met een nieuwe school, of daarmee stoppen, doe je bij Delen.',
    logged: 'Wie iets leest, staat altijd in de lijst "Wie heeft gekeken?".',
    approvedTitle: 'Let op',
    approved:
      'Je dossier is al klaar voor akkoord of goedgekeurd. Verander je iets, dan gaat het terug naar "mee bezig". Er moet dan opnieuw ja worden gezegd.',
  },
  {
    inside: 'At school and at home',
    you: 'You.',
    sees: (name: string, role: string) => `${name} (${role}) sees this.`,
    seesNot: (name: string, role: string) => `${name} (${role}) does not see this. You choose whether it stays so.`,
    seesShared: (name: string, role: string) => `${name} (${role}) sees this, because you share it.`,
    share: (name: string) => `Let ${name} see this`,
    stop: (name: string) => `Stop: ${name} no longer sees this`,
    shareText: (name: string) =>
      `From then on ${name} can read this. You can always stop it again. What has been read cannot be taken back.`,
    nowShared: (name: string) => `${name} now sees this.`,
    nowStopped: (name: string) =>
      `Stopped. ${name} no longer sees this. What has been read already, we cannot take back.`,
    both: 'This holds for all your parents and guardians named here.',
    schools: 'New schools',
    notSeen: (name: string) => `${name} does not see this.`,
    school: (name: string, purpose: string) => `You share this with ${name}, for ${purpose}.`,
    enrolled: {
      open: (name: string) => `${name} sees this, because you are enrolled there.`,
      number: (name: string) =>
        `You are enrolled at ${name}. After a yes to your education number that school sees it.`,
      special: (name: string) =>
        `You are enrolled at ${name}. That school sees this only when you share it, or in a special case. You always see such a case.`,
    },
    noSchool: 'You have not applied to a new school yet. No new school sees this.',
    advice: 'Of advice a new school sees only the version that you have accepted.',
    paused: 'You share nothing for now. New schools do not see this.',
    change: 'Sharing with a new school, or stopping that, is done at Sharing.',
    logged: 'Whoever reads something is always in the list "Who looked?".',
    approvedTitle: 'Note',
    approved:
      'Your file is ready for approval or approved already. When you change something, it goes back to "being written". A yes is then needed again.',
  },
)
