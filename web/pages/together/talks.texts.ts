import { texts } from '../../parts/texts.tsx'

export const talks = texts(
  {
    title: 'Kennismaking',
    lead: 'Hier bereid je het gesprek met je nieuwe school voor, samen met je mentor en met die school.',
    none: 'Je hebt je nog niet aangemeld bij een mbo. Er is dus nog geen gesprek om voor te bereiden.',
    noDossier: 'Er is nog geen dossier voor jou. Vraag je mentor om een uitnodiging.',
    at: (moment: string) => `Het gesprek is op ${moment}.`,
    noTime: 'Er is nog geen afspraak voor het gesprek.',
    proposed: (school: string, moment: string) => `${school} stelt voor: ${moment}.`,
    accept: 'Dat is goed',
    accepted: 'De afspraak staat.',
    open: (school: string) => `Bereid het gesprek met ${school} voor`,
  },
  {
    title: 'First talk',
    lead: 'Here you prepare the talk with your new school, together with your mentor and with that school.',
    none: 'You have not applied to an mbo yet, so there is no talk to prepare.',
    noDossier: 'There is no file for you yet. Ask your mentor for an invitation.',
    at: (moment: string) => `The talk is on ${moment}.`,
    noTime: 'There is no appointment for the talk yet.',
    proposed: (school: string, moment: string) => `${school} proposes: ${moment}.`,
    accept: 'That is fine',
    accepted: 'The appointment is made.',
    open: (school: string) => `Prepare the talk with ${school}`,
  },
)
