import { texts } from '../../parts/texts.tsx'

/** Of what comes after the first look at a child's card: what was, and the way out. */
export const leaveTexts = texts(
  {
    leave: (name: string) => `Ik wil niet meer meekijken met ${name}`,
    leaveTitle: (name: string) => `Stoppen met meekijken met ${name}`,
    leaveText: (name: string) =>
      `U ziet dan niets meer van het dossier van ${name}, en u beslist niet meer mee. Waar u ja tegen zei, blijft zo. Terug kan alleen met een nieuwe code van de mentor.`,
    leaveAlone: (name: string) =>
      `Er staat geen andere ouder of verzorger bij dit dossier. Waar uw ja nog voor nodig is, kan ${name} dan niet delen.`,
    leaveYes: 'Ja, ik stop met meekijken',
    left: (name: string) => `U kijkt niet meer mee met ${name}. Het dossier hoort niet meer bij uw account.`,
    beforeTitle: 'Eerder',
    ended: (state: string, day: string) => `${state} op ${day}`,
    by: (name: string) => `door ${name}`,
    you: 'u',
  },
  {
    leave: (name: string) => `I no longer want to look along with ${name}`,
    leaveTitle: (name: string) => `Stop looking along with ${name}`,
    leaveText: (name: string) =>
      `You then see nothing more of the file of ${name}, and you no longer decide with ${name}. What you said yes to stays. You can only come back with a new code of the mentor.`,
    leaveAlone: (name: string) =>
      `There is no other parent or guardian with this file. What still needs your yes, ${name} then cannot share.`,
    leaveYes: 'Yes, I stop looking along',
    left: (name: string) => `You no longer look along with ${name}. The file no longer belongs to your account.`,
    beforeTitle: 'Before',
    ended: (state: string, day: string) => `${state} on ${day}`,
    by: (name: string) => `by ${name}`,
    you: 'you',
  },
)
